"""Main verbs that the parser joins to the aside before them: "The Front, which India says is an offshoot of X, claimed the attack"."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import FINITE, first_of, hang_clause, intransitive, move
from transforms.tree_openings import DASHES

MARKS = frozenset({"as", "when", "after", "while"})
CLAUSE = frozenset({"cop", "nsubj", "nsubj:pass", "aux", "aux:pass", "csubj", "advcl", "ccomp"})


def part_asides(sentence: Span) -> bool:
    """Give verbs behind a relative clause or a participle the subject before it; return whether any was."""
    is_changed = _part_relative(sentence)
    for word in sentence:
        if word.tag_ == "VBG" and word.dep_ == "advcl":
            is_changed |= _part_participle(word)
        elif word.tag_ in ("VBN", "VBD") and word.dep_ not in ("ROOT", "acl"):
            is_changed |= _between_dashes(word)
    return is_changed


def _part_participle(participle: Token) -> bool:
    """Make a participle without a helping verb a description of its subject, which is that of the verb behind it ("killed as students
    protesting against quotas clashed with police"); return whether it did."""
    subject = next((t for t in participle.children if t.dep_ == "nsubj" and t.i < participle.i), None)
    mark = next((t for t in participle.children if t.dep_ == "mark"), None)
    if subject is None or mark is None or mark.lower_ not in MARKS or any(t.dep_ == "aux" for t in participle.children):
        return False
    above = participle.head
    joined = [t for t in (*above.children, *participle.children) if t.dep_ == "conj"]
    joined += [t for t in participle.subtree if t.dep_ == "acl" and t.lemma_.lower() in intransitive()]  # "a ban clashed"
    behind = [t for t in joined if t.tag_ == "VBD" and t.i > participle.i]
    verb = next((t for t in behind if not any(c.dep_ in ("nsubj", "nsubj:pass", "cc", "mark") for c in t.children)), None)
    if verb is None or verb.nbor(-1).text == "," or above.i > participle.i:
        return False
    hang_clause(verb, above, subject, mark)
    move(participle, subject, "acl")
    return True


def _between_dashes(participle: Token) -> bool:
    """Hang a participle between two dashes on the noun before them ("the bomb -- allegedly set off by rebels -- blew up a tower"), which
    is the subject of the verb behind them; return whether it was hung there."""
    opening = participle.doc[max(participle.i - 3, participle.sent.start) : participle.i]
    dash = next((t for t in opening if t.text in DASHES), None)
    agent = next((t for t in participle.children if t.dep_ == "obl:agent" and t.i > participle.i), None)
    if dash is None or dash.i == participle.sent.start or agent is None:
        return False
    noun, end = dash.nbor(-1), max(t.i for t in agent.subtree)
    if noun.pos_ not in ("NOUN", "PROPN") or end + 2 >= participle.sent.end or participle.doc[end + 1].text not in DASHES:
        return False
    verb = participle.doc[end + 2]
    if verb.tag_ not in FINITE:
        return False
    if not any(t.dep_ == "nsubj" for t in verb.children):
        for word in [t for t in participle.children if t.i < noun.i]:
            move(word, verb, word.dep_)
        move(noun, verb, "nsubj")
    move(participle, noun, "acl")
    return True


def _part_relative(sentence: Span) -> bool:
    """Make the root of a sentence that is a noun with a relative clause between commas the subject of the verb behind it; return whether it
    was."""
    root = next(t for t in sentence if t.head is t)
    if root.pos_ not in ("NOUN", "PROPN") or any(t.dep_ in CLAUSE for t in root.children):
        return False
    aside = next((t for t in root.children if t.dep_ == "acl:relcl"), None)
    if aside is None or first_of(aside).i <= root.i or (first_of(aside).nbor(-1).text != "," and first_of(aside).text != ","):
        return False
    verb = _verb_behind(aside)
    if verb is None:
        return False
    for word in [t for t in verb.children if t.dep_ == "nsubj"]:
        move(word, verb.head, "nmod")
    move(verb, verb, "ROOT")
    for word in [t for t in root.children if t.i > verb.i]:
        move(word, verb, word.dep_)
    move(root, verb, "nsubj")
    return True


def _verb_behind(aside: Token) -> Token | None:
    """Return the finite verb under an aside that stands right behind the comma that closes it, or None: what the parser takes for its
    subject then stands before the comma."""
    below = [t for t in aside.subtree if t.dep_ in ("conj", "acl:relcl") and t.i > aside.i and t.tag_ in FINITE]
    behind = [t for t in below if t.nbor(-1).text == ","]
    return next((t for t in behind if not any(c.dep_ in ("nsubj:pass", "cc", "mark") for c in t.children)), None)
