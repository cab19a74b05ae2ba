"""Makes up text that compresses, parses and searches like real guides, in no language of any campaign.

Words are drawn by Zipf's law (rank × frequency is constant), and each text has rare words of its own, because
a search index lives from few words that stand everywhere and many that stand on one page. The same seed
gives the same text.
"""

from random import Random
from unicodedata import normalize

ONSETS = {"vi": "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(),
          "": "b br c ch d dr f fl g gr h k l m n p pl pr r s sh st t th tr v w".split()}
RHYMES = {"vi": ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e em en eo et ê êch êm ên "
                 "ênh êt êu i ia ich iêc iêm iên iêng iêt iêu im in inh ip it iu o oa oai oan oang oc oi om on ong op ot ô ôc ôi "
                 "ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uc ui um un ung uôc uôi uôn uông uôt up ut uy uyên uyêt ư ưa ưc ưi "
                 "ưng ươc ươi ươm ươn ương ươp ươt ưt ưu").split(),
          "": "a ack age ain al all am an and are art ate e ead eal ect ed eed en ent er est i ice ide ign ill in ine ing "
              "ion ire is ish it o oad ock oin on one ong ood oor op ore orm ort ot ound our ow ue un und ure us ust".split()}
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS, MARKED = "aăâeêioôơuưy", "ăâêôơư"
STOCK = 9_000
MEANT = {"at", "dot", "one"}  # the checks read an address or a number out of these
COMMON, SUBJECT, SHARE = 900, 50, 0.12  # words that all texts share, words of one text alone, and the share of those


def stock_of(language: str) -> list[str]:
    """Returns the words of a made-up language, the commonest first; these are short, as in every language.

    Vietnamese ones are syllables with their tones.
    """
    draw, found = Random(language), {}
    while len(found) < STOCK:
        if language == "vi":
            word = draw.choice(ONSETS["vi"]) + _toned(draw.choice(RHYMES["vi"]), draw.choice(TONES))
        else:
            word = "".join(draw.choice(ONSETS[""]) + draw.choice(RHYMES[""]) for _ in range(draw.choice((1, 1, 2, 2, 3))))
        if word not in MEANT:
            found[word] = None
        if language == "vi" and len(found) == STOCK // 2:
            break
    return sorted(found, key=lambda word: len(word) * draw.uniform(1, 2))


def _toned(rhyme: str, tone: str) -> str:
    """Returns a rhyme with its tone in one letter (NFC): the last vowel with a mark, else the first vowel."""
    at = max((rhyme.rfind(letter) for letter in MARKED), default=-1)
    at = at if at >= 0 else min(place for place, letter in enumerate(rhyme) if letter in VOWELS)
    return normalize("NFC", rhyme[:at + 1] + tone + rhyme[at + 1:])


class Writer:
    """Writes sentences out of a stock of words; `seed` decides which, and which rare words its text is about."""

    def __init__(self, stock: list[str], seed: str):
        self.draw = Random(seed)
        self.common, self.subject = stock[:COMMON], self.draw.sample(stock[COMMON:], SUBJECT)

    def words(self, count: int) -> str:
        """Returns `count` words."""
        return " ".join(self._word(self.subject if self.draw.random() < SHARE else self.common) for _ in range(count))

    def _word(self, stock: list[str]) -> str:
        return stock[int(len(stock) ** self.draw.random()) - 1]

    def sentence(self) -> str:
        """Returns a sentence of 8 to 16 words."""
        return self.words(self.draw.randint(8, 16)).capitalize() + "."

    def paragraph(self, count: int) -> str:
        """Returns about `count` words in sentences."""
        return " ".join(self.sentence() for _ in range(max(1, round(count / 12))))
