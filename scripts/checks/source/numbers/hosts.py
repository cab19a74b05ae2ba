"""Judges the host of an address: is it the registry's, does it only look like it, does it hide where it leads?

A page may name the hosts of its sources and those that the owners list; every other one is refused,
because nobody can tell a reader whether a stranger's form is safe.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from ....facts.pages.slug import unaccented
from ....facts.place import texts
from ....facts.project import Project
from ....facts.words.wording import lists_of, signal_phrases
from . import vocabulary
from .characters import as_latin
from .known import Known, Owner, host_of, known as registry, one_slip, same_url

SECOND_LEVEL = {"com", "net", "org", "gov", "edu", "co", "ac", "info", "name", "biz", "health", "int", "pro", "or",
                "go", "ne", "gob", "gouv", "mil", "sch", "nhs", "police"}
# Registries that give these names only to states, treaty bodies and schools.
RESTRICTED = re.compile(r"(?:\A|\.)(?:gov|int|edu|mil|(?:gov|go|gob|gouv|edu|ac|mil)\.[a-z]{2})\Z")
SHORTENERS = frozenset(
    "bit.ly tinyurl.com goo.gl t.co is.gd v.gd ow.ly buff.ly cutt.ly rebrand.ly rb.gy shorturl.at shorte.st adf.ly "
    "s.id tiny.cc bl.ink soo.gd t.ly lnkd.in qr.ae qrco.de by.com.vn bom.so s.net.vn link1s.com gg.gg x.gd surl.li "
    "short.gy dub.co da.gd u.to clck.ru ift.tt trib.al me2.do han.gl urlzs.com tr.ee shope.ee vn.link g.co youtu.be "
    "amzn.to fb.watch spoti.fi zcu.io l.ink hoy.kr chilp.it tini.to 1link.in page.link app.link onelink.me".split())
# Where a reader would write to somebody; nobody quotes such an address, not even broken up.
CHATS = frozenset(
    "zalo.me zaloapp.com oa.zalo.me m.me t.me telegram.me telegram.dog telegram.org wa.me whatsapp.com viber.com "
    "viber.click line.me lin.ee fb.com fb.me facebook.com messenger.com instagram.com instagr.am tiktok.com threads.net "
    "x.com twitter.com discord.gg discord.com discordapp.com skype.com signal.me signal.group wechat.com "
    "weixin.qq.com snapchat.com".split())
# Where anybody opens an account, a group, a form or a page under a name of their choice.
ANYBODY = CHATS | frozenset(
    "youtube.com pinterest.com reddit.com linkedin.com linktr.ee beacons.ai bio.link carrd.co taplink.cc "
    "forms.gle docs.google.com drive.google.com sites.google.com forms.office.com typeform.com jotform.com "
    "surveymonkey.com blogspot.com wordpress.com weebly.com wixsite.com github.io gitlab.io netlify.app vercel.app "
    "pages.dev web.app firebaseapp.com herokuapp.com glitch.me notion.site medium.com substack.com gofile.io "
    "mediafire.com".split())
LEADS_ON = re.compile(r"(?i)(?:[?&;](?:url|u|q|to|go|goto|link|target|redirect|redirect_uri|redirect_url|return|"
                      r"returnurl|next|dest|destination|continue|out|r|l)=(?:[a-z]+:)?(?://|www\.|[^&]*://))|"
                      r"[?&;](?:url|u|to|go|goto|link|target|redirect|redirect_uri|redirect_url|return|returnurl|next|dest|"
                      r"destination|continue)=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w.])|"
                      r"[/?=&](?:https?:/|hxxps?:/)|\.\w+/https?[:/]")
NUMERIC = re.compile(r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]+|[0-9]+)){0,3}\Z|\[.*\]\Z")


@dataclass
class Hosts:
    """What a project lets a page name (`named`; `vouched` are the hosts of sources that the registry cites), and what it must not imitate."""

    known: Known
    named: frozenset[str] = frozenset()
    vouched: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    allowed: tuple[tuple[str, str], ...] = ()
    brands: list[tuple[str, str, str]] = field(default_factory=list)
    domains: dict[str, Owner] = field(default_factory=dict)
    scam: frozenset[tuple[str, ...]] = frozenset()


def hosts(project: Project) -> Hosts:
    """Returns the hosts of a project: of its registry, its sources, its own address, and the owners' list."""
    found = Hosts(registry(project))
    own = [host_of(url) for url in (project.settings.address, project.settings.repository) if url]
    sources = {id: host_of(entry["url"]) for id, entry in project.entries("sources").items()
               if isinstance(entry, dict) and isinstance(entry.get("url"), str)}
    found.scam = signal_phrases(lists_of(project, "private").get("scam"))
    found.own = frozenset(host for host in own if host)
    found.named = found.own.union(filter(None, sources.values()))
    found.vouched = frozenset(sources[id] for contact in project.contacts.values() for id in contact.sources if id in sources)
    for host, owner in found.known.hosts.items():
        found.domains.setdefault(domain_of(host), owner)
    protected = {domain_of(host): host for host in (*found.known.hosts, *own[:1]) if host and host.isascii() and "xn--" not in host}  # one with odd letters is the imitation
    found.brands = [(skeleton(domain.partition(".")[0]), domain, host) for domain, host in protected.items()]
    found.allowed = tuple(
        (entry["value"].lower(), path) for entry in project.entries("allowed").values()
        if isinstance(entry, dict) and isinstance(entry.get("value"), str) and "." in entry["value"]
        for path in texts(entry.get("in")))
    return found


def domain_of(host: str) -> str:
    """Returns the part of a host that somebody registered.

    >>> domain_of("www.a.gov.vn"), domain_of("help.roblox.com")
    ('a.gov.vn', 'roblox.com')
    """
    labels = host.split(".")
    wide = len(labels[-1]) == 2 and bool(SECOND_LEVEL.intersection(labels[-2:-1]))
    return ".".join(labels[-3 if wide else -2:])


@lru_cache(maxsize=4096)
def skeleton(label: str) -> str:
    """Returns a label in letters that no eye can tell apart any more (Unicode TR 39, and rn for m).

    >>> skeleton("faceb00k") == skeleton("facebook"), skeleton("rneta") == skeleton("meta")
    (True, True)
    """
    if label.startswith("xn--"):
        try:
            label = label[4:].encode("ascii", "ignore").decode("punycode")
        except (UnicodeError, OverflowError, ValueError):
            return label
    plain = unaccented(as_latin(unicodedata.normalize("NFKC", label)).casefold())
    plain = plain.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("-", "").replace("_", "")
    return plain.translate(str.maketrans("015389!|ij", "olsebgllll"))


LURING = re.compile(rf"(?:{vocabulary.one_of(map(skeleton, vocabulary.plain('luring')))})+\Z")  # beside a name, as a skeleton


def disguise(address: str, host: str, netloc: str) -> str:
    """Returns in words how an address hides where it leads, or an empty string."""
    if "@" in netloc:
        return "has a name before “@”, which is not the host that it opens"
    if NUMERIC.match(host):
        return "is a bare number instead of a name, so nobody can tell whose it is"
    if re.search(r":(?!80\Z|443\Z|\Z)", netloc):
        return "names a port, which official addresses do not"
    if not host.isascii() or "xn--" in host:
        return "has letters from other alphabets in its host"
    if host in SHORTENERS or domain_of(host) in SHORTENERS:
        return "is a short link, so nobody sees where it leads"
    if LEADS_ON.search(unquote(address.partition("://")[2])):
        return "leads on to another address"
    return ""


def imitated(host: str, known: Hosts) -> str:
    """Returns the host of the registry that a host only looks like, or an empty string.

    A host of the registry, or below one, or of a source that the registry cites, may have the name of the site itself in its own.
    """
    own = domain_of(host)
    registered = own.isascii() and (own in known.domains or host in known.vouched)
    labels = (host.removesuffix(own) if RESTRICTED.search(own) else host.rpartition(".")[0]).split(".")
    for shape, domain, original in known.brands:
        if own == domain or not shape or registered and original in known.own:
            continue
        for label in labels:
            if _alike(label, shape, host in known.named):
                return original
    return ""


def alike(host: str, original: str) -> bool:
    """Returns whether a host, which is not below the domain of another, looks like it."""
    shape = skeleton(domain_of(original).partition(".")[0])
    return domain_of(host) != domain_of(original) and any(_alike(label, shape, False) for label in host.split(".")[:-1])


@lru_cache(maxsize=4096)
def _alike(label: str, shape: str, named: bool) -> bool:
    """Returns whether a label has the shape of a name; other words may be joined to it in the host of a source, but not those that lure."""
    pieces, whole = [skeleton(piece) for piece in label.split("-")], skeleton(label)
    if shape in pieces or shape == whole:
        return True
    if len(shape) >= 5 and shape in whole and (not named or LURING.match(whole.replace(shape, ""))):
        return True
    return len(shape) >= 6 and any(one_slip(piece, shape) for piece in (*pieces, whole))


def nameable(host: str, path: str, known: Hosts) -> bool:
    """Returns whether the file at `path` may name a host."""
    return host in known.named or bool(RESTRICTED.search(host)) or listed(host, path, known)


def listed(host: str, path: str, known: Hosts) -> bool:
    """Returns whether the owners let the file at `path` name a host or one below it."""
    return any((host == value or host.endswith(f".{value}")) and path.startswith(prefix)
               for value, prefix in known.allowed)


def anybody(host: str) -> bool:
    """Returns whether anybody can open a page under this host."""
    return any(part in ANYBODY for part in _parents(host))


def _parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels))]


def owner_of(address: str, host: str, known: Hosts) -> Owner | None:
    """Returns the entry of the registry that an address belongs to: the same address, host, or domain."""
    registry_ = known.known
    return registry_.urls.get(same_url(address)) or registry_.hosts.get(host) or known.domains.get(domain_of(host))
