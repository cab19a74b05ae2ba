"""How patient, how polite and how sure the check of outside links is: every number, with its reason.

Tests hand in smaller pauses; nothing on the command line changes them, so that nobody can make the check rude.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Seconds, bytes, tries and days."""

    # One request at a time for each host, and this long between two: a reader clicks faster than that.
    pause: float = 2.0
    # Hosts asked at the same time. The connection of a school or of a CI machine bears it; no single host notices.
    hosts: int = 8
    # A page that shows nothing for 20 s is lost for most readers; slow ministries answer within 10.
    connect: float = 10.0
    read: float = 20.0
    # One address, all its tries, redirects and pauses together; a page that drips a byte a second ends here.
    total: float = 90.0
    # The whole run. A weekly job that takes longer is told as cut off, never left hanging.
    run: float = 45 * 60.0
    # Three tries with pauses that grow (about 2, then 6 s) outlast a restart of a server and are no burden.
    tries: int = 3
    growth: float = 3.0
    # A server that asks us to wait longer than this is left alone until the next run.
    patience: float = 30.0
    # Browsers stop at 20 redirects; a chain of more than 8 is a fault.
    redirects: int = 8
    # Titles and words of any page we link to are within its first 1 MB; unpacked it may be four times that.
    bytes: int = 1_000_000
    unpacked: int = 4_000_000
    # A host that fails one day in five would fail 7 days in a row about once in 78,000 weeks; a dead one is told
    # on the seventh daily look.
    failures: int = 7
    days: int = 6
    # A page that lost three quarters of its words since it was last seen is no longer what we linked to.
    shrunken: float = 0.25
    # Pages this short have no words to lose, nor enough to tell two of them apart.
    short: int = 40
    # A random address beside ours that answers with a page this much the same tells that "found" means nothing there.
    alike: float = 0.9
    # Two titles that share less than this part of their words are different titles.
    title: float = 0.3
    # That a link works is written down again only after this many days, so that a weekly run changes few lines.
    renew: int = 90


LIMITS = Limits()
