"""Says how an entry of the registry is reached: the numbers, addresses and places to which it sends readers."""

from collections.abc import Iterable, Iterator

from ...facts.address import address_parts
from ...facts.contacts import DIALLED, DOWN
from ...facts.place import Items, Record, leaves, mapping
from ...facts.words import bare, phrase

Reach = frozenset[tuple[str, str]]
STATUS, SHOWN = "status", 80  # characters of an address or of a way through menus that a finding repeats
WEB, PAGE = "web", "address of a page"
COST, FROM = "cost", "reachable from"
NAMES = ("name", "also", "operator")
DETAILS = (PAGE, "where", *NAMES, COST, FROM, STATUS)  # whoever changes these looks again; readers need no news of them
SMALL = frozenset("a an and the of for và của".split())
PROMISES = {COST: "free", FROM: "anywhere"}  # that a call costs something, or fails from abroad, promises nobody anything


def reach(entry: object) -> Reach:
    """Returns pairs such as ("short_code", "111") or ("web", "example.org"); none for an entry that is not published.

    A line that works again has something new to prove, so ("status", "live") is one of them; so has a number under another name
    or with somebody else behind it, and one that is free or reached from everywhere from now on. An old version may have faults of its own, so nothing is taken for granted.
    """
    status = mapping(entry).get("status")
    channels = mapping(entry).get("channels")
    if not isinstance(status, str) or not (status == "live" or DOWN.match(status)) or not isinstance(channels, Items):
        return frozenset()
    ways = {pair for channel in channels for pair in _ways(mapping(channel))}
    if numbers(ways):
        for key in NAMES:
            ways.update((key, str(name)) for _, name, _ in leaves(mapping(entry).get(key), mapping(entry).place))
    return frozenset(ways | {(STATUS, status)} if status == "live" else ways)


def _ways(channel: Record) -> Iterator[tuple[str, str]]:
    kind = str(channel.get("type"))
    if isinstance(channel.get("number"), str):
        yield kind, channel["number"]
        yield COST, f"{channel['number']} ({channel.get('cost') or 'unknown'})"
        yield FROM, f"{channel['number']} (from {channel.get('reachable_from') or 'unknown'})"
    if isinstance(channel.get("address"), str):
        yield "email", channel["address"]
    url = channel.get("url")
    for address in url.values() if isinstance(url, Record) else [url]:
        if isinstance(address, str):
            yield WEB, address_parts(address).netloc.lower()
            yield PAGE, address
    for _, where, _ in leaves(channel.get("where"), channel.place):
        yield "where", str(where)


def numbers(found: Iterable[tuple[str, str]]) -> list[str]:
    """Returns the numbers that can be dialled."""
    return sorted(value for kind, value in found if kind in DIALLED)


def news(found: Reach) -> Reach:
    """Returns what readers must hear about when it changes: numbers, hosts and mailboxes."""
    return frozenset(pair for pair in found if pair[0] not in DETAILS)


def gained(before: Reach, after: Reach) -> Reach:
    """Returns what is new and has to be true for those who call: all but a cost, or a country, that promises nothing, and the spelling of a name."""
    known = {(kind, _heard(value)) for kind, value in before if kind in NAMES}
    return frozenset((kind, value) for kind, value in after - before
                     if (kind not in PROMISES or value.endswith(f"{PROMISES[kind]})")) and (kind, _heard(value)) not in known)


def _heard(name: str) -> tuple[str, ...]:
    """Returns the words of a name without marks and without the small ones; who spells it better changes nobody's name."""
    return tuple(bare(word) for word in phrase(name) if word not in SMALL)


def told(before: Reach, after: Reach) -> str:
    """Returns what changed in words: `111 → 112`; the smaller things only where nothing else did.

    One host of two that was changed is told with its whole address, for the other one stands there still.
    """
    if news(before) != news(after):
        wide = any(kind == WEB for kind, _ in before ^ after) and not news(before) - news(after)
        before, after = (_pages(side) if wide else news(side) for side in (before, after))
    if after - before == {(STATUS, "live")} and not before - after:
        return "out of service → live"
    gone, new = (", ".join(sorted(_short(value) for _, value in side)) for side in (before - after, after - before))
    if gone == new:  # by another way
        gone, new = (", ".join(sorted(f"{kind} {_short(value)}" for kind, value in side)) for side in (before - after, after - before))
    return f"{gone or 'nothing'} → {new or 'nothing'}"


def _pages(found: Reach) -> Reach:
    return frozenset(pair for pair in found if pair[0] == PAGE or pair[0] not in (*DETAILS, WEB))


def _short(value: str) -> str:
    return value if len(value) <= SHOWN else value[:SHOWN - 1] + "…"
