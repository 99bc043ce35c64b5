"""What belongs to one event within a sentence: effects with the attack that had them, complements with what governs them.

"Israeli strikes killed an adviser" is one attack; "agreed to free prisoners" is one agreement; "imposed sanctions" is told
once, by its verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.effects import SCENES, attack_of, claimed_deed, is_rank_of
from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core, is_by_name
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS
from transforms.events.taking import is_taken_twice, raid_of
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# Words about a deed that is not told as done; the deed named in them is no event of its own.
ABSORBING = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
# To what end a crowd does something.
ENDS = frozenset({("PROTEST", "REQUEST"), ("PROTEST", "PROTEST"), ("COERCE", "PROTEST")})
# What answers a deed is another one.
ANSWERING = frozenset({"retaliate"})
# What attackers do when they have done.
LEAVING = frozenset({"flee", "escape", "retreat", "withdraw"})
# How attackers begin.
CLOSING_IN = frozenset({"surround", "encircle", "cordon"})
# Who may have made the attack in which he is killed.
ARMED = frozenset({"combatant", "troops"})


def merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates of one sentence without those that are part of another one, to which they give their sides."""
    by_word = {found.token.i: found for found in candidates}
    dropped = {
        found.light.i
        for found in candidates
        if found.light is not None and found.light.i in by_word and _is_same(by_word[found.light.i], found)
    }
    for found in candidates:
        if found.token.i in dropped:
            continue
        for inner in [*_phrase_nouns(found, by_word), *_means(found, by_word)]:
            _lend(found, inner)
            dropped.add(inner.token.i)
        if found.event_type in ABSORBING:
            dropped.update(inner.token.i for inner in _complements(found, by_word))
    for found in candidates:
        dropped.update(raid_of(found, by_word))
        answered = by_word.get(found.slots["for"].i) if found.token.lemma_.lower() in ANSWERING and "for" in found.slots else None
        if answered is not None and found.target is None and answered.source is not None:
            found.target = answered.source  # "retaliated for Israeli strikes on the town" against Israel
        if _is_of_next(found, candidates) or is_rank_of(found, candidates) or is_taken_twice(found, by_word):
            dropped.add(found.token.i)
        if _is_aside(found, by_word):
            dropped.add(found.token.i)
            above = by_word[found.clause.head.i]
            if above.target is None and above.event_type == found.event_type:
                above.target, above.target_slot = found.target, found.target_slot  # "began a hunger strike to protest against X"
    for found in candidates:
        if found.token.i in dropped or found.event_type != "ASSAULT":
            continue
        if (claimed := claimed_deed(found, by_word)) is not None:
            claimed.absorbed.append(found.token)  # whom it struck is told by the claimant alone: the deed is one told before
            dropped.add(found.token.i)
            continue
        base = attack_of(found, by_word)
        if base is not None and "backward" in base.trigger.flags and base.token not in (found.slots.get("subj"), found.slots.get("obj")):
            found.absorbed.append(base.token)  # "killed two men during an operation": the operation alone tells of nothing
            if found.source is None and base.source is not None and base.source.pos_ != "PROPN":
                found.source = base.source  # "were killed in a police operation"; in "KP operations" the name is a place's
            dropped.add(base.token.i)
        elif base is not None and base.token.i not in dropped and base is not found:
            _lend_effect(base, found)
            dropped.add(found.token.i)
    for found in candidates:
        told = found.token.i not in dropped and found.event_type == "ASSAULT" and found.trigger.pos == "verb" and "in" in found.slots
        scene = by_word.get(found.slots["in"].i) if told else None
        if scene is not None and scene is not found and scene.token.i not in dropped and _is_bare(scene):
            found.absorbed += [scene.token, *scene.absorbed]  # "were shot dead in two separate attacks"
            dropped.add(scene.token.i)
    return [found for found in candidates if found.token.i not in dropped]


def _is_of_next(found: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a candidate is a part of what is told beside it: closing in before an attack, or shots in the air beside what else was used
    on a crowd ("used water cannon and fired into the air")."""
    if found.token.lemma_.lower() in CLOSING_IN and any(_follows(other, found) for other in candidates):
        return True
    beside = (other for other in candidates if other.trigger.mode == "crowd-control")
    is_shot = found.trigger.mode == "weapons"
    return is_shot and any(found.clause.head == other.clause or other.clause.head == found.clause for other in beside)


def _follows(attack: Candidate, found: Candidate) -> bool:
    """Whether an attack is told as what was done next ("surrounded the mosque and opened fire")."""
    return attack.event_type == "ASSAULT" and attack.clause.dep_ == "conj" and attack.clause.head == found.clause


def _is_bare(scene: Candidate) -> bool:
    """Whether an attack is told of by its noun alone, without sides and means of its own."""
    is_noun = scene.event_type == "ASSAULT" and scene.trigger.pos == "noun" and scene.light is None
    return is_noun and scene.source is None and scene.target_slot in (None, *SCENES)


def _is_aside(found: Candidate, by_word: dict[int, Candidate]) -> bool:
    """Whether a candidate only says to what end, or how, the one above it was done: "summoned the envoy to protest over ...", "torched
    two trucks before fleeing"."""
    above = by_word.get(found.clause.head.i)
    if above is None or above is found or found.clause.dep_ not in ("advcl", "xcomp"):
        return False
    if above.event_type == found.event_type and (mark := child(found.clause, "mark")) is not None and mark.lower_ == "to":
        return found.source == above.source and found.event_type in ("ACCUSE", "REQUEST", "PROTEST")
    if (above.event_type, found.event_type) in ENDS and found.clause.tag_ == "VB":
        return True  # "marched through the capital to demand protection", "blocked a border crossing to protest against ..."
    return above.event_type == "ASSAULT" and found.words[0].lemma_.lower() in LEAVING and found.clause.tag_ == "VBG"


def _is_same(verb: Candidate, noun: Candidate) -> bool:
    """As in "Launched an air strike", "undertook a series of strikes": the noun tells it better than the verb."""
    return noun.event_type == "ASSAULT" and (verb.event_type == "ASSAULT" or "undertake" in verb.trigger.words)


def _phrase_nouns(found: Candidate, by_word: dict[int, Candidate]) -> list[Candidate]:
    """Event nouns that are part of a verb's phrase, or its object with the same type ("impose sanctions", "hold talks")."""
    inside = {word.i for word in found.words if word.i != found.token.i}
    same = [by_word[i] for i in inside if i in by_word]
    if found.trigger.pos == "verb" and "effect" not in found.trigger.flags:
        for name in ("obj", "for", "to"):
            word = found.slots.get(name)
            inner = by_word.get(word.i) if word is not None else None
            if name == "for" and found.token.lemma_.lower() in ANSWERING:
                continue
            if inner is not None and inner.trigger.pos == "noun" and (inner.event_type == found.event_type or _tells_of(found, name)):
                same.append(inner)
    return same


def _means(found: Candidate, by_word: dict[int, Candidate]) -> list[Candidate]:
    """As in "The killing of X in a drone strike": an attack noun under another one is what it was done with."""
    word = found.slots.get("in") or found.slots.get("during")
    if found.trigger.pos != "noun" or found.event_type != "ASSAULT" or word is None or word.i not in by_word:
        return []
    return [by_word[word.i]] if by_word[word.i].event_type == "ASSAULT" and word != found.token else []


def _tells_of(found: Candidate, slot: str) -> bool:
    """Whether the verb's row needs this very object, so that the noun is part of what the verb tells."""
    return slot == "obj" and any(need.slot == "obj" and need.classes and not need.is_negated for need in found.trigger.needs)


def _complements(found: Candidate, by_word: dict[int, Candidate]) -> list[Candidate]:
    inner: list[Candidate] = []
    heads = [word for name, word in found.slots.items() if name in ("comp", "obj", "for", "on", "to", "with") and word != found.source]
    for head in heads:
        for word in head.subtree:
            if word.i in by_word and word.i != found.token.i and (_within(word, head) or by_word[word.i].light == head):
                inner.append(by_word[word.i])
    return inner


def _within(word: Token, head: Token) -> bool:
    """Whether a word is the complement's own head, coordinated with it, or the object of it."""
    step = 0
    while word.i != head.i and step < 4:
        if word.dep_ not in ("conj", "obj", "xcomp", "nmod", "compound", "advcl", "acl", "obl"):
            return False
        word, step = word.head, step + 1
    return word.i == head.i


def _lend(found: Candidate, inner: Candidate) -> None:
    """A verb takes from its noun the sides it has not itself."""
    if found.source is None:
        found.source = inner.source
    # "signed a ceasefire in Havana", "demanded the release of all staff" from whoever holds them
    is_place = inner.target_slot in SCENES or (found.event_type, inner.trigger.mode) == ("REQUEST", "release")
    if not is_place and (found.target is None or (found.target.i == inner.token.i and inner.target is not None)):
        found.target = inner.target if inner.target != found.source else None
        found.target_slot = inner.target_slot
    found.absorbed.append(inner.token)


def _is_blown_up(base: Candidate, doer: Token | None) -> bool:
    """Whether the subject of an effect is the vehicle that blew up ("a car exploded outside a barracks, killing nine")."""
    return doer is not None and base.trigger.mode == "explosives" and doer == base.slots.get("subj") and "blown" in classes_of(core(doer))


def _lend_effect(base: Candidate, effect: Candidate) -> None:
    """An attack takes the victims of its effect as target where it has none, and its doer where only the effect names one."""
    if base.trigger.is_symmetric and base.source is not None and base.target is None:
        base.absorbed.append(effect.token)  # both sides of a fight are told, whoever was hurt in it
        return
    target = effect.target
    if base.trigger.pos == "noun" and base.source is None and base.target is not None and base.target == base.slots.get("with"):
        base.source, base.target = base.target, None if target == base.target else target  # "was killed in a clash with police"
        base.absorbed.append(effect.token)
        return
    if target is not None and target == base.source and "with" in base.slots and not base.trigger.is_symmetric:
        # "was killed in a shootout with police": who fought him is who killed him
        base.source, base.target, base.target_slot = base.slots["with"], target, effect.target_slot
        base.absorbed.append(effect.token)
        return
    is_where = base.target_slot in SCENES  # "an operation in Ghazni killed two men"
    if target is not None and base.target is not None and is_by_name(target) and not classes_of(base.target) & {"person", "party"}:
        is_where = True  # "killed a commander, X, in an airstrike on a suburb"
    owner = child(base.target, "nmod:poss") if base.target is not None else None
    is_where = is_where or (owner is not None and owner.lower_ == "their")  # "killed 20 terrorists in a strike on their positions"
    is_where = is_where or (base.target is not None and base.target.pos_ == "PRON")  # "three men were killed when rebels ambushed them"
    if (base.target is None or is_where) and target is not None and target.i != base.token.i:
        base.target, base.target_slot = target, effect.target_slot if effect.target_slot in SCENES else None
    is_defended = base.light is not None and effect.source is not None and effect.source == child(base.light, *SUBJECTS)
    if is_defended and base.source is None and effect.target is not None:
        # "repelled an assault on a post, killing four of the gunmen": who is killed by those attacked made the attack
        base.source = effect.target if classes_of(core(effect.target)) & ARMED else None
    elif base.source is None and effect.source not in (None, base.token, base.target) and not _is_blown_up(base, effect.source):
        base.source = effect.source
    if effect.target is not None and base.target is not effect.target:
        base.harmed = effect.target
    base.absorbed.append(effect.token)
