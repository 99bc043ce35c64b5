"""Whether a clause tells its deed as news, or as background that came before."""

from __future__ import annotations

from transforms.events.frames import Candidate
from transforms.events.modality import auxiliaries
from transforms.events.prospect import SPEECH
from transforms.events.repairs import child, doer_before
from transforms.tokens import Token

TOLD_ON = frozenset({"conj", "ccomp", "parataxis", "xcomp", "nsubj", "nsubj:pass", "obj"})


def is_news(found: Candidate) -> bool:
    """Whether an event is told in the simple past or present of a main clause or of what somebody says: not as background ("who had
    killed ...", "the murder of X")."""
    word = found.clause
    effect = next((verb for verb in found.absorbed if verb.pos_ == "VERB"), None)
    if found.trigger.pos == "noun" and found.light is None and effect is not None:
        word = effect  # "ten people were killed in an air strike"
    if word.dep_ == "advcl" and word.head in found.absorbed:
        word = word.head  # "a woman was killed when a drone struck a car"
    if doer_before(word) is not None:
        return True
    word = _told_on(word)
    mark = child(word, "mark")
    is_beside = mark is not None and mark.lower_ in ("as", "while")
    if word.dep_ == "advcl" and is_beside and word.tag_ in ("VBD", "VBZ", "VBP"):  # "said the army, as Israel accused Hamas"
        word = word.head
    if word.dep_ == "advcl" and word.tag_ == "VBG":  # "returned fire, killing one"
        word = _told_on(word.head)  # "gunmen retaliated by setting fire to homes, residents said"
    if word.dep_ == "acl" and word.tag_ in ("VBN", "VBD") and child(word, "obj") is not None:
        return word.head.dep_ == "ROOT" or (
            word.head.dep_ == "appos" and word.head.head.dep_ == "ROOT"
        )  # a main verb taken for a participle
    if word.dep_ not in ("ROOT", "parataxis") or word.pos_ not in ("VERB", "AUX"):
        return False
    own = {word, found.clause} if found.clause.pos_ in ("VERB", "AUX") and not _is_reported(found.clause) else {word}
    return not any("had" in auxiliaries(verb) or "used" in auxiliaries(verb) for verb in own)


def _told_on(word: Token) -> Token:
    """Return the word that a clause is told by, up to the main clause or a clause of time, cause or manner."""
    while word.dep_ in TOLD_ON and word.head.i != word.i:
        if word.dep_ == "parataxis" and word.head.dep_ == "ROOT" and word.head.pos_ in ("NOUN", "PROPN") and word.i > word.head.i:
            break  # "Colombia: rebels free two officers"
        word = word.head
    return word


def _is_reported(clause: Token) -> bool:
    """Whether a clause is what somebody said, where "had" only follows the tense of saying ("said that it had shot down a drone")."""
    if clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        return _is_reported(clause.head)
    return clause.dep_ == "ccomp" and clause.head.tag_ == "VBD" and clause.head.lemma_.lower() in SPEECH
