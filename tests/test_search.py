"""The search finds what frightened people type, and carries as little as it can."""

import gzip
import json
import random
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from scripts.build.search import RetiredNumber, Section, Synonym, Synonyms, build_index, retired_numbers, sections, synonyms_of
from scripts.build.search.data import LARGEST
from scripts.build.search.folding import digits, fold, numbers, stem, terms
from scripts.build.search.index import LETTERS, pack_numbers, pack_words
from scripts.facts.contacts import Channel, Contact, Retired
from scripts.facts.place import Place

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"
FOLDING = yaml.safe_load((ROOT / "tests/cases/search_folding.yml").read_text(encoding="utf-8"))
FOLDER = "assets/javascripts"

SECTIONS = [
    Section("index.html", "", "Trang chủ", "", "Bơi an toàn, gọi người lớn.", "home"),
    Section("giup/duoi-nuoc.html", "", "Có người đuối nước", "", "Gọi 119 ngay. Ném phao, đừng nhảy xuống.", "help"),
    Section("giup/duoi-nuoc.html", "tre-em", "Có người đuối nước", "Trẻ em dưới ao", "Kéo trẻ lên bờ, lau khô, ủ ấm.", "help"),
    Section("so.html", "", "Số cần gọi", "", "Các số cứu hộ.", "guide"),
    Section("so.html", "cuu-ho", "Số cần gọi", "Cứu hộ", "Đội cứu hộ biển 0900 111 222, gọi cả ngày đêm.", "guide"),
    Section("dau-hieu.html", "", "Dấu hiệu chuột rút", "", "Bắp chân đau khi bơi xa.", "card"),
    Section("404.html", "", "Không tìm thấy", "", "Trang đuối nước không có.", "notice"),
]
SYNONYMS = Synonyms((Synonym(("chìm xuồng", "drowning", "sặc nước"), "", ("giup/duoi-nuoc.md",)),
                     Synonym(("vọp bẻ",), "chuột rút"), Synonym(("sos",), "", ("so.md", "missing.md"))),
                    small=("có", "tôi", "là"))
RETIRED = (RetiredNumber("+84818001234", "Số cũ. Nay là 0900 111 222.", "0900 111 222"),)


@pytest.mark.parametrize("case", FOLDING, ids=lambda case: case["about"])
def test_words_are_folded(case: dict) -> None:
    """Every line of the common table, in Python."""
    assert fold(case["text"]) == case["fold"]
    assert terms(case["text"]) == case["terms"]


@pytest.mark.parametrize("typed", ["1800 1567", "1800-1567", "1800.15.67", "(1800) 1567", "18001567", "1800\u00a01567"])
def test_a_number_is_read_whatever_parts_it(typed: str) -> None:
    """Posters and people put spaces, dots and hyphens where they like."""
    assert numbers(f"gọi {typed} đi") == ["18001567"]


def test_short_codes_are_words_not_telephone_numbers() -> None:
    """111 and 24/7 must not run together into a number that nobody has."""
    assert numbers("111, 113 – 24/7") == []
    assert digits("+84 0981") == "840981"


def test_stemming_twice_changes_no_english_word_of_a_question() -> None:
    """A word and its other forms meet in the same stem."""
    assert {stem(word) for word in ("threaten", "threatens", "threatened", "threatening")} == {"threaten"}


HTML = """<html><head><meta name="description" content="Mô tả."></head><body><nav>menu</nav>
<article class="md-content__inner"><h1 id="t">Ti<b>ê</b>u đề<a class="headerlink" href="#t">¶</a></h1>
<aside>bên lề</aside><p>Mở <b>đ</b>ầu<br>dòng</p><ul><li>một</li><li>hai</li></ul>
<h2 id="a">Phần A</h2><div class="app-contact-card"><p>Đội cứu hộ</p><a href="tel:119">119</a></div>
<p data-search-exclude>đã so</p><h3>Không neo</h3><p>chữ</p><h2 id="b">Phần B</h2></article></body></html>"""


def test_a_page_is_cut_at_its_linkable_headings() -> None:
    """Names and numbers of contacts stay; menus, side notes and receipts do not."""
    found = [(part.anchor, part.heading, part.text) for part in sections(HTML, "x.html", "help")]
    assert found == [("", "", "Mô tả. Mở đầu dòng một hai"), ("a", "Phần A", "Đội cứu hộ 119 Không neo chữ"), ("b", "Phần B", "")]
    assert {(part.address, part.page_title, part.kind) for part in sections(HTML, "x.html", "help")} == {
        ("x.html", "Tiêu đề", "help")}


@pytest.mark.parametrize("html", ["", "<p>kein Artikel</p>", "<main><p>ohne Titel</p></main>"])
def test_a_page_without_a_title_has_no_sections(html: str) -> None:
    """The not-found page of another tool, a redirect: nothing to find there."""
    assert sections(html, "x.html") == []


def test_numbers_and_words_are_packed_into_few_letters() -> None:
    """Distances of one letter, beginnings told once."""
    assert pack_numbers([0, 1, 2, 5]) == LETTERS[0] * 3 + LETTERS[2]
    assert pack_numbers([]) == ""
    assert len(pack_numbers([59])) == 1 and len(pack_numbers([60])) == 2 and len(pack_numbers([60 + 60 * 30])) == 3
    assert pack_words(["bat", "bac", "coc"]) == "AbatCcAcoc"
    assert not set(LETTERS) & set('"\\,*')


def test_the_same_input_gives_the_same_bytes() -> None:
    """A build on another machine, on another day, is the same build."""
    again = [Section(*vars(section).values()) for section in SECTIONS]
    assert build_index(SECTIONS, SYNONYMS, RETIRED, "vi") == build_index(again, SYNONYMS, RETIRED, "vi")


def test_the_data_is_one_call_and_nothing_else() -> None:
    """A classic script works on http, from a USB stick and inside a ZIM; line separators would break old readers."""
    script = build_index([Section("x.html", "", "T\u2028", "", '</script>"\\', "guide")], language="vi")
    assert script.startswith('appSearch({"language":"vi"') and script.endswith("});\n")
    assert "\u2028" not in script and script.count("\n") == 1


def test_no_sections_is_still_a_search() -> None:
    """A language that has just begun."""
    assert build_index([]).startswith("appSearch(")


def test_a_missing_page_is_not_searched_for() -> None:
    """The not-found page answers no question; a kind of page that is still to be invented does."""
    assert "404.html" not in build_index(SECTIONS)
    assert "new.html" in build_index([Section("new.html", "", "Quiz", "", "", "quiz")])


def test_synonyms_count_in_every_language() -> None:
    """A pupil types an English word on a Vietnamese page; small words belong to one language only."""
    data = {"small-words": {"says": {"vi": ["là"], "en": ["the"]}},
            "drowning": {"says": {"vi": ["chìm xuồng"], "en": ["drowning"]}, "means": {"vi": "đuối nước", "en": "x"},
                         "pages": ["giup/duoi-nuoc.md", "gone.md"]}}
    found = synonyms_of(data, "vi")
    assert found == Synonyms((Synonym(("chìm xuồng", "drowning"), "đuối nước", ("giup/duoi-nuoc.md", "gone.md")),), ("là",))


SAYS = {"search_retired": "%(number)s is out: %(why)s", "search_replaced": "Use %(name)s: %(number)s."}


def contact(status: str) -> Contact:
    """Returns a contact that can be dialled."""
    line = Channel("short_code", Place("x"), number="119")
    return Contact("sea", Place("x"), {"en": "Sea rescue"}, {}, "emergency", "primary", status, (line,), {}, {})


@pytest.mark.parametrize(("status", "note", "query"), [
    ("live", "1800 1234 is out: old. Use Sea rescue: 119.", "Sea rescue 119"),
    ("unconfirmed", "1800 1234 is out: old.", "Old sea line"),
])
def test_a_retired_number_names_its_successor_only_when_pages_may_print_it(status: str, note: str, query: str) -> None:
    """Otherwise the search would publish an unconfirmed number."""
    old = Retired("old", Place("x"), "18001234", "sea", {"en": "Old sea line"}, {"en": "old."})
    assert retired_numbers([old], {"sea": contact(status)}, "en", SAYS) == (RetiredNumber("18001234", note, query),)


def guides(count: int, seed: int = 1) -> list[Section]:
    """Returns the sections of `count` guides of about 1,350 made-up words, as frequent as words are (Zipf)."""
    chance = random.Random(seed)
    starts, ends = "b c ch d g h kh l m n ng nh ph qu s t th tr v x".split(), "a an anh ao em en i ien o oc on ong u uong y".split()
    vocabulary = [start + end for start in starts for end in ends] * 6
    words = [f"{word}{number // 300 or ''}" for number, word in enumerate(vocabulary)]
    weights = [1 / (rank + 3) for rank in range(len(words))]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, weights, k=length))

    return [Section(f"guides/guide-{number}.html", f"part-{part}" if part else "", text(6), text(5) if part else "", text(168), "guide")
            for number in range(count) for part in range(8)]


def test_a_large_site_stays_below_eighty_kilobytes() -> None:
    """250 guides a language: what a reader on a weak signal waits for before the first answer."""
    script = build_index(guides(250), SYNONYMS, RETIRED, "vi").encode()
    parts = [script, *((OVERRIDES / FOLDER / name).read_bytes() for name in ("search-list.js", "search-engine.js"))]
    assert sum(len(gzip.compress(part)) for part in parts) <= 80_000
    assert len(gzip.compress(script)) <= LARGEST


def test_a_small_site_keeps_the_exact_section_of_each_word() -> None:
    """Detail is left out only where it must be."""
    data = json.loads(build_index(guides(5)).removeprefix("appSearch(").removesuffix(");\n"))
    assert "*" not in data["places"]
    assert all(len(parts) == 8 and all(300 < len(part[1]) <= 321 for part in parts) for *_, parts in data["pages"])


def test_the_script_of_every_page_is_small() -> None:
    """The box itself comes with each page, before anybody asks."""
    assert len(gzip.compress((OVERRIDES / FOLDER / "search.js").read_bytes())) <= 3_500


STRINGS = {"search_label": "Tìm", "search_hint": "Gõ không dấu cũng được", "search_results": "Kết quả", "site_map": "Mọi trang",
           "search_loading": "Đang mở…", "search_failed": "Chưa mở được", "search_none": "Không thấy “{query}”",
           "search_one": "1 kết quả", "search_many": "{count} kết quả"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'"
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"><script defer src="{folder}/search.js"></script></head>
<body><main>{box}<p><a href="#x" id="other">khác</a></p></main></body></html>"""


def site(folder: Path, script: str) -> Path:
    """Writes a page with the search box, the scripts and the data; returns the page."""
    from jinja2 import Environment, FileSystemLoader

    box = Environment(loader=FileSystemLoader(OVERRIDES)).get_template("components/search.html").render(
        t=STRINGS, sheet={"root": ".", "language": "vi"}, search={"fallback": "tat-ca.html"})
    (folder / FOLDER).mkdir(parents=True)
    for name in ("search.js", "search-list.js", "search-engine.js"):
        (folder / FOLDER / name).write_bytes((OVERRIDES / FOLDER / name).read_bytes())
    (folder / FOLDER / "search-data.vi.js").write_text(script, encoding="utf-8")
    page = folder / "page.html"
    page.write_text(PAGE.format(policy=POLICY, folder=FOLDER, box=box), encoding="utf-8")
    return page


@pytest.fixture
def opened(browser, tmp_path):
    """A page with the box, opened from disk under a strict policy; fails on any error in the page."""
    address = site(tmp_path, build_index(SECTIONS, SYNONYMS, RETIRED, "vi")).as_uri()
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(address)
    yield page
    page.close()
    assert wrong == []


def ask(page, query: str) -> list[str]:
    """Types the first question of a page and returns the addresses of the answers, once they are there."""
    page.locator("input").fill(query)
    waiting = [STRINGS["search_hint"], STRINGS["search_loading"]]
    expect(page.get_by_role("status")).not_to_have_text(re.compile("|".join(map(re.escape, waiting))))
    return [link.get_attribute("href").removeprefix("./") for link in page.get_by_role("option").all()]


@pytest.mark.browser
def test_the_browser_folds_like_python(opened) -> None:
    """Every line of the common table, in the browser."""
    opened.locator("input").focus()
    expect(opened.locator("script")).to_have_count(4)
    expect(opened.get_by_role("status")).to_have_text(STRINGS["search_hint"])
    for case in FOLDING:
        found = opened.evaluate("text => [appSearch.fold(text), appSearch.terms(text)]", case["text"])
        assert found == [case["fold"], case["terms"]], case["about"]


@pytest.mark.browser
def test_nothing_is_loaded_before_the_box_has_the_focus(opened) -> None:
    """Readers pay for the search only when they search."""
    assert opened.evaluate("document.scripts.length") == 1
    opened.locator("input").focus()
    expect(opened.locator("script")).to_have_count(4)


@pytest.mark.browser
@pytest.mark.parametrize("query", [
    "đuối nước", "duoi nuoc", "ĐUỐI NƯỚC", "đuối nước", "duoi nuocw", "duoi nouc", "duuoi nuoc", "dduoois nuwowcs",
    "duoinuoc", "co nguoi duoi nuoc", "chim xuong", "drowning", "tôi có người bị sặc nước"])
def test_the_help_page_comes_first(opened, query: str) -> None:
    """With marks, without, in capitals, in NFD, with slips, keyboard off, run together, in other words."""
    assert ask(opened, query)[0].startswith("giup/duoi-nuoc.html")


@pytest.mark.browser
@pytest.mark.parametrize(("query", "first"), [
    ("tre em duoi ao", "giup/duoi-nuoc.html#tre-em"), ("cuu ho", "so.html#cuu-ho"), ("119", "giup/duoi-nuoc.html"),
    ("0900111222", "so.html#cuu-ho"), ("+84 900-111-222", "so.html#cuu-ho"), ("vop be", "dau-hieu.html"),
    ("sos", "so.html"), ("chuot", "dau-hieu.html"), ("bap chan", "dau-hieu.html")])
def test_the_right_section_comes_first(opened, query: str, first: str) -> None:
    """Headings, numbers with and without country code, synonyms of a word and of a page, half a question."""
    assert ask(opened, query)[0] == first


@pytest.mark.browser
def test_a_number_is_never_guessed(opened) -> None:
    """118 is not 119: a slip in a number would call somebody else."""
    assert ask(opened, "118") == []


@pytest.mark.browser
@pytest.mark.parametrize("query", ["0818001234", "081 800 1234", "+84 818-001-234", "081.800.1234", "so 0818001234 con dung khong"])
def test_a_retired_number_answers_with_the_new_one(opened, query: str) -> None:
    """An old poster still leads to somebody who answers."""
    assert ask(opened, query)[0] == "so.html#cuu-ho"
    assert opened.get_by_role("status").text_content() == "Số cũ. Nay là 0900 111 222. 1 kết quả"


@pytest.mark.browser
def test_hits_are_marked_and_text_stays_text(browser, tmp_path) -> None:
    """A page that quotes HTML must not become HTML."""
    quoted = Section("x.html", "", "<b>Phao</b>", "", "Ném phao <img src=x onerror=alert(1)> cho người.", "guide")
    page = browser.new_page()
    page.goto(site(tmp_path, build_index([quoted])).as_uri())
    ask(page, "nem PHAO")
    assert page.locator(".app-search__title").inner_html() == "&lt;b&gt;<mark class=\"app-search__hit\">Phao</mark>&lt;/b&gt;"
    assert page.locator(".app-search__text").inner_html() == (
        "<mark class=\"app-search__hit\">Ném</mark> <mark class=\"app-search__hit\">phao</mark> &lt;img src=x onerror=alert(1)&gt; cho người.")
    page.close()


@pytest.mark.browser
def test_the_keyboard_walks_the_list(opened) -> None:
    """The combobox of the ARIA Authoring Practices: arrows, Enter, the active option told to screen readers."""
    box = opened.locator("input")
    ask(opened, "gọi")
    count = opened.get_by_role("option").count()
    assert box.get_attribute("aria-expanded") == "true" and count > 1
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "app-search-list0"
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == f"app-search-list{count - 1}"
    box.press("ArrowDown")
    assert opened.locator("[aria-selected=true]").get_attribute("id") == "app-search-list0"
    opened.route("**/*.html*", lambda route: route.fulfill(body="there"))
    target = opened.locator("[aria-selected=true]").evaluate("link => link.href")
    box.press("Enter")
    opened.wait_for_url(target)


@pytest.mark.browser
def test_enter_chooses_first_and_follows_second(opened) -> None:
    """The first Enter shows which answer the second would open."""
    ask(opened, "gọi")
    opened.locator("input").press("Enter")
    assert opened.locator("input").get_attribute("aria-activedescendant") == "app-search-list0"


@pytest.mark.browser
def test_escape_belongs_to_the_list_only_while_it_is_open(opened) -> None:
    """Elsewhere, Esc twice leaves the site: the box may keep one Esc, not two."""
    opened.evaluate("document.addEventListener('keydown', event => { window.heard = (window.heard || 0) + 1; })")
    ask(opened, "gọi")
    heard = opened.evaluate("window.heard || 0")
    opened.locator("input").press("Escape")
    assert opened.locator(".app-search__panel").is_hidden() and opened.evaluate("window.heard || 0") == heard
    opened.locator("input").press("Escape")
    assert opened.evaluate("window.heard || 0") == heard + 1


@pytest.mark.browser
def test_looking_elsewhere_closes_the_list(opened) -> None:
    """A click beside it, or the focus gone on."""
    ask(opened, "gọi")
    opened.locator("#other").click()
    assert opened.locator(".app-search__panel").is_hidden()
    opened.locator("input").focus()
    assert opened.locator(".app-search__panel").is_visible()
    opened.locator("#other").focus()
    assert opened.locator(".app-search__panel").is_hidden()


@pytest.mark.browser
def test_nothing_found_says_so_and_leads_on(opened) -> None:
    """The question is repeated as it was typed, and the list of all pages is there."""
    assert ask(opened, "qqqq $& <b>") == []
    assert opened.get_by_role("status").text_content() == "Không thấy “qqqq $& <b>”"
    assert opened.get_by_role("link", name="Mọi trang").get_attribute("href") == "tat-ca.html"


@pytest.mark.browser
def test_data_that_does_not_come_is_told(browser, tmp_path) -> None:
    """On a weak signal the data may be lost; the next focus asks again."""
    page = browser.new_page()
    target = site(tmp_path, build_index(SECTIONS))
    data = target.parent / FOLDER / "search-data.vi.js"
    kept = data.rename(data.with_suffix(".kept"))
    page.goto(target.as_uri())
    page.locator("input").fill("đuối")
    expect(page.get_by_role("status")).to_have_text("Chưa mở được")
    kept.rename(data)
    page.locator("#other").focus()
    page.locator("input").focus()
    expect(page.get_by_role("option").first).to_be_visible()
    page.close()


@pytest.mark.browser
def test_without_javascript_a_link_stands_in(browser, tmp_path) -> None:
    """No dead box: one link that works."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site(tmp_path, "").as_uri())
    assert page.get_by_role("link", name="Mọi trang").is_visible()
    assert page.locator("input").is_hidden()
    context.close()
