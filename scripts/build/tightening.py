"""Takes out of a finished page what nobody reads: blank lines, indents, and boxes that only Material's own script fills."""

import re

KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
INDENT = re.compile(r"\s*\n\s*")
# As mkdocs-material 9.8.1 writes them in base.html; each is empty without its script.
EMPTY = re.compile(
    r'<input class="md-toggle"[^>]*>\s*'
    r'|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="announce">\s*</div>\s*'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner[^>]*></div>\s*</div>\s*')


def tight(html: str) -> str:
    """Returns the page without them; text of `pre`, scripts and styles stays as it is, letter by letter."""
    parts = KEPT.split(EMPTY.sub("", html))
    kept = parts[1::3]
    return "".join(INDENT.sub("\n", text) + (kept[number] if number < len(kept) else "")
                   for number, text in enumerate(parts[::3])).strip() + "\n"
