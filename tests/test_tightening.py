"""A page loses what nobody reads, and no letter of its text."""

import pytest

from scripts.build.tightening import tight


@pytest.mark.parametrize("html, left", [
    ("<p>\n\n   one\n   two\n</p>\n", "<p>\none\ntwo\n</p>\n"),
    ("<p>one  two</p>", "<p>one  two</p>\n"),
    ("<p>a</p>\n  <pre>\n  x\n\n  y\n</pre>\n\n <p>b</p>", "<p>a</p>\n<pre>\n  x\n\n  y\n</pre>\n<p>b</p>\n"),
    ("<script>\n  1\n\n</script>\n\n<style>\n a\n</style>", "<script>\n  1\n\n</script>\n<style>\n a\n</style>\n"),
    ('<input class="md-toggle" id="__drawer">\n<label class="md-overlay" for="__drawer"></label>\n<p>x</p>', "<p>x</p>\n"),
    ('<div data-md-component="announce">\n \n</div>\n<p>x</p>', "<p>x</p>\n"),
    ('<div data-md-component="announce"><p>y</p></div>', '<div data-md-component="announce"><p>y</p></div>\n'),
    ('<div class="md-dialog" data-md-component="dialog">\n<div class="md-dialog__inner md-typeset"></div>\n</div>', "\n"),
    ('<input class="app-search__input">', '<input class="app-search__input">\n'),
])
def test_tight(html: str, left: str) -> None:
    """Each row: a page, and what is left of it."""
    assert tight(html) == left
