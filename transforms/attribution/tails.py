"""What is said where the parse does not show it: the clause before a tail such as ", Pakistan said", the words behind "said"."""

from __future__ import annotations

from transforms.attribution.cues import Cue
from transforms.tokens import Token

ASIDES = frozenset({"while", "as", "though", "although", "whereas", "after"})
BEFORE_TAIL = frozenset({",", '"', "'", "-", " "})
OF_TITLE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})  # what may stand before a name: "the army's chief spokesman X"
LONGEST_TITLE = 8
LONGEST_LABEL = 4
LONGEST_ASIDE = 25


def tail_content(verb: Token, cue: Cue, source: Token | None, region: range) -> list[Token]:
    """Return the clause before a tail such as ", Pakistan said" or ", said X", or [].

    UD hangs such a verb below the clause it reports, or the clause below the verb; the comma decides where the parse is unsure."""
    if "clause" not in cue.complement or source is None or verb.lower_.endswith("ing") or any(t.dep_ == "mark" for t in verb.children):
        return []
    if verb.dep_ not in ("ROOT", "conj", "parataxis", "ccomp", "advcl", "acl:relcl"):
        return []
    first = first_of_tail(verb, source)
    if first is None or first <= region.start or verb.doc[first - 1].text not in BEFORE_TAIL:
        return []
    before = _without_label([t for t in verb.doc[region.start : first] if not t.is_space])
    after = [t for t in verb.doc[verb.i + 1 : region.stop] if t.pos_ in ("VERB", "AUX") and t not in source.subtree]
    if (any(_is_finite_sibling(t, verb) for t in after) and not goes_on_to_another(verb)) or (cue.kind == "manner" and after):
        return []
    rest = []
    if source.i < verb.i and verb.i + 1 < region.stop and verb.doc[verb.i + 1].text == ",":
        # "X, he said, Y": the statement goes on, unless Y is the narrator's own time or aside
        rest = [t for t in verb.doc[verb.i + 2 : region.stop] if not t.is_space]
        is_clause = any("Fin" in t.morph.get("VerbForm", []) for t in before)
        if is_clause and rest and (rest[0].pos_ in ("NUM", "SCONJ") or rest[0].lower_ in ASIDES or rest[0].lower_.endswith("ing")):
            rest = []
    return [*before, *rest] if any(t.pos_ in ("VERB", "AUX") and t.dep_ != "aux" for t in [*before, *rest]) else []


def _without_label(words: list[Token]) -> list[Token]:
    """Return what is said without the label of a headline before it ("Haiti: 'We counted the dead'")."""
    colon = next((n for n, t in enumerate(words[:LONGEST_LABEL]) if t.text == ":"), None)
    is_label = colon is not None and not any(t.pos_ in ("VERB", "AUX") for t in words[:colon])
    return words[colon + 1 :] if colon is not None and is_label else words


def rest_content(verb: Token, cue: Cue, source: Token | None, region: range) -> list[Token]:
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


def first_of_tail(verb: Token, source: Token) -> int | None:
    """Return where a tail begins: at its own subject, or at the verb when the subject follows; None when the source stands elsewhere."""
    if source.i >= verb.i:
        return int(verb.i)
    between = verb.doc[source.i : verb.i]
    is_near = len(between) < 4 or (len(between) < 9 and ")" in (t.text for t in between))
    is_across_aside = between[-1].text == "," and len(between) < LONGEST_ASIDE  # "X, the governor of Y, said"
    if source.head == verb or is_near or is_across_aside:
        return _after_comma(verb, min(int(source.left_edge.i), int(verb.i)), source.i)
    return None


def _after_comma(verb: Token, first: int, source: int) -> int:
    """Return where the words of a tail begin, from where its source seems to: the parser hangs the comma on the source
    ("..., X said"), or tears the words before a name off it ("..., army spokesman | Nabil Abdullah said")."""
    doc = verb.doc
    while first < source and doc[first].is_punct:
        first += 1
    first = _title_before(verb, first)
    if doc[verb.i - 1].text == "," and first > 1 and doc[first - 1].text == ",":  # ", the prefect, Mahamat Seid, told"
        title = _title_before(verb, first - 1)
        return title if title < first - 1 else first
    return first


def _title_before(verb: Token, first: int) -> int:
    """Return where a row of nouns that ends before a token begins, when a comma or a mark stands before it; else the token."""
    at = first
    while at > 0 and first - at < LONGEST_TITLE and verb.doc[at - 1].text not in BEFORE_TAIL:
        at -= 1
        token = verb.doc[at]
        if token == verb.head or (token.pos_ not in OF_TITLE and token.dep_ not in ("amod", "compound")):
            return first
    return at if at > 0 and verb.doc[at - 1].text in BEFORE_TAIL else first


def goes_on_to_another(verb: Token) -> bool:
    """Return whether a participle behind a comma follows a verb of saying: "said, adding that ..." is another act of saying."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return len(behind) == 2 and behind[0].text == "," and behind[1].lower_.endswith("ing")


def _is_finite_sibling(token: Token, verb: Token) -> bool:
    return token.head == verb and token.dep_ in ("ccomp", "xcomp")
