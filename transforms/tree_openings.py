"""What stands before a sentence's first clause and is no part of it: the place that a report is sent from, and whom a speech is made to."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import SUBJECTS, first_of, move

DASHES = frozenset({"-", "--"})
# "PORT-AU-PRINCE, Haiti (Agency) -"
LONGEST_DATELINE = 12
IN_DATELINE = frozenset({",", "(", ")", "-", "."})
MODIFIERS = frozenset({"flat", "compound", "nmod:desc"})


def part_openings(sentence: Span) -> bool:
    """Part a dateline and an address from the clause after them; return whether any was."""
    return _part_dateline(sentence) or _part_address(sentence)


def _part_dateline(sentence: Span) -> bool:
    """Hang a dateline on the clause after its dash, and what hangs on it in that clause ("KABUL, Afghanistan - Gunmen killed nine people");
    return whether there is one."""
    dash = _dash_of_dateline(sentence)
    if dash is None:
        return False
    opening = [t for t in sentence if t.i < dash.i]
    main = _main_verb(sentence, dash)
    if main is None:
        return False
    astray = [t for t in sentence if t.i > dash.i and t.head.i <= dash.i and t is not main]
    strays = [t for t in opening if t.head.i > dash.i]
    if not astray and len(strays) == 1 and strays[0].dep_ == "discourse" and main.i > dash.i and main.head is main:
        return False
    move(main, main, "ROOT")
    first, *others = opening
    move(first, main, "discourse")
    for word in others:
        is_beside = word.nbor(-1).text in ("(", ",")
        move(word, first, "punct" if word.is_punct else "appos" if is_beside else "flat")
    move(dash, first, "punct")
    said = next((t for t in main.children if t.dep_ == "ccomp" and dash.i < t.i < main.i), None)
    clause = said if said is not None and said.pos_ == "VERB" and not _has_subject(said, dash) else main  # "Rebels killed two, police said"
    has_subject = _has_subject(clause, dash)
    for word in astray:
        noun = word.nbor(1) if word.i + 1 < sentence.end else word
        if word.dep_ in MODIFIERS and noun.pos_ in ("NOUN", "PROPN"):
            move(word, noun, "compound")  # "Washington - US President ..."
            continue
        is_subject = word.i < clause.i and word.pos_ in ("NOUN", "PROPN", "PRON") and not has_subject
        move(word, clause if is_subject else main, "nsubj" if is_subject else "obl" if word.dep_ == "nmod" else word.dep_)
        has_subject = has_subject or is_subject
    return True


def _has_subject(verb: Token, dash: Token) -> bool:
    return any(t.dep_ in SUBJECTS and t.i > dash.i for t in verb.children)


def _dash_of_dateline(sentence: Span) -> Token | None:
    """Return the dash behind the names with which a sentence opens, where no second dash makes an aside of what follows, or None."""
    if not sentence[0].text[:1].isupper() or sentence[-1].text != ".":
        return None
    for word in sentence[1:LONGEST_DATELINE]:
        is_free = word.doc.text[word.idx - 1] == " " and bool(word.whitespace_)
        if word.text in DASHES and is_free:
            after = [t for t in sentence if t.i > word.i]
            is_aside = any(t.text in DASHES and t.whitespace_ and t.doc.text[t.idx - 1] == " " for t in after)
            return word if len(after) > 2 and after[0].text[:1].isupper() and not is_aside else None
        is_name = word.text[:1].isupper() or word.text[:1].isdigit()
        if word.text not in IN_DATELINE and (not is_name or word.pos_ in ("VERB", "AUX")):
            return None
    return None


def _main_verb(sentence: Span, dash: Token) -> Token | None:
    """Return the head of the clause after a dateline: the root, or what hangs on a root before the dash, or None."""
    root = next(t for t in sentence if t.head is t)
    if root.i > dash.i:
        return root
    return next((t for t in sentence if t.i > dash.i and t.head.i <= dash.i and t.pos_ in ("VERB", "AUX")), None)


def _part_address(sentence: Span) -> bool:
    """Make the clause the root of "Officers, the bombs have destroyed our houses.", where the parser takes whom it is said to for the main
    thing; return whether it did."""
    root = next(t for t in sentence if t.head is t)
    rest = [t for t in root.children if not t.is_punct]
    if root.pos_ not in ("NOUN", "PROPN") or len(rest) != 1 or root is not sentence[0] or sentence[-1].text not in (".", "!"):
        return False
    clause = rest[0]
    begins = first_of(clause)
    has_subject = any(t.dep_ in SUBJECTS and t.i < clause.i for t in clause.children)
    if clause.dep_ != "parataxis" or not has_subject or begins.i != root.i + 2 or sentence[1].text != ",":
        return False
    for word in [t for t in root.children if t is not clause and t.i > clause.i]:
        move(word, clause, word.dep_)
    move(clause, clause, "ROOT")
    move(root, clause, "vocative")
    return True
