"""Names compared without regard to case, accents, hyphens, spaces and apostrophes, over words that keep their offsets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from transforms.parse import Sentence
from transforms.tokens import Token

WORD = re.compile(r"[^\W_]+")
# Letters that Unicode decomposition leaves whole, as transliterations write them.
WHOLE_LETTERS = str.maketrans(
    {"ı": "i", "İ": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe"}
)


@lru_cache(maxsize=20_000)
def squash(text: str) -> str:
    """Return the letters and digits of a name, lower-case and without accents ("Jaish al-Adl" -> "jaishaladl")."""
    plain = unicodedata.normalize("NFKD", text.translate(WHOLE_LETTERS)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def slug(text: str) -> str:
    """Return a readable id of a name ("South Korea" -> "south_korea")."""
    plain = unicodedata.normalize("NFKD", text.translate(WHOLE_LETTERS)).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’ʻ`.")
    return "_".join(WORD.findall(kept))


class Word(NamedTuple):
    """A run of letters and digits: offsets into the article, text as written, key to compare by, and its token."""

    start: int
    end: int
    text: str
    key: str
    token: Token

    @property
    def is_capital(self) -> bool:
        """Whether it begins with an upper-case letter or a digit."""
        return not self.text[0].islower()


def words_of(sentence: Sentence) -> list[Word]:
    """Return the words of a sentence. A token with hyphens or apostrophes gives several."""
    tokens = iter(sentence.span)
    token = next(tokens)
    offset = sentence.start
    words = []
    for match in WORD.finditer(sentence.text):
        start = offset + match.start()
        while token.end <= start:
            token = next(tokens)
        text = match.group()
        words.append(Word(start, start + len(text), text, squash(text), token))
    return words


def head_of(words: list[Word]) -> Token:
    """Return the token of a span whose syntactic head lies outside it; the last one where several do."""
    tokens = {word.token.i: word.token for word in words}
    outside = [token for token in tokens.values() if token.head.i == token.i or token.head.i not in tokens]
    nominal = [token for token in outside if token.pos_ in ("PROPN", "NOUN", "PRON", "ADJ", "NUM", "X")]
    return (nominal or outside or list(tokens.values()))[-1]
