"""Training-time augmentation: headlines in title case, which the treebanks hardly have."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

# Headline style keeps these small, as news style guides do.
SMALL_POS = {"ADP", "DET", "CCONJ", "PART", "PUNCT"}


@spacy.registry.augmenters("casus.title_case.v1")  # type: ignore[untyped-decorator]
def title_case(level: float) -> Callable[[Language, Example], Iterator[Example]]:
    """Return an augmenter that yields each example and, at rate `level`, a title-cased copy in its stead."""

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if random.random() >= level:  # noqa: S311 - seeded by spaCy's training loop
            yield example
            return
        reference = example.reference
        words = [
            token.text if token.pos_ in SMALL_POS and not token.is_sent_start else token.text[:1].upper() + token.text[1:]
            for token in reference
        ]
        copy = Doc(
            nlp.vocab,
            words=words,
            spaces=[bool(token.whitespace_) for token in reference],
            tags=[token.tag_ for token in reference],
            pos=[token.pos_ for token in reference],
            morphs=[str(token.morph) for token in reference],
            lemmas=[token.lemma_ for token in reference],
            heads=[token.head.i for token in reference],
            deps=[token.dep_ for token in reference],
            sent_starts=[bool(token.is_sent_start) for token in reference],
        )
        yield Example(nlp.make_doc(copy.text), copy)

    return augment
