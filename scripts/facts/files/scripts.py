"""Says what readers get of a script, and how a file is called that holds several.

The build writes it, and the checks of finished files hold what stands there against it.
"""

import re
from collections.abc import Iterable

# Whole lines, and ends of lines after `;`, `{`, `}` or `,`: never inside a string, for no string of ours is that long.
COMMENT = re.compile(r"^[ \t]*/\*[\s\S]*?\*/[ \t]*\n|^[ \t]*//.*\n|(?<=[;{},])[ \t]+//[ ].*$", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def spare(script: str) -> str:
    """Returns the script without comments and indents, its lines still lines: what comes is what stands in the source.

    Only for scripts without text over several lines (template literals, continued strings); ours have none.
    """
    return INDENT.sub("", COMMENT.sub("", script))


def name_of(stems: Iterable[str]) -> str:
    """Returns the name of the file that holds scripts, one behind the other; it says what is inside."""
    return "-".join(stems) + ".js"
