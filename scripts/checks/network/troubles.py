"""Names what went wrong on the way to an answer, so that each failure is judged for what it is.

"Could not connect" hides the difference between a dead host, a block for foreigners and a forgotten certificate.
"""

import asyncio
import errno
import socket
import ssl

import aiohttp

from .resolver import NotPublic

# X509_V_ERR_… of OpenSSL (x509_vfy.h): not yet valid, expired, self-signed, and a name or address that doesn't match.
CERTIFICATES = {9: "certificate-expired", 10: "certificate-expired", 18: "certificate-self-signed",
                62: "certificate-host", 64: "certificate-host"}
UNKNOWN_HOST = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}
# In this order, because a later class may be the parent of an earlier one.
KINDS = ((aiohttp.ClientConnectorCertificateError, ""), (aiohttp.ClientSSLError, "tls"), (ssl.SSLError, "tls"),
         (asyncio.TimeoutError, "timeout"), (aiohttp.ServerDisconnectedError, "answer-empty"),
         (aiohttp.ClientPayloadError, "answer-cut"), (OSError, ""), (aiohttp.ClientError, "answer-garbled"),
         (ValueError, "answer-garbled"))
MET = tuple(kind for kind, _ in KINDS)


def trouble(error: BaseException) -> str:
    """Returns the name of what went wrong, one of `judge.TROUBLES`."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        code = getattr(error.certificate_error, "verify_code", 0)
        return CERTIFICATES.get(code, "certificate-chain")
    return next(name for kind, name in KINDS if isinstance(error, kind)) or _of_the_system(error)


def _of_the_system(error: BaseException) -> str:
    cause = getattr(error, "os_error", error)
    if isinstance(cause, NotPublic):
        return "host-private"
    if isinstance(cause, socket.gaierror):
        return "host-unknown" if cause.errno in UNKNOWN_HOST else "dns"
    number = getattr(cause, "errno", None)
    if number in (errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED) or isinstance(cause, ConnectionResetError):
        return "reset"
    # No way to the host at all is what our own side's network trouble looks like.
    return "timeout" if number in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ETIMEDOUT, errno.ENETDOWN) else "refused"
