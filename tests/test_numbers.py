"""Tests that typed numbers are seen through every disguise, and that laws, days and amounts pass untouched.

The generators are seeded, so a failure names lines that fail again. Figures of a run: `pytest -rP`.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.checks.report import as_text, in_order
from scripts.checks.source import numbers
from scripts.checks.source.numbers.excerpts import Excerpt
from scripts.checks.source.numbers.hosts import hosts
from scripts.checks.source.numbers.known import forms, one_slip
from scripts.checks.source.numbers.permits import permits
from scripts.facts.contacts import grouped
from scripts.facts.place import Place
from scripts.facts.project import read_project
from tests.disguises import BENIGN, CONTEXTS, DISGUISES, slips, telephone

ROOT = Path(__file__).parents[1]
PROJECT = read_project(ROOT)
FACTS, PERMITS = hosts(PROJECT), permits(PROJECT)
REGISTERED = sorted({channel.number for contact in PROJECT.contacts.values() for channel in contact.channels
                     if channel.number} | {entry.number for entry in PROJECT.retired.values()})
OTHER = ("text-invisible-character", "text-mixed-scripts")  # true as well, but not about the number


def findings(text: str) -> list:
    """Returns what is found in a page that holds only this text."""
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return list(numbers.search(Excerpt(text, Place("docs/vi/page.md"), lines=starts), FACTS, PERMITS))


def share_found(lines: Iterator[str]) -> tuple[float, list[str]]:
    """Returns the share of lines with a finding about a number or an address, and the first others."""
    missed, count = [], 0
    for count, line in enumerate(lines, 1):
        if not any(found.rule not in OTHER for found in findings(line)):
            missed.append(line)
    print(f"{count} lines, {len(missed)} without a finding")
    return 1 - len(missed) / count, missed[:20]


def disguised(count: int, seed: int) -> Iterator[str]:
    """Yields registered and random numbers in disguise, in sentences of both languages."""
    luck = random.Random(seed)
    for _ in range(count):
        number = luck.choice(REGISTERED) if luck.random() < 0.6 else telephone(luck)
        yield luck.choice(CONTEXTS).format(luck.choice(DISGUISES)(number, luck))


def test_numbers_in_disguise_are_found() -> None:
    """At least 99.5 % of 20,000; what is left are two disguises at once that make a year or a page."""
    share, missed = share_found(disguised(20_000, 7))
    assert share >= 0.995, missed


def test_one_slip_of_a_registered_number_is_found() -> None:
    """A digit more, less, other, or two swapped, wherever a reader would take it for a number to call."""
    luck = random.Random(11)

    def lines() -> Iterator[str]:
        for number in REGISTERED:
            for slip in slips(number):
                for context in luck.sample(CONTEXTS, 3):
                    yield context.format(grouped(slip) if luck.random() < 0.3 else slip)

    share, missed = share_found(lines())
    assert share >= 0.999, missed


def test_laws_days_and_amounts_pass() -> None:
    """At least 99.5 % of 6,000 lines in both languages, though many hold the digits of a short code."""
    luck = random.Random(5)
    lines = [luck.choice(BENIGN)(luck) for _ in range(6_000)]
    stopped = [line for line in lines if findings(line)]
    print(f"{len(lines)} lines, {len(stopped)} stopped")
    assert len(stopped) <= 0.005 * len(lines), stopped[:20]


STRANGE = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([
        "111", "1", "0981 848 484", "gọi ", "một ", "one ", "[", "]", "(", ")", "](", "tel:", "https://", "@", ".", "vn", "/",
        "&#49;", "&", ";", "<b", ">", "\u200b", "\u0301", "①", "⑪", "٣", "𝟏", "\n", "\n\n", "|", "*", "`", "%31", "%", "xn--", "О",
        "l", "{#", "}", "[[contact:", "]]", ":", "//", "\\", "http://[", "１", "₀", "½", "\ufffc", "hundred ", "double ", "- ",
        "1900", "+84", "#", "1/", "2026", "nhẹ dạ", "“", "Trường THPT ", "em ", "bị "]), max_size=40).map("".join))


@given(STRANGE)
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_makes_the_checks_fail(text: str) -> None:
    """Whatever somebody types is a finding or nothing, never an exception, and every finding can be told."""
    told = as_text(in_order(findings(text)))
    assert isinstance(told, str)


@pytest.mark.parametrize("piece", [
    "1 ", "0", "111 ", "(", "[", "](", "[a](", "<", "<a ", "<!--", "&#49;", "a@", "a.", "một ", "one ", "https://", "\u200b", "а",
    "O", "1\n", "*", "`", "\\", "1-", "12/", "{#a", "[[contact:a", "1a", "a[.]", "gọi 1 ", "\n> ", "“", "docs/a", "Trường A "])
def test_endless_lines_come_to_an_end(piece: str) -> None:
    """A quarter of a megabyte of brackets or digits takes no longer than words; nothing goes back and forth."""
    text = piece * (250_000 // len(piece))
    assert len(list(zip(range(100), numbers.search(Excerpt(text, Place("page.md")), FACTS, PERMITS)))) <= 100


def test_a_reading_leads_back_to_the_text() -> None:
    """The line of a finding is the line on which the number begins, whatever stands before it."""
    text = "&amp; **a**\n\n<b>b</b> [x](y.md \"z\")\n\n- Gọi 1<i></i>1&#49; nhé"
    assert [str(found.place) for found in findings(text)] == ["docs/vi/page.md:5"]


def test_forms_of_a_number() -> None:
    """A short code is also misdialled with a country or area code, an international number without its zero."""
    assert list(forms("111")) == ["111", "84111", "0084111", "0111"]
    assert "0981848484" in list(forms("+84981848484")) and list(forms("+18008435678")) == ["18008435678", "0018008435678"]
    assert one_slip("113", "1113") and one_slip("113", "131") and not one_slip("113", "113") and not one_slip("113", "311")
