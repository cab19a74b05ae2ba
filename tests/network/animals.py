"""The zoo: every way in which a web server behaves or misbehaves, each with the state that an honest check must give it.

Each animal is looked at with six days of failure behind it, so that one more makes it broken; what works or cannot be
told must still be told as that.
"""

import asyncio
import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from scripts.checks.network.addresses import Harm, Outside
from scripts.checks.network.history import Memory
from scripts.checks.network.judge import BROKEN, CHANGED, MOVED, OK, UNSURE
from scripts.checks.network.owner import host_of
from tests.network.pages import page, words
from tests.network.server import Behaviour, Visit

PATH = "/bai/1.html"
SIX_DAYS = Memory(trouble="status", since="2026-05-01", last="2026-05-06", failures=6)
FINE = Memory(fine="2026-05-01", kind="text/html", title="Tổng đài trẻ em", language="vi", words=121)
ANIMALS: list["Animal"] = []


@dataclass(frozen=True)
class Animal:
    """A host, what it does, and what must be said of it. `everywhere`: it does so at every path, not only at ours."""

    name: str
    state: str
    reason: str
    behaviour: Behaviour
    address: str
    memory: Memory = SIX_DAYS
    anchors: frozenset = frozenset()
    registry: bool = False
    everywhere: bool = False

    @property
    def host(self) -> str:
        """Returns the name of the host."""
        return host_of(self.address)

    @property
    def outside(self) -> Outside:
        """Returns the address as the project would know it."""
        return Outside(self.address, Harm.CRISIS if self.registry else Harm.CITED, (), self.anchors, self.registry)


def animal(state: str, reason: str = "", path: str = PATH, scheme: str = "http", address: str = "", **more) -> Callable:
    """Makes an animal of a behaviour; its host has the behaviour's name."""

    def make(behaviour: Behaviour) -> Behaviour:
        name = behaviour.__name__.replace("_", "-")
        ANIMALS.append(Animal(name, state, reason, behaviour, address or f"{scheme}://{name}.vn{path}", **more))
        return behaviour

    return make


def leads(to: str, status: int = 301, title: str = "Đến nơi") -> Behaviour:
    """Returns a behaviour that redirects from our path and is a decent page elsewhere."""

    async def behaviour(visit: Visit) -> None:
        if visit.path == PATH:
            await visit.say(status, location=to)
        else:
            await visit.say(200, page(title))

    return behaviour


# --- fine ------------------------------------------------------------------------------------------------------------

@animal(OK)
async def plain(visit):
    await visit.say(200, page("Một trang bình thường"))


@animal(OK, scheme="https")
async def secure(visit):
    await visit.say(200, page("Một trang có chứng chỉ tốt"))


@animal(OK, path="/")
async def first_page_everywhere(visit):
    await visit.say(200, page("Trang chủ của một hội"))


@animal(OK)
async def wrong_charset(visit):
    await visit.say(200, page("Tổng đài trẻ em"), kind="text/html; charset=iso-8859-1")


@animal(OK)
async def unknown_charset(visit):
    await visit.say(200, page("Tổng đài trẻ em"), kind="text/html; charset=klingon")


@animal(OK)
async def no_content_type(visit):
    await visit.say(200, page("Một trang"), kind="")


@animal(OK)
async def packed(visit):
    await visit.say(200, gzip.compress(page("Một trang nén").encode()), content_encoding="gzip")


@animal(OK)
async def packed_without_wrapper(visit):
    squeezed = zlib.compressobj(wbits=-15)
    await visit.say(200, squeezed.compress(page("Một trang nén").encode()) + squeezed.flush(), content_encoding="deflate")


@animal(OK)
async def chunked(visit):
    body = page("Một trang từng khúc").encode()
    sent = b"" if visit.method == "HEAD" else b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    await visit.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + sent)


@animal(OK)
async def no_head_405(visit):
    await visit.say(405 if visit.method == "HEAD" else 200, page("Không nhận HEAD"))


@animal(OK)
async def no_head_404(visit):
    await visit.say(404 if visit.method == "HEAD" else 200, page("HEAD nói không có"))


@animal(OK)
async def no_head_cut(visit):
    if visit.method == "HEAD":
        return visit.cut()
    await visit.say(200, page("HEAD bị cắt"))


@animal(OK)
async def error_then_fine(visit):
    await visit.say(503 if visit.before < 2 else 200, page("Khoẻ lại"))


@animal(OK)
async def cut_then_fine(visit):
    if visit.before < 2:
        return visit.cut()
    await visit.say(200, page("Nối lại được"))


@animal(OK)
async def busy_for_seconds(visit):
    if visit.before < 2:
        return await visit.say(429, retry_after="2")
    await visit.say(200, page("Chờ rồi vào được"))


@animal(OK)
async def busy_until_date(visit):
    if visit.before < 2:
        return await visit.say(429, retry_after="Thu, 07 May 2026 00:00:03 GMT")
    await visit.say(200, page("Chờ tới giờ rồi vào được"))


@animal(OK)
async def thick_file(visit):
    assert visit.method == "HEAD", "a film must not be fetched"
    await visit.say(200, kind="video/mp4", content_length="900000000")


@animal(OK)
async def huge_page(visit):
    await visit.say(200, page("Trang rất dài", words(400)), content_length="900000000")
    if visit.method == "GET":
        for _ in range(200):
            await visit.raw(b"<p>x</p>" * 4096)


@animal(OK)
async def length_too_long(visit):
    await visit.say(200, page("Báo sai độ dài"), content_length="99999")


@animal(OK)
async def sets_cookies(visit):
    assert "cookie" not in visit.headers
    await visit.say(200, page("Cho bánh quy"), set_cookie="id=1")


@animal(OK)
async def about_missing_children(visit):
    await visit.say(200, page("Cha mẹ không tìm thấy con sau buổi học, công an vào cuộc - Báo Một"))


@animal(OK)
async def long_about_dead_links(visit):
    await visit.say(200, page("Khi liên kết hỏng", words(300) + " trang không tồn tại " + words(50)))


@animal(OK, anchors=frozenset({"goi", "tên cũ"}))
async def anchors_there(visit):
    await visit.say(200, page("Có đủ chỗ", more='<h2 id="goi">Gọi</h2><a name="tên cũ"></a>'))


@animal(OK)
async def for_now_elsewhere(visit):
    await leads("/bai/tam.html", 302)(visit)


@animal(OK, path="/")
async def first_page_of_a_language(visit):
    if visit.path == "/":
        return await visit.say(302, location="/vi/")
    await visit.say(200, page("Trang chủ"))


@animal(OK, memory=FINE, registry=True)
async def as_remembered(visit):
    await visit.say(200, page("Tổng đài trẻ em"))


@animal(OK, memory=FINE)
async def news_with_new_title(visit):
    await visit.say(200, page("Ba việc cha mẹ cần làm hôm nay"))


@animal(OK)
async def shows_itself_again(visit):
    await visit.say(200, page("Tự tải lại", head=f'<meta http-equiv="refresh" content="0; url={PATH}">'))


@animal(OK)
async def odd_headers(visit):
    await visit.say(200, page("Đầu lạ"), x_odd="\xe9" * 3, retry_after="soon")


# --- moved -----------------------------------------------------------------------------------------------------------

@animal(MOVED, "permanent")
async def moved_301(visit):
    await leads("/bai/moi.html", 301)(visit)


@animal(MOVED, "permanent")
async def moved_308(visit):
    await leads("/bai/moi.html", 308)(visit)


@animal(MOVED, "permanent")
async def moved_to_https(visit):
    await leads("https://www.moved-to-https.vn/bai/1.html?x=1")(visit)


@animal(MOVED, "permanent")
async def moved_in_a_chain(visit):
    step = {PATH: "/bai/2.html", "/bai/2.html": "/bai/3.html", "/bai/3.html": "/bai/4.html"}.get(visit.path)
    await (visit.say(301, location=step) if step else visit.say(200, page("Cuối đường")))


# --- broken: no reader gets through ----------------------------------------------------------------------------------

@animal(BROKEN, "gone")
async def not_found_404(visit):
    await visit.say(404, page("404"))


@animal(BROKEN, "gone")
async def gone_410(visit):
    await visit.say(410)


@animal(BROKEN, "status")
async def error_500(visit):
    await visit.say(500, "trace")


@animal(BROKEN, "status")
async def error_503(visit):
    await visit.say(503)


@animal(BROKEN, "status")
async def bad_request_400(visit):
    await visit.say(400)


@animal(BROKEN, "says-missing", everywhere=True)
async def soft_404_vietnamese(visit):
    await visit.say(200, page("Không tìm thấy trang | Báo Một"))


@animal(BROKEN, "says-missing")
async def soft_404_old_spelling(visit):
    await visit.say(200, page("Báo Một", "Bài viết này đã bị xóa. Nội dung bạn tìm không còn."))


@animal(BROKEN, "says-missing")
async def soft_404_english(visit):
    await visit.say(200, page("Example", "Sorry, the page you’re looking for isn’t here.", language="en"))


@animal(BROKEN, "to-home")
async def soft_404_to_home(visit):
    await leads("/", 302, "Báo Một: tin mới")(visit)


@animal(BROKEN, "to-home")
async def soft_404_to_home_with_a_name(visit):
    await leads("/trang-chu.html", 301)(visit)


@animal(BROKEN, "like-any-other", everywhere=True)
async def soft_404_like_any_other(visit):
    await visit.say(200, page("Báo Một - tin nhanh"))


@animal(BROKEN, "to-home")
async def soft_404_by_refresh(visit):
    if visit.path == "/":
        return await visit.say(200, page("Báo Một"))
    await visit.say(200, page("Đang chuyển", "Xin chờ", head='<meta http-equiv="Refresh" content="2;URL=/">'))


@animal(BROKEN, "empty-page")
async def empty_page(visit):
    await visit.say(200)


@animal(BROKEN, "answer-empty")
async def hangs_up(visit):
    return None


@animal(BROKEN, "reset")
async def cuts(visit):
    visit.cut()


@animal(BROKEN, "answer-garbled")
async def speaks_something_else(visit):
    await visit.raw(b"220 mail ready\r\n")


@animal(BROKEN, "answer-garbled")
async def says_packed_and_is_not(visit):
    await visit.say(200, page("Không nén"), content_encoding="gzip")


@animal(BROKEN, "answer-cut")
async def ends_early(visit):
    await visit.say(200, "<title>Nửa", content_length="5000")


@animal(BROKEN, "redirect-loop")
async def goes_in_a_circle(visit):
    await visit.say(302, location="/bai/2.html" if visit.path == PATH else PATH)


@animal(BROKEN, "redirect-many")
async def never_arrives(visit):
    await visit.say(302, location=f"/{visit.before}.html")


@animal(BROKEN, "redirect-nowhere")
async def leads_nowhere(visit):
    await visit.say(302)


@animal(BROKEN, "refused")
async def refuses(visit):
    raise AssertionError("nobody listens there")


@animal(BROKEN, "host-unknown", address="https://nobody-of-this-name.vn/x")
async def unknown_host(visit):
    raise AssertionError("it has no name")


@animal(BROKEN, "host-private", address="http://printer-of-the-office.vn/")
async def private_host(visit):
    raise AssertionError("nobody may be asked there")


@animal(BROKEN, "certificate-expired", scheme="https")
async def expired(visit):
    raise AssertionError("no request over a connection that is not safe")


@animal(BROKEN, "certificate-host", scheme="https")
async def certificate_of_another(visit):
    raise AssertionError("no request over a connection that is not safe")


@animal(BROKEN, "certificate-self-signed", scheme="https")
async def self_signed(visit):
    raise AssertionError("no request over a connection that is not safe")


@animal(BROKEN, "address-port", address="http://odd-port.vn:8080/")
async def odd_port(visit):
    raise AssertionError("nobody may be asked there")


@animal(BROKEN, "address-number", address="http://0x7f.1/latest/meta-data")
async def number_of_a_machine(visit):
    raise AssertionError("nobody may be asked there")


# --- cannot be told from here ----------------------------------------------------------------------------------------

@animal(UNSURE, "timeout")
async def hangs(visit):
    await asyncio.sleep(60)


@animal(UNSURE, "timeout")
async def drips_headers(visit):
    await visit.raw(b"HTTP/1.1 200 OK\r\n")
    while True:
        await asyncio.sleep(0.2)
        await visit.raw(b"X-Drip: 1\r\n")


@animal(UNSURE, "timeout")
async def drips_words(visit):
    await visit.say(200, "<title>", content_length="9999999")
    while visit.method == "GET":
        await asyncio.sleep(0.2)
        await visit.raw(b".")


@animal(UNSURE, "dns", address="http://silent-dns.vn/x")
async def silent_dns(visit):
    raise AssertionError("its name servers sleep")


@animal(UNSURE, "certificate-chain", scheme="https")
async def unknown_issuer(visit):
    raise AssertionError("no request over a connection that is not safe")


@animal(UNSURE, "certificate-chain", scheme="https")
async def chain_without_its_middle(visit):
    raise AssertionError("no request over a connection that is not safe")


@animal(UNSURE, "tls", scheme="https")
async def no_encryption(visit):
    raise AssertionError("no request over a connection that is not safe")


@animal(UNSURE, "robots")
async def forbidden_403(visit):
    await visit.say(403, "Forbidden")


@animal(UNSURE, "robots")
async def status_999(visit):
    await visit.say(999)


@animal(UNSURE, "login")
async def unauthorised_401(visit):
    await visit.say(401, www_authenticate="Basic")


@animal(UNSURE, "robots")
async def wall_503(visit):
    await visit.say(503, page("Just a moment...", "Checking your browser", "en"))


@animal(UNSURE, "robots")
async def wall_200(visit):
    await visit.say(200, page("Báo Một", "Vui lòng xác minh bạn là con người để tiếp tục."))


@animal(UNSURE, "asked-to-wait")
async def busy_for_an_hour(visit):
    assert visit.before == 0, "a server that asks for an hour is left alone"
    await visit.say(429, retry_after="3600")


@animal(UNSURE, "asked-to-wait")
async def busy_without_end(visit):
    await visit.say(429)


@animal(UNSURE, "abroad")
async def legal_451(visit):
    await visit.say(451)


@animal(UNSURE, "abroad")
async def abroad_403(visit):
    await visit.say(403, page("Thông báo", "Trang này không hỗ trợ truy cập từ nước ngoài."))


@animal(UNSURE, "abroad")
async def abroad_200(visit):
    await visit.say(200, page("Notice", "This content is not available in your country.", "en"))


@animal(UNSURE, "login")
async def login_wall(visit):
    await leads("/login.php?next=1", 302, "Đăng nhập")(visit)


@animal(UNSURE, "cookies")
async def cookie_wall(visit):
    await visit.say(302, location=PATH, set_cookie="seen=1")


@animal(UNSURE, "cookies")
async def consent_wall(visit):
    await leads("http://consent.consent-wall.vn/m?continue=1", 302, "Trước khi tiếp tục")(visit)


@animal(UNSURE, "cookies")
async def cookie_page(visit):
    await visit.say(200, page("Before you continue", "We use cookies.", "en"))


@animal(UNSURE, "answer-bomb")
async def gzip_bomb(visit):
    await visit.say(200, gzip.compress(b"<p>" + b"0" * 50_000_000), content_encoding="gzip")


@animal(UNSURE, "needs-scripts", everywhere=True)
async def only_scripts(visit):
    await visit.say(200, '<title>Ứng dụng</title><div id="root"></div><script src="/app.js"></script>')


# --- another page, or another's ----------------------------------------------------------------------------------------

@animal(CHANGED, "parked", everywhere=True)
async def parked_english(visit):
    await visit.say(200, page("parked-english.vn", "This domain is for sale! Related searches: loans, phones.", "en"))


@animal(CHANGED, "parked")
async def parked_vietnamese(visit):
    await visit.say(200, page("Tên miền parked-vietnamese.vn đang bán", "Tên miền này đã hết hạn."))


@animal(CHANGED, "hijacked", registry=True)
async def hijacked(visit):
    await visit.say(200, page("Nhà cái uy tín số 1: casino, nổ hũ, tài xỉu"))


@animal(CHANGED, "hijacked", memory=FINE)
async def hijacked_in_part(visit):
    await visit.say(200, page("SLOT GACOR 2026", language="en"))


@animal(CHANGED, "title-language-other", memory=FINE)
async def other_title_and_language(visit):
    await visit.say(200, page("Cheap shoes online", language="en"))


@animal(CHANGED, "title-other", memory=FINE, registry=True)
async def other_title_in_the_registry(visit):
    await visit.say(200, page("Công ty xây dựng Hoàng Gia"))


@animal(CHANGED, "owner-other")
async def another_owner(visit):
    await leads("http://somebody-else.vn/bai/1.html")(visit)


@animal(CHANGED, "owner-other", address="http://one.edu.vn/bai/1.html")
async def another_owner_under_one_suffix(visit):
    await leads("http://two.edu.vn/bai/1.html")(visit)


@animal(CHANGED, "insecure", scheme="https")
async def to_http(visit):
    await visit.say(301, location="http://www.to-http.vn/bai/2.html")


@animal(CHANGED, "kind-other", memory=FINE)
async def page_became_a_file(visit):
    await visit.say(200, "%PDF", kind="application/pdf")


@animal(CHANGED, "kind-other", path="/sach.pdf")
async def file_became_a_page(visit):
    await visit.say(200, page("Tài liệu"))


@animal(CHANGED, "shrunken", memory=FINE)
async def shrunken(visit):
    await visit.say(200, page("Tổng đài trẻ em", "Xin chào."))


@animal(CHANGED, "anchor-lost", anchors=frozenset({"goi"}))
async def anchor_lost(visit):
    await visit.say(200, page("Không còn mục ấy"))


@animal(CHANGED, "redirect-unsafe")
async def leads_inside(visit):
    await visit.say(302, location="http://169.254.169.254/latest/meta-data/")


async def decent(visit: Visit) -> None:
    """A page of the names that some animals lead to."""
    await visit.say(200, page("Trang của tên khác"))


ELSEWHERE = ("www.moved-to-https.vn", "consent.consent-wall.vn", "somebody-else.vn", "two.edu.vn", "www.to-http.vn")
