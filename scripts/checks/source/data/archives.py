"""Checks that every source on the web has a second way to it: a stored copy, or the reason why there is none.

Government and news sites move, and shut out visitors from abroad; a reader of an old copy must still be able to look up what it says.
"""

from collections.abc import Iterator
from datetime import date

from ....facts.address import address_parts, carried
from ....facts.finding import Finding, finding
from ....facts.place import mapping
from ....facts.project import Project
from ..numbers.known import same_url

FIELDS = ("archived", "not_archived")


def check(project: Project, today: date) -> Iterator[Finding]:
    """Yields sources that say neither where a copy is kept nor why none is, or say both, or name themselves or a copy of something else.

    A campaign that keeps no record of copies at all is asked for none.
    """
    sources = {id: mapping(entry) for id, entry in project.entries("sources").items()}
    if not any(source.get(field) for source in sources.values() for field in FIELDS):
        return
    for id, source in sources.items():
        archived, reason = source.get("archived"), source.get("not_archived")
        if source.get("url") and not archived and not reason:
            yield finding(source.place_of("url"), "source-archive-untold", source=id)
        elif archived and reason:
            yield finding(source.place_of("not_archived"), "source-archive-contradictory", source=id)
        elif archived and _host(archived) == _host(source.get("url")):
            yield finding(source.place_of("archived"), "source-archive-same", source=id, host=_host(archived))
        if (copied := carried(str(archived or ""))) and isinstance(url := source.get("url"), str) and same_url(copied) != same_url(url):
            yield finding(source.place_of("archived"), "source-archive-differs", source=id, written=copied, url=url)


def _host(address: object) -> str:
    return (address_parts(str(address or "")).hostname or "").removeprefix("www.")
