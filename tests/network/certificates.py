"""Certificates for the made-up web: good ones, and one of each kind that browsers stop at."""

import ssl
from collections.abc import Iterable
from datetime import datetime, timezone

import trustme


class Certificates:
    """The certificates of the zoo, made by an authority that only the tests trust."""

    def __init__(self, hosts: Iterable[str]):
        self.authority, self.stranger = trustme.CA(), trustme.CA()
        self.by_host = {host: self._context(self.authority.issue_cert(host)) for host in hosts}
        past = datetime(2020, 1, 1, tzinfo=timezone.utc), datetime(2020, 2, 1, tzinfo=timezone.utc)
        self.by_host["expired.vn"] = self._context(
            self.authority.issue_cert("expired.vn", not_before=past[0], not_after=past[1]))
        self.by_host["certificate-of-another.vn"] = self._context(self.authority.issue_cert("another.vn"))
        self.by_host["unknown-issuer.vn"] = self._context(self.stranger.issue_cert("unknown-issuer.vn"))
        middle = self.authority.create_child_ca().issue_cert("chain-without-its-middle.vn")
        self.by_host["chain-without-its-middle.vn"] = self._context(middle, whole=False)
        self.by_host["self-signed.vn"] = self._own()

    def trusted(self) -> ssl.SSLContext:
        """Returns what the client trusts: this authority and nobody else, everything else as strict as ever."""
        context = ssl.create_default_context(cafile=None, cadata=self.authority.cert_pem.bytes().decode())
        return context

    def _context(self, certificate: trustme.LeafCert, whole: bool = True) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if whole:
            certificate.configure_cert(context)
            return context
        pem = certificate.private_key_pem.bytes() + certificate.cert_chain_pems[0].bytes()
        return _loaded(context, pem)

    def _own(self) -> ssl.SSLContext:
        own = trustme.CA()
        return _loaded(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), own.private_key_pem.bytes() + own.cert_pem.bytes())


def _loaded(context: ssl.SSLContext, pem: bytes) -> ssl.SSLContext:
    with trustme.Blob(pem).tempfile() as path:
        context.load_cert_chain(path)
    return context
