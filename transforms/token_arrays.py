"""A parsed paragraph read from spaCy's arrays, once, into the tokens that the rules walk."""

from __future__ import annotations

from functools import cache

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.parts_of_speech import NAMES as POS_NAMES
from spacy.tokens import Doc as ParserDoc
from spacy.vocab import Vocab

from transforms.tokens import Doc, Morph, Token, span_of
from transforms.tree_repairs import mend

COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, HEAD, MORPH, ENT_TYPE, ENT_IOB, SENT_START, SPACY]
IOB = ("", "I", "O", "B")
NEGATIVE = 1 << 63  # offsets of heads come as unsigned numbers
# Words of one language recur; what is rare is asked for again, so memory stays flat.
CACHED = 100_000


class _Strings(dict[int, str]):
    """The parser's string store, asked once for each string."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, key: int) -> str:
        if len(self) >= CACHED:
            self.clear()
        self[key] = found = self._vocab.strings[key]
        return found


class _Words(dict[int, tuple[str, str, bool, bool, bool, bool]]):
    """What a word is wherever it stands, by its key: text, lower case, whether space, punctuation, letters, number."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, key: int) -> tuple[str, str, bool, bool, bool, bool]:
        if len(self) >= CACHED:
            self.clear()
        word = self._vocab[key]
        self[key] = found = (word.orth_, word.lower_, word.is_space, word.is_punct, word.is_alpha, word.like_num)
        return found


class _Morphs(dict[int, Morph]):
    """The features behind each key."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, key: int) -> Morph:
        self[key] = found = Morph(self._vocab.strings[key].removeprefix("_") if key else "")
        return found


@cache
def _stores(vocab: Vocab) -> tuple[_Strings, _Words, _Morphs]:
    return _Strings(vocab), _Words(vocab), _Morphs(vocab)


def read_doc(parsed: ParserDoc, start: int) -> Doc:
    """Return a parsed paragraph that begins at `start` in its article."""
    strings, words, morphs = _stores(parsed.vocab)
    rows = parsed.to_array(COLUMNS).tolist()
    doc = Doc([Token() for _ in rows])
    doc.text, doc.start, doc.parsed, doc.sents, doc.is_mended = parsed.text, start, parsed, [], False
    idx, i, first = 0, 0, 0
    for token, (orth, lemma, pos, tag, dep, head, morph, ent_type, ent_iob, sent_start, space) in zip(doc, rows, strict=True):
        token.text, token.lower_, token.is_space, token.is_punct, token.is_alpha, token.like_num = words[orth]
        token.i, token.idx, token.start = i, idx, start + idx
        idx += len(token.text)
        token.end = start + idx
        token.lemma_, token.pos_, token.tag_, token.dep_ = strings[lemma], POS_NAMES[pos], strings[tag], strings[dep]
        token.morph, token.ent_type_, token.ent_iob_ = morphs[morph], strings[ent_type], IOB[ent_iob]
        token.whitespace_ = " " if space else ""
        token.is_sent_start = None if sent_start == 0 else sent_start == 1
        token.doc, token.children = doc, []
        token.head = doc[i + (head if head < NEGATIVE else head - 2 * NEGATIVE)]
        if sent_start == 1 and i > first:
            _close(doc, first, i)
            first = i
        idx += space
        i += 1
    for token in doc:
        if token.head is not token:
            token.head.children.append(token)
    if doc:
        _close(doc, first, i)
    mend(doc)
    return doc


def _close(doc: Doc, start: int, end: int) -> None:
    """Let the tokens of a sentence know it."""
    span = span_of(doc, start, end)
    doc.sents.append(span)
    for token in span:
        token.sent = span
