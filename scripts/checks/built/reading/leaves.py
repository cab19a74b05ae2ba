"""Walks through JSON to what it holds in the end: texts, numbers, yes and no."""

from collections.abc import Iterator


def leaves(value: object) -> Iterator[tuple[str, object]]:
    """Yields every value that holds no others, in order, with the nearest name it stands under; as deep as it may be."""
    waiting = [("", value)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += reversed(value.items())
        elif isinstance(value, list):
            waiting += [(key, inner) for inner in reversed(value)]
        else:
            yield key, value
