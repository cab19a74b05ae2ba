"""The zoo: every way in which a web server behaves or misbehaves, each with the state that an honest check must give it.

Each animal is looked at with six days of failure behind it, so that one more makes it broken; what works or cannot be
told must still be told as that.
"""

import gzip
from dataclasses import dataclass

from scripts.checks.network.addresses import Harm, Outside
from scripts.checks.network.history import Memory
from scripts.checks.network.judge import BROKEN, CHANGED, MOVED, OK, UNSURE
from scripts.checks.network.owner import host_of
from tests.network import behaviours as does
from tests.network.behaviours import PATH, leads, never_asked, says
from tests.network.pages import page, words
from tests.network.server import Behaviour

SIX_DAYS = Memory(trouble="status", since="2026-05-01", last="2026-05-06", failures=6)
FINE = Memory(fine="2026-05-01", kind="text/html", title="Tổng đài trẻ em", language="vi", words=121)


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


def animal(name: str, state: str, reason: str, behaviour: Behaviour, path: str = PATH, scheme: str = "http", address: str = "",
           **more) -> Animal:
    """Returns an animal at a host of its own name, or at an address."""
    return Animal(name, state, reason, behaviour, address or f"{scheme}://{name}.vn{path}", **more)


ANIMALS = (
    # fine
    animal("plain", OK, "", says(200, page("Một trang bình thường"))),
    animal("secure", OK, "", says(200, page("Một trang có chứng chỉ tốt")), scheme="https"),
    animal("first-page-everywhere", OK, "", says(200, page("Trang chủ của một hội")), path="/"),
    animal("wrong-charset", OK, "", says(200, page("Tổng đài trẻ em"), kind="text/html; charset=iso-8859-1")),
    animal("unknown-charset", OK, "", says(200, page("Tổng đài trẻ em"), kind="text/html; charset=klingon")),
    animal("no-content-type", OK, "", says(200, page("Một trang"), kind="")),
    animal("packed", OK, "", says(200, gzip.compress(page("Một trang nén").encode()), content_encoding="gzip")),
    animal("packed-without-wrapper", OK, "", does.packed_without_wrapper),
    animal("chunked", OK, "", does.chunked),
    animal("no-head-405", OK, "", does.no_head_405),
    animal("no-head-404", OK, "", does.no_head_404),
    animal("no-head-cut", OK, "", does.no_head_cut),
    animal("error-then-fine", OK, "", does.error_then_fine),
    animal("cut-then-fine", OK, "", does.cut_then_fine),
    animal("busy-for-seconds", OK, "", does.busy_for_seconds),
    animal("busy-until-date", OK, "", does.busy_until_date),
    animal("thick-file", OK, "", does.thick_file),
    animal("huge-page", OK, "", does.huge_page),
    animal("length-too-long", OK, "", says(200, page("Báo sai độ dài"), content_length="99999")),
    animal("sets-cookies", OK, "", does.sets_cookies),
    animal("about-missing-children", OK, "", says(200, page("Cha mẹ không tìm thấy con sau buổi học, công an vào cuộc - Báo Một"))),
    animal("long-about-dead-links", OK, "", says(200, page("Khi liên kết hỏng", words(300) + " trang không tồn tại " + words(50)))),
    animal("anchors-there", OK, "",
           says(200, page("Có đủ chỗ", more='<h2 id="goi">Gọi</h2><a name="tên cũ"></a>')), anchors=frozenset({"goi", "tên cũ"})),
    animal("for-now-elsewhere", OK, "", leads("/bai/tam.html", 302)),
    animal("first-page-of-a-language", OK, "", does.first_page_of_a_language, path="/"),
    animal("as-remembered", OK, "", says(200, page("Tổng đài trẻ em")), memory=FINE, registry=True),
    animal("news-with-new-title", OK, "", says(200, page("Ba việc cha mẹ cần làm hôm nay")), memory=FINE),
    animal("shows-itself-again", OK, "", says(200, page("Tự tải lại", head=f'<meta http-equiv="refresh" content="0; url={PATH}">'))),
    animal("odd-headers", OK, "", says(200, page("Đầu lạ"), x_odd="\xe9" * 3, retry_after="soon")),

    # moved
    animal("moved-301", MOVED, "permanent", leads("/bai/moi.html", 301)),
    animal("moved-308", MOVED, "permanent", leads("/bai/moi.html", 308)),
    animal("moved-to-https", MOVED, "permanent", leads("https://www.moved-to-https.vn/bai/1.html?x=1")),
    animal("moved-in-a-chain", MOVED, "permanent", does.moved_in_a_chain),

    # broken: no reader gets through
    animal("not-found-404", BROKEN, "gone", says(404, page("404"))),
    animal("gone-410", BROKEN, "gone", says(410)),
    animal("error-500", BROKEN, "status", says(500, "trace")),
    animal("error-503", BROKEN, "status", says(503)),
    animal("bad-request-400", BROKEN, "status", says(400)),
    animal("soft-404-vietnamese", BROKEN, "says-missing", says(200, page("Không tìm thấy trang | Báo Một")), everywhere=True),
    animal("soft-404-old-spelling", BROKEN, "says-missing",
           says(200, page("Báo Một", "Bài viết này đã bị xóa. Nội dung bạn tìm không còn."))),
    animal("soft-404-english", BROKEN, "says-missing",
           says(200, page("Example", "Sorry, the page you’re looking for isn’t here.", language="en"))),
    animal("soft-404-to-home", BROKEN, "to-home", leads("/", 302, "Báo Một: tin mới")),
    animal("soft-404-to-home-with-a-name", BROKEN, "to-home", leads("/trang-chu.html", 301)),
    animal("soft-404-like-any-other", BROKEN, "like-any-other", says(200, page("Báo Một - tin nhanh")), everywhere=True),
    animal("soft-404-by-refresh", BROKEN, "to-home", does.soft_404_by_refresh),
    animal("empty-page", BROKEN, "empty-page", says(200)),
    animal("hangs-up", BROKEN, "answer-empty", does.hangs_up),
    animal("cuts", BROKEN, "reset", does.cuts),
    animal("speaks-something-else", BROKEN, "answer-garbled", does.speaks_something_else),
    animal("says-packed-and-is-not", BROKEN, "answer-garbled", says(200, page("Không nén"), content_encoding="gzip")),
    animal("ends-early", BROKEN, "answer-cut", says(200, "<title>Nửa", content_length="5000")),
    animal("goes-in-a-circle", BROKEN, "redirect-loop", does.goes_in_a_circle),
    animal("never-arrives", BROKEN, "redirect-many", does.never_arrives),
    animal("leads-nowhere", BROKEN, "redirect-nowhere", says(302)),
    animal("refuses", BROKEN, "refused", never_asked),
    animal("unknown-host", BROKEN, "host-unknown", never_asked, address="https://nobody-of-this-name.vn/x"),
    animal("private-host", BROKEN, "host-private", never_asked, address="http://printer-of-the-office.vn/"),
    animal("expired", BROKEN, "certificate-expired", never_asked, scheme="https"),
    animal("certificate-of-another", BROKEN, "certificate-host", never_asked, scheme="https"),
    animal("self-signed", BROKEN, "certificate-self-signed", never_asked, scheme="https"),
    animal("odd-port", BROKEN, "address-port", never_asked, address="http://odd-port.vn:8080/"),
    animal("number-of-a-machine", BROKEN, "address-number", never_asked, address="http://0x7f.1/latest/meta-data"),

    # cannot be told from here
    animal("hangs", UNSURE, "timeout", does.hangs),
    animal("drips-headers", UNSURE, "timeout", does.drips_headers),
    animal("drips-words", UNSURE, "timeout", does.drips_words),
    animal("silent-dns", UNSURE, "dns", never_asked, address="http://silent-dns.vn/x"),
    animal("unknown-issuer", UNSURE, "certificate-chain", never_asked, scheme="https"),
    animal("chain-without-its-middle", UNSURE, "certificate-chain", never_asked, scheme="https"),
    animal("no-encryption", UNSURE, "tls", never_asked, scheme="https"),
    animal("forbidden-403", UNSURE, "robots", says(403, "Forbidden")),
    animal("status-999", UNSURE, "robots", says(999)),
    animal("unauthorised-401", UNSURE, "login", says(401, www_authenticate="Basic")),
    animal("wall-503", UNSURE, "robots", says(503, page("Just a moment...", "Checking your browser", "en"))),
    animal("wall-200", UNSURE, "robots", says(200, page("Báo Một", "Vui lòng xác minh bạn là con người để tiếp tục."))),
    animal("busy-for-an-hour", UNSURE, "asked-to-wait", does.busy_for_an_hour),
    animal("busy-without-end", UNSURE, "asked-to-wait", says(429)),
    animal("legal-451", UNSURE, "abroad", says(451)),
    animal("abroad-403", UNSURE, "abroad", says(403, page("Thông báo", "Trang này không hỗ trợ truy cập từ nước ngoài."))),
    animal("abroad-200", UNSURE, "abroad", says(200, page("Notice", "This content is not available in your country.", "en"))),
    animal("login-wall", UNSURE, "login", leads("/login.php?next=1", 302, "Đăng nhập")),
    animal("cookie-wall", UNSURE, "cookies", says(302, location=PATH, set_cookie="seen=1")),
    animal("consent-wall", UNSURE, "cookies", leads("http://consent.consent-wall.vn/m?continue=1", 302, "Trước khi tiếp tục")),
    animal("cookie-page", UNSURE, "cookies", says(200, page("Before you continue", "We use cookies.", "en"))),
    animal("gzip-bomb", UNSURE, "answer-bomb", says(200, gzip.compress(b"<p>" + b"0" * 50_000_000), content_encoding="gzip")),
    animal("only-scripts", UNSURE, "needs-scripts",
           says(200, '<title>Ứng dụng</title><div id="root"></div><script src="/app.js"></script>'), everywhere=True),

    # another page, or another's
    animal("parked-english", CHANGED, "parked",
           says(200, page("parked-english.vn", "This domain is for sale! Related searches: loans, phones.", "en")), everywhere=True),
    animal("parked-vietnamese", CHANGED, "parked", says(200, page("Tên miền parked-vietnamese.vn đang bán", "Tên miền này đã hết hạn."))),
    animal("hijacked", CHANGED, "hijacked", says(200, page("Nhà cái uy tín số 1: casino, nổ hũ, tài xỉu")), registry=True),
    animal("hijacked-in-part", CHANGED, "hijacked", says(200, page("SLOT GACOR 2026", language="en")), memory=FINE),
    animal("other-title-and-language", CHANGED, "title-language-other", says(200, page("Cheap shoes online", language="en")), memory=FINE),
    animal("other-title-in-the-registry", CHANGED, "title-other",
           says(200, page("Công ty xây dựng Hoàng Gia")), memory=FINE, registry=True),
    animal("another-owner", CHANGED, "owner-other", leads("http://somebody-else.vn/bai/1.html")),
    animal("another-owner-under-one-suffix", CHANGED, "owner-other",
            leads("http://two.edu.vn/bai/1.html"), address="http://one.edu.vn/bai/1.html"),
    animal("to-http", CHANGED, "insecure", says(301, location="http://www.to-http.vn/bai/2.html"), scheme="https"),
    animal("page-became-a-file", CHANGED, "kind-other", says(200, "%PDF", kind="application/pdf"), memory=FINE),
    animal("file-became-a-page", CHANGED, "kind-other", says(200, page("Tài liệu")), path="/sach.pdf"),
    animal("shrunken", CHANGED, "shrunken", says(200, page("Tổng đài trẻ em", "Xin chào.")), memory=FINE),
    animal("anchor-lost", CHANGED, "anchor-lost", says(200, page("Không còn mục ấy")), anchors=frozenset({"goi"})),
    animal("leads-inside", CHANGED, "redirect-unsafe", says(302, location="http://169.254.169.254/latest/meta-data/")),
)
ELSEWHERE = ("www.moved-to-https.vn", "consent.consent-wall.vn", "somebody-else.vn", "two.edu.vn", "www.to-http.vn")
