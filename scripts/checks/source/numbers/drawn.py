"""Reads letters that are drawn like digits as those digits: O912 345 678, l8OO 1234, "gọi IIS".

A letter beside digits in a word counts everywhere; letters that make a whole telephone number count, and behind a
calling word those that make a code of the registry or nearly one.
"""

import re

from .context import SURE, before, calling
from .known import Known
from .telephone import whole

# O, l, I … standing for 0 and 1 in a word that has a digit; also Cyrillic and Greek ones.
POSING = "OoОоΟοՕօIlІіӀӏΙıЗзб"
# It looks back behind its first sign, as the next ones, which few words have; that is far quicker than to look back everywhere.
POSED = re.compile(rf"[0-9{POSING}](?<!\w.)(?:(?<=[0-9])|(?=[{POSING}]*[0-9]))[0-9{POSING}]*+(?!\w)")
DIGIT_OF = str.maketrans(POSING, "0000000011111111336")
STROKE = "lI|ІӀΙ"  # Latin, Cyrillic and Greek ones
WORDS_OF_STROKES = ("III", "Ill")  # a king or a part; somebody who is not well
LETTERS = f"{STROKE}OoZzEASsGbTBgq"
DRAWN_AS = str.maketrans(LETTERS, "11111100223455667899")
CODE = re.compile(rf"[0-9{LETTERS}](?<!\w.)(?:[0-9{LETTERS}]{{2,5}}|(?:[ .-][0-9{LETTERS}]){{2,5}})(?![\w|])")
LETTERED = LETTERS.replace("|", "")
WHOLE = re.compile(rf"[0-9{LETTERED}](?<![\w.-].)(?<!0(?=[bx]))[0-9{LETTERED}]*+(?:[ .-][0-9{LETTERED}]++){{0,5}}(?![\w-])")
FEWEST, MOST, TRUE = 8, 13, 3  # digits of a whole telephone number; how many of them are to be true ones


def undrawn(text: str, known: Known) -> str:
    """Returns a text with the letters that pose as digits replaced, place for place."""
    text = WHOLE.sub(_whole, text)
    text = CODE.sub(lambda drawn: _code(drawn, text, known), text)
    return POSED.sub(lambda word: word[0].translate(DIGIT_OF) if len(word[0]) > 2 else word[0], text)


def _whole(drawn: re.Match) -> str:
    """Returns digits for a telephone number that has true digits in it, or no blank: words have neither, and a row of one letter is a cry."""
    written = drawn[0]
    digits = written.translate(DRAWN_AS)
    plain = re.sub(r"\D", "", digits)
    shaped = FEWEST <= len(plain) <= MOST and len(set(plain)) > 1 and whole(plain)
    return digits if shaped and (" " not in written or sum(char.isdigit() for char in written) >= TRUE) else written


def _code(drawn: re.Match, text: str, known: Known) -> str:
    """Returns ones for strokes that make no word, and behind a calling word what gives a code or is one slip from it."""
    written = drawn[0]
    if not any(char.isalpha() for char in written):
        return written
    digits = written.translate(DRAWN_AS)
    if written.isalpha() and written not in WORDS_OF_STROKES and set(written) <= set(STROKE):
        return digits
    return digits if known.means(re.sub(r"\D", "", digits)) and calling(before(text, drawn.start())) == SURE else written
