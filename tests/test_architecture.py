"""Holds the plan of the house: who may know whom, and how large a thing may grow."""

import ast
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
ROOMS = ("facts", "checks", "build", "carry")
MODULES = sorted(SCRIPTS.rglob("*.py"))
PURE = sorted([*(SCRIPTS / "checks").rglob("*.py"), *(SCRIPTS / "facts").rglob("*.py")])
# The one place that speaks to the web, and what it needs to look names up and to tell its failures apart.
TO_THE_WEB = {SCRIPTS / "checks" / "network" / name for name in ("client.py", "resolver.py", "troubles.py")}
WEB = {"aiohttp", "asyncio", "http", "httpx", "requests", "select", "selectors", "socket", "ssl", "tenacity", "urllib3"}
LONGEST_FUNCTION = 35  # lines, docstring included; nine in ten are far shorter
LONGEST_MODULE = 220


def room_of(path: Path) -> str:
    """Returns the room of a module, or an empty string for those above all rooms."""
    first = path.relative_to(SCRIPTS).parts[0]
    return first if first in ROOMS else ""


def imported(path: Path) -> set[str]:
    """Returns the dotted names that a module imports, relative ones made absolute."""
    package = ["scripts", *path.relative_to(SCRIPTS).parts[:-1]]
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[:len(package) - node.level + 1] if node.level else []
            names.add(".".join([*base, *([node.module] if node.module else [])]))
    return names


def named(path: Path) -> str:
    """Returns a module's path for a test's name."""
    return path.relative_to(SCRIPTS).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_knowledge_flows_one_way(path: Path) -> None:
    """A room knows only the rooms before it."""
    room = room_of(path)
    if not room:
        return
    later = ROOMS[ROOMS.index(room) + 1:]
    known = {name.split(".")[1] for name in imported(path) if name.startswith("scripts.") and "." in name}
    assert known.isdisjoint(later), f"{room} must not know {known & set(later)}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_the_hooks_know_mkdocs(path: Path) -> None:
    """Leaving MkDocs must cost one file."""
    knows = any(name.split(".")[0] in ("mkdocs", "material", "mkdocs_static_i18n") for name in imported(path))
    assert not knows or path == SCRIPTS / "build" / "hooks.py"


@pytest.mark.parametrize("name", ["kept.py", "processors.py"])
def test_what_all_layers_share_knows_none_of_them(name: str) -> None:
    """Checks that share no code remember and share out work by these two, which therefore may not know what it is."""
    assert not any(name.startswith("scripts") for name in imported(SCRIPTS / name))


@pytest.mark.parametrize("path", PURE, ids=named)
def test_facts_and_checks_are_pure(path: Path) -> None:
    """A check never prints, exits or reads the clock."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    forbidden = {"print", "exit", "sys.exit", "date.today", "datetime.now", "time.time", "socket.socket"}
    assert not called & forbidden
    assert not imported(path) & {"urllib.request", "time"}


@pytest.mark.parametrize("path", PURE, ids=named)
def test_only_the_client_speaks_to_the_web(path: Path) -> None:
    """A check opens no socket: the client of `checks/network` alone does, and `survey` only says when it is its turn."""
    web = WEB - ({"asyncio"} if path == SCRIPTS / "checks" / "network" / "survey.py" else set())
    assert path in TO_THE_WEB or not {name.split(".")[0] for name in imported(path)} & web


def test_only_one_command_looks_outside() -> None:
    """No build, preview, test or other check reaches the client, not even through another module."""
    knowing = {named(path) for path in MODULES
               if "scripts.checks.network.client" in imported(path) or "scripts.checks.network.survey" in imported(path)}
    assert knowing == {"checks/network/report.py", "checks/network/survey.py", "outside.py"}
    assert {named(path) for path in MODULES if "scripts.outside" in imported(path)} == {"cli.py"}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_functions_stay_small(path: Path) -> None:
    """What fits on a screen is read; what does not is skipped."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{path.name}: {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_public_things_say_what_they_are_for(path: Path) -> None:
    """Every module, public class and public function has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_nothing_of_one_campaign_is_named_in_the_code() -> None:
    """Numbers, names and addresses come from the data files."""
    overrides = SCRIPTS.parent / "overrides"
    files = [*MODULES, *(path for path in overrides.rglob("*") if path.suffix in (".html", ".css", ".js"))]
    words = ("Không Một Mình", "khongmotminh", "khong-mot-minh", "child-helpline", "police-113", "Niềm Tin Số", "tel:113")
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert [word for word in words if word in text] == [], path.name
