"""The link check must be right about sites that something else built: without our marks, without our data."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.checks.built import check_built
from scripts.checks.built.files.tree import read_tree
from scripts.checks.report import in_order
from scripts.facts.project import read_facts

CAMPAIGN = Path(__file__).parent / "campaign"
PAGE = '<!doctype html>\n<html lang="{language}"><head><title>x</title>{head}</head>\n<body>{body}</body></html>\n'
Write = Callable[[dict[str, str]], Path]

RIGHT = {
    "the hash alone": '<a href="#">x</a> <a href="#top">x</a> <a href="#TOP">x</a>',
    "queries": '<a href="?q=a#here">x</a> <p id="here">y</p> <a href="p.html?x=1&amp;y=%20#sec">x</a>',
    "Vietnamese names as escapes, as letters, half and half":
        '<a href="t%E1%BA%A5m/%C3%A1o.pdf">x</a> <a href="tấm/áo.pdf">x</a> <a href="t%e1%ba%a5m/áo.pdf">x</a>',
    "names with signs": '<a href="a+b.html">x</a> <a href="a&amp;b.html">x</a> <a href="a%23b.html">x</a> <a href="(p)!~\'.html">x</a>',
    "blanks and line ends around an address and within": '<a href="\n  p.html\t">x</a> <a href="p.\nhtml">x</a>',
    "entities and no quotes": '<a href="&#x70;&period;html">x</a> <a href=p.html>x</a>',
    "places by name, by escape, by letters": '<a name="old"></a><a href="#old">x</a> <a href="#%C4%91">x</a><a href="#đ">x</a><i id="đ"></i>',
    "a percent sign in an id": '<a href="#100%">x</a> <p id="100%">y</p>',
    "text fragments": '<a href="p.html#:~:text=a,b">x</a> <a href="p.html#sec:~:text=a-,b">x</a>',
    "media fragments and pages of documents":
        '<video src="v.mp4#t=10,20" poster="a.png#xywh=0,0,1,1"></video> <a href="t%E1%BA%A5m/%C3%A1o.pdf#page=2">x</a>',
    "addresses of scripts": '<a href="#/route">x</a> <a href="#!route">x</a>',
    "sets of pictures": '<img src="a.png" srcset="a.png, b,c.png 2x,data:image/png;base64,A,B 3x , a.png 100w" alt="">',
    "pictures in the page": '<img src="data:image/gif;base64,R0" alt=""> <link rel="icon" href="data:,">',
    "mail": '<a href="MAILTO:a@b.example?subject=Hi%20you&amp;body=x">x</a> <a href="mailto:?subject=x">x</a> '
            '<a href="mailto:a@b.example,c@d.example">x</a> <a href="mailto:%22not%40me%22@b.example">x</a>',
    "calls": '<a href="tel:+84-28-123">x</a> <a href="sms:119?body=x">x</a>',
    "the web": '<a href="HTTPS://Paper.example">x</a> <a href="https://user@paper.example:8080/a b#c">x</a> '
               '<a href="http://[2001:db8::1]/">x</a> <a href="https://bücher.example/ä">x</a>',
    "frames": '<iframe src="p.html"></iframe><iframe src="about:blank"></iframe><iframe srcdoc="<p>x"></iframe>'
              '<object data="i.svg#boat"></object><embed src="a.png">',
    "forms": '<form action="p.html"><button formaction="?x">x</button><input type="image" src="a.png"></form><form action=""></form>',
    "areas": '<img src="a.png" usemap="#m" alt=""><map name="m"><area href="p.html" alt="x"></map>',
    "drawings": '<svg><g id="g"/><use href="#g"/><use xlink:href="i.svg#boat"/><image href="a.png"/><a href="p.html"><text>x</text></a></svg>'
                '<a href="i.svg#svgView(viewBox(0,0,1,1))">x</a>',
    "links that are none": '<a>x</a> <x-y href="z" src="q"></x-y> <template><a href="none.html">x</a></template>'
                           '<!-- <a href="none.html">x</a> --><script>"<a href=none.html>"</script>',
    "preloads": '<link rel="preload" as="image" href="a.png" imagesrcset="a.png 1x, b,c.png 2x">',
    "styles": '<style>@namespace s url(http://www.w3.org/2000/svg); a{background:url( "a.png" )} b{fill:url(#g)}'
              ' /* url(none) */ c{content:"url(none)"} d{background:image-set("a.png" 1x)}</style><p style="background:url(\'a.png\')">x</p>',
    "folders with an index": '<a href="sub/">x</a> <a href="./">x</a> <a href=".">x</a> <a href="sub/../sub/./q.html">x</a>',
    "languages that are told": '<a href="en/" hreflang="en">x</a> <a href="en/index.html" lang="en-GB">x</a> <a href="en/"><b lang="en">x</b></a>',
    "a refresh after a while": '<meta http-equiv="refresh" content="300"><meta http-equiv="Refresh" content="5 ; URL = \'p.html\'">',
    "linked data": '<script type="application/ld+json">{"@id": "#me", "url": "https://site.example/base/", "sameAs": ["https://w.example"]}</script>',
    "an own address": '<a href="https://site.example/base/sub/">x</a> <a href="https://SITE.example/base?x">x</a>',
}


def tree(body: str = "") -> dict[str, str]:
    """Returns the files of a small site with everything that RIGHT leads to."""
    ways = "".join(f'<a href="{name}">x</a>' for name in ("p.html", "sub/", "sub/q.html", "a+b.html", "a&amp;b.html", "a%23b.html",
                                                       "(p)!~'.html", "sub/base.html"))
    head = ('<link rel="canonical" href="https://site.example/base/"><link rel="alternate" hreflang="en" href="https://site.example/base/en/">'
            '<link rel="alternate" hreflang="x-default" href="./"><meta property="og:image" content="https://site.example/base/a.png">'
            '<link rel="manifest" href="site.webmanifest"><link rel="stylesheet" href="s.css?v=2">')
    pages = {"index.html": PAGE.format(language="vi", head=head, body=f"\n{body}\n{ways}"),
             "p.html": PAGE.format(language="vi-VN", head="", body='<h2 id="sec">x</h2>'),
             "sub/base.html": PAGE.format(language="vi", head='<base href="../">', body='<a href="p.html#sec">x</a><img src="a.png" alt="">'),
             "en/index.html": PAGE.format(language="en", head='<link rel="alternate" hreflang="vi" href="https://site.example/base/">',
                                          body='<a href="../" hreflang="vi">x</a>'),
             "404.html": PAGE.format(language="vi", head='<base href="/base/">', body='<a href="index.html">x</a>')}
    others = dict.fromkeys(("sub/index.html", "sub/q.html", "a+b.html", "a&b.html", "a#b.html", "(p)!~'.html"), PAGE.format(language="vi", head="", body=""))
    files = {"tấm/áo.pdf": "x", "a.png": "x", "b,c.png": "x", "v.mp4": "x", "f.woff2": "x",
             "i.svg": '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><symbol id="boat"/><use href="#boat"/></svg>',
             "s.css": "@import 't.css' screen; @font-face{src:url(f.woff2?x#iefix) format('woff2')} a{mask:url(i.svg#boat)}",
             "t.css": "a{background:url()} b{behavior:url(#default#VML)}",
             "site.webmanifest": '{"start_url": ".", "scope": "./", "icons": [{"src": "a.png"}]}',
             "feed.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><link href="https://site.example/base/p.html#sec"/></feed>',
             "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>\nhttps://site.example/base/sub/\n</loc></url></urlset>',
             "robots.txt": "Sitemap: https://site.example/base/sitemap.xml\n"}
    return pages | others | files


def told(place: Path) -> list[str]:
    """Returns the findings of a tree as `path:line rule`."""
    return [f"{found.place} {found.rule}" for found in in_order(check_built(read_facts(CAMPAIGN), read_tree(place)))]


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT)
def test_a_link_that_is_right_however_odd_is_not_told(body: str, write: Write) -> None:
    """Who cries wolf is not believed when it comes."""
    assert told(write(tree(body))) == []


@pytest.mark.parametrize(("body", "rule"), [
    ('<a href="P.html">x</a>', "built-link-case-differs"), ('<a href="p.html/">x</a>', "built-link-slash-extra"),
    ('<a href="sub">x</a>', "built-link-folder"), ('<a href="ta%CC%82%CC%81m/%C3%A1o.pdf">x</a>', "built-link-letters-differ"),
    ('<a href="/p.html">x</a>', "built-link-absolute"), ('<a href="//paper.example">x</a>', "built-link-protocol-relative"),
    ('<a href="../index.html">x</a>', "built-link-above-root"), ('<a href="p.html#other">x</a>', "built-anchor-missing"),
    ('<a href="en/">x</a>', "built-link-language-untold"), ('<p id="a"></p><p id="a"></p>', "built-id-repeated"),
    ('<a href="javascript:x()">x</a>', "built-link-scheme-unknown"), ('<img src="https://far.example/x.png">', "built-resource-remote"),
    ('<a href="https://site.example/p.html">x</a>', "built-link-base-missed"), ('<a href=r"C:\\x">x</a>', "built-link-local"),
    ('<a href="sub\\q.html">x</a>', "built-link-backslash"), ('<a href="100%.html">x</a>', "built-link-escape-malformed"),
])
def test_a_fault_is_told_with_its_line(body: str, rule: str, write: Write) -> None:
    """Without Markdown, the line of the finished file is the best that can be said."""
    if rule == "built-link-local":
        body = body.replace('r"', '"')
    assert told(write(tree(body))) == [f"index.html:4 {rule}"]


def test_a_few_files_without_anything_around_them(write: Write) -> None:
    """No language, no sitemap, no home page that leads anywhere."""
    assert told(write({"index.html": "<p>x", "other.html": '<a href="index.html">x</a>'})) == []


def test_what_is_no_site_is_no_accident(tmp_path: Path) -> None:
    """Nothing, and nothing that can be read."""
    (tmp_path / "site").mkdir()
    assert told(tmp_path / "site") == []
    for number, content in enumerate((b"", b"\0\xff\xfe<a href=", "<a href='\ud7ff'>".encode("utf-16"), b"<" * 10_000, b"<a href='x%'")):
        (tmp_path / f"site/{number}.html").write_bytes(content)
    (tmp_path / "site/sitemap.xml").write_bytes(b"\xff")
    told(tmp_path / "site")


def test_deep_data_and_entities_are_no_accident(write: Write) -> None:
    """A page of a stranger may try to be clever."""
    bomb = '<!DOCTYPE urlset [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    found = told(write({"index.html": deep, "sitemap.xml": bomb, "site.webmanifest": "{" * 100_000}))
    assert found == ["index.html:1 built-file-malformed", "site.webmanifest:1 built-file-malformed", "sitemap.xml:1 built-file-malformed"]


def test_a_zip_is_read_like_a_folder(write: Write, tmp_path: Path) -> None:
    """The copy that people carry; what only servers need may be missing in it."""
    place = tmp_path / "copy.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for name, text in tree('<a href="none.html">x</a>').items():
            if name != "a.png":
                archive.writestr(name, text)
    assert [line for line in told(place) if line.startswith("index.html")] == ["index.html:4 built-link-broken"]
