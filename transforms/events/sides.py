"""The last word on who did it to whom: what a complement or a nested event names, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.arguments import Slots
from transforms.events.frames import BLOWN_UP, Candidate, candidate_at
from transforms.events.nominal import event_noun_slots
from transforms.events.noun_phrase import core, phrase
from transforms.events.reading import Reading
from transforms.events.relevance import is_definite
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, agent_of, case_of, is_passive
from transforms.events.word_classes import classes_of
from transforms.parse import start_of
from transforms.records import Actor, EventMention
from transforms.tokens import Token

# Where a deed agreed to, refused or asked for reaches somebody, best first.
REACHED = ("obj", "iobj", "to", "with", "for", "from", "against", "on", "into", "between", "in")
# What is sent or given is not whom it is for.
GIVING_WORDS = "send give provide supply deliver deploy dispatch transfer sell hand return lend donate"
GIVING = frozenset(GIVING_WORDS.split())
GIVEN_TO = ("iobj", "to", "for")
# What who threatens will do ("will hit back", "would respond with force").
HITTING = frozenset({"hit", "strike", "respond", "retaliate", "fight", "react", "act"})
# Deeds done to people in somebody's hands.
HELD = frozenset({"abduct", "sexual", "torture", "beat"})
# Where a crowd goes is not whom it protests against.
WAYS = frozenset({"in", "through", "to", "on", "across"})
LANDS = frozenset({"territory", "facility", "road", "place"})
NAMELESS = frozenset({"gunmen", "gunman", "attackers", "assailants", "bomber", "bombers", "men", "bandits", "militants", "rebels"})
# What is done to an act is done to its doer: "condemned the strikes", "rejected the demand".
AGAINST_ACTS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST"})


def target_head(reading: Reading, found: Candidate) -> Token | None:
    """Return the head of the target: of a complement its own target, or its subject where somebody is asked or accused; of a
    demand whoever made it."""
    target = found.target
    if target is None:
        return None
    if "from" not in found.slots and is_of_release(reading, found):
        return found.slots["obj"]
    comp = found.slots.get("comp")
    if comp is None or target.i != comp.i:
        return _behind(reading, found, target)
    own = child(target, *SUBJECTS)
    if own is not None and found.event_type in ("REQUEST", "ACCUSE") and own != found.source:
        is_thing = own.dep_ == "nsubj:pass" and not reading.is_party(core(own))
        return None if is_thing else own  # "demanded that the body be returned"
    if found.event_type == "AGREE" and own is not None and is_passive(target) and target.lemma_.lower() not in GIVING:
        return None  # "vowed that the culprits would be brought to justice"
    inner = candidate_at(reading, target)
    if inner is not None and inner.target is not None and inner.target.i != target.i and inner.target != found.source:
        if inner.target == inner.slots.get("comp"):
            return target_head(reading, inner)
        if reading.is_party(core(inner.target)) or reading.is_place(inner.target):
            return inner.target
    slots = reading.verb_slots(target)
    if target.lemma_.lower() in GIVING and "with" not in slots:  # "provide X with arms" has whom it is for as its object
        return _receiver(reading, slots)
    reached = [slots[name] for name in REACHED if name in slots and slots[name] != found.source]
    named = next((word for word in reached if reading.is_party(core(word)) or reading.is_place(word)), None)
    if named is not None:
        return named
    if "revenge" in classes_of(target):
        return None  # "vowed to avenge the deaths"
    if reached:
        return _behind(reading, found, reached[0])
    if found.event_type == "THREATEN" and (target.lemma_.lower() in HITTING or (inner is not None and inner.source == own)):
        return None  # "warned that Israel would hit back": who does what is threatened is not threatened
    return own if own != found.source else None


def is_way(reading: Reading, found: Candidate) -> bool:
    """Whether the target of a protest is only where the crowd goes ("marched through the town")."""
    if found.event_type != "PROTEST" or found.target_slot not in WAYS or found.target is None:
        return False
    return reading.is_place(found.target) or bool(classes_of(found.target) & LANDS)


def _receiver(reading: Reading, slots: Slots) -> Token | None:
    """Return whom something is sent or given to ("send 1,000 officers to Haiti", "provide help to Turkey"), or None."""
    given = slots.get("obj")
    inner = [t for t in given.subtree if t.dep_ == "nmod" and case_of(t) in ("to", "for")] if given is not None else []
    heads = [*(slots[name] for name in GIVEN_TO if name in slots), *inner]
    return next((word for word in heads if reading.is_party(core(word)) or reading.is_place(word)), heads[0] if heads else None)


def _behind(reading: Reading, found: Candidate, target: Token) -> Token:
    """Who a demand, offer or called-for measure comes from or goes to, where the target is that thing and not a party."""
    inner = candidate_at(reading, target)
    if found.event_type == "REQUEST" and found.trigger.pos == "verb" and inner is not None and inner.trigger.pos == "noun":
        is_of_deed = inner.target is not None and "assault" in classes_of(inner.target)  # "called for an inquiry into the killings"
        return inner.target if inner.target is not None and not is_of_deed else target
    if found.event_type in ("REJECT", "CONCEDE") and "demand" in classes_of(target) and not reading.is_party(target):
        slots, _ = event_noun_slots(reading, target)
        made = next((slots[name] for name in ("by", "from", "poss", "mod", "of") if name in slots and slots[name] != found.source), None)
        filed = next((t for t in target.children if t.dep_ == "acl" and is_passive(t)), None)
        by = agent_of(filed, reading.is_time) if filed is not None else None
        maker = by or made
        start, end = phrase(target)
        return target if maker is None or start <= start_of(maker) < end else maker
    return target


def doer_of_act(reading: Reading, found: Candidate, target: Token) -> Token | None:
    """Return who did the act that an accusation, refusal or praise is about, or None when the target is no act."""
    if found.event_type not in AGAINST_ACTS:
        return None
    inner = candidate_at(reading, target)
    if inner is None or inner.trigger.pos != "noun":
        return None
    return inner.source


def is_of_release(reading: Reading, found: Candidate) -> bool:
    """Whether somebody's release is asked for: from those who hold him, not from him."""
    asked = found.slots.get("obj")
    inner = candidate_at(reading, asked) if asked is not None and found.event_type == "REQUEST" else None
    return inner is not None and inner.trigger.mode == "release" and inner.trigger.pos == "noun"


def is_of_sufferers(reading: Reading, found: Candidate) -> bool:
    """Whether what is condemned or protested against is a deed told with those who suffered it only ("condemned the abduction of the
    priest", "marched against the jailing of the mayor"): nobody condemns them."""
    is_against = found.event_type == "PROTEST" or (found.event_type, found.trigger.mode) == ("ACCUSE", "disapprove")
    if not is_against or found.target is None:
        return False
    inner = candidate_at(reading, found.target)
    return inner is not None and inner.trigger.pos == "noun" and inner.source is None and inner.target is not None


def points_back(reading: Reading, target: Token) -> bool:
    """Whether the target is an attack or a capture told before ("condemned the strikes", "the detentions")."""
    if not is_definite(target):
        return False
    told = candidate_at(reading, target)
    return "assault" in classes_of(target) or (told is not None and told.trigger.pos == "noun" and told.event_type == "COERCE")


def is_nameless(text: str | None) -> bool:
    """Whether words are for armed people who have no name ("Gunmen ambushed a patrol")."""
    return not NAMELESS.isdisjoint((text or "").lower().split())


def accusers_of(accused: Sequence[Actor], before: Sequence[EventMention]) -> tuple[Actor, ...]:
    """Return who accused somebody in what was told last ("Ethiopia accused Eritrea. Asmara rejected the allegation."), or ()."""
    last = next((m for m in reversed(before) if m.event_type == "ACCUSE"), None)
    states = {name for actor in accused for name in (actor.actor_id, actor.parent_actor_id)}
    is_his = last is not None and any(
        name in states for actor in last.target_actors for name in (actor.actor_id, actor.parent_actor_id) if name
    )
    return last.source_actors if last is not None and is_his else ()


def doers_to(reading: Reading, deed: Token, before: Sequence[EventMention]) -> tuple[Actor, ...]:
    """Return who did the deed told before to those, or that, which a deed names as its target ("condemned the hospital bombing"), or ()."""
    told = candidate_at(reading, deed)
    noun = core(told.target).lower_ if told is not None and told.target is not None and is_definite(deed) else None
    same = [m for m in before if m.event_type == "ASSAULT" and m.source_actors and noun in (m.target_text or "").lower().split()]
    return same[-1].source_actors if len({m.source_actors for m in same}) == 1 else ()


def doers_before(reading: Reading, target: Token, before: Sequence[EventMention], accusers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return who made the attacks of the kind told before that the accusers did not make themselves, or () where these are several:
    which of them is meant, the words do not say. What somebody is only accused of counts where nothing else is told."""
    meant = candidate_at(reading, target)
    if meant is not None and meant.event_type == "COERCE":
        held = [m.source_actors for m in before if m.event_type == "COERCE" and m.event_mode == meant.trigger.mode and m.source_actors]
        return held[-1] if held else ()  # "condemned the detentions"
    mode = meant.trigger.mode if meant is not None else None
    own = {actor.actor_id for actor in accusers} | {actor.parent_actor_id for actor in accusers}
    told: dict[bool, list[tuple[Actor, ...]]] = {True: [], False: []}
    attacks = [m for m in before if m.event_type == "ASSAULT" and not m.is_general]
    nameless = [m for m in attacks if not m.source_actors and is_nameless(m.source_text)]
    if any(m.event_mode == mode or mode is None for m in nameless):
        return ()  # "Gunmen ambushed a patrol. Police fired back. X condemned the attack."
    same = [m for m in attacks if not m.backward and m.trigger.lower().split()[-1] == target.lower_]
    if same and not any(m.source_actors for m in same) and mode is None:
        return ()  # "the attack" is that told in this word, by nobody known
    by_mode = {
        m.source_actors for m in before if m.event_type == "ASSAULT" and mode is not None and m.event_mode == mode and m.source_actors
    }
    if len(by_mode) == 1 and not own & {actor.actor_id for actors in by_mode for actor in actors}:
        return next(iter(by_mode))  # "the strike", where one side has bombed and the other fired missiles
    alike = [mention for mention in before if mode in BLOWN_UP and mention.event_mode in BLOWN_UP]
    for mention in reversed(alike or before):
        if mention.event_type != "ASSAULT" or not mention.source_actors or mention.is_general:
            continue
        if mode is not None and mention.event_mode in HELD - {mode}:
            continue  # "condemned the bombing" is not about a capture
        if not own & {actor.actor_id for actor in mention.source_actors}:
            told[mention.stance == "accused"].append(mention.source_actors)
    found = told[False] or told[True]
    roots = {actor.parent_actor_id or actor.actor_id for actors in found for actor in actors}
    names = {actor.actor_id for actors in found for actor in actors}
    return found[0] if found and (len(roots) == 1 or len(names) == 1) else ()


def is_civilian(target: Token | None, actors: Sequence[Actor]) -> bool | None:
    """Whether the target is civilian: by the kinds of its actors, else by its noun; None when neither tells."""
    kinds = {actor.kind for actor in actors}
    if kinds & {"armed_group", "state_forces", "state"}:
        return False
    if kinds:
        return True
    if target is None:
        return None
    if classes_of(target) & {"troops"}:
        return False
    return True if "person" in classes_of(target) else None
