"""The first command on a fresh machine: it makes .venv, or says in two languages what to do. No network, no real .venv."""
import ast
import base64
import errno
import hashlib
import os
import re
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from scripts import __main__ as door
from scripts import browser, environment, suite

ROOT = Path(__file__).resolve().parent.parent
POSIX = pytest.mark.skipif(os.name == "nt", reason="a stub program here is a shell script")


# A project folder whose programs are played: `venv` makes a Python file, `pip` leaves a package behind.

class Played:
    """Stands in for environment.run: does what venv and pip would, or fails the way `fails` says."""

    def __init__(self, root):
        self.venv, self.verbs, self.fails = root / ".venv", [], {}

    def __call__(self, command, turn=None, total=0):
        verb = command[command.index("-m") + 1]
        self.verbs.append(verb if verb == "venv" else f"pip {Path(command[-1]).parent.name or '.'}")
        if verb in self.fails:
            return 1, self.fails[verb]
        if verb == "venv":
            python = environment.python_of(self.venv)
            python.parent.mkdir()
            python.touch()
        else:
            (self.venv / "package").write_text(Path(command[-1]).read_text())
        return 0, []


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    (root / "tests").mkdir(parents=True)
    for lock in environment.LOCKS:
        (root / lock).write_text(f"demo==1.0  # {lock}\n")
    return root


@pytest.fixture
def played(project, monkeypatch):
    play = Played(project)
    monkeypatch.setattr(environment, "run", play)
    return play


def prepare(project, tests=False):
    return environment.prepare(project / ".venv", [project / lock for lock in environment.LOCKS[: 2 if tests else 1]])


def folders(project):
    return sorted(entry.name for entry in project.iterdir() if entry.name.startswith(".venv") and entry.is_dir())


def test_a_fresh_project_gets_venv_then_packages(project, played, capsys):
    assert prepare(project)
    assert played.verbs == ["venv", "pip project"]
    assert capsys.readouterr().err == ("Preparing .venv: 1 packages from requirements.txt, only this once. / "
                                       "Đang chuẩn bị .venv: 1 gói trong requirements.txt, chỉ một lần này.\n")


def test_a_finished_one_is_left_alone(project, played):
    prepare(project)
    played.verbs.clear()
    assert not prepare(project)
    assert played.verbs == []


def test_the_tests_packages_are_added_to_it(project, played):
    prepare(project)
    prepare(project, tests=True)
    assert played.verbs == ["venv", "pip project", "pip tests"]
    assert not prepare(project) and not prepare(project, tests=True)


def test_a_changed_lock_makes_it_afresh(project, played):
    prepare(project)
    (project / ".venv/left-over").touch()
    (project / "requirements.txt").write_text("demo==2.0\n")
    assert prepare(project)
    assert (project / ".venv/package").read_text() == "demo==2.0\n"
    assert not (project / ".venv/left-over").exists()
    assert folders(project) == [".venv"]


def test_a_changed_lock_of_the_tests_does_not_touch_a_build(project, played):
    prepare(project, tests=True)
    (project / "tests/requirements.txt").write_text("demo==2.0\n")
    assert not prepare(project)
    played.verbs.clear()
    assert prepare(project, tests=True)
    assert played.verbs == ["venv", "pip project", "pip tests"]


@pytest.mark.parametrize("verb", ["venv", "pip"])
def test_a_failure_leaves_nothing_that_looks_finished(project, played, verb):
    played.fails = {verb: ["ERROR: x"]}
    with pytest.raises(environment.Trouble):
        prepare(project)
    assert folders(project) == []


def test_a_failure_puts_the_old_one_back(project, played):
    prepare(project)
    before = (project / "requirements.txt").read_text()
    (project / "requirements.txt").write_text("demo==2.0\n")
    played.fails = {"pip": ["ERROR: x"]}
    with pytest.raises(environment.Trouble):
        prepare(project)
    (project / "requirements.txt").write_text(before)
    assert not prepare(project), "with the old lock again, the old environment serves, also offline"


def test_a_half_made_one_is_made_afresh(project, played):
    prepare(project)
    (project / ".venv/.stamps/requirements.txt").write_text(environment.UNFINISHED)  # killed while pip worked
    (project / ".venv/half").touch()
    assert prepare(project)
    assert not (project / ".venv/half").exists() and folders(project) == [".venv"]


def test_half_added_test_packages_make_it_afresh_but_do_not_stop_a_build(project, played):
    prepare(project)
    (project / ".venv/.stamps/tests-requirements.txt").write_text(environment.UNFINISHED)
    assert not prepare(project)
    played.verbs.clear()
    assert prepare(project, tests=True)
    assert played.verbs == ["venv", "pip project", "pip tests"]


def test_one_that_was_killed_while_replacing_is_mended(project, played):
    prepare(project)
    (project / ".venv").rename(project / ".venv-old")
    (project / ".venv/.stamps").mkdir(parents=True)
    played.fails = {"pip": ["ERROR: x"]}
    with pytest.raises(environment.Trouble):
        prepare(project)
    assert not prepare(project), "the finished one is back"


def test_one_killed_while_an_old_one_was_being_deleted_is_tidied_up(project, played):
    prepare(project)
    (project / ".venv-gone/half-deleted").mkdir(parents=True)
    (project / "requirements.txt").write_text("demo==2.0\n")
    prepare(project)
    assert folders(project) == [".venv"]


def test_one_whose_python_was_uninstalled_is_made_afresh(project, played):
    prepare(project)
    environment.python_of(project / ".venv").unlink()
    assert prepare(project)


def test_one_whose_python_was_upgraded_under_it_is_made_afresh(project, played, monkeypatch):
    prepare(project)
    monkeypatch.setattr(environment, "PYTHON", "python 3.99")
    assert not prepare(project), "another Python outside is no reason"
    monkeypatch.setattr(environment, "inside", lambda venv: True)
    assert prepare(project)


def test_somebody_elses_venv_is_kept(project, played, capsys):
    (project / ".venv").mkdir()
    (project / ".venv/pyvenv.cfg").write_text("theirs")
    assert prepare(project)
    assert (project / ".venv-yours-1/pyvenv.cfg").read_text() == "theirs"
    assert capsys.readouterr().err.startswith("The .venv that was here is not ours; kept as .venv-yours-1. / .venv có sẵn")


def test_the_second_of_two_waits_and_says_so(project, played, capsys):
    with environment.one_at_a_time(project / ".venv"):
        second = threading.Thread(target=prepare, args=[project])
        second.start()
        second.join(0.3)
        assert second.is_alive() and played.verbs == []
    second.join(5)
    assert played.verbs == ["venv", "pip project"]
    assert capsys.readouterr().err.splitlines()[0] == (
        "Another command is preparing .venv; waiting for it. / Một lệnh khác đang chuẩn bị .venv; xin chờ.")


def test_paths_on_windows_and_elsewhere():
    assert environment.python_of(Path("v"), windows=True) == Path("v/Scripts/python.exe")
    assert environment.python_of(Path("v"), windows=False) == Path("v/bin/python")


# What is said. The wording is the product here: the person may see nothing else of us.

def test_an_old_python_is_told_which_one_is_needed(capfd):
    assert door.main(["build"], version=(3, 8, 18, "final", 0)) == 2
    assert capfd.readouterr().err == (
        "Python 3.8.18 is too old for this project, which needs Python 3.11 or newer\n"
        "    fix: install Python 3.11 or newer (https://www.python.org/downloads/) and name it: python3.11 -m scripts, "
        "on Windows: py -3.11 -m scripts\n"
        "    sửa: cài Python 3.11 trở lên (https://www.python.org/downloads/) rồi gọi đúng bản đó: python3.11 -m scripts, "
        "trên Windows: py -3.11 -m scripts\n")


def test_the_door_can_be_read_by_old_pythons():
    ast.parse((ROOT / "scripts/__main__.py").read_text("utf-8"), feature_version=(3, 4))


VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
SAID = {
    "venv": (["available because ensurepip is not"], "this Python has no venv module, which makes .venv"),
    "no venv": (["/usr/bin/python3: No module named venv"], "this Python has no venv module, which makes .venv"),
    "disk": (["ERROR: [Errno 28] No space left on device"], "the disk is full, so .venv could not be finished"),
    "hash": (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."],
             "a downloaded package is not the one that requirements.txt names, so nothing of it was installed"),
    "network": (["WARNING: Retrying (...) after connection broken by 'ProxyError'", "ERROR: No matching distribution"],
                "the package registry could not be reached, so .venv could not be finished"),
    "network, quiet": (["ERROR: Could not find a version (from versions: none)", "ERROR: No matching distribution found"],
                       "the package registry could not be reached, so .venv could not be finished"),
    "machine": (["Collecting babel==2.18.0", "ERROR: Could not find a version", "ERROR: No matching distribution found"],
                f"a package of requirements.txt is not to be had ready-made for Python {VERSION} on this machine"),
    "other": (["ERROR: something new"], "pip could not install the packages of requirements.txt"),
}


@pytest.mark.parametrize("case", SAID)
def test_each_failure_has_its_own_sentence(case):
    lines, fact = SAID[case]
    said = str(environment.why(lines)).splitlines()
    assert said[0] == fact
    assert [line[:9] for line in said[-2:]] == ["    fix: ", "    sửa: "]
    assert not re.search(r"[{}]", "\n".join(said))
    assert f"    | {lines[-1]}" in said


def test_a_missing_venv_module_names_the_package_to_install(project, played):
    played.fails = {"venv": ["not created successfully because ensurepip is not", "available."]}
    with pytest.raises(environment.Trouble) as trouble:
        prepare(project)
    assert str(trouble.value) == (
        "this Python has no venv module, which makes .venv\n"
        "    | not created successfully because ensurepip is not\n"
        "    | available.\n"
        f"    fix: install it and run the command again. Debian, Ubuntu: apt install python{VERSION}-venv\n"
        f"    sửa: cài thêm rồi chạy lại lệnh. Debian, Ubuntu: apt install python{VERSION}-venv")


def test_a_folder_that_cannot_be_written(project, monkeypatch, capsys):
    def refuse(*_):
        raise OSError(errno.EROFS, "Read-only file system", str(project / ".venv.lock"))

    monkeypatch.setattr(environment, "prepare", refuse)
    assert door.main(["build"]) == 1
    fact, seen, fix, sua = capsys.readouterr().err.splitlines()
    assert fact == "a file or folder of the environment could not be read, written or moved"
    assert "Read-only file system" in seen
    assert fix.startswith("    fix: make this folder writable for you") and sua.startswith("    sửa: cấp quyền ghi")


def test_a_full_disk_of_our_own():
    full = environment.of_the_disk(OSError(errno.ENOSPC, "No space left on device"))
    assert str(full).startswith("the disk is full") and full.code == 1


def test_a_venv_that_does_not_know_itself_ends_instead_of_going_round(project, played, monkeypatch):
    prepare(project)
    monkeypatch.setenv(environment.HANDED_OVER, "1")
    with pytest.raises(environment.Trouble, match="does not know it is in .venv"):
        environment.ready(False, project)


def test_ctrl_c_ends_without_a_traceback(monkeypatch, capsys):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "ready", interrupt)
    assert door.main(["build"]) == 130
    assert capsys.readouterr().err == ""


# The real thing: a real venv, a real pip, one wheel made here.

def wheel(folder, name):
    """Writes the smallest wheel there is; returns its line in a lock."""
    record = f"{name}-1.0.dist-info"
    files = {f"{name}.py": "", f"{record}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
             f"{record}/WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"}
    lines = [f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},"
             for path, text in files.items()]
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in (files | {f"{record}/RECORD": "\n".join([*lines, f"{record}/RECORD,,"])}).items():
            archive.writestr(inner, text)
    return f"{name}==1.0 --hash=sha256:{environment.sha256(path)}\n"


CLI = """
import sys
def main(argv):
    import demo
    print(argv, sys.flags.utf8_mode, "Tổng đài")
    return 7
"""


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A checkout on a machine that has Python and one folder of wheels, and a way to run commands there."""
    root = tmp_path_factory.mktemp("machine")
    for folder in ("scripts", "tests", "wheels"):
        (root / folder).mkdir()
    for module in (ROOT / "scripts").glob("*.py"):
        (root / "scripts" / module.name).write_bytes(module.read_bytes())
    (root / "scripts/cli.py").write_text(CLI, "utf-8")
    (root / "requirements.txt").write_text(wheel(root / "wheels", "demo"))
    (root / "tests/requirements.txt").write_text(f"absent==1.0 --hash=sha256:{'0' * 64}\n")
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}

    def call(*arguments, **extra):
        environ = own | {"PIP_CONFIG_FILE": os.devnull, "PYTHONIOENCODING": "cp1252"} | extra
        return subprocess.run([sys.executable, "-m", "scripts", *arguments], cwd=root, env=environ,
                              capture_output=True, encoding="utf-8")

    call.root = root
    call.first = call("build", "--x", PIP_NO_INDEX="1", PIP_FIND_LINKS="wheels")
    return call


def test_the_first_call_installs_and_goes_on(machine):
    assert machine.first.stderr.count("\n") == 1 and machine.first.stderr.startswith("Preparing .venv: 1 packages")
    assert machine.first.stdout == "['build', '--x'] 1 Tổng đài\n"
    assert machine.first.returncode == 7


def test_later_calls_go_on_at_once_and_quietly(machine):
    later = machine("check", PIP_NO_INDEX="1")
    assert (later.returncode, later.stdout, later.stderr) == (7, "['check'] 1 Tổng đài\n", "")


def test_an_unreachable_registry_is_said_plainly_and_the_build_still_works(machine):
    test = machine("test", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0", PIP_NO_CACHE_DIR="1")
    assert test.returncode == 1 and test.stdout == ""
    said = test.stderr.splitlines()
    assert said[1] == "the package registry could not be reached, so .venv could not be finished"
    assert "    | ERROR: No matching distribution found for absent==1.0" in said
    assert said[-2] == (
        "    fix: check the network (a proxy: HTTPS_PROXY; another registry: pip config set global.index-url) and run the "
        "command again. With no network, carry a folder of wheels (pip download -r tests/requirements.txt -d FOLDER) and "
        "set PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER")
    assert said[-1].startswith("    sửa: kiểm tra mạng (qua proxy: HTTPS_PROXY;")
    assert "Traceback" not in test.stderr
    assert machine("build").returncode == 7


# The locks.

def pins(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"https?://|file:|index-url", text), f"{lock} names a place that other machines may not have"
    blocks = re.split(r"\n(?=[a-z0-9])", "\n" + text.split("-o ", 1)[1].split("\n", 1)[1])
    pinned = {}
    for block in filter(None, map(str.strip, blocks)):
        name, version = re.match(r"([a-z0-9-]+)==([^ ]+)", block).groups()
        assert "--hash=sha256:" in block, f"{lock}: {name} has no hash"
        assert pinned.setdefault(name, version) == version, f"{lock}: {name} differs between machines"
    return pinned


def test_both_locks_are_hashed_name_no_place_and_agree():
    site, tests = map(pins, environment.LOCKS)
    assert {name: (site[name], tests[name]) for name in site.keys() & tests.keys() if site[name] != tests[name]} == {}


# The browser and the suite.

def program(folder, name, code):
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return str(path)


@POSIX
def test_a_browser_that_does_not_start_is_passed_over(tmp_path, monkeypatch):
    stub, good = program(tmp_path, "chromium-browser", 1), program(tmp_path, "google-chrome", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setattr(browser, "PROGRAMS", ("chromium-browser", "google-chrome"))
    assert stub in browser.installed({})
    assert browser.path({}) == (good if sys.platform.startswith("linux") else stub)


def test_a_wrong_browser_path_is_not_silently_replaced():
    with pytest.raises(environment.Trouble) as trouble:
        browser.path({"BROWSER_PATH": "/no/such/browser"})
    assert str(trouble.value) == (
        "BROWSER_PATH names /no/such/browser, and no browser starts there\n"
        "    fix: correct BROWSER_PATH, or unset it and let an installed browser be found\n"
        "    sửa: sửa lại BROWSER_PATH, hoặc bỏ biến ấy để lệnh tự tìm trình duyệt có sẵn")


def test_no_browser_at_all_says_how_to_get_one_or_go_without(monkeypatch):
    monkeypatch.setattr(browser, "installed", lambda environ: iter([""]))
    monkeypatch.setattr(browser, "ways_to_install", lambda: iter([""]))
    with pytest.raises(environment.Trouble) as trouble:
        browser.path({})
    fact, fix, sua = str(trouble.value).splitlines()
    assert fact == "no browser for the browser tests: no Chromium, Chrome or Edge here, and none could be installed"
    assert fix.endswith("leave those tests out: python -m scripts test --no-browser")
    assert sua.endswith("bỏ qua phần này: python -m scripts test --no-browser")


@POSIX
def test_root_on_debian_gets_chromium_from_the_system_before_a_download(monkeypatch, capsys):
    commands = []
    monkeypatch.setattr(browser, "run", lambda command: commands.append(" ".join(command)) or (1, ["E: no network"]))
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    monkeypatch.setattr(browser.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(browser, "_playwrights_own", lambda: "")
    assert list(browser.ways_to_install()) == ["", ""]
    assert [re.search("update|install.*", command)[0] for command in commands] == [
        "update", "install -y --no-install-recommends chromium fonts-liberation", "install chromium"]
    assert capsys.readouterr().err.count("    | E: no network\n") == 2


def test_where_windows_and_macos_keep_their_browsers(monkeypatch):
    monkeypatch.setattr(browser, "_playwrights_own", lambda: "")
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    windows = list(browser.installed({"PROGRAMFILES": r"C:\Program Files"}, "win32"))
    assert r"C:\Program Files\Microsoft\Edge\Application\msedge.exe" in windows
    macos = list(browser.installed({"HOME": "/Users/an"}, "darwin"))
    assert "/Users/an/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" in macos


def test_the_suite_is_given_the_browser_and_pytests_own_arguments(monkeypatch):
    calls = []
    monkeypatch.setattr(suite, "run_through", lambda *call: calls.append(call) or 5)
    monkeypatch.setattr(browser, "path", lambda: "/the/browser")
    assert suite.run(["-k", "x"]) == 5
    command, environ, folder = calls[0]
    assert command[1:] == ["-m", "pytest", *suite.SETTINGS, "-k", "x"]
    assert (environ["BROWSER_PATH"], folder) == ("/the/browser", ROOT)


def test_without_a_browser_it_counts_what_was_left_out(tmp_path):
    tests = tmp_path / "test_two.py"
    tests.write_text("import pytest\n@pytest.mark.browser\ndef test_a(): assert 0\ndef test_b(): pass\n")
    ran = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "scripts.suite", "-p", "no:cacheprovider",
                          "--rootdir", tmp_path, tests], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert "browser tests left out: 1 (--no-browser) / số bài thử trình duyệt bỏ qua: 1" in ran.stdout
    assert "1 passed, 1 deselected" in ran.stdout and ran.returncode == 0


@POSIX
def test_an_exit_code_is_passed_on_also_that_of_a_killed_program():
    assert environment.run_through(["/bin/sh", "-c", "exit 4"], dict(os.environ)) == 4
    assert environment.run_through(["/bin/sh", "-c", "kill -9 $$"], dict(os.environ)) == 137
