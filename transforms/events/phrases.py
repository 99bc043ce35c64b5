"""The words of a trigger of several words ("opened fire on", "placed under house arrest") around its head."""

from __future__ import annotations

from collections.abc import Collection

from transforms.events.lexicon import Trigger, forms
from transforms.events.reading import TIME_WORDS
from transforms.tokens import Token

INNER = frozenset({"case", "mark", "compound", "amod"})


def phrase_words(trigger: Trigger, token: Token) -> tuple[Token, ...] | None:
    """Return the tokens of a trigger's phrase around its head, or None when they are not all there.

    The words after a verb are among its dependents or theirs, in order, within eight words; those before a noun are its modifiers."""
    if len(trigger.words) == 1:
        return (token,)
    if trigger.pos == "noun" and "of" not in trigger.words:
        start = token.i - len(trigger.words) + 1
        if start < 0:
            return None
        before = [token.doc[start + n] for n in range(len(trigger.words) - 1)]
        return (*before, token) if all(word in forms(t) for word, t in zip(trigger.words, before, strict=False)) else None
    found = [token]
    own = {token.i}
    place = token.i + 1
    for word in trigger.words[trigger.words.index(forms(token)[0]) + 1 if forms(token)[0] in trigger.words else 1 :]:
        while place < min(len(token.doc), token.i + 8):
            here = token.doc[place]
            place += 1
            bound = here.head.i in own or (here.dep_ in INNER and here.head.head.i in own and _is_in_phrase(here, own))
            if here.dep_ == "case" and here.head.lemma_.lower() in TIME_WORDS:
                continue
            is_part = here.dep_ == "compound" and token.doc[here.i - 1].text == "-"  # "held live-fire drills"
            if word in forms(here) and bound and here.dep_ != "conj" and not is_part:
                found.append(here)
                own.add(here.i)
                break
        else:
            return None
    return tuple(found)


def _is_in_phrase(word: Token, own: Collection[int]) -> bool:
    """Whether a marker or modifier is of a phrase's own noun; what stands behind a preposition that is none of its words is not ("fired
    shots through the back windshield")."""
    if word.dep_ in ("case", "mark"):
        return True
    return all(t.i in own for t in word.head.children if t.dep_ == "case" and t.i < word.i)
