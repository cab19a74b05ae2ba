"""What web servers do that takes more than one answer: each a behaviour of an animal in the zoo."""

import asyncio
import zlib

from tests.network.pages import page, words
from tests.network.server import Behaviour, Visit

PATH = "/bai/1.html"


def says(*answer, **headers) -> Behaviour:
    """Returns a behaviour that always gives the same answer."""

    async def behaviour(visit: Visit) -> None:
        await visit.say(*answer, **headers)

    return behaviour


def leads(to: str, status: int = 301, title: str = "Đến nơi") -> Behaviour:
    """Returns a behaviour that redirects from our path and is a decent page elsewhere."""

    async def behaviour(visit: Visit) -> None:
        if visit.path == PATH:
            await visit.say(status, location=to)
        else:
            await visit.say(200, page(title))

    return behaviour


async def never_asked(visit: Visit) -> None:
    """What cannot be reached, or must not be, gets no request."""
    raise AssertionError(f"asked for {visit.path}")


async def decent(visit: Visit) -> None:
    """A page of the names that some animals lead to."""
    await visit.say(200, page("Trang của tên khác"))


async def packed_without_wrapper(visit):
    squeezed = zlib.compressobj(wbits=-15)
    await visit.say(200, squeezed.compress(page("Một trang nén").encode()) + squeezed.flush(), content_encoding="deflate")


async def chunked(visit):
    body = page("Một trang từng khúc").encode()
    sent = b"" if visit.method == "HEAD" else b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    await visit.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + sent)


async def no_head_405(visit):
    await visit.say(405 if visit.method == "HEAD" else 200, page("Không nhận HEAD"))


async def no_head_404(visit):
    await visit.say(404 if visit.method == "HEAD" else 200, page("HEAD nói không có"))


async def no_head_cut(visit):
    if visit.method == "HEAD":
        return visit.cut()
    await visit.say(200, page("HEAD bị cắt"))


async def error_then_fine(visit):
    await visit.say(503 if visit.before < 2 else 200, page("Khoẻ lại"))


async def cut_then_fine(visit):
    if visit.before < 2:
        return visit.cut()
    await visit.say(200, page("Nối lại được"))


async def busy_for_seconds(visit):
    if visit.before < 2:
        return await visit.say(429, retry_after="2")
    await visit.say(200, page("Chờ rồi vào được"))


async def busy_until_date(visit):
    if visit.before < 2:
        return await visit.say(429, retry_after="Thu, 07 May 2026 00:00:03 GMT")
    await visit.say(200, page("Chờ tới giờ rồi vào được"))


async def thick_file(visit):
    assert visit.method == "HEAD", "a film must not be fetched"
    await visit.say(200, kind="video/mp4", content_length="900000000")


async def huge_page(visit):
    await visit.say(200, page("Trang rất dài", words(400)), content_length="900000000")
    if visit.method == "GET":
        for _ in range(200):
            await visit.raw(b"<p>x</p>" * 4096)


async def sets_cookies(visit):
    assert "cookie" not in visit.headers
    await visit.say(200, page("Cho bánh quy"), set_cookie="id=1")


async def first_page_of_a_language(visit):
    if visit.path == "/":
        return await visit.say(302, location="/vi/")
    await visit.say(200, page("Trang chủ"))


async def moved_in_a_chain(visit):
    step = {PATH: "/bai/2.html", "/bai/2.html": "/bai/3.html", "/bai/3.html": "/bai/4.html"}.get(visit.path)
    await (visit.say(301, location=step) if step else visit.say(200, page("Cuối đường")))


async def soft_404_by_refresh(visit):
    if visit.path == "/":
        return await visit.say(200, page("Báo Một"))
    await visit.say(200, page("Đang chuyển", "Xin chờ", head='<meta http-equiv="Refresh" content="2;URL=/">'))


async def hangs_up(visit):
    return None


async def cuts(visit):
    visit.cut()


async def speaks_something_else(visit):
    await visit.raw(b"220 mail ready\r\n")


async def goes_in_a_circle(visit):
    await visit.say(302, location="/bai/2.html" if visit.path == PATH else PATH)


async def never_arrives(visit):
    await visit.say(302, location=f"/{visit.before}.html")


async def hangs(visit):
    await asyncio.sleep(60)


async def drips_headers(visit):
    await visit.raw(b"HTTP/1.1 200 OK\r\n")
    while True:
        await asyncio.sleep(0.2)
        await visit.raw(b"X-Drip: 1\r\n")


async def drips_words(visit):
    await visit.say(200, "<title>", content_length="9999999")
    while visit.method == "GET":
        await asyncio.sleep(0.2)
        await visit.raw(b".")


async def busy_for_an_hour(visit):
    assert visit.before == 0, "a server that asks for an hour is left alone"
    await visit.say(429, retry_after="3600")
