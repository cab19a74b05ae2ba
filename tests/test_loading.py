"""Tests, file by file as they are written, what the strict reader of data files gives and what it tells.

The values of a finding are compared too: a wrong line or a wrong word in it sends somebody to the wrong place.
"""

from datetime import date

import pytest
import yaml

from scripts.facts.data import strict_yaml
from scripts.facts.contacts.contact_shapes import channel_shape, contacts_shape, retired_shape
from scripts.facts.contacts import Contact, contact, retired
from scripts.facts.place import Items, Place, Record
from scripts.facts.data.shape import (
    by_id,
    day,
    either,
    in_languages,
    kind_of,
    list_of,
    loose_date,
    mailbox,
    one_of,
    parse_day,
    record_of,
    text,
    truth,
    web_address,
)
from scripts.facts.data.strict_yaml import DEEPEST, LONGEST_NUMBER, MOST, MOST_VALUES, read_yaml

HERE = Place("x.yml", 3)


def told(findings) -> list[str]:
    """Returns line, rule and values of findings."""
    return [" ".join((str(one.place.line), one.rule, *(value or "–" for _, value in one.values))) for one in findings]


def loaded(written: str, **options) -> tuple[object, list[str]]:
    """Returns the value of a YAML text and what is told of it."""
    value, findings = read_yaml(written, "x.yml", **options)
    assert all(one.place.path == "x.yml" for one in findings)
    return value, told(findings)


@pytest.mark.parametrize(
    ("written", "value", "right"),
    [
        ("a: b\nc: [d, 'e', true, false, ~, null, NULL, Null]\n", {"a": "b", "c": ["d", "e", True, False, None, None, None, None]}, []),
        ("", None, []),
        ("a:\n", {"a": None}, []),
        ('a: ""', {"a": ""}, []),
        ('a: "true"', {"a": "true"}, []),
        ("a: True", {"a": "True"}, []),
        ("a: |\n  true", {"a": "true"}, []),
        ("a: 0111", {"a": "0111"}, ["1 yaml-number-unquoted a 0111 73"]),
        ("number: 111", {"number": "111"}, ["1 contact-number-unquoted number 111 a number to calculate with"]),
        ("b:\n  number: 0x1F", {"b": {"number": "0x1F"}}, ["2 contact-number-unquoted number 0x1F 31"]),
        ("a: 1:20", {"a": "1:20"}, ["1 yaml-number-unquoted a 1:20 80"]),
        ("a: 1e3", {"a": "1e3"}, ["1 yaml-number-unquoted a 1e3 a number to calculate with"]),
        ("a: 1_000", {"a": "1_000"}, ["1 yaml-number-unquoted a 1_000 1000"]),
        ("a: -5", {"a": "-5"}, ["1 yaml-number-unquoted a -5 a number to calculate with"]),
        ("a: +84", {"a": "+84"}, ["1 yaml-number-unquoted a +84 84"]),
        ("a: .5", {"a": ".5"}, ["1 yaml-number-unquoted a .5 0.5"]),
        ("a: 5.", {"a": "5."}, ["1 yaml-number-unquoted a 5. 5.0"]),
        ("a: 0o17", {"a": "0o17"}, ["1 yaml-number-unquoted a 0o17 a number to calculate with"]),
        ("a: 0b11", {"a": "0b11"}, ["1 yaml-number-unquoted a 0b11 3"]),
        ("a: 1:20:30", {"a": "1:20:30"}, ["1 yaml-number-unquoted a 1:20:30 4830"]),
        ("a: 1E+10", {"a": "1E+10"}, ["1 yaml-number-unquoted a 1E+10 a number to calculate with"]),
        ("a: 1e", {"a": "1e"}, []),
        ("a: 1:", None, ["1 yaml-syntax"]),
        ("a: 11a", {"a": "11a"}, []),
        ("a: .", {"a": "."}, []),
        ("a: 1:60", {"a": "1:60"}, []),
        ("a: 2026-05-04", {"a": "2026-05-04"}, []),
        ("a: _1", {"a": "_1"}, []),
        ("a: 1.2.3", {"a": "1.2.3"}, []),
        ("a: 0xG", {"a": "0xG"}, []),
        ("a: 0x", {"a": "0x"}, []),
        ("a: 1:5", {"a": "1:5"}, ["1 yaml-number-unquoted a 1:5 65"]),
        ("a: -x", {"a": "-x"}, []),
        ("a: yes", {"a": "yes"}, ["1 yaml-word-unquoted a yes"]),
        ("a: No", {"a": "No"}, ["1 yaml-word-unquoted a No"]),
        (
            "a: [on, off, y, n]",
            {"a": ["on", "off", "y", "n"]},
            ["1 yaml-word-unquoted a on", "1 yaml-word-unquoted a off", "1 yaml-word-unquoted a y", "1 yaml-word-unquoted a n"],
        ),
        ('a: "yes"', {"a": "yes"}, []),
        ("a: not", {"a": "not"}, []),
        ("a: b\n\na: c\n", {"a": "b"}, ["3 yaml-key-repeated a 1"]),
        ("a: [b, [1]]", {"a": ["b", ["1"]]}, ["1 yaml-number-unquoted a 1 a number to calculate with"]),
        ("- 5", ["5"], ["1 yaml-number-unquoted – 5 a number to calculate with"]),
        ("a: !!str b", None, ["1 yaml-tag !!str"]),
        ("a: &x b", None, ["1 yaml-anchor x"]),
        ("a: *x", None, ["1 yaml-anchor x"]),
        ("&k a: b", None, ["1 yaml-anchor k"]),
        ("a: !!int 5", None, ["1 yaml-tag !!int"]),
        ("a: !x b", None, ["1 yaml-tag !x"]),
        ("a: !!strange b", None, ["1 yaml-tag !!strange"]),
        ("a: ! b", None, ["1 yaml-tag !"]),
        ("a: !!python/object:os.x {}", None, ["1 yaml-tag !!python/object:os.x"]),
        ("a:\n- &y []", None, ["2 yaml-anchor y"]),
        ("{a: b}: c", None, ["1 yaml-syntax a key that is not a word"]),
        ("a: b\n---\nc: d", None, ["2 yaml-syntax a second document begins here"]),
        ("a: b\n---\n", None, ["2 yaml-syntax a second document begins here"]),
        ("a: [b", None, ["2 yaml-syntax"]),
        ("c: d\n<<: {a: b}", None, ["2 yaml-merge"]),
        ("c: {<<: [{a: b}]}", None, ["1 yaml-merge"]),
        ("'<<': b\nc: <<", {"<<": "b", "c": "<<"}, []),
        ('a: "\\x31é1"', {"a": "1é1"}, ['1 yaml-digit-escaped "\\x31é1" 1é1']),
        ('é: "b"\na: ["\\\\\\u0031"]', {"é": "b", "a": ["\\1"]}, ['2 yaml-digit-escaped "\\\\\\u0031" \\1']),
        ('a: "\\x41 \\\\x31 \\U00000131"\nb: \'\\x31\'', {"a": "A \\x31 \u0131", "b": "\\x31"}, []),
        ('a: "b\nc: d\n', None, ["1 yaml-syntax"]),
        ("a: b\nc: 'd\n  e'f\n", None, ["2 yaml-syntax the quote that begins here ends only on line 3"]),
        ("a: 'd'f\n", None, ["1 yaml-syntax"]),
        ("a: b\n\tc: d", None, ["2 yaml-syntax"]),
        ('a: "\\ud800"', None, ["1 yaml-syntax"]),
        ("a: 'x\n  y'\nb: 'z'q", None, ["3 yaml-syntax"]),
        ("a: >\n  b\n  c\n", {"a": "b c\n"}, []),
        ("? a\n: b", {"a": "b"}, []),
    ],
)
def test_what_is_read_of_a_text(written: str, value: object, right: list[str]) -> None:
    """The value, and each finding with its line and words; those of the parser itself are its own affair."""
    found, said = loaded(written)
    assert found == value and [one[: len(begun)] for one, begun in zip(said, right)] == right and len(said) == len(right)


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
def test_letters_that_no_text_may_have(monkeypatch, parser: str) -> None:
    """Whichever parser is there, they are told on their line or on the first of the text, and nothing is read."""
    monkeypatch.setattr(strict_yaml, "LOADER", getattr(yaml, parser, yaml.SafeLoader))
    nothing = "an escape that stands for no letter" if strict_yaml.LOADER is yaml.SafeLoader else "found invalid Unicode character escape code"
    assert loaded('a: "\\ud800"', first_line=5) == (None, [f"5 yaml-syntax {nothing}"])
    assert loaded('a: "\\Uffffffff"', first_line=5) == (None, [f"5 yaml-syntax {nothing}"])
    value, (said,) = loaded("a: \x01b", first_line=5)
    assert value is None and said.startswith("5 yaml-syntax unacceptable character #x0001") and "\n" not in said


@pytest.mark.parametrize("written", ["a: |\n  x\n  y\nb: 'z'q", "a: 'z'q", "a: >\n  x\nb: 'z'q"])
def test_a_fault_beside_a_text_on_one_line_is_no_quote_without_end(written: str) -> None:
    """Only quotes that run over lines are blamed for what stands behind them."""
    _, (said,) = loaded(written)
    assert said.startswith(f"{written.count(chr(10)) + 1} yaml-syntax") and "begins here" not in said


def test_where_a_text_stands_in_its_file() -> None:
    """Lines are counted from the line on which the text begins; items and keys know theirs."""
    value, found = loaded("a: [b,\n  0111]\nc:\n  d: e", first_line=5)
    assert found == ["6 yaml-number-unquoted a 0111 73"]
    assert (
        value.place.line,
        value.place_of("a").line,
        value.place_of("c").line,
        value["c"].place_of("d").line,
        value.place_of("none").line,
    ) == (5, 5, 7, 8, 5)
    assert (
        [place.line for place in value["a"].places] == [5, 6]
        and value["a"].place.line == 5
        and value["a"][1].place.line == 6
        and value["c"]["d"].place.line == 8
    )
    assert loaded("a: b\nc: 'd'e", first_line=5)[1][0].startswith("6 yaml-syntax") and loaded('a:\n b: "\\ud800"', first_line=5)[1][
        0
    ].startswith(("5", "6"))
    assert loaded("a: 'b\n c'd", first_line=5)[1] == ["5 yaml-syntax the quote that begins here ends only on line 6"]


def test_numbers_of_settings_are_let_through() -> None:
    """In configuration that is not ours to shape; a repeated key is told all the same."""
    assert loaded("a: 5\nb: yes\na: 6", numbers=True) == ({"a": "5", "b": "yes"}, ["3 yaml-key-repeated a 1"])


def test_bounds() -> None:
    """As deep, as many and as long as said, and not one more."""
    deep = "[" * DEEPEST + "a" + "]" * DEEPEST
    assert DEEPEST == 12 and loaded(deep)[1] == [] and loaded(f"[{deep}]")[1] == ["1 yaml-too-deep 12"]
    keyed = "".join("  " * at + "a:\n" for at in range(DEEPEST)) + "  " * DEEPEST
    assert loaded(f"{keyed}b")[1] == [] and loaded(f"{keyed}b: c")[1] == ["13 yaml-too-deep 12"]
    assert loaded("a: " + "b" * 20_000) == ({"a": "b" * 20_000}, []) and loaded("c: d\na: " + "b" * 20_001) == (
        None, ["2 yaml-text-long 20001 20000"])
    many = "- a\n" * (MOST_VALUES - 1)
    assert MOST_VALUES == 50_000 and loaded(many)[1] == [] and loaded(f"{many}- a")[1] == ["50000 yaml-too-many 50000"]
    assert (
        MOST == 200
        and len(loaded("a: b\n" * (MOST + 2))[1]) == MOST + 1
        and loaded("a: b\n" * (MOST + 3))[1] == ["2 yaml-key-repeated a 1"]
    )
    assert (
        LONGEST_NUMBER == 60
        and loaded("a: " + "1_" * 30)[1][0].endswith("1" * 30)
        and loaded("a: " + "1_" * 30 + "1")[1][0].endswith("a number to calculate with")
    )


def shaped(shape, value: object) -> list[str]:
    """Returns what a shape tells of a value."""
    return told(shape(value, HERE, "name"))


def made(written: str) -> object:
    """Returns the value of a YAML text without faults."""
    value, findings = read_yaml(written, "x.yml")
    assert findings == []
    return value


@pytest.mark.parametrize(
    ("shape", "written", "right"),
    [
        (text, "a", []),
        (text, '" "', ["3 field-mistyped name a text an empty text"]),
        (text, "[a]", ["3 field-mistyped name a text a list"]),
        (text, "{}", ["3 field-mistyped name a text a mapping"]),
        (text, "~", ["3 field-mistyped name a text nothing"]),
        (text, "true", ["3 field-mistyped name a text true or false"]),
        (truth, "true", []),
        (truth, "false", []),
        (truth, '"true"', ["3 field-mistyped name true or false a text"]),
        (one_of("live", "down"), "live", []),
        (one_of("live", "down"), "down", []),
        (one_of("a", "b"), '""', ["3 field-mistyped name one of: a, b an empty text"]),
        (one_of("a", "b"), "[a]", ["3 field-mistyped name one of: a, b a list"]),
        (day, "2026-02-28", []),
        (day, "2026-02-29", ["3 field-date-malformed name 2026-02-29"]),
        (day, "2026-2-1", ["3 field-date-malformed name 2026-2-1"]),
        (day, '"20260228"', ["3 field-date-malformed name 20260228"]),
        (day, "~", ["3 field-mistyped name a date nothing"]),
        (day, '"2026-02-28 "', ["3 field-date-malformed name 2026-02-28 "]),
        (loose_date, "n.d.", []),
        (loose_date, '"2026"', []),
        (loose_date, "2026-12", []),
        (loose_date, "2026-13", ["3 field-date-malformed name 2026-13"]),
        (loose_date, "2026-00", ["3 field-date-malformed name 2026-00"]),
        (loose_date, "2026-09", []),
        (loose_date, "2026-12-31", []),
        (loose_date, "~", ["3 field-mistyped name a date nothing"]),
        (loose_date, '"202"', ["3 field-date-malformed name 202"]),
        (loose_date, '"20261"', ["3 field-date-malformed name 20261"]),
        (loose_date, "2026-10", []),
        (loose_date, "2026-1", ["3 field-date-malformed name 2026-1"]),
        (web_address, "https://a.vn/b", []),
        (web_address, "http://a.vn", []),
        (web_address, "ftp://a.vn", ["3 field-address-malformed name ftp://a.vn"]),
        (web_address, "https://a", ["3 field-address-malformed name https://a"]),
        (web_address, "https://a@b.vn", ["3 field-address-malformed name https://a@b.vn"]),
        (web_address, '"https://a.vn/ b"', ["3 field-address-malformed name https://a.vn/ b"]),
        (web_address, "~", ["3 field-mistyped name a web address nothing"]),
        (web_address, "a.vn", ["3 field-address-malformed name a.vn"]),
        (mailbox, "a@b.vn", []),
        (mailbox, "a.b+c_d-e@b-c.d.VN", []),
        (mailbox, "~", ["3 field-mistyped name an e-mail address nothing"]),
        (mailbox, "[a@b.vn]", ["3 field-mistyped name an e-mail address a list"]),
        (mailbox, '" "', ["3 field-mistyped name an e-mail address an empty text"]),
        (mailbox, "a.@b.vn", ["3 field-mailbox-malformed name a.@b.vn"]),
        (mailbox, ".a@b.vn", ["3 field-mailbox-malformed name .a@b.vn"]),
        (mailbox, "a..b@b.vn", ["3 field-mailbox-malformed name a..b@b.vn"]),
        (mailbox, "a@b", ["3 field-mailbox-malformed name a@b"]),
        (mailbox, "a@b.v", ["3 field-mailbox-malformed name a@b.v"]),
        (mailbox, "a@-b.vn", ["3 field-mailbox-malformed name a@-b.vn"]),
        (mailbox, "a@b-.vn", ["3 field-mailbox-malformed name a@b-.vn"]),
        (mailbox, "a@b..vn", ["3 field-mailbox-malformed name a@b..vn"]),
        (mailbox, "a@xn--b.vn", ["3 field-mailbox-malformed name a@xn--b.vn"]),
        (mailbox, "a@b.vn.", ["3 field-mailbox-malformed name a@b.vn."]),
        (mailbox, "a b@b.vn", ["3 field-mailbox-malformed name a b@b.vn"]),
        (mailbox, "a@b.vn/c", ["3 field-mailbox-malformed name a@b.vn/c"]),
        (mailbox, "a@b.v1", ["3 field-mailbox-malformed name a@b.v1"]),
        (mailbox, "a@boatſ.vn", ["3 field-mailbox-malformed name a@boatſ.vn"]),
        (mailbox, "Ki@b.vn", ["3 field-mailbox-malformed name Ki@b.vn"]),
        (mailbox, "a" * 249 + "@b.vn", []),
        (mailbox, "a" * 250 + "@b.vn", [f"3 field-mailbox-malformed name {'a' * 250}@b.vn"]),
        (either(text, list_of(text)), "a", []),
        (either(text, record_of({"a": text})), "{a: b}", []),
        (either(text, record_of({"a": text})), "{}", ["3 field-missing name a"]),
        (either(text, record_of({"a": text})), "[a]", ["3 field-mistyped name a text a list"]),
        (list_of(text), "[]", []),
        (list_of(text), "[a,\n true, b]", ["2 field-mistyped name a text true or false"]),
        (list_of(text), "a", ["3 field-mistyped name a list such as [one, two] a text"]),
        (record_of({"a": text}, {"bcd": truth}), "{a: b, bcd: true}", []),
        (record_of({"a": text}), "{}", ["3 field-missing name a"]),
        (record_of({"number": text}, {"bcd": truth}), "number: a\nbcd: b", ["2 field-mistyped bcd true or false a text"]),
        (record_of({"a": text}), "[a]", ["3 field-mistyped name a mapping (lines of  key: value) a list"]),
        (
            by_id(text),
            "a-1: b\nA: c\n-d: e\nf--g: h\ni_j: k\nl-: m",
            ["2 id-malformed A", "3 id-malformed -d", "4 id-malformed f--g", "5 id-malformed i_j", "6 id-malformed l-"],
        ),
        (by_id(text), "a: true", ["1 field-mistyped a a text true or false"]),
        (by_id(text), "[a]", ["3 field-mistyped name a mapping (lines of  key: value) a list"]),
        (in_languages(("vi", "en")), "vi: a\nen: b", []),
        (in_languages(("vi", "en")), "vi: a", ["3 field-language-missing name en"]),
        (in_languages(("vi", "en")), "vi: a\nen: b\nfr: c", ["3 field-unknown fr –"]),
        (in_languages(("vi", "en")), "a", ["3 field-not-in-languages name vi, en"]),
        (in_languages(("vi",)), "vi: true", ["1 field-mistyped name.vi a text true or false"]),
        (in_languages(("vi",), truth), "vi: true", []),
    ],
)
def test_what_a_shape_tells(shape, written: str, right: list[str]) -> None:
    """Nothing of what fits; of the rest the place, the name, what is wanted and what is there."""
    assert shaped(shape, made(written)) == right


def test_near_misses_are_guessed() -> None:
    """A word or a key with a slip is told with the right one; a key with a slip is not missing as well."""
    assert [
        one.split("name ")[1].startswith("lve live, down") and "live" in one.split("down", 1)[1]
        for one in shaped(one_of("live", "down"), made("lve"))
    ] == [True]
    unknown = shaped(record_of({"number": text, "name": text}), made("nubmer: a"))
    assert [one.split()[:3] for one in unknown] == [
        ["3", "field-missing", "name"],
        ["1", "field-unknown", "nubmer"],
    ] and "number" in unknown[1]


def test_days_and_kinds() -> None:
    """What is no text is no day; every kind of value has a name."""
    assert (
        parse_day("2026-05-04") == date(2026, 5, 4)
        and parse_day(None) is None
        and parse_day("2026-05-04x") is None
        and parse_day("x2026-05-04") is None
    )
    assert [kind_of(one) for one in ("a", "", " ", True, None, Record(HERE), Items(HERE))] == [
        "a text",
        "an empty text",
        "an empty text",
        "true or false",
        "nothing",
        "a mapping",
        "a list",
    ]


ENTRY = """name: {vi: A, en: B}
operator: {vi: A, en: B}
kind: helpline
rank: primary
status: live
channels:
  - {type: sms, number: "111", cost: charged, cost_note: {vi: a, en: b}, hours: {vi: h, en: i}, reachable_from: VN, languages: [vi, en]}
  - {type: phone, number: "+84981848484"}
  - {type: web, url: "https://a.vn"}
  - {type: web, url: {vi: "https://a.vn", en: "https://b.vn"}}
  - {type: email, address: "a@b.vn"}
  - {type: in_person, where: {vi: w, en: x}}
  - {type: app, where: {vi: w, en: x}}
use_for: {vi: A, en: B}
sources: [s, t]
verified: {on: 2026-05-04, how: called, by: us, evidence: [e]}
"""
MORE = "also: {vi: A, en: B}\nknow_before: {vi: A, en: B}\nreplaced_by: b\nnote: none\n"


def entry(written: str) -> Contact:
    """Returns the contact of an entry that fits its shape."""
    value = made(written)
    assert (
        told(contacts_shape(("vi", "en"))(made("a:\n" + "".join(f"  {line}\n" for line in written.splitlines())), HERE, "contacts")) == []
    )
    return contact("a", value, HERE, ("vi", "en"))


def test_a_contact_as_it_is_written() -> None:
    """Every field comes out as it went in, and what is left out is known as unknown."""
    one, more = entry(ENTRY), entry(ENTRY + MORE)
    first, second, third, fourth, fifth, sixth, seventh = one.channels
    assert (one.id, one.place, one.kind, one.rank, one.status, one.sources) == ("a", HERE, "helpline", "primary", "live", ("s", "t"))
    assert (one.name, one.operator, one.use_for) == ({"vi": "A", "en": "B"},) * 3 and one.verified["how"] == "called"
    assert (one.also, one.know_before, one.replaced_by) == ({}, {}, "") and (more.also, more.know_before, more.replaced_by) == (
        {"vi": "A", "en": "B"},
        {"vi": "A", "en": "B"},
        "b",
    )
    assert (first.type, first.number, first.cost, first.cost_note, first.hours, first.reachable_from, first.languages) == (
        "sms",
        "111",
        "charged",
        {"vi": "a", "en": "b"},
        {"vi": "h", "en": "i"},
        "VN",
        ("vi", "en"),
    )
    assert (second.cost, second.reachable_from, second.languages, second.url, second.display) == (
        "unknown",
        "unknown",
        (),
        {},
        "+84 981 848 484",
    )
    assert (third.url, fourth.url, fifth.address, sixth.where) == (
        {"vi": "https://a.vn", "en": "https://a.vn"},
        {"vi": "https://a.vn", "en": "https://b.vn"},
        "a@b.vn",
        {"vi": "w", "en": "x"},
    )
    assert [channel.place.line for channel in (first, second, third)] == [7, 8, 9] and seventh.number == third.address == ""
    assert (
        one.call() is second
        and entry(ENTRY.replace("type: sms", "type: short_code")).call().number == "111"
        and entry(ENTRY.replace("type: phone", "type: sms")).call() is None
    )


@pytest.mark.parametrize(
    ("status", "until", "published", "printable", "works"),
    [
        ("live", None, True, True, (True, True, True, True)),
        ("unconfirmed", None, False, False, (False,) * 4),
        ("retired", None, False, True, (False,) * 4),
        ("down until 2026-05-04", date(2026, 5, 4), True, True, (False, False, False, True)),
    ],
)
def test_when_a_contact_works(status: str, until: date | None, published: bool, printable: bool, works: tuple[bool, ...]) -> None:
    """A line that is down works again on the day after its last day; without a day it stays down."""
    one = entry(ENTRY.replace("status: live", f"status: {status}") + "replaced_by: b\n")
    assert (one.down_until, one.published(), one.printable()) == (until, published, printable)
    days = (None, date(2026, 5, 3), date(2026, 5, 4), date(2026, 5, 5))
    assert tuple(one.works_on(day) for day in days) == works and tuple(one.lapsed_on(day) for day in days) == (
        False,
        False,
        False,
        bool(until),
    )
    assert entry(ENTRY.replace("status: live", f"status: {status}")).printable() == (printable and status != "retired")


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("kind: helpline", "kind: helplne", "field-word-unknown kind helplne"),
        ("rank: primary", "rank: first", "field-word-unknown rank first primary, secondary, optional"),
        ("status: live", "status: dead", "field-word-unknown status dead live, unconfirmed, retired, down until YYYY-MM-DD"),
        ("status: live", "status: down until 2026-02-30", "field-date-malformed status 2026-02-30"),
        ("status: live", "status: []", "field-mistyped status"),
        ("status: live", "status: down until 2026-02-03x", "field-word-unknown status"),
        ("how: called", "how: guessed", "field-word-unknown how guessed published-source, called, letter"),
        ("cost: charged", "cost: dear", "field-word-unknown cost dear free, charged, unknown"),
        (", cost_note: {vi: a, en: b}", "", "contact-cost-untold 111"),
        ("reachable_from: VN", "reachable_from: US", "field-word-unknown reachable_from US VN, anywhere, unknown"),
        ("by: us", "by: {vi: a}", "field-language-missing by en"),
        ("type: sms", "type: smoke", "field-word-unknown type smoke short_code, phone, sms, web, email, app, in_person"),
        ("type: sms, ", "", "field-missing channels type"),
        ('number: "111", cost', "cost", "field-missing channels number"),
        ("  - {type: app, where: {vi: w, en: x}}", "  - app", "field-mistyped channels a mapping"),
        ("type: sms", "type: [sms]", "field-mistyped type one of: short_code"),
        ('{vi: "https://a.vn", en', '{fr: "https://c.vn", vi: "https://a.vn", en', "field-unknown fr"),
        ('{vi: "https://a.vn", en', "{en", "field-language-missing url vi"),
        ("languages: [vi", "languages: [tiếng Việt", "field-language-malformed languages tiếng Việt"),
        ("sources: [s, t]", "sources: s", "field-mistyped sources a list"),
        ("use_for:", "use_four:", "field-unknown use_four"),
        ('type: web, url: "https://a.vn"', 'type: web, url: "https://a"', "field-address-malformed url https://a"),
        ("- {type: email, address", "- {type: email, where: {vi: a, en: b}, address", "field-unknown where"),
        ("on: 2026-05-04", "on: soon", "field-date-malformed on soon"),
        ('type: web, url: "https://a.vn"', 'type: web, cost: charged, url: "https://a.vn"', "contact-cost-untold web"),
    ],
)
def test_what_is_told_of_an_entry(old: str, new: str, right: str) -> None:
    """One fault, one finding, at its own line."""
    assert old in ENTRY
    written = "a:\n" + "".join(f"  {line}\n" for line in ENTRY.replace(old, new, 1).splitlines())
    value, findings = read_yaml(written, "x.yml")
    found = told([*findings, *contacts_shape(("vi", "en"))(value, HERE, "contacts")])
    assert len(found) == 1 and right in found[0], found
    line = (
        1 + next(at for at, one in enumerate(ENTRY.replace(old, new, 1).splitlines(), 1) if new.split("\n")[0].strip() in one) if new else 8
    )
    assert found[0].split()[0] == str(line)


def test_channels_of_every_type_have_their_own_keys() -> None:
    """A type that nobody knows, no type, and no mapping at all."""
    shape = channel_shape(("vi",))
    assert shaped(shape, made("{number: a}")) == ["3 field-missing name type"] and shaped(shape, made("[a]")) == [
        "3 field-mistyped name a mapping (lines of  key: value) a list"
    ]
    assert shaped(shape, made("type: ~"))[0].startswith("1 field-mistyped type one of: short_code, phone, sms, web, email, app, in_person")
    assert shaped(shape, made("{type: app, where: {vi: a}, number: b}"))[0].startswith("1 field-unknown number")


def test_a_retired_number_as_it_is_written() -> None:
    """With what took its place, or without."""
    value = made('number: "118"\nname: {vi: a}\nwhy: {vi: b}\nsources: [s]')
    assert told(retired_shape(("vi",))(Record(HERE), HERE, "retired")) == []
    one = retired("r", value, HERE)
    assert (one.id, one.place, one.number, one.replaced_by, one.name, one.why) == ("r", HERE, "118", "", {"vi": "a"}, {"vi": "b"})
    value["replaced_by"] = "c"
    assert retired("r", value, HERE).replaced_by == "c"
    for written, right in (
        ('r: {number: "118", name: {vi: a}, why: {vi: b}, sources: [s], since: 2017, note: n, replaced_by: c}', []),
        ("r: {number: a}", 4),
        ('r: {number: "118", name: {vi: a}, why: {vi: b}, sources: [s], since: x}', 1),
    ):
        found = told(retired_shape(("vi",))(read_yaml(written, "x.yml")[0], HERE, "retired"))
        assert found == right or len(found) == right
