"""The noun phrase of a source as written: its head with what names it, without clauses."""

from __future__ import annotations

from transforms.attribution.sources import SUBJECTS, is_time
from transforms.parse import end_of, start_of
from transforms.tokens import Token

# what may follow a name without being part of who it is: its clauses, and loose additions
CLAUSES = frozenset({"acl:relcl", "parataxis", "advcl", "ccomp", "discourse", "csubj"})
NOT_OF_NAME = frozenset({"nsubj", "cop", "aux", "obj", "mark", "case", "cc"})


def phrase(head: Token, cue: Token | None = None) -> tuple[int, int]:
    """Return the span of a source's noun phrase as written: what comes with its head, without clauses, its cue and end marks."""
    kept = _phrase_tokens(head, cue)
    while (
        len(kept) > 1
        and kept[-1] != head
        and ((kept[-1].is_punct and kept[-1].text != ")") or kept[-1].is_space or kept[-1].pos_ in ("ADP", "CCONJ"))
    ):
        kept.pop()
    while len(kept) > 1 and kept[0] != head and (kept[0].is_punct or kept[0].is_space or kept[0].dep_ in ("case", "cc", "mark", "fixed")):
        kept.pop(0)
    return start_of(kept[0]), end_of(kept[-1])


def _phrase_tokens(head: Token, cue: Token | None) -> list[Token]:
    left, right = head.i, head.i
    members = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child == cue or child.dep_ in CLAUSES or (child.dep_ == "acl" and child.i > head.i + 1 and _is_loose(child)):
                continue
            if token == head and (child.dep_ in NOT_OF_NAME or (child.pos_ == "ADV" and child.i > head.i)):
                continue
            if token == head and child.pos_ == "VERB" and child.dep_ != "acl" and child.i > head.i:
                continue
            if token == head and is_time(child) and child.i > head.i:
                continue
            if token == head and child.i > head.i and any(mark.lower_ == "including" for mark in child.children):
                continue  # "according to the minister, including 3,000 in Goma"
            if (
                token == head
                and child.dep_ == "appos"
                and child.i > head.i
                and child.left_edge.pos_ in ("NUM", "PUNCT")
                and _is_share(child)
            ):
                continue  # "according to IOM, 53 per cent of them female"
            members.add(child.i)
            stack.append(child)
    while left - 1 in members and head.doc[left - 1].text != ":":  # "Ethiopia: rights body says ..."
        left -= 1
    while right + 1 in members and head.doc[right + 1].lower_ != "that":
        right += 1
    if head.pos_ in ("NOUN", "PROPN") and head.i == right:
        while (
            right + 1 < len(head.doc)
            and head.doc[right + 1].pos_ == "PROPN"
            and head.doc[right + 1].dep_ not in SUBJECTS
            and not is_time(head.doc[right + 1])
            and not head.doc[right + 1].is_space
        ):
            right += 1  # a name after its title, which the parser tore off
        while right + 2 < len(head.doc) and _is_torn_name(head.doc[right + 1]):
            right += 2  # "the IOM Displacement Tracking Matrix"
    while head.pos_ == "PROPN" and left == head.i and left > 0 and head.doc[left - 1].pos_ == "PROPN":
        left -= 1
        head = head.doc[left]
    return [head.doc[i] for i in range(left, right + 1)]


def _is_share(noun: Token) -> bool:
    """Return whether words set beside a name count some of those told of."""
    return any(t.lower_ in ("them", "whom") for t in noun.subtree)


def _is_torn_name(word: Token) -> bool:
    """Return whether the parse took a capitalised word of a name for a verb, with the name's last word as its object."""
    after = word.nbor(1)
    return word.tag_ == "VBG" and word.text.istitle() and word.i > word.sent.start + 1 and after.head == word and after.text.istitle()


def _is_loose(token: Token) -> bool:
    """Return whether a clause is no part of a name: behind a comma, or what a hearer was told ("told Reuters that they fled")."""
    first = token.left_edge.i
    return (first > 0 and "," in (token.doc[first].text, token.doc[first - 1].text)) or any(
        t.dep_ == "mark" and t.lower_ == "that" for t in token.children
    )
