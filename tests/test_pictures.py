"""Pictures: their true type, their size, what they carry along, and who vouches for them."""

import struct
import sys
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from scripts.checks.report import as_text, in_order
from scripts.checks.source.tree.pictures import check
from scripts.facts.files.pictures import Picture, Unreadable, look_into
from scripts.facts.project import read_project
from tests.picture_bytes import code, jpeg, jpeg_part, png, png_part, saved, webp, webp_part

MADE = {"png": png, "jpeg": jpeg, "webp": webp}
RIVER = Image.new("L", (8, 6), 90)
CARRIED = {
    "png": {"a part named tEXt": png_part(b"tEXt", b"Comment\0call 0900"), "a part named iTXt": png_part(b"iTXt", b"XML:com.adobe.xmp"),
            "a part named zTXt": png_part(b"zTXt", b"x"), "a part named eXIf": png_part(b"eXIf", b"MM\0*"),
            "a part named iCCP": png_part(b"iCCP", b"x"), "a part named acTL": png_part(b"acTL", b"\0" * 8)},
    "jpeg": {"EXIF or XMP (time, place, phone)": jpeg_part(0xE1, b"Exif\0\0MM\0*GPS"), "a comment": jpeg_part(0xFE, b"call 0900"),
             "IPTC (names, captions)": jpeg_part(0xED, b"Photoshop 3.0\0"), "a colour profile with more than colours": jpeg_part(0xE2, b"ICC_PROFILE\0"),
             "a part of the kind E5": jpeg_part(0xE5, b"x"), "a part of the kind E0": jpeg_part(0xE0, b"JFXX\0\x10" + b"x" * 40)},
    "webp": {"a part named EXIF": webp_part(b"EXIF", b"MM\0*"), "a part named XMP": webp_part(b"XMP ", b"<x/>"),
             "a part named ICCP": webp_part(b"ICCP", b"x"), "a part named ANIM": webp_part(b"ANIM", b"\0" * 6)},
}


@pytest.mark.parametrize("kind", MADE)
def test_a_plain_picture_is_what_it_says(kind: str) -> None:
    """Type and size come from the bytes, and nothing is carried along."""
    assert look_into(MADE[kind](640, 480)) == Picture(kind, 640, 480, ())


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, parts in CARRIED.items() for part in parts])
def test_what_is_carried_along_is_named(kind: str, part: str) -> None:
    """Place, time, telephone, captions, comments, profiles, moving pictures."""
    assert look_into(MADE[kind](2, 3, more=CARRIED[kind][part])).carried == (part,)


@pytest.mark.parametrize("kind", MADE)
def test_what_stands_behind_the_end_is_named(kind: str) -> None:
    """A zip file or a page can hide behind a picture."""
    assert look_into(MADE[kind](behind=b"PK\3\4xx")).carried == ("something behind the end of the picture",)


@pytest.mark.parametrize("kind", MADE)
def test_a_picture_that_breaks_off_anywhere_is_told(kind: str) -> None:
    """Wherever it ends too early, nobody crashes."""
    whole = MADE[kind](5, 5)
    for length in range(len(whole) - 1):
        with pytest.raises(Unreadable):
            look_into(whole[:length])


def told(campaign: Path, name: str, content: bytes, listed: str = "") -> list[str]:
    """Returns the findings for one file below docs/assets/, without the mends."""
    (campaign / "docs/assets").mkdir(exist_ok=True)
    (campaign / "docs/assets" / name).write_bytes(content)
    if listed:
        entry = (f'assets/{name}:\n  sha256: "{listed}"\n  shows: {{vi: sông, en: a river, km: ទន្លេ}}\n'
                 "  seen_by: Lan\n  on: 2026-05-01\n  licence: own\n")
        (campaign / "docs/_data/pictures.yml").write_text(entry, encoding="utf-8")
    text = as_text(in_order(check(read_project(campaign), date(2026, 5, 5))))
    return [line.removeprefix(f"docs/assets/{name}:1: ").split(":")[0] for line in text.splitlines() if not line.startswith(" ")]


@pytest.mark.parametrize(("name", "content", "rules"), [
    ("river.png", png(), []), ("river.jpg", saved(RIVER, "jpeg"), []), ("river.JPEG", saved(RIVER, "jpeg"), []),
    ("river.webp", saved(RIVER, "webp"), []), ("river.webp", webp(), ["picture-unreadable"]),
    ("river.png", jpeg(), ["picture-type-differs"]), ("river.jpg", png(), ["picture-type-differs"]),
    ("river.png", png().replace(b"IEND\xaeB`\x82", b"IEND\0\0\0\0"), ["picture-unreadable"]),
    ("river.png", b"<svg onload='alert(1)'/>", ["picture-unreadable"]), ("river.png", b"", ["picture-unreadable"]),
    ("river.png", png(5_000, 1), ["picture-size-odd"]), ("river.webp", webp(1, 16_000), ["picture-size-odd"]),
    ("river.png", png(0, 1), ["picture-size-odd"]), ("river.png", png(more=CARRIED["png"]["a part named eXIf"]), ["picture-carries-more"]),
    ("river.png", png(more=png_part(b"sBIT", b"\0" * 300_000)), ["picture-large"]),
])
def test_a_listed_picture_is_looked_into(campaign: Path, name: str, content: bytes, rules: list[str]) -> None:
    """Its name, its bytes and its size must agree."""
    assert told(campaign, name, content, sha256(content).hexdigest()) == rules


def test_a_machine_without_a_reader_of_codes_says_so(campaign: Path, monkeypatch) -> None:
    """As a warning: nothing is wrong with the picture."""
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    assert told(campaign, "river.png", png(), sha256(png()).hexdigest()) == ["picture-code-unread (warning)"]


def clear(picture: Image.Image, colour: int) -> Image.Image:
    """Returns a code in one colour on nothing."""
    shown = Image.merge("LA", (Image.new("L", picture.size, colour), picture.point(lambda dot: 255 - dot)))
    return shown.convert("RGBA")


CODE = code("tel:0912345678")
TURNED = CODE.convert("RGB").rotate(30, expand=True, fillcolor="white")
HIDING = Image.new("L", (900, 600), 200)
HIDING.paste(CODE, (700, 400))


@pytest.mark.parametrize(("name", "content"), [
    ("a.png", saved(CODE, "png")), ("a.jpg", saved(CODE, "jpeg")), ("a.webp", saved(CODE, "webp")),
    ("a.png", saved(CODE.convert("1"), "png")), ("a.png", saved(CODE.convert("P"), "png")),
    ("a.png", saved(clear(CODE, 0), "png")), ("a.png", saved(clear(CODE, 255), "png")),
    ("a.png", saved(CODE.point(lambda dot: 255 - dot), "png")), ("a.png", saved(TURNED, "png")), ("a.jpg", saved(HIDING, "jpeg")),
])
def test_a_picture_with_a_code_is_refused(campaign: Path, name: str, content: bytes) -> None:
    """Also when an owner vouches for it: nobody can see where it leads. On nothing, inverted, turned, in a corner."""
    assert told(campaign, name, content, sha256(content).hexdigest()) == ["picture-holds-code"]


@pytest.mark.parametrize(("name", "content"), [
    ("map.svg", b"<svg/>"), ("page.html", b"<p>"), ("sheet.pdf", b"%PDF-1.7"), ("run.js", b"alert(1)"), ("font.ttf", b"\0\1\0\0"),
    ("font.woff2", b"OTTO"), ("clip.gif", b"GIF89a"), ("noending", b"x"),
])
def test_other_files_are_refused(campaign: Path, name: str, content: bytes) -> None:
    """A drawing can run code, and whatever lies there is published."""
    assert told(campaign, name, content) == ["picture-kind-unknown"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_plain_colour_profile_may_stay(kind: str) -> None:
    """Every photo program writes one, and it tells of nobody."""
    def saved_with(profile: bytes) -> tuple[str, ...]:
        file = BytesIO()
        Image.new("RGB", (2, 3)).save(file, kind, icc_profile=profile)
        return look_into(file.getvalue()).carried

    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert saved_with(plain) == ()
    assert len(saved_with(plain.replace(b"wtpt", b"note"))) == 1


def test_a_font_needs_nobody_to_vouch(campaign: Path) -> None:
    """Letters hide no numbers, and their head shows what they are, and where they end."""
    font = struct.pack(">4s4sIHH32x", b"wOF2", b"\0\1\0\0", 48, 1, 0)
    assert told(campaign, "letters.woff2", font) == []
    assert told(campaign, "letters.woff2", font + b"more") == ["font-unreadable"]


def test_a_picture_that_nobody_looked_at_is_told(campaign: Path) -> None:
    """It could hide a number or a QR code."""
    assert told(campaign, "river.png", png()) == ["picture-unlisted"]


def test_a_picture_that_changed_is_told(campaign: Path) -> None:
    """Whoever changes it has an owner look again."""
    assert told(campaign, "river.png", png(2, 2), sha256(png()).hexdigest()) == ["picture-changed"]


def test_a_listed_picture_that_is_gone_is_told(campaign: Path) -> None:
    """An entry without a picture vouches for nothing."""
    told(campaign, "river.png", png(), sha256(png()).hexdigest())
    (campaign / "docs/assets/river.png").unlink()
    text = as_text(in_order(check(read_project(campaign), date(2026, 5, 5))))
    assert text.startswith("docs/_data/pictures.yml:1: picture-missing: assets/river.png is listed and not there\n")
