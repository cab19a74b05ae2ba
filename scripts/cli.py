"""The verbs of `python -m scripts`: reads the words of a command and prints what came of it.

What only one verb needs it loads itself: whoever checks a page waits for nothing that builds, packs or measures.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from .bench import add_arguments
from .checks import report
from .checks.rules import families, rules
from .checks.source import check_source
from .checks.source.quiet import PLACE as QUIET
from .checks.source.tree.settings import check as check_settings
from .facts.finding import Finding
from .facts.project import Project, read_facts, read_project
from .facts.settings import SETTINGS

ENGINE = Path(__file__).resolve().parents[1]
OK, ERRORS, USAGE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Runs one verb; returns the exit status: 0 no errors, 1 errors, 2 wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.root.is_dir():
        parser.error(f"there is no folder {options.root} / không có thư mục {options.root}")
    try:
        return options.run(options)
    except KeyboardInterrupt:
        return 130  # the shells' number for a command stopped by the user


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Checks and builds the site.")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    add = partial(_verb, verbs)
    build = add("build", _build, "check, build and publish into site/, and pack the offline copies into dist/")
    build.add_argument("--site-only", action="store_true", help="leave the carried copies out")
    build.add_argument("--release", action="store_true", help="refuse what has grown old, too")
    check = add("check", _check, "check the sources, or a finished site")
    check.add_argument("--built", metavar="DIR", type=Path, help="check a built folder, or a finished zip or ZIM")
    check.add_argument("--only", metavar="FAMILY", choices=families(), help=f"one of: {', '.join(families())}")
    _add_network(check)
    check.add_argument("--release", action="store_true", help="refuse what has grown old, too, and with --since what is still to be written")
    check.add_argument("--since", metavar="REV", help="also compare with an older version of the repository")
    check.add_argument("--rules", action="store_true", help="print every rule and how to mend it")
    add("preview", _preview, "serve the site on this machine and check as you save").add_argument("--address", default="127.0.0.1:8000")
    verify_ = add("verify", _verify, "compare a carried copy with its checksums")
    verify_.add_argument("copy", nargs="?", type=Path, help="a copy beside its SHA256SUMS, or their folder (default: dist)")
    new = add("new", _new, "write the beginning of a page in every language")
    new.add_argument("kind", choices=["page"])
    new.add_argument("path", help="such as help/new-page")
    new.add_argument("--title", default="", help="the title in the main language")
    add("test", _elsewhere, "make the test environment and run every test; --no-browser leaves the browser out")
    add("status", _status, "tell what is stale, untranslated or unreviewed")
    add_arguments(add("bench", _bench, "measure bytes, first paint and seconds against the budgets"))
    return parser


def _add_network(check: argparse.ArgumentParser) -> None:
    check.add_argument("--network", action="store_true", help="look at the web addresses outside; the next four belong to it")
    check.add_argument("--report", metavar="FILE", type=Path, help="write the report of all outside links there")
    check.add_argument("--failing", action="store_true", help="look only at what was not fine last time")
    check.add_argument("--remember", action="store_true", help="renew docs/_data/link-history.json (for the weekly machine)")
    check.add_argument("--seen", metavar="ADDRESS", action="append", default=[], help="forget what was known of an address you read")


def _verb(verbs, name: str, run, says: str) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=says, description=says)
    verb.add_argument("--root", type=Path, default=ENGINE, metavar="DIR", help="the project (default: this one)")
    verb.add_argument("--today", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="the day to check for")
    verb.add_argument("--format", choices=report.FORMATS, default="text", help="how findings are told")
    verb.set_defaults(run=run)
    return verb


def _today(options) -> date:
    return options.today or date.today()


def _told(findings: Sequence[Finding], options) -> int:
    """Prints findings in the chosen format; returns the exit status."""
    findings = report.at_most(report.in_order(findings))
    sys.stdout.write(report.FORMATS[options.format](findings))
    return ERRORS if report.counts(findings)["error"] else OK


def _build(options) -> int:
    from .build.site import build_site
    from .carry.copies import carry
    from .summary import summary

    started = time.monotonic()
    root = options.root.resolve()
    outcome = build_site(root, _today(options), _progress, options.release)
    if not outcome.failed and not options.site_only:
        _progress("packing the offline copies")
        carry(root, outcome)
    _progress("")
    status = _told(outcome.findings, options)
    if options.format == "text":
        print(summary(root, outcome, time.monotonic() - started), end="")
    return status


def _progress(step: str) -> None:
    """Shows the step at hand on a terminal, and stays quiet in a pipe."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step} …" if step else "\r\033[K", end="", file=sys.stderr, flush=True)


def _check(options) -> int:
    if options.rules:
        return _rules()
    if not options.network and (options.report or options.failing or options.remember or options.seen):
        print("--report, --failing, --remember, --seen: only with / chỉ đi cùng  --network", file=sys.stderr)
        return USAGE
    findings = _found(options, _today(options))
    chosen = [found for found in findings if options.only in (None, rules()[found.rule].family)]
    status = _told(chosen, options)
    if options.format == "text":
        told = report.counts(set(chosen))
        print(f"{told['error']} errors, {told['warning']} warnings", file=sys.stderr)
    return status


def _found(options, today: date) -> list[Finding]:
    """Returns what the chosen checks tell: of the web, of a finished site, or of the sources."""
    root, finished = options.root.resolve(), options.built and not options.network
    project = read_facts(root, today) if finished and not options.since else read_project(root, today)
    findings = _since(project, options.since, options.release) if options.since else []
    if options.network and project.settings:
        return findings + _outside(project, options)
    if not finished:
        return [*findings, *check_source(project, today, options.release, ENGINE / QUIET)]
    return [*findings, *_site(project, options)]


def _since(project: Project, revision: str, release: bool) -> list[Finding]:
    from .checks.since import check_since

    return [*check_since(project, revision, release)]


def _site(project: Project, options) -> list[Finding]:
    from .build.remaking import check_remade
    from .carry.offline import offline
    from .checks.site import check_site

    return check_site(project, options.built, options.only, partial(check_remade, offline=offline))


def _outside(project: Project, options) -> list[Finding]:
    from .outside import look_outside

    return look_outside(project, _today(options), failing=options.failing, remember=options.remember, seen=options.seen,
                        report_to=options.report)


def _rules() -> int:
    for rule in rules().values():
        print(f"{rule.id} ({rule.level}, {rule.family}): {rule.says}\n    fix: {rule.fix['en']}\n    sửa: {rule.fix['vi']}")
    return OK


def _preview(options) -> int:
    from .build.generator import preview
    from .build.site import WORK

    project = read_project(options.root.resolve())
    refused = [*(found for found in project.problems if found.place.path == SETTINGS),
               *check_settings(project, _today(options))]
    if refused:  # before MkDocs reads settings that could make it run something
        return _told(refused, options)
    folder = options.root.resolve() / WORK
    folder.mkdir(exist_ok=True)
    return preview(options.root.resolve(), folder, _today(options), ["--dev-addr", options.address])


def _verify(options) -> int:
    from .carry.checksums import verify
    from .carry.copies import DIST

    copy = options.copy or options.root / DIST
    return _told(list(verify(copy) if copy.is_dir() else verify(copy.parent, copy.name)), options)


def _new(options) -> int:
    from .build.scaffold import new_page

    written, findings = new_page(read_project(options.root.resolve()), options.path, options.title)
    print("".join(f"{path}\n" for path in written), end="")
    return _told(findings, options)


def _status(options) -> int:
    from .checks.status import status

    print(status(read_project(options.root.resolve()), _today(options)), end="")
    return OK


def _elsewhere(options) -> int:
    """`test` is run before this module is loaded (`__main__`), so that it works when an import here is broken."""
    return USAGE


def _bench(options) -> int:
    from .bench.command import run  # here, because only the environment of the tests has a driver for browsers

    return run(options, _progress)
