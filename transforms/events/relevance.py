"""Which candidates are events: somebody known does or suffers something definite. What only speaks of a kind of thing is none."""

from __future__ import annotations

import re

from transforms.events.frames import Candidate
from transforms.events.habits import has_setting, is_habit
from transforms.events.noun_phrase import core, is_none
from transforms.events.operations import is_of_operation
from transforms.events.parties import parts
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS
from transforms.events.wont import is_wont
from transforms.events.word_classes import classes_of
from transforms.tokens import Token
from transforms.tree_clauses import ANSWERS
from transforms.tree_results import DAYS

DEFINITE = frozenset({"the", "this", "these", "those", "that"})
ANY = frozenset({"any", "such", "no", "every", "each", "either", "another", "more", "further"})
NONE = frozenset({"any", "no", "such"})
ANYBODY = frozenset({"anyone", "anybody", "anything"})
HARM = frozenset({"kill", "die", "dead", "death", "wound", "injure", "injury", "toll", "casualty", "fatality", "victim"})
# "Accused them of violating the truce" tells of the accusation, no deed of its own.
BREACH = "196"
SHARES = frozenset({"most", "many", "number", "majority", "half", "percent", "rate", "level"})
UNCOUNTED = frozenset({"several", "many", "numerous", "similar", "previous", "past", "other", "most", "various"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
# What is to be stopped has a name of its own ("a truce on attacks").
STOPS = frozenset({"truce", "ceasefire", "moratorium", "ban", "halt", "end", "cessation", "stop", "suspension", "pause", "lull", "absence"})
RANKS = frozenset({"worst", "first", "second", "third", "latest", "most", "biggest"})
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# Things that attack in somebody's hands.
BLASTS = frozenset({"bomb", "explosive"})
# What is done to weapons in flight: defence, no attack of its own.
DOWNING = frozenset({"shoot", "down", "destroy", "intercept", "hit", "strike"})
UNMANNED = frozenset({"drone", "missile", "rocket", "projectile", "uav", "shahed", "mortar"})
ACTING_THINGS = frozenset({"weapon", "assault", "bomb", "explosive", "troops", "vessel"})
# What is given by somebody, who may also stop or weigh it.
GIVEN = frozenset({"AID", "COOPERATE", "SUPPORT"})
# "The arrest of X", "the release of X": told of whom it is done to, whoever did it.
TAKEN = frozenset({"COERCE", "RETREAT"})
CALLING = frozenset({"call", "describe", "label", "brand", "term"})
SELF = frozenset({"itself", "themselves", "ourselves", "himself", "herself", "myself"})
OWN = frozenset({"its", "their", "his", "her", "our", "my", "own"})
SPEAKING = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONSULT", "CONCEDE"})


def is_event(reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a candidate tells of an event of its own, or points back to one."""
    source, target = found.source, found.target
    if source is not None and "nature" in classes_of(source) and not reading.actor(source):
        return False
    is_blamed = found.event_type == "ACCUSE" and found.clause.dep_ == "acl" and found.clause.head == source
    if source is not None and is_blamed and "assault" in classes_of(source):
        return False  # "a drone attack blamed on the rebels" accuses nobody
    if target is not None and target.lower_ in ANYBODY and found.event_type in DEEDS:
        return False  # "I don't see him killing anyone"
    if source is not None and source == target:
        return False
    if found.trigger.mode == "release" and source is None and found.clause.dep_ == "acl" and found.trigger.pos == "verb":
        return False  # "killed a gang leader freed in a jailbreak"
    if is_of_operation(reading, found, told):
        return False
    if told.event_type in (found.event_type, "THREATEN") and is_wont(reading, found, is_planned=told.event_type != found.event_type):
        return False
    if is_habit(found) or _is_of_talks(found) or _is_by_the_way(found) or _is_only_alleged(found):
        return False
    if target is None and (
        (told.event_type == "SUPPORT" and not found.trigger.is_symmetric)
        or (told.event_type == "ACCUSE" and found.words[0].lemma_ in ("express", "voice", "raise"))
    ):
        return False
    if target is not None and target.lower_ in SELF and told.event_type == "SUPPORT":
        return False  # "the right to defend ourselves"
    if told.event_type == "SUPPORT" and target is not None and any(t.dep_ == "nmod:poss" and t.lower_ in OWN for t in target.children):
        return False
    if "general" in found.trigger.flags and not _has_two_actors(reading, found):
        return False
    if found.token.sent[-1].text == "?" and not (source is not None and target is not None):
        return False
    if told.event_type in SPEAKING and (subject := found.slots.get("subj")) is not None and is_none(subject):
        return False  # "nobody wants the boy to be taken away"
    if told.stance == "accused" and (found.event_type not in DEEDS or found.trigger.cameo_code == BREACH):
        return False
    if told.stance == "hypothetical" and not (source is not None and target is not None):
        return False
    if found.trigger.pos == "noun":
        return _is_noun_event(reading, found, told)
    if found.event_type in SPEAKING or told.event_type in SPEAKING:
        return source is not None or (target is not None and reading.is_party(target))
    if found.event_type == "ASSAULT":
        return _is_attack(reading, found)
    if target is not None and "vessel" in classes_of(target):
        return True  # "The ship was hijacked off Somalia"
    heads = [head for side in (source, target) if side is not None for head in (side, core(side))]
    return any(reading.is_party(head) for head in heads)


def _is_of_talks(found: Candidate) -> bool:
    """Whether a participle only says whose good offices talks or a deal had ("talks brokered by X")."""
    return found.clause.dep_ == "acl" and found.trigger.pos == "verb" and found.trigger.words[0] in ("broker", "mediate")


def _is_by_the_way(found: Candidate) -> bool:
    """Whether a verb only gives a word for a thing ("what it called a violation"), or a purpose ("deployed to support the police")."""
    clause = found.clause
    if found.trigger.words[0] in CALLING and clause.dep_ in ("acl:relcl", "acl", "ccomp", "advcl"):
        return any(t.lower_ == "what" for t in (clause.head, *clause.children))
    is_purpose = clause.dep_ == "advcl" and any(t.dep_ == "mark" and t.lower_ == "to" for t in clause.children)
    return found.event_type == "SUPPORT" and is_purpose


def _is_attack(reading: Reading, found: Candidate) -> bool:
    source, target = found.source, found.target
    if target is not None and found.trigger.words[0] in DOWNING and core(target).lemma_.lower() in UNMANNED:
        return False  # "29 of the drones were shot down"
    is_accident = "accidentally" in {t.lower_ for t in (*found.token.doc[found.token.i :][:4], *found.token.children)}
    if is_accident and (source is None or not reading.is_party(core(source)) or found.words[0].lemma_ in ("hit", "strike")):
        return False  # "explosives blew up accidentally at a police station", "a neighbor accidentally hit her with his car"
    if source is None and target is None:
        told = found.slots.get("subj")
        return told is not None and bool(classes_of(core(told)) & BLASTS)  # "Seven of these bombs exploded"
    if _is_ranked(found.token) or ("effect" in found.trigger.flags and target is not None and is_none(target)):
        return False  # "nobody was hurt"
    if source is None and "effect" in found.trigger.flags:
        # "Two people were killed on Tuesday": told with a scene of nobody's making it is no attack.
        scenes = [t for t in found.token.sent if "nature" in classes_of(t)]
        return not scenes and target is not None and any(reading.belongs(target, name) for name in ("person", "somebody"))
    return source is None or reading.is_party(core(source)) or bool(classes_of(core(source)) & ACTING_THINGS)


def _is_ranked(verb: Token) -> bool:
    """Whether a verb only says in what somebody is the so manieth ("the 36th community leader to be killed this year")."""
    is_infinitive = verb.dep_ in ("acl", "xcomp") and any(t.dep_ == "mark" and t.lower_ == "to" for t in verb.children)
    return is_infinitive and any(t.dep_ == "amod" and (t.lower_ in RANKS or ORDINAL.match(t.lower_)) for t in verb.head.children)


def _is_noun_event(reading: Reading, found: Candidate, told: Reality) -> bool:
    if any("medical" in classes_of(t) for t in found.token.children if t.dep_ == "compound"):
        return False
    opening, light = child(found.token, "case"), found.light
    is_ended = opening is not None and opening.i > opening.sent.start and opening.nbor(-1).lemma_.lower() in STOPS
    if is_ended or (light is not None and light.dep_ == "xcomp" and light.head.lemma_.lower() == "stop"):
        return False  # "must stop committing crimes against civilians"
    is_done = found.token.dep_ in SUBJECTS and found.token.head.tag_ == "VBD"  # "another strike hit a warehouse"
    vague = NONE if found.light is not None or is_done else ANY
    if any(t.lower_ in vague for t in found.token.children if t.dep_ in ("det", "amod", "det:predet")):
        return False
    sides = [side for side in (found.source, found.target) if side is not None]
    if found.token.dep_ in ("compound", "amod"):
        return False
    if "backward" in found.trigger.flags and found.target is None and is_definite(found.token) and _is_operation(found):
        return False  # "The force conducted the operation after a tip" says how what is told elsewhere was done
    if "backward" in found.trigger.flags:
        return bool(sides) and (is_definite(found.token) or is_told_whole(found))
    if found.event_type == "ASSAULT":
        if _is_verdict(found.token) or _is_answer(found) or _is_some_of_many(reading, found, told):
            return False
        if any(reading.is_party(side) or reading.is_place(side) or "facility" in classes_of(side) for side in sides):
            return True
        is_set = has_setting(reading, found.token) or (found.light is not None and has_setting(reading, found.light))
        if sides and not is_set and not _is_deadly(found):
            return False  # "an assault on the values of the republic"
        return (is_definite(found.token) or is_set or bool(sides)) and told.stance != "hypothetical"
    if light is not None:
        return any(reading.is_party(side) for side in sides)
    if found.event_type in GIVEN and found.token.dep_ == "obj" and found.token.head.pos_ == "VERB":
        return False  # "was reviewing its aid to Kigali": the verb tells what is done with it
    if found.trigger.is_symmetric or found.event_type in SPEAKING:
        both = found.source is not None and (found.target is not None or sum(1 for _ in parts(found.source)) > 1)
        return both and all(reading.is_party(core(side)) for side in sides)
    done = found.source is not None or found.trigger.mode == "cyber" or (found.event_type in TAKEN and found.target_slot == "of")
    if found.trigger.mode == "cyber" and found.source is not None:
        return reading.is_party(core(found.source))  # "cyber attacks on the power system"
    return done and all(reading.is_party(core(side)) for side in sides)


def _is_operation(found: Candidate) -> bool:
    is_done = found.light is not None and found.light.lemma_.lower() in ("conduct", "complete", "perform", "execute")
    return is_done and found.token.lemma_.lower() == "operation" and not _is_deadly(found)


def _is_some_of_many(reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a plural without a day only counts or charges deeds ("most of the murders of leaders", "responsible for murders")."""
    noun = found.token
    is_bare = not any(t.dep_ in ("det", "nummod", "nmod:poss", "amod") for t in noun.children)
    if told.stance == "accused" and is_bare and found.target is None and noun.dep_ in ("obl", "nmod") and not has_setting(reading, noun):
        return True  # "was convicted of murder"
    if "Plur" not in noun.morph.get("Number", []) or has_setting(reading, noun, dated=True):
        return False
    if told.stance == "claimed_responsibility" and any(t.lower_ in UNCOUNTED for t in noun.children if t.dep_ == "amod"):
        return True  # "the group has claimed several attacks in the city"
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in SHARES and (case := child(noun, "case")) is not None and case.lower_ == "of":
        return True
    is_bare = not any(t.dep_ in ("det", "nummod", "nmod:poss") for t in noun.children)
    return told.stance == "accused" and is_bare and found.target is None and not has_setting(reading, noun)


def _is_answer(found: Candidate) -> bool:
    """Whether a noun only says what another deed answers ("in retaliation for a killing", "the attack was retaliation for a killing")."""
    if found.token.lemma_.lower() not in ANSWERS or found.light is not None:
        return False
    case = child(found.token, "case")
    return (case is not None and case.lower_ == "in") or child(found.token, "cop") is not None


def _is_verdict(noun: Token) -> bool:
    """Whether a noun only ranks an event told by its subject ("it was the worst attack on security forces since 1989")."""
    if child(noun, "cop") is None:
        return False
    return any(
        t.lower_ in RANKS or "Sup" in t.morph.get("Degree", []) or t.lower_.endswith("est") for t in noun.children if t.dep_ == "amod"
    )


def _is_deadly(found: Candidate) -> bool:
    """Whether the sentence tells of people harmed, so that an attack on whatever it be is meant as said."""
    return any(token.lemma_.lower() in HARM for token in found.token.sent)


def _has_two_actors(reading: Reading, found: Candidate) -> bool:
    heads = [part for side in (found.source, found.target) if side is not None for part in parts(side)]
    return len({word.i for word in heads if reading.actor(word) is not None}) > 1


def is_told_whole(found: Candidate) -> bool:
    """Whether a noun that else only points back is told with its verb and both sides ("conducted an operation to capture X")."""
    return found.light is not None and found.source is not None and found.target is not None


def is_definite(noun: Token) -> bool:
    """Whether a noun points to something known ("the strikes", "these operations", "Friday's attack")."""
    return any((t.dep_ == "det" and t.lower_ in DEFINITE) or is_owning_day(t) for t in noun.children)


def _is_only_alleged(found: Candidate) -> bool:
    """Whether "alleged" only qualifies the noun behind it ("US strikes alleged drug boat")."""
    word = found.token
    if word.lower_ != "alleged" or word.i == word.sent.start or word.i + 1 == word.sent.end:
        return False
    return word.nbor(1).pos_ in ("NOUN", "ADJ") and word.nbor(-1).pos_ == "NOUN"


def is_owning_day(word: Token) -> bool:
    """Whether a word is a day whose something is ("Friday's attack")."""
    return word.dep_ == "nmod:poss" and word.lower_ in DAYS
