"""The shape of every data file in `docs/_data/`, told once."""

from collections.abc import Callable, Iterator

from ..contacts.changes import changes_shape
from ..contacts.contact_shapes import contacts_shape, retired_shape
from ..contacts.upkeep import upkeep_shape
from ..finding import Finding, finding
from ..pages import RISKS, ROLES, TYPES
from ..pages.moved import moved_shape
from ..place import Place, mapping
from ..practice.guides import guides_shape
from .shape import Shape, by_id, day, in_languages, kind_of, language_code, list_of, loose_date, one_of, record_of, text, web_address

Languages = tuple[str, ...]
KINDS_OF_WORDING = ("harm", "blame", "name", "advice", "promise", "claim", "compare", "fear", "method", "details", "outdated", "law")


def _anything(value: object, place: Place, name: str) -> Iterator[Finding]:
    yield from ()


def _sources(languages: Languages) -> Shape:
    return by_id(record_of(
        {"publisher": text, "date": loose_date, "language": language_code, "shows": in_languages(languages),
         "kind": one_of("official", "news", "research", "other"),
         "seen": one_of("archived-copy", "excerpt", "full-text")},
        {"title": text, "url": web_address, "note": text, "archived": web_address,
         "not_archived": one_of("not-yet", "refused", "changing")}))


def _strings(languages: Languages) -> Shape:
    said = in_languages(languages)

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        yield from record_of({}, {key: said for key in mapping(value)})(value, place, name)

    return shape


def _campaign(languages: Languages) -> Shape:
    said = in_languages(languages)
    fact = _in_order("from", "to", record_of({"text": said, "sources": list_of(text)},
                                             {"counted_by": said, "from": loose_date, "to": loose_date, "as_of": loose_date, "note": text}))
    event = _in_order("date", "until", record_of({"date": day, "text": said, "sources": list_of(text)}, {"until": day, "note": text}))
    partner = record_of({"name": said, "role": said, "sources": list_of(text)}, {"note": text})
    licence = record_of({"name": text, "url": web_address, "credit": said})
    help_ = record_of({"page": text, "bar": list_of(text)})
    return record_of({"name": said, "slogan": said, "independence": said, "help": help_},
                     {"facts": by_id(fact), "timeline": list_of(event), "partners": list_of(partner), "hashtags": _anything,
                      "licence": licence, "note": text})


def _in_order(first: str, last: str, entry: Shape) -> Shape:
    """An entry whose first day is not later than its last; a month or a year alone is compared as far as it goes."""

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        wrong = list(entry(value, place, name))
        yield from wrong
        begins, ends = mapping(value).get(first), mapping(value).get(last)
        if not wrong and begins and ends and "n.d." not in (begins, ends):
            known = min(len(begins), len(ends))
            if begins[:known] > ends[:known]:
                yield finding(mapping(value).place_of(first), "data-days-reversed", first=first, begins=begins, last=last, ends=ends)

    return shape


def _convention(languages: Languages) -> Shape:
    said = in_languages(languages)
    statement = record_of({"text": said, "sources": list_of(text)}, {"checked": day, "note": text, "as_of": loose_date})
    article = record_of({"title": said, "asks": said, "basis": one_of("read", "corroborated"), "sources": list_of(text)}, {"note": text})
    law = record_of({"name": said, "says": said, "sources": list_of(text)}, {"in_force": day, "note": text})
    return record_of({"checked": day, "statements": by_id(statement)}, {"treaty": _treaty(languages), "articles": by_id(article), "law": by_id(law), "note": text})


def _treaty(languages: Languages) -> Shape:
    """What is held against pages: names of the treaty, those of others, and ways of saying a figure (`#`) or a day of it."""
    words = in_languages(languages, list_of(text))
    return record_of({"names": words, "figures": by_id(record_of({"values": list_of(_number_or_day), "says": words}))}, {"others": words})


def _number_or_day(value: object, place: Place, name: str) -> Iterator[Finding]:
    yield from (day if isinstance(value, str) and "-" in value else _number)(value, place, name)


def _glossary(languages: Languages) -> Shape:
    said = in_languages(languages)
    return by_id(record_of({"term": said, "means": said},
                           {"avoid": in_languages(languages, list_of(text)), "note": text, "sources": list_of(text)}))


def _tactics(languages: Languages) -> Shape:
    said = in_languages(languages)
    return by_id(record_of({"name": said, "says": said, "way_out": said},
                           {"page": text, "sources": list_of(text), "note": text}))


def _ages(languages: Languages) -> Shape:
    return by_id(record_of({"name": in_languages(languages)}, {"note": text}))


def _synonyms(languages: Languages) -> Shape:
    return _anything


def _under_any_key(inner: Shape) -> Shape:
    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        yield from record_of({}, {key: inner for key in mapping(value)})(value, place, name)

    return shape


def _wording(languages: Languages) -> Shape:
    lists = _under_any_key(_under_any_key(list_of(text)))  # such a list may know more languages than the site has
    mends = record_of({"vi": text, "en": text})  # the languages in which findings are told
    avoid = record_of({"language": text, "words": list_of(text), "better": mends, "level": one_of("error", "warning")},
                      {"unless": list_of(text), "fine": list_of(text), "between": list_of(text), "beside": list_of(text), "inside": list_of(text),
                       "kind": one_of(*KINDS_OF_WORDING), "note": text})
    return record_of({"avoid": by_id(avoid)}, {"sets": _under_any_key(list_of(text)), "signals": lists, "victims": lists, "private": lists, "note": text})


def _review(languages: Languages) -> Shape:
    roles = list_of(one_of(*ROLES))
    return record_of({"needed": record_of({risk: roles for risk in RISKS}),
                      "risk_of_type": record_of({}, {type_: one_of(*RISKS) for type_ in TYPES})},
                     {"again_after_days": record_of({risk: _number for risk in RISKS})})


def _reading(languages: Languages) -> Shape:
    mends = record_of({"vi": text, "en": text})
    limits = record_of({}, dict.fromkeys(("sentence", "average", "page", "item", "paragraph"), _number))
    word = record_of({"language": text, "types": list_of(one_of(*TYPES)), "words": list_of(text), "better": mends})
    return record_of({"limits": record_of({}, {type_: limits for type_ in TYPES})}, {"basis": mends, "spoken": list_of(one_of(*TYPES)), "words": by_id(word)})


def _pictures(languages: Languages) -> Shape:
    seen = record_of({"sha256": text, "shows": in_languages(languages), "seen_by": text, "on": day, "licence": text}, {"note": text})

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        yield from record_of({}, {path: seen for path in mapping(value)})(value, place, name)

    return shape


def _number(value: object, place: Place, name: str) -> Iterator[Finding]:
    """Digits in quotes."""
    if not isinstance(value, str) or not value.isdigit() or len(value) > 6:
        yield finding(place, "field-mistyped", name=name, wanted="a number in quotes", is_now=kind_of(value))


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
    "upkeep": (False, upkeep_shape),
    "changes": (False, changes_shape),
    "moved": (False, moved_shape),
    "tactics": (False, _tactics),
    "ages": (False, _ages),
    "guided-help": (False, guides_shape),
    "wording": (False, _wording),
    "review": (False, _review),
    "reading": (False, _reading),
    "pictures": (False, _pictures),
    "allowed": (False, _allowed),
}
