"""No tree, however odd, makes a repair fail or leaves a word without a root: one bad repair would set a whole article aside."""

from __future__ import annotations

import random

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from transforms.token_arrays import read_doc

SAID = (
    "Gunmen , . - -- ( ) ' \" and but said told killed shot dead found the a two of in at near after since as that who which were being had"
    " X Novak Adam police victim man 28 year old identified fighting what claimed bases neighbouring Mali attack response to for by hit"
    " erected barricades US led off Monday ; : kill gunned accused deployment of during including among them president X's shelling"
)
TAGGED = "NN NNS NNP VBD VBN VBG VB VBZ IN DT CD JJ PRP , . CC RB RP TO WP :"
CLASSED = "NOUN PROPN VERB AUX ADP DET NUM ADJ PRON PUNCT CCONJ ADV SCONJ PART"
HUNG = (
    "nsubj nsubj:pass obj iobj obl obl:agent obl:unmarked advcl ccomp xcomp acl acl:relcl nmod nmod:poss nmod:desc nmod:unmarked appos"
    " compound compound:prt flat conj cc parataxis case mark det nummod amod advmod aux aux:pass cop punct fixed dep"
)
WORDS, TAGS, PARTS, RELATIONS = SAID.split(), TAGGED.split(), CLASSED.split(), HUNG.split()
LONGEST = 18
TREES = 1500


def _tree(parser: Language, chance: random.Random) -> Doc:
    """Return a sentence of chance words, each hung on another one, mostly on a near one."""
    length = chance.randint(1, LONGEST)
    root = chance.randrange(length)
    placed, heads = [root], {root: root}
    others = [place for place in range(length) if place != root]
    chance.shuffle(others)
    for place in others:
        near = sorted(placed, key=lambda other, at=place: abs(other - at))[:3]  # type: ignore[misc]
        heads[place] = chance.choice(placed if chance.random() < 0.5 else near)
        placed.append(place)
    doc = Doc(
        parser.vocab,
        words=[chance.choice(WORDS) for _ in range(length)],
        spaces=[chance.random() < 0.9 for _ in range(length)],
        tags=[chance.choice(TAGS) for _ in range(length)],
        pos=[chance.choice(PARTS) for _ in range(length)],
        heads=[heads[place] for place in range(length)],
        deps=["ROOT" if place == root else chance.choice(RELATIONS) for place in range(length)],
    )
    for token in doc:
        token.lemma_ = token.lower_
    return doc


@pytest.mark.parametrize("seed", range(4))
def test_every_odd_tree_is_mended_to_a_tree(parser: Language, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(TREES):
        for token in read_doc(_tree(parser, chance), 0):
            assert len([*token.ancestors]) < LONGEST
            assert token.head is token or token in token.head.children
