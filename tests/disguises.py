"""Writes numbers as somebody would who wants them unseen, and lines that hold digits without any number to call.

Everything comes from a seeded source of luck, so that the same seed writes the same lines.
"""

from collections.abc import Callable, Iterator
from random import Random

from scripts.facts.contacts import grouped

Disguise = Callable[[str, Random], str]

DIGITS = "0123456789"
SCRIPTS = ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "๐๑๒๓๔๕๖๗๘๙", "០១២៣៤៥៦៧៨៩",
           "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡", "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿", "⓪①②③④⑤⑥⑦⑧⑨", "⓿❶❷❸❹❺❻❼❽❾", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹",
           "0⑴⑵⑶⑷⑸⑹⑺⑻⑼", "0⒈⒉⒊⒋⒌⒍⒎⒏⒐")
WORDS = ("không một hai ba bốn năm sáu bảy tám chín".split(), "khong mot hai ba bon nam sau bay tam chin".split(),
         "zero one two three four five six seven eight nine".split(), "oh one two three four five six seven eight nine".split())
SIGNS = (" ", ".", "-", "–", "—", "·", "•", "_", "/", "~", "=", "+", "★", "'", "^", "(", ") ", " - ", " . ", "\\-", "−", "‑", "・", "\n",
         "\u00a0", "\u202f", "\u2009", "\u200b", "\u00ad", "\u2060", "\u200d", "\u034f", "\ufeff", "**", "*", "`", "<b></b>", "<i>",
         "<wbr>", "<!---->", "&nbsp;", "&#8203;", "&shy;", "][")
CONTEXTS = ("Gọi {} ngay.", "Hãy gọi {}", "Số điện thoại: {}", "Hotline {} luôn mở", "{}", "**{}**", "| Công an | {} |",
            "Tổng đài {} miễn phí", "Nhắn tin tới {} nhé", "liên hệ ({})", "- {}\n", "> {}", "## Gọi {}", "Đường dây nóng “{}”",
            "Báo công an: {}", "Call {} now", "Dial {}.", "text {}", "call us on {}, day or night", "The number is “{}”.")


def telephone(luck: Random) -> str:
    """Returns a random Vietnamese number: mobile, fixed, free, premium, of the police, or international."""

    def digits(count: int, of: str = DIGITS) -> str:
        return "".join(luck.choice(of) for _ in range(count))

    return luck.choice((
        lambda: "0" + digits(1, "35789") + digits(8), lambda: "02" + luck.choice(("4", "8", "36", "92")) + digits(8)[:8],
        lambda: luck.choice(("1800", "1900")) + digits(luck.choice((4, 6))), lambda: "069" + digits(7),
        lambda: "+84" + digits(1, "35789") + digits(8)))()


def slips(number: str) -> list[str]:
    """Returns every number that differs by one digit lost, added or changed, or by two neighbours swapped."""
    digits = number.lstrip("+")
    found = {digits[:at] + digits[at + 1:] for at in range(len(digits))}
    found |= {digits[:at] + digit + digits[at + cut:] for at in range(len(digits) + 1) for digit in DIGITS for cut in (0, 1)}
    found |= {digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:] for at in range(len(digits) - 1)}
    return [number[:len(number) - len(digits)] + slip for slip in sorted(found - {digits})]


def _groups(number: str, luck: Random) -> Iterator[str]:
    size = 1 if len(number) < 5 or luck.random() < 0.2 else 0
    at = 0
    while at < len(number):
        step = size or luck.choice((2, 3, 3, 4))
        yield number[at:at + step]
        at += step


def apart(number: str, luck: Random) -> str:
    """Returns the number with one sign, or several, between its groups."""
    groups, sign = list(_groups(number, luck)), luck.choice(SIGNS)
    mixed = luck.random() < 0.15
    return "".join(group + (luck.choice(SIGNS) if mixed else sign) for group in groups[:-1]) + groups[-1]


def in_script(number: str, luck: Random) -> str:
    """Returns the number in digits of another script."""
    return number.translate(str.maketrans(DIGITS, luck.choice(SCRIPTS)))


def in_words(number: str, luck: Random) -> str:
    """Returns the number spelled out, digit by digit."""
    words = luck.choice(WORDS)
    return luck.choice((" ", ", ", "-", " - ", ". ")).join(words[int(digit)] for digit in number.lstrip("+"))


def partly_in_words(number: str, luck: Random) -> str:
    """Returns a long number with some of its digits spelled out."""
    words, digits = luck.choice(WORDS), number.lstrip("+")
    if len(digits) < 7:
        return number
    return " ".join(words[int(digit)] if luck.random() < 0.4 else digit for digit in digits)


def with_letters(number: str, luck: Random) -> str:
    """Returns the number with an O or an l among its digits."""
    return number.replace("0", luck.choice("OoО")) if "0" in number else number.replace("1", luck.choice("lI"), 1)


def each(pattern: str) -> Disguise:
    """Returns a disguise that writes every digit in a pattern."""
    return lambda number, luck: "".join(pattern.format(char, ord(char)) if char.isdigit() else char for char in number)


def inside(pattern: str) -> Disguise:
    """Returns a disguise that puts the whole number into something else."""
    return lambda number, luck: pattern.format(number)


DISGUISES: tuple[Disguise, ...] = (
    lambda number, luck: number, lambda number, luck: grouped(number), apart, apart, apart, in_script, in_words, partly_in_words,
    with_letters, lambda number, luck: apart(in_script(number, luck), luck), each("&#{1};"), each("&#x{1:x};"), each("**{0}**"),
    each("<b>{0}</b>"), each("`{0}`"), each("{0}\u0332"), each("{0}\ufe0f\u20e3"), inside("[{0}](index.md)"), inside("![{0}](a.png)"),
    inside('[x](index.md "{0}")'), inside('<span title="{0}">x</span>'), inside("[x](tel:{0})"), inside("[x](sms:{0})"),
    inside("[x](&#116;el:{0})"), inside("[x](%74el:{0})"), inside("[x](https://zalo.me/{0})"), inside("[x](zalo://{0})"),
    inside('<a href="tel:{0}">x</a>'))


def _code(luck: Random) -> int:
    """Returns a number that often has the digits of a short code."""
    return luck.choice((110, 111, 112, 113, 114, 115, 119, 131, 150, 156, 250, 5656))


def _many(luck: Random) -> str:
    count = luck.choice((luck.randint(1, 99) * 1000, luck.randint(1000, 9_999_999), 111_000, 113_000, luck.randint(10**6, 10**9)))
    return f"{count:,}".replace(",", luck.choice(".,"))


def _day(luck: Random) -> str:
    day, month, year = luck.randint(1, 28), luck.randint(1, 12), luck.randint(1990, 2035)
    return luck.choice(("{}/{}/{}", "{}-{}-{}", "{}.{}.{}")).format(day, month, year)


LAWS = "NĐ-CP QĐ-TTg TT-BGDĐT NQ-HĐTP QH15 CT-TTg BC-UBND TT-BTTTT QĐ-BCA L-CTN PL-UBTVQH14".split()
UNITS = ("trường", "lớp học", "em", "học sinh", "vụ", "người", "ngày", "tuổi", "triệu đồng", "lượt xem", "cuộc gọi", "trang",
         "xã, phường", "giáo viên", "trẻ em", "tin nhắn", "tài khoản", "phút", "điểm trường", "trường hợp", "gia đình")
UNITS_EN = ("schools", "pupils", "cases", "people", "days", "children", "views", "reports", "calls", "pages", "teachers",
            "countries", "minutes", "primary schools", "secondary school pupils", "million views", "per cent", "new accounts")
EVERYDAY = ("Không một ai phải chịu điều này.", "Hai ba hôm sau em kể.", "Năm ba người bạn đi cùng.", "Một năm hai lần.",
            "Mười một em đã về.", "Đếm một, hai, ba rồi nói.", "Ba năm sau, em quay lại.", "Một năm bốn mùa.", "Bảy tám giờ tối.",
            "Năm năm rồi.", "Chín mười ngày.", "One or two friends, three or four teachers.", "Nine out of ten pupils.",
            "Gọi cho mẹ, gọi cho bố.", "Hotline hoạt động 24/7.", "Gọi [[contact:police-113]] trong 15 phút đầu.")


def _benign(pattern: str) -> Callable[[Random], str]:
    """Returns a writer of lines; {c} is a number like a short code, {m} an amount, {d} a day, {y} a year, {n} any number."""

    def write(luck: Random) -> str:
        values = {"c": _code(luck), "e": _code(luck), "m": _many(luck), "d": _day(luck), "y": luck.randint(1985, 2035),
                  "n": luck.randint(2, 60), "k": luck.randint(2, 9), "u": luck.choice(UNITS), "v": luck.choice(UNITS_EN),
                  "l": luck.choice(LAWS)}
        return pattern.format(**values)

    return write


BENIGN = (*map(_benign, (
    "Nghị định {c}/{y}/{l} có hiệu lực từ ngày {d}.", "Theo Điều {c} Bộ luật Hình sự, khoản {k}.", "Các điều {c}, {e} và {c} của luật.",
    "Luật số {c}/{y}/QH15 gồm {n} điều.", "Quyết định số {c}/{l} ngày {d}.", "Có {c} {u} tham gia trong năm {y}.",
    "Hơn {m} {u} trên cả nước.", "Khoảng {c} {u}.", "Tăng từ {c} lên {e} {u}.", "{n},{k} tỷ lượt xem, {n}% là nữ.",
    "Thiệt hại {m} đồng, gần {n} triệu đồng.", "Lúc {k}:1{k} ngày {d}, gia đình báo công an.", "Đợt {k}/10–1{k}/11/{y}.",
    "Giai đoạn {y}–2040.", "Lớp {k}A{k}, {n} tuổi, từ {k}–1{k} tuổi.", "Xem trang {c}, bảng {n}, hình {n}.{k}.",
    "Gọi cho bố mẹ trong vòng {n} phút, rồi ra công an trước {k} giờ.", "Tổng đài nhận hơn {m} cuộc gọi trong {k} tháng năm {y}.",
    "Bài {c}, câu {n}: chọn A, B hay C.", "| {y} | {m} | {n}% | {k} vụ |", "Công an giải cứu {c} em, có {n} em dưới {n} tuổi.",
    "Trong số {c} trường, {n} trường ở Hà Nội.", "Con số {c} vụ là của riêng TP.HCM.", "Quý {k}/{y}, tháng {k}/{y}, tuần {n}.",
    "Ngày {k} tháng {k} năm {y}", "Công văn {c}/{l} và Thông tư {n}/{y}/{l}.", "Tội lừa đảo (Điều {c}), phạt từ {k} năm.",
    "## Chương {k}: Điều {c} {{#dieu-{c}}}", "Xem `docs/vi/bai-{c}.md` và `docs/_data/sources.yml`.", "Cách trường {c} mét, {n} km.",
    "[Điều {c}](dieu-{c}.md#khoan-{n})", "{k}. Bước {k}: giữ máy, đừng xoá.", "Decree {c}/{y}/NĐ-CP, Article {e}.",
    "Articles {c}, {e} and {c} of the Penal Code.", "In {y}, {c} {v} were counted.", "More than {m} {v} across Viet Nam.",
    "About {c} {v}, {n}% of them girls.", "The number rose from {c} to {e} {v}.", "On {k} March {y} at 1{k}:45.",
    "July {k}, {y}: {c} {v}.", "It cost VND {m}, about ${n}.", "{k}.{k} million people; {n}.{k}%.", "See page {c}, section {k}.{k}.{k}.",
    "Call your bank within {n} minutes.", "Children aged {k}–1{k}, grade {k}.", "Between {y} and {y}, the hotline took {m} calls.",
    "Version {k}.{n}.{n}, Python 3.{n}.", "Room {c}, floor {n}.", "Resolution No. {c} and Convention No. {e}.")),
    lambda luck: luck.choice(EVERYDAY))
