"""Says which files below `docs/` readers get, and keeps everything else out of what MkDocs copies.

MkDocs publishes whatever it finds, and a web host obeys some of it: one file `CNAME` or `_redirects` takes over the
whole domain. So pages, pictures and fonts are listed, not what is dangerous.
"""

PAGE = ".md"
PICTURES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}  # what the bytes must be
FONT = ".woff2"
ASSETS, FACTS, DECISIONS = "assets", "_data", "_decisions"
HIDDEN = "**/.*/**"  # MkDocs leaves out names that begin with a dot, but a line that lets others in lets these in, too


def publishes(path: str, codes: tuple[str, ...]) -> bool:
    """Returns whether readers get a file, by its path below `docs/`.

    >>> publishes("vi/index.md", ("vi",)), publishes("CNAME", ("vi",)), publishes("assets/sw.js", ("vi",))
    (True, False, False)
    """
    folder, *rest = path.split("/")
    endings = (*PICTURES, FONT) if folder == ASSETS else (PAGE,) if folder in codes else ()
    return bool(rest) and path.lower().endswith(endings) and not any(part.startswith(".") for part in rest)


def left_out(codes: tuple[str, ...], more: tuple[str, ...] = ()) -> str:
    """Returns `exclude_docs` for MkDocs 1.6.1: everything, then what is let in again (the form of gitignore).

    Below `assets/` lie the files of the templates, too. `more` are the lines of the project itself; none of them lets
    anything in.

    >>> left_out(("vi",)).split()[:2]
    ['*', '!/vi/**/*.md']
    """
    let_in = [*(f"!/{code}/**/*{PAGE}" for code in codes), f"!/{ASSETS}/**"]
    return "\n".join(["*", *let_in, ".*", HIDDEN, *(line for line in more if not line.startswith("!"))])
