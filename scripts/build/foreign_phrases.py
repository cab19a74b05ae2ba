"""Tells screen readers when a quotation or a word in brackets is in another language of the site (WCAG 2.2, 3.1.2).

An editor writes “Em sẽ ra công an…” on an English page and need not mark it: letters that only one
language of the site has give it away. Names are left alone, as the guideline allows.
"""

import re
from unicodedata import combining, normalize

from ..facts.once import once
from ..facts.place import mapping
from ..facts.project import Project

SKIPPED = re.compile(r"(<(?:pre|code|script|style)\b.*?</(?:pre|code|script|style)>|<[^>]*>)", re.DOTALL)
ENCLOSED = re.compile(r"(?<=“)[^“”]+(?=”)|(?<=\()[^()]+(?=\))")
WORD = re.compile(r"[^\W\d_]+")


def mark_phrases(project: Project, language: str, html: str) -> str:
    """Returns the HTML of a page in `language` with `lang` around enclosed phrases of the site's other languages."""
    letters = _letters(project)
    parts = SKIPPED.split(html)
    parts[::2] = [ENCLOSED.sub(lambda found: _marked(found[0], language, letters), text) for text in parts[::2]]
    return "".join(parts)


@once
def _letters(project: Project) -> dict[str, frozenset[str]]:
    """Returns the letters and marks of each language: those in which its words of the templates are written."""
    entries = [mapping(entry) for entry in project.entries("strings").values()]
    return {code: _parts(" ".join(str(entry.get(code, "")) for entry in entries)) for code in project.settings.codes}


def _parts(text: str) -> frozenset[str]:
    """Returns letters and marks one by one, so that few words are enough to know an alphabet."""
    return frozenset(part for part in normalize("NFD", text.lower()) if part.isalpha() or combining(part))


def _marked(phrase: str, language: str, letters: dict[str, frozenset[str]]) -> str:
    foreign = _language_of(phrase, language, letters)
    return f'<span lang="{foreign}">{phrase}</span>' if foreign else phrase


def _language_of(phrase: str, language: str, letters: dict[str, frozenset[str]]) -> str:
    """Returns the one language that has every letter of the phrase; none when the page's own has, or nobody is sure."""
    used = _parts(phrase)
    if not used - letters.get(language, frozenset()) or _name(phrase):
        return ""
    fitting = [code for code, known in letters.items() if code != language and used <= known]
    return fitting[0] if len(fitting) == 1 else ""


def _name(phrase: str) -> bool:
    """Returns whether every word begins with a capital: then it is a name."""
    words = WORD.findall(phrase)
    return all(word[0].isupper() for word in words)
