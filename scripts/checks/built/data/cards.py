"""Compares the vCard of each contact with the registry, line by line, in the language that its file names.

A telephone shows the name of a card and dials its number, years later and without this site.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.contacts import DIALLED, Channel, Contact
from ....facts.contacts.upkeep import ages_of
from ....facts.data.shape import parse_day
from ....facts.place import mapping
from ....facts.project import Project
from ..difference import told

FRAME = ("BEGIN:VCARD", "VERSION:3.0", "END:VCARD")
KINDS = {"short_code": "VOICE", "phone": "VOICE", "sms": "MSG"}
ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})  # RFC 2426, 4
STOPS = (".", "!", "?", "។")
NOTHING = "nothing"


def differences(text: str, language: str, project: Project) -> Iterator[tuple[str, str]]:
    """Yields what differs, and how, in the cards of a language; long lines are folded (RFC 2426, 2.6)."""
    here = _read(text.replace("\r\n ", ""))
    there = {contact.id: _lines(contact, language, project) for contact in project.contacts.values()
             if contact.works_on(project.today) and any(channel.type in DIALLED for channel in contact.channels)}
    if list(here) != list(there):
        yield "the list of cards", f"{', '.join(here) or NOTHING} here and {', '.join(there)} there"
    for id in here.keys() & there.keys():
        mine, wanted = here[id], there[id]
        for name in dict.fromkeys(_name(line) for line in (*wanted, *mine)):
            said, should = ("; ".join(line for line in lines if _name(line) == name) or NOTHING for lines in (mine, wanted))
            if said != should:
                yield f"{id}: {name}", told(said, should)
                break
        else:
            if mine != wanted:
                yield f"{id}: its lines", "they stand in another order"


def _read(text: str) -> dict[str, list[str]]:
    """Returns the lines of each card by its id; what stands in no card is one without an id."""
    cards: dict[str, list[str]] = {}
    for card in text.removesuffix("\r\n").split("\r\nEND:VCARD\r\n") if text else ():
        lines = card.removesuffix("\r\nEND:VCARD").split("\r\n")
        id = next((line.partition(":")[2] for line in lines if _name(line) == "UID"), "")
        cards.setdefault(id, []).extend([*lines, FRAME[2]])
    return cards


def _name(line: str) -> str:
    return line.partition(":")[0].partition(";")[0]


def _telephone(channel: Channel) -> str:
    return f"TEL;TYPE={KINDS[channel.type]}:{channel.number}"


def _lines(contact: Contact, language: str, project: Project) -> list[str]:
    name, operator = (words[language].translate(ESCAPED) for words in (contact.name, contact.operator))
    ways = []
    for channel in contact.channels:
        if channel.type in DIALLED:
            ways.append(_telephone(channel))
        elif channel.type == "email":
            ways.append(f"EMAIL;TYPE=INTERNET:{channel.address}")
        elif channel.type == "web":
            ways.append(f"URL:{channel.url.get(language) or next(iter(channel.url.values()))}")
    return [*FRAME[:2], f"UID:{contact.id}", f"FN:{name}", f"N:{name};;;;", f"ORG:{operator}", *ways,
            f"NOTE:{_note(contact, language, project).translate(ESCAPED)}", f"REV:{contact.verified['on']}", FRAME[2]]


def word_in(key: str, language: str, project: Project) -> str:
    """Returns a word of the templates in a language, empty when there is none."""
    return str(mapping(project.entries("strings").get(key)).get(language, ""))


def day_in_words(day: date, language: str, project: Project) -> str:
    """Returns a day as the readers of a language write it."""
    form, months = (word_in(key, language, project) for key in ("date_format", "months"))
    return form % {"day": day.day, "month": months.split(" ")[day.month - 1], "year": day.year}


def _note(contact: Contact, language: str, project: Project) -> str:
    def word(key: str) -> str:
        return word_in(key, language, project)

    def written(day: date) -> str:
        return day_in_words(day, language, project)

    on = parse_day(contact.verified["on"])
    terms = [f"{channel.number}: {said[language]}" for channel in contact.channels if channel.number
             for said in (channel.hours, channel.cost_note) if said]
    lapsed = word("down_lapsed").format(date=written(contact.down_until)) if contact.lapsed_on(project.today) else ""
    again = word("check_again_after").format(date=written(on + ages_of(contact.kind, project.entries("upkeep")).block))
    said = (contact.use_for[language], *terms, contact.know_before.get(language, ""), lapsed, f"{word('compared_on')} {written(on)}", again)
    return " ".join(text if text.endswith(STOPS) else f"{text}." for text in said if text)
