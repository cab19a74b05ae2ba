"""Reads the data files of a project, each by its shape; what is wrong with a file is told once, and the others are read."""

import os
from functools import partial
from itertools import islice
from pathlib import Path

from ..contacts.contact_shapes import contacts_shape
from ..files.reading import read_text
from ..finding import Finding, finding
from ..place import Items, Place, Record, Text
from ..practice import practice_files
from ..settings import Settings
from .data_shapes import SHAPES
from .shape import Shape
from .strict_yaml import read_yaml

DATA = "docs/_data"
MOST_TOLD = 200  # mistakes in one data file; whoever made more needs to hear of the first


def read_data(root: Path, settings: Settings) -> tuple[dict[str, Record], list[Finding]]:
    """Returns the entries of each data file of a project by its name, and what is wrong with the files."""
    data, findings = {}, []
    several = ((name, (True, shape)) for name, shape in practice_files(root / DATA))
    shapes = {**SHAPES, "contacts": (True, partial(contacts_shape, country=settings.country))}
    for name, (required, shape) in (*shapes.items(), *several):
        path = f"{DATA}/{name}.yml"
        if not required and not os.path.lexists(root / path):
            continue
        value, wrong = _read_file(root, path, shape(settings.codes), required)
        findings += wrong
        if isinstance(value, Record):
            data[name] = value
    return data, findings


def _read_file(root: Path, path: str, shape: Shape, required: bool) -> tuple[object, list[Finding]]:
    text, findings = read_text(root, path)
    if text is None:
        return None, findings
    value, wrong = read_yaml(text, path)
    findings += wrong
    if value is None or required and not value:
        return None, findings + ([] if wrong else [finding(Place(path), "data-empty")])
    if value == []:
        return None, findings
    if (first := _listed(value, path)) is not None:
        named = {"id": first["id"]} if isinstance(first.get("id"), Text) else {}
        return None, [*findings, finding(first.place, "data-listed" if named else "data-unnamed", **named)]
    findings += islice(shape(value, Place(path), path.rsplit("/", 1)[-1]), MOST_TOLD)
    if len(findings) >= MOST_TOLD:  # made by a program, or something else under this name
        return None, [findings[0], finding(findings[-1].place, "data-mistakes-many", most=MOST_TOLD)]
    return value, findings


def _listed(value: object, path: str) -> Record | None:
    """Returns the first entry of a file that lists its entries, perhaps below one key: each with its id inside, or below the name of the file."""
    (key, within), *others = value.items() if isinstance(value, Record) and value else [("", value)]
    some = within if isinstance(within, Items) and not others and all(isinstance(entry, Record) for entry in within) else []
    named = all(isinstance(entry.get("id"), Text) for entry in some) or key in ("", Path(path).stem)
    return some[0] if some and named else None
