"""Each page asks for one script."""

import re
from pathlib import Path

import pytest

from scripts.build.javascript import join_scripts
from scripts.facts.files.scripts import spare

PAGE = "<html><body>{}</body></html>"


def site(folder: Path, **pages: list[str]) -> Path:
    """Writes pages that load scripts, and the scripts a.js, b.js and c.js."""
    (folder / "js").mkdir(parents=True)
    (folder / "en").mkdir()
    for name in "abc":
        (folder / f"js/{name}.js").write_text(f"say('{name}');\n")
    for name, sources in pages.items():
        loads = "".join(f'<script defer src="{source}"></script>\n' for source in sources)
        (folder / f"{name.replace('_', '/')}.html").write_text(PAGE.format(loads))
    return folder


def test_one_file_holds_the_scripts_in_the_order_of_the_page(tmp_path: Path) -> None:
    """Pages of every folder share it, and the parts are gone."""
    join_scripts(site(tmp_path, index=["js/b.js", "js/a.js"], en_index=["../js/b.js", "../js/a.js"]))
    assert (tmp_path / "js/b-a.js").read_text() == "say('b');\nsay('a');\n"
    assert '<body><script defer src="js/b-a.js"></script>\n</body>' in (tmp_path / "index.html").read_text()
    assert '<body><script defer src="../js/b-a.js"></script>\n</body>' in (tmp_path / "en/index.html").read_text()
    assert sorted(path.name for path in (tmp_path / "js").iterdir()) == ["b-a.js", "c.js"]  # c: loaded by another script


def test_what_a_page_loads_alone_stays(tmp_path: Path) -> None:
    """One script is as few as it gets."""
    join_scripts(site(tmp_path, index=["js/a.js", "js/b.js"], other=["js/a.js"]))
    assert sorted(path.name for path in (tmp_path / "js").iterdir()) == ["a-b.js", "a.js", "c.js"]
    assert 'src="js/a.js"' in (tmp_path / "other.html").read_text()


def test_a_missing_script_is_left_for_the_checks_to_find(tmp_path: Path) -> None:
    """Joining must not hide that a file is not there."""
    join_scripts(site(tmp_path, index=["js/a.js", "js/x.js"]))
    assert 'src="js/a.js"' in (tmp_path / "index.html").read_text() and 'src="js/x.js"' in (tmp_path / "index.html").read_text()
    assert (tmp_path / "js/a.js").is_file()


@pytest.mark.parametrize("script, left", [
    ("/* What it is for,\n   on two lines. */\nrun();\n", "run();\n"),
    ("  // why\n  run(); // soon\n\n  if (x) { // then\n    y();\n  }\n", "run();\nif (x) {\ny();\n}\n"),
    ('go("https://a.test"); /* x */ stop();\n', 'go("https://a.test"); /* x */ stop();\n'),
    ('say("a // b");\n', 'say("a // b");\n'),
])
def test_comments_and_indents_stay_at_home(script: str, left: str) -> None:
    """Each row: a script, and what readers get of it."""
    assert spare(script) == left


def test_no_joined_script_of_ours_has_text_over_several_lines() -> None:
    """Taking indents out of it would change the text."""
    overrides = Path(__file__).parents[1] / "overrides"
    loop = re.search(r"{% for name in \[(.*?)\].* %}\s*<script", (overrides / "main.html").read_text(encoding="utf-8"))
    names = re.findall(r'"([\w-]+)"', loop[1])
    scripts = {name: spare((overrides / f"assets/javascripts/{name}.js").read_text(encoding="utf-8")) for name in names}
    assert scripts and [name for name, text in scripts.items() if "`" in text or "\\\n" in text] == []
