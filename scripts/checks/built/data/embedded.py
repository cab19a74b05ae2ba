"""Compares the list that others copy into their own pages with the registry, word for word: as shown, and as code to copy."""

from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from ....facts.contacts import Contact
from ....facts.place import mapping
from ....facts.project import Project
from ..difference import told
from .cards import day_in_words, word_in


def differences(content: bytes, language: str, made: date | None, project: Project) -> Iterator[tuple[str, str]]:
    """Yields what differs, and how, in the list of a language; `made` is the day on which the data say they were made."""
    page = LexborHTMLParser(content)
    code = page.css_first("pre code")
    contacts = [contact for contact in project.contacts.values() if contact.works_on(project.today) and contact.call()]
    lists = {"the list of numbers": page} | ({"the list to copy": LexborHTMLParser(code.text())} if code is not None else {})
    for what, shown in lists.items():
        yield from _list(what, shown, contacts, language, project)
        if made:
            yield from _dated(what, shown, made, language, project)


def _list(what: str, page: LexborHTMLParser, contacts: list[Contact], language: str, project: Project) -> Iterator[tuple[str, str]]:
    here = [(node.attributes["href"] or "").partition(":")[2] for node in page.css("a[href^='tel:' i], a[href^='sms:' i]")]
    there = [contact.call().number for contact in contacts]
    if here != there:
        yield what, f"{here} here and {there} there"
        return
    for line, contact in zip(page.css("li"), contacts):
        said, wanted = " ".join(line.text().split()), _line(contact, language, project)
        if said != wanted and not (contact.lapsed_on(project.today) and said.startswith(f"{wanted} · ")):
            yield f"{what}: {contact.id}", told(said, wanted)


def _dated(what: str, page: LexborHTMLParser, made: date, language: str, project: Project) -> Iterator[tuple[str, str]]:
    """A copied list says itself how old it is; in a carried copy, more stands behind the link."""
    line = page.css_first("p[lang]")
    said = " ".join(line.text().split()) if line else ""
    day = day_in_words(made, language, project)
    wanted = f"{word_in('embed_made', language, project).format(date=day)} {project.entries('campaign')['name'][language]}"
    if not said.startswith(wanted):
        yield f"{what}: its day", told(said, wanted)


def _line(contact: Contact, language: str, project: Project) -> str:
    call = contact.call()
    cost = mapping(project.entries("strings").get("free")) if call.cost == "free" else call.cost_note
    said = (contact.name, cost, call.hours, contact.use_for)
    return " ".join(f"{call.display} – {' · '.join(str(text[language]) for text in said if text.get(language))}".split())
