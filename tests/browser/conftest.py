"""The finished site for all browser tests: built once, served on this machine, unpacked as the offline copy."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.checks.report import as_text

from .built import CODES, Built, build, change, grown_campaign
from .loopback import Outside, outside, served
from .reader import REMEMBER_STOPPED, Reader, sit_down

PATIENCE = 10_000  # milliseconds; a page of ours is there in a hundredth, also on a busy machine in less
EXIT = "https://weather.example/"  # where the quick exit of the campaign leads; the tests may ask nobody else


@pytest.fixture(scope="session")
def world() -> Iterator[Outside]:
    """The world outside, where the quick exit leads."""
    with outside() as found:
        yield found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, world: Outside) -> Built:
    """The made-up campaign with all its pages, built and packed."""
    root = grown_campaign(tmp_path_factory.mktemp("browser") / "campaign")
    for code in CODES:
        change(root / "docs/_data/strings.yml", f"no_translation ({code})", f"not translated yet ({code})")
    made = build(root)
    if made.outcome.failed:
        pytest.fail(f"the campaign was not built:\n{as_text(made.outcome.findings)}", pytrace=False)
    lead_out(made.site, world)
    return made


def lead_out(site: Path, world: Outside) -> None:
    """Lets the quick exit lead to a world that the tests can watch; the checks refuse such an address, and rightly."""
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        language = re.search(r'<html lang="([\w-]+)"', html)
        if language:
            page.write_text(html.replace(f'href="{EXIT}"', f'href="{world.address}/weather/{language[1]}"'), encoding="utf-8")


@pytest.fixture(scope="session")
def copy(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy, unpacked as a reader would."""
    return built.unpacked(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="session")
def places(built: Built, copy: Path) -> Iterator[dict[str, str]]:
    """Where the site can be read: on a server, in the folder `site/`, in the unpacked offline copy."""
    with served(built.site) as address:
        yield {"http": address, "file": f"{built.site.as_uri()}/", "copy": f"{copy.as_uri()}/"}


@pytest.fixture(scope="session")
def contexts(browser) -> Iterator[Callable]:
    """Gives browser contexts, each kind made once: `contexts(js=False, **options of Playwright)`."""
    made: dict[str, object] = {}

    def context(js: bool = True, **options):
        key = repr((js, sorted(options.items())))
        if key not in made:
            made[key] = browser.new_context(java_script_enabled=js, reduced_motion="reduce", **options)
            made[key].set_default_timeout(PATIENCE)
            made[key].add_init_script(REMEMBER_STOPPED)
        return made[key]

    yield context
    for found in made.values():
        found.close()


@pytest.fixture(scope="session")
def tabs() -> dict[int, Reader]:
    """The tabs that tests share, one for each context: opening a tab takes longer than opening a page."""
    return {}


@pytest.fixture
def reader(contexts: Callable, tabs: dict[int, Reader]) -> Iterator[Callable[..., Reader]]:
    """Gives somebody with a browser: `reader(js=False, **PHONE)`; `fresh` for a tab that nobody has used."""
    own: list[Reader] = []

    def sit(fresh: bool = False, **options) -> Reader:
        context = contexts(**options)
        if fresh:
            own.append(sit_down(context))
            return own[-1]
        if id(context) not in tabs:
            tabs[id(context)] = sit_down(context)
        tabs[id(context)].start_afresh(options["viewport"])
        return tabs[id(context)]

    yield sit
    for visitor in own:
        visitor.page.close()
