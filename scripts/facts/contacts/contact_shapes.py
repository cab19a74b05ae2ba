"""What `contacts.yml` and `retired.yml` may hold: the fields of an entry, and the forms of numbers.

The forms are strict on purpose. A short code with a country code, or a number with a digit too many or
too few, is dialled in vain by somebody who has no time for it.
"""

import re
from collections.abc import Iterator

from ..data.shape import Shape, by_id, day, either, in_languages, list_of, loose_date, mailbox, one_of, record_of, text, web_address
from ..finding import Finding, finding
from ..place import Place, Record, mapping
from . import DIALLED, DOWN, KINDS, RANKS, WORDS_OF_STATUS
from .country import UNTOLD, Country, country_of

# ASCII digits only: \d would let through digits of other scripts, which a telephone does not dial.
# None begins with the nought that is dialled before a number of another town, but Australia's 000.
SHORT_CODE = re.compile(r"(?:[1-9][0-9]{2,5}|000)\Z")
RETIRED = re.compile(r"\+?(?:[ .()-]*[0-9]){3,15}\Z")  # as people still write it: it is only ever looked for
HOME = country_of(UNTOLD)


def contacts_shape(languages: tuple[str, ...], country: Country = HOME) -> Shape:
    """Returns the shape of `contacts.yml` of a campaign in a country."""
    said = in_languages(languages)
    receipt = record_of({"on": day, "how": one_of("published-source", "called", "letter"),
                         "by": either(text, said), "evidence": list_of(text)})
    return by_id(record_of(
        {"name": said, "operator": said, "kind": one_of(*KINDS), "rank": one_of(*RANKS), "status": _status,
         "channels": list_of(channel_shape(languages, country)), "use_for": said, "sources": list_of(text), "verified": receipt},
        {"also": said, "know_before": said, "replaced_by": text, "note": text}))


def _status(value: object, place: Place, name: str) -> Iterator[Finding]:
    match = DOWN.match(value) if isinstance(value, str) else None
    if match:
        yield from day(match[1], place, name)
    else:
        yield from one_of(*WORDS_OF_STATUS, "down until YYYY-MM-DD")(value, place, name)


def channel_shape(languages: tuple[str, ...], country: Country = HOME) -> Shape:
    """Returns the shape of one channel; which keys it needs depends on its `type`."""
    said = in_languages(languages)
    common = {"languages": list_of(text), "hours": said, "reachable_from": one_of(*country.reach),
              "cost": one_of("free", "charged", "unknown"), "cost_note": said}
    dialled = record_of({"type": text, "number": text}, common)
    shapes = {name: dialled for name in DIALLED}
    shapes["web"] = record_of({"type": text, "url": either(web_address, _addresses(languages))}, common)
    shapes["email"] = record_of({"type": text, "address": mailbox}, common)
    phone = country.phone
    forms = {"short_code": SHORT_CODE, "phone": phone, "sms": re.compile(f"{SHORT_CODE.pattern}|{phone.pattern}")}
    shapes["app"] = shapes["in_person"] = record_of({"type": text, "where": said}, common)

    def shape(value: object, place: Place, name: str) -> Iterator[Finding]:
        kind = mapping(value).get("type")
        if not isinstance(kind, str) or kind not in shapes:
            yield from _untyped(value, place, name, tuple(shapes))
            return
        yield from shapes[kind](value, place, name)
        yield from _number_form(value, kind, forms.get(kind))
        if value.get("cost") == "charged" and "cost_note" not in value:
            yield finding(value.place_of("cost"), "contact-cost-untold", number=value.get("number", kind))

    return shape


def _untyped(value: object, place: Place, name: str, types: tuple[str, ...]) -> Iterator[Finding]:
    """Yields why nobody can tell which type a channel is of."""
    if not isinstance(value, Record):
        yield from record_of({})(value, place, name)
    elif "type" not in value:
        yield finding(place, "field-missing", name=name, key="type")
    else:
        yield from one_of(*types)(value["type"], value.place_of("type"), "type")


def _addresses(languages: tuple[str, ...]) -> Shape:
    return record_of({}, {language: web_address for language in languages})


def _number_form(value: Record, kind: str, form: re.Pattern | None) -> Iterator[Finding]:
    number = value.get("number")
    if form and isinstance(number, str) and not form.match(number):
        yield finding(value.place_of("number"), "contact-number-malformed", number=number, type=kind)


def _retired(value: object, place: Place, name: str) -> Iterator[Finding]:
    yield from text(value, place, name)
    if isinstance(value, str) and value.strip() and not RETIRED.match(value):
        yield finding(place, "contact-number-malformed", number=value, type="telephone number")


def retired_shape(languages: tuple[str, ...]) -> Shape:
    """Returns the shape of `retired.yml`."""
    said = in_languages(languages)
    return by_id(record_of({"number": _retired, "name": said, "why": said, "sources": list_of(text)},
                           {"replaced_by": text, "since": loose_date, "note": text}))
