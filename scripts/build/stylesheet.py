"""Cuts the stylesheets to what the built pages use, and puts the rest into each page.

Material's stylesheet is 149 KB; a page of ours uses a small part of it. One stylesheet for
all pages, inlined, saves the round trip that costs a weak phone most.
"""

import re
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

LINK = re.compile(r'<link\b[^>]*\brel="?stylesheet"?[^>]*>', re.IGNORECASE)
HREF = re.compile(r'\bhref="([^"]+)"')
NAMES_IN_HTML = re.compile(r"<([a-zA-Z][\w-]*)|\s(?:class|id)=(?:\"([^\"]*)\"|'([^']*)')|\s([a-z][\w-]*)(?==|[\s>])")
NAMES_IN_SCRIPT = re.compile(r"[\w-]+")
CONDITIONAL = {"media", "supports", "layer", "container"}
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
LENIENT = {"not", "is", "where", "has"}


def inline_stylesheets(site: Path) -> int:
    """Replaces the stylesheet links of every page below `site`; returns the size in bytes."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    linked = dict.fromkeys(sheet for path, html in pages.items() for sheet in linked_sheets(path, html))
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.js"))]
    css = cut("\n".join(path.read_text(encoding="utf-8") for path in linked), names_used(pages.values(), scripts))
    for path, html in pages.items():
        path.write_text(with_style(html, css), encoding="utf-8", newline="\n")
    return len(css.encode())


def linked_sheets(page: Path, html: str) -> list[Path]:
    """Returns the stylesheet files that a page links, in order."""
    links = (HREF.search(link) for link in LINK.findall(html))
    return [(page.parent / link[1]).resolve() for link in links if link and "//" not in link[1]]


def with_style(html: str, css: str) -> str:
    """Returns the page with one inlined stylesheet in place of its links."""
    first = LINK.search(html)
    if not first:
        return html
    rest = LINK.sub("", html[first.end():])
    return f"{html[:first.start()]}<style>{css}</style>{rest}"


def names_used(pages, scripts) -> set[str]:
    """Returns every tag, class, id and attribute name of the pages, and every word of the scripts."""
    names: set[str] = set()
    for html in pages:
        for tag, double, single, attribute in NAMES_IN_HTML.findall(html):
            names.update(filter(None, (tag.lower(), attribute, *double.split(), *single.split())))
    for script in scripts:
        names.update(NAMES_IN_SCRIPT.findall(script))
    return names


def cut(css: str, names: set[str]) -> str:
    """Returns the rules of `css` that can match something, without variables nobody reads."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = _without_unread(_kept(rules, names))
    return re.sub(r"\s+", " ", kept).strip()


def _kept(rules: list[Node], names: set[str]) -> str:
    return "".join(_rule(rule, names) for rule in rules)


def _rule(rule: Node, names: set[str]) -> str:
    if isinstance(rule, QualifiedRule):
        selectors = [text for text in _selectors(rule.prelude, names)]
        return f"{','.join(selectors)}{{{tinycss2.serialize(_body(rule.content))}}}" if selectors else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword in CONDITIONAL and rule.content is not None:
        inner = _kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), names)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword in ("keyframes", "page", "property"):
        return rule.serialize() if rule.lower_at_keyword != "keyframes" or _named(rule) in names else ""
    return ""


def _named(rule: AtRule) -> str:
    return tinycss2.serialize(rule.prelude).strip()


def _body(content: list[Node]) -> list[Node]:
    return [token for token in content if token.type != "comment"]


def _selectors(prelude: list[Node], names: set[str]):
    """Yields the selectors of a comma list that can match."""
    part: list[Node] = []
    for token in [*prelude, None]:
        if token is None or token.type == "literal" and token.value == ",":
            if part and _matches(part, names):
                yield tinycss2.serialize(part).strip()
            part = []
        else:
            part.append(token)


def _matches(selector: list[Node], names: set[str]) -> bool:
    """Returns whether every class, id, tag and attribute of a selector is used somewhere."""
    before = ""
    for token in selector:
        if token.type == "ident" and before != ":" and token.value not in names and token.lower_value not in names:
            return False
        if token.type == "hash" and token.value not in names:
            return False
        if token.type == "[] block" and not _attribute_used(token.content, names):
            return False
        before = token.value if token.type == "literal" else ("." if token.type == "." else "")
    return True


def _attribute_used(content: list[Node], names: set[str]) -> bool:
    first = next((token for token in content if token.type == "ident"), None)
    return first is None or first.value in names


def _without_unread(css: str) -> str:
    """Removes definitions of custom properties that no rule reads, until none is left."""
    while True:
        read = set(VARIABLE.findall(css))
        shorter = re.sub(r"(--[\w-]+)\s*:[^;{}]*(;|(?=\}))", lambda match: match[0] if match[1] in read else "", css)
        if shorter == css:
            return css
        css = shorter
