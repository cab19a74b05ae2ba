"""Reads the small, safe part of YAML that our data files are written in.

YAML 1.1 reads 0111 as 73, `no` as false, lets a repeated key win in silence, and ten lines of
anchors can fill the memory. Here numbers are quoted, and anchors, tags, merges and repeated
keys are findings. The reader walks PyYAML's events, so nothing is ever constructed or run.
"""

import re
from collections.abc import Iterator

import yaml

from ..finding import Finding, finding
from ..place import Items, Place, Record, Text

DEEPEST = 12
MOST = 200  # findings of one text; whoever made more needs to hear of the first
NUMBER = re.compile(r"[-+]?(0[box][0-9a-fA-F_]+|[0-9][0-9_]*(:[0-5]?[0-9])+"
                    r"|(?=\.?[0-9])[0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?)\Z")
MOST_VALUES = 50_000
LONGEST_TEXT = 20_000  # characters; the longest of our own has some 800, and patterns take long on what nobody wrote
LONGEST_NUMBER = 60  # characters; reading longer ones would cost more than the guess is worth
MERGE = "<<"  # takes in the fields of another mapping (yaml.org/type/merge.html)
DIGIT_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\\(?:x3|u003|U0000003)[0-9]")  # YAML 1.1, 5.6
SURROGATE = re.compile("[\ud800-\udfff]")
NO_LETTER = "an escape that stands for no letter"
WORDS = {"yes", "no", "on", "off", "y", "n"}
EMPTY = {"", "~", "null", "Null", "NULL"}
TRUTH = {"true": True, "false": False}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, path: str, first_line: int = 1, numbers: bool = False) -> tuple[object, list[Finding]]:
    """Returns the value of `text` (Record, Items, Text, bool or None) and its findings.

    `first_line` is the file's line on which `text` starts; `numbers` lets unquoted numbers
    stand (for configuration that is not ours to shape). The value is None after a syntax error.
    """
    reader = _Reader(path, first_line - 1, numbers, text)
    try:
        value = reader.read(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        problem = " ".join(str(error.problem or error.context).split())
        line = _mark(error).line + first_line
        if line == reader.quoted[1]:
            line, problem = reader.quoted[0], f"the quote that begins here ends only on line {line}"
        return None, [finding(Place(path, line), "yaml-syntax", problem=problem)]
    except (ValueError, OverflowError):
        return None, [finding(Place(path, first_line), "yaml-syntax", problem=NO_LETTER)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [finding(Place(path, first_line), "yaml-syntax", problem=str(error).split("\n")[0])]
    except _Stop as stop:
        return None, [stop.finding]
    return value, reader.findings


def _mark(error: yaml.MarkedYAMLError) -> yaml.Mark:
    """Returns where to look: a quote that is never closed is seen at the end and made at its beginning."""
    if error.context_mark and "quoted" in (error.context or ""):
        return error.context_mark
    return error.problem_mark or error.context_mark


class _Stop(Exception):
    """Ends the reading of a file that could do harm."""

    def __init__(self, found: Finding):
        super().__init__(found.rule)
        self.finding = found


class _Reader:
    def __init__(self, path: str, offset: int, numbers: bool, text: str):
        self.path, self.offset, self.numbers, self.text = path, offset, numbers, text
        self.findings: list[Finding] = []
        self.values = 0
        self.quoted = (0, 0)  # first and last line of the latest quoted text that runs over lines

    def read(self, events: Iterator) -> object:
        documents = []
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and documents:
                raise _Stop(finding(self._place(event), "yaml-syntax", problem="a second document begins here"))
            if isinstance(event, yaml.DocumentStartEvent):
                documents.append(self._value(next(events), events, 0, ""))
        return documents[0] if documents else None

    def _place(self, event) -> Place:
        return Place(self.path, event.start_mark.line + 1 + self.offset)

    def _value(self, event, events: Iterator, depth: int, key: str) -> object:
        self._refuse_power(event, depth)
        self.values += 1
        if self.values > MOST_VALUES:
            raise _Stop(finding(self._place(event), "yaml-too-many", most=MOST_VALUES))
        if isinstance(event, yaml.MappingStartEvent):
            return self._record(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, events, depth, key)
        return self._scalar(event, key)

    def _refuse_power(self, event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Stop(finding(self._place(event), "yaml-anchor", name=event.anchor))
        if getattr(event, "tag", None) is not None:
            raise _Stop(finding(self._place(event), "yaml-tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!")))
        if depth > DEEPEST:
            raise _Stop(finding(self._place(event), "yaml-too-deep", deepest=DEEPEST))

    def _record(self, start, events: Iterator, depth: int) -> Record:
        record = Record(self._place(start))
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._entry(record, event, events, depth)
        return record

    def _entry(self, record: Record, event, events: Iterator, depth: int) -> None:
        self._refuse_power(event, depth)
        if len(self.findings) > MOST:
            raise _Stop(self.findings[0])
        if not isinstance(event, yaml.ScalarEvent):
            raise _Stop(finding(self._place(event), "yaml-syntax", problem="a key that is not a word"))
        key, place = event.value, self._place(event)
        if key == MERGE and not event.style:
            raise _Stop(finding(place, "yaml-merge"))
        if not event.style and not self.numbers and NUMBER.match(key) and key:
            self.findings.append(finding(place, "yaml-key-unquoted", key=key, read=_as_yaml(key)))
        value = self._value(next(events), events, depth + 1, key)
        if key in record:
            self.findings.append(finding(place, "yaml-key-repeated", key=key, first=record.places[key].line))
            return
        record[key], record.places[key] = value, place

    def _items(self, start, events: Iterator, depth: int, key: str) -> Items:
        items = Items(self._place(start))
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.places.append(self._place(event))
            items.append(self._value(event, events, depth + 1, key))
        return items

    def _scalar(self, event, key: str) -> Text | bool | None:
        place, text = self._place(event), event.value
        if len(text) > LONGEST_TEXT:
            raise _Stop(finding(place, "yaml-text-long", length=len(text), longest=LONGEST_TEXT))
        if SURROGATE.search(text):  # only PyYAML's own parser lets it through
            raise _Stop(finding(place, "yaml-syntax", problem=NO_LETTER))
        if not event.style:  # plain: None for PyYAML's own parser, an empty text for libyaml's
            if text in EMPTY:
                return None
            if text in TRUTH:
                return TRUTH[text]
            self._doubtful(text, place, key)
        elif event.style == '"' and DIGIT_ESCAPED.search(self.text, event.start_mark.index, event.end_mark.index):
            self.findings.append(finding(place, "yaml-digit-escaped", written=self.text[event.start_mark.index:event.end_mark.index], read=text))
        if event.style and event.style in "'\"" and event.end_mark.line > event.start_mark.line:
            self.quoted = (place.line, place.line + event.end_mark.line - event.start_mark.line)
        return Text(text, place)

    def _doubtful(self, text: str, place: Place, key: str) -> None:
        if not self.numbers and NUMBER.match(text):
            rule = "contact-number-unquoted" if key == "number" else "yaml-number-unquoted"
            self.findings.append(finding(place, rule, key=key, written=text, read=_as_yaml(text)))
        elif not self.numbers and text.lower() in WORDS:
            self.findings.append(finding(place, "yaml-word-unquoted", key=key, written=text))


def _as_yaml(text: str) -> str:
    """Returns what another YAML reader would make of a plain scalar."""
    try:
        read = str(yaml.load(text, Loader=yaml.SafeLoader)) if len(text) <= LONGEST_NUMBER else ""
    except (yaml.YAMLError, ValueError):
        read = ""
    return read if read not in ("", text) else "a number to calculate with"
