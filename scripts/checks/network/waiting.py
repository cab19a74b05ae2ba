"""Knows how long to wait before asking again: what the server asks for comes first, else pauses that grow.

A checker that knocks harder the busier a server is belongs to the trouble; a hotline's page may be busy for a reason.
"""

from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from random import Random

from .limits import Limits


def asked_for(value: str, now: datetime) -> float:
    """Returns the seconds a `Retry-After` asks for, as seconds or as a date (RFC 9110, 10.2.3); 0 when it says nothing.

    >>> asked_for("120", datetime(2026, 1, 1)), asked_for("soon", datetime(2026, 1, 1)), asked_for("-5", datetime(2026, 1, 1))
    (120.0, 0.0, 0.0)
    """
    if value.strip().isascii() and value.strip().isdigit():
        return float(value.strip()[:9])
    try:
        moment = parsedate_to_datetime(value.strip())
    except (TypeError, ValueError, IndexError):
        return 0.0
    moment, now = (each if each.tzinfo else each.replace(tzinfo=timezone.utc) for each in (moment, now))
    return max(0.0, (moment - now).total_seconds())


def growing(attempt: int, limits: Limits, random: Random) -> float:
    """Returns the pause after the `attempt`-th try, a little different each time, so that programs don't knock in step."""
    return limits.pause * limits.growth ** (attempt - 1) * (1 + random.random() / 2)
