"""Sources named by a phrase: "according to the ministry", "in the words of the general", "per the report"."""

from __future__ import annotations

from transforms.attribution.cues import Cue, phrase_cues
from transforms.attribution.sources import RELATIVE_WORDS, head_of_name, is_naming
from transforms.tokens import Token


def phrase_at(token: Token) -> tuple[Cue, Token] | None:
    """Return the phrase cue that starts at a token and the head of the source that it names, or None."""
    for cue in phrase_cues().get(token.lower_, ()):
        words = cue.lemma.split()
        after = token.i + len(words)
        if [t.lower_ for t in token.doc[token.i : after]] != words or "object" not in cue.complement:
            continue
        if len(words) == 1 and not (token.dep_ == "case" and token.head.pos_ == "PROPN"):
            continue
        governor = token.head
        if governor.i >= after and is_naming(governor):
            return cue, head_of_name(governor)
        for word in token.doc[after : after + 8]:
            if is_naming(word):
                return cue, head_of_name(word)
    return None


def phrase_act(token: Token, region: range) -> tuple[Cue, Token, list[Token]] | None:
    """Return the cue, the source and what is said: the clause that the phrase belongs to, less the phrase itself."""
    found = phrase_at(token)
    if found is None:
        return None
    cue, source = found
    doc = token.doc
    if token.i > region.start and doc[token.i - 1].text in (",", '"', "-"):
        return cue, source, [doc[i] for i in range(region.start, token.i)]  # "..., according to X": what stands before it
    if token.i == region.start:
        return cue, source, [doc[i] for i in region if i >= _end_of_phrase(source, region)]
    own = set(range(token.i, source.i + 1)) | {t.i for t in source.subtree if t.i > source.i}
    host = next((t for t in source.ancestors if t.i not in own and (t.pos_ in ("VERB", "AUX") or t.dep_ == "ROOT")), None)
    if host is None:
        return cue, source, [doc[i] for i in region if i not in own]
    return cue, source, [t for t in host.subtree if t.i not in own and t.i in region]


def _end_of_phrase(source: Token, region: range) -> int:
    """Return where what is said begins after a phrase that opens its sentence: behind the comma that closes the source, what it
    cites and what is told of it ("According to TASS, citing the ministry, seven were hurt")."""
    doc = source.doc
    comma = next((i for i in range(source.i + 1, region.stop) if doc[i].text == ","), None)
    if comma is None:
        return max(t.i for t in source.subtree) + 1
    is_aside = comma + 1 < region.stop and (doc[comma + 1].lower_ in RELATIVE_WORDS or doc[comma + 1].lower_.endswith("ing"))
    closing = next((i for i in range(comma + 1, region.stop) if doc[i].text == ","), None) if is_aside else None
    return (closing or comma) + 1
