"""The clause that a clause hangs on, where the words of who tells it stand between them."""

from __future__ import annotations

from transforms.events.repairs import after_comma, child
from transforms.tokens import Token
from transforms.tree_results import CHARGING

# Verbs that say what something is, in the words of their subject.
NAMING = frozenset({"call", "describe", "say", "term", "label", "claim", "consider", "believe", "allege"})


def told_by(verb: Token) -> Token:
    """Return the head of a clause; of a participle after what is said ("X raided Y, killing ten, officials said", "X raided Y, officials
    said, killing ten") what is said."""
    head = verb.head
    if verb.dep_ == "parataxis" and verb.tag_ == "VBD" and head.lemma_.lower() in NAMING | {"report"}:
        content = child(head, "ccomp")  # "Officials report that rebels, said to be ..., blew up a pipeline", as it may be parsed
        return content if content is not None and head.i < content.i < verb.i else head
    if verb.dep_ not in ("advcl", "ccomp") or verb.tag_ != "VBG" or not after_comma(verb) or verb.lemma_.lower() in CHARGING:
        return head  # "A strike killed ten, officials said, blaming the army"
    if head.lemma_.lower() in NAMING and head.dep_ in ("advcl", "conj", "parataxis") and head.head.i < verb.i < head.i:
        return head.head  # "X bombed Y, killing ten, a group said", whose verb of saying the parse hangs on the first
    if head.dep_ == "acl:relcl" and head.i < verb.i and head.head.head.pos_ == "VERB" and not after_comma(head):
        return head.head.head  # "fired on troops who encircled their camp, wounding two"
    said = child(head, "ccomp", "parataxis")
    return said if said is not None and said != verb and said.i < min(head.i, verb.i) else head
