"""Parse articles paragraph by paragraph, with offsets that always point into `Article.text`.

Characters the parser has hardly seen (curly quotes, long dashes) are replaced one for one before parsing, so
`paragraph.start + token.idx` is the token's offset in the article's own text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transforms.normalize.title_case import small_titles
from transforms.records import Article
from transforms.seed_tables import SEEDS
from transforms.tokens import Doc, Span, Token, span_of

if TYPE_CHECKING:  # spaCy takes a second to load, and who only looks across articles needs no parser
    from spacy.language import Language

# One character for one character: the parser's treebanks write these plainly.
PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'",
        "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "…": ".", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
    }
)  # fmt: skip


# The tokenizer takes marks off a word one by one and copies the rest each time: of 8,000 quotation marks in a row it takes 14 s.
LONG_RUN = re.compile(r"[^\w\s]{200,}|_{200,}")
KEPT_OF_RUN = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the article, offsets, its parsed span, and its text as the parser read it (plain quotes and dashes)."""

    index: int
    paragraph: int
    start: int
    end: int
    span: Span
    text: str


@dataclass(slots=True)
class ParsedArticle:
    """An article with its parsed sentences, in order."""

    article: Article
    sentences: list[Sentence] = field(default_factory=list)

    def text(self, start: int, end: int) -> str:
        """Return the article's own characters from `start` to `end`."""
        return self.article.text[start:end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers an offset (bisection), or None between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None

    def token_at(self, offset: int) -> Token | None:
        """Return the token that covers an offset, or None."""
        sentence = self.sentence_at(offset)
        if sentence is None:
            return None
        return next((token for token in sentence.span if start_of(token) <= offset < end_of(token)), None)


def start_of(token: Token) -> int:
    """Return a token's first offset in the article's text."""
    return token.start


def end_of(token: Token) -> int:
    """Return the offset after a token in the article's text."""
    return token.end


@cache
def load_parser() -> Language:
    """Return the parser that Casus ships, or the UD pipeline that `CASUS_PARSER` names (a path or a package)."""
    import spacy

    from transforms.blas import use_numpy_blas
    from transforms.sentence_breaks import SENTENCE_BREAKS

    use_numpy_blas()
    named = os.environ.get("CASUS_PARSER")
    parser = spacy.load(named or Path(SEEDS) / "parser" / "model")
    parser.add_pipe(SENTENCE_BREAKS, first=True)
    if named is None:
        _index_lemmas(parser)
    return parser


def _index_lemmas(parser: Language) -> None:
    """Turn the lemmatizer's lists of known lemmas, which it searches for every new word, into sets."""
    lemmatizer: Any = parser.get_pipe("lemmatizer")
    known = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(known):
        known[part_of_speech] = frozenset(known[part_of_speech])


def parse_articles(parser: Language, articles: Iterable[Article], batch_size: int = 64) -> Iterator[ParsedArticle]:
    """Yield each article parsed, in order; an article without text yields no sentences."""
    from transforms.token_arrays import read_doc

    articles = list(articles)
    pieces = [(number, start, text) for number, article in enumerate(articles) for start, text in paragraphs(_readable(article.text))]
    docs = parser.pipe((text for _, _, text in pieces), batch_size=batch_size)
    results = [ParsedArticle(article) for article in articles]
    counts = [0] * len(articles)
    for (number, start, _), doc in zip(pieces, docs, strict=True):
        _append(results[number], read_doc(doc, start), start, counts[number])
        counts[number] += 1
    yield from results


def _readable(text: str) -> str:
    """Return upper-case wire copy and headlines in title case in ordinary case, character for character; any other text unchanged."""
    if any(mark.islower() for mark in text[:80]) and sum(mark.islower() for mark in text[:400]) > 80:
        return small_titles(text)
    from transforms.normalize.truecase import truecase  # only such texts need the dictionary and the gazetteer behind it

    return small_titles(truecase(text))


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield each non-empty line's offset and its plain text, without the spaces around it."""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        body = line.strip()
        if body:
            yield match.start() + line.index(body), plain(body)


def plain(text: str) -> str:
    """Return the text with plain quotes and dashes, of the same length (doubled marks become a space and one mark)."""
    text = text.replace("``", ' "').replace("''", '" ')
    if LONG_RUN.search(text):
        text = LONG_RUN.sub(lambda run: run[0][:KEPT_OF_RUN] + " " * (len(run[0]) - KEPT_OF_RUN), text)
    return text.translate(PLAIN)


def _append(parsed: ParsedArticle, doc: Doc, start: int, paragraph: int) -> None:
    for span in doc.sents:
        words = [token for token in span if not token.is_space]
        if not words:
            continue
        first, last = words[0], words[-1]
        own = span_of(doc, first.i, last.i + 1)
        parsed.sentences.append(Sentence(len(parsed.sentences), paragraph, start + first.idx, start + last.idx + len(last), own, own.text))
