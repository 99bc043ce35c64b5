"""Days and places of those who tell or judge a deed, which are not its own: "confirmed today", "according to sources in Caracas"."""

from __future__ import annotations

from collections.abc import Callable

from transforms.events.prospect import SPEECH
from transforms.events.repairs import child
from transforms.tokens import Token


def follows_saying(token: Token, clause: Token) -> bool:
    """Whether a date stands right after a verb of saying ("Confirmed today was the capture of ..."), wherever the parse hangs it."""
    first = token.left_edge
    if token.dep_ == "nmod:poss" or first.i <= token.sent.start:
        return False
    before = first.nbor(-1)
    return before != clause and before.pos_ == "VERB" and before.tag_ in ("VBD", "VBN") and before.lemma_.lower() in SPEECH


def is_of_teller(token: Token, clause: Token, is_saying: Callable[[Token], bool]) -> bool:
    """Whether a place says where those are who tell or judge a deed ("according to sources in X", "was condemned by leaders in X")."""
    word = token
    while word.i not in (word.head.i, clause.i) and word.pos_ not in ("VERB", "AUX"):
        case = child(word, "case")
        if case is not None and case.lower_ == "according":
            return True
        if word.dep_ == "obl:agent" and word.i != token.i and word.head != clause:
            return is_saying(word.head)
        if case is not None and case.lower_ == "from" and word.head != clause and _follows_agent(word):
            return is_saying(word.head)  # "was condemned by leaders from universities in X", hung on the verb
        word = word.head
    return False


def _follows_agent(phrase: Token) -> bool:
    return any(t.dep_ == "obl:agent" and t.i < phrase.i for t in phrase.head.children)
