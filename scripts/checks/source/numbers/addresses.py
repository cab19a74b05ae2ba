"""Finds addresses of every kind in a text: web, mail, messengers, schemes that dial or run something.

People write them whole, bare (a.vn), with “dot” or [.] instead of a point; each is brought into one
form and judged by its host.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from ....facts.address import address_parts
from ....facts.pages.links import target_of
from .characters import INVISIBLE
from .disguise import Hidden, Reading
from .handles import handles, is_handle
from .hosts import ANYBODY, SHORTENERS
from .vocabulary import either, small

ENDS = r"\s<>()\[\]{}\"“”‘’'|,;`«»\ufffc"
WORD = re.compile(rf"(?<![^{ENDS}])[^{ENDS}.:@%]*+[.:@%][^{ENDS}]*+")  # one of these signs stands in every address
POINTS = str.maketrans("。．｡", "...")  # browsers open them as points (RFC 3490)
OPENS = re.compile(r"[.:@%&/\\]")  # such a sign, or what may open as one
LONGEST, LONGEST_LINE = 2000, 100_000  # characters of an address, of a line, that are looked at
DEFANGED = ("hxxp", "hxxps")
WEB = ("http", "https", "ftp", *DEFANGED)
DIALLING = ("tel", "sms", "smsto", "mms", "mmsto", "callto", "zalo", "viber", "whatsapp", "facetime", "facetime-audio",
            "skype", "tg", "telegram", "signal", "sgnl", "sip", "sips", "weixin", "wechat", "line", "fb", "fb-messenger",
            "messenger", "imessage", "discord", "xmpp", "im", "wtai", "market", "intent", "itms-apps")
ACTIVE = ("javascript", "vbscript", "data", "file", "blob", "about", "view-source", "jar", "ms-appinstaller", "livescript")
WRITTEN_SCHEME = re.compile(r"(?<![a-z0-9+.-])([a-z0-9+-]+):(?=//|\?)|(?<![a-z0-9+.-])(https?):", re.IGNORECASE)
CALLS = "|".join(DIALLING)
# A link that dials is told as such; the number in its text or target is the same fault.
DIALLED = re.compile(rf"\[[^\[\]]*+\]\(\s*+<?\s*+(?:{CALLS}):[^()]*+\)|<(?:{CALLS}):[^\s<>]++>|"
                     rf"(?m:^) {{0,3}}\[[^\[\]\n]++\]:[ \t]*+<?(?:{CALLS}):.*", re.IGNORECASE)
# Hosts that are numbers: IPv6 in brackets, and IPv4 with a port or a path, except those of a school's own network (RFC 1918, RFC 1122).
OWN_NETWORK = r"0\.|10\.|127\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\."
NUMBERED = re.compile(rf"(?:https?:)?//\[[0-9a-f:.]+\]|(?<![\w./:-])(?!{OWN_NETWORK})(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}(?::[0-9]{{2,5}}(?!\d)|/[^\W\d_])",
                      re.IGNORECASE)
NUMBERED_AT_ALL = re.compile(r"//\[|[0-9]\.[0-9]")
# A sign that ends a host keeps its escaped form there, or the address seems to open another one (RFC 3986, 3.2).
AUTHORITY, ESCAPED_END = re.compile(r"(?<=//)[^/?#\s]+"), re.compile(r"%(?:25)*(?:2f|3f|23|5c)", re.IGNORECASE)
FILE = re.compile(r"(?:md|markdown|html?|ya?ml|json|css|js|py|txt|csv|png|jpe?g|svg|webp|gif|pdf|zip|zim|xml|toml|ini|"
                  r"typ|woff2?|docx?|xlsx?|pptx?|exe|apk|bat|sh)\Z")
TOPS = (
    r"(?:com|net|org|vn|info|biz|io|co|me|app|xyz|top|site|online|club|shop|vip|cc|tv|link|click|live|pro|fun|icu|asia|"
    r"name|mobi|us|uk|cn|hk|tw|sg|la|kh|th|ru|to|ly|gg|gl|dev|ai|tech|store|website|space|world|today|win|bid|loan|buzz|"
    r"cfd|sbs|help|support|center|care|chat|gov|edu|int|mil|eu|de|fr|au|ca|jp|kr|example|test|blog|news|life|one|work|"
    r"zone|host|press|group|social|page|cloud|digital|network|systems|ph|my|su|ws|pw|tk|ml|ga|cf|gq|nl|ch|se|es|it|br|"
    r"onion|id|gle|ee|pl|cz|ro|pt|nz|mx|tr|ae|ua|kz|mn|mm|wiki|art|bet|bio|cash|company|education|email|finance|foundation|health|"
    r"international|market|media|plus|run|sale|school|services|shopping|show|solutions|stream|studio|team|tips|training|tube|"
    r"university|video|vote|watch)")
TOP = re.compile(rf"{TOPS}\Z", re.IGNORECASE)
LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
HOST = re.compile(rf"(?P<name>(?:{LABEL}\.)*(?P<label>{LABEL}))\.(?P<top>[^\W\d_]{{2,}})\.?(?::\d*)?\Z")
# Not the picture for a sharp screen (logo@2x.png), and not the path of a repository (git@a.example:b).
MAILBOX = re.compile(r"(?<![\w.+%@-])[\w.+%-]+@(?!\dx\.(?:png|jpg|webp|svg))(?:(?:gmail|yahoo|hotmail|outlook|icloud)|"
                     r"\w[\w.-]*\.[^\W\d][\w-]*|(?:\d{1,3}\.){3}\d{1,3})(?![\w:-]|\.\w)", re.IGNORECASE)
# help24 dot club, help-now dot club, and “open helpnow dot club”, where the ending is no common word; of an endless name its last parts
NAME_OF_HOST = re.compile(rf"\b([a-z]+(?:\d\w*|(?:-\w+){{1,20}})) {either('points')} (?={TOPS}\b)|"
                          rf"\b({either('opening')} [a-z]\w{{2,40}}) {either('points')} (?={TOPS}\b)(?!{either('common_endings')}\b)", re.IGNORECASE)
SPELT_SLASH = re.compile(rf" {either('slashes')} (?:{either('plus_signs')} )?", re.IGNORECASE)
BACKWARDS = re.compile(r"(?<![\w.])(?:moc|nv|ten|gro)\.\w[\w.-]*@")
# "hotline [at] a [dot] vn"; `dot` stands alone between words only before a well-known ending.
SPELT_POINT = re.compile(rf"\s?(?:[\[({{](?:\.|{either('points')})[\])}}])\s?|"
                         rf",?[ _-]{either('points')},?[ _-](?=(?:com|vn|net|org|me|info|io|app|xyz|gov|edu)\b|{TOPS} {either('slashes')} \w)|"
                         r"(?<! ) *\. +(?=(?-i:com|vn|net|org)\b)", re.IGNORECASE)
SPACED = re.compile(r"(?<![\w.])[a-z0-9-]{1,63} ?\. ?[a-z]{2,6}(?: ?/ ?[\w.+-]+)+|"  # t . me / name
                    r"(?<![\w.])[a-z0-9-]{1,63} \. (?=[a-z0-9])|(?<![\w.])(?!(?:"
                    rf"{either('of_endings')}) )[a-z0-9-]{{4,63}} \.(?:com|vn|net|org|me|info)\b|"
                    r"(?<!\S)(?:[\w:/.@-] ){7,}[\w:/.@-](?!\S)")  # h t t p s : / / …
BEGUN = re.compile(r"[a-z0-9-]+\. ([a-z]+)", re.IGNORECASE)
SPELT_AT = re.compile(rf"\s?(?:[\[({{](?:at|@|{either('at_signs')})[\])}}]) ?| (?:@|{either('at_signs')}) |[ _-]at[ _-]"
                      r"(?=\w[\w.-]{0,250}\.(?:com|vn|net|org|edu|gov|info|me)\b(?!/))", re.IGNORECASE)
# What every address with words for its signs, or with its letters apart, has in it; in small letters, and far quicker to look for.
SPELT = re.compile(rf"[\[({{](?:[.@]|at|{either('points')}|{either('at_signs')})[\])}}]|[ _-]at[ _-](?=\w[\w.-]{{0,250}}\.[a-z])|"
                   rf"[ _-](?:@|{either('points')}|{either('slashes')}|{either('at_signs')})[ ,_-]|"
                   r"\. +(?:com|vn|net|org)\b|\. ?[a-z]{2,6} ?/|[a-z0-9-] \. ?[a-z0-9]| \S \S \S ")
# Without one of these signs, a word for a point or for @, or letters set apart, there is no address, however it is written.
SIGNED = re.compile(rf"[.:@%\[({{]|{either('points')}|{either('at_signs')}| \S \S \S ")


@dataclass(frozen=True)
class Address:
    """An address in a text: where, as written, and in the form a browser would open."""

    start: int
    end: int
    written: str
    opened: str
    kind: str  # web, mail, handle, scheme (one that dials or runs something)
    defanged: bool = False


def opened(written: str) -> str:
    """Returns an address as a browser takes it: entities and percent signs decoded, hidden characters gone."""
    text = AUTHORITY.sub(lambda host: ESCAPED_END.sub("_", host[0]), unescape(written[:LONGEST]).replace("\\", "/"))
    while (plain := unquote(unescape(text))) != text:
        text = plain
    return re.sub(rf"[\s{INVISIBLE}]", "", text).replace("\\", "/").translate(POINTS)


def typed(reading: Reading) -> Iterator[Address]:
    """Yields the addresses that stand in a text for readers to see."""
    found = [*_written(reading.text)]
    yield from found
    for start, end, written in handles(reading.text):
        name = reading.text[start:end]
        if not is_handle(name) and not any(name in address.opened for address in found if address.kind == "mail"):  # told already
            yield Address(start, end, written, name, "handle")


def _written(text: str) -> Iterator[Address]:
    """Yields the addresses that are written whole, bare, or with words for their signs."""
    low = small(text)
    if SIGNED.search(low):
        yield from _words(text)
        if NUMBERED_AT_ALL.search(text):
            yield from (Address(*match.span(), match[0], match[0], "web") for match in NUMBERED.finditer(text))
        if SPELT.search(low):
            yield from _spelt(text)


def _spelt(text: str) -> Iterator[Address]:
    """Yields addresses with words for their signs; their places are those of the line they stand on."""
    start = 0
    for line in re.split(r"(?<=\n)", text):
        plain = SPELT_AT.sub("@", SPELT_SLASH.sub("/", SPELT_POINT.sub(".", NAME_OF_HOST.sub(r"\1\2.", SPACED.sub(_closed, line[:LONGEST_LINE])))))
        if plain != line:
            for found in _words(plain):
                if found.written not in line:
                    defanged = found.kind == "web" and "[.]" in line
                    yield Address(start, start, found.written, found.opened, found.kind, defanged)
        start += len(line)


def _closed(host: re.Match) -> str:
    """Returns an address without its blanks; what stands behind a full stop is a word unless it is an ending that hosts have."""
    word = BEGUN.match(host[0])
    return host[0] if word and not TOP.match(word[1]) else host[0].replace(" ", "")


def _words(text: str) -> Iterator[Address]:
    for match in WORD.finditer(text):
        word, start = match[0], match.start()
        if text[start - 1:start] == "{" and "=" in word:
            continue  # an attribute, which is told as such
        written = word.rstrip(".:!?…*_~/\\-–—”")[:LONGEST]
        if OPENS.search(written):  # no word that only ends a sentence
            yield from _address(written, start, False)


def targets(hidden: Hidden) -> Iterator[Address]:
    """Yields the addresses of a link's target or of an HTML tag."""
    if hidden.kind == "target":
        yield from _address(target_of(hidden.text[:LONGEST]), hidden.origin, True)
        return
    for match in re.finditer(r"=\s*(?:([\"'])(.*?)\1|([^\s\"'>]+))", hidden.text, re.DOTALL):
        yield from _address(match[match.lastindex], hidden.origin + match.start(), True)


def _address(written: str, start: int, linked: bool) -> Iterator[Address]:
    address, end = opened(written), start + len(written)
    scheme = None if linked else WRITTEN_SCHEME.search(address)
    if scheme:  # a host may stand before it: a.example/?next=https://b.example
        if bare_host(address[:scheme.start()]):
            yield Address(start, end, written, f"//{address[:scheme.start()]}", "web")
        address = address[scheme.start():]
    name = address.partition(":")[0].lower() if scheme or linked and ":" in address else None
    mail = MAILBOX.search(address)
    if name in WEB or address.startswith("//"):
        yield Address(start, end, written, address, "web", name in DEFANGED)
    elif name in DIALLING or linked and name in ACTIVE:
        yield Address(start, end, written, address, "scheme")
    elif name == "mailto" or mail or BACKWARDS.search(address):
        yield Address(start, end, written, mail[0] if mail else address, "mail")
    elif not linked and is_handle(address):
        yield Address(start, end, written, address, "handle")
    else:
        for bare in (address, address.partition("://")[2]):  # a slip in https, or no scheme before the slashes
            if bare_host(bare):
                yield Address(start, end, written, f"//{bare}", "web")


def bare_host(address: str) -> bool:
    """Returns whether a word is a host with or without a path, and not the path of a file."""
    first, slash, _ = address.partition("/")
    host = HOST.match(first.partition("?")[0].partition("#")[0])
    if not host:
        return False
    name, top = host["name"], host["top"]
    whole = f"{name}.{top}"
    open_ended = bool(slash) and whole.isascii() and top.islower() and any(char.isalpha() for char in name) and not FILE.match(top)
    return whole.lower().startswith("www.") or (open_ended or bool(TOP.match(top))) and (
        top.islower() or whole.isupper()) and (len(host["label"]) > 1 or whole.lower() in ANYBODY | SHORTENERS)


def host_in(address: str) -> tuple[str, str]:
    """Returns the host of an opened address in lower case, and all that stands between // and the path."""
    netloc = address_parts(address).netloc or re.split("[/?#]", re.sub(r"(?i)\A(?:[a-z]{3,}:)?/*", "", address))[0]
    host = netloc.rpartition("@")[2]
    bare = host if host.startswith("[") else host.partition(":")[0]
    return bare.lower().rstrip(".").removeprefix("www."), netloc
