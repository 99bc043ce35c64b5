"""Did it happen, by the text? Harm that is only feared, planned, possible, asked about or denied is no claim."""

from __future__ import annotations

from transforms.casualties.lexicon import word_set
from transforms.tokens import Token

MODALS = word_set("could would might may can should must will shall 'll 'd ca wo")
CONDITIONS = word_set("if unless lest whether until")
# Verbs whose complement has not happened (or is said not to have happened).
UNREAL = word_set(
    "threaten plan plot attempt try want intend vow fear prevent avoid avert thwart foil conspire hope seek aim wish promise swear"
    " offer refuse fail urge call order ask demand prepare train recruit incite encourage allow deny refute reject dismiss pledge"
    " decide consider warn expect design target"
)
INQUIRING = word_set("investigate probe solve clarify condemn denounce mourn avenge punish protest commemorate discuss review")
SOUGHT = word_set("information tip clue evidence")
PLANNING = word_set("plan plot order prepare")
REAL_INFINITIVE = word_set(
    "manage continue go begin report believe say know confirm presume think appear seem learn find understand help claim estimate"
)
UNREAL_NOUNS = word_set(
    "attempt threat plan plot conspiracy risk fear possibility effort intent intention rumor rumour bid order warrant right danger"
    " chance case event likelihood prospect"
)
UNREAL_ADJECTIVES = word_set(
    "political possibly potentially nearly almost attempted planned possible potential threatened imminent future hypothetical"
    " failed foiled"
)
UNTRUE = word_set("unfounded false untrue baseless incorrect wrong fabricated groundless lie denied")
# "Admitted to killing" tells of what was done; "close to killing" does not.
OWNED = word_set("admit confess plead")
REFUSALS = word_set("deny refute reject dismiss debunk dispel rubbish")
REPORTS = word_set("report claim allegation accusation rumor rumour suggestion")
# What policemen are sent to is not yet found.
CALLS = word_set("call report")
ANSWERING = word_set("respond dispatch send summon")
DENIALS = word_set("deny denies denied denying")
CHARGES = word_set("charge indict book convict accuse")
NEGATIONS = word_set("not n't never nt")
PAST = word_set("was were")


def is_negated(trigger: Token) -> bool:
    """Return whether the word of harm is itself denied ("was not killed", "without killing anyone")."""
    if any(child.lower_ in NEGATIONS and child.dep_ == "advmod" and child.i < trigger.i and not _only(child) for child in trigger.children):
        return True
    before = trigger.nbor(-1).lower_ if trigger.i > trigger.sent.start else ""
    if trigger.text.endswith("ing") and before in DENIALS:
        return True
    return any(child.lower_ == "without" and child.dep_ in ("mark", "case") for child in trigger.children)


def is_unreal(trigger: Token) -> bool:
    """Return whether the harm is possible, planned, feared, conditional, asked about or denied rather than told."""
    if trigger.sent.text.rstrip("\"' ").endswith("?"):
        return True
    leads = trigger.head if trigger.dep_ == "conj" else trigger  # "were able to disarm her and take her into custody"
    if "Imp" in trigger.morph.get("Mood", []) and not any(t.dep_.startswith("nsubj") or t.lower_ == "to" for t in leads.children):
        return True
    if _is_charge(trigger) or _is_called_out(trigger) or _is_wished(trigger):
        return True
    if _is_hedged(trigger) or any(
        child.lower_ in UNREAL_ADJECTIVES for child in trigger.children if child.dep_ in ("amod", "compound", "advmod")
    ):
        return True
    if _is_call(trigger) or _is_sought(trigger) or _is_yet_to_be(trigger):
        return True
    step, below = trigger.head, trigger
    for _ in range(5):
        if step.i == below.i:
            return False
        lemma = str(step.lemma_).lower()
        if below.dep_ in ("xcomp", "ccomp", "advcl", "obl", "obj", "acl", "nmod", "csubj", "nsubj:pass") and not _is_relative(below):
            if below.dep_ == "nsubj:pass" and lemma in PLANNING and _is_done_by(step, below):
                return False
            if below is trigger and below.dep_ == "obj" and lemma in INQUIRING:
                return False  # "ordered a judge to investigate the murder of X"
            if below.dep_ == "ccomp" and any(child.lower_ in ("who", "how") and child.i < below.i for child in below.children):
                return False  # "trying to find out who shot a girl", who was shot whoever did it
            if below.dep_ == "advcl" and _is_told_before(below):
                return False  # "is expected to recover after he was shot"
            if lemma == "want" and any(child.dep_ == "aux:pass" for child in step.children):
                return False  # "two men are wanted after a shootout that left a guard injured"
            if step.pos_ == "VERB" and lemma in UNREAL and (below.dep_ != "obj" or trigger.pos_ == "NOUN") and _complements(below, trigger):
                return True
            if (
                below.dep_ == "ccomp"
                and is_negated(step)
                and lemma in ("appear", "believe", "think", "say", "seem", "know", "clear", "confirm")
            ):
                return True
            if step.pos_ == "VERB" and lemma in REFUSALS and below.dep_ in ("obj", "nsubj:pass") and below.lemma_.lower() in REPORTS:
                return True
            if step.pos_ == "NOUN" and lemma in UNREAL_NOUNS and below.dep_ in ("acl", "nmod", "advcl") and below.i > step.i:
                return True
        if step.dep_ in ("nsubj", "nsubj:pass") and below.dep_ in ("acl", "ccomp") and step.head.lower_ in UNTRUE:
            return True
        if below.dep_ == "conj" and trigger.pos_ == "VERB" and _is_hedged(step) and not _has_subject(below):
            return True
        if below.dep_ == "acl" and any(child.dep_ == "cop" for child in step.children) and _is_hedged(step):
            return True
        if below.dep_ in ("nsubj", "nsubj:pass", "acl:relcl", "parataxis", "root", "ROOT"):
            return False
        step, below = step.head, step
    return False


def _is_called_out(verb: Token) -> bool:
    """Return whether a verb is an order in somebody's words ('yelled, "Shoot him!"')."""
    if verb.dep_ == "conj" and verb.head.lemma_ == verb.lemma_:
        verb = verb.head  # "Shoot him, shoot him!"
    if verb.tag_ != "VB" or verb.dep_ not in ("ccomp", "ROOT", "parataxis", "conj", "advcl") or verb.i == verb.sent.start:
        return False
    return verb.nbor(-1).text in ('"', "'", "\u201c", "\u2018") and not any(
        child.i < verb.i and not child.is_punct for child in verb.children
    )


def _is_wished(verb: Token) -> bool:
    """Return whether "that" opens what is recommended or demanded ("recommended that the killer die", "that he be executed")."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    is_base = helpers == {"be"} or (verb.tag_ == "VB" and not helpers)
    return is_base and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _is_yet_to_be(deed: Token) -> bool:
    """Return whether a deed is said to be or not to be in time to come ("there will be no more bombings or murders")."""
    top = deed
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    return deed.pos_ == "NOUN" and top.dep_ == "nsubj" and top.head.lemma_ == "be" and _is_hedged(top.head)


def _is_sought(deed: Token) -> bool:
    """Return whether an arrest is what information is asked for ("a reward for information leading to the arrest of X")."""
    leading = deed.head if deed.dep_ != "conj" else deed.head.head
    return leading.lemma_.lower() == "lead" and leading.dep_ in ("acl", "acl:relcl") and leading.head.lemma_.lower() in SOUGHT


def _is_done_by(verb: Token, deed: Token) -> bool:
    """Return whether a known deed is said to have been somebody's plan ("the kidnapping of 12 students was planned by the army")."""
    is_known = any(child.lower_ in ("the", "this", "that") for child in deed.children)
    return is_known and any(child.dep_ == "obl:agent" for child in verb.children)


def _is_call(trigger: Token) -> bool:
    """Return whether the words are those of a call that policemen answer: "responded to a call about a person shot"."""
    people = trigger.head
    call = people.head
    if trigger.dep_ != "acl" or people.dep_ != "nmod" or call.lemma_.lower() not in CALLS:
        return False
    return any(word.pos_ == "VERB" and word.lemma_.lower() in ANSWERING and word.i < call.i for word in call.sent)


def _is_hedged(token: Token) -> bool:
    children = list(token.children)
    for child in children:
        is_had = child.lower_ == "'d" and token.tag_ == "VBN"  # "he'd been shot"
        if child.dep_ in ("aux", "aux:pass") and child.lower_ in MODALS and child.i < token.i and not is_had:
            return True
        if child.dep_ == "aux" and any(above.lower_ in MODALS for above in child.children):
            return True  # "there might have been two people killed"
        is_past = child.lower_ == "until" and any(other.lower_ in PAST for other in children)  # "until he was taken into custody"
        if (child.dep_ == "mark" and child.lower_ in CONDITIONS and not is_past) or _is_case(child):
            return True
        if child.dep_ == "mark" and child.lower_ == "to" and token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            if token.text.endswith("ing") and str(token.head.lemma_).lower() in OWNED:
                continue
            if token.dep_ == "xcomp" and token.head.lower_ == "able" and _was_able(token.head):
                continue
            if token.head.lower_ == "going":
                return True  # "was going to be shot"
            has_perfect = any(other.lower_ == "have" for other in children)
            return not has_perfect and not (token.dep_ == "xcomp" and str(token.head.lemma_).lower() in REAL_INFINITIVE)
    return False


def _is_told_before(clause: Token) -> bool:
    """Return whether a clause tells with its own subject, in the past, after or since what the main verb is planned or expected."""
    opens = any(child.dep_ == "mark" and child.lower_ in ("after", "since", "because") for child in clause.children)
    return opens and clause.tag_ in ("VBD", "VBN") and _has_subject(clause)


def _was_able(able: Token) -> bool:
    """Return whether somebody "was able to" do something, and so did it; what he is or was not able to do is not done."""
    return any(child.lower_ in PAST for child in able.children) and not is_negated(able)


def _is_case(noun: Token) -> bool:
    """Return whether words open a condition: "in the event she was injured", and not "in the event, nobody was"."""
    doc, at = noun.doc, noun.i
    if noun.lower_ not in ("event", "case") or noun.dep_ != "obl" or at - 2 < noun.sent.start or at + 1 >= noun.sent.end:
        return False
    return doc[at - 2].lower_ == "in" and doc[at - 1].lower_ == "the" and doc[at + 1].lower_ not in (",", "of", "in")


def _is_charge(trigger: Token) -> bool:
    """Return whether the words are one of several charges by the name of the law: "charged with murder and injuring a parent"."""
    if not trigger.text.endswith("ing") or trigger.dep_ != "conj":
        return False
    step = trigger.head
    while step.dep_ in ("conj", "advcl", "obl", "appos") and step.head.i < step.i:
        step = step.head
    objects = [child for child in trigger.children if child.dep_ == "obj"]
    return str(step.lemma_).lower() in CHARGES and all(any(word.lower_ in ("a", "an") for word in noun.subtree) for noun in objects)


def _complements(below: Token, trigger: Token) -> bool:
    """Return whether the word of harm is what is planned or feared, not a circumstance ("attempted to flee after 9 were killed")."""
    if below.dep_ == "advcl":
        return any(child.dep_ in ("mark", "case") and child.lower_ in ("to", "from", "of", "against", "at") for child in below.children)
    if below.dep_ in ("obl", "nmod"):
        return (
            any(child.dep_ == "case" and child.lower_ in ("to", "from", "of", "for") for child in below.children) and trigger.pos_ == "NOUN"
        )
    return True


def _is_relative(token: Token) -> bool:
    return token.dep_ == "acl:relcl"


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubj:pass") for child in token.children)


def _only(token: Token) -> bool:
    """Return whether a "not" belongs to "not only" or "not yet"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("only", "just", "yet", "immediately")
