"""Subjects that the parser tears apart: a late speaker whose name it hangs in the clause that is said, a subject and what it is."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import SUBJECTS, first_of, move, word_behind

LONGEST_LABEL = 5


def join_speakers(sentence: Span) -> bool:
    """Join late speakers to their verbs; return whether any was."""
    is_changed = False
    for word in sentence:
        if word.dep_ == "appos" and not word.is_punct and _is_label(word):
            move(word, sentence.root, "parataxis")
            is_changed = True
        elif word.dep_ == "appos" and word.head.i == sentence.start and word.head.dep_ in SUBJECTS:
            is_changed |= _subject_behind_source(word)
        elif word.dep_ == "appos" and word.pos_ == "PROPN" and word.i > sentence.start and word.nbor(-1).text == ",":
            is_changed |= _name_of_speaker(word)
        elif word.dep_ == "nsubj" and word.pos_ == "NOUN":
            is_changed |= _second_subject(word)
        elif word.lower_ == "as" and word.dep_ == "case":
            is_changed |= _subject_after_as(word)
    return is_changed


def _subject_behind_source(noun: Token) -> bool:
    """Make the noun behind the source's colon the subject of a headline ("UN: Aid worker killed in raid"), which the parser takes for
    what the source is; return whether it did."""
    source, colon = noun.head, noun.sent[1]
    verb = source.head
    if colon.text != ":" or first_of(noun).i not in (colon.i, colon.i + 1) or verb.i < noun.i:
        return False
    move(noun, verb, source.dep_)
    move(source, verb, "parataxis")
    move(colon, source, "punct")
    return True


def _subject_after_as(mark: Token) -> bool:
    """Make a noun after "as" the subject of the clause behind it ("Residents fled as members of a gang stormed the town"), which the parser
    takes for a phrase; return whether it did."""
    noun = mark.head
    verb = word_behind(noun)
    if noun.dep_ not in ("obl", "nmod") or verb is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("advcl", "acl"):
        return False
    if any(t.dep_ in ("nsubj", "nsubj:pass", "mark") for t in verb.children) or verb in noun.subtree:
        return False
    move(noun, verb, "nsubj")
    move(mark, verb, "mark")
    return True


def _is_label(word: Token) -> bool:
    """Whether a name behind a colon, the last of a headline that tells a deed, is its source ("12 killed in KP operations: ISPR")."""
    words = [t for t in word.subtree if not t.is_punct]
    if word.pos_ not in ("PROPN", "NOUN") or words[0].i < word.sent.start + 2 or words[-1].i != word.sent.end - 1:
        return False
    colon, is_short = words[0].nbor(-1), len(words) <= LONGEST_LABEL
    is_name = is_short and not any(t.pos_ in ("NUM", "VERB", "ADP") for t in words)
    return is_name and colon.text == ":" and any(t.pos_ == "VERB" for t in word.doc[word.sent.start : colon.i])


def _name_of_speaker(name: Token) -> bool:
    """Make a name the speaker that the parser hangs on the clause said before it ("20 people died in four days, X, the governor of the
    province, said"), where what he is stands between commas; return whether it did."""
    said = next((t for t in name.ancestors if t.dep_ == "ccomp" and t.head.i > name.i), None)
    if said is None:
        return False
    verb, after = said.head, max(t.i for t in name.subtree) + 1
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    beside = subjects or [t for t in name.head.children if t.dep_ == "appos"]
    office = next((t for t in beside if t.i > after and t.pos_ == "NOUN" and first_of(t).i in (after, after + 1)), None)
    if office is None or name.doc[after].text != ",":
        return False
    end = max((t.i for t in office.subtree if not t.is_punct), default=office.i) + 1
    if end > verb.i or name.doc[end].text != ",":
        return False
    move(name, verb, "nsubj")
    move(office, name, "appos")
    move(name.doc[after], office, "punct")
    return True


def _second_subject(noun: Token) -> bool:
    """Hang on the subject what it is said to be between commas, which the parser takes for a second subject ("The "Valley Army," a
    group from the north, has claimed the attack"); return whether it did."""
    words = [t for t in noun.subtree if not t.is_punct] or [noun]
    first, end = words[0], words[-1].i + 1
    subject = next((t for t in noun.head.children if t.dep_ == "nsubj" and t.i < first.i), None)
    if subject is None or end > noun.head.i or noun.doc[end].text != "," or first.lower_ not in ("a", "an", "the"):
        return False
    last = max((t.i for t in subject.subtree if t.i < first.i and not t.is_punct), default=subject.i)
    between = [t.text for t in noun.doc[last + 1 : first.i]]
    if "," not in between or not set(between) <= {",", '"', "'"}:
        return False
    move(noun, subject, "appos")
    return True
