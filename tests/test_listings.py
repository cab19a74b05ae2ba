"""Lists that are printed whole, and words that are explained once a page."""

from pathlib import Path

import pytest

from scripts.build.listings import term_views, timeline_views
from scripts.build.tokens.first_terms import first_terms
from scripts.build.tokens.renderer import TokenRenderer
from scripts.facts.project import Project, read_project
from scripts.facts.pages.tokens import parse_token

OVERRIDES = Path(__file__).parents[1] / "overrides"
EVENTS = """timeline:
  - date: 2026-05-01
    text: {vi: Ngày hội sông., en: River day., km: ទិវាទន្លេ។}
    sources: [river-paper-2026]
  - date: 2026-05-20
    until: 2026-05-22
    text: {vi: Bơi qua sông., en: Swimming across., km: ហែលទឹក។}
    sources: [river-paper-2026]
partners:
  - name: {vi: Bến sông, en: The river port, km: កំពង់ផែទន្លេ}
    role: {vi: Đồng hành, en: Supporter, km: អ្នកគាំទ្រ}
    sources: [river-paper-2026]
"""
WORDS = """life-jacket:
  term: {vi: áo phao, en: life jacket, km: អាវពោង}
  means: {vi: áo giúp người nổi, en: a jacket that "floats", km: អាវ}
  avoid: {vi: [], en: [vest], km: []}
anchor:
  term: {vi: neo, en: anchor, km: យុថ្កា}
  means: {vi: giữ thuyền, en: holds a boat, km: កាន់ទូក}
"""


@pytest.fixture
def project(campaign: Path) -> Project:
    """The made-up campaign with two events, a partner and two words, all listed on the home page."""
    data = campaign / "docs/_data"
    (data / "campaign.yml").write_text((data / "campaign.yml").read_text(encoding="utf-8") + EVENTS, encoding="utf-8")
    (data / "glossary.yml").write_text(WORDS, encoding="utf-8")
    for language in ("vi", "en", "km"):
        page = campaign / f"docs/{language}/index.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n[[terms]]\n\n[[timeline]]\n\n[[partners]]\n", encoding="utf-8")
    return read_project(campaign)


def rendered(project: Project, path: str, inside: str) -> str | None:
    """Returns the HTML of a token that stands alone in a page."""
    renderer = TokenRenderer(project, OVERRIDES)
    renderer.page = project.by_path[path]
    return renderer.html(parse_token(inside), alone=True)


def test_events_stand_newest_first_with_day_and_source(project: Project) -> None:
    """A reader wants what is new, and where it comes from."""
    assert [event["date"] for event in timeline_views(project, "en")] == ["2026-05-20", "2026-05-01"]
    html = rendered(project, "docs/en/index.md", "timeline")
    assert html.index("Swimming") < html.index("River day")
    assert '<time datetime="2026-05-22">' in html and 'href="https://paper.example/rescue"' in html and "Báo Sông" in html


def test_partners_are_named_with_their_part_and_source(project: Project) -> None:
    """Nobody is named without the report that names them."""
    html = rendered(project, "docs/km/index.md", "partners")
    assert "កំពង់ផែទន្លេ" in html and "អ្នកគាំទ្រ" in html and "Báo Sông" in html


def test_words_are_in_the_order_of_the_alphabet_in_each_language(project: Project) -> None:
    """With their names in the other languages, and the words to avoid."""
    assert [view["term"] for view in term_views(project, "en")] == ["anchor", "life jacket"]
    assert [view["term"] for view in term_views(project, "vi")] == ["áo phao", "neo"]
    html = rendered(project, "docs/en/index.md", "terms")
    assert '<dt id="term-life-jacket">' in html and '<span lang="vi">áo phao</span>' in html and "“vest”" in html


def test_a_word_leads_to_its_place_on_the_page_of_words(project: Project) -> None:
    """Relative to the page it stands on, so that it works from a stick."""
    deep = rendered(project, "docs/en/cuu-giup/index.md", "term:life-jacket")
    assert 'href="../index.html#term-life-jacket"' in deep and "&#34;floats&#34;" in deep
    assert 'href="index.html#term-life-jacket"' in rendered(project, "docs/en/index.md", "term:life-jacket").replace("./", "")


def test_without_a_page_of_words_the_meaning_is_a_hint(campaign: Path) -> None:
    """A campaign need not have one."""
    html = rendered(read_project(campaign), "docs/en/cuu-giup/index.md", "term:life-jacket")
    assert html == '<dfn class="app-term"><span title="a jacket that keeps a person afloat">life jacket</span></dfn>'


def test_a_word_is_explained_where_it_first_stands_and_plain_afterwards() -> None:
    """Ten dotted lines on one page help nobody."""
    word, other = ('<dfn class="app-term"><a href="w.html#term-a" title="x">jacket</a></dfn>',
                   '<dfn class="app-term"><span title="y">boat</span></dfn>')
    assert first_terms(f"<p>{word} {other} {word} {other}</p>") == f"<p>{word} {other} jacket boat</p>"
