"""Shows that the report is for people: both languages, the worst first, and nothing that a server could put into it."""

from datetime import date

from scripts.checks.network.addresses import Harm, Outside
from scripts.checks.network.judge import BROKEN, CHANGED, MOVED, OK, STATES, UNSURE, Verdict
from scripts.checks.network.report import LARGEST, findings, markdown
from scripts.checks.network.survey import Survey
from scripts.checks.network.words import LANGUAGES, words
from scripts.checks.rules import rules
from scripts.facts.place import Place, Record

TODAY = date(2026, 5, 7)


def verdict(address: str, state: str, reason: str = "gone", harm: Harm = Harm.CITED, **more) -> Verdict:
    """Returns a verdict on an address that one line wrote."""
    return Verdict(Outside(address, harm, (Place("docs/_data/sources.yml", 7),)), state, reason, **more)


SURVEY = Survey((
    verdict("https://a.vn/", OK, ""), verdict("https://b.vn/", UNSURE, "robots", detail="403", since=date(2026, 3, 1)),
    verdict("https://c.vn/", MOVED, "permanent", target="https://d.vn/"),
    verdict("https://e.vn/", BROKEN, since=date(2026, 4, 1), failures=9),
    verdict("https://f.vn/", UNSURE, "reset", waiting=True, failures=2),
    verdict("https://g.vn/", UNSURE, "timeout", harm=Harm.CRISIS), verdict("https://h.vn/", CHANGED, "parked", harm=Harm.CRISIS)), {})


def test_the_most_harmful_stand_first() -> None:
    """A doubt about a crisis page stands above a dead source; below one heading the gravest state leads."""
    text = markdown(SURVEY, TODAY)
    assert sorted("hgefcb", key=lambda name: text.index(f"`https://{name}.vn/`")) == list("hgefcb")
    assert "https://a.vn/" not in text


def test_the_whole_report_reads_in_both_languages() -> None:
    """Headings, states, reasons and what to do."""
    text = markdown(SURVEY, TODAY)
    assert text.startswith("# Liên kết ra ngoài / Outside links: 2026-05-07\n\n|  | Hỏng / Broken | Đã thành trang khác / Changed |")
    assert ("- **Hỏng / Broken** `https://e.vn/`\n  - máy chủ nói trang không còn / the server says the page is gone; "
            "từ / since 2026-04-01, 9 ngày lỗi / days of failure\n  - `docs/_data/sources.yml:7`\n") in text
    assert "  - → `https://d.vn/`\n" in text
    assert all(f"**{words()['states'][state][language]}" in text or f"/ {words()['states'][state][language]}**" in text
               for state in ("broken", "moved", "waiting") for language in LANGUAGES)


def test_nothing_that_a_server_says_works_in_the_report() -> None:
    """No mention, link, heading, picture or second line comes out of a title."""
    nasty = "`@owners` ![x](https://spy.vn/x.png)\n# Heading\x1b[2J\u202e <img src=x> |"
    text = markdown(Survey((verdict("https://x.vn/`@all`", CHANGED, "title-other", detail=nasty),), {}), TODAY)
    line = next(line for line in text.splitlines() if "spy.vn" in line)
    assert line.count("`") == 2 and line.index("`") < line.index("@owners")
    assert "\x1b" not in text and "\u202e" not in text and "\n# Heading" not in text
    assert all("\x1b" not in value for found in findings(Survey((verdict("https://x.vn/", CHANGED, "title-other", detail=nasty),), {}))
               for _, value in found.values)


def test_a_very_long_report_fits_into_an_issue() -> None:
    """What is cut is the least harmful, and it says how much."""
    many = tuple(verdict(f"https://host{number:04}.vn/{'x' * 100}", BROKEN) for number in range(2000))
    text = markdown(Survey((*many, verdict("https://worst.vn/", BROKEN, harm=Harm.CRISIS)), {}), TODAY)
    assert len(text) <= LARGEST and "worst.vn" in text and "\n… +1" in text
    assert "Mở thử" in text.splitlines()[-1]


def test_a_run_without_a_network_says_no_day() -> None:
    """Nothing began on that day."""
    (found,) = findings(Survey((verdict("https://a.vn/", UNSURE, "own-network"),), {}))
    assert rules()[found.rule].message(found).endswith("this run does not count")


def test_what_was_not_looked_at_is_said() -> None:
    """Silence must not pass for good news."""
    assert "Chưa kịp xem / not visited: 3" in markdown(Survey((), {}, 3), TODAY)


def test_every_word_is_there_in_both_languages() -> None:
    """A state or reason without words would end the weekly run."""
    assert set(STATES) <= set(words()["states"]) and {harm.name.lower() for harm in Harm} == set(words()["harms"])
    for group in words().values():
        assert all(isinstance(said, Record) and tuple(said) == LANGUAGES for said in group.values())
