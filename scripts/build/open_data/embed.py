"""Makes the list of numbers that others copy into their own page: plain HTML, no script, no style, nothing fetched.

A copied list grows old where we cannot mend it, so it says on which day it was made and where the newest one is.
"""

import re
from datetime import date
from html import escape
from posixpath import dirname, relpath

from ...facts.contacts import Contact
from ...facts.project import Project
from ..strings import strings_of
from .wording import caveat, day_in_words

PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>{title}</title></head>
<body><main>
<h1>{title}</h1>
{snippet}
<h2>{copy}</h2>
<p><code>{code}</code></p>
<p><a href="{home}">{name}</a></p>
</main></body>
</html>
"""


def embed_page(project: Project, language: str, built: date, address: str) -> str:
    """Returns the page at `address` that shows the list and, below it, its code to copy."""
    words = strings_of(project, language)
    name = project.entries("campaign")["name"][language]
    home = "index.html" if language == project.settings.default else f"{language}/index.html"
    code = snippet(project, language, built)
    return PAGE.format(language=language, title=escape(f"{words['embed_title']} – {name}"), snippet=code, copy=escape(words["embed_copy"]),
                       code=_to_copy(code), home=relpath(home, dirname(address)), name=escape(name))


def _to_copy(code: str) -> str:
    """Returns code as text that may be broken at its signs, so that a narrow phone shows all of it."""
    return "<wbr>".join(map(escape, re.split(r"(?<=[/=:>.])", code)))


def snippet(project: Project, language: str, built: date) -> str:
    """Returns the list itself: the first number of each contact that a telephone can reach today."""
    called = [contact for contact in project.contacts.values() if contact.works_on(project.today) and contact.call()]
    items = "\n".join(f"<li>{_line(contact, project, language)}</li>" for contact in called)
    return f'<ul lang="{language}">\n{items}\n</ul>\n<p lang="{language}">{_dated(project, language, built)}</p>'


def _line(contact: Contact, project: Project, language: str) -> str:
    call = contact.call()
    words = strings_of(project, language)
    cost = words["free"] if call.cost == "free" else call.cost_note.get(language, "")
    said = [contact.name[language], cost, call.hours.get(language, ""), contact.use_for[language], caveat(contact, project, words)]
    return f'<a href="{escape(call.href)}">{escape(call.display)}</a> – ' + " · ".join(escape(text) for text in said if text)


def _dated(project: Project, language: str, built: date) -> str:
    words = strings_of(project, language)
    made = escape(words["embed_made"].format(date=day_in_words(built, words)))
    name = escape(project.entries("campaign")["name"][language])
    address = project.settings.address
    home = address + ("index.html" if language == project.settings.default else f"{language}/index.html")
    return f'{made} <a href="{escape(home)}">{name}</a>.' if address else f"{made} {name}."
