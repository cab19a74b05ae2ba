"""The short table that a build ends with: what was made, how large it is, where to open it."""

from pathlib import Path

from .build.site import SITE, Outcome
from .carry.checksums import SUMS
from .carry.copies import DIST
from .checks.report import counts


def summary(root: Path, outcome: Outcome, seconds: float) -> str:
    """Returns the table of a finished build, or one line that says what stands in its place."""
    told = counts(outcome.findings)
    if outcome.failed:
        kept = "the site that stood there before is untouched" if (root / SITE).exists() else "nothing was published"
        return f"\nnot built: {told['error']} errors, {told['warning']} warnings; {kept} ({seconds:.1f} s)\n"
    rows = [("pages", _pages(outcome)), ("contacts", _contacts(outcome)), ("links", _links(outcome)),
            ("warnings", str(told["warning"])), ("size", _size(root / SITE)), *_copies(root),
            ("time", f"{seconds:.1f} s"), ("open", str(root / SITE / "index.html"))]
    width = max(len(name) for name, _ in rows)
    return "\n" + "".join(f"{name:<{width}}  {value}\n" for name, value in rows)


def _pages(outcome: Outcome) -> str:
    project = outcome.project
    each = [f"{code} {sum(page.language == code for page in project.pages)}" for code in project.settings.codes]
    return ", ".join(each)


def _contacts(outcome: Outcome) -> str:
    contacts = outcome.project.contacts.values()
    return f"{sum(contact.published() for contact in contacts)} published, {len(contacts)} in the registry"


def _links(outcome: Outcome) -> str:
    fronts = outcome.tree.fronts.values()
    return f"{sum(front.links for front in fronts)} checked, {sum(front.outside for front in fronts)} lead outside"


def _size(folder: Path) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return f"{sum(path.stat().st_size for path in files) / 1024:,.0f} KB in {len(files)} files"


def _copies(root: Path) -> list[tuple[str, str]]:
    folder = root / DIST
    if not folder.is_dir():
        return []
    return [("copy", f"{path} ({path.stat().st_size / 1024:,.0f} KB)") for path in sorted(folder.iterdir()) if path.name != SUMS]
