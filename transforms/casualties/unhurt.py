"""People of whom a text says that nothing befell them: "the driver was not injured", "two officers escaped unhurt" count none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of, word_set, words_of
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.reality import is_unreal
from transforms.casualties.verb_reading import is_passive
from transforms.tokens import Token

HURTING = word_set("injure hurt harm wound")
# "Not seriously injured" were injured, and "otherwise unharmed" told of before as hurt.
DEGREES = word_set("not n't also physically themselves himself herself")
PAST = word_set("was were been wasn weren")
ESCAPING = word_set("escape emerge leave walk get flee survive")
FREEING = word_set("find release free rescue return recover leave let discover")


def with_nobody(harm: Harm) -> Harm:
    """Return a harm with a count of none, as a part of those it might have struck, where the words say that its people were not hurt."""
    if _is_unhurt_word(harm.trigger) or _is_not_hurt(harm):
        harm.count = replace(harm.count, low=0, best=0, high=0, qualifier="exact", first=-1, last=-1, is_more=False)
        harm.is_part, harm.may_be_dead, harm.in_hospital = True, False, False
    return harm


def victims_unhurt(token: Token) -> Iterator[Token]:
    """Yield who got away or was found unhurt, where that word stands with the verb."""
    verb = token.head
    if (
        not _is_unhurt_word(token)
        or token.dep_ not in ("xcomp", "advmod", "advcl", "acl", "amod", "obl", "obj", "ccomp")
        or verb.pos_ != "VERB"
    ):
        return
    if is_unreal(verb):
        return
    if verb.lemma_.lower() in FREEING and (freed := [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass")]):
        yield from freed
    elif verb.lemma_.lower() in ESCAPING:
        yield from subjects_of(verb)


def _is_unhurt_word(token: Token) -> bool:
    return any(word.frame == "unhurt" for word in words_of("adj").get(token.lower_, ()))


def is_half_hurt(token: Token) -> bool:
    """Return whether somebody is "otherwise unhurt", so that the text has told before what befell them."""
    return _is_unhurt_word(token) and any(child.lower_ == "otherwise" for child in token.children)


def _is_not_hurt(harm: Harm) -> bool:
    """Return whether people who are named or known were "not injured", no more being said of how badly."""
    trigger, victims = harm.trigger, harm.victims
    if trigger.lemma_.lower() not in HURTING or victims is None or harm.count.best == 0 or not _is_known(victims.head):
        return False
    said = {child.lower_ for child in trigger.children if child.dep_ == "advmod"}
    if not said & {"not", "n't"} or not said <= DEGREES:
        return False
    helpers = {child.lower_ for child in trigger.children if child.dep_ in ("aux", "aux:pass", "cop")}
    return bool(helpers & PAST) and (is_passive(trigger) or trigger.pos_ == "ADJ")


def _is_known(people: Token) -> bool:
    noun = noun_of(people)
    return people.pos_ == "PROPN" or (people.pos_ == "NOUN" and noun is not None and noun.kind in ("person", "plural"))
