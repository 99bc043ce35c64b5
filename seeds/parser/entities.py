"""Named entities for training and testing: PER, ORG, LOC and NORP (nationalities), from three kinds of annotation.

UNER marks names in EWT and PUD; GUM marks every mention, of which those with a proper-noun head are names; re3d marks
names and common nouns in reports on Syria and Iraq, of which those with a capital are kept. Country adjectives, which UNER and GUM leave
unmarked, become NORP by `seeds/countries.csv`.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import conllu
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans
from spacy.vocab import Vocab

UNER = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
GUM = {"person": "PER", "organization": "ORG", "place": "LOC"}
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
COUNTRIES = Path(__file__).parent.parent / "countries.csv"
# Every tenth document chooses the best checkpoint; the rest is trained on.
CHOICE_EVERY = 10


def corpora(folder: Path) -> tuple[list[Doc], list[Doc]]:
    """Return training and choosing documents with entities set."""
    vocab = spacy.blank("en").vocab
    docs = [
        *uner_docs(folder / "en_ewt-ud-dev.conllu", folder / "uner_ewt-dev.iob2", vocab),
        *uner_docs(folder / "en_ewt-ud-test.conllu", folder / "uner_ewt-test.iob2", vocab),
        *gum_docs(folder / "en_gum-cc-by.conllu", vocab),
    ]
    in_domain = list(re3d_docs(folder / "re3d"))
    choice = [doc for index, doc in enumerate(docs) if index % CHOICE_EVERY == 0] + in_domain[::CHOICE_EVERY]
    train = [doc for index, doc in enumerate(docs) if index % CHOICE_EVERY] + [d for i, d in enumerate(in_domain) if i % CHOICE_EVERY]
    return train, choice


def evaluate(nlp: Language, folder: Path) -> dict[str, float]:
    """Return entity precision, recall and F on PUD in percent, over PER, ORG and LOC as UNER marks them."""
    gold = list(uner_docs(folder / "en_pud-ud-test.conllu", folder / "uner_pud-test.iob2", nlp.vocab))
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    scores = nlp.evaluate(examples)
    per_type = scores["ents_per_type"] or {}
    return {
        "pud_ents": round(100 * scores["ents_f"], 2),
        **{f"pud_ents_{label.lower()}": round(100 * part["f"], 2) for label, part in sorted(per_type.items())},
    }


def uner_docs(treebank: Path, annotation: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield a treebank's paragraphs with UNER's entities and nationalities."""
    # UNER keeps a treebank's sentences in its order, though not always their ids.
    tags = _iob_sentences(annotation)
    for group in conllu.paragraphs(conllu.read_sentences(treebank)):
        doc = conllu.to_doc(vocab, group)
        flat = [tag for _ in group for tag in next(tags)]
        # A few sentences were split into other words since; their paragraphs are left out.
        if len(flat) == len(doc):
            yield _with_entities(doc, list(_iob_spans(doc, flat)))


def gum_docs(treebank: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield GUM's paragraphs with the mentions that are names."""
    for group in conllu.paragraphs(conllu.read_sentences(treebank)):
        doc = conllu.to_doc(vocab, group)
        spans: list[Span] = []
        offset = 0
        for sentence in group:
            for first, last, kind in _gum_mentions(sentence):
                name = _name_in(doc, offset + first, offset + last)
                if kind in GUM and name is not None:
                    spans.append(Span(doc, *name, label=GUM[kind]))
            offset += len(sentence.tokens)
        yield _with_entities(doc, spans)


def re3d_docs(folder: Path) -> Iterator[Doc]:
    """Yield re3d's documents, paragraph by paragraph, with the mentions that are names."""
    nlp = spacy.blank("en")
    for source in sorted(path.parent for path in folder.glob("*/documents.json")):
        entities: dict[str, list[dict[str, object]]] = {}
        for line in (source / "entities.json").read_text(encoding="utf-8").splitlines():
            entity = json.loads(line)
            entities.setdefault(entity["documentId"], []).append(entity)
        for line in (source / "documents.json").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            text = document["text"].translate(conllu.STRAIGHT)
            for match in re.finditer(r"[^\n]+", text):
                doc = nlp.make_doc(match.group())
                spans = []
                for entity in entities.get(document["_id"], []):
                    label = RE3D.get(str(entity["type"]))
                    span = doc.char_span(int(str(entity["begin"])) - match.start(), int(str(entity["end"])) - match.start())
                    if label is None or span is None:
                        continue
                    words = [token for token in span if token.is_title or token.is_upper]
                    if words and words[-1].i == span.end - 1:
                        start = next((t.i for t in span if t.lower_ not in {"the", "a", "an"}), span.start)
                        spans.append(Span(doc, start, span.end, label=label))
                if len(doc):
                    yield _with_entities(doc, spans)


def _with_entities(doc: Doc, spans: list[Span]) -> Doc:
    demonyms = _demonyms()
    taken = {token.i for span in spans for token in span}
    nationalities = [
        Span(doc, token.i, token.i + 1, label="NORP")
        for token in doc
        if token.i not in taken and token.text in demonyms and token.pos_ in {"ADJ", "PROPN", "NOUN", ""}
    ]
    doc.set_ents(filter_spans(spans + nationalities), default="outside")
    return doc


def _demonyms() -> frozenset[str]:
    with COUNTRIES.open(encoding="utf-8", newline="") as lines:
        return frozenset(word for row in csv.DictReader(lines) for word in row["demonyms"].split("|") if word and " " not in word)


def _iob_sentences(path: Path) -> Iterator[list[str]]:
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            tags.append(line.split("\t")[2])
        elif not line and tags:
            yield tags
            tags = []


def _iob_spans(doc: Doc, tags: list[str]) -> Iterator[Span]:
    start = 0
    for index in range(len(tags) + 1):
        tag = tags[index] if index < len(tags) else "O"
        if not tag.startswith("I-"):
            if index and tags[start][2:] in UNER and start < index:
                yield Span(doc, start, index, label=UNER[tags[start][2:]])
            start = index


def _gum_mentions(sentence: conllu.Sentence) -> Iterator[tuple[int, int, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, token in enumerate(sentence.tokens):
        field = next((part.removeprefix("Entity=") for part in token.misc.split("|") if part.startswith("Entity=")), "")
        for piece in re.finditer(r"\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)", field):
            number, kind, closed, ending = piece.groups()
            if number and closed:
                yield index, index + 1, kind
            elif number:
                opened.setdefault(number, []).append((index, kind))
            elif opened.get(ending):
                start, kind = opened[ending].pop()
                yield start, index + 1, kind


def _name_in(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """Return the name at the heart of a mention: from its first capital to its head and what is flat to it or `of` it."""
    span = doc[first:last]
    if span.root.pos_ != "PROPN":
        return None
    start = next((t.i for t in span if t.pos_ in {"PROPN", "ADJ"} and t.text[:1].isupper()), None)
    if start is None or start > span.root.i:
        return None
    end = span.root.i + 1
    while end < last and (doc[end].dep_ == "flat" or (doc[end].pos_ == "PROPN" and doc[end - 1].pos_ == "PROPN")):
        end += 1
    if end + 1 < last and doc[end].lower_ == "of" and doc[end + 1].pos_ == "PROPN":
        end += 2
    return start, end
