"""Tries to make the checker ask machines that nobody outside may reach (server-side request forgery, CWE-918)."""

import asyncio
import socket
from datetime import datetime, timezone
from random import Random

import pytest

from scripts.checks.network.answers import Answer
from scripts.checks.network.client import client
from scripts.checks.network.guard import public, refusal
from scripts.checks.network.resolver import NotPublic, PublicResolver, judged
from tests.network.pages import page
from tests.network.server import LoopbackResolver, Visit, Web
from tests.network.test_zoo import QUICK, sleep

FORMS = {
    "loopback by number": "http://127.0.0.1/",
    "loopback as one decimal": "http://2130706433/",
    "loopback in octal": "http://0177.0.0.1/",
    "loopback in hexadecimal": "http://0x7f000001/",
    "loopback in short": "http://127.1/",
    "loopback in full-width digits": "http://１２７．０．０．１/",
    "loopback in circled digits": "http://①②⑦.⓪.⓪.①/",
    "loopback of IPv6": "http://[::1]/",
    "IPv4 inside IPv6": "http://[::ffff:169.254.169.254]/",
    "IPv6 with a zone": "http://[fe80::1%25eth0]/",
    "nothing but zero": "http://0/",
    "metadata of a cloud": "http://169.254.169.254/latest/meta-data/",
    "metadata by name": "http://metadata.google.internal/",
    "localhost": "http://localhost/",
    "localhost with the dot of the root": "http://localhost./",
    "below localhost": "https://api.localhost/",
    "a printer": "http://printer.local/",
    "a router": "http://router.lan/",
    "a name without a dot": "http://intranet/",
    "a name and a password": "http://tongdai.vn@10.0.0.1/",
    "a user with a name like a host": "https://www.gov.vn:443@evil.vn/",
    "a port of a database": "http://tongdai.vn:6379/",
    "https at the port of http": "https://tongdai.vn:80/",
    "a backslash": "http://tongdai.vn\\@10.0.0.1/",
    "a tab in the middle": "http://tong\tdai.vn/",
    "a line end": "http://tongdai.vn/\r\nHost: 10.0.0.1",
    "a letter without width": "http://tong\u200bdai.vn/",
    "a file": "file:///etc/passwd",
    "another protocol": "gopher://tongdai.vn:70/_x",
    "code": "javascript:alert(1)",
    "data": "data:text/html,x",
    "no protocol": "//tongdai.vn/",
    "no host": "http:///x",
    "a percent in the host": "http://127%2e0.0.1/",
    "a port that is none": "http://tongdai.vn:99999/",
    "two dots": "http://tongdai..vn/",
    "Cyrillic letters among Latin ones": "https://gооgle.com/",
    "Cyrillic letters alone": "https://аррӏе.com/",
    "the same, as it travels": "https://xn--80ak6aa92e.com/",
    "a label that is no label": "https://xn--a.vn/",
    "an address of 3,000 letters": f"https://tongdai.vn/{'x' * 3000}",
}
PRIVATE = ["127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254",
           "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
           "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1",
           "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "192.88.99.1", "nonsense", ""]


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_no_form_of_a_private_address_is_followed(form: str) -> None:
    """The text of the address gives it away before anybody connects."""
    assert refusal(FORMS[form]).startswith("address-")


@pytest.mark.parametrize("address", ["https://www.bocongan.gov.vn/a?b=c", "http://tongdai111.vn", "https://a.vn:443/", "https://bảo-vệ.vn/",
                                     "https://россия.рф/", "https://例え.jp/ニュース", "https://tongdai.vn./", "https://a.vn/a%20b"])
def test_addresses_of_readers_are_followed(address: str) -> None:
    """The guard keeps nobody from an ordinary site, in any script."""
    assert refusal(address) == ""


@pytest.mark.parametrize("number", PRIVATE)
def test_numbers_that_are_not_public(number: str) -> None:
    """Private, shared, reserved, and hidden inside another."""
    assert not public(number)
    with pytest.raises(NotPublic):
        judged("name.vn", 80, [(socket.AF_INET, "8.8.8.8"), (socket.AF_INET, number)])


@pytest.mark.parametrize("number", ["8.8.8.8", "203.113.131.1", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_numbers_of_the_public_internet(number: str) -> None:
    """They are let through as they are."""
    assert public(number)
    assert judged("name.vn", 443, [(socket.AF_INET, number)])[0]["host"] == number


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "127.1", "2130706433"])
def test_the_resolver_judges_what_the_system_answers(name: str) -> None:
    """Also when the name slipped past the guard: whatever this machine calls it, loopback stays closed."""
    with pytest.raises(OSError):
        asyncio.run(PublicResolver().resolve(name, 80))


async def asked(web: Web, address: str, **more) -> Answer:
    """Returns what the client brings back from an address."""
    async with client("test", QUICK, Random(1), lambda: datetime(2026, 5, 7, tzinfo=timezone.utc), sleep=sleep, **more) as asks:
        return await asks.ask(address)


INWARD = ["http://127.0.0.1:{port}/secret", "http://localhost/secret", "http://2130706433/", "http://[::ffff:7f00:1]/", "//127.1/",
          "http://printer.vn/", "file:///etc/passwd", "http://user@a.vn/", "http://a.vn:22/", "http://169.254.169.254/", "http://0/",
          "http://metadata.google.internal/"]


@pytest.mark.parametrize("target", INWARD)
def test_no_redirect_leads_inside(target: str) -> None:
    """Twelve forms of request forgery through a redirect: none brings a second request to this machine."""

    async def redirect(visit: Visit) -> None:
        secret = visit.path == "/secret" or visit.headers["host"] != "outside.vn"
        await (visit.say(200, page("secret")) if secret else visit.say(302, location=target.format(port=web.ports[80])))

    with Web({"outside.vn": redirect, "printer.vn": redirect}) as web:
        answer = asyncio.run(asked(web, "http://outside.vn/", resolver=LoopbackResolver(web, {"printer.vn": "192.168.1.9"})))
        assert answer.trouble in ("redirect-unsafe", "host-private") and answer.text.title == ""
        assert web.asked == {"outside.vn": 1}


def test_the_client_that_users_get_never_asks_this_machine() -> None:
    """Without the tests' resolver, a name of this machine is refused, whatever listens here."""
    with Web({"localhost": None}) as web:
        answer = asyncio.run(asked(web, "http://localhost/"))
        assert answer.trouble == "address-local" and not web.asked
