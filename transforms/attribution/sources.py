"""Whose words they are: the subject, agent, owner or controller of a cue, and its full noun phrase as written."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.parse import end_of, start_of

SUBJECTS = ("nsubj", "nsubj:outer")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM"})
# what may follow a name without being part of who it is: its clauses, and loose additions
CLAUSES = frozenset({"acl:relcl", "parataxis", "advcl", "ccomp", "discourse", "csubj"})


def source_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the phrase that names who says, by the frame of the verb; None when it is left unsaid."""
    agent = next((t for t in verb.children if t.dep_ == "obl:agent"), None)
    if is_passive(verb):
        return agent
    subject = own_subject(verb)
    if subject is not None:
        return _antecedent(subject)
    if depth > 6:
        return None
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return passive_subject(head) if is_passive(head) else source_of(head, depth + 1)
    if verb.dep_ in ("acl", "acl:relcl") and head.pos_ in NOMINAL:
        return head
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "parataxis") and head is not verb and is_bare(verb):
        return _controller(verb, head, depth)
    return None


def own_subject(verb: Token) -> Token | None:
    """Return a verb's own nominal subject, or None."""
    return next(
        (t for t in verb.children if (t.dep_ in SUBJECTS and t.lower_ not in ("it", "there")) or (t.dep_ in SUBJECTS and t.lower_ == "it")),
        None,
    )


def passive_subject(verb: Token) -> Token | None:
    """Return the subject of a passive verb, or None."""
    subject = next((t for t in verb.children if t.dep_ == "nsubj:pass"), None)
    if subject is None and verb.dep_ == "conj":
        return passive_subject(verb.head)
    return _antecedent(subject) if subject is not None else None


def is_passive(verb: Token) -> bool:
    """Return whether a verb is in the passive: a passive subject or auxiliary, an agent, or a bare past participle on a noun."""
    if any(t.dep_ in ("nsubj:pass", "aux:pass", "obl:agent") for t in verb.children):
        return True
    return verb.dep_ == "acl" and not verb.lower_.endswith("ing")


def is_bare(verb: Token) -> bool:
    """Return whether a verb is without its own subject and tense: a participle or an infinitive."""
    form = verb.morph.get("VerbForm", [])
    return not form or form[0] in ("Part", "Inf", "Ger") or verb.lower_.endswith("ing")


def phrase(head: Token) -> tuple[int, int]:
    """Return the span of a source's noun phrase as written: what comes with its head, without clauses and end marks."""
    kept = _phrase_tokens(head)
    while len(kept) > 1 and ((kept[-1].is_punct and kept[-1].text != ")") or kept[-1].pos_ in ("ADP", "CCONJ")):
        kept.pop()
    while len(kept) > 1 and (kept[0].is_punct or (kept[0].pos_ in ("ADP", "CCONJ", "SCONJ") and kept[0].dep_ in ("case", "cc", "mark"))):
        kept.pop(0)
    return start_of(kept[0]), end_of(kept[-1])


def _phrase_tokens(head: Token) -> list[Token]:
    left, right = head.i, head.i
    members = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in CLAUSES or (child.dep_ == "acl" and child.i > head.i + 1 and _follows_comma(child)):
                continue
            if (
                token is head
                and child.dep_ in ("nsubj", "cop", "aux", "advmod", "obj", "mark")
                and child.pos_ in ("AUX", "VERB", "ADV", "SCONJ")
            ):
                continue
            members.add(child.i)
            stack.append(child)
    while left - 1 in members:
        left -= 1
    while right + 1 in members:
        right += 1
    return [head.doc[i] for i in range(left, right + 1)]


def _follows_comma(token: Token) -> bool:
    first = token.left_edge.i
    return (first > 0 and token.doc[first].text == ",") or (first > 0 and token.doc[first - 1].text == ",")


def _antecedent(subject: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the subject itself."""
    verb = subject.head
    if subject.lower_ in RELATIVE and verb.dep_ in ("acl:relcl", "conj"):
        clause = verb if verb.dep_ == "acl:relcl" else verb.head
        if clause.dep_ == "acl:relcl":
            return clause.head
    return subject


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    """Return who an infinitive or a participle is said of: the matrix object after verbs that have a hearer, else its subject."""
    if verb.dep_ == "xcomp" and not is_passive(head):
        hearer = next((t for t in head.children if t.dep_ == "obj" and t.i < verb.i), None)
        if hearer is not None:
            return hearer
    if is_passive(head):
        return passive_subject(head)
    return source_of(head, depth + 1)
