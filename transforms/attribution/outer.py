"""Sentences as a reader sees them around quotations: a quotation is one block, whatever stops and capitals are inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.attribution.cues import verb_cue
from transforms.attribution.marks import Stretch
from transforms.parse import ParsedArticle, end_of, start_of
from transforms.tokens import Doc, Token

STOP = re.compile(r"[.!?]")
STOPPED = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(slots=True)
class OuterSentence:
    """One sentence outside quotation marks: its words, and the numbers of the stretches that stand in it, both in order."""

    words: list[Token] = field(default_factory=list)
    stretches: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """One parsed paragraph with its stretches: `inside[i]` is the number of the stretch that token i is in, or None."""

    doc: Doc
    inside: list[int | None]
    sentences: list[OuterSentence] = field(default_factory=list)
    home: dict[int, int] = field(default_factory=dict)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    extents: dict[int, tuple[int, int]] = field(default_factory=dict)
    _counts: list[tuple[int, int]] = field(default_factory=list)

    def words_between(self, first: int, end: int) -> tuple[int, int]:
        """Return how many words, and how many verbs among them, stand outside all stretches from token `first` to before `end`."""
        if not self._counts:
            words = verbs = 0
            self._counts = [(0, 0)]
            for token, number in zip(self.doc, self.inside, strict=True):
                words += number is None and not token.is_space
                verbs += number is None and token.pos_ == "VERB"
                self._counts.append((words, verbs))
        if end <= first:
            return 0, 0
        (words, verbs), (words_before, verbs_before) = self._counts[end], self._counts[first]
        return words - words_before, verbs - verbs_before

    def region(self, token: Token) -> range:
        """Return the tokens that an act of speech at a token can reach: its outer sentence, or inside a quotation the quotation."""
        number = self.inside[token.i]
        if number is not None:
            sentence = token.sent
            inner = [i for i in range(sentence.start, sentence.end) if self.inside[i] == number]
            return range(inner[0], inner[-1] + 1)
        low, high = 0, len(self.bounds)
        while low < high:
            middle = (low + high) // 2
            if self.bounds[middle][1] <= token.i:
                low = middle + 1
            else:
                high = middle
        return range(*self.bounds[low]) if low < len(self.bounds) else range(token.i, token.i + 1)

    def extent(self, number: int) -> tuple[int, int]:
        """Return the first and the last token of a stretch, its marks included."""
        return self.extents[number]

    def neighbours(self, number: int) -> tuple[Token | None, Token | None]:
        """Return the words right after and right before a stretch in its sentence, marks and spaces skipped."""
        first, last = self.extents[number]
        words = self.sentences[self.home[number]].words
        after = next((t for t in words if t.i > last and not t.is_space), None)
        before = next((t for t in reversed(words) if t.i < first and not t.is_space), None)
        return after, before


def read_paragraphs(parsed: ParsedArticle, stretches: Sequence[Stretch]) -> list[Paragraph]:
    """Return the article's paragraphs with their stretches, in order (one pass over both)."""
    docs: list[Doc] = []
    for sentence in parsed.sentences:
        if not docs or docs[-1] is not sentence.span.doc:
            docs.append(sentence.span.doc)
    result = []
    at = 0
    for doc in docs:
        end = doc.start + len(doc.text)
        numbers = []
        while at < len(stretches) and stretches[at].start < end:
            numbers.append(at)
            at += 1
        result.append(_read_paragraph(doc, stretches, numbers, parsed.article.text))
    return result


def _read_paragraph(doc: Doc, stretches: Sequence[Stretch], numbers: Sequence[int], text: str) -> Paragraph:
    """Return a paragraph's outer sentences; `numbers` are the stretches that lie in it, in order."""
    inside: list[int | None] = [None] * len(doc) if not numbers else []
    at = 0
    for token in doc if numbers else ():
        while at < len(numbers) and stretches[numbers[at]].outer_end <= start_of(token):
            at += 1
        within = at < len(numbers) and stretches[numbers[at]].outer_start < end_of(token)
        inside.append(numbers[at] if within else None)
    paragraph = Paragraph(doc, inside)
    current, first = OuterSentence(), 0
    for token in doc:
        number = inside[token.i]
        if number is not None:
            paragraph.extents[number] = (paragraph.extents.get(number, (token.i, 0))[0], token.i)
        if token.is_space:
            continue
        at = token.i - 1
        may_start = at >= 0 and (doc[at].is_punct or doc[at].is_space or inside[at] is not None)
        if may_start and (current.words or current.stretches) and _starts_sentence(token, paragraph, stretches, text):
            paragraph.bounds.append((first, token.i))
            paragraph.sentences.append(current)
            current, first = OuterSentence(), token.i
        if number is None:
            current.words.append(token)
        elif not current.stretches or current.stretches[-1] != number:
            current.stretches.append(number)
            paragraph.home[number] = len(paragraph.sentences)
    if current.words or current.stretches:
        paragraph.bounds.append((first, len(doc)))
        paragraph.sentences.append(current)
    return paragraph


def _starts_sentence(token: Token, paragraph: Paragraph, stretches: Sequence[Stretch], text: str) -> bool:
    """Return whether a new outer sentence begins at a token: after a stop, or after a quotation that ends in one."""
    doc, at = token.doc, token.i - 1
    while at > 0 and doc[at].is_space:
        at -= 1
    number, before = paragraph.inside[token.i], paragraph.inside[at]
    if number is not None and number == before:
        return False
    if before is not None:
        stretch = stretches[before]
        if not STOPPED.search(text[stretch.start : stretch.end]):
            return False
        return number is not None or (_can_begin(token) and not _is_tail(token, paragraph, text[stretch.end - 1]))
    if not STOP.search(doc[at].text) or not doc[at].is_punct:
        return False
    return number is not None or _can_begin(token)


def _can_begin(token: Token) -> bool:
    return not token.text[0].islower() and not token.is_punct


def _is_tail(token: Token, paragraph: Paragraph, mark: str) -> bool:
    """Return whether words after `"...?"` or `"...!"` tell who spoke: a cue verb soon, with nothing said after it."""
    if mark == ".":
        return False
    doc = token.doc
    for other in doc[token.i : token.i + 9]:
        if paragraph.inside[other.i] is not None or (other.is_punct and STOP.search(other.text)):
            return False
        if verb_cue(other) is not None:
            following = doc[other.i + 1] if other.i + 1 < len(doc) else None
            return following is None or following.is_punct or following.pos_ in ("ADV", "ADP", "PROPN", "SCONJ") or other.i == token.i
    return False
