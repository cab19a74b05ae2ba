"""Checks that a finished page says of itself what the registry and its Markdown say: when its numbers were compared, and who reviewed it.

A day that is too new lets a school print an old number, and a review that nobody made is trusted like one that was made.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.contacts import Contact
from ....facts.contacts.upkeep import ages_of
from ....facts.data.shape import parse_day
from ....facts.pages import Page
from ....facts.pages.review import reviews, waiting
from ..contacts.boxes import bare
from ..contacts.registered import DATE, Registered
from ..data.cards import day_in_words
from ..files.page import BuiltPage, Fault, fault
from ..world import World, language_of

NOTHING = "–"


def judge(page: BuiltPage, world: World) -> Iterator[Fault]:
    """Yields the first line about the page, and the first day for its script, that is not as the sources give it."""
    source = world.source(page.address) if page.front.kind == "page" and world.ours else None
    if source is None or world.made is None or not (page.heard.trust or page.heard.stamps):
        return
    told = _Told(source, world.made, Registered(world.project, language_of(page.address, world.project)))
    wanted = [told.sheet] if source.type == "school" else []
    for here, there in ((page.heard.trust, [*told.lines(), *wanted]), (page.heard.stamps, told.stamps())):
        yield from _unlike(here, there if here else ())


def _unlike(here: tuple[str, ...], there: list[str]) -> Iterator[Fault]:
    length = max(len(here), len(there))
    pairs = zip(*(([*some] + [""] * length)[:length] for some in (here, there)))
    for mine, wanted in pairs:
        if bare(mine) != bare(wanted):
            yield fault("built-trust-differs", here=" ".join(mine.split()) or NOTHING, there=wanted or NOTHING)
            return


class _Told:
    """What a page says of itself, by its sources."""

    def __init__(self, source: Page, made: date, told: Registered):
        self.source, self.made, self.told, self.project = source, made, told, told.project
        shown = (*self.project.contacts_on(source), *self.project.help_bar)
        self.contacts = [self.project.contacts[id] for id in shown if id in self.project.contacts]

    def lines(self) -> Iterator[str]:
        """Yields the lines about the page."""
        word = self.told.word
        if self.contacts:
            called = any(contact.verified["how"] == "called" for contact in self.contacts)
            yield f"{word('trust_numbers')} {self._day(self.checked)}. {'' if called else word('trust_not_called')} {self._after()}"
        read = reviews(self.source)
        for entry in read:
            yield f"{word('reviewed_by')}: {entry['by']} ({self._role(entry['role'])}), {self._day(parse_day(entry['on']))}."
        still = waiting(self.source, self.project)
        if read and still:
            yield f"{word('reviewed_waiting')} {', '.join(map(self._role, still))}."
        elif not read:
            yield word("reviewed_pending")
        yield self._built()

    @property
    def sheet(self) -> str:
        """Returns the line on top of what is printed."""
        return f"{self._built()} {self._after() if self.contacts else ''}"

    def stamps(self) -> list[str]:
        """Returns the days by which a script tells whether the page has grown old."""
        days = [self.checked, self.again] if self.contacts else ["", ""]
        return [str(day) for day in (*days, self.made)]

    @property
    def checked(self) -> date:
        """Returns the oldest day on which a number of the page was compared."""
        return min(parse_day(contact.verified["on"]) for contact in self.contacts)

    @property
    def again(self) -> date:
        """Returns the first day after which a number of the page must be compared again."""
        return min(parse_day(contact.verified["on"]) + self._age(contact) for contact in self.contacts)

    def _age(self, contact: Contact):
        return ages_of(contact.kind, self.project.entries("upkeep")).block

    def _after(self) -> str:
        return self.told.word("check_again_after").replace(DATE, self._day(self.again))

    def _built(self) -> str:
        return f"{self.told.word('built')} {self._day(self.made)}."

    def _role(self, role: object) -> str:
        return self.told.word(f"role_{str(role).replace('-', '_')}")

    def _day(self, day: date | None) -> str:
        return day_in_words(day, self.told.language, self.project) if day else ""
