"""Makes small PDFs, object by object (ISO 32000-1), so that a test can put anything into any place of them."""

from PIL import Image

PAGE = 3
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(text: str = "Stay on the bank.", link: str = "", note: str = "", title: str = "", script: str = "", file: str = "",
        picture: Image.Image | None = None, count: int = 1, content: bytes = b"", filter: str = "") -> bytes:
    """Returns a PDF of one page that stands there `count` times; each argument puts something into it."""
    around = []
    if link:
        around.append(f"<</Type/Annot/Subtype/Link/Rect[20 90 200 120]/A<</S/URI/URI({link})>>>>")
    if file:
        around.append(f"<</Type/Annot/Subtype/Link/Rect[20 90 200 120]/A<</S/Launch/F({file})>>>>")
    if note:
        around.append(f"<</Type/Annot/Subtype/Text/Rect[20 20 40 40]/Contents({note})>>")
    shown = content or f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET{' 150 0 0 150 20 200 cm /I1 Do' if picture else ''}".encode()
    run = f"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS({script})>>]>>>>" if script else ""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{run}>>".encode(),
        f"<</Type/Pages/Kids[{f'{PAGE} 0 R ' * count}]/Count {count}>>".encode(),
        (f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Annots[{' '.join(around)}]"
         "/Resources<</Font<</F1 5 0 R>>/XObject<</I1 7 0 R>>>>>>").encode(),
        stream(filter, shown), FONT, f"<</Title({title})>>".encode(),
        stream(f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/ColorSpace/DeviceGray/BitsPerComponent 8",
               picture.tobytes()) if picture else b"null",
    ]
    return joined(objects)


def stream(about: str, content: bytes) -> bytes:
    """Returns a stream object."""
    return f"<<{about}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def joined(objects: list[bytes]) -> bytes:
    """Returns objects as a file, with the table of where each begins."""
    out, places = b"%PDF-1.7\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + end
