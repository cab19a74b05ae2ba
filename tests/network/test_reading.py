"""Shows that any page can be read, in any letters and out of any bytes, and that a page that is gone is seen to be gone."""

import gzip
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from scripts.checks.network.addresses import Harm, Outside
from scripts.checks.network.answers import Answer, Hop, Text
from scripts.checks.network.guard import refusal
from scripts.checks.network.judge import FAILING, STATES, Case, observe
from scripts.checks.network.phrases import named, phrases, spoken
from scripts.checks.network.reading import read, unpacked
from scripts.checks.network.soft404 import sibling_of, to_home
from tests.network.pages import page


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_a_browser_shows_is_read(charset: str) -> None:
    """Title, heading, language and words; never what scripts and styles hold."""
    text = read(page("Tổng đài trẻ em", "Gọi bất cứ lúc nào", more='<style>.x{color:red}</style><a name="q">x</a>').encode(charset),
                charset, frozenset({"q", 'a"]b', "\n"}))
    assert (text.title, text.heading, text.language, text.anchors) == ("Tổng đài trẻ em", "Tổng đài trẻ em", "vi", {"q"})
    assert text.sample == "Tổng đài trẻ em Gọi bất cứ lúc nào x" and text.words == 10


@pytest.mark.parametrize("title", ["Không tìm thấy trang", "KHÔNG TÌM THẤY TRANG | Báo Một", "Lỗi 404 – Báo Một", "404", "Page Not Found - Example",
                                   "Example: Error 404", "Trang không tồn tại", "Khong tim thay trang nay"])
def test_titles_of_pages_that_are_gone(title: str) -> None:
    """With or without marks, capitals and the name of the site."""
    assert spoken(Text(title=title), "missing")


@pytest.mark.parametrize("title", ["Cha mẹ không tìm thấy con suốt ba ngày", "Điều 404 Bộ luật Dân sự nói gì về hợp đồng", "Peugeot 404 và những chiếc xe cổ",
                                   "Missing children: what the law says", "Con không tồn tại trong mắt bạn bè, mẹ làm gì?",
                                   "Lost and not found: 12 stories of families", "Cách trò chuyện với con"])
def test_titles_of_articles_are_let_be(title: str) -> None:
    """An article about missing children is not a missing page."""
    assert not spoken(Text(title=title, words=600), "missing")


def test_every_phrase_is_found_again() -> None:
    """Also after marks and capitals are gone: a phrase that can never match would be dead weight."""
    for kind, places in phrases().items():
        for phrase in places["whole"]:
            assert spoken(Text(title=phrase.upper()), kind)
        for phrase in places["inside"]:
            assert spoken(Text(sample=f"Xin lỗi: {phrase}!", words=20), kind)
        for name in places.get("address", ()):
            assert named(f"https://a.vn/{name.strip().replace(' ', '-')}?x", kind)


@pytest.mark.parametrize("address, like", [
    ("https://a.vn/tin/bai-1.html", "https://a.vn/tin/?.html"), ("https://a.vn/tin/bai/", "https://a.vn/tin/?/"),
    ("https://a.vn/x?id=7#y", "https://a.vn/?"), ("https://a.vn/", ""), ("https://a.vn", ""), ("https://a.vn/vi/", "")])
def test_the_made_up_address_beside_one(address: str, like: str) -> None:
    """In the same folder and of the same kind, without what was asked for; first pages have none."""
    head, _, tail = like.partition("?")
    found = sibling_of(address, Random(1))
    assert found.startswith(head) and found.endswith(tail) and len(found) == (len(like) + 15 if like else 0)


@pytest.mark.parametrize("final, home", [("https://www.a.vn/", True), ("https://a.vn/vi", True), ("https://a.vn/index.php?x=1", True),
                                         ("https://a.vn/trang-chu/", True), ("https://a.vn/tin/", False), ("https://b.vn/", False)])
def test_what_leads_home(final: str, home: bool) -> None:
    """The first page of the same owner, under any of its names."""
    assert to_home(Answer("https://a.vn/tin/1.html", final, (Hop("https://a.vn/tin/1.html", 302),))) is home


def test_packed_bodies_are_unpacked_within_bounds() -> None:
    """A bomb stops at the bound, and how much it grew is known."""
    plain, growth = unpacked(gzip.compress(b"0" * 10_000_000), "gzip", 100_000)
    assert len(plain) == 100_000 and growth > 100
    assert unpacked(zlib.compress(b"chu"), "deflate", 10) == (b"chu", pytest.approx(3 / 11))
    assert unpacked(b"chu", "", 2) == (b"ch", 1.0)


@given(some.binary(max_size=400), some.sampled_from(["", "utf-8", "idna", "base64", "punycode", "no-such", "\x00", "utf-7", "cp1258"]))
def test_no_bytes_stop_the_reader(content: bytes, charset: str) -> None:
    """A weekly run must not end at one odd page."""
    text = read(content, charset, frozenset({"a", "'\"]"}))
    outside = Outside("https://a.vn/x.html", Harm.CRISIS, (), frozenset({"a"}), True)
    seen = observe(Case(outside, Answer(outside.address, outside.address, status=200, kind="text/html", size=len(content), text=text)))
    assert seen.kind in (*STATES, FAILING)


@given(some.text(max_size=60), some.sampled_from(["", "http://", "https://", "https://a.vn", "//"]))
def test_no_address_stops_the_guard(text: str, before: str) -> None:
    """It always says yes or why not."""
    assert refusal(before + text) == "" or refusal(before + text).startswith("address-")
