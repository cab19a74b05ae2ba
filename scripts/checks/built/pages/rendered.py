"""Renders the Markdown of a page once more, to say what a reader should find between its tokens.

Python-Markdown alone does it, with the extensions of `mkdocs.yml` and without any of our own.
"""

import re

from selectolax.lexbor import LexborHTMLParser

from ....facts.pages import Page
from ....facts.pages.tokens import TOKEN, Token, parse_token
from ....facts.place import Items, Record, Text, mapping
from ....facts.project import Project
from ..world import World

GAP = "\ue000"  # for private use (Unicode): stands where a page says more than its Markdown
BEGINS = re.compile(r"\s*(?:(?:[-*+]|[0-9]+\.)\s+|#{1,6}\s+|(?:!!!|\?\?\?\+?)[ \w-]*|:\s+|>\s*)+")  # marks of lists, headings, boxes
TITLE = re.compile(r"^# .*", re.MULTILINE)
LEADING_OUT = re.compile(r"<a\b[^<>]*\bhref=\"[^\"<>]*//[^<>]*>[^<>]*</a>")  # copies say beside it what it needs


def rendered(page: Page, world: World) -> list[str]:
    """Returns the texts of a page from token to token, the title with what templates say behind it apart."""
    html = _html(page, world)
    html = LEADING_OUT.sub(rf"\g<0>{GAP}", html) if world.tree.carried else html
    body = LexborHTMLParser(html).body
    return body.text(separator=" ").split(GAP) if body else []


def linked(page: Page, world: World) -> list[tuple[str, str]]:
    """Returns the target and the words of each link of a page, in the order in which they are read."""
    return [(node.attributes.get("href") or "", node.text()) for node in LexborHTMLParser(_html(page, world)).css("a[href]")]


def _html(page: Page, world: World) -> str:
    from markdown import Markdown  # as MkDocs does it; needed for few pages, and slow to load

    def told(token: re.Match) -> str:
        line = page.markdown[page.markdown.rfind("\n", 0, token.start()) + 1:].partition("\n")[0]
        return "" if alone(line) else printed(parse_token(token[1]), page.text_language, world.project)

    marked = TITLE.sub(rf"\g<0> {GAP}", TOKEN.sub(lambda token: told(token) or GAP, page.markdown), count=1)
    return Markdown(extensions=_extensions(world.project)).convert(marked)


def begin(line: str) -> int:
    """Returns where the text of a line begins behind its marks."""
    begins = BEGINS.match(line)
    return begins.end() if begins else 0


def alone(line: str) -> bool:
    """Returns whether a line holds one token and nothing else behind its marks."""
    return TOKEN.fullmatch(line[begin(line):].strip()) is not None


def printed(token: Token, language: str, project: Project) -> str:
    """Returns what a token prints within a sentence, empty where only its template knows."""
    if token.kind == "term":
        return str(mapping(mapping(project.entries("glossary").get(token.id)).get("term")).get(language, ""))
    contact = project.contacts.get(token.id) if token.kind == "contact" else None
    call = contact.call() if contact and contact.status == "live" else None
    return call.display if call else ""


def _extensions(project: Project) -> list[str]:
    """Returns the names of the extensions that `mkdocs.yml` asks for, with or without settings of their own."""
    listed = project.settings.written.get("markdown_extensions")
    names = [next(iter(one), "") if isinstance(one, Record) else one for one in listed] if isinstance(listed, Items) else []
    return [str(name) for name in names if isinstance(name, (str, Text)) and name]
