"""Checks that a changed number, address or place was compared again, by somebody else, and that readers are told.

A wrong number is mostly not malice but a slip of one person late at night; a second pair of eyes finds it.
"""

from collections.abc import Iterator

from ...facts.contacts.changes import changes_of
from ...facts.data.shape import parse_day
from ...facts.files.past import REGISTRY, Past, Step
from ...facts.finding import Finding, finding
from ...facts.place import Place, Record, mapping
from ...facts.project import Project
from .people import same_person
from .reach import Reach, gained, news, numbers, reach, told


def check(project: Project, past: Past, release: bool = False) -> Iterator[Finding]:
    """Yields changed contacts that nobody verified anew, or only their author, and old numbers that vanished.

    A wrong number is put right at once: what is to be written of the old one has time until a `release`.
    """
    now = project.entries("contacts")
    announced = _told_in_changes(project, past)
    for id in dict.fromkeys((*now, *past.contacts)):
        before, after = reach(past.contacts.get(id)), reach(now.get(id))
        yield from _repeated(id, now.get(id), past)
        if id not in past.contacts:
            yield from _successor(id, now[id], project, past)
        if before == after:
            continue
        place = now.places.get(id) or Place(REGISTRY)
        if gained(before, after):
            yield from _verified(id, now[id], past, told(before, after))
            yield from _by_another(id, now[id], past, told(before, after))
        yield from _removed(id, before, project, past, place, release)
        if id not in announced and news(before) != news(after):
            yield finding(place, _untold(bool(after), id in now, release), contact=id, rev=past.rev, what=told(before, after))


def _untold(reached: bool, stands: bool, release: bool) -> str:
    """Returns the rule for news that readers lack: it waits for a release where the entry still stands."""
    if not stands or reached and release:
        return "change-untold"
    return "change-unannounced" if reached else "withdrawal-untold"


def _repeated(id: str, entry: object, past: Past) -> Iterator[Finding]:
    """A day that is newer although nothing else was looked at; a source read again may well be the same."""
    receipt, old = mapping(mapping(entry).get("verified")), mapping(mapping(past.contacts.get(id)).get("verified"))
    new_day, old_day = parse_day(receipt.get("on")), parse_day(old.get("on"))
    same = all(receipt.get(key) == old.get(key) for key in ("how", "evidence"))
    if new_day and old_day and new_day > old_day and same and receipt.get("how") == "published-source":
        yield finding(receipt.place_of("on"), "contact-evidence-repeated", contact=id, rev=past.rev, on=new_day)


def _verified(id: str, entry: Record, past: Past, what: str) -> Iterator[Finding]:
    receipt = mapping(entry.get("verified"))
    old, new = (parse_day(mapping(side).get("on")) for side in (mapping(past.contacts.get(id)).get("verified"), receipt))
    if old and new and new <= old:
        yield finding(receipt.place_of("on"), "contact-changed-unverified", contact=id, rev=past.rev, what=what, on=new)


def _successor(id: str, entry: object, project: Project, past: Past) -> Iterator[Finding]:
    """A new entry that takes over from an old one, perhaps with the proof that belonged to the old one."""
    receipt, after = mapping(mapping(entry).get("verified")), reach(entry)
    new = parse_day(receipt.get("on"))
    for other in _replaced(id, project, past):
        before = reach(past.contacts[other])
        old = parse_day(mapping(mapping(past.contacts[other]).get("verified")).get("on"))
        if news(after) - news(before) and old and new and new <= old:
            yield finding(receipt.place_of("on"), "contact-successor-unverified", contact=id, other=other, rev=past.rev,
                          what=told(before, after), on=new, then=old)


def _replaced(id: str, project: Project, past: Past) -> list[str]:
    """Returns the published entries of the last version whose place a new one takes, here or for their old number."""
    digits = project.settings.country.digits
    old = {digits(str(entry.get("number"))) for entry in map(mapping, project.entries("retired").values()) if entry.get("replaced_by") == id}
    now = project.entries("contacts")
    return [other for other, entry in past.contacts.items() if reach(entry) and (
        mapping(now.get(other)).get("replaced_by") == id != mapping(entry).get("replaced_by")
        or not old.isdisjoint(map(digits, numbers(reach(entry)))))]


def _by_another(id: str, entry: Record, past: Past, what: str) -> Iterator[Finding]:
    receipt = mapping(entry.get("verified"))
    by = receipt.get("by")
    texts = [str(text) for text in (by.values() if isinstance(by, Record) else [by]) if text]
    for step in past.steps:
        for name, email in step.authors if _changed(id, step) else ():
            if same_person(texts, name, email):
                yield finding(receipt.place_of("by"), "contact-changed-alone", contact=id, what=what, author=name)


def _changed(id: str, step: Step) -> bool:
    after = reach(step.after.get(id))
    return all(gained(reach(parent.get(id)), after) for parent in step.before) and bool(after)


def _removed(id: str, before: Reach, project: Project, past: Past, place: Place, release: bool) -> Iterator[Finding]:
    """Whoever holds an old copy looks up the number printed there; it must be known as old."""
    digits = project.settings.country.digits
    known = {digits(str(entry.get("number"))) for entry in map(mapping, project.entries("retired").values())}
    for entry in project.entries("contacts").values():
        channels = mapping(entry).get("channels") or ()
        known.update(digits(str(mapping(channel).get("number"))) for channel in channels)
    lost = [number for number in numbers(before) if digits(number) not in known]
    if not lost and id not in project.entries("contacts") and not numbers(before):
        lost = sorted(value for _, value in news(before))
    if lost:
        rule = "contact-removed-untold" if release or not reach(project.entries("contacts").get(id)) else "contact-number-forgotten"
        yield finding(place, rule, contact=id, rev=past.rev, what=", ".join(lost))


def _told_in_changes(project: Project, past: Past) -> set[str]:
    """Returns the contacts that the new entries of the list of changes name."""
    changes = changes_of(project.entries("changes"), project.settings.codes)
    return {id for change in changes if change.id not in past.changes for id in change.contacts}
