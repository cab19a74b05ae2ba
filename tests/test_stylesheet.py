"""The stylesheet keeps what can match and drops what cannot."""

from pathlib import Path

import pytest

from scripts.build.css import parse_sheet
from scripts.build.stylesheet import inline_stylesheets, parse_pages

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css"></head>
<body class="app-page--guide" dir="ltr"><p class="one two app-one" id="here"><a href="x.html">x</a></p>
<script defer src="page.js"></script></body></html>"""


@pytest.mark.parametrize("css, kept", [
    ("p{color:red}", "p{color:red}"),
    ("table{color:red}", ""),                                        # a tag that no page has
    (".one,.three{color:red}", ".one{color:red}"),                   # one selector of a list
    (".one .three{color:red}", ""),                                  # every part must be used
    ("#here{color:red}", "#here{color:red}"),
    ("#there{color:red}", ""),
    ("[dir=ltr] p{color:red}", "[dir=ltr] p{color:red}"),
    ("[dir=rtl] p{color:red}", ""),                                  # the attribute is used, the value is not
    ("a[href^=x]{color:red}", "a[href^=x]{color:red}"),
    ("a[href^=http]{color:red}", ""),
    ("p:not(.three):hover::after{color:red}", "p:not(.three):hover::after{color:red}"),
    ("p:focus-visible{color:red}", "p:focus-visible{color:red}"),
    ("@media print{p{color:red}table{color:red}}", "@media print{p{color:red}}"),
    ("@media print{table{color:red}}", ""),
    ("@import 'x.css';@font-face{font-family:x;src:url(x)}p{color:red}", "p{color:red}"),
    ("@keyframes turn{to{opacity:0}}p{animation:turn 1s}", "@keyframes turn{to{opacity:0}}p{animation:turn 1s}"),
    ("@keyframes turn{to{opacity:0}}p{color:red}", "p{color:red}"),
    (":root{--a:1px;--b:var(--a);--c:2px}p{margin:var(--c)}", ":root{--c:2px}p{margin:var(--c)}"),
    ("p{--icon:url('data:image/svg+xml;utf8,<svg/>');mask:var(--icon)}",
     "p{--icon:url(\"data:image/svg+xml;utf8,<svg/>\");mask:var(--icon)}"),
    (".app-set-by-script{color:red}", ".app-set-by-script{color:red}"),
    (".app-one__part{color:red}", ".app-one__part{color:red}"),      # a part that a script makes, of what is on the page
    (".app-there__part{color:red}", ""),                             # of what is not
    (".two p{color:red}", ""),                                       # both are there, but not one inside the other
    (".two>a{color:red}", ".two>a{color:red}"),
    ("body>a{color:red}", ""),
    ("p+script{color:red}", "p+script{color:red}"),
    ("a+script{color:red}", ""),
    ("p:first-child{color:red}", "p:first-child{color:red}"),
    ("p:last-child{color:red}", ""),
    ("p[open]>a,p[aria-x=true]{color:red}", "p[open]>a,p[aria-x=true]{color:red}"),  # may come to be so
    ("[hidden]{color:red}:focus{color:red}", "[hidden]{color:red}:focus{color:red}"),
    (":hover>table{color:red}", ""),
    (":hover>a{color:red}", ":hover>a{color:red}"),
    ("p:heading(1){color:red}", "p:heading(1){color:red}"),          # unknown: kept
    ("p{color:red!important}", "p{color:red!important}"),
    ("p{}", ""),
])
def test_cut(css: str, kept: str) -> None:
    """Each row: a stylesheet, and what is left of it for the page above."""
    pages = parse_pages([PAGE], frozenset({"app-set-by-script", "app-there__part", "app-one__part"}))
    assert parse_sheet(css).cut(pages) == kept


def test_nothing_is_left_for_pages_without_names() -> None:
    """No page, no rules."""
    assert parse_sheet("p{color:red}.a{margin:0}").cut(parse_pages([])) == ""


def site(tmp_path: Path) -> Path:
    """A site of one page with two stylesheets and a script."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "a.css").write_text("p{color:red}.three{color:red}.app-lit{color:gold}.app-asked{color:red}")
    (tmp_path / "b.css").write_text("a{color:blue}")
    (tmp_path / "page.js").write_text("find('[x~=\"app-asked\"]').classList.add('app-lit')")
    return tmp_path


def test_one_inlined_style_takes_the_place_of_the_links(tmp_path: Path) -> None:
    """In the order of the links, in the place of the first."""
    inline_stylesheets(site(tmp_path))
    html = (tmp_path / "index.html").read_text()
    assert "<style>p{color:red}.app-lit{color:gold}a{color:blue}</style>" in html
    assert "stylesheet" not in html


def test_a_missing_stylesheet_keeps_its_link_for_the_checks_to_find(tmp_path: Path) -> None:
    """Cutting must not hide that a file is not there."""
    (site(tmp_path) / "b.css").unlink()
    inline_stylesheets(tmp_path)
    html = (tmp_path / "index.html").read_text()
    assert '<link rel="stylesheet" href="b.css">' in html and "a.css" not in html
