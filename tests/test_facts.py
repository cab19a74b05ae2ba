"""What the facts room promises: it reads what people really write, byte for byte, and never fails on the rest."""

import os
import random
import string
import tempfile
from datetime import date
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import settings as budget
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir
from markdown.extensions.toc import TocExtension
from selectolax.lexbor import LexborHTMLParser

from scripts.checks.report import as_text, in_order
from scripts.checks.source import check_source
from scripts.facts.data import strict_yaml
from scripts.facts.contacts import grouped
from scripts.facts.finding import LONGEST_VALUE, finding
from scripts.facts.words.nearest import COMPARED, LONGEST, closest
from scripts.facts.pages.outline import outline
from scripts.facts.pages import address_of
from scripts.facts.place import Place
from scripts.facts.project import read_project
from scripts.facts.files.reading import LARGEST, read_text
from scripts.facts.settings import read_settings
from scripts.facts.data.shape import by_id, day, either, in_languages, list_of, loose_date, one_of, record_of, text, web_address
from scripts.facts.pages.slug import slug
from scripts.facts.data.strict_yaml import DEEPEST, read_yaml
from scripts.facts.pages.tokens import Token, tokens_in

TODAY = date(2026, 5, 5)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff\ufffd"))
FORGIVING = budget(max_examples=60, deadline=None, database=None,
                   suppress_health_check=[HealthCheck.function_scoped_fixture])
set_hypothesis_home_dir(tempfile.gettempdir())  # it keeps notes, and the project's folder is no place for them


def rules_of(findings) -> list[str]:
    """Returns the names of the rules that findings break, in order."""
    return [found.rule for found in in_order(findings)]


def shown(findings) -> list[str]:
    """Returns place and rule of each finding."""
    return [f"{found.place}: {found.rule}" for found in in_order(findings)]


# --- strict YAML ------------------------------------------------------------

@pytest.fixture(params=[strict_yaml.LOADER, yaml.SafeLoader], ids=["libyaml", "python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is not there, PyYAML parses by itself; the two tell plain scalars in different ways."""
    monkeypatch.setattr(strict_yaml, "LOADER", request.param)


@FORGIVING
@given(st.dictionaries(TEXTS.filter(bool), TEXTS, max_size=8), st.sampled_from("'\""))
def test_quoted_texts_come_back_byte_for_byte(entries: dict[str, str], quote: str) -> None:
    """A number in quotes is never changed, whatever it looks like."""
    written = yaml.safe_dump(entries, default_style=quote, allow_unicode=True, width=1000)
    assert read_yaml(written, "x.yml") == (entries, [])


@FORGIVING
@given(st.text(alphabet="ab:-,\n '\"[]{}#&*!|>0123.~tru", max_size=60))
def test_what_is_read_without_findings_is_what_others_read(written: str) -> None:
    """The small part of YAML means the same to us as to every other reader."""
    value, findings = read_yaml(written, "x.yml")
    if not findings:
        assert value == _composed(yaml.compose(written, Loader=strict_yaml.LOADER))


def _composed(node: yaml.Node | None) -> object:
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode):
        return {key.value: _composed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_composed(item) for item in node.value]
    plain = {} if node.style else {"": None, "~": None, "null": None, "true": True}
    return plain.get(node.value, node.value)


@FORGIVING
@given(st.binary(max_size=400))
def test_random_bytes_are_a_value_or_findings(tmp_path: Path, raw: bytes) -> None:
    """Nothing that lies in a file is an exception."""
    (tmp_path / "x.yml").write_bytes(raw)
    content, findings = read_text(tmp_path, "x.yml")
    if content is None:
        assert findings
    else:
        read_yaml(content, "x.yml")


@pytest.mark.parametrize(("written", "value"), [
    ('number: "0111"', {"number": "0111"}),
    ("number: '0111'", {"number": "0111"}),
    ("on: 2026-05-04", {"on": "2026-05-04"}),
    ("name:", {"name": None}),
    ("default: true", {"default": True}),
    ("says: >\n  one\n  two\n", {"says": "one two\n"}),
    ("# only a comment", None),
    ("", None),
])
@pytest.mark.usefixtures("either_parser")
def test_plain_values(written: str, value: object) -> None:
    """Words are words, days are words, nothing is nothing, and only true and false are more."""
    assert read_yaml(written, "x.yml") == (value, [])


@pytest.mark.parametrize("number", ["119", "0111", "+84287300119", "1_000", "1.5", ".5", "1e3", "0x77", "0b1", "0o17",
                                    "22:30", "-7", "1900:00:11"])
@pytest.mark.usefixtures("either_parser")
def test_every_number_without_quotes_is_told(number: str) -> None:
    """Each of these is a number to some reader of YAML, and configuration that is not ours may hold it."""
    assert rules_of(read_yaml(f"number: {number}", "x.yml")[1]) == ["contact-number-unquoted"]
    assert rules_of(read_yaml(f"amount: [{number}]", "x.yml")[1]) == ["yaml-number-unquoted"]
    assert read_yaml(f"amount: {number}", "x.yml", numbers=True) == ({"amount": number}, [])


@pytest.mark.parametrize("word", ["116/2025/QH15", "2026-05-04", "8h–17h", "v1.2.3", "1.2.3", "12 giờ", "e5", "nope",
                                  "A05"])
@pytest.mark.usefixtures("either_parser")
def test_words_with_digits_need_no_quotes(word: str) -> None:
    """Numbers of laws, days and versions are words to every reader."""
    assert read_yaml(f"name: {word}", "x.yml") == ({"name": word}, [])


def test_values_know_their_lines() -> None:
    """Also when the text starts in the middle of a file."""
    value, _ = read_yaml("a: x\nb:\n  - y\n  - z\n", "page.md", first_line=2)
    assert (value["a"].place, value.place_of("b"), value["b"][1].place) == tuple(Place("page.md", n) for n in (2, 3, 5))


# --- hostile files ----------------------------------------------------------

BOMB = "\n".join(["a0: &a0 x"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)])


@pytest.mark.parametrize(("name", "written", "rule"), [
    ("a bomb of aliases", BOMB, "yaml-anchor"),
    ("an endless alias", "a: &a [*a]", "yaml-anchor"),
    ("a hundred thousand lists", "[" * 100_000, "yaml-too-deep"),
    ("a hundred thousand mappings", "{a: " * 100_000, "yaml-too-deep"),
    ("a hundred thousand dashes", "- " * 100_000, "yaml-too-deep"),
    ("a staircase", "\n".join(" " * n + "a:" for n in range(1000)), "yaml-too-deep"),
    ("a number of a million digits", "number: " + "1" * 900_000, "yaml-text-long"),
    ("half a million sixties", "number: " + "1:" * 400_000 + "1", "yaml-text-long"),
    ("a number of thousands of digits", "number: " + "1" * 19_000, "contact-number-unquoted"),
    ("thousands of sixties", "number: " + "1:" * 9_000 + "1", "contact-number-unquoted"),
    ("a null byte", "a: \0", "yaml-syntax"),
    ("half a pair of surrogates", 'a: "\\ud83d"', "yaml-syntax"),
    ("a lone surrogate", "a: \ud83d", "yaml-syntax"),
    ("a letter beyond all letters", 'a: "\\UFFFFFFFF"', "yaml-syntax"),
    ("a key that is a mapping", "{a: b}: c", "yaml-syntax"),
    ("a tag that runs code", "!!python/object/apply:os.system [ls]", "yaml-tag"),
    ("another version of YAML", "%YAML 9.9\n---\na: b", "yaml-syntax"),
])
@pytest.mark.usefixtures("either_parser")
def test_hostile_yaml_is_one_clear_finding(name: str, written: str, rule: str) -> None:
    """None of these may fill the memory or run for hours, let alone run."""
    found = read_yaml(written, "x.yml")[1]
    assert rules_of(found) == [rule], name
    assert len(as_text(found)) < 4 * LONGEST_VALUE + 500


def test_digits_that_turn_out_to_be_none_are_read_once() -> None:
    """Telling a number from a word must not try every way to cut thousands of digits."""
    assert read_yaml("a: " + "1" * 19_000 + "x", "x.yml")[1] == []


@pytest.mark.parametrize(("raw", "rule"), [
    (b"x" * (LARGEST + 1), "file-too-large"),
    (b"title: T\xeati", "file-not-utf8"),
    (b"\xff\xfea\x00", "file-not-utf8"),
    (b"\xed\xa0\x80", "file-not-utf8"),
    (b"\xef\xbb\xbfa: b", "file-byte-order-mark"),
    (b"a: \x00", "file-character-harmful"),
    ("a: \u202e911".encode(), "file-character-harmful"),
    ("a: e\u0302".encode(), "file-not-nfc"),
])
def test_hostile_files_are_one_clear_finding(tmp_path: Path, raw: bytes, rule: str) -> None:
    """What cannot be used is said in one line, with the line of the file."""
    (tmp_path / "x.yml").write_bytes(raw)
    assert rules_of(read_text(tmp_path, "x.yml")[1]) == [rule]


def test_two_megabytes_are_not_even_read(tmp_path: Path) -> None:
    """The size is known before the file is opened."""
    (tmp_path / "x.yml").write_bytes(b"a: b\n" * 400_000)
    content, findings = read_text(tmp_path, "x.yml")
    assert content is None
    assert as_text(findings).startswith("x.yml:1: file-too-large: 2000000 bytes; the largest allowed is 1000000\n")


ENDLESS = {"brackets": "[", "links": "[a](", "backticks": "`", "odd backticks": "` `` ", "broken tokens": "[[a]",
           "headings": "# a\n", "fences": "```\n", "underlines": "a\n---\n", "tokens": "[[contact:", "tags": "<",
           "braces": " {#", "backslashes": "\\", "digits": "0912 ", "spaces": " ", "pictures": "![", "references": "[a]: "}


@pytest.mark.parametrize("unit", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("begin", ["", "## ", "[a]("])
def test_pages_made_to_take_for_ever_do_not(campaign: Path, begin: str, unit: str) -> None:
    """Each of these would take hours if a search went back and forth over the whole page."""
    page = campaign / "docs/en/404.md"
    page.write_text(page.read_text(encoding="utf-8") + begin + unit * (60_000 // len(unit)) + ")", encoding="utf-8")
    found = list(check_source(read_project(campaign), TODAY))
    assert {problem.place.path for problem in found} <= {"docs/en/404.md", "docs/km/404.md"}


# --- reading ----------------------------------------------------------------

def test_line_ends_are_made_the_same(tmp_path: Path) -> None:
    """Windows, old Macs and everybody else."""
    (tmp_path / "x.md").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert read_text(tmp_path, "x.md")[0] == "a\nb\nc\n"


def test_what_was_told_is_mended_in_the_text(tmp_path: Path) -> None:
    """So that a title in separate marks is not another title as well."""
    (tmp_path / "x.md").write_text("Ti\u0302nh \0táo\n", encoding="utf-8")
    content, findings = read_text(tmp_path, "x.md")
    assert content == "Tînh táo\n"
    assert shown(findings) == ["x.md:1: file-character-harmful", "x.md:1: page-not-nfc"]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize("make", [lambda path: path.symlink_to("/etc/passwd"), os.mkfifo, Path.mkdir],
                         ids=["a link", "a pipe", "a folder"])
def test_what_is_no_ordinary_file_is_not_opened(campaign: Path, make) -> None:
    """A link could publish any file of this machine; a pipe never ends."""
    make(campaign / "docs/vi/x.md")
    make(campaign / "docs/_data/synonyms.yml")
    found = shown(check_source(read_project(campaign), TODAY))
    expected = ["docs/_data/synonyms.yml:1: file-kind-odd", "docs/vi/x.md:1: file-kind-odd"]
    assert found == (["docs/_data/synonyms.yml:1: file-unreadable"] if (campaign / "docs/vi/x.md").is_dir() else expected)


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_linked_folder_is_not_published(campaign: Path) -> None:
    """MkDocs follows links to folders and publishes all that lies below them."""
    (campaign / "docs/assets").symlink_to("/etc", target_is_directory=True)
    assert shown(check_source(read_project(campaign), TODAY)) == ["docs/assets:1: file-kind-odd"]


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX are bytes")
def test_a_name_that_is_no_text(campaign: Path) -> None:
    """A name in another encoding can be told to GitHub, to programs and to people."""
    with open(os.fsencode(campaign / "docs/vi") + b"/tin-\xff.md", "wb") as page:
        page.write((campaign / "docs/vi/404.md").read_bytes())
    found = in_order(check_source(read_project(campaign), TODAY))
    assert rules_of(found)[-1:] == ["page-translation-missing"] and as_text(found).encode("utf-8")


# --- the whole project ------------------------------------------------------

def test_an_empty_folder_is_no_project(tmp_path: Path) -> None:
    """One thing is told: what makes a folder a project is missing."""
    project = read_project(tmp_path)
    assert project.settings is None
    assert shown(check_source(project, TODAY)) == ["mkdocs.yml:1: file-missing"]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """As when somebody names a zip."""
    (tmp_path / "x.zip").write_bytes(b"PK")
    assert shown(check_source(read_project(tmp_path / "x.zip"), TODAY)) == ["mkdocs.yml:1: file-unreadable"]


def test_settings_alone(tmp_path: Path, campaign: Path) -> None:
    """Every file that is needed is told, each once."""
    (tmp_path / "mkdocs.yml").write_bytes((campaign / "mkdocs.yml").read_bytes())
    (tmp_path / "overrides").mkdir()
    found = shown(check_source(read_project(tmp_path), TODAY))
    needed = ("campaign", "contacts", "sources", "strings")
    assert found == [*(f"docs/_data/{name}.yml:1: file-missing" for name in needed),
                     *(f"docs/{code}:1: folder-missing" for code in ("en", "km", "vi"))]


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs", "docs/vi", "docs/_data", "docs/_data/contacts.yml",
                                  "docs/_data/strings.yml", "docs/vi/index.md"])
def test_a_folder_instead_of_a_file_and_the_other_way_round(campaign: Path, name: str) -> None:
    """Whatever stands in the wrong place is told, and nothing fails."""
    path = campaign / name
    path.rename(campaign / "aside")
    path.write_text("x") if (campaign / "aside").is_dir() else path.mkdir()
    assert rules_of(check_source(read_project(campaign), TODAY))


def odd_values(source: random.Random, depth: int = 0) -> object:
    """Returns a value that hardly any field expects."""
    plain = [None, True, "", "x", 119, [], {}, "down until 2026-99-99", "http://[", {"vi": "a", "en": None},
             ["river-rescue-119", None, {"a": 1}], {"type": ["web"]}]
    nested = [] if depth > 2 else [[odd_values(source, depth + 1)], {"type": odd_values(source, depth + 1)}]
    return source.choice(plain + nested)


def changed(value: object, source: random.Random) -> object:
    """Returns a data file with one odd value somewhere in it."""
    if isinstance(value, dict) and value and source.random() < 0.85:
        key = source.choice(list(value))
        return {**value, key: changed(value[key], source)}
    if isinstance(value, list) and value and source.random() < 0.85:
        at = source.randrange(len(value))
        return [*value[:at], changed(value[at], source), *value[at + 1:]]
    return odd_values(source)


@FORGIVING
@given(st.sampled_from(["contacts", "retired", "sources", "campaign", "glossary", "mkdocs", "page"]),
       st.integers(0, 10**6))
def test_odd_values_are_findings_and_never_exceptions(campaign: Path, name: str, seed: int) -> None:
    """A list for a word, a word for a list, nothing for anything, wherever a person may write it."""
    path = campaign / {"mkdocs": "mkdocs.yml", "page": "docs/en/404.md"}.get(name, f"docs/_data/{name}.yml")
    before = path.read_text(encoding="utf-8")
    head, body = before.split("---\n")[1:3] if name == "page" else (before, "")
    written = yaml.safe_dump(changed(yaml.safe_load(head), random.Random(seed)), allow_unicode=True)
    try:
        path.write_text(f"---\n{written}---\n{body}" if name == "page" else written, encoding="utf-8")
        as_text(in_order(check_source(read_project(campaign), TODAY)))
    finally:
        path.write_text(before, encoding="utf-8")


# --- settings ---------------------------------------------------------------

def test_settings_put_the_main_language_first(tmp_path: Path) -> None:
    """Wherever it stands in the list."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: X\nsite_url: https://a.example/b\nnot_in_nav: |\n  /404.md\n"
        "nav:\n  - index.md\n  - Help:\n      - One: a/b.md\n"
        "plugins:\n  - search\n  - i18n:\n      languages:\n        - locale: en\n"
        "        - {locale: vi, default: true, name: Việt}\n", encoding="utf-8")
    found, findings = read_settings(tmp_path)
    assert (found.codes, found.default, found.address, findings) == (("vi", "en"), "vi", "https://a.example/b/", [])
    assert (found.nav, found.hidden, found.languages[1].name) == (("index.md", "a/b.md"), {"404.md"}, "en")


def test_a_site_without_address(tmp_path: Path) -> None:
    """Nobody has said where it will be served, so no address is its own."""
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - i18n:\n      languages:\n        - locale: vi\n")
    assert read_settings(tmp_path)[0].address == ""


@pytest.mark.parametrize("plugins", ["true", "i18n", "[i18n]", "[{i18n: true}]", "[{i18n: {languages: vi}}]",
                                     "[{i18n: {languages: [vi]}}]", "[[]]", "{i18n: {languages: {vi: x}}}"])
def test_settings_without_languages(tmp_path: Path, plugins: str) -> None:
    """However they are missing, it is told in the same words."""
    (tmp_path / "mkdocs.yml").write_text(f"plugins: {plugins}\n")
    found, findings = read_settings(tmp_path)
    assert found is None and rules_of(findings) == ["settings-languages-missing"]


# --- slugs and addresses ----------------------------------------------------

@pytest.mark.parametrize(("written", "expected"), [
    ("Điện thoại", "dien-thoai"), ("Lỡ chuyển tiền?", "lo-chuyen-tien"), ("  Số 111 – gọi ngay! ", "so-111-goi-ngay"),
    ("snake_case", "snake-case"), ("Ưu đãi", "uu-dai"), ("…", ""), ("Москва", "москва"),
])
def test_slugs_are_read_aloud(written: str, expected: str) -> None:
    """đ stays d, marks are left out, and other scripts are kept."""
    assert slug(written) == expected


@FORGIVING
@given(TEXTS)
def test_a_slug_of_a_slug_is_the_same(written: str) -> None:
    """So that a file name made from a title stays as it is."""
    assert slug(slug(written)) == slug(written)


@pytest.mark.parametrize(("pair", "language", "address"), [
    ("index.md", "vi", "index.html"), ("index.md", "en", "en/index.html"), ("a/b.md.md", "en", "en/a/b.md.html")])
def test_addresses_of_pages(pair: str, language: str, address: str) -> None:
    """The main language is served at the root."""
    assert address_of(pair, language, "vi") == address


# --- tokens -----------------------------------------------------------------

@pytest.mark.parametrize(("written", "token"), [
    ("[[contact:river-rescue-119]]", Token("[[contact:river-rescue-119]]", "contact", "river-rescue-119")),
    ("[[contacts:kind=platform,rank=primary]]",
     Token("[[contacts:kind=platform,rank=primary]]", "contacts", "", (("kind", "platform"), ("rank", "primary")))),
    ("[[contact: x]]", Token("[[contact: x]]")),
    ("[[Contact:x]]", Token("[[Contact:x]]")),
    ("[[contact:x--y]]", Token("[[contact:x--y]]")),
    ("[[contact:x]", Token("[[contact:x]")),
    ("[contact:x]", Token("[contact:x]")),
    ("contact:x]]", Token("contact:x]]")),
    ("[[]]", Token("[[]]")),
])
def test_the_grammar_of_tokens(written: str, token: Token) -> None:
    """A token is understood, or it has no kind; it is never lost."""
    assert tokens_in(f"Gọi {written} ngay") == [token]


@pytest.mark.parametrize("written", ["[a](b.md)", "[[a]", "x[0][1]", "fact: yes]", "[contact:x](a.md)", "[x]: y"])
def test_ordinary_brackets_are_no_tokens(written: str) -> None:
    """Except two at once, which are a token that went wrong."""
    assert tokens_in(written) == ([Token("[[a]")] if written == "[[a]" else [])


# --- outline ----------------------------------------------------------------

def rendered(written: str) -> tuple[list, list]:
    """Returns headings and link targets as Python-Markdown makes them."""
    extensions = ["admonition", "attr_list", "def_list", "sane_lists", "tables", "fenced_code", TocExtension(slugify=slug)]
    html = markdown.markdown(written, extensions=extensions)
    page = LexborHTMLParser(html)
    return ([(int(node.tag[1]), node.attributes["id"]) for node in page.css("h1,h2,h3,h4,h5,h6")],
            sorted(node.attributes.get("href") or node.attributes.get("src") for node in page.css("a,img")))


def scanned(written: str) -> tuple[list, list]:
    """Returns the same as the scan finds it."""
    found = outline(written)
    return [(heading.level, heading.anchor) for heading in found.headings], sorted(link.target for link in found.links)


@pytest.mark.parametrize("written", [
    "# Điện thoại\n\n## Gọi ai? {#goi-ai}\n\n### Điện thoại ###", "# {#a}\n\n# {#a}\n\n# {#b c}", "## A\n## A\n## A\n## B {#a}",
    "#KindRiver", "para\n# mid\nrest",
    "Title\n===\nText\n\nOther\n---\nmore\n---", "- item\n\n---\n", "## Gọi **to** &amp; `nhỏ` _nhẹ_ snake_case [x](y.md)",
    "## ![p](q.png) A \\# B", "## !!!\n## ???", "###### six\n\n####### seven", "## A {: #x .y}", "## <https://a.b/> x",
    "[a](b.md \"t (x)\") [c](<d e.md>) [f]( g.md ) [h](tel:0912 345 678) [i](x_(y).md)",
    "[a [b] c](d.md) [![p](q.png)](r.md) ![s](t.png 'u')", "[a\nb](c.md)", "- [a\n  b](c.md)\n- [d](e.md)",
    "[a][b] and [c]\n\n[b]: d.md 'title'\n[c]: <e.md>", "<https://a.b/c> 1 < 2", "`[a](b)` ``[c](d) ` `` \\`[e](f)\\`",
    "`a\n[b](c)`", "- `a\n- b` [c](d.md)", "```\n# a\n[b](c)\n```\n# d", "~~~~ text\n# a\n~~~\n~~~~\n", "```\n# a\n[b](c)",
    "```\n# a\n````\n# b", "  ```\n# a\n  ```", "``` x y\n# a\n```", "| [a](b.md) | ` |\n| --- | --- |\n| [c](d.md) | ` |",
    "## `c` [l [m] n](y.md \"t\") x", "## A `b\ntext ` [c](d.md)",
])
def test_the_scan_finds_what_python_markdown_makes(written: str) -> None:
    """The lines are ours, the rules are those of the program that makes the pages."""
    headings, links = rendered(written)
    unused = {"d.md", "e.md"} & set(scanned(written)[1]) if "]: " in written else set()
    assert scanned(written)[0] == headings
    assert set(scanned(written)[1]) - unused == set(links) - unused


@FORGIVING
@given(st.lists(st.sampled_from(["# ", "## ", "Gọi ", "điện thoại ", "`c` ", "*e* ", "[l](x.md) ", "![i](p.png) ", "\n\n",
                                 " {#a}\n\n", "\n\n```\n# x\n```\n\n", "a_b ", "&amp; ", "? ",
                                 "[m [n] o](y.md \"t\") ", "<https://a.b/> "])))
def test_the_scan_agrees_on_any_page_of_such_parts(parts: list[str]) -> None:
    """Put together at random, as people do."""
    written = "".join(parts).replace("\n ", "\n").strip()
    assert scanned(written) == rendered(written)


def test_everything_knows_its_line() -> None:
    """The first line of the text is the one behind the front matter."""
    page = "# A\n\n```\n[x](y)\n```\n\n[b\nc](d.md) and\n[[contact:e]]\n\nf\n===\n\n[g]: h.md\n"
    found = outline(page, first_line=10)
    assert [(heading.text, heading.line) for heading in found.headings] == [("A", 10), ("f", 20)]
    assert [(link.target, link.line) for link in found.links] == [("d.md", 16), ("h.md", 23)]
    assert [(token.id, line) for token, line in found.tokens] == [("e", 18)]


@FORGIVING
@given(st.text(alphabet="#-=`~[]()<>{}!\\ab \n", max_size=80))
def test_the_scan_never_fails_and_never_loses_a_line(written: str) -> None:
    """Every line with something on it outside fences is in exactly one passage."""
    lines = [number for passage in outline(written).passages for _, _, number in passage.lines()]
    assert lines == sorted(set(lines)) and set(lines) <= set(range(1, written.count("\n") + 2))


# --- numbers ----------------------------------------------------------------

@FORGIVING
@given(st.text(alphabet=string.digits + "+", max_size=20))
def test_groups_never_change_a_digit(number: str) -> None:
    """Spaces are for the eye; what is dialled stays."""
    assert grouped(number).replace(" ", "") == number


@pytest.mark.parametrize(("number", "expected"), [
    ("111", "111"), ("+84981848484", "+84 981 848 484"), ("+842437656444", "+84 243 765 6444"), ("18001567", "1800 1567"),
    ("1900969680", "1900 969 680"), ("+18008435678", "+1 800 843 5678"), ("0981848484", "098 184 8484")])
def test_numbers_are_read_in_groups(number: str, expected: str) -> None:
    """No group of one digit is left over."""
    assert grouped(number) == expected


# --- shapes -----------------------------------------------------------------

def told(shape, written: str) -> list[str]:
    """Returns what a shape says of a value written as YAML."""
    value, _ = read_yaml(f"x: {written}", "x.yml")
    return rules_of(shape(value["x"], value.place_of("x"), "x"))


@pytest.mark.parametrize(("shape", "right", "wrong"), [
    (text, "a", ["", '" "', "[a]", "true", "{a: b}"]),
    (one_of("a", "b"), "a", ["c", "", "[a]", "true"]),
    (day, "2026-02-28", ["2026-02-30", "2026-2-3", '"2026"', "20260228", "2026-W09-6", "", "[a]"]),
    (loose_date, '"2026-02"', ["2026-13", "2026-02-30", "soon", "", "[a]"]),
    (loose_date, "n.d.", ["n.d"]),
    (web_address, "https://a.example/b?c#d", ["a.example", "ftp://a.example", "https://a b.example", "//a.example",
                                             "https://a@b.example", '"http://["', "javascript:alert(1)", "", "[a]"]),
    (list_of(text), "[a, b]", ["a", "", "{a: b}", "[a, '']"]),
    (record_of({"a": text}, {"b": text}), "{a: c}", ["{}", "{b: c}", "{a: c, d: e}", "a", "[a]", ""]),
    (by_id(text), "{a-1: b}", ["{A: b}", "{a_b: c}", "{a: ''}", "a", "[a]"]),
    (in_languages(("vi", "en")), "{vi: a, en: b}",
     ["{vi: a}", "{vi: a, en: b, fr: c}", "a", "[a]", "", "{vi: a, en: ''}"]),
    (either(text, in_languages(("vi",))), "a", ["{vi: ''}", "[a]"]),
])
def test_a_shape_takes_what_it_describes_and_tells_the_rest(shape, right: str, wrong: list[str]) -> None:
    """Each wrong value is told once."""
    assert told(shape, right) == []
    for written in wrong:
        assert len(told(shape, written)) == 1, written


def test_a_slip_in_a_key_is_not_told_as_missing_too() -> None:
    """One slip, one finding; two different faults are two."""
    shape = record_of({"operator": text, "name": text})
    assert told(shape, "{operater: a, name: b}") == ["field-unknown"]
    assert told(shape, "{colour: a, name: b}") == ["field-missing", "field-unknown"]


# --- findings ---------------------------------------------------------------

def test_a_finding_fits_on_its_lines() -> None:
    """Whatever was written, a report stays three lines to a finding."""
    found = finding(Place("x"), "field-unknown", key="a\r\n  b" + "c" * 10_000, guess="")
    assert as_text([found]).count("\n") == 3
    assert "“a b" in as_text([found]) and len(as_text([found])) < LONGEST_VALUE + 300


def test_deeper_than_anything_of_ours() -> None:
    """The cap leaves room: no file of ours comes near it."""
    assert read_yaml("a: " + "[" * (DEEPEST - 1) + "x" + "]" * (DEEPEST - 1), "x.yml")[1] == []


# --- guesses ----------------------------------------------------------------

FEW, MANY = ["title", "type", "sources"], [f"a-place-{number}" for number in range(900)]


@pytest.mark.parametrize(("word", "known", "meant"), [
    ("tilte", FEW, "title"), ("sources ", FEW, "sources"), ("qqqq", FEW, ""), ("x", [], ""), ("", FEW, ""),
    ("a-plaec-512", MANY, "a-place-512"), ("place-7", MANY, "a-place-7"), ("qqqq", MANY, ""), ("", MANY, ""),
    ("tilte", [*MANY, *FEW], "title"), ("a" * (LONGEST + 1), ["a" * LONGEST], ""), ("é" * 8, [*MANY, "é" * 9], "é" * 9),
])
def test_a_guess_is_the_closest_of_few_names_and_of_many(word: str, known: list[str], meant: str) -> None:
    """Of many, only those with most letters in common are compared."""
    assert closest(word, known) == meant and len(FEW) < COMPARED < len(MANY)
