"""Judges an address before anybody connects to it: may a public checker go there at all?

Links are contributed by strangers. Without this, a link to a cloud's metadata service or to a printer next to the checking
machine would be followed (server-side request forgery, CWE-918). The text of an address is judged here, again after each
redirect; the numbers its name stands for are judged in `resolver`, when the connection is made.
"""

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

import idna

LONGEST = 2048  # characters; what every browser still opens
PORTS = {"http": (None, 80), "https": (None, 443)}
# RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's .internal, and names that home and office networks use for themselves.
LOCAL = ("localhost", "local", "localdomain", "internal", "intranet", "private", "lan", "home", "corp", "home.arpa", "arpa",
         "test", "example", "invalid", "onion", "alt")
LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\Z")
# The WHATWG URL standard reads a host whose last part is a number, in any base, as an IPv4 address.
NUMBER = re.compile(r"([0-9]+|0x[0-9a-f]*)\Z")
TWINS = frozenset("аеорсухіјѕһԁԛԝӏьгпտոսօνορτυχικ")  # Cyrillic, Armenian and Greek letters drawn like Latin ones
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: what IPv6-only networks make of an IPv4 address
# IPv6 addresses that carry or once carried another address inside (RFC 4291, 3056, 4380, 8215, 3879), and shared or retired
# ranges that some versions of Python take for public.
CLOSED = tuple(map(ipaddress.ip_network, ("::/96", "::ffff:0:0/96", "2002::/16", "2001::/32", "64:ff9b:1::/48", "fec0::/10",
                                          "192.88.99.0/24", "100.64.0.0/10", "5f00::/16")))


def refusal(address: str) -> str:
    """Returns why an address is not followed, as a word of `words.yml`, or an empty string."""
    if len(address) > LONGEST:
        return "address-long"
    if re.search(r"[\x00-\x20\x7f\\]", address) or any(unicodedata.category(char) in ("Cc", "Cf", "Zs") for char in address):
        return "address-characters"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "address-malformed"
    if parts.scheme not in PORTS:
        return "address-scheme"
    if "@" in parts.netloc:
        return "address-user"
    if port not in PORTS[parts.scheme]:
        return "address-port"
    return _host_refusal(parts)


def _host_refusal(parts: SplitResult) -> str:
    host = unicodedata.normalize("NFKC", parts.hostname or "").lower().rstrip(".")
    if not host:
        return "address-malformed"
    if "[" in parts.netloc or ":" in host or NUMBER.match(host.rsplit(".", 1)[-1]):
        return "address-number"
    plain = ascii_host(host)
    if not plain or not all(LABEL.match(label) for label in plain.split(".")):
        return "address-malformed"
    if NUMBER.match(plain.rsplit(".", 1)[-1]):
        return "address-number"
    if "." not in plain or any(plain == name or plain.endswith(f".{name}") for name in LOCAL):
        return "address-local"
    return "address-look-alike" if any(_poses(label) for label in plain.split(".")) else ""


def ascii_host(host: str) -> str:
    """Returns a host name as it travels (IDNA, UTS 46), or an empty string when it cannot.

    >>> ascii_host("Bảo-vệ.vn"), ascii_host("a..b")
    ('xn--bo-v-gr5avj.vn', '')
    """
    try:
        return idna.encode(host, uts46=True).decode("ascii") if not host.isascii() else _bounded(host)
    except (idna.IDNAError, UnicodeError):
        return ""


def _bounded(host: str) -> str:
    return host.lower() if len(host) <= 253 and ".." not in host else ""


def _poses(label: str) -> bool:
    """Tells whether a label mixes scripts, or is wholly made of foreign letters that look Latin."""
    if not label.startswith("xn--"):
        return False
    try:
        letters = [char for char in idna.ulabel(label) if char.isalpha()]
    except (idna.IDNAError, UnicodeError):
        return True
    scripts = {unicodedata.name(char, "?").split()[0] for char in letters}
    return len(scripts - {"CJK", "HIRAGANA", "KATAKANA"}) > 1 or all(char in TWINS for char in letters)


def public(number: str) -> bool:
    """Returns whether an IP address belongs to the public internet, also one that is hidden in another (IANA registries).

    >>> public("203.113.131.1"), public("169.254.169.254"), public("::ffff:10.0.0.1"), public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    try:
        found = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if found in TRANSLATED:
        return public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not (found.is_multicast or found.is_reserved) and not any(found in network for network in CLOSED)
