"""Branching scenarios: an invented story in which readers choose, and see where each choice leads.

Every scene keeps a way to real help in sight, and no ending blames anybody: who has practised one move in
a story does it sooner in earnest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..data.shape import Shape, by_id, in_languages, list_of, one_of, record_of, text
from ..finding import Finding
from ..place import Place, Record
from .steps import Step, choices_of

ENDINGS = ("safe", "late", "way-out")


@dataclass(frozen=True)
class Scene(Step):
    """One scene, or with `ending` one end: then `why` and `do` say what helped and the one move to practise."""

    name: dict
    text: dict
    says: dict = field(default_factory=dict)
    ending: str = ""
    why: dict = field(default_factory=dict)
    do: dict = field(default_factory=dict)
    tactic: str = ""
    help: str = ""


@dataclass(frozen=True)
class Scenario:
    """A story; `help` is the page that helps when it happens in earnest, unless a scene names a better one."""

    id: str
    place: Place
    help: str
    steps: dict[str, Scene]

    def helps(self) -> Iterator[str]:
        """Yields every page that the scenes offer as real help."""
        yield from dict.fromkeys([self.help, *(scene.help for scene in self.steps.values() if scene.help)])


def scenario_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of a file of `scenarios/`."""
    return record_of({"help": text, "scenes": by_id(_scene_shape(languages))}, {"note": text})


def _scene_shape(languages: tuple[str, ...]) -> Shape:
    said = in_languages(languages)
    common = {"name": said, "text": said}
    extra = {"says": said, "help": text, "note": text}
    scene = record_of({**common, "choices": list_of(record_of({"say": said, "to": text}))}, {**extra, "tactic": text})
    ending = record_of({**common, "ending": one_of(*ENDINGS), "why": said, "do": said, "tactic": text}, extra)

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        is_ending = isinstance(value, Record) and "ending" in value
        yield from (ending if is_ending else scene)(value, place, name)

    return shape


def scenario(id: str, entry: Record) -> Scenario:
    """Returns the scenario of a file that fits `scenario_shape`; its id is the file's name."""
    scenes = entry["scenes"]
    return Scenario(id, entry.place, entry["help"],
                    {name: _scene(name, found, scenes.place_of(name)) for name, found in scenes.items()})


def _scene(id: str, entry: Record, place: Place) -> Scene:
    kept = {key: entry[key] for key in ("name", "text", "says", "ending", "why", "do", "tactic", "help") if key in entry}
    return Scene(id, place, choices_of(entry.get("choices") or []), **kept)
