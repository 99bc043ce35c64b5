"""Deaths by one's own hand, told in an attack's aftermath: the gunman's death is none of his victims'."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import word_set
from transforms.casualties.neighbours import subjects_of
from transforms.tokens import Token

REFLEXIVE = word_set("himself herself themselves")
# Verbs that tell of it with what stands beside them.
SUICIDE_WORDS = word_set("commit turn")
WEAPONS = word_set("gun weapon rifle pistol handgun shotgun firearm knife revolver")


def victims_of_suicide(token: Token) -> Iterator[Token]:
    """Yield who committed suicide, or turned a weapon on himself."""
    lemma = token.lemma_.lower()
    if lemma not in SUICIDE_WORDS:
        return
    objects = [child for child in token.children if child.dep_ == "obj"]
    commits = lemma == "commit" and any(child.lower_ == "suicide" for child in objects)
    if commits or turns_weapon(token):
        yield from subjects_of(token)


def turns_weapon(token: Token) -> bool:
    """Return whether somebody "turned the gun on himself", which says shot and not yet dead."""
    if str(token.lemma_).lower() != "turn" or not any(child.lower_ in WEAPONS for child in token.children):
        return False
    return any(child.lower_ in REFLEXIVE for child in token.children)


def is_self_inflicted(trigger: Token) -> bool:
    """Return whether the word of harm tells what somebody did to himself: "shot himself", "took her own life", "died by suicide"."""
    if any(token.lower_.startswith("accident") for token in trigger.sent):
        return False
    if any(child.lower_ in REFLEXIVE and child.dep_ in ("obj", "obl", "punct") for child in trigger.children):
        return True
    if trigger.lower_ == "life" and any(child.lower_ == "own" for child in trigger.children):
        return True
    near = [*trigger.children, trigger.head, *trigger.head.children]
    own_hand = any(token.lower_ == "suicide" and token.dep_ in ("obl", "nmod", "ROOT", "xcomp", "obj", "acl") for token in near)
    return own_hand or any(token.lower_ == "inflicted" and token.nbor(-1).text == "-" for token in trigger.subtree)
