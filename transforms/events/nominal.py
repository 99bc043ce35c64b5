"""The slots of an event noun, from its own dependents and from the light verb that it depends on.

"Iran launched raids on ...", "the attack, carried out by ...", "twin bombings claimed by ...", "Israeli strikes", "the
town came under attack".
"""

from __future__ import annotations

from transforms.events.arguments import Slots, noun_slots
from transforms.events.blame import blamed_for
from transforms.events.lexicon import light_verbs, verb_forms
from transforms.events.modifiers import add_modifiers
from transforms.events.noun_phrase import core
from transforms.events.reading import Reading
from transforms.events.repairs import child, perfect_of
from transforms.events.subjects import agent_of, case_of, is_passive, surface_subject
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

ACTS = frozenset({"act", "attack", "bombing", "operation", "killing", "incident", "assault", "blast", "strike"})
NESTED = frozenset({"by", "on", "against", "from", "between"})
SOUGHT = frozenset({"for", "of"})
# "An operation that resulted in the death of X".
ENDING = frozenset({"result", "end", "culminate"})
OUTCOMES = frozenset({"death", "killing", "injury", "wounding", "arrest", "detention", "capture"})
# Before a fight in which, or after which, the subject of the clause does something or is harmed.
FOUGHT = frozenset({"in", "after", "during", "following", "amid"})
# How people are left by a deed ("An attack left three people dead").
LEFT = frozenset({"dead", "wounded", "injured", "hurt", "killed"})
CLAIMS = frozenset({"claim", "blame", "attribute", "pin", "plot"})
PLANNING = frozenset({"plan", "plot"})
BATTLES = frozenset({"battle", "war", "skirmish", "clash", "duel", "gunbattle"})
# What a deed has on something else.
IMPACTS = frozenset({"impact", "effect", "influence"})
# What is said of a deed that took place ("Clashes were reported on Friday near Kalehe").
NOTED = frozenset({"report", "record"})


def event_noun_slots(reading: Reading, noun: Token) -> tuple[Slots, Token | None]:
    """Return the slots of an event noun and its light verb (None without one). The light verb's subject is `by`, or the
    target (`on`) when the verb says that the subject suffers. The slots are the caller's own to change."""
    if noun not in reading.noun_slots:
        reading.noun_slots[noun] = _event_noun_slots(reading, noun)
    slots, verb = reading.noun_slots[noun]
    return slots.copy(), verb


def _event_noun_slots(reading: Reading, noun: Token) -> tuple[Slots, Token | None]:
    slots = noun_slots(noun, reading.is_time)
    verb, role = light_verb(noun)
    if (blamed := blamed_for(noun)) is not None:
        slots = {name: word for name, word in slots.items() if word != blamed} | {"by": blamed}
        verb = None
    if (planner := _planner(noun)) is not None:
        slots.setdefault("by", planner)
    if (victim := died_of(noun)) is not None:
        slots.setdefault("on", victim)
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in IMPACTS:
        slots.pop("on", None)  # "the impact of these attacks on the talks"
    _add_sought(slots, noun, verb)
    _add_outcome(slots, noun, verb)
    _add_nested(reading, slots, noun)
    add_modifiers(reading, slots, noun)
    _add_participles(reading, slots, noun)
    if (opponent := _opponent(reading, slots, noun)) is not None:
        slots["by"] = opponent
    if verb is None and (joined := _joined_verb(noun)) is not None:
        slots.setdefault("by", joined)
    if verb is None:
        return slots, None
    outer = reading.verb_slots(verb)
    subject = outer.get("subj")
    if verb.lemma_.lower() == "announce" and noun.lemma_.lower() in ("death", "injury", "killing", "murder"):
        role = "none"  # who tells of a death has not done it
    if subject is not None and subject != noun and role != "none":
        slots.setdefault("by" if role == "source" else "on", subject)
    if role == "none" and "between" not in slots:
        both = next((t for t in verb.subtree if t.i > verb.i and t.dep_ == "nmod" and case_of(t) == "between"), None)
        if both is not None and not reading.is_time(both):
            slots["between"] = both  # "Clashes erupted near the camp between rebels and troops"
    if role != "source" and "by" in outer and not is_passive(verb):
        slots.setdefault("by", outer["by"])  # "repelled an attack by militants"
    for name, word in outer.items():
        if name not in ("subj", "obj", "iobj", "comp", "xcomp", "by") and word != noun and word.i > verb.i:
            slots.setdefault(name, word)
    return slots, verb


def _planner(noun: Token) -> Token | None:
    """Return who planned an act ("The cartel planned the attack", "was planned and carried out by X"), or None."""
    verb = noun.head
    done = child(verb, "conj") if noun.dep_ == "nsubj:pass" and verb.lemma_.lower() == "plan" else None
    if done is not None and any(form in light_verbs() for form in verb_forms(done)):
        return child(done, "obl:agent") or next((t for t in done.children if t.dep_ == "obl" and case_of(t) == "by"), None)
    return surface_subject(verb) if noun.dep_ == "obj" and verb.lemma_.lower() in PLANNING else None


def died_of(noun: Token) -> Token | None:
    """Return who died by what a noun tells ("13 persons died in X as a result of a bomb explosion"), or whom it left dead, or None."""
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() == "leave":
        left = child(noun.head, "obj")
        hurt = child(noun.head, "xcomp") or (child(left, "acl", "amod", "xcomp") if left is not None else None)
        return left if hurt is not None and hurt.lower_ in LEFT and noun.i < noun.head.i else None
    phrase = noun.head if noun.dep_ == "nmod" and noun.head.lemma_.lower() in ("result", "consequence") else noun
    verb = phrase.head
    is_dead = verb.lower_ == "dead" and child(verb, "cop") is not None
    if phrase.dep_ not in ("obl", "nmod") or not (is_dead or (verb.pos_ == "VERB" and verb.lemma_.lower() in ("die", "perish"))):
        return None
    if is_dead:
        return child(verb, "nsubj") if case_of(phrase) in ("in", "from", "after", "following") else None
    return surface_subject(verb) if case_of(phrase) in ("in", "from", "by", "as", "of") else None


def _opponent(reading: Reading, slots: Slots, noun: Token) -> Token | None:
    """Return who fought whom a fight is said to be "with" ("captured the village after clashes with militiamen", "rebels were killed in a
    clash with the army"), or None; civilians killed in it fought nobody."""
    verb = noun.head
    told = slots.keys() & {"by", "mod", "between", "poss", "against", *(("of",) if noun.lemma_.lower() != "exchange" else ())}
    if "with" not in slots or told or noun.dep_ != "obl" or verb.pos_ != "VERB":
        return None
    subject = surface_subject(verb) if case_of(noun) in FOUGHT else None
    if subject is not None and subject.pos_ == "NUM" and verb.dep_ == "conj":
        subject = surface_subject(verb.head)  # "Two soldiers were killed and four were wounded in clashes with ..."
    if subject is None or not (reading.is_party(subject) or reading.is_party(core(subject))):
        return None
    found = reading.actor(subject) or reading.actor(core(subject))
    is_armed = found is not None and found.actor is not None and found.actor.kind in ("armed_group", "state_forces", "state")
    return subject if is_armed or classes_of(core(subject)) & {"combatant", "troops"} else None


def _add_sought(slots: Slots, noun: Token, verb: Token | None) -> None:
    """As in "An operation to capture X", "in search of X": whom the act is after stands for whom it is done to (`against`)."""
    words = [t for above in (noun, verb) if above is not None for t in above.children if t.i > noun.i]
    for word in words:
        if word.dep_ not in ("acl", "advcl", "nmod", "obl", "xcomp") or "aim" not in classes_of(word):
            continue
        mark = child(word, "mark")
        is_end = mark is not None and mark.lower_ == "to"  # "came a day after the army killed X" is after nobody
        if (word.pos_ == "VERB" and (is_end or word.tag_ == "VBG")) or case_of(word) in ("in", "after"):
            sought = child(word, "obj") or next((t for t in word.children if case_of(t) in SOUGHT), None)
            if sought is not None:
                slots.setdefault("against", sought)


def _add_outcome(slots: Slots, noun: Token, verb: Token | None) -> None:
    """As in "conducted an operation in X that resulted in the death of Y": who suffers by the act stands for its target (`against`);
    the parse may hang the clause on a name between them."""
    if verb is None:
        return
    ending = next((t for t in verb.subtree if t.i > noun.i and t.dep_ == "acl:relcl" and t.lemma_.lower() in ENDING), None)
    if ending is None or (ending.head != noun and ending.head.pos_ != "PROPN" and ending.head.dep_ not in ("appos", "conj")):
        return
    outcome = next((t for t in ending.children if t.dep_ in ("obl", "nmod") and t.lemma_.lower() in OUTCOMES), None)
    suffered = next((t for t in outcome.children if t.dep_ == "nmod" and t.left_edge.lower_ == "of"), None) if outcome is not None else None
    if suffered is not None:
        slots.setdefault("against", suffered)


def _add_nested(reading: Reading, slots: Slots, noun: Token) -> None:
    """As in "The attack by rebels on a convoy": what the parse hangs on the first phrase is the event noun's where it fits no person."""
    for outer in [t for t in noun.children if t.dep_ == "nmod"]:
        for word in outer.children:
            case = case_of(word) if word.dep_ in ("nmod", "obl") else None
            is_foe = case == "with" and noun.lemma_.lower() == "exchange"  # "an exchange of gunfire with police"
            if case is not None and (case in NESTED or is_foe) and case not in slots and not reading.is_time(word):
                slots[case] = word
    if noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and noun.head.lemma_.lower() in ("responsibility", "credit"):
        claimed = noun.head.head
        subject = surface_subject(claimed) if claimed.pos_ == "VERB" else None
        if subject is not None:
            slots.setdefault("by", subject)


def light_verb(noun: Token) -> tuple[Token | None, str]:
    """Return the light verb that a noun is the object (or passive subject, or bound phrase) of and its subject's role."""
    top = noun
    while top.head != top and (
        (top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN")) or (core(top.head) == top and top.head.pos_ == "NOUN")
    ):
        top = top.head
    verb = top.head
    told = next((t for t in noun.children if t.dep_ == "acl" and t.pos_ == "VERB" and _occurs(t)), None)
    if told is not None:
        return told, "none"  # "Clashes erupted on Sunday", as the parse may take it
    if verb.pos_ != "VERB":
        return None, ""
    if (top.dep_ == "nsubj" and _occurs(verb)) or (top.dep_ == "nsubj:pass" and verb.lemma_.lower() in NOTED):
        return verb, "none"
    for form in verb_forms(verb):
        for words, role in light_verbs().get(form, ()):
            rest = words[1:]
            if words == ("fight",) and noun.lemma_.lower() not in BATTLES:
                continue  # who fights an offensive made none
            if not all(any(t.lower_ == word and t.head in (verb, top) for t in verb.doc[verb.i + 1 : verb.i + 6]) for word in rest):
                continue
            bound = top.dep_ == "obl" and rest and case_of(top) == rest[-1]
            if top.dep_ in ("obj", "obl:unmarked") or (top.dep_ in ("nsubj", "nsubj:pass") and is_passive(verb)) or bound:
                return verb, role
    return None, ""


def _occurs(verb: Token) -> bool:
    """Whether a verb only says that what its subject names takes place: "fighting broke out", "an attack occurred"."""
    for form in verb_forms(verb):
        for words, role in light_verbs().get(form, ()):
            if role == "none" and all(any(t.lower_ == word for t in verb.doc[verb.i + 1 : verb.i + 4]) for word in words[1:]):
                return child(verb, "obj") is None or len(words) > 1
    return False


def _joined_verb(noun: Token) -> Token | None:
    """Return the doer of a noun whose light verb the parse takes for its modifier ("expelled the envoy and launched strikes")."""
    for word in noun.lefts:
        if perfect_of(word) is not None and any(form in light_verbs() for form in verb_forms(word)):
            return surface_subject(noun.head)
    return None


def _add_participles(reading: Reading, slots: Slots, noun: Token) -> None:
    """As in "carried out by X", "claimed by X", "that Iran launched": participles and relative clauses of light verbs name the doer."""
    things = [t for t in noun.children if t.dep_ == "nmod" and classes_of(t) & {"weapon", "explosive"}]
    own = [*noun.children, *(t for thing in things for t in thing.children)]  # "an attack with explosives carried out by X"
    own += [
        t for clause in own if clause.dep_ == "acl:relcl" for t in clause.children if t.dep_ == "conj"
    ]  # "that killed 40 and was claimed by X"
    for clause in own:
        if clause.dep_ not in ("acl", "acl:relcl", "appos", "conj"):
            continue
        verb = clause if clause.dep_ != "appos" else child(clause, "acl")
        if verb is None or verb.pos_ != "VERB" or (verb.lemma_.lower() == "issue" and "assault" in classes_of(noun)):
            continue  # "the statement on the shooting issued by the mayor"
        if not any(form in CLAIMS or form in light_verbs() for form in verb_forms(verb)):
            continue
        agent = agent_of(verb, reading.is_time) if is_passive(verb) else reading.verb_slots(verb).get("subj")
        if agent is not None and agent != noun:
            slots.setdefault("by", agent)
    if "by" not in slots and (claimant := _claimant(noun)) is not None:
        slots["by"] = claimant


def _claimant(noun: Token) -> Token | None:
    """As in "11 were killed in an attack on a station, an act claimed by X": the claim may hang on a word for the same act nearby."""
    for word in noun.doc[noun.i + 1 : noun.sent.end]:
        if word.lemma_.lower() == "claim" and word.dep_ == "acl" and word.head.lemma_.lower() in ACTS and is_passive(word):
            return child(word, "obl:agent", "obl")
    return None
