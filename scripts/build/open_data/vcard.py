"""Makes a vCard file that a telephone takes into its address book, one for each language.

Version 3.0 (RFC 2426), not 4.0 (RFC 6350): the importers of Android and of Outlook read 3.0 and stumble over 4.0.
Short codes stand as they are dialled; `REV` is the day of the verification, so that a newer file is known as newer.
"""

from collections.abc import Iterator

from ...facts.contacts import DIALLED, Contact
from ...facts.contacts.upkeep import ages_of
from ...facts.data.shape import parse_day
from ...facts.project import Project
from ..strings import strings_of
from .wording import caveat, day_in_words, sentence

WIDTH = 75  # octets on a line, RFC 2426 section 2.6
TEL_TYPES = {"short_code": "VOICE", "phone": "VOICE", "sms": "MSG"}


def vcards(project: Project, language: str) -> str:
    """Returns a card for each contact that a telephone can reach today; lines end with CR LF."""
    cards = [_card(contact, project, language) for contact in project.contacts.values()
             if contact.works_on(project.today) and any(channel.type in DIALLED for channel in contact.channels)]
    return "".join(f"{folded(line)}\r\n" for card in cards for line in card)


def _card(contact: Contact, project: Project, language: str) -> Iterator[str]:
    name = _escaped(contact.name[language])
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:{contact.id}", f"FN:{name}", f"N:{name};;;;",
                f"ORG:{_escaped(contact.operator[language])}")
    for channel in contact.channels:
        if channel.type in DIALLED:
            yield f"TEL;TYPE={TEL_TYPES[channel.type]}:{channel.number}"
        elif channel.type == "email":
            yield f"EMAIL;TYPE=INTERNET:{channel.address}"
        elif channel.type == "web":
            yield f"URL:{channel.url.get(language) or next(iter(channel.url.values()))}"
    yield f"NOTE:{_escaped(_note(contact, project, language))}"
    yield f"REV:{contact.verified['on']}"
    yield "END:VCARD"


def _note(contact: Contact, project: Project, language: str) -> str:
    words = strings_of(project, language)
    day = parse_day(contact.verified["on"])
    again = day_in_words(day + ages_of(contact.kind, project.entries("upkeep")).block, words)
    said = [contact.use_for[language], *_terms(contact, language), contact.know_before.get(language, ""), caveat(contact, project, words),
            f"{words['compared_on']} {day_in_words(day, words)}", words["check_again_after"].format(date=again)]
    return " ".join(sentence(text) for text in said if text)


def _terms(contact: Contact, language: str) -> Iterator[str]:
    for channel in contact.channels:
        if channel.number:
            yield from (f"{channel.number}: {said[language]}" for said in (channel.hours, channel.cost_note) if said)


def _escaped(text: str) -> str:
    r"""Returns a text as a value: `\`, `,`, `;` and line ends are written with a backslash (RFC 2426 section 4).

    >>> _escaped("a, b; c")
    'a\\, b\\; c'
    """
    for letter in ("\\", ",", ";"):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Returns a line cut into pieces of at most 75 octets; a letter is never cut in two, as RFC 2426 would allow."""
    pieces, piece, room = [], "", WIDTH
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", WIDTH - 1  # the space that begins the next line counts
        piece, room = piece + letter, room - size
    return "\r\n ".join([*pieces, piece])
