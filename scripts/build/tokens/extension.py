"""Teaches Python-Markdown the tokens."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from ...facts.pages.tokens import TOKEN, parse_token
from .renderer import TokenRenderer

ABOVE_LINKS = 175  # Python-Markdown's own: backtick 190, reference links 170


class TokenProcessor(InlineProcessor):
    """Replaces a token by its HTML; a paragraph that is nothing but a token becomes the component."""

    def __init__(self, markdown: Markdown, renderer: TokenRenderer):
        super().__init__(TOKEN.pattern, markdown)
        self.renderer = renderer

    def handleMatch(self, match, data: str) -> tuple[str | Element | None, int | None, int | None]:
        """Returns what stands for the HTML of the token until the page is put together, or nothing, which leaves it visible."""
        html = self.renderer.html(parse_token(match[1]), data.strip() == match[0])
        if html is None:
            return None, None, None
        return self.md.htmlStash.store(html), match.start(0), match.end(0)


class TokenExtension(Extension):
    """Teaches Python-Markdown the tokens of this project."""

    def __init__(self, renderer: TokenRenderer):
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers the processor above links, so that `[[…]]` is never read as one."""
        md.inlinePatterns.register(TokenProcessor(md, self.renderer), "project_token", ABOVE_LINKS)
