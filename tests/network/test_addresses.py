"""Shows that every outside address is found, with its places, the most harmful first."""

from pathlib import Path

from scripts.checks.network.addresses import Harm, Outside, addresses
from scripts.facts.place import Place
from scripts.facts.project import read_project

HELP, GUIDE = "docs/en/cuu-giup/nguoi-roi-xuong-nuoc.md", "docs/en/index.md"


def found(root: Path) -> dict[str, Outside]:
    """Returns the outside addresses of a project."""
    return {outside.address: outside for outside in addresses(read_project(root))}


def add(path: Path, text: str) -> int:
    """Adds a paragraph to a page; returns its line."""
    before = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{before}\n\n{text}\n", encoding="utf-8")
    return before.count("\n") + 3


def test_the_registry_and_crisis_pages_come_first(campaign: Path) -> None:
    """What somebody taps in fear stands above the sources of a story."""
    crisis = add(campaign / HELP, "Read [this](https://z-help.example/now).")
    add(campaign / GUIDE, "Read [that](https://a-story.example/).")
    every = addresses(read_project(campaign))
    assert [outside.harm for outside in every] == sorted(outside.harm for outside in every)
    assert [outside.address for outside in every if outside.harm is Harm.CRISIS] == [
        "https://boats.example/report", "https://z-help.example/now"]
    assert found(campaign)["https://z-help.example/now"].places == (Place(HELP, crisis),)
    assert found(campaign)["https://a-story.example/"].harm is Harm.SHOWN
    assert found(campaign)["https://weather.example/"].harm is Harm.ALL_PAGES


def test_one_address_in_many_places_is_asked_once(campaign: Path) -> None:
    """With every place, every anchor, and the gravest harm of all."""
    first = add(campaign / GUIDE, "[a](https://boats.example/report#top) and <https://boats.example/report#T%E1%BB%9D>")
    outside = found(campaign)["https://boats.example/report"]
    assert outside.harm is Harm.CRISIS and outside.registry
    assert outside.anchors == {"top", "Tờ"}
    assert Place(GUIDE, first) in outside.places and len(outside.places) == 2


def test_what_is_no_place_outside_is_left_alone(campaign: Path) -> None:
    """Our own pages belong to the check of links inside; mail and telephone go nowhere on the web."""
    add(campaign / GUIDE, "[own](https://river.example/safe/x.html) [m](mailto:a@b.example) [p](index.md) [t](https://t.example/#:~:text=x)")
    every = found(campaign)
    assert not [address for address in every if "river.example" in address or "mailto" in address or ".md" in address]
    assert every["https://t.example/"].anchors == frozenset()


def test_what_no_page_shows_weighs_least(campaign: Path) -> None:
    """A contact that is not published cannot mislead anybody yet."""
    registry = campaign / "docs/_data/contacts.yml"
    registry.write_text(registry.read_text(encoding="utf-8").replace("status: live", "status: unconfirmed"), encoding="utf-8")
    assert found(campaign)["https://boats.example/report"].harm is Harm.CITED
