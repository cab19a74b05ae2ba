"""Writes the data that lets a reader search a language of the site without any server.

The result is a classic script, which a phone can load from the web, from a USB stick and from a
ZIM file alike. Its size is held by leaving out detail, never by leaving out a page.
"""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from .folding import digits, numbers, terms, words
from .index import DETAILS, Detail, Places, pack_words
from .phrases import RetiredNumber, Synonym, Synonyms
from .section import TOGETHER, Section

# Who is in danger comes first; pages that only lead on come last, and a notice ("not found") answers nothing.
WEIGHTS = {"help": 1.4, "card": 1.15, "hub": 0.8, "home": 0.7, "quiz": 0.7, "scenario": 0.7, "notice": 0}
LARGEST = 73_500  # bytes after gzip; with the scripts below 80 KB, at 250 long pages a language

Page = tuple[Section, ...]


def build_index(sections: Iterable[Section], synonyms: Synonyms = Synonyms(),
                retired: Iterable[RetiredNumber] = (), language: str = "") -> str:
    """Returns the script that hands the search data of one language to the browser.

    Sections of one page stand together, in the order in which readers meet them. The same input gives the
    same text on every machine: the size is estimated, because two builds of zlib need not agree.
    """
    pages = _pages(sections)
    said = [_said(entry, pages) for entry in synonyms.entries]
    old = [[digits(entry.number), entry.note, entry.query] for entry in retired]
    index = Places([[_terms(section) for section in page] for page in pages],
                   {term for phrases, *_ in said for term in terms(phrases)})
    data = {"language": language, "words": pack_words(index.words), "small": " ".join(terms(" ".join(synonyms.small))),
            "synonyms": said, "retired": old}
    shown = [_shown(page) for page in pages]
    for detail in DETAILS:
        data |= {"places": "", "pages": [_page(page, detail) for page in shown]}
        if _estimate(data) > LARGEST and detail is not DETAILS[-1]:
            continue  # too much even without the places, which take long to pack
        data["places"] = index.packed(detail)
        if _estimate(data) <= LARGEST:
            break
    return f"appSearch({_json(data)});\n"


def _pages(sections: Iterable[Section]) -> list[Page]:
    pages = [tuple(found) for _, found in groupby(sections, key=lambda section: section.address)]
    return [page for page in pages if _weight(page)]


def _weight(page: Page) -> float:
    return WEIGHTS.get(page[0].kind, 1)


def _terms(section: Section) -> list[str]:
    said = _spaced(f"{section.heading if section.anchor else section.page_title} {section.text}")
    return terms(said) + numbers(said)


def _shown(page: Page) -> list:
    """Returns what a reader sees of a page; an anchor only where the browser cannot tell it from the heading."""
    parts = [[_spaced(_composed(section.heading)), _composed(section.text), section.anchor] for section in page]
    for part in parts:
        if part[-1] == "-".join(words(part[0])):
            part.pop()
    return [page[0].address, _spaced(_composed(page[0].page_title)), _weight(page), parts]


def _page(shown: list, detail: Detail) -> list:
    *page, (first, *others) = shown
    lengths = [(first, detail.opening), *((part, detail.excerpt) for part in others if detail.headings)]
    return [*page, [[heading, _excerpt(text, length), *anchor] for (heading, text, *anchor), length in lengths]]


def _excerpt(text: str, length: int) -> str:
    if len(text) <= length:
        return _spaced(text)
    return (_spaced(text[:length].rpartition(" ")[0]) + "…") if length else ""


def _spaced(text: str) -> str:
    return text.replace(TOGETHER, " ")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _said(entry: Synonym, pages: Sequence[Page]) -> list:
    """Returns the phrases of an entry, the numbers of its pages, and the words it stands for."""
    found = [number for number in (_number(page, pages) for page in entry.pages) if number is not None]
    phrases = dict.fromkeys(" ".join(terms(said)) for said in entry.says)
    return ["|".join(filter(None, phrases)), found, " ".join(terms(entry.means))]


def _number(pair: str, pages: Sequence[Page]) -> int | None:
    """Returns the number of the page written as `pair`, whatever folder its language is served from."""
    end = "/" + pair.removesuffix(".md") + ".html"
    fitting = [at for at, page in enumerate(pages) if f"/{page[0].address}".endswith(end)]
    return min(fitting, key=lambda at: len(pages[at][0].address), default=None)


def _estimate(data: dict) -> float:
    """Returns about the size after gzip; the shares were measured on Vietnamese and English guides."""
    shown, said = (len(_json(part).encode()) for part in (data["pages"], [data["synonyms"], data["retired"]]))
    return 0.35 * shown + 0.3 * said + 0.69 * len(data["places"]) + 0.61 * len(data["words"])


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
