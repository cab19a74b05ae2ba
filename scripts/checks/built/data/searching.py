"""Compares what the search answers by itself with the data files and the pages: numbers out of use, numbers that people type, excerpts.

Whoever searches for an old number gets its line at once, and believes it; no page stands behind it. An excerpt that
says another number than its page sends whoever reads no further to the wrong people.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

from ....facts.contacts import Retired, grouped
from ....facts.contacts.out_of_service import without
from ....facts.place import Place, leaves, mapping
from ....facts.project import Project
from ...source.numbers.telephone import whole
from ..difference import told
from ..files.tree import Tree
from ..reading.article import letters

FILE = re.compile(r"(?:.*/)?search-data\.([A-Za-z0-9-]+)\.js\Z")
RUN = re.compile(r"[0-9]+")
LONG = re.compile(r"[0-9](?:[ .()\u00a0-]*[0-9]){6,}")  # a telephone number, however it is spaced
DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]\Z")  # 20260110
NAMED = re.compile(r'<meta property="og:title" content="([^"<>]*)"')
DESCRIPTION = re.compile(r'<meta name="description" content="([^"<>]*)"')
TAG = re.compile(r"<[^<>]*>")
PACKED = re.compile(r"([A-Z])([^A-Z]*)")  # how many letters of the last word stay, A for none, and those behind them


def differences(project: Project, tree: Tree) -> Iterator[tuple[str, str, str]]:
    """Yields address, what differs, and how; of data that cannot be read, another check tells."""
    for address in sorted(tree.addresses):
        found = FILE.match(address)
        if found and found[1] in project.settings.codes:
            data = _data(tree.content(address).decode("utf-8", "replace"))
            differing = [*_retired(data, found[1], project), *_typed(data, project), *_searched(data, project, tree),
                         *_excerpts(data, tree)] if data else ()
            yield from ((address, what, how) for what, how in differing)


def _data(text: str) -> dict:
    try:
        data = json.loads(text[text.find("(") + 1:text.rfind(")")])
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) and "language" in data else {}


def _retired(data: dict, language: str, project: Project) -> Iterator[tuple[str, str]]:
    """Every number out of use has its answer, word for word, and leads to what took its place."""
    words = {key: str(mapping(project.entries("strings").get(key)).get(language, "")) for key in ("search_retired", "search_replaced")}
    there = [_answer(entry, language, words, project) for entry in project.out_of_use()]
    here = data.get("retired")
    if not isinstance(here, list) or len(here) != len(there):
        yield "the numbers out of use", f"{len(here or ())} here and {len(there)} there"
        return
    for mine, wanted in zip(here, there):
        if mine != wanted:
            yield f"the answer to {wanted[0]}", f"{mine} here and {wanted} there"


def _answer(entry: Retired, language: str, words: dict[str, str], project: Project) -> list[str]:
    number = "".join(RUN.findall(entry.number)).lstrip("0")
    note = words["search_retired"] % {"number": grouped(entry.number), "why": entry.why.get(language, "")}
    other = project.contacts.get(entry.replaced_by)
    call = other.call() if other and other.works_on(None) else None
    if call is None:
        return [number, note, without(entry.name[language], frozenset([entry.number]))]
    name = other.name[language]
    return [number, f"{note} {words['search_replaced'] % {'name': name, 'number': call.display}}", f"{name} {call.display}"]


def _typed(data: dict, project: Project) -> Iterator[tuple[str, str]]:
    """Digits that people type stand in the data only as the file of synonyms holds them."""
    synonyms = project.entries("synonyms")
    known = {tuple(RUN.findall(text)) for _, text, _ in leaves(synonyms, synonyms.place)}
    for entry in data.get("synonyms") or ():
        said, *_, means = entry if isinstance(entry, list) and len(entry) > 1 else ("", "")
        for phrase in (*str(said).split("|"), str(means)):
            if tuple(RUN.findall(phrase)) not in known | {()}:
                yield "what people type", f"“{phrase[:80]}” here and nothing with these digits in synonyms.yml"


def _searched(data: dict, project: Project, tree: Tree) -> Iterator[tuple[str, str]]:
    """A telephone number among the words to search for is one that the data files hold; what pages say themselves, as money, is judged there."""
    words = [word for word in _words(str(data.get("words") or "")) if word.isdigit() and not DAY.match(word) and (whole(word) or whole(f"0{word}"))]
    files = [text for name in project.data for _, text, _ in leaves(project.entries(name), Place(name))] if words else ()
    known = {"".join(RUN.findall(number)).lstrip("0") for text in files for number in LONG.findall(text)}
    strange = [word for word in words if word.lstrip("0") not in known]
    pages = _said_on(data, tree) if strange else ""
    for word in strange:
        if not re.search(rf"(?<![0-9])0*{' ?'.join(word.lstrip('0'))}(?![0-9])", pages):
            yield "the words to search for", f"the number {word} here and neither on its pages nor in the data files"


def _said_on(data: dict, tree: Tree) -> str:
    """Returns the numbers of all pages that the data lead to, a line for each page."""
    addresses = tree.addresses.intersection(str(page[0]) for page in _lists(data.get("pages")))
    return "\n".join(" ".join(_numbers(content.decode("utf-8", "replace"))) for _, content in tree.files.contents(sorted(addresses)))


def _excerpts(data: dict, tree: Tree) -> Iterator[tuple[str, str]]:
    """An excerpt leaves words of its page out and adds none, so that its numbers are some of the page's in their order."""
    shown, titles = defaultdict(list), defaultdict(list)
    for address, *rest in _lists(data.get("pages"), 2):
        shown[str(address)].append(rest[-1])
        titles[str(address)].append(str(rest[0]))
    for address, content in tree.files.contents(sorted(tree.addresses.intersection(shown))):
        page = content.decode("utf-8", "replace")
        there, title = _numbers(page), NAMED.search(page)
        for name in titles[address] if title else ():
            if letters(name) != letters(wanted := unescape(title[1])):
                yield f"the title of {address}", told(name, wanted)
        for parts in shown[address]:
            numbers = iter(there)
            here = (number for heading, text, *_ in _lists(parts, 2) for number in RUN.findall(f"{heading} {text}"))
            if strange := next((number for number in here if number not in numbers), ""):
                yield f"the excerpt of {address}", f"the number {strange} here and not in that place of the page"


def _lists(value: object, least: int = 1) -> list[list]:
    """Returns the lists of a list that hold enough; of damaged data the browser tells."""
    return [one for one in value if isinstance(one, list) and len(one) >= least] if isinstance(value, list) else []


def _numbers(page: str) -> list[str]:
    """Returns the numbers that readers see of a page, those of its description first."""
    described, start, end = DESCRIPTION.search(page), page.find("<article"), page.rfind("</article>")
    article = page[start:end] if 0 <= start < end else page
    return RUN.findall(unescape(f"{described[1] if described else ''} {TAG.sub(' ', article)}"))


def _words(packed: str) -> Iterator[str]:
    word = ""
    for match in PACKED.finditer(packed):
        word = word[:ord(match[1]) - ord("A")] + match[2]
        yield word
