"""Says how an entry of the registry is reached: the numbers, hosts and addresses that readers get from it."""

from collections.abc import Iterator

from ...facts.address import address_parts
from ...facts.contacts import DIALLED, DOWN
from ...facts.place import Items, Record, mapping

Reach = frozenset[tuple[str, str]]


def reach(entry: object) -> Reach:
    """Returns pairs such as ("short_code", "111") or ("web", "example.org"); none for an entry that is not published.

    An old version may have faults of its own, so nothing is taken for granted.
    """
    status = mapping(entry).get("status")
    channels = mapping(entry).get("channels")
    if not isinstance(status, str) or not (status == "live" or DOWN.match(status)) or not isinstance(channels, Items):
        return frozenset()
    return frozenset(pair for channel in channels for pair in _ways(mapping(channel)))


def _ways(channel: Record) -> Iterator[tuple[str, str]]:
    kind = str(channel.get("type"))
    if isinstance(channel.get("number"), str):
        yield kind, channel["number"]
    if isinstance(channel.get("address"), str):
        yield "email", channel["address"]
    url = channel.get("url")
    for address in url.values() if isinstance(url, Record) else [url]:
        if isinstance(address, str):
            yield "web", address_parts(address).netloc.lower()


def numbers(found: Reach) -> list[str]:
    """Returns the numbers that can be dialled."""
    return sorted(value for kind, value in found if kind in DIALLED)


def told(before: Reach, after: Reach) -> str:
    """Returns what changed in words: `111 → 112`."""
    gone, new = (", ".join(sorted(value for _, value in side)) for side in (before - after, after - before))
    return f"{gone or 'nothing'} → {new or 'nothing'}"
