"""Sources named by a phrase: "according to the ministry", "in the words of the general", "per the report"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from transforms.attribution.contents import Spans, spans
from transforms.attribution.cues import Cue, phrase_cues
from transforms.records import Attribution

NAMING = frozenset({"NOUN", "PROPN", "PRON"})
Build = Callable[[Cue, Token, Spans], Attribution]


def phrase_at(token: Token) -> tuple[Cue, Token] | None:
    """Return the phrase cue that starts at a token and the head of the source that it names, or None."""
    for cue in phrase_cues().get(token.lower_, ()):
        words = cue.lemma.split()
        after = token.i + len(words)
        if [t.lower_ for t in token.doc[token.i : after]] != words or "object" not in cue.complement:
            continue
        if len(words) == 1 and not (token.dep_ == "case" and token.head.pos_ == "PROPN"):
            continue
        for word in token.doc[after : after + 8]:
            if word.pos_ in NAMING:
                return cue, _head_of_name(word, after)
    return None


def phrase_attribution(token: Token, build: Build) -> Attribution | None:
    """Return the attribution of a source phrase: what is said is the clause that the phrase belongs to, less the phrase."""
    found = phrase_at(token)
    if found is None:
        return None
    cue, source = found
    own = {token, *source.subtree}
    host = source
    while host.head is not host and (
        host in own or host.head in own or (host.pos_ not in ("VERB", "AUX", "ADJ") and host.dep_ not in ("ccomp", "conj", "ROOT"))
    ):
        host = host.head
        if host.dep_ == "ROOT":
            break
    own |= set(token.doc[token.i : source.i + 1])
    content = [t for t in host.subtree if t not in own]
    return build(cue, source, spans(content)) if content else None


def _head_of_name(word: Token, after: int) -> Token:
    head = word
    while (
        head.head is not head
        and head.head.i >= after
        and head.head.pos_ in NAMING
        and head.dep_ in ("compound", "nmod:poss", "amod", "flat", "det", "nmod:desc")
    ):
        head = head.head
    return head
