"""Turns a host name into numbers and refuses those that don't belong to the public internet.

The connection is made to exactly the numbers that were judged here, so a name that answers differently the second time
(DNS rebinding) gains nothing.
"""

import asyncio
import socket

from aiohttp.abc import AbstractResolver, ResolveResult

from .guard import public


class NotPublic(OSError):
    """A host name that stands for a machine nobody outside can reach, or should."""


class PublicResolver(AbstractResolver):
    """Looks names up with the operating system and lets only public numbers through."""

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """Returns where to connect. Raises NotPublic when any number of the host is not public, OSError when there is none."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=socket.AI_ADDRCONFIG)
        numbers = [(kind, str(address[0])) for kind, *_, address in found]
        return judged(host, port, numbers)

    async def close(self) -> None:
        """Nothing is held open."""


def judged(host: str, port: int, numbers: list[tuple[int, str]]) -> list[ResolveResult]:
    """Returns the numbers as places to connect to. Raises NotPublic when one of them is not public.

    All are refused together: a name that stands for a public and a private machine at once is not an accident.
    """
    for _, number in numbers:
        if not public(number):
            raise NotPublic(f"{host} is {number}")
    return [ResolveResult(hostname=host, host=number, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
            for family, number in numbers]
