"""Says what the registry knows of a contact in one language, as a box on a page must tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....facts.contacts import Channel, Contact
from ....facts.contacts.out_of_service import name_of, without
from ....facts.place import mapping
from ....facts.project import Project

WORDS = ("call", "text", "answered_in", "open_website", "needs_internet", "email", "app", "in_person",
         "know_before", "run_by", "use_instead", "contact_retired",
         "down_until", "down_lapsed", "in_place_of", "elsewhere", "out_until", "out_for_good")  # what templates say of any contact
HOW = {"called": "called_on", "letter": "letter_on"}  # how a contact was verified; else it was compared with what somebody published
PUBLISHED = "published-source"
REACH = {"anywhere": "from_anywhere", "unknown": "", "": ""}  # from where a channel is reached; else from its own country
DATE = "{date}"


@dataclass(frozen=True)
class Registered:
    """The registry in one language."""

    project: Project
    language: str

    def text(self, words: dict) -> str:
        """Returns a text in the language, empty when there is none."""
        return str(words.get(self.language, ""))

    def printed(self, words: dict) -> str:
        """Returns a text about a contact, as pages print it: without the numbers that nobody answers."""
        return without(self.text(words), self.project.silenced)

    def word(self, key: str) -> str:
        """Returns a word of the templates."""
        return self.text(mapping(self.project.entries("strings").get(key)))

    def name(self, contact: Contact) -> str:
        """Returns the name of a contact."""
        return name_of(contact, self.language, self.project.silenced) if self.language in contact.name else ""

    def heading(self, contact: Contact) -> str:
        """Returns the name with what a card says behind it."""
        return self.name(contact) + self.printed(contact.also)

    def channels(self, contact: Contact) -> tuple[Channel, ...]:
        """Returns the ways to reach a contact that works today."""
        return contact.channels_on(self.project.today)

    def links(self, contact: Contact) -> set[str]:
        """Returns every address that a box of a contact may lead to."""
        other = self.project.instead(contact)
        channels = (*self.channels(contact), *(self.channels(other) if other else ()))
        return {channel.href for channel in channels if channel.href} | {url for channel in channels for url in channel.url.values()}

    def wanted(self, contact: Contact) -> Iterator[str]:
        """Yields what a card must say; hours and costs belong to the line of their number."""
        works = self.channels(contact)
        yield self.name(contact)
        yield self.printed(contact.operator)
        yield self.printed(contact.use_for) if works or self.project.instead(contact) else ""
        yield self.printed(contact.know_before) if works else ""
        yield from self.proof(contact)
        for channel in works:
            yield from (channel.display, channel.address, self.printed(channel.where))

    def proof(self, contact: Contact) -> Iterator[str]:
        """Yields how a contact was verified, and that nobody has called where that is so."""
        how = str(contact.verified["how"])
        yield self.word(HOW.get(how, "compared_on"))
        yield self.word("not_called") if how == PUBLISHED and contact.works_on(self.project.today) and contact.call() else ""

    def reach(self, channel: Channel) -> str:
        """Returns from where a channel is reached, as a card says it; empty where nobody knows."""
        key = REACH.get(channel.reachable_from, "from_this_country")
        return self.word(key) if key else ""

    def called(self, contact: Contact) -> set[str]:
        """Returns the name and the numbers of a contact."""
        return {self.name(contact), *(channel.display for channel in self.channels(contact))}

    def known(self, contact: Contact) -> set[str]:
        """Returns every text that a box of a contact may hold."""
        channels, other = self.channels(contact), self.project.instead(contact)
        costs = [channel.cost for channel in channels if channel.cost in ("free", "charged")]
        said = [part for key in (*WORDS, *costs) for part in self.word(key).split(DATE)]
        spoken = [text for channel in channels for code in channel.languages for text in (code, self.word(f"language_{code}"))]
        own = [self.printed(words) for channel in channels for words in (channel.hours, channel.cost_note)] + [*map(self.reach, channels)]
        return {*self.wanted(contact), self.printed(contact.use_for), self.printed(contact.also), *own, *said, *spoken,
                *self.called(contact), *(self.called(other) if other else ())}
