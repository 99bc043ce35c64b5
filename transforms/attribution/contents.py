"""What is said: the tokens of the clause, infinitive, object or prepositional phrase that a cue takes."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.attribution.cues import Cue, particles, verb_cue
from transforms.attribution.sources import RELATIVE, is_time
from transforms.attribution.tails import ASIDES, first_of_tail, goes_on_to_another, rest_content, tail_content
from transforms.tokens import Token

PREPOSITIONS = frozenset({"of", "about", "for", "as", "on", "against", "to", "with", "at"})
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
NAMED = frozenset({"NOUN", "PROPN"})
# What an attack claims, and nobody says.
TAKEN = frozenset({"life", "lives"})
MAY_BE_ASIDE = frozenset({"advcl", "conj"})


def verb_content(verb: Token, cue: Cue, source: Token | None, region: range) -> list[Token]:
    """Return the tokens of what a verb cue reports within a region, or [].

    Its own complements come first, then the clause that it is a tail of."""
    if any(child.dep_ == "obj" and child.lower_ in TAKEN for child in verb.children):
        return []  # "shelling claimed the lives of seven"
    below = [
        *verb.children,
        *(child for particle in particles(verb, cue) or [] for child in particle.children),
    ]  # "claim responsibility for"
    heads = [t for t in below if t.i in region and _is_complement(t, verb, cue) and t != source]
    if not any(t.i > verb.i for t in heads):
        heads = clauses_of_hearer(verb, cue) or heads
    found = _subtrees(heads, region) or rest_content(verb, cue, source, region)
    if found and found[-1].i < verb.i and source is not None:
        first = first_of_tail(verb, source)
        found = [
            t for t in found if first is None or t.i < first
        ]  # "..., the prefect, Mahamat Seid, told": the parser takes him for a part
    if found and not (found[-1].i < verb.i and verb.lower_.endswith("ing")):
        return found
    return tail_content(verb, cue, source, region)


def noun_content(noun: Token, cue: Cue, region: range) -> list[Token]:
    """Return the tokens of what a noun cue holds ("claims that ...", "claims of targeting bases", "a threat to strike"), or []."""
    heads = []
    for child in noun.children:
        if child.i < noun.i:
            continue
        holds_clause = child.dep_ in ("acl", "ccomp", "acl:relcl") and _marked(child, ("that", "whether")) and "clause" in cue.complement
        holds_act = child.dep_ == "acl" and (
            ("of" in cue.complement and _marked(child, ("of",))) or ("infinitive" in cue.complement and _marked(child, ("to",)))
        )
        if holds_clause or holds_act or (child.dep_ == "nmod" and _case(child) in cue.complement & PREPOSITIONS):
            heads.append(child)
    return _subtrees(heads, region)


def clauses_of_hearer(verb: Token, cue: Cue) -> list[Token]:
    """Return clauses that the parser hung on the hearer or on a time: "told an audience (that) ...", "said after the talks he would"."""
    if cue.kind != "speech" or "clause" not in cue.complement:
        return []
    takes_object = bool(cue.complement & {"object", "predicate"})
    found = []
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("obj", "iobj", "obl") or (takes_object and not is_time(child)):
            continue
        for clause in child.children:
            if clause.dep_ not in ("acl", "acl:relcl") or clause.i < child.i:
                continue
            is_marked = clause.dep_ == "acl" and _marked(clause, ("that", "whether", "how", "why", "if"))
            is_marked |= any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.children)
            if is_marked or any(_begins_clause(t, child) for t in clause.children):
                found.append(clause)
    return found


def _begins_clause(subject: Token, hearer: Token) -> bool:
    """Return whether a word is the subject of a clause of its own behind a hearer, not of a relative clause about the hearer."""
    if subject.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    return subject.lower_ in PRONOUNS or (hearer.dep_ in ("obj", "iobj") and subject.lower_ not in RELATIVE)


def _subtrees(heads: Iterable[Token], region: range) -> list[Token]:
    """Return the tokens below some heads, without what the narrator adds behind a comma: a side remark, another speaker's statement."""
    kept: dict[int, Token] = {}
    stack = list(heads)
    while stack:
        token = stack.pop()
        if token.i in region:
            kept[token.i] = token
        stack += [child for child in token.children if child.dep_ not in MAY_BE_ASIDE or not _is_aside(child, token)]
    return [kept[i] for i in sorted(kept)]


def _is_aside(child: Token, head: Token) -> bool:
    if child.i < head.i:
        return False
    first = child.left_edge
    if child.dep_ == "advcl":
        return (
            first.i > 0
            and "," in (first.text, first.doc[first.i - 1].text)
            and any(t.dep_ == "mark" and t.lower_ in ASIDES for t in child.children)
        )
    cue = verb_cue(child)
    return cue is not None and cue.kind == "speech" and any(t.dep_ == "nsubj" and t.pos_ != "PRON" for t in child.children)


def _is_complement(child: Token, verb: Token, cue: Cue) -> bool:
    takes = cue.complement
    if child.dep_ == "ccomp":
        return "clause" in takes and not (child.i > verb.i and goes_on_to_another(verb))
    if child.dep_ == "xcomp":
        return "predicate" in takes or (bool(takes & {"infinitive", "gerund"}) and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"))
    if child.dep_ == "obj":
        return (
            bool(takes & {"object", "predicate"})
            and child.i > verb.i
            and not is_time(child)
            and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "ADJ", "ADV")
        )
    if child.dep_ in ("obl", "nmod", "advcl"):
        return _case(child) in takes & PREPOSITIONS and child.i > verb.i
    if child.dep_ == "obl:unmarked":  # "reported 20 dead"
        return "object" in takes and child.pos_ == "NUM" and child.i == verb.i + 1
    if child.dep_ == "advmod":  # "called the stabbing cowardly"
        return cue.polarity == "describes" and "predicate" in takes and child.lower_.endswith("ly") and verb.doc[child.i - 1].pos_ in NAMED
    return False


def _case(token: Token) -> str:
    return next((t.lower_ for t in token.children if t.dep_ in ("case", "mark")), "")


def _marked(token: Token, words: tuple[str, ...]) -> bool:
    return any(t.dep_ in ("mark", "case", "nsubj", "obj") and t.lower_ in words for t in token.children)
