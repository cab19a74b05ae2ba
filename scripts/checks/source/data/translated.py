"""Finds the texts that data files say in every language: an answer of a quiz, a scene, a step of a guide."""

from collections.abc import Iterator

from ....facts.once import once
from ....facts.place import Items, Record, Text
from ....facts.project import Project


@once
def translated(project: Project) -> tuple[tuple[str, Record], ...]:
    """Returns every mapping from languages to texts, with the keys and numbers that lead to it."""
    return tuple((_name(way), said) for entries in project.data.values() for way, said in _below(entries, (), project.settings.default))


def _below(value: object, way: tuple[object, ...], main: str) -> Iterator[tuple[tuple[object, ...], Record]]:
    if isinstance(value, Record) and isinstance(value.get(main), Text):
        yield way, value
    elif isinstance(value, Record):
        for key, inner in value.items():
            yield from _below(inner, (*way, key), main)
    elif isinstance(value, Items):
        for number, inner in enumerate(value, 1):
            yield from _below(inner, (*way, number), main)


def _name(way: tuple[object, ...]) -> str:
    """Returns how a text is named in a finding: “options 2, answer”."""
    return "".join(f" {part}" if isinstance(part, int) else f", {part}" for part in way).removeprefix(", ")
