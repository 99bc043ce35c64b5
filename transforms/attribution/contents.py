"""What is said: the clause, infinitive, object or prepositional phrase that a cue takes, as spans of the article's text."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from transforms.attribution.cues import Cue
from transforms.parse import end_of, start_of

Spans = tuple[tuple[int, int], ...]
PREPOSITIONS = frozenset({"of", "about", "for", "as", "on", "against", "to", "with", "at"})
LEADING = frozenset({"that", "to", "as", "of", "for", "about", "on", "against"})


def verb_content(verb: Token, cue: Cue, source: Token | None) -> list[Token]:
    """Return the tokens of what a verb cue reports, or []. Its own complements come first, then the clause that it is a tail of."""
    heads = [t for t in verb.children if _is_complement(t, verb, cue) and t is not source]
    if heads:
        return sorted({token for head in heads for token in head.subtree}, key=lambda t: t.i)
    return tail_content(verb, cue, source)


def noun_content(noun: Token, cue: Cue) -> list[Token]:
    """Return the tokens of what a noun cue holds ("claims that ...", "claims of targeting bases", "a threat to strike"), or []."""
    heads = []
    for child in noun.children:
        if child.i < noun.i:
            continue
        if (
            (child.dep_ in ("acl", "ccomp", "acl:relcl") and _marked(child, ("that", "whether")) and "clause" in cue.complement)
            or (child.dep_ == "acl" and _marked(child, ("of", "to")))
            or (child.dep_ == "nmod" and _case(child) in cue.complement)
        ):
            heads.append(child)
    return sorted({token for head in heads for token in head.subtree}, key=lambda t: t.i)


def tail_content(verb: Token, cue: Cue, source: Token | None) -> list[Token]:
    """Return the clause before a tail such as ", Pakistan said" or ", said X", or []. In UD such a verb hangs below the clause it reports."""
    if cue.kind not in ("speech", "manner", "showing", "thought") or "clause" not in cue.complement or source is None:
        return []
    if verb.dep_ == "parataxis" and verb.head.i < verb.i:
        own = set(verb.subtree)
        return [t for t in verb.head.subtree if t not in own]
    first = min(verb.i, source.left_edge.i if source.head is verb or source.i > verb.i - 6 else verb.i)
    sentence = verb.sent
    before = verb.doc[first - 1] if first > sentence.start else None
    if before is None or before.text not in (",", '"', "'") or verb.dep_ not in ("ROOT", "conj", "parataxis", "ccomp", "advcl"):
        return []
    left = [t for t in verb.doc[sentence.start : first] if not t.is_space]
    return left if any(t.pos_ in ("VERB", "AUX") for t in left) else []


def spans(tokens: Iterable[Token]) -> Spans:
    """Return the character spans of tokens, joined where they are neighbours, without marks, complementisers and spaces at the ends."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = [_trim(run, first=number == 0) for number, run in enumerate(runs)]
    return tuple((start_of(run[0]), end_of(run[-1])) for run in trimmed if run)


def _trim(run: list[Token], first: bool) -> list[Token]:
    while run and ((run[-1].is_punct and run[-1].text not in (")", "]", "%")) or run[-1].is_space):
        run = run[:-1]
    while run and ((run[0].is_punct and run[0].text not in ("(", "[")) or run[0].is_space):
        run = run[1:]
    if first and len(run) > 1 and run[0].lower_ in LEADING and run[0].dep_ in ("mark", "case"):
        run = run[1:]
    return run


def _is_complement(child: Token, verb: Token, cue: Cue) -> bool:
    takes = cue.complement
    if child.dep_ == "ccomp":
        return "clause" in takes or cue.kind in ("speech", "manner")
    if child.dep_ == "xcomp":
        if "predicate" in takes:
            return True
        return bool(takes & {"infinitive", "clause", "gerund"}) and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN")
    if child.dep_ == "obj":
        return (
            ("object" in takes or "predicate" in takes)
            and child.i > verb.i
            and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "ADJ")
        )
    if child.dep_ in ("obl", "nmod", "advcl"):
        return _case(child) in takes & PREPOSITIONS and child.i > verb.i
    return False


def _case(token: Token) -> str:
    return next((t.lower_ for t in token.children if t.dep_ in ("case", "mark")), "")


def _marked(token: Token, words: tuple[str, ...]) -> bool:
    return any(t.dep_ in ("mark", "case", "nsubj", "obj") and t.lower_ in words for t in token.children)
