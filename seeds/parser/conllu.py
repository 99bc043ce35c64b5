"""Read Universal Dependencies files into spaCy documents, one document a paragraph.

Casus parses paragraph by paragraph, so the parser is trained on paragraphs: consecutive sentences of one
`# newpar` (at most ten) stand in one document, which also teaches sentence boundaries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST_PARAGRAPH = 10

# Typographic marks become what the parser sees at run time (see transforms/parse.py).
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "."})


@dataclass(frozen=True)
class Token:
    """One word line of a CoNLL-U file; `head` is 0 for the root; `space` says whether a space follows."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str
    space: bool


@dataclass(frozen=True)
class Sentence:
    """One sentence with its id and whether it opens a paragraph."""

    sent_id: str
    opens_paragraph: bool
    tokens: tuple[Token, ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; multiword ranges lend their spacing, empty nodes are left out."""
    sent_id, opens = "", False
    rows: list[Token] = []
    glued_until = 0
    range_space = True
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            opens |= line.startswith(("# newpar", "# newdoc"))
            if line.startswith("# sent_id = "):
                sent_id = line.removeprefix("# sent_id = ")
            continue
        if not line:
            if rows:
                yield Sentence(sent_id, opens, tuple(rows))
            rows, opens, glued_until = [], False, 0
            continue
        number, form, lemma, upos, xpos, feats, head, deprel, _, misc = line.split("\t")
        if "." in number:
            continue
        if "-" in number:
            glued_until = int(number.split("-")[1])
            range_space = "SpaceAfter=No" not in misc
            continue
        space = "SpaceAfter=No" not in misc
        if int(number) < glued_until:
            space = False
        elif int(number) == glued_until:
            space = range_space
        form = form.translate(STRAIGHT).replace(" ", "\u00a0")
        rows.append(Token(form, lemma, upos, xpos, feats, int(head), deprel, misc, space))


def paragraphs(sentences: Iterator[Sentence]) -> Iterator[list[Sentence]]:
    """Group sentences into paragraphs of at most ten sentences."""
    current: list[Sentence] = []
    for sentence in sentences:
        if current and (sentence.opens_paragraph or len(current) == LONGEST_PARAGRAPH):
            yield current
            current = []
        current.append(sentence)
    if current:
        yield current


def to_doc(vocab: Vocab, group: list[Sentence]) -> Doc:
    """Return one parsed document for a paragraph; entities are left unset (missing, not absent)."""
    tokens = [(offset, token) for offset, sentence in _offsets(group) for token in sentence.tokens]
    heads, starts = [], []
    for position, (offset, token) in enumerate(tokens):
        heads.append(position if token.head == 0 else offset + token.head - 1)
        starts.append(position == offset)
    return Doc(
        vocab,
        words=[t.form for _, t in tokens],
        spaces=[t.space for _, t in tokens],
        tags=[t.xpos for _, t in tokens],
        pos=[t.upos for _, t in tokens],
        morphs=["" if t.feats == "_" else t.feats for _, t in tokens],
        lemmas=[t.lemma for _, t in tokens],
        heads=heads,
        deps=["ROOT" if t.head == 0 else t.deprel for _, t in tokens],
        sent_starts=starts,
    )


def _offsets(group: list[Sentence]) -> Iterator[tuple[int, Sentence]]:
    offset = 0
    for sentence in group:
        yield offset, sentence
        offset += len(sentence.tokens)
