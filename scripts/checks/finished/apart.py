"""Takes one file apart that could do harm to whoever opens it: a PDF, a drawing, a ZIM. A process of its own runs this.

`python apart.py KIND BYTES SECONDS` reads the file from standard input and writes what it says to standard output, with at
most BYTES of memory and SECONDS of work where the system lets a process bound itself (not on Windows). For a ZIM the output
is a zip, else JSON: a list of [kind, page, text, shown]. It knows nothing of this project, so that it starts quickly and alone.
"""

import ctypes
import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

Said = tuple[str, int, str, str]
MOST_PAGES, LONGEST_SIDE, MOST_LINKS, MOST_SAID = 500, 2_000, 5_000, 50_000  # pages; pixels; links of a page; lines of a file
MOST_STROKES = 200  # the smallest QR code has some 500
BLOCK = re.compile("[\u2580-\u259f\u25a0-\u25a9\u2b1b]")  # letters that people draw codes with
LARGEST, ALL = 30_000_000, 1_000_000_000  # bytes of a file inside a ZIM, and of all
NOTES = ("Contents", "T", "RC", "Subj", "TU", "V")  # ISO 32000-1, tables 164, 170 and 220: notes, their authors, fields to fill in
ABOUT = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)  # ISO 16684-1 (XMP), which some readers show as the title
URI, ELSEWHERE = 3, {2: "file", 4: "launch"}  # kinds of action in PDFium


class TooMuch(Exception):
    """Says why a file is not read; its text is the last line on standard error."""


def pdf(content: bytes) -> Iterator[Said]:
    """Yields the document information, text, links, notes, scripts, attachments and codes of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    yield from (("value", 1, text, "") for text in document.get_metadata_dict(skip_empty=True).values())
    for about in ABOUT.findall(content):
        yield from (("value", 1, text, "") for text in re.sub(r"<[^>]*>", "\n", about.decode("utf-8", "replace")).splitlines() if text.strip())
    if pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        yield "target", 1, "javascript:", ""
    for number in range(document.count_attachments()):
        yield "target", 1, f"attachment:{document.get_attachment(number).get_name()}", ""
    if len(document) > MOST_PAGES:
        raise TooMuch(f"it has {len(document)} pages; at most {MOST_PAGES} are looked at")
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        yield from (("value", number + 1, line, "") for line in text.get_text_bounded().splitlines() if line.strip())
        yield from ((kind, number + 1, said, shown) for kind, said, shown in _links(pypdfium2.raw, document, page, text))
        yield from (("value", number + 1, said, "") for said in _notes(pypdfium2.raw, page))
        if _drawn(pypdfium2.raw, page) or BLOCK.search(text.get_text_bounded()):
            yield from (("code", number + 1, said, "") for said in _codes_of_page(page))
        page.close()


def _links(raw, document, page, text) -> Iterator[tuple[str, str, str]]:
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, at, link):
            return
        action = raw.FPDFLink_GetAction(link)
        kind = raw.FPDFAction_GetType(action) if action else 0
        if kind in ELSEWHERE:
            yield "target", f"{ELSEWHERE[kind]}:{_written(raw.FPDFAction_GetFilePath, action)}", ""
        elif kind == URI:
            place = raw.FS_RECTF()
            there = raw.FPDFLink_GetAnnotRect(link, place)
            shown = text.get_text_bounded(place.left, place.bottom, place.right, place.top) if there else ""
            yield "target", _written(raw.FPDFAction_GetURIPath, document, action), shown
    raise TooMuch(f"a page has more than {MOST_LINKS} links")


def _written(ask, *about) -> str:
    """Returns what PDFium writes into a place that must first be made as large as it says."""
    place = ctypes.create_string_buffer(ask(*about, None, 0))
    ask(*about, place, len(place))
    return place.raw.rstrip(b"\0").decode("utf-8", "replace")


def _notes(raw, page) -> Iterator[str]:
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, number)
        for name in NOTES if note else ():
            length = raw.FPDFAnnot_GetStringValue(note, name.encode(), None, 0)
            place = (ctypes.c_ushort * (length // 2 + 1))()
            raw.FPDFAnnot_GetStringValue(note, name.encode(), place, length)
            if said := bytes(place)[:max(length - 2, 0)].decode("utf-16-le", "replace"):
                yield said
        if note:
            raw.FPDFPage_CloseAnnot(note)


def _drawn(raw, page) -> bool:
    """Returns whether anything on a page may be a code: a picture, or more strokes than a few boxes and lines have."""
    strokes = 0
    for number in range(raw.FPDFPage_CountObjects(page)):
        there = raw.FPDFPage_GetObject(page, number)
        kind = raw.FPDFPageObj_GetType(there)
        if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH):
            return True
        strokes += max(raw.FPDFPath_CountSegments(there), 0) if kind == raw.FPDF_PAGEOBJ_PATH else 0
        if strokes > MOST_STROKES:
            return True
    return False


def _codes_of_page(page) -> list[str]:
    side = max(page.get_size())
    bitmap = page.render(scale=min(3.0, LONGEST_SIDE / max(side, 1)), grayscale=True)
    return _codes(memoryview(bitmap.buffer).cast("B", (bitmap.height, bitmap.stride)))


def _codes(picture) -> list[str]:
    import zxingcpp

    return [code.text for code in zxingcpp.read_barcodes(picture)]


def drawing(content: bytes) -> Iterator[Said]:
    """Yields the codes in an SVG, drawn by Typst, which fetches nothing."""
    import typst
    from io import BytesIO
    from PIL import Image

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "drawing.svg").write_bytes(content)
        sheet = Path(folder) / "sheet.typ"
        sheet.write_text('#set page(width: auto, height: auto, margin: 9pt)\n#image("drawing.svg", width: 600pt, height: 600pt, fit: "contain")')
        drawn = typst.compile(sheet, root=folder, format="png", ppi=72)
    yield from (("code", 1, text, "") for text in _codes(Image.open(BytesIO(drawn)).convert("L")))


def zim(content: bytes) -> None:
    """Writes the files of a ZIM, and what it says of itself, as a zip to standard output."""
    from libzim.reader import Archive

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "copy.zim"
        place.write_bytes(content)
        book = Archive(place)
        if not book.check():
            raise TooMuch("its checksum is not that of its contents")
        with zipfile.ZipFile(sys.stdout.buffer, "w") as out:
            for name in book.metadata_keys:
                if not name.startswith(("Illustration", "Counter")):
                    out.writestr(f"metadata/{name}.txt", book.get_metadata(name))
            total = 0
            for number in range(book.all_entry_count):
                entry = book._get_entry_by_id(number)
                size = entry.get_item().size
                total += size
                if size > LARGEST or total > ALL:
                    raise TooMuch(f"its files are too large: more than {LARGEST} bytes, or {ALL} together")
                if book.has_entry_by_path(entry.path):
                    out.writestr(entry.path, bytes(entry.get_item().content))


def bounded(memory: int, seconds: int) -> None:
    """Bounds this process, where the system lets it."""
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    except (ImportError, ValueError, OSError):  # Windows; a system that does not let itself be bounded
        pass


def main(kind: str, memory: str, seconds: str) -> None:
    """Bounds itself, reads, and writes."""
    bounded(int(memory), int(seconds))
    content = sys.stdin.buffer.read()
    if kind == "zim":
        zim(content)
        return
    said = list(islice({"pdf": pdf, "svg": drawing}[kind](content), MOST_SAID + 1))
    if len(said) > MOST_SAID:
        raise TooMuch(f"it says more than {MOST_SAID} things")
    sys.stdout.buffer.write(json.dumps(said).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
