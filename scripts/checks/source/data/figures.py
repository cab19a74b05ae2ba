"""Checks that facts, contacts and news give the same figures in every language: 5.000 and 5,000 are one number, 5.000 and 50,000 are not.

A figure may be told in words, or left out, in one language. So only what contradicts is told: each of two languages has a
figure, a day or a time of day that the other one lacks, or one is open at any time and the other is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from ....facts.data.strict_yaml import read_yaml
from ....facts.finding import Finding, finding
from ....facts.pages.tokens import TOKEN
from ....facts.place import Items, Record, mapping
from ....facts.project import Project
from ....facts.words import spelling
from .days import LATEST_DAY, Day, days_of, without_days
from .decimals import values_of
from .money import Amount, amounts_of, other_amounts
from .opening import Opening, differing, opening_of
from .times import Time, times_of, without

TABLE = Path(__file__).with_name("figures.yml")
WAYS, _ = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
GROUPS = (("campaign", "facts", ("text",)), ("convention", "statements", ("text",)), ("convention", "articles", ("title", "asks")),
          ("convention", "law", ("name", "says")), ("changes", "", ("text",)))
CONTACT_TEXTS, CHANNEL_TEXTS = ("use_for", "know_before"), ("hours", "cost_note", "where")
TIMELINE = ("campaign", "timeline")  # entries without an id
SILENT = re.compile(TOKEN.pattern + r"|https?://\S+")
YEAR = r"((?:19|20)[0-9]{2})"
DATE = re.compile(rf"(?<![\w/.-])(?:(?:[0-9]{{1,2}}[/.-])?[0-9]{{1,2}}[/.-]{YEAR}|{YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?|[0-9]{{1,2}}/[0-9]{{1,2}})(?![\w/])")
YEARS = re.compile(r"(?<!\w)(19|20)([0-9]{2})[–/]([0-9]{2})(?![\w/])")  # 2025–26
HOUR = re.compile(r"(?<!\w)[0-9]{1,2}(?:[:h][0-9]{2}|h)(?!\w)")
PIECE = re.compile(r"(?P<number>[0-9]{1,20}(?:[.,][0-9]{1,20}){0,6})|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
COUNTED_IN_WORDS = 12


@dataclass(frozen=True)
class Figure:
    """A number as written, and what it means: two values where nobody knows how its language writes them."""

    written: str
    values: frozenset[Decimal]

    @property
    def read(self) -> str:
        """Returns the figure as written, and what its language means by it."""
        return f"{self.written} (= {' or '.join(f'{value:f}' for value in sorted(self.values))})"


@dataclass(frozen=True)
class _Told:
    """A text, its language, and the figures, days, times, opening hours and amounts of money in it."""

    text: str
    code: str
    figures: list[Figure]
    days: list[Day]
    times: list[Time]
    opening: Opening
    amounts: list[Amount]

    @classmethod
    def of(cls, text: str, code: str) -> "_Told":
        way = mapping(WAYS.get(code))
        return cls(text, code, figures(text, code), days_of(text, way), times_of(text, way), opening_of(text, way), amounts_of(text, way))


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields texts with a figure, a day or a time that contradicts the text of the main language."""
    main = project.settings.default
    for name, said in _texts(project):
        told = {code: _Told.of(str(said[code]), code) for code in project.settings.codes if isinstance(said.get(code), str)}
        for code in told if main in told else ():
            if code != main and (differ := _contradiction(told[code], told[main])):
                yield finding(said.place_of(code), "fact-figures-differ", fact=name, here=differ[0], language=code, there=differ[1], main=main)


def _contradiction(here: _Told, there: _Told) -> tuple[str, str] | None:
    """Returns a day, a figure or a time of each of two texts that the other one lacks, if both have one; or their opening hours."""
    for mine, theirs in ((_other_days(here, there), _other_days(there, here)), (_alone(here, there), _alone(there, here)),
                         (without(here.times, there.times), without(there.times, here.times)),
                         (other_amounts(here.amounts, there.amounts), other_amounts(there.amounts, here.amounts))):
        if mine and theirs:
            return mine[0], theirs[0]
    return differing(here.opening, there.opening, here.times, there.times)


def _other_days(mine: _Told, theirs: _Told) -> list[str]:
    return [day.written for day in mine.days if not any(day.agrees(other) for other in theirs.days)]


def _texts(project: Project) -> Iterator[tuple[str, Record]]:
    for file, group, fields in GROUPS:
        for id, entry in project.group(file, group).items():
            yield from ((id, mapping(mapping(entry).get(field))) for field in fields)
    file, group = TIMELINE
    found = project.entries(file).get(group)
    for number, entry in enumerate(found if isinstance(found, Items) else [], 1):
        yield f"{group} {number}", mapping(mapping(entry).get("text"))
    for id, entry in project.entries("contacts").items():
        yield from ((f"{id}, {field}", mapping(mapping(entry).get(field))) for field in CONTACT_TEXTS)
        channels = mapping(entry).get("channels")
        for channel in channels if isinstance(channels, Items) else ():
            yield from ((f"{id}, {field}", mapping(mapping(channel).get(field))) for field in CHANNEL_TEXTS)


def figures(text: str, code: str) -> list[Figure]:
    """Returns the figures of a text as its language writes them, without days, months and hours.

    >>> [str(value) for figure in figures("On 6 May 2026 2.5 million of 5,000,000 came.", "en") for value in figure.values]
    ['2026', '2500000.0', '5000000']
    """
    way = mapping(WAYS.get(code))
    plain = re.sub(r"\d", lambda digit: str(int(digit[0])), SILENT.sub(" ", text))
    plain = YEARS.sub(r"\1\2 \1\3", plain)
    plain = HOUR.sub(" ", DATE.sub(lambda day: f" {day[1] or day[2] or ''} ", without_days(plain, days_of(plain, way))))
    pieces = [*PIECE.finditer(plain)]
    heard = ["" if piece["number"] else spelling(piece[0]) for piece in pieces]
    found = []
    for at, piece in enumerate(pieces):
        if piece["number"] and not _attached(plain, piece) and not _of_a_day(piece["number"], heard, at, way):
            written, scale = _scaled(plain, pieces, heard, at, mapping(way.get("scales")))
            found.append(Figure(written, frozenset(value * scale for value in values_of(piece["number"], way))))
    return found


def _attached(plain: str, piece: re.Match) -> bool:
    """Returns whether letters stand right beside a number, as in the name of an office; behind 5.000 they are a unit."""
    before, behind = plain[max(0, piece.start() - 1):piece.start()], plain[piece.end():piece.end() + 1]
    return before.isalpha() or behind.isalpha() and piece[0].isdigit()


def _of_a_day(number: str, heard: list[str], at: int, way: Record) -> bool:
    before, behind = heard[at - 1] if at else "", heard[at + 1] if at + 1 < len(heard) else ""
    spanning = {"-", "–", "—", *way.get("to", ()), *way.get("joining", ())}
    of_span = heard[at + 3] if at + 3 < len(heard) and heard[at + 1] in spanning else ""  # “2 to 5 pm”
    if {before, behind, of_span} & {*way.get("clock", ())}:
        return True
    months = str(way.get("month_names") or "").replace(",", " ").split()
    return number.isdigit() and int(number) <= LATEST_DAY and (behind in months or before in (*months, *way.get("days", ())))


def _scaled(plain: str, pieces: list[re.Match], heard: list[str], at: int, scales: Record) -> tuple[str, Decimal]:
    """Returns a number as written, with the words behind it that make it larger, and by how much they do."""
    scale, last = Decimal(1), at
    while last + 1 < len(heard) and last < at + 3 and heard[last + 1] in scales:
        last += 1
        scale *= Decimal(scales[heard[last]])
    return " ".join(plain[pieces[at].start():pieces[last].end()].split()), scale


def _alone(mine: _Told, theirs: _Told) -> list[str]:
    """Returns the figures that another language has neither in digits nor in words."""
    known = {value for figure in theirs.figures for value in figure.values}
    words = {spelling(piece[0]) for piece in PIECE.finditer(theirs.text)}
    rows = [row.split() for row in str(mapping(WAYS.get(theirs.code)).get("numbers", "")).split(",")]

    def in_words(value: Decimal) -> bool:
        return value < len(rows) and value == int(value) and not words.isdisjoint(rows[int(value)]) if theirs.code in WAYS else value <= COUNTED_IN_WORDS

    alike = {figure.written for figure in theirs.figures}
    return [figure.read if figure.written in alike else figure.written for figure in mine.figures
            if known.isdisjoint(figure.values) and not any(map(in_words, figure.values))]
