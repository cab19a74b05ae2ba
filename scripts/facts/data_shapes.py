"""The shape of every data file in `docs/_data/`, told once."""

from collections.abc import Callable, Iterator

from .contacts import contacts_shape, retired_shape
from .finding import Finding
from .place import Place, mapping
from .shape import Shape, by_id, day, in_languages, list_of, loose_date, one_of, record_of, text, web_address

Languages = tuple[str, ...]


def _anything(value: object, place: Place, name: str) -> Iterator[Finding]:
    yield from ()


def _sources(languages: Languages) -> Shape:
    return by_id(record_of(
        {"publisher": text, "date": loose_date, "language": text, "shows": in_languages(languages),
         "kind": one_of("official", "news", "research", "other"),
         "seen": one_of("archived-copy", "excerpt", "full-text")},
        {"title": text, "url": web_address, "note": text}))


def _strings(languages: Languages) -> Shape:
    said = in_languages(languages)

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        yield from record_of({}, {key: said for key in mapping(value)})(value, place, name)

    return shape


def _campaign(languages: Languages) -> Shape:
    said = in_languages(languages)
    fact = record_of({"text": said, "sources": list_of(text)},
                     {"counted_by": said, "from": loose_date, "to": loose_date, "as_of": loose_date, "note": text})
    help_ = record_of({"page": text, "bar": list_of(text)})
    return record_of({"name": said, "slogan": said, "independence": said, "help": help_},
                     {"facts": by_id(fact), "timeline": _anything, "partners": _anything, "hashtags": _anything,
                      "note": text})


def _convention(languages: Languages) -> Shape:
    said = in_languages(languages)
    statement = record_of({"text": said, "sources": list_of(text)}, {"checked": day, "note": text, "as_of": loose_date})
    return record_of({"checked": day, "statements": by_id(statement)},
                     {"articles": _anything, "law": _anything, "note": text})


def _glossary(languages: Languages) -> Shape:
    said = in_languages(languages)
    return by_id(record_of({"term": said, "means": said},
                           {"avoid": in_languages(languages, list_of(text)), "note": text, "sources": list_of(text)}))


def _synonyms(languages: Languages) -> Shape:
    return _anything


def _allowed(languages: Languages) -> Shape:
    return by_id(record_of({"value": text, "in": list_of(text), "why": in_languages(languages)}, {"as": list_of(text)}))


SHAPES: dict[str, tuple[bool, Callable[[Languages], Shape]]] = {
    "contacts": (True, contacts_shape),
    "retired": (False, retired_shape),
    "sources": (True, _sources),
    "campaign": (True, _campaign),
    "strings": (True, _strings),
    "convention": (False, _convention),
    "glossary": (False, _glossary),
    "synonyms": (False, _synonyms),
    "allowed": (False, _allowed),
}
