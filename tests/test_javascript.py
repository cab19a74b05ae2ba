"""Each page asks for one script."""

from pathlib import Path

from scripts.build.javascript import join_scripts

PAGE = "<html><body>{}</body></html>"


def site(folder: Path, **pages: list[str]) -> Path:
    """Writes pages that load scripts, and the scripts a.js, b.js and c.js."""
    (folder / "js").mkdir(parents=True)
    (folder / "en").mkdir()
    for name in "abc":
        (folder / f"js/{name}.js").write_text(f"// {name}\n")
    for name, sources in pages.items():
        loads = "".join(f'<script defer src="{source}"></script>\n' for source in sources)
        (folder / f"{name.replace('_', '/')}.html").write_text(PAGE.format(loads))
    return folder


def test_one_file_holds_the_scripts_in_the_order_of_the_page(tmp_path: Path) -> None:
    """Pages of every folder share it, and the parts are gone."""
    join_scripts(site(tmp_path, index=["js/b.js", "js/a.js"], en_index=["../js/b.js", "../js/a.js"]))
    assert (tmp_path / "js/b-a.js").read_text() == "// b\n// a\n"
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
