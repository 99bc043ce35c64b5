"""Triggers in a sentence with their sides: the row of the lexicon that fits a word and what fills its frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.events.arguments import Slots, is_channel
from transforms.events.lexicon import Trigger, forms, may_trigger, triggers, verb_forms
from transforms.events.nominal import event_noun_slots
from transforms.events.noun_phrase import core
from transforms.events.phrases import phrase_words
from transforms.events.pronouns import ground_taken
from transforms.events.reading import Reading
from transforms.events.repairs import child, gerund_object, perfect_of
from transforms.events.subjects import SUBJECTS, case_of, is_passive, surface_subject
from transforms.events.word_classes import classes_of
from transforms.tokens import Span, Token

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
MEANS = frozenset({"weapon", "blade", "bullet", "stone"})
# Words of a phrase that only joins clauses ("in a bid to", "in the wake of", "in response to", "on condition that").
JOINING = frozenset({"bid", "wake", "case", "attempt", "effort", "return", "move", "addition", "light", "view", "condition"})
MANNERS = frozenset({"range", "random", "gunpoint", "knifepoint", "distance"})  # "opened fire at close range"
# Modes of what is set off beside somebody or something.
BLOWN_UP = frozenset({"explosives", "suicide-attack"})
# What is said of what carries a bomb.
LOADED = frozenset({"laden", "packed", "filled", "rigged", "loaded"})
# What befalls people in a fight in which they need have no part.
ENDING_LIVES = frozenset({"die", "kill", "wound", "injure", "hurt", "perish"})
ENDING = frozenset({"stop", "halt", "end", "suspend", "freeze", "block", "cancel"})
GOING_ON = frozenset({"continue", "resume", "intensify", "escalate", "expand", "step"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})


@dataclass(slots=True)
class Candidate:
    """A trigger found: its word, the words of its phrase, its slots, and the heads of its sides."""

    trigger: Trigger
    token: Token
    words: tuple[Token, ...]
    slots: Slots
    event_type: str
    source: Token | None = None
    target: Token | None = None
    target_slot: str | None = None
    light: Token | None = None
    absorbed: list[Token] = field(default_factory=list)
    prospect: str | None = None
    # Whom what it hit does not name: "six of its men were killed when rebels attacked a post".
    harmed: Token | None = None

    @property
    def clause(self) -> Token:
        """The verb of the clause that tells of the event: the trigger, or the light verb of an event noun."""
        return self.light if self.light is not None else self.token


def candidates_of(reading: Reading, span: Span) -> list[Candidate]:
    """Return the events that the words of a sentence tell of, for the caller to change."""
    may_tell = [token for token in span if may_trigger(token.lower_, token.lemma_)]
    return [replace(found, absorbed=found.absorbed.copy()) for token in may_tell if (found := candidate_at(reading, token)) is not None]


def candidate_at(reading: Reading, token: Token) -> Candidate | None:
    """Return the event that a word tells of, or None; it is the same for all who ask, and not to be changed.

    The longest phrase and the row with the most needs that holds wins."""
    if not may_trigger(token.lower_, token.lemma_):
        return None
    known = reading.candidates
    if token not in known:
        known[token] = _read(reading, token)
    return known[token]


def _read(reading: Reading, token: Token) -> Candidate | None:
    lemma, ahead = forms(token)[0], None
    for pos in _parts_of_speech(token):
        for form in verb_forms(token) if pos == "verb" else dict.fromkeys(forms(token)):
            for trigger in triggers(pos).get(form, ()):
                last = trigger.words[-1]
                if len(trigger.words) > 1 and last != lemma and (pos != "noun" or "of" in trigger.words):
                    if ahead is None:
                        ahead = {form for word in token.doc[token.i + 1 : token.i + 8] for form in forms(word)}
                    if last not in ahead:
                        continue
                words = (token,) if len(trigger.words) == 1 else phrase_words(trigger, token)
                if words is None:
                    continue
                if found := _fill(reading, trigger, token, words):
                    return found
    return None


def _parts_of_speech(token: Token) -> Sequence[str]:
    after_noun = token.i > 0 and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    if token.dep_ == "amod" and token.i < token.head.i and not after_noun and perfect_of(token) is None:
        return ()  # "murdered mayors", "a besieged city": a kind of mayor or city, told elsewhere
    is_noun = token.tag_ in ("NN", "NNS") and token.dep_ in NOMINAL  # "A police raid on the camp left ...", whatever its other mark
    if token.pos_ in VERBAL and not is_noun:
        if child(token, *SUBJECTS) is None and any(case_of(t) == "between" for t in token.children if t.i > token.i):
            return ("noun",)  # "Fighting between X and Y resumed"
        if token.tag_ == "VBZ" and child(token, *SUBJECTS, "obj") is None and token.lower_ == token.sent[0].lower_:
            return ("noun", "verb")  # "Clashes erupted ..."
        if token.tag_ == "VBG" and token.dep_.startswith("csubj") and child(token, "obj") is None:
            return ("noun", "verb")  # "Shelling by the army killed ..."
        has_article = any(t.dep_ in ("det", "amod", "case") for t in token.children) and not any(t.dep_ == "obj" for t in token.children)
        return ("noun",) if has_article and token.tag_ == "VBG" else ("verb",)
    if token.pos_ in ("NOUN", "PROPN") or is_noun:
        if child(token, "obj") is not None and child(token, "nsubj") is not None:
            return ("verb",)  # "Gunmen shot a priest", as the tagger may take it
        is_gerund = token.lower_.endswith("ing") and gerund_object(token) is not None
        return ("verb",) if is_gerund else ("noun",)
    if token.pos_ != "ADJ":
        return ()
    return ("adj", "verb") if perfect_of(token) is not None or token.dep_ in ("ROOT", "conj", "acl", "ccomp", "advcl") else ("adj",)


def _fill(reading: Reading, trigger: Trigger, token: Token, words: tuple[Token, ...]) -> Candidate | None:
    light = None
    if trigger.pos == "noun" and token.pos_ == "PROPN" and reading.actor(token) is not None:
        return None  # a word of a name: "the Government of National Accord"
    if trigger.pos == "noun":
        slots, light = event_noun_slots(reading, token)
        if words[-1].i > token.i:  # "an exchange of missile strikes between ...": what hangs on the last word is of the phrase
            slots = event_noun_slots(reading, words[-1])[0] | slots
    else:
        slots = reading.verb_slots(token)
        if "iobj" in slots:
            slots.setdefault("to" if "obj" in slots else "obj", slots["iobj"])  # "promised Kyiv another battery"
        _free_object(slots, words)
        if "obj" in slots and (ground := ground_taken(reading, slots["obj"])) is not None:
            slots["obj"] = ground
    if not all(holds(reading, slots, need.slot, need.classes) != need.is_negated for need in trigger.needs):
        return None
    found = Candidate(trigger, token, words, slots, trigger.event_type, light=light)
    found.source = _first(slots, trigger.sources, words, None)
    if found.source is not None and found.source.pos_ == "NOUN" and reading.is_time(found.source):
        found.source = None  # "Five days of fighting killed 48 people"
    if (
        found.source is not None
        and found.source == slots.get("from")
        and found.source.pos_ == "NOUN"
        and not reading.is_party(found.source)
    ):
        found.source = None  # "received small-arms fire from the ground", "from a compound"
    found.target = _first(slots, trigger.targets, words, found.source)
    if trigger.mode in BLOWN_UP and found.target is not None and found.target == slots.get("obj") and _is_own(found.target):
        others = tuple(slot for slot in trigger.targets if slot != "obj")
        found.target = _first(slots, others, words, found.source)  # "blew up his vehicle outside a hotel"
    if trigger.pos == "noun" and found.target is not None and is_channel(found.target, slots):
        found.target = None  # "claimed responsibility for the attack in a communique", "on Telegram"
    if trigger.is_symmetric and trigger.pos == "noun" and found.target is None and found.source is not None:
        _part_sides(reading, found)
    found.target_slot = next((name for name in trigger.targets if found.target is not None and _slot(slots, name) == found.target), None)
    return found


def _part_sides(reading: Reading, found: Candidate) -> None:
    """Set apart who fights and with whom where only the latter is told with the fight ("threw stones in clashes with police")."""
    opponent = found.slots.get("with")
    if found.event_type != "ASSAULT" or found.source is not opponent or opponent is None:
        return
    is_within = case_of(found.token) in (None, "in", "during")  # who "fled after clashes with the army" need not have fought it
    verb = next((word for word in found.token.ancestors if word.pos_ == "VERB"), None) if is_within else None
    doer = surface_subject(verb) if verb is not None and not is_passive(verb) and child(verb, "nsubj:pass") is None else None
    is_doer = doer is not None and doer != opponent and (reading.is_party(doer) or reading.is_party(core(doer)))
    is_outcome = doer is not None and any(t.lemma_.lower() in ENDING_LIVES for t in (verb, *found.token.ancestors) if t is not None)
    found.source, found.target = doer if is_doer and not is_outcome else None, opponent


def _free_object(slots: Slots, words: tuple[Token, ...]) -> None:
    """The object of a phrase is not its own noun ("opened fire on"), and of a verb with preposition what follows that ("called for")."""
    inner = {word.i for word in words[1:]}
    if "obj" in slots and slots["obj"].i in inner:
        del slots["obj"]
    if "obj" not in slots and len(words) > 1:
        last = "out" if words[-1].lower_ == "of" and words[-2].lower_ == "out" else words[-1].lower_  # "pulled out of the talks"
        if last in slots:
            slots["obj"] = slots[last]


def holds(reading: Reading, slots: Slots, slot: str, classes: frozenset[str]) -> bool:
    """Whether a slot is filled, and by a word of one of the classes where classes are asked for."""
    filler = slots.get(slot)
    if filler is None:
        return False
    if not classes:
        return True
    if "infinitive" in classes:
        return any(t.dep_ == "mark" and t.lower_ == "to" for t in filler.children)
    if classes & {"hostile", "cooperative"}:
        going_on = child(filler, "obj", "xcomp") if filler.lemma_.lower() in GOING_ON else None
        inner = candidate_at(reading, going_on if going_on is not None else filler)  # "vowed to continue attacks on Israel"
        ended = child(filler, "obj") if filler.lemma_.lower() in ENDING else None
        if ended is not None and (good := candidate_at(reading, ended)) is not None and good.event_type in COOPERATIVE:
            return "hostile" in classes  # "vowed to stop the release of prisoners"
        if inner is None:
            return "hostile" in classes and "revenge" in classes_of(filler)
        if "hostile" in classes and (inner.event_type in ("MOBILIZE", "REQUEST") or inner.trigger.mode == "investigate"):
            return False  # "pledged to deploy missiles to the country" promises, unless it says against whom
        return ("cooperative" in classes) == (inner.event_type in COOPERATIVE)
    return any(reading.belongs(filler, name) for name in classes)


def _is_own(thing: Token) -> bool:
    """Whether a thing is the doer's own ("his vehicle", "her explosive vest", "an explosives-laden vehicle")."""
    if any(t.dep_ in ("amod", "compound") and t.lower_ in LOADED for t in thing.children):
        return True
    owner = child(thing, "nmod:poss")
    return owner is not None and owner.pos_ == "PRON" and not classes_of(thing) & {"person", "party"}


def _first(slots: Slots, names: Sequence[str], words: tuple[Token, ...], other: Token | None) -> Token | None:
    taken = {word.i for word in words}
    for name in names:
        filler = _slot(slots, name)
        is_means = name == "with" and filler is not None and bool(classes_of(filler) & MEANS)  # "fought with knives and guns"
        is_means |= name in ("in", "on") and filler is not None and filler.lemma_.lower() in JOINING
        is_means |= name == "at" and filler is not None and filler.lemma_.lower() in MANNERS
        if filler is not None and filler.i not in taken and filler != other and not is_means:
            return filler
    return None


def _slot(slots: Slots, name: str) -> Token | None:
    """Return a slot's word; "poss+of" is the possessor where there is an "of"; "obj.poss" a dependent of the object;
    "comp.obj" the object of the complement."""
    if "+" in name:
        first, second = name.split("+")
        return slots.get(first) if second in slots else None
    if "." in name:
        first, second = name.split(".")
        outer = slots.get(first)
        if outer is None:
            return None
        if second == "obj":
            return child(outer, "obj")
        deps = {"poss": ("nmod:poss",)}.get(second, ("nmod",))
        inner = [outer, *(t for t in outer.children if t.dep_ == "nmod" and case_of(t) == "in")]  # "€615m in military aid to Kyiv"
        below = (t for word in inner for t in word.children if t.dep_ in deps)
        return next((t for t in below if second == "poss" or any(c.lower_ == second for c in t.children)), None)
    return slots.get(name)
