"""Throws odd pages, data, addresses and pictures at everything that reads what strangers send: no crash, no hang.

The seeds are fixed, so that a failure today is a failure tomorrow; each part has a bound on its size.
"""

import random
import string
from datetime import date
from pathlib import Path

import pytest

from scripts.checks.built.pages.allowed import harmless
from scripts.checks.built.reading import hear_file, read_file
from scripts.checks.finished.extract import Piece
from scripts.checks.finished.judge import Judge, Source
from scripts.checks.finished.reference import read_reference
from scripts.checks.report import FORMATS, in_order
from scripts.checks.source import check_source
from scripts.checks.source.numbers import disguise
from scripts.checks.source.numbers.addresses import host_in, opened, typed
from scripts.checks.source.numbers.excerpts import Excerpt
from scripts.checks.source.numbers.hosts import disguise as disguised
from scripts.checks.source.numbers.hosts import hosts, imitated
from scripts.checks.source.numbers.address_verdicts import of_address
from scripts.checks.source.words.scam_links import defanged
from scripts.facts.address import address_parts
from scripts.facts.pages.limits import excess
from scripts.facts.pages.outline import outline
from scripts.facts.files.pictures import Unreadable, look_into
from scripts.facts.place import Place
from scripts.facts.project import read_project
from scripts.facts.words.sentences import page_words, paragraphs
from scripts.facts.data.strict_yaml import read_yaml
from scripts.facts.words import words
from tests.conftest import CAMPAIGN
from tests.picture_bytes import jpeg, png, webp

TODAY = date(2026, 5, 5)
PARTS = ["# ", "## A {#a}\n", "\n", "\n\n", "- ", "1. ", "> ", "| a | b |\n| - | - |\n", "    ", "\t", "```\n", "~~~ {.x}\n", "`", "``",
         "[[contact:river-rescue-119]]", "[[contacts:kind=helpline]]", "[[", "]]", "[[fact:", "[a](index.md)", "[a](", "](", "[x]: y\n",
         "[x]:\n  y\n", "<https://a.example>", "<a@b.example>", "<", ">", "<!--", "-->", "<script>", "{#x}", "{", "}", "!!! note \"x\"\n",
         "!!! ", ":   x\n", "*", "**", "_", "\\", "&amp;", "&#0;", "&#xffffffff;", "&#1114112;", "&", "“", "”", "\"", "!", "…", "javascript:",
         "tel:119", "http://[", "https://a.b:99999999", "xn--a.example", "0900 123 456", "040204012345", "STK 123456789012",
         "dại dột", "d\u0061\u0323i", "ﬁ", "İ", "ß", "\u200b", "\u202e", "\u0301", "\ufeff", "🙂", "ＡＢＣ", "١١١", "trường THCS Sông Lành bị em",
         "e.g. ", "3.14", "---\n", "===\n", "title: x\n", "'", "%00", "../../", "/etc/passwd", "\\\\host\\x", "a" * 300, "1" * 300, "[" * 50]
YAML = ["a: ", "- ", "\n", "  ", "{", "}", "[", "]", ",", ":", "&a ", "*a", "!!python/x ", "<<: ", "|", ">", "\"", "'", "#", "0111", "yes",
        "~", "1:1", "2026-02-30", "---\n", "...\n", "\t", "\\x", "\\ud800", "\u2028", "é", "a" * 200, "? ", "@", "`", "%"]
NUMBERS = ["1", "19", "①", "⑪", "٣", "𝟏", "½", "Ⅷ", "&#49;", "%31", "\\u0031", "&shy;", "1\ufe0f\u20e3", "**1**", "[1](x)", "<b>1</b>", "<a title=\"1\">", "](tel:119 \"1\")",
           "\u2460", "1\u0301", "．", "・", "–", "\u3000"]
DIGITS = [code for code in range(0x110000) if chr(code).isdecimal()]
ADDRESS = ["https://", "//", "tel:", "sms:", "javascript:", "mailto:", "evil.example", "boats.example", "paper.example", "xn--80ak6aa92e", "@", ".", ":", "/", "?url=", "#", "%2e",
           "。", "[::1]", "127.1", "0x7f", "\\", "\u200b", "www.", "bit.ly", "118", "119", "+84287300119", " ", "а", "rn", "-", "facebook.com", "t.me/x", "[.]", "(at)", "=", ";", "|"]


def made(chance: random.Random, parts: list[str], most: int) -> str:
    """Returns parts put together at random, and now and then a letter of any kind."""
    picked = [chance.choice(parts) if chance.random() < 0.9 else chr(chance.choice((chance.randrange(1, 128), chance.randrange(0x80, 0xD7FF))))
              for _ in range(chance.randrange(1, most))]
    return "".join(picked)


@pytest.mark.parametrize("seed", range(100))
def test_any_page_is_read_checked_and_told(campaign: Path, seed: int) -> None:
    """Whatever stands in a page, the checks end with findings that can be printed in every format."""
    chance = random.Random(seed)
    for language in ("vi", "en"):
        page = campaign / f"docs/{language}/404.md"
        front = page.read_text(encoding="utf-8").split("\n\n# ")[0] if seed % 3 else "---\n" + made(chance, YAML, 20) + "\n---"
        page.write_text(front + "\n\n# X\n\n" + made(chance, PARTS, 60), encoding="utf-8")
    found = in_order(check_source(read_project(campaign), TODAY))
    assert all(format_(found) for format_ in FORMATS.values()) or not found


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("name", ["wording", "reading", "review", "pictures", "glossary", "contacts"])
def test_any_data_file_is_read_checked_and_told(campaign: Path, name: str, seed: int) -> None:
    """A data file may hold anything under any of its own keys."""
    chance = random.Random(f"{name} {seed}")
    path = campaign / f"docs/_data/{name}.yml"
    known = path.read_text(encoding="utf-8") if path.exists() else "limits:\n  help: {}\nwords:\n  a: {}\nneeded:\n  low: []\n"
    lines = known.split("\n")
    for _ in range(3):
        lines[chance.randrange(len(lines))] = made(chance, YAML, 6) if seed % 2 else "  " * chance.randrange(4) + chance.choice(
            ["avoid: x", "signals: []", "better: [a]", "words: {a: b}", "unless: x", "help: x", "sha256: [1]", "low: {}", "victims: {vi: x}"])
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "\x00" not in FORMATS["text"](in_order(check_source(read_project(campaign), TODAY)))


def test_any_text_is_cut_into_words_sentences_and_passages() -> None:
    """Every word knows where it stands, and every line stays in its place."""
    chance = random.Random(1)
    for _ in range(1_500):
        text = made(chance, PARTS, 40)
        assert excess(text) is None or excess(text).line >= 1
        for word in words(text):
            assert 0 <= word.start < word.end <= len(text) and word.text
        found = outline(text)
        assert sum(sentence.words for one in paragraphs(found) for sentence in one.sentences) <= max(page_words(found), len(text))


def test_any_text_in_yaml_is_a_value_or_a_finding() -> None:
    """Nothing is constructed and nothing raised."""
    chance = random.Random(2)
    for _ in range(4_000):
        value, findings = read_yaml(made(chance, YAML, 25), "x.yml")
        assert value is None or not isinstance(value, (int, float)) or isinstance(value, bool)
        assert all(found.place.line >= 1 for found in findings)


def test_any_address_is_judged() -> None:
    """An address is taken apart, judged and made safe whatever it holds; what runs code is never harmless."""
    chance = random.Random(3)
    pieces = ["http", "https", "javascript", "JaVa", "script", ":", "//", "/", "\\", "@", "#", "?", ".", "[", "]", "%6a", "%", "\t", "\n", "\0", " ",
              "a.example", "xn--", "đ", "\u200b", "data", "text/html,", "tel", "99999999999", "&colon;", "\ud800".encode("utf-8", "replace").decode()]
    for _ in range(20_000):
        address = made(chance, pieces, 12)
        address_parts(address), defanged(address)
        plain = "".join(char for char in address.lower() if char > " " and char not in "\u200b")
        if plain.startswith(("javascript:", "vbscript:", "data:text")):
            assert not harmless(address, "a"), address


def test_any_text_is_read_as_readers_see_it() -> None:
    """The normaliser: every character of what it reads leads back into the text, and digits are ASCII ones."""
    chance = random.Random(6)
    for _ in range(3_000):
        text = made(chance, PARTS + NUMBERS, 40)
        reading, hidden = disguise.read(text)
        places = [reading.origin(at) for at in range(len(reading.text))]
        assert all(0 <= place < len(text) for place in places) and places == sorted(places)
        assert all(text[one.origin:one.origin + len(one.text)] == one.text for one in hidden)
        assert not any(char.isdigit() and not char.isascii() for char in disguise.plain("".join(chr(chance.choice(DIGITS)) for _ in range(5))))


def test_any_address_is_set_against_the_registry() -> None:
    """The judges of addresses, of the sources and of finished files, answer whatever they are given."""
    chance, facts, judge = random.Random(7), hosts(read_project(CAMPAIGN)), Judge(read_reference(CAMPAIGN))
    for _ in range(6_000):
        address = "".join(chance.choice(ADDRESS) if chance.random() < 0.9 else chr(chance.randrange(1, 0xD7FF)) for _ in range(chance.randrange(1, 10)))
        host, netloc = host_in(opened(address))
        assert isinstance(disguised(address, host, netloc), str) and isinstance(imitated(host, facts), str)
        for one in typed(disguise.read(address)[0]):
            list(of_address(one, Excerpt(address, Place("docs/x.md")), Place("docs/x.md"), facts))
        told = list(judge.piece(Piece("target", 1, address, address, [address], [address]), Source(), "vi"))
        assert told or not address.strip().lower().startswith(("javascript:", "tel:118", "//evil.example/"))
        list(judge.piece(Piece("text", 1, address), Source(), "vi"))


def test_any_html_is_read() -> None:
    """A page that was damaged on the way is still a page with findings."""
    chance = random.Random(4)
    pieces = ["<", ">", "</", "a", "p", "svg", " href=", " onclick=", "\"", "'", "javascript:", "<script>", "</script>", "<style>", "<!--", "-->",
              "<article>", "<template>", "<![CDATA[", "&#0;", "\0", "<meta http-equiv=refresh content=", "<base href=", "<math><mtext>", "x" * 50]
    for _ in range(3_000):
        content = made(chance, pieces, 30).encode("utf-8", "replace")
        read_file("x.html", content)
        assert all(odd.kind in ("tag", "attribute", "address", "script") for odd in hear_file("page", content).oddities)


@pytest.mark.parametrize("make", [png, jpeg, webp])
def test_any_picture_is_looked_into(make) -> None:
    """Bytes that are swapped, cut or put twice give a picture or a plain answer."""
    chance = random.Random(5)
    for _ in range(4_000):
        content = bytearray(make(7, 5))
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(content))
            content[at:at + chance.randrange(3)] = chance.choice((b"", bytes([chance.randrange(256)]), b"\xff\xff\xff\xff"))
            content = content or bytearray(b"x")
        try:
            assert look_into(bytes(content)).type in ("png", "jpeg", "webp")
        except Unreadable as reason:
            assert str(reason)


def test_the_parts_hold_letters_of_every_kind() -> None:
    """Whoever shortens the lists above keeps what makes them worth it."""
    assert set("[]<>{}`*_|#!&\\") <= set("".join(PARTS)) and set(string.punctuation) - set("".join(PARTS)) <= set("+;^$,'?@%")
