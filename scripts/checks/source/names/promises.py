"""Checks that no sentence promises of a line what the registry denies: an answer in a language that nobody there speaks, or a call from abroad.

Somebody with little Vietnamese hangs up on strange words, and somebody abroad dials into nothing. Only what stands behind a token
in its sentence, or in what the contact's entry says to know before, is a promise. How languages make them stands in `promises.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ....facts.contacts import Contact
from ....facts.data.strict_yaml import read_yaml
from ....facts.finding import Finding, finding
from ....facts.pages.tokens import TOKEN, parse_token
from ....facts.place import Place, mapping
from ....facts.project import Project
from ....facts.words.said import unheard
from ..numbers.vocabulary import one_of

TABLE = Path(__file__).with_name("promises.yml")
WAYS, _ = read_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
SENTENCE = re.compile(r"[^.!?…\n\[]{1,200}")  # or what of it stands before the next token
CONTACT = "[[contact"


@dataclass(frozen=True)
class _Way:
    """How a language promises: patterns for each language by its code, for any of their names, for calls from abroad, and for what takes a promise back."""

    languages: dict[str, re.Pattern]
    named: re.Pattern
    abroad: re.Pattern
    denying: re.Pattern


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields what pages and data say of the languages and the reach of a contact against its entry."""
    for place, contact, code, sentence in (*_behind_tokens(project), *_known_before(project)):
        way = _way(code)
        known = {language for channel in contact.channels for language in channel.languages}
        for word in _promised(sentence, way, known) if known else ():
            yield finding(place, "contact-language-untrue", contact=contact.id, word=word, languages=", ".join(sorted(known)))
        if _only_here(contact, project) and (said_so := way.abroad.search(sentence)) and not way.denying.search(sentence, 0, said_so.start()):
            yield finding(place, "contact-reach-untrue", contact=contact.id, word=said_so[0], reach=project.settings.country.code)


def _behind_tokens(project: Project) -> Iterator[tuple[Place, Contact, str, str]]:
    """Yields each contact of a text with the rest of its sentence."""
    for piece in unheard(project):
        for match in TOKEN.finditer(piece.text) if CONTACT in piece.text and piece.language in WAYS else ():
            contact, rest = project.contacts.get(parse_token(match[1]).id), SENTENCE.match(piece.text, match.end())
            if contact and rest:
                yield piece.place_at(match.start()), contact, piece.language, rest[0]


def _known_before(project: Project) -> Iterator[tuple[Place, Contact, str, str]]:
    """Yields each contact with the sentences that its entry says to know before."""
    for id, contact in project.contacts.items():
        texts = mapping(mapping(project.entries("contacts").get(id)).get("know_before"))
        for code in texts if contact.published() else ():
            for sentence in SENTENCE.findall(str(texts[code])) if code in WAYS else ():
                yield texts.place_of(code), contact, code, sentence


def _only_here(contact: Contact, project: Project) -> bool:
    """Returns whether all numbers of a contact reach it from its own country alone."""
    reach = {channel.reachable_from for channel in contact.channels if channel.number}
    return reach == {project.settings.country.code}


def _promised(sentence: str, way: _Way, known: set[str]) -> list[str]:
    """Returns the words with which a sentence promises answers in languages that are not known."""
    unknown = (pattern.search(sentence) for code, pattern in way.languages.items() if code not in known) if way.named.search(sentence) else ()
    return [match[0] for match in unknown if match and not way.denying.search(sentence, 0, match.end())]


@cache
def _way(code: str) -> _Way:
    way = WAYS[code]
    either = {name: one_of(way[name]) for name in ("offering", "before", "behind", "speaking", "abroad", "denying")}
    lead = rf"(?:{either['before']} |, )" if way["before"] else ""
    follow = rf"(?! (?!{either['behind']}\b)\w)" if way["behind"] else ""
    names = {spoken: one_of(str(text).lower().split(", ")) for spoken, text in way["languages"].items()}
    languages = {spoken: _any_case(rf"\b(?={either['offering']}\b)[^;:]*?\b{lead}{some}\b{follow}|\b{some}[- ]{either['speaking']}\b")
                 for spoken, some in names.items()}
    return _Way(languages, _any_case("|".join(names.values())), _any_case(rf"\b{either['abroad']}\b"), _any_case(rf"\b{either['denying']}\b"))


def _any_case(pattern: str) -> re.Pattern:
    return re.compile(pattern, re.IGNORECASE)
