"""The attack that a verb tells the effect of: its subject, the scene it is put in, the clause it hangs on, or the deed that is claimed."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core
from transforms.events.repairs import child
from transforms.events.told import told_by
from transforms.events.word_classes import classes_of
from transforms.tokens import Token
from transforms.tree_clauses import ANSWERS

ENDS_OF_SENTENCES = frozenset({".", "!", "?", '"', "\u201d"})
# How a deed ranks among those before it; superlatives do so too.
RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "such"})
HITTING = frozenset({"strike", "hit"})
FIRING = frozenset({"fire", "open", "shoot", "return"})
SCENES = frozenset({"in", "by", "during", "from", "after", "when", "amid", "following"})


def attack_of(effect: Candidate, by_word: dict[int, Candidate], *, is_last: bool = False) -> Candidate | None:
    """Return the attack whose effect a verb tells: its subject, the scene it is put in, or the clause it is a participle of; failing these,
    that of the effect it is joined to, but of the last of several (`is_last`)."""
    if effect.trigger.pos != "verb":
        return None
    subject = effect.slots.get("subj") or child(effect.token, "csubj")
    is_of_noun = effect.token.dep_ == "acl:relcl" or (effect.token.dep_ == "acl" and effect.token.tag_ == "VBG")
    means = effect.token.head
    if is_of_noun and means.dep_ in ("obl", "obj") and ("weapon" in classes_of(means) or means.lower_ == "fire"):
        fired = by_word.get(means.head.i)  # "retaliated with missiles that killed 31 people", "fired rockets killing two"
        if fired is not None and fired.event_type == "ASSAULT" and fired.trigger.mode != "explosives":
            return fired  # mines wound long after they were laid
    if subject is not None and subject.i not in by_word:
        for word in subject.children:
            told = by_word.get(word.i) if word.dep_ in ("acl", "acl:relcl") else None
            is_same_bomb = told is not None and told.trigger.mode == effect.trigger.mode == "explosives"
            if told is not None and told.event_type == "ASSAULT" and not is_same_bomb:  # not "a bomb planted by X exploded"
                return told
    if subject is not None and subject.i in by_word and by_word[subject.i].event_type == "ASSAULT":
        return by_word[subject.i]
    if "effect" not in effect.trigger.flags:
        beside = _told_beside(effect) if effect.event_type == "ASSAULT" and "xcomp" in {t.dep_ for t in effect.token.children} else None
        return by_word.get(beside.i) if beside is not None else None  # "ambushed a convoy; two policemen were shot dead"
    aimed = effect.slots.get("obj")
    if aimed is not None and aimed.i in by_word and any("assault" in need.classes and need.slot == "obj" for need in effect.trigger.needs):
        return by_word[aimed.i]
    for before in reversed([effect.token.head, *(t for t in effect.token.head.children if t.dep_ == "conj" and t.i < effect.token.i)]):
        if before.i in by_word and _is_of_shots(effect, by_word[before.i]):
            return by_word[before.i]
    # "Thirteen soldiers were killed and eight are missing after rebels ambushed a convoy"
    others = [t for t in effect.token.children if t.dep_ == "conj" and (t.pos_ == "VERB" or t.lower_ == "missing")]
    joined = [t for t in others if t.i not in by_word]
    first = by_word.get(effect.token.head.i) if effect.token.dep_ == "conj" else None
    joined += [first.token] if first is not None and "effect" in first.trigger.flags else []
    for verb in (effect.token, *joined):  # "four people were killed and nine wounded when a bomb went off"
        for word in verb.children:
            is_scene = word.dep_ == "obl:agent" or (word.dep_ in ("obl", "nmod", "advcl") and _introduced_by(word) in SCENES)
            is_scene &= not (word.tag_ == "VBG" and _is_apart(word))
            told = by_word.get(core(word).i) if is_scene else None  # "in a series of attacks"
            if told is not None and told.event_type == "ASSAULT" and told.token.lemma_.lower() not in ANSWERS:
                return told
    for other in effect.token.children:
        if other.dep_ != "conj" or other.i not in by_word or "effect" not in by_word[other.i].trigger.flags:
            continue
        base = attack_of(by_word[other.i], by_word, is_last=True)
        if base is not None and base.token != effect.token and base.token != child(other, "nsubj"):
            return base  # not "A drone killed a man in X, and shelling injured two in Y"
    is_like = effect.token.tag_ == "VBG" or (first is not None and _is_with(first.token))
    if first is not None and "effect" in first.trigger.flags and is_like and not is_last:
        return attack_of(first, by_word)  # "bombed the base, killing five and injuring 14"
    scene = _scene_of_relative(effect.token)
    if scene is not None and scene.i in by_word and by_word[scene.i].event_type == "ASSAULT":
        return by_word[scene.i]
    above = told_by(effect.token)
    if effect.token.dep_ == "acl" and effect.token.head.dep_ == "obj" and effect.token.head.head.lemma_.lower() == "leave":
        above = effect.token.head.head  # "Clashes left 20 people injured"
    if above.lemma_.lower() == "leave" and above.dep_ == "advcl" and above.i not in by_word:
        above = told_by(above)  # "exchanged fire, leaving two guards wounded"
    if (beside := _told_beside(effect)) is not None and beside.i in by_word and by_word[beside.i].event_type == "ASSAULT":
        return by_word[beside.i]
    if effect.token.dep_ in ("advcl", "acl", "acl:relcl", "conj", "parataxis", "xcomp") and above.i != effect.token.i:
        is_with = _is_with(effect.token)
        own_subject = not is_with and any(
            t.dep_ in ("nsubj", "nsubj:pass") and t.lower_ not in ("which", "that") for t in effect.token.children
        )
        if (effect.token.dep_ == "conj" and effect.token.tag_ != "VBG") or _is_apart(effect.token):
            return None
        shook = child(above, "nsubj") if is_with or above.lemma_.lower() == "leave" else None  # "Clashes left 20 people injured"
        words = [above] if shook is None else [above, shook]
        for found in by_word.values():
            is_told = found.token in words or found.clause in words
            if found is not effect and not own_subject and is_told and found.event_type == "ASSAULT":
                return found
        told_above = by_word.get(above.i)
        if effect.token.dep_ == "advcl" and effect.token.tag_ == "VBG" and (told_above is None or told_above.event_type != "ASSAULT"):
            return _last_attack_below(above, effect, by_word)
    return None


def _last_attack_below(above: Token, effect: Candidate, by_word: dict[int, Candidate]) -> Candidate | None:
    """Return the attack in a clause of time below a verb of something else, to which what it did belongs that the parse hangs on that verb
    ("summoned the envoy after missiles struck Erbil, killing four people"), or None."""
    clauses = [t for t in above.children if t.dep_ == "advcl" and above.i < t.i < effect.token.i and child(t, "nsubj") is not None]
    told = by_word.get(clauses[-1].i) if clauses else None
    return told if told is not None and told.event_type == "ASSAULT" else None


def _is_apart(verb: Token) -> bool:
    """Whether a participle tells what was done before or after ("struck the suburbs, two days after killing the leader")."""
    return any(t.dep_ in ("mark", "case") and t.lower_ in ("after", "before") for t in verb.children)


def _is_with(verb: Token) -> bool:
    """Whether a participle tells who was harmed besides ("attacked a school, with four people killed")."""
    return any(t.dep_ == "mark" and t.lower_ == "with" for t in verb.children)


def _is_of_shots(effect: Candidate, shots: Candidate) -> bool:
    """Whether a verb tells whom the shots hit that the verb before it tells of ("opened fire and struck the suspect")."""
    is_next = effect.token.dep_ == "conj" and child(effect.token, "nsubj", "nsubj:pass") is None and effect.words[0].lemma_ in HITTING
    is_fire = shots.event_type == "ASSAULT" and shots.words[0].lemma_ in FIRING
    return is_next and is_fire and shots.target in (None, effect.target)


def claimed_deed(effect: Candidate, by_word: dict[int, Candidate]) -> Candidate | None:
    """Return the deed that somebody claims who says in the same breath what it did ("claimed the attack, saying it had killed 30"), or
    None."""
    saying, doer = effect.token.head, effect.slots.get("subj")
    is_beside = saying.dep_ == "conj" or (saying.dep_ == "advcl" and saying.tag_ == "VBG")
    is_said = effect.token.dep_ == "ccomp" and is_beside and saying.head.lemma_.lower() == "claim"
    if not is_said or doer is None or doer.pos_ != "PRON":
        return None
    if saying.dep_ == "conj":
        return by_word.get(saying.head.i)  # "claimed responsibility and said it had killed 20 soldiers"
    told = (found for found in by_word.values() if found.trigger.pos == "noun" and found.event_type == "ASSAULT")
    return next((found for found in told if found.token.i < saying.i and saying.head in found.token.ancestors), None)


def is_rank_of(found: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a noun set off behind an attack only says how it ranks among others ("stormed a mosque on Friday, the deadliest attack in
    the state since 2021")."""
    noun = found.token
    if found.trigger.pos != "noun" or found.light is not None or found.event_type != "ASSAULT" or noun.dep_ not in ("appos", "parataxis"):
        return False
    is_ranked = any(t.tag_ == "JJS" or t.lower_ in RANKS for t in noun.children if t.dep_ == "amod" and t.i < noun.i)
    above = (noun.head, *noun.head.ancestors)
    return is_ranked and any(other.event_type == "ASSAULT" and other.clause in above for other in candidates if other is not found)


def _told_beside(effect: Candidate) -> Token | None:
    """Return the verb of what is told before a semicolon, where people are said to be harmed by nobody named after it ("X attacked two
    posts, the army said; four soldiers were killed"), or before the mark of a headline ("Gangs burn market, officer killed"), or None."""
    verb = effect.token
    opening = verb.left_edge
    before = opening if opening.is_punct or opening.i == verb.sent.start else opening.nbor(-1)
    is_headline = (
        child(verb, "aux:pass") is None and before.text in (",", ";") and verb.doc[verb.sent.end - 1].text not in ENDS_OF_SENTENCES
    )
    is_parted = is_headline or (before.text == ";" and child(verb, "aux:pass") is not None)
    is_beside = verb.dep_ == "parataxis" or (before.text == ";" and verb.dep_ == "advcl" and child(verb, "mark") is None)
    if not is_beside or not is_parted or effect.source is not None:
        return None
    said = child(verb.head, "ccomp")
    return said if said is not None and said.i < verb.i else verb.head


def _scene_of_relative(verb: Token) -> Token | None:
    """Return the noun that a relative clause puts its deed in ("a battle in which rebels killed 84 soldiers"), or None."""
    if verb.dep_ != "acl:relcl":
        return None
    is_scene = any(t.lower_ == "which" and t.dep_ == "obl" and _introduced_by(t) in SCENES for t in verb.children)
    return verb.head if is_scene else None


def _introduced_by(word: Token) -> str | None:
    """Return the preposition or conjunction of a phrase or clause ("when a bomb exploded")."""
    introducing = child(word, "case", "mark") or next((t for t in word.children if t.dep_ == "advmod" and t == word.left_edge), None)
    return introducing.lower_ if introducing is not None else None
