"""Knows the numbers that no page may print today, worked out once for a whole project; see `facts/out_of_service`."""

from ..facts import out_of_service
from ..facts.out_of_service import name_of, numbers_of, without
from .once import once

silenced = once(out_of_service.silenced)

__all__ = ["name_of", "numbers_of", "silenced", "without"]
