"""Tests the parts of the last look one by one: digits, pieces of files, what is known, what is told of a piece.

It shares no code with the other looks, so it has tests of its own, down to the single sign.
"""

import io
import shutil
import sys
import zipfile
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from scripts.checks import finished
from scripts.checks.finished import FAMILY, PLACE, SecondLook, check_finished
from scripts.checks.finished.digits import ages, folded, read, rows, spoken, telephone
from scripts.checks.finished.extract import Piece, data_strings, page, plain_pieces, strings
from scripts.checks.finished.files import files
from scripts.checks.finished.judge import Judge, Source, source_of
from scripts.checks.finished.reference import Reference, digest, read_reference


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("abc 119", "abc 119"),
        ("１１９", "119"),
        ("١١٩", "119"),
        ("①①⑨", "119"),
        ("¹¹₉", "119"),
        ("𝟏𝟏𝟗", "119"),
        ("Ⅰ", "1"),
        ("½", "1⁄2"),
        ("一", "一"),
        ("1\u200b1\ufe0f9", "119"),
        ("1\u20e319", "119"),
        ("1\u03019", "19"),
        ("1\x809", "19"),
        ("1\u00a09", "1 9"),
        ("1\u20139", "1-9"),
        ("１＋９", "1+9"),
        ("٠٩", "09"),
        ("⑩", "10"),
        ("Ⅹ9", "X9"),
        ("1\n9", "1\n9"),
        ("é", "é"),
        ("ﬁ9", "ﬁ9"),
        ("O9", "09"),
        ("9O", "90"),
        ("o9l", "091"),
        ("l1I", "111"),
        ("Оо9", "009"),
        ("ΟοІі9", "00119"),
        ("aO9", "aO9"),
        ("O", "O"),
        ("lI", "lI"),
        ("O9a", "O9a"),
        ("\x7e9", "~9"),
        ("\x7f9", "9"),
        ("％9", "%9"),
    ],
)
def test_digits_as_they_look(written: str, seen: str) -> None:
    """Digits of every script, nothing hidden, letters that pose as digits beside one."""
    assert read(written) == seen


def test_an_endless_text_is_read_to_a_bound() -> None:
    """A hundred thousand characters."""
    assert len(read("a" * 100_001)) == 100_000


def test_words_without_marks() -> None:
    """As people type them who have no marks."""
    assert folded("Đường ĐÂY Nóng") == "duong day nong"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 119.", ["119"]),
        ("1 1 9", ["1 1 9"]),
        ("1.1.9", ["1.1.9"]),
        ("+84 (28) 7300-119", ["+84 (28) 7300-119"]),
        ("(028) 73", ["(028) 73"]),
        ("1, 2", ["1", "2"]),
        ("1;2:3", ["1", "2", "3"]),
        ("1\n2", ["1", "2"]),
        ("1% 2", ["1", "2"]),
        ("1     2", ["1", "2"]),
        ("1 - 2", ["1 - 2"]),
        ("a1b2", ["1", "2"]),
        ("5/5/2026", ["5"]),
        ("05-05-2026", []),
        ("ngày 05-05-2026 nhé", []),
        ("5.5.1999", []),
        ("2026-05-05", []),
        ("5/5/2126", ["5/5/2126"]),
        ("2026-25-05", ["05"]),
        ("15/5/20261", ["15", "1"]),
        ("1.000", []),
        ("1,000,000", []),
        ("1.000.000", []),
        ("0.000", ["0.000"]),
        ("1.0000", ["1.0000"]),
        ("+1.000", ["+1.000"]),
        ("12.345", []),
        ("123.456", []),
        ("1234.567", ["1234.567"]),
        ("9-1.000", ["9-1.000"]),
        ("116/2025", []),
        ("116/2025/QH15", []),
        ("116/2025/-119", ["119"]),
        ("116/2025/QH15--119", ["119"]),
        ("1/2000/AB-CD", []),
        ("12345/2025", ["12345/2025"]),
        ("116/1825", ["116/1825"]),
        ("2019-2026", []),
        ("2019 – 26", []),
        ("2019/2020", []),
        ("12019-2026", ["12019-2026"]),
        ("2019-20265", ["2019-20265"]),
        ("24/7", []),
        ("24/24", []),
        ("124/7", ["124/7"]),
        ("24/75", ["24/75"]),
        ("16 (2024)", ["16"]),
        ("16 (2024) 5", ["16 (2024) 5"]),
        ("16 (2024)5", ["16 (2024)5"]),
        ("16 (2024) nhé", ["16"]),
        ("a (2024)", ["(2024"]),
        ("16 (1824)", ["16 (1824"]),
        ("urn:uuid:01234567-89ab-cdef-0123-456789abcdef", []),
        ("URN:UUID:01234567-89ab-cdef-0123-456789abcdef.", []),
    ],
)
def test_rows_of_digits(text: str, found: list[str]) -> None:
    """Whatever could be dialled, without days, amounts, laws, years, hours and names for programs."""
    assert list(rows(text)) == found


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("11-14", True),
        ("11 - 14", True),
        ("14-11", False),
        ("11-11", False),
        ("1-2", True),
        ("111-114", False),
        ("001-14", False),
        ("11-14-", False),
        ("5-11-14", False),
        ("11", False),
        ("1-114", False),
    ],
)
def test_ages(row: str, right: bool) -> None:
    """From a small number up to another."""
    assert ages(row) is right


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("+1234567", True),
        ("+123456", False),
        ("1234567", True),
        ("123456", False),
        ("0912345678", True),
        ("0912 345 678", True),
        ("09.12.34.56.78", True),
        ("84912345678", True),
        ("1900 6789", True),
        ("19006", False),
        ("1800123456", True),
        ("0012345678", True),
        ("1234567890123456", False),
        ("+1234567890123456", True),
        ("+12345678901234567", False),
        ("123456789012", True),
        ("1234567890123", False),
        ("12 3 4567890", False),
        ("2 12 3456", False),
        ("2-34 567890", False),
        ("849123456789012", True),
        ("8491", False),
        ("0123456789012345", True),
        ("190012345678", True),
        ("12345 67 89012345", False),
        ("1 2 3 4 5 6 7", False),
        ("123 456 78", True),
        ("1900123456789", False),
        ("0812345", True),
        ("00123456789012", True),
        ("00023456789012", True),
        ("841234567", True),
        ("8412345678901", True),
    ],
)
def test_the_form_of_a_telephone_number(row: str, right: bool) -> None:
    """International, Vietnamese, or a plain row that is no list of small numbers."""
    assert telephone(row) is right


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gọi một một chín", ["119"]),
        ("one one nine", ["119"]),
        ("Call ONE, one, nine", []),
        ("mot mot chin nhe", ["119"]),
        ("một 1 chín", ["119"]),
        ("một 11 chín", []),
        ("một hai", []),
        ("từ một hai ba", ["123"]),
        ("bốn một hai", ["412"]),
        ("tự một hai", []),
        ("tử một hai", []),
        ("zero oh khong", ["000"]),
        ("một một. chín", []),
        ("một một chín; một một chín", ["119", "119"]),
        ("một - một chín", []),
        ("một một - chín", []),
        ("năm sáu bảy tám", ["5678"]),
        ("tám bảy sáu năm bốn ba hai một không", ["876543210"]),
    ],
)
def test_digits_in_words(text: str, found: list[str]) -> None:
    """Rows of three or more in one breath, with and without marks; the word for “from” is none."""
    assert list(spoken(text)) == found


def pieces(html: str) -> list[tuple[str, int, str]]:
    """Returns kind, line and text of the pieces of a page."""
    return [(piece.kind, piece.line, piece.text) for piece in page(html).pieces]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>a <b>b</b>c</p>\n<p>d", [("text", 1, "a bc"), ("text", 2, "d")]),
        ("<p>a\n b</p>", [("text", 1, "a b")]),
        ("a<br>b", [("text", 1, "a"), ("text", 1, "b")]),
        ("<p>a</p>b", [("text", 1, "a"), ("text", 1, "b")]),
        ("<p>a &amp", [("text", 1, "a &")]),
        ("a<wbr>b<span>c</span>", [("text", 1, "abc")]),
        ("a<u>b</u>c", [("text", 1, "abc")]),
        ("<b>a</b></b>c", [("text", 1, "ac")]),
        ('<td headers="h" integrity="i">a', [("text", 1, "a")]),
        ('<a href="tel:118" href="tel:119">b</a>', [("target", 1, "tel:118"), ("text", 1, "\ufffc")]),
        ('<p title="t" class="c" id="i" data-x="y" alt>a</p>', [("value", 1, "t"), ("value", 1, "y"), ("text", 1, "a")]),
        ('<meta name="n" content="v"><meta content="width=device-width">', [("value", 1, "v")]),
        ('<meta content="default-src x">', []),
        ('<meta content="#fff">', []),
        ('<meta content="#ffff9119911">', [("value", 1, "#ffff9119911")]),
        ('<meta content="#123456789">', [("value", 1, "#123456789")]),
        ('<meta content="a #119">', [("value", 1, "a #119")]),
        ('<meta content="a.md 119">', [("value", 1, "a.md 119")]),
        ('<meta content=".md">', [("value", 1, ".md")]),
        ('<meta content="a/b.md">', []),
        ('<meta content="a b.md">', [("value", 1, "a b.md")]),
        ("<!-- c -->", [("value", 1, " c ")]),
        ("<script>f(\"a\", 'b', `c`)</script>", [("value", 1, "a"), ("value", 1, "b"), ("value", 1, "c")]),
        ('<style>a::after{content: "119"} b{c: "d"}</style>', [("value", 1, "119"), ("value", 1, "d")]),
        ("<style>a::after{content:'5; 119'}</style>", [("value", 1, "5; 119")]),
        ('<img src="s" alt="x">', [("target", 1, "s"), ("value", 1, "x")]),
        ('<a href="h" xlink:href="x">t</a>', [("target", 1, "h"), ("target", 1, "x"), ("text", 1, "t")]),
        ('<a href="tel:1">119</a> b', [("target", 1, "tel:1"), ("text", 1, "\ufffc b")]),
        ('<a href="SMS:1">119</a>', [("target", 1, "SMS:1"), ("text", 1, "\ufffc")]),
        ('<form action="a"><button formaction="b">c</button></form>', [("target", 1, "a"), ("target", 1, "b"), ("text", 1, "c")]),
        ("&lt;&#49;", [("text", 1, "<1")]),
        ("</p>a</b>", [("text", 1, "a")]),
        ("<p> </p>", []),
        ("<svg><title>a</title><path d='1 2'/></svg>", [("text", 1, "a")]),
        ("a<script>'b'</script>c", [("value", 1, "b"), ("text", 1, "a"), ("text", 1, "c")]),
    ],
)
def test_pieces_of_a_page(html: str, found: list) -> None:
    """Lines of text, values of attributes, comments, strings of scripts, what styles write, targets."""
    assert sorted(pieces(html)) == sorted(found)


def test_what_belongs_to_a_link() -> None:
    """Its text, its names and those of what it holds, and the words of its box."""
    html = (
        '<div class="x app-contact-card"><p>Name</p><a href="tel:1" title="t" aria-label="l"><img alt="i"><b>1</b> 2</a></div><a href="tel:2">two</a>'
        '<ul class="app-call-buttons"><li>One <a href="tel:3">3</a></li><li><a href="tel:4">4</a> Four</li></ul><ul><li>none <a href="tel:5">5</a></li></ul>'
    )
    links = {piece.text: piece for piece in page(html).pieces if piece.kind == "target"}
    assert (links["tel:1"].shown, links["tel:1"].names) == ("1 2", ["t", "l", "i"]) and "".join(links["tel:1"].box) == "Name1 2"
    assert (
        links["tel:2"].box is None
        and links["tel:2"].names == []
        and "".join(links["tel:3"].box) == "One 3"
        and "".join(links["tel:4"].box) == "4 Four"
    )
    assert links["tel:5"].box is None
    end = page('<ul class="app-site-footer__numbers"><li><a href="tel:1">1</a> One</li><li><a href="tel:2">2</a> Two</li></ul>')
    assert ["".join(piece.box) for piece in end.pieces if piece.kind == "target"] == ["1 One", "2 Two"]
    nested = page('<a href="tel:1" alt="x"><i aria-description="d" title>1<b>2</b></i></a>3').pieces[0]
    assert nested.names == ["x", "d"] and nested.shown == "12"


def test_what_a_page_says_of_itself() -> None:
    """Its language and the file that it was made from."""
    found = page('<html lang="vi"><meta name="app-source" content="vi/a.md"><div lang="en"><meta name="other" content="b.md">')
    assert (found.language, found.source) == ("vi", "vi/a.md") and (page("<p>").language, page("<p>").source) == ("", "")
    assert (page('<html><meta name="app-source">').language, page('<html><meta name="app-source">').source) == ("", "")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('a("b\\"c", \'d\', `e`)', ['b\\"c', "d", "e"]),
        ('"\\u0031\\u{31}\\x31\\31 1"', ["11111"]),
        ('"\\ud800\\u{110000}a"', ["a"]),
        ('"&#49;&amp;"', ["1&"]),
        ('""', [""]),
        ('"" \'\' ``', ["", "", ""]),
        ("'\\a 119'", ["\n119"]),
        ('"\\0000311"', ["11"]),
        ('"\\u{9}\\u{00000031}\\u{}"', ["\t1\\u{}"]),
        ('"\\ud835\\udfcf\\ue000"', ["𝟏\ue000"]),
        (f"'{'a' * 300}&amp;'", [f"{'a' * 300}&amp;"]),
        (f"'{'a' * 300} &amp;'", [f"{'a' * 300} &"]),
        ("'a\nb'", []),
        ("`a\nb`", ["a\nb"]),
        ('"\\00031"', ["1"]),
    ],
)
def test_strings_of_code(code: str, found: list[str]) -> None:
    """With their escapes read, of scripts as of styles."""
    assert list(strings(code)) == found


def test_texts_of_data() -> None:
    """Names and values of JSON, numbers too; of what is damaged its strings."""
    assert sorted(data_strings('{"a": ["b", 119, null, {"c": true}]}')) == sorted(["a", "b", "119", "c", "True"])
    assert list(data_strings('{"a": "b"')) == ["a", "b"] and list(data_strings("[" * 100_000)) == []


def test_lines_of_plain_files() -> None:
    """Folded lines of cards are one (RFC 6350)."""
    text = "TEL:+84\r\n 28\n\tx\n\n  b \n  "
    assert {one.kind for one in plain_pieces(text)} == {"text"}
    assert [(one.line, one.text) for one in plain_pieces(text, True)] == [(1, "TEL:+8428x"), (3, "b")]
    assert [(one.line, one.text) for one in plain_pieces(text)] == [(1, "TEL:+84"), (2, "28"), (3, "x"), (5, "b")]


def packed(entries: dict[str, bytes]) -> bytes:
    """Returns a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_files_of_folders_and_zips(tmp_path: Path) -> None:
    """Whatever can be read, by its ending, zips within zips too, down to a bound."""
    inner = packed({"c.TXT": b"c", "d.ttf": b"d", "deep.zip": packed({"e.md": b"e", "f.zip": packed({"g.md": b"g"})})})
    (tmp_path / "b").mkdir()
    for name, content in {
        "b/a.html": b"a",
        "x.zip": inner,
        "y.WOFF2": b"y",
        "A.Css": b"s",
        "big.zip": packed({"big.txt": b" " * 30_000_001, "fits.txt": b" " * 30_000_000}),
        "large.txt": b" " * 30_000_001,
        "right.txt": b" " * 30_000_000,
    }.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.html").mkdir()
    found = [(name, content[:9]) for name, content in files(tmp_path)]
    assert found == [
        ("A.Css", b"s"),
        ("b/a.html", b"a"),
        ("big.zip/fits.txt", b" " * 9),
        ("right.txt", b" " * 9),
        ("x.zip/c.TXT", b"c"),
        ("x.zip/deep.zip/e.md", b"e"),
        ("x.zip/deep.zip/f.zip/g.md", b"g"),
    ]
    assert [name for name, _ in files(tmp_path / "x.zip")] == ["c.TXT", "deep.zip/e.md", "deep.zip/f.zip/g.md"]
    nest = b"x"
    for _ in range(5):
        nest = packed({"n.zip": nest})
    (tmp_path / "n.zip").write_bytes(nest)
    assert [name for name, _ in files(tmp_path / "n.zip")] == ["n.zip/n.zip/n.zip/n.zip"]


def test_a_zim_is_opened_like_a_zip(tmp_path: Path, monkeypatch) -> None:
    """One that is damaged, or whose program this machine lacks, cannot be read."""
    (tmp_path / "a.zim").write_bytes(b"ZIM\x04x")
    with pytest.raises(OSError):
        list(files(tmp_path / "a.zim"))
    monkeypatch.setattr(sys.modules[files.__module__], "unpacked", lambda content: io.BytesIO(packed({"b.md": content})))
    assert list(files(tmp_path)) == [("a.zim/b.md", b"ZIM\x04x")]


REGISTRY = """rescue:
  status: live
  name: {vi: Cứu hộ, en: The  rescue}
  channels: [{type: short_code, number: "119"}, {type: sms, number: "1199"}, {type: email, address: Help@Boat.example}, words, {type: web, url: "https://WWW.Boat.example/x"}]
office: {status: live, channels: [{type: phone, number: "+84287300119"}]}
down: {status: down until 2026-05-05, replaced_by: rescue, channels: [{type: phone, number: "1900111222"}]}
idea: {status: unconfirmed, name: words, channels: [{type: phone, number: "+84900111333"}, {type: email, address: no@boat.example}]}
station-119: words
bare: {status: live}
twice: {status: unconfirmed, channels: [{type: short_code, number: "119"}]}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """The data files of a small project."""
    folder = tmp_path_factory.mktemp("reference")
    data = folder / "docs" / "_data"
    (data / "more").mkdir(parents=True)
    for name, text in {
        "contacts": REGISTRY,
        "retired": 'old:\n  number: "18001190"\n  why: {vi: Đã thay., en: "Since 0111 it is another."}\nold-line-119: words\n',
        "strings": "contact_retired: {vi: Không còn dùng nữa, en: No longer in use}\nother: {vi: Chữ khác hẳn}\n",
        "campaign": "help: {bar: [rescue, down, bare]}\n",
        "synonyms": 'w: {says: ["Cứu Hộ 0119 Đâu"]}\n',
        "sources": "s:\n  url: https://me@Paper.Example/x\n  publisher: press.example\n  date: 0111222333\n  list: [https://list.example:80]\n"
        "  plain: See http://plain.example/a.\n  note: [https:// and more, boat.vn is none, .vn, more.]\n",
        "more/damaged": "a: [",
        "more/quiz": "q: Một câu hỏi dài ở đây\nr: ngắn 119\ns: Ai hỏi 0117 thì đáp ngay nhé\nt: Hỏi ai@song.vn nhé\nu: ba bốn năm nhịp chèo\nv: Bến 01199\n",
    }.items():
        (data / f"{name}.yml").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_url: https://river.example/safe/\nrepo_url: https://code.example/boat\n", encoding="utf-8")
    (folder / "README.md").write_text("Gọi 118", encoding="utf-8")
    (folder / "docs" / "vi").mkdir()
    (folder / "docs" / "vi" / "extra.yml").write_text("a: https://other.example", encoding="utf-8")
    for name, text in {"a": b"# A 117", "b": "hai hai hai, xem x.vn".encode(), "c": b"C 116 \xff"}.items():
        (folder / "docs" / "vi" / f"{name}.md").write_bytes(text)
    return folder


def test_what_the_sources_say(root: Path) -> None:
    """Targets and whose they are, numbers in every form, mailboxes, hosts, texts, help."""
    found = read_reference(root)
    assert found.owners == {"tel:119": "rescue", "sms:1199": "rescue", "tel:+84287300119": "office"}
    assert found.live == {"119", "1199", "84287300119", "0287300119", "287300119"} and found.forbidden == {
        "18001190",
        "1900111222",
        "84900111333",
    }
    assert found.every == found.live | found.forbidden | {"0900111333", "900111333"}
    assert (
        found.mailboxes == {"help@boat.example"}
        and found.help == ["rescue", "down", "bare"]
        and found.instead == {"down": "rescue", "idea": "", "twice": ""}
    )
    assert found.names["rescue"] == {"vi": "Cứu hộ", "en": "The  rescue"} and "idea" not in found.names
    assert {"http://plain.example/a", "plain.example/a"} <= found.urls and "https://" not in found.urls
    assert found.ours("https://code.example/boat/a") and found.ours("river.example/safe") and not found.ours("https://code.example/boats")
    assert found.hosts == {
        *("w3.org", "schema.org", "json-schema.org", "sitemaps.org", "ogp.me", "river.example", "code.example"),
        *("boat.example", "paper.example", "press.example", "list.example:80", "plain.example"),
    }
    assert {"Đã thay.", "Since 0111 it is another.", "Không còn dùng nữa", "No longer in use"} == set(found.farewells)
    assert {"0111222333", "cuu ho 0119 dau", "Cứu Hộ 0119 Đâu", "The rescue", "Một câu hỏi dài ở đây", "Bến 01199", "station-119", "old-line-119"} <= set(found.texts) and not {
        "mot cau hoi dai o day",
        "contact_retired",
        "words",
        "ngắn 119"[:8],
        "rescue",
    } & set(found.texts)
    assert [len(text) for text in found.texts] == sorted((len(text) for text in found.texts), reverse=True) and min(
        map(len, found.texts)
    ) >= 8


def test_whom_pages_name_instead() -> None:
    """Whoever took over in the end; of those who name each other, none for ever."""
    found = Reference(instead={"a": "b", "b": "c", "x": "y", "y": "x", "gone": ""})
    assert [found.offered(id) for id in ("a", "b", "c", "gone")] == ["c", "c", "c", ""] and found.offered("x") in "xy"


def test_what_a_look_was_made_with(tmp_path: Path) -> None:
    """Another day, another data file, other settings: another text; nothing else."""
    day, data = date(2026, 5, 4), tmp_path / "docs" / "_data"
    (data / "folder.yml").mkdir(parents=True)
    seen = [digest(tmp_path, day), digest(tmp_path)]
    for path in (data / "a.yml", tmp_path / "mkdocs.yml"):
        path.write_text("a: b", encoding="utf-8")
        seen.append(digest(tmp_path, day))
        assert seen[-1] == digest(tmp_path, day)
    assert len(set(seen)) == 4
    (data / "a.txt").write_text("a: b", encoding="utf-8")
    assert digest(tmp_path, day) == seen[-1]


@pytest.mark.parametrize("text", ["a: [", "- a\n", "words\n", ""])
def test_data_files_of_another_form_say_nothing_else(tmp_path: Path, text: str) -> None:
    """No exception; whoever checks the sources tells what is wrong with them."""
    (tmp_path / "docs" / "_data").mkdir(parents=True)
    for name in ("contacts", "retired", "strings", "campaign", "synonyms"):
        (tmp_path / "docs" / "_data" / f"{name}.yml").write_text(text, encoding="utf-8")
    assert read_reference(tmp_path) == read_reference(tmp_path / "none")


@pytest.mark.parametrize(("day", "works"), [(date(2026, 5, 4), False), (date(2026, 5, 5), False), (date(2026, 5, 6), True), (None, False)])
def test_a_line_that_is_down_works_again(root: Path, day: date | None, works: bool) -> None:
    """On the day after its last one; without a day it stays down."""
    found = read_reference(root, day)
    assert (
        ("tel:1900111222" in found.owners) is works
        and ("1900111222" in found.forbidden) is not works
        and ("down" in found.instead) is not works
    )


def told(piece: Piece, root: Path, source: Source | None = None, language: str = "vi") -> list[tuple[str, ...]]:
    """Returns rule and values of what the judge says of a piece."""
    found = list(Judge(read_reference(root)).piece(piece, source or Source(), language))
    assert all(line == piece.line and set(values) <= {"written", "target", "said", "contact", "name", "shown"} for _, line, values in found)
    return [(rule.removeprefix("finished-"), *values.values()) for rule, _, values in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gọi 118 nhé", ["118"]),
        ("Gọi 119 nhé", ["119"]),
        ("12 người", []),
        ("Năm 2026", []),
        ("năm 1850", ["1850"]),
        ("Từ 11-14 tuổi", []),
        ("Từ 111-1 tuổi", ["111-1"]),
        ("một một tám", ["118"]),
        ("0123456789", []),
        ("1 2", []),
        ("20 26", []),
        ("số 20261", ["20261"]),
        ("Gọi 11-99", ["11-99"]),
        ("x\ufffctrang/a-119.html", []),
        ("x\ufffctrang/a-119.htmlx", ["119"]),
        ("11 \ufffc.html 8", []),
        ("[0-9]{3}", []),
        ("[0-9.]{9}", []),
        ("[0-9][0-9]", []),
        ("11[0-9]8", ["11 8"]),
        ("[0-9]{4}[0-9]{3}[0-9]{3}", []),
        ("[0-9]{4,12}3", []),
        ("84[0-9]{9,}", []),
        ("[0-912345]", ["0-912345"]),
        ("[0-9]{118}", ["118"]),
        ("[0-9]{03,118}", ["118"]),
        ("[0-9-]+ 118", ["118"]),
        ("Cứu Hộ 0119 Đâu", []),
        ("Cứu  Hộ 0119 Đâu", []),
        ("Cứu Hộ 0119 Đâu 118", ["118"]),
        ("Since 0111 it is an…", []),
        ("Since 0111 it is an… 118", ["118"]),
        ("Since 0111 it is not…", ["0111"]),
        ("Since 0111 it is an", ["0111"]),
        ("Since 0111 it is an … 118", ["118"]),
        ("Since 0111 it is a…", []),
        ("Since 0111 it is an… Since 0111 it is not… Since 0111 it is an…", ["0111"]),
        ("Since 0111 it is not. Since 0111 it is an…", ["0111"]),
        ("11Since 0111 it is an…8", []),
        ("Ai hỏi 0117 thì đá…", []),
        ("Ai hỏi 0117 thì đ…", ["0117"]),
        ("xem Since 0111 it is another.", []),
        ("11 Since 0111 it is another. 8", ["11 \ufffc 8"]),
        ("a-Since 0111 it is another.", ["0111"]),
        ("Hỏi ai@song.vn nhé", []),
        ("ba bốn năm nhịp chèo", []),
        ("9Since 0111 it is another.", ["0111"]),
        ("Since 0111 it is another.5", ["0111"]),
        ("cuu ho 0119 dau", []),
        ("press.example", []),
        ("paper.example/118", ["118", "paper.example/118"]),
        ("See river.example/safe/118.html, not paper.example.", []),
        ("evil.vn/118", ["evil.vn/118", "118"]),
        ("x.press.example", []),
        ("xpress.example", ["xpress.example"]),
        ("https://evil.com", ["https://evil.com"]),
        ("http://evil.com", ["http://evil.com"]),
        ("https:/evil.com", ["https:/evil.com"]),
        ("https:evil.com", ["https:evil.com"]),
        ("https:///evil.com", ["https:///evil.com"]),
        ("xem evil.vn nhé", ["evil.vn"]),
        ("(xem [1] evil.vn)", ["evil.vn"]),
        ("evil.vn/", ["evil.vn/"]),
        ("x.com", ["x.com"]),
        ("a.b.c.d.e.f.vn", ["a.b.c.d.e.f.vn"]),
        (f"{'a' * 63}.vn", [f"{'a' * 63}.vn"]),
        (f"{'a' * 64}.vn", []),
        ("test online.", []),
        ("11 boat.example 8", ["11 \ufffc 8"]),
        ("help@boat.example", []),
        ("HELP@boat.example", []),
        ("you@boat.example", ["you@boat.example"]),
        ("you (at) boat [dot] com", ["you (at) boat [dot] com"]),
        ("you@boat(dot)com", ["you@boat(dot)com"]),
        ("a@b.vn", ["a@b.vn"]),
        (f"{'a' * 65}@b.vn", [f"{'a' * 64}@b.vn"]),
        ("you@boat", []),
        ("you@.vn", []),
        ("viết cho you@boat. Nhé", []),
        ("https:you@boat.com/evil.com", ["you@boat.com"]),
        ("a.b", []),
        ('<a href="tel:119">119</a>', []),
        ('<a href="tel:119">1 1 9</a>', []),
        ('<a href="tel:118">118</a>', ['118">118']),
        ('<a href="tel:119">118</a>', ['119">118']),
        ('<a href="sms:1199">1199</a>', []),
        ('5<a href="tel:119">119</a>118', ["5\ufffc118"]),
        ("+84 287 300 118", ["+84 287 300 118"]),
        ("no.", []),
        ("index.html", []),
    ],
)
def test_what_is_told_of_a_text(root: Path, text: str, found: list[str]) -> None:
    """Numbers, words, hosts and mailboxes that neither the page's own text nor a data file holds."""
    assert sorted(values[0] for _, *values in told(Piece("text", 7, text), root)) == sorted(found)


def test_what_the_pages_own_text_explains(root: Path) -> None:
    """Rows of digits in whatever signs, words, and addresses as they are written; those of the text only."""
    assert source_of("") == Source() == Source(set(), set(), "")
    source = source_of("Gọi 1-1-8, hoặc hai hai hai, xem evil.vn và you@boat.example")
    assert source.rows == {"118"} and source.spoken == {"118", "222"}
    for text in ("Gọi 118", "Gọi 1 1 8", "222", "hai hai hai", "xem evil.vn", "you@boat.example"):
        assert told(Piece("text", 1, text), root, source) == []
    assert told(Piece("text", 1, "Gọi 117"), root, source) == [("number-unknown", "117")] and told(
        Piece("text", 1, "evil.com"), root, source
    ) == [("target-unknown", "evil.com")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("118", []),
        ("a 118", ["118"]),
        ("a118", []),
        ("5 118", []),
        ("119", []),
        ("gọi 119", []),
        ("0912345678", ["0912345678"]),
        ("18001190", []),
        ("Đã thay. 18001190", []),
        ("x 18001190", ["18001190"]),
        ("0900111333", []),
        ("x=18001190", ["18001190"]),
        ("evil.vn", ["evil.vn"]),
        ("a" * 290 + "0912345678", []),
        ("a" * 289 + "0912345678", ["0912345678"]),
        ("a" * 300 + " 0912345678", ["0912345678"]),
        ("gọi 119 hay 0912345678", ["0912345678"]),
        ("mot_mot_tam_mot_mot_tam", []),
        ("mot_mot_tam_mot_mot_tam_mot", ["1181181"]),
        ("mottambay", []),
    ],
)
def test_what_is_told_of_a_value(root: Path, text: str, found: list[str]) -> None:
    """Numbers to call, wherever they stand; small ones only among words; nothing of what people search for."""
    assert [values[0] for _, *values in told(Piece("value", 7, text), root)] == found


def link(target: str, shown: str = "", names: tuple[str, ...] = (), box: list[str] | None = None) -> Piece:
    """Returns a target with what its link says."""
    return Piece("target", 7, target, shown, list(names), box)


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        (link("tel:119", "Gọi 119"), []),
        (link("tel:119", "118"), [("call-differs", "tel:119", "118")]),
        (link("tel:119", "119", ("118",)), [("call-differs", "tel:119", "118")]),
        (link("tel:119", "119", ("Cứu hộ  119",)), []),
        (link("tel:119", "1\u200b19"), [("call-differs", "tel:119", "1\u200b19")]),
        (link("tel:119", ""), [("call-differs", "tel:119", "")]),
        (link("tel:118", "118"), [("target-unknown", "tel:118")]),
        (link("TEL:119", "119"), [("target-unknown", "TEL:119")]),
        (link(" tel:119 ", "119"), []),
        (link("te%6C:119", "119"), [("target-unknown", "te%6C:119")]),
        (link("t\u200bel:119", "119"), [("target-unknown", "t\u200bel:119")]),
        (link("tel:+84287300119", "+84 287 300 119"), []),
        (link("tel:+84287300119", "0287 300 119"), [("call-differs", "tel:+84287300119", "0287 300 119")]),
        (link("sms:1199", "1199"), []),
        (link("sms:119", "119"), [("target-unknown", "sms:119")]),
        (link("tel:1900111222", "1900111222"), [("target-unknown", "tel:1900111222")]),
        (link("tel:119", "119", box=["Cứu ", "hộ 119"]), []),
        (link("tel:119", "119", box=["Bến 119"]), [("name-crossed", "tel:119", "rescue", "Cứu hộ")]),
        (link("tel:119", "119", box=[]), []),
        (link("tel:119", "119", box=[" "]), []),
        (link("tel:+84287300119", "+84287300119", box=["x"]), []),
        (link("mailto:help@boat.example?x=y"), []),
        (link("mailto:HELP@boat.example"), []),
        (link("mailto:you@boat.example"), [("target-unknown", "mailto:you@boat.example")]),
        (link("javascript:x"), [("target-unknown", "javascript:x")]),
        (link("JAVA script:x"), [("target-unknown", "JAVA script:x")]),
        (link("data:,x"), []),
        (link("a.html"), []),
        (link("#a"), []),
        (link(""), []),
        (link("a/b:c"), []),
        (link("c:/x"), [("target-unknown", "c:/x")]),
        (link("https://paper.example/x"), [("target-unknown", "https://paper.example/x")]),
        (link("http://x.paper.example"), []),
        (link("https://evil.example"), [("target-unknown", "https://evil.example")]),
        (link("//evil.example"), [("target-unknown", "//evil.example")]),
        (link("//paper.example"), []),
        (link("https://paper.example/"), []),
        (link("https://river.example/safe/any/page.html"), []),
        (link("https://river.example/other.html"), [("target-unknown", "https://river.example/other.html")]),
        (link("https://river.example/safe/../other.html"), [("target-unknown", "https://river.example/safe/../other.html")]),
        (link("\\\\evil.example"), [("target-unknown", "\\\\evil.example")]),
        (link("https:\\\\evil.example"), [("target-unknown", "https:\\\\evil.example")]),
        (link("https:paper.example"), []),
        (link("https://paper.example:8/"), [("target-unknown", "https://paper.example:8/")]),
        (link("https://paper.example@evil.example"), [("target-unknown", "https://paper.example@evil.example")]),
        (link("https://pаper.example"), [("target-unknown", "https://pаper.example")]),
        (link("https://paper.example.evil.vn"), [("target-unknown", "https://paper.example.evil.vn")]),
        (link("https://WWW.Paper.Example./a"), [("target-unknown", "https://WWW.Paper.Example./a")]),
        (link("https://WWW.Paper.Example./"), []),
        (link("https://paper.example?x"), [("target-unknown", "https://paper.example?x")]),
        (link("https://paper.example#x"), [("target-unknown", "https://paper.example#x")]),
        (link("/%2fevil.example"), [("target-unknown", "/%2fevil.example")]),
        (link("ftp://paper.example"), [("target-unknown", "ftp://paper.example")]),
        (link("https://evilpaper.example"), [("target-unknown", "https://evilpaper.example")]),
        (link("https://example"), [("target-unknown", "https://example")]),
        (link("tel:", ""), [("target-unknown", "tel:")]),
        (link("telephone.html"), []),
        (link("https://pa\u200bper.example"), []),
        (link("https://pa\tper.example"), []),
        (link("HTTPS://paper.example"), []),
        (link("https://"), [("target-unknown", "https://")]),
        (link("//"), [("target-unknown", "//")]),
    ],
)
def test_what_is_told_of_a_target(root: Path, piece: Piece, found: list) -> None:
    """Only what the registry dials, with its own digits, names and box; only hosts that the sources name."""
    assert told(piece, root) == found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Xem [báo](https://paper.example/x).", True),
        ("https://paper.example/x", True),
        ("https://paper.example/x/y hoặc https://paper.example/x-y", False),
        ("https://paper.example/xy, https://paper.example/x?y", False),
        ("https://paper.example/x/y, https://paper.example/x", True),
        ("https://paper.example/", False),
        ("", False),
    ],
)
def test_an_address_of_a_known_host_stands_in_the_pages_own_text(root: Path, text: str, right: bool) -> None:
    """Whole, not as a part of a longer one; another host is never made known by a page."""
    target = "https://paper.example/x"
    assert told(link(target), root, source_of(text)) == ([] if right else [("target-unknown", target)])
    assert told(link("https://evil.example/x"), root, source_of("https://evil.example/x")) == [("target-unknown", "https://evil.example/x")]


def test_a_box_is_read_in_the_language_of_the_page(root: Path) -> None:
    """The English name on an English page, however its words are spaced."""
    piece = link("tel:119", "119", box=["The rescue 119"])
    assert (
        told(piece, root, language="en") == []
        and told(piece, root) == [("name-crossed", "tel:119", "rescue", "Cứu hộ")]
        and told(piece, root, language="fr") == []
    )


def test_nothing_is_known_of_an_empty_project(tmp_path: Path) -> None:
    """No data, no settings: no exception."""
    found = read_reference(tmp_path)
    assert found.owners == {} and found.texts == [] and isinstance(found, Reference)


def page_of(source: str, body: str) -> bytes:
    """Returns a page that says which Markdown it was made from."""
    return f'<html lang="vi"><meta name="app-source" content="{source}"><p>{body}</p>'.encode()


CALL = '<a href="tel:119">119</a>'
MISSING = [("help-missing", 1, "rescue")]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.HTML", b"<p>\n<p>11<b>8</b>", [("number-unknown", 2, "118")]),
        ("a.xml", b"<p>11<b>8</b>", [("number-unknown", 1, "118")]),
        ("a.txt", b"<p>11<b>8</b>", []),
        ("a.htm", b'<svg d="118 118"/>', []),
        ("a.JS", b"f('a \\u0031\\u0031\\u0038')", [("number-unknown", 1, "118")]),
        ("a.js", b'{"a": 118118118}', []),
        ("a.js", b"f('18001190')", []),
        ("a.json", b'{"a": 118118118}', [("number-unknown", 1, "118118118")]),
        ("a.vcf", b"TEL:+84 28\n 7300118", [("number-unknown", 1, "+84 287300118")]),
        ("a.vcf", b"TEL;TYPE=VOICE:119\r\nNOTE:Day. 119: free.\r\n", []),  # where cards have a number, there is no link
        ("a.vcf", b"NOTE:119: 1\\,000 dong a minute\\; 12\\,500 calls.\r\n", []),  # RFC 2426, 5: a comma within a value
        ("a.vcf", b"NOTE:0912\\,345\\,678\r\n", [("number-unknown", 1, "0912"), ("number-unknown", 1, "345"), ("number-unknown", 1, "678")]),
        ("a.vcf", b"TEL;TYPE=VOICE:118\r\nNOTE:Day.\r\n", [("number-unknown", 1, "118")]),
        ("a.txt", b"TEL:+84 28\n 7300118", [("number-unknown", 1, "+84 28"), ("number-unknown", 2, "7300118")]),
        ("a.txt", b"\na\n\xff", [("file-garbled", 3, "0xff")]),
        ("a.txt", b"\na\x80", [("file-garbled", 2, "0x80")]),
        ("a.PNG", b"\xff", [("file-unread", 1, "it is no whole picture: it does not begin as a picture does, or breaks off")]),
        ("a.txt", "117, hai hai hai, x.vn, 116".encode(), []),
        ("a.html", page_of("vi/a.md", f"{CALL} 117"), []),
        ("a.html", page_of("vi/a.md", "117"), MISSING),
        ("a.html", page_of("vi/a.md", "119"), [*MISSING, ("number-unknown", 1, "119")]),
        ("a.html", page_of("vi/a.md", f"{CALL} 116"), [("number-unknown", 1, "116")]),
        ("a.html", page_of("vi/z.md", f"{CALL} 116"), []),
        ("a.htm", page_of("vi/a.md", "117"), []),
        ("a.html", b"<p>117", []),
        (
            "a.html",
            page_of("vi/a.md", f'<div class="app-contact-card">{CALL}</div>'),
            [("name-crossed", 1, "tel:119")],
        ),
    ],
)
def test_what_is_told_of_a_file(root: Path, tmp_path: Path, name: str, content: bytes, found: list) -> None:
    """By its ending: markup, strings of code, data, cards, plain lines; held against its own Markdown, or against all."""
    (tmp_path / name).write_bytes(content)
    said = list(check_finished(root, tmp_path))
    assert {one.place.path for one in said} <= {name} and all(one.rule.startswith(f"{FAMILY}-") for one in said)
    assert {key for one in said for key, _ in one.values} <= {"written", "contact", "byte", "reason", "target", "name"}
    assert sorted((one.rule.removeprefix("finished-"), one.place.line, one.values[0][1]) for one in said) == sorted(found)


def test_a_program_that_is_missing_is_told_once(root: Path, tmp_path: Path, monkeypatch) -> None:
    """However many pictures it would have read; everything else is told."""
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"")
    for name in ("c.txt", "d.txt"):
        (tmp_path / name).write_bytes(b"G 118")
    assert [(one.rule, one.place.path) for one in check_finished(root, tmp_path)] == [
        ("finished-program-missing", "a.png"),
        ("finished-number-unknown", "c.txt"),
        ("finished-number-unknown", "d.txt"),
    ]


def test_what_was_looked_at_before(root: Path, tmp_path: Path, monkeypatch) -> None:
    """It is told again without another look, until the file or what it is held against changes; what nobody could read never."""
    project, site, seen, needed = tmp_path / "project", tmp_path / "site", [], []
    shutil.copytree(root, project)
    site.mkdir()
    for name, content in {"a.html": page_of("vi/a.md", f"{CALL} 118"), "b.txt": b"hai hai hai", "c.txt": b"", "d.png": b"\xff"}.items():
        (site / name).write_bytes(content)
    look = SecondLook._look
    monkeypatch.setattr(SecondLook, "_look", lambda self, name, content: seen.append(name) or look(self, name, content))
    monkeypatch.setattr(finished.Kept, "forget", lambda self, kind, keys: needed.append(len(keys)))

    def looked() -> tuple[list[str], list[str]]:
        seen.clear()
        told = [one.place.path for one in SecondLook(project, None, project / PLACE).at(site)]
        return list(seen), told

    assert looked() == (["a.html", "b.txt", "c.txt", "d.png"], ["a.html", "d.png"])
    assert looked() == (["d.png"], ["a.html", "d.png"]) and needed == [4]
    (project / "docs" / "vi" / "a.md").write_text("118", encoding="utf-8")
    assert looked() == (["a.html", "b.txt", "c.txt", "d.png"], ["d.png"])
    (project / "docs" / "vi" / "b.md").write_text("", encoding="utf-8")
    assert looked() == (["b.txt", "c.txt", "d.png"], ["b.txt", "d.png"])
    (site / "b.txt").rename(site / "e.txt")
    assert looked() == (["d.png", "e.txt"], ["d.png", "e.txt"])


def test_other_code_looks_again(monkeypatch) -> None:
    """Of this room, and of how a finding is told; not of the rest of the project."""
    monkeypatch.setattr(finished, "made_by", lambda places, packages: [place.name for place in places])
    assert finished._made_by.__wrapped__() == ["finished", "finding.py", "place.py"]


@pytest.mark.parametrize(("many", "kept", "ahead"), [(50, True, 0), (51, True, 1), (51, False, 0)])
def test_a_large_site_is_looked_at_meanwhile(root: Path, tmp_path: Path, monkeypatch, many: int, kept: bool, ahead: int) -> None:
    """In another process, when there is much that is new and a memory to leave it in."""
    begun = []
    monkeypatch.setattr(finished, "beside", lambda *what: begun.append(what) or nullcontext())
    site = tmp_path / "site"
    site.mkdir()
    for number in range(many):
        (site / f"{number}.txt").write_bytes(b"")
    look = SecondLook(root, None, tmp_path / "look.sqlite3" if kept else None)
    with look.begun(site):
        assert len(begun) == ahead
    assert list(look.at(site)) == []
    with look.begun(site):
        assert len(begun) == ahead
