"""The parse as plain Python objects, which the rules walk again and again.

The names are spaCy's, so a rule reads the same. spaCy makes a new object for every step in a tree and asks its string store for
every label, which costs the rules more than the parser; here a step is an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc as ParserDoc


class Morph(dict[str, list[str]]):
    """The morphological features of a word, each with its values."""

    def __init__(self, features: str) -> None:
        super().__init__((name, values.split(",")) for name, _, values in (part.partition("=") for part in features.split("|")) if values)
        self.features = features

    def __str__(self) -> str:
        return self.features


class Token:
    """One token: its place (`i` in the paragraph, `idx` in the paragraph's text, `start` and `end` in the article's), its word and its
    place in the tree. Two tokens are equal when they are one."""

    __slots__ = (
        "children", "dep_", "doc", "end", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct", "is_sent_start",
        "is_space", "lemma_", "like_num", "lower_", "morph", "pos_", "sent", "start", "tag_", "text", "whitespace_",
    )  # fmt: skip
    i: int
    idx: int
    start: int
    end: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    morph: Morph
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool | None
    is_space: bool
    is_punct: bool
    is_alpha: bool
    like_num: bool
    head: Token
    children: list[Token]
    doc: Doc
    sent: Span

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    def nbor(self, distance: int = 1) -> Token:
        """Return the token so many places further on in the paragraph; raises IndexError outside it."""
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    @property
    def lefts(self) -> list[Token]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """The token with all that depends on it, each between its left and right children."""
        found: list[Token] = []
        own = True
        for child in self.children:
            if own and child.i > self.i:
                own = False
                found.append(self)
            if child.children:
                found += child.subtree
            else:
                found.append(child)
        if own:
            found.append(self)
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """The token's head, the head of that, and so on up to the root."""
        token, steps = self, len(self.doc)
        while token.head is not token and steps:
            token, steps = token.head, steps - 1
            yield token

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        if not self.children:
            return self
        return min(self.subtree, key=_place) if self.doc.is_mended else self.doc[self.doc.parsed[self.i].left_edge.i]

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        if not self.children:
            return self
        return max(self.subtree, key=_place) if self.doc.is_mended else self.doc[self.doc.parsed[self.i].right_edge.i]


def _place(token: Token) -> int:
    return token.i


class Doc(tuple[Token, ...]):
    """One parsed paragraph: its tokens, its `text`, the `start` of that in the article, and whether a tree was put right in it."""

    text: str
    start: int
    parsed: ParserDoc
    is_mended: bool
    sents: list[Span]


class Span(tuple[Token, ...]):
    """Tokens of a paragraph that follow one another: from `start`, before `end`."""

    doc: Doc
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters that the tokens cover."""
        return text_of(self)

    @property
    def root(self) -> Token:
        """The token on which the others depend: the first root, else the first whose head is outside."""
        return next((token for token in self if token.head is token), None) or next(
            (token for token in self if not self.start <= token.head.i < self.end), self[0]
        )


def text_of(tokens: Sequence[Token]) -> str:
    """Return the characters from the first to the last of tokens that follow one another."""
    if not tokens:
        return ""
    return tokens[0].doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Return the tokens from `start`, before `end`."""
    span = Span(doc[start:end])
    span.doc, span.start, span.end = doc, start, end
    return span
