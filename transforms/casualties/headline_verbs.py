"""Whether a bare form in a headline tells what was done to its noun ("Man shot") or what the noun did ("Man shot at police")."""

from __future__ import annotations

from transforms.casualties.lexicon import noun_of
from transforms.tokens import Token, text_of


def is_active(token: Token) -> bool:
    """Return whether a verb without an object cannot be a headline's passive: "shoots", "shot at", "shot twice at"."""
    if text_of(token.doc[token.i + 1 : token.i + 3]).lower() == "dead by":
        return False
    if "Pres" in token.morph.get("Tense", []) or token.lower_.endswith(("oots", "ills", "tabs")):
        return True
    has_subject = any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)
    if has_subject and token.dep_ in ("ROOT", "ccomp", "advcl") and token.lower_ == "shot" and token.sent.text.endswith((".", '."', ".'")):
        return True
    if token.i + 1 < token.sent.end and token.nbor(1).lower_ in ("out", "back", "again", "into", "toward"):
        return True
    if any(child.dep_ == "nsubj" and child.lower_ == "who" and child.i < token.i for child in token.children) or _aims_at_people(token):
        return True
    return any(
        child.dep_ == "obl"
        and child.i < token.i + 6
        and any(mark.lower_ == "at" for mark in child.children)
        and child.pos_ in ("NOUN", "PRON")
        and noun_of(child) is not None
        for child in token.children
    )


def _aims_at_people(token: Token) -> bool:
    """Return whether "at" and people follow a verb ("shot at police", "shot twice at the officers")."""
    after = [word for word in token.doc[token.i + 1 : min(token.i + 7, token.sent.end)] if word.pos_ not in ("ADV", "NUM", "DET", "ADJ")]
    if len(after) < 2 or after[0].lower_ != "at":
        return False
    noun = noun_of(after[1])
    return (
        noun is not None
        and noun.kind in ("person", "plural")
        and not (after[1].text[0].isupper() and len(after) > 2 and after[2].text == "'s")
    )
