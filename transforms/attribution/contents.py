"""What is said: the clause, infinitive, object or prepositional phrase that a cue takes, as spans of the article's text."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.attribution.cues import Cue, particles, verb_cue
from transforms.attribution.sources import RELATIVE
from transforms.parse import end_of, start_of
from transforms.tokens import Token

Spans = tuple[tuple[int, int], ...]
PREPOSITIONS = frozenset({"of", "about", "for", "as", "on", "against", "to", "with", "at"})
LEADING = frozenset({"that", "to", "as", "of", "for", "about", "on", "against"})
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
ASIDES = frozenset({"while", "as", "though", "although", "whereas", "after"})
MAY_BE_ASIDE = frozenset({"advcl", "conj"})
BEFORE_TAIL = frozenset({",", '"', "'", "-", " "})


def verb_content(verb: Token, cue: Cue, source: Token | None, region: range) -> list[Token]:
    """Return the tokens of what a verb cue reports within a region, or [].

    Its own complements come first, then the clause that it is a tail of."""
    below = [
        *verb.children,
        *(child for particle in particles(verb, cue) or [] for child in particle.children),
    ]  # "claim responsibility for"
    heads = [t for t in below if t.i in region and _is_complement(t, verb, cue) and t != source]
    heads = heads or _clauses_of_hearer(verb, cue)
    found = _subtrees(heads, region) or _rest(verb, cue, source, region)
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


def tail_content(verb: Token, cue: Cue, source: Token | None, region: range) -> list[Token]:
    """Return the clause before a tail such as ", Pakistan said" or ", said X", or [].

    UD hangs such a verb below the clause it reports, or the clause below the verb; the comma decides where the parse is unsure."""
    if "clause" not in cue.complement or source is None or verb.lower_.endswith("ing") or any(t.dep_ == "mark" for t in verb.children):
        return []
    if verb.dep_ not in ("ROOT", "conj", "parataxis", "ccomp", "advcl", "acl:relcl"):
        return []
    first = _first_of_tail(verb, source)
    if first is None or first <= region.start or verb.doc[first - 1].text not in BEFORE_TAIL:
        return []
    before = [t for t in verb.doc[region.start : first] if not t.is_space]
    after = [t for t in verb.doc[verb.i + 1 : region.stop] if t.pos_ in ("VERB", "AUX") and t not in source.subtree]
    if any(_is_finite_sibling(t, verb) for t in after) or (cue.kind == "manner" and after):
        return []
    rest = []
    if source.i < verb.i and verb.i + 1 < region.stop and verb.doc[verb.i + 1].text == ",":
        # "X, he said, Y": the statement goes on, unless Y is the narrator's own time or aside
        rest = [t for t in verb.doc[verb.i + 2 : region.stop] if not t.is_space]
        is_clause = any("Fin" in t.morph.get("VerbForm", []) for t in before)
        if is_clause and rest and (rest[0].pos_ in ("NUM", "SCONJ") or rest[0].lower_ in ASIDES):
            rest = []
    return [*before, *rest] if any(t.pos_ in ("VERB", "AUX") and t.dep_ != "aux" for t in [*before, *rest]) else []


def _rest(verb: Token, cue: Cue, source: Token | None, region: range) -> list[Token]:
    """Return what follows a finite verb of plain saying when the parse shows no clause there, though another verb follows:
    "critics said the image featuring a star harked back to old prejudice"."""
    if cue.lemma != "say":
        return []
    if source is None or source.i > verb.i or verb.lower_.endswith("ing") or verb.i + 1 >= region.stop or verb.doc[verb.i + 1].is_punct:
        return []
    rest = [t for t in verb.doc[verb.i + 1 : region.stop] if not t.is_space]
    if (
        not rest
        or rest[0].pos_ in ("ADP", "CCONJ", "ADV")
        or not any(t.pos_ in ("VERB", "AUX") and t.dep_ != "acl:relcl" for t in rest[1:])
    ):
        return []
    return rest


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


def _first_of_tail(verb: Token, source: Token) -> int | None:
    """Return where a tail begins: at its own subject, or at the verb when the subject follows; None when the source stands elsewhere."""
    if source.i > verb.i:
        return int(verb.i)
    if source.head == verb or verb.i - source.i < 4 or (verb.i - source.i < 9 and ")" in (t.text for t in verb.doc[source.i : verb.i])):
        return min(int(source.left_edge.i), int(verb.i))
    return None


def _is_finite_sibling(token: Token, verb: Token) -> bool:
    return token.head == verb and token.dep_ in ("ccomp", "xcomp")


def _trim(run: list[Token], first: bool) -> list[Token]:
    while run and ((run[-1].is_punct and run[-1].text not in (")", "]", "%")) or run[-1].is_space):
        run = run[:-1]
    while run and ((run[0].is_punct and run[0].text not in ("(", "[")) or run[0].is_space):
        run = run[1:]
    if first and len(run) > 1 and run[0].lower_ in LEADING and run[0].dep_ in ("mark", "case"):
        return run[1:]
    if first and len(run) > 2 and run[0].lower_ == "that" and run[1].pos_ not in ("VERB", "AUX", "NOUN"):
        return run[1:]
    return run


def _clauses_of_hearer(verb: Token, cue: Cue) -> list[Token]:
    """Return clauses that the parser hung on the hearer or on a time: "told an audience (that) ...", "said after the talks he would"."""
    if cue.complement & {"object", "predicate"} or cue.kind != "speech" or "clause" not in cue.complement:
        return []
    found = []
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("obj", "iobj", "obl"):
            continue
        for clause in child.children:
            if clause.dep_ not in ("acl", "acl:relcl") or clause.i < child.i:
                continue
            is_marked = clause.dep_ == "acl" and _marked(clause, ("that", "whether", "how", "why", "if"))
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
        return "clause" in takes
    if child.dep_ == "xcomp":
        return "predicate" in takes or (bool(takes & {"infinitive", "gerund"}) and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"))
    if child.dep_ == "obj":
        return (
            bool(takes & {"object", "predicate"})
            and child.i > verb.i
            and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "ADJ", "ADV")
        )
    if child.dep_ in ("obl", "nmod", "advcl"):
        return _case(child) in takes & PREPOSITIONS and child.i > verb.i
    return False


def _case(token: Token) -> str:
    return next((t.lower_ for t in token.children if t.dep_ in ("case", "mark")), "")


def _marked(token: Token, words: tuple[str, ...]) -> bool:
    return any(t.dep_ in ("mark", "case", "nsubj", "obj") and t.lower_ in words for t in token.children)
