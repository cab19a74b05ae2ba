"""Makes the mutants of a module: its syntax tree with one small thing changed, as a slip of a programmer would.

Changed are comparisons, `and` and `or`, sums, numbers, texts, patterns, conditions, what is returned, and calls that
tidy a text; statements are left out. Docstrings, annotations, decorators and imports stay as they are.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from .patterns import broken, is_pattern

COMPARED = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
            ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
           ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
OTHER_NAME = {"any": "all", "all": "any", "min": "max", "max": "min"}
OTHER_METHOD = {"startswith": "endswith", "endswith": "startswith", "partition": "rpartition", "rpartition": "partition",
                "find": "rfind", "rfind": "find", "match": "search", "fullmatch": "match"}
TIDYING = {"lower", "casefold", "strip", "rstrip", "lstrip", "removeprefix", "removesuffix", "translate"}
UNTOUCHED = {"annotation", "returns", "decorator_list", "type_params"}
EVERY = 20  # of a table of words, each so many-th word is left out once
SHOWN = 70


@dataclass(frozen=True)
class Mutant:
    """One change of a module: its number, its line, the function or name that it is in, and what was changed."""

    number: int
    line: int
    where: str
    change: str


@dataclass(frozen=True)
class Edit:
    """A change of a tree that is not made yet; `make` makes it."""

    node: ast.AST
    where: str
    change: str
    make: Callable[[], None]


def mutants(source: str) -> list[Mutant]:
    """Returns all mutants of a module's text; the same text gives the same ones, each with words of its own."""
    found, seen = [], Counter()
    for number, edit in enumerate(_edits(ast.parse(source))):
        seen[edit.where, edit.change] += 1
        nth = seen[edit.where, edit.change]
        found.append(Mutant(number, edit.node.lineno, edit.where, edit.change + (f" (no. {nth})" if nth > 1 else "")))
    return found


def mutated(source: str, number: int) -> ast.Module:
    """Returns the tree of a module with the change of this number."""
    tree = ast.parse(source)
    edit = next(edit for at, edit in enumerate(_edits(tree)) if at == number)
    edit.make()
    return ast.fix_missing_locations(tree)


@dataclass(frozen=True)
class Slot:
    """A node and the place in its parent where it hangs."""

    node: ast.AST
    parent: ast.AST
    field: str
    at: int | None
    where: str

    def edit(self, instead: ast.AST, change: str = "") -> Edit:
        """Returns the edit that puts another node there."""
        return Edit(self.node, self.where, change or f"{_shown(self.node)} → {_shown(instead)}", lambda: self._put(instead))

    def _put(self, instead: ast.AST) -> None:
        ast.copy_location(instead, self.node)
        if self.at is None:
            setattr(self.parent, self.field, instead)
        else:
            getattr(self.parent, self.field)[self.at] = instead


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN - 1]}…"


def _slots(parent: ast.AST, where: str) -> Iterator[Slot]:
    """Yields every node below another one, in the order of the text."""
    for field, value in ast.iter_fields(parent):
        if field in UNTOUCHED:
            continue
        for at, node in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(node, ast.AST) or isinstance(node, (ast.Import, ast.ImportFrom)) or _docstring(parent, field, at, node):
                continue
            inner = where
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                inner = f"{where}.{node.name}".lstrip(".")
            elif isinstance(parent, ast.Module) and isinstance(node, ast.Assign):
                inner = _shown(node.targets[0])
            yield Slot(node, parent, field, at, inner)
            yield from _slots(node, inner)


def _docstring(parent: ast.AST, field: str, at: int | None, node: ast.AST) -> bool:
    return (field == "body" and at == 0 and isinstance(parent, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _edits(tree: ast.Module) -> Iterator[Edit]:
    for slot in _slots(tree, ""):
        for change in (_operators, _calls, _constants, _statements):
            yield from change(slot)


def _operators(slot: Slot) -> Iterator[Edit]:
    node = slot.node
    if isinstance(node, ast.Compare):
        for at, sign in enumerate(node.ops):
            other = deepcopy(node)
            other.ops[at] = COMPARED[type(sign)]()
            yield slot.edit(other)
    elif isinstance(node, ast.BoolOp):
        yield slot.edit(ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield slot.edit(node.operand)
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in COUNTED:
        other = deepcopy(node)
        other.op = COUNTED[type(node.op)]()
        yield slot.edit(other)
    if slot.field in ("test", "ifs") and not isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)):
        yield slot.edit(ast.UnaryOp(ast.Not(), node))


def _calls(slot: Slot) -> Iterator[Edit]:
    node = slot.node
    if not isinstance(node, ast.Call):
        return
    called = node.func
    if isinstance(called, ast.Name) and called.id in OTHER_NAME:
        yield slot.edit(ast.Call(ast.Name(OTHER_NAME[called.id], ast.Load()), node.args, node.keywords))
    elif isinstance(called, ast.Attribute) and called.attr in OTHER_METHOD:
        yield slot.edit(ast.Call(ast.Attribute(called.value, OTHER_METHOD[called.attr], ast.Load()), node.args, node.keywords))
    elif isinstance(called, ast.Attribute) and called.attr in TIDYING:
        yield slot.edit(called.value)


def _constants(slot: Slot) -> Iterator[Edit]:
    node = slot.node
    if not isinstance(node, ast.Constant):
        return
    if isinstance(node.value, bool):
        yield slot.edit(ast.Constant(not node.value))
    elif isinstance(node.value, int):
        yield slot.edit(ast.Constant(node.value + 1))
    elif isinstance(node.value, str) and (is_pattern(node.value) or _compiled(slot)):
        for start, end, instead in broken(node.value):
            text = node.value
            around = text[max(0, start - 12):start], text[end:end + 12]
            yield slot.edit(ast.Constant(text[:start] + instead + text[end:]), f"pattern {around[0]}⟨{text[start:end]} → {instead}⟩{around[1]}")
    elif isinstance(node.value, str) and len(words := node.value.split()) > EVERY:
        for at in range(0, len(words), EVERY):
            yield slot.edit(ast.Constant(" ".join(words[:at] + words[at + 1:])), f"the word {words[at]} left out")
    elif isinstance(node.value, str):
        yield slot.edit(ast.Constant("" if node.value else "something"))


def _compiled(slot: Slot) -> bool:
    call = slot.parent
    return isinstance(call, ast.Call) and slot.field == "args" and slot.at == 0 and ast.unparse(call.func).startswith("re.")


def _statements(slot: Slot) -> Iterator[Edit]:
    node = slot.node
    if isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) not in ("None", "False"):  # as false as each other
        yield slot.edit(ast.Return(ast.Constant(None)))
    elif isinstance(node, (ast.Expr, ast.AugAssign, ast.Raise, ast.Delete)) or isinstance(node, ast.Assign) and not isinstance(
            node.targets[0], (ast.Name, ast.Tuple)):
        yield slot.edit(ast.Pass(), f"{_shown(node)} left out")
    elif isinstance(node, (ast.Continue, ast.Break)):
        yield slot.edit(ast.Break() if isinstance(node, ast.Continue) else ast.Continue())
