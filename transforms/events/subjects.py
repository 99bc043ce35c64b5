"""Who does what a verb says: its subject or agent, also where the clause shares it with another one."""

from __future__ import annotations

from collections.abc import Callable

from transforms.events.repairs import after_day, agent_behind_place, beside, child, in_dateline
from transforms.events.told import NAMING, told_by
from transforms.events.word_classes import classes_of
from transforms.tokens import Token
from transforms.tree_edits import speech_verbs

CONJUNCTIONS = frozenset({"after", "before", "as", "since", "until", "when", "while"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PEOPLE = frozenset({"person", "party", "troops", "combatant"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
PLACED = frozenset({"in", "at", "near", "outside"})
# "Accused the army of bombing a camp".
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "blame"})
# Governors whose object does what the prepositional gerund says: "accused Iran of sending arms".
OBJECT_GERUND = frozenset({"of", "for", "from", "into"})
# Verbs whose subject, not object, does what their infinitive says.
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "need", "want", "summon", "convene", "deploy", "recall", "hold"})
# Verbs whose object does what their infinitive says, whatever relation the parse gives it.
OBJECT_CONTROL_WORDS = (
    "lead force prompt cause push allow enable order urge ask tell drive compel press persuade get permit invite instruct warn direct"
)
OBJECT_CONTROL = frozenset(OBJECT_CONTROL_WORDS.split())
UNDOING = frozenset({"foil", "thwart", "uncover", "disrupt", "prevent", "reveal", "expose", "discover", "stop", "deny", "condemn"})
# What is done to people for a deed of theirs.
HOLDING = frozenset({"arrest", "detention", "trial", "indictment", "conviction", "prosecution", "imprisonment", "extradition"})


def case_of(token: Token) -> str | None:
    """Return the preposition of a phrase ("out of" counts as its last word), or None."""
    case = child(token, "case") or _case_before(token)
    if case is None:
        return None
    fixed = [t for t in case.children if t.dep_ == "fixed"]
    if case.lower_ == "according":
        return case.lower_  # who tells it is none to whom it was done
    return fixed[-1].lower_ if fixed else case.lower_


def _case_before(token: Token) -> Token | None:
    """Return the preposition that the parse hangs on the title before a name ("the murder of police Commander Colonel X")."""
    if token.dep_ not in ("nmod", "obl") or token.i == 0:
        return None
    titles = [t for t in token.lefts if t.dep_ in ("compound", "flat", "nmod:desc") and t.pos_ == "PROPN"]
    case = child(titles[0], "case") if titles else None
    return case if case is not None and case.lower_ in ("of", "by") else None


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its subject or auxiliary, as a bare past participle on a noun, or coordinated with one."""
    if child(verb, "aux:pass") is not None or (child(verb, "nsubj:pass") is not None and verb.tag_ != "VBD"):
        return True
    if child(verb, "obl:agent") is not None and child(verb, "obj") is None:
        return True
    if child(verb, "nsubj", "aux", "obj") is not None or "intransitive" in classes_of(verb):
        return False
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ == "VERB"
        and "Part" in verb.morph.get("VerbForm", [])
        and "Past" in verb.morph.get("Tense", [])
    ):
        return is_passive(verb.head)
    return (
        verb.dep_ in ("acl", "amod", "advcl", "ccomp", "xcomp", "ROOT")
        and "Part" in verb.morph.get("VerbForm", [])
        and "Past" in verb.morph.get("Tense", [])
    )


def _of_gerund(verb: Token) -> Token | None:
    """Return the noun before a gerund that tells what became of it ("resulted in six people being killed"), or what it did, where the
    parse takes them for one name ("the case of Iran bombing Pakistan"); else None."""
    if verb.pos_ == "NOUN" and verb.lower_.endswith("ing") and verb.dep_ == "nmod" and verb.head.head.lemma_.lower() in CHARGING:
        of = child(verb, "case", "mark")
        return verb.head if of is not None and of.lower_ in OBJECT_GERUND and verb.head.dep_ in ("obj", "nsubj:pass") else None
    if verb.pos_ == "NOUN" and verb.lower_.endswith("ing") and child(verb, "obj") is not None:
        doer = verb.nbor(-1) if verb.i > 0 else None
        return doer if doer is not None and doer.head == verb and doer.dep_ == "compound" and doer.pos_ == "PROPN" else None
    being = child(verb, "aux:pass")
    if being is None or being.tag_ != "VBG" or being.i == 0 or child(verb, *SUBJECTS) is not None:
        return None
    noun = next(
        (t for t in verb.head.children if t.dep_ in ("obl", "obj", "nmod") and t.i < being.i and t.right_edge.i == being.i - 1), None
    )
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN", "PRON") else None


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself; "what it called a base" is the base."""
    if token.lower_ == "what" and (naming := child(token, "acl:relcl")) is not None and naming.lemma_.lower() in NAMING:
        return child(naming, "obj", "xcomp", "ccomp") or token
    if token.lower_ in RELATIVE and token.pos_ in ("PRON", "DET", "SCONJ"):
        clause = token.head
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ == "acl:relcl":
            return _who(clause.head) if token.lower_ in ("who", "whom") else clause.head
        if clause.dep_ == "parataxis" and token.lower_ == "who":
            return _before_aside(token) or token
    return token


def _who(noun: Token) -> Token:
    """Return the person of a phrase that "who" means, where the parse hangs the clause on a thing in it ("the mayor of a town who ...")."""
    word = noun
    for _ in range(3):
        if classes_of(word) & PEOPLE or word.pos_ == "PROPN" or word.dep_ not in ("nmod", "compound"):
            break
        word = word.head
    return word if classes_of(word) & PEOPLE else noun


def _before_aside(who: Token) -> Token | None:
    """Return the name before an aside between dashes ("The Extraditables -- drug barons -- who said ..."), or None."""
    dashes = [t for t in who.doc[who.sent.start : who.i] if t.text in ("-", "--")]
    if len(dashes) < 2 or dashes[-1].i != who.i - 1 or dashes[-2].i == who.sent.start:
        return None
    name = dashes[-2].nbor(-1)
    while name.dep_ in ("flat", "compound") and name.head.i != name.i:
        name = name.head
    return name if name.pos_ in ("NOUN", "PROPN") else None


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """Return the subject of a verb as its clause or the clause it depends on gives it, or None."""
    if (held := _of_gerund(verb)) is not None:
        return held
    near = [t for t in verb.children if t.dep_ in SUBJECTS]
    helpers = [t for t in verb.children if t.dep_ in ("aux", "aux:pass")]
    if verb.dep_ in ("acl", "acl:relcl") and any(t.pos_ == "VERB" and child(t, *SUBJECTS) is not None for t in helpers):
        return verb.head  # "a strike that Pakistan said had killed two children", "said" taken for a helping verb
    near += [t for aux in helpers for t in aux.children if t.dep_ in SUBJECTS]
    own = [t for t in near if t.i < verb.i] or near
    if own:
        # 'The "X Army", a group from ..., claimed': an aside that the parse takes for a second subject.
        is_aside = (
            len(own) > 1
            and own[0].left_edge.dep_ != "case"
            and own[0].sent[0].lower_ not in PLACED  # "In X - Y district, Z province, a force detained"
            and own[-1].left_edge.i > 0
            and (own[-1].left_edge.is_punct or own[-1].left_edge.nbor(-1).is_punct)
            and any(t.dep_ == "det" and t.lower_ in ("a", "an") for t in own[-1].children)
        )
        subject = antecedent(own[0] if is_aside or (len(own) > 1 and not agrees(own[-1], verb)) else own[-1])
        return beside(verb) or subject if in_dateline(subject) else subject
    if (told := after_day(verb)) is not None:
        return told
    if depth > 6 or child(verb, "csubj") is not None:
        return None  # "shelling by the RSF killed several people, a doctor said": what is done stands in the clause before it
    if (misread := _after_conjunction(verb)) is not None:
        return misread
    head = told_by(verb)
    match verb.dep_:
        case "conj":
            return _own_conjunct(verb) or surface_subject(head, depth + 1)
        case "xcomp" | "ccomp" | "advcl" | "parataxis":
            if (
                verb.dep_ == "ccomp"
                and head.dep_ == "acl:relcl"
                and head.lemma_.lower() in NAMING
                and verb.i > head.i
                and not is_passive(verb)
            ):
                return head.head  # "a strike that Pakistan said had killed two children"
            if verb.dep_ == "ccomp" and verb.i < head.i and child(verb, "aux:pass") is not None and head.lemma_.lower() in speech_verbs():
                return None  # "..., was arrested, police said": not the police
            mark = child(verb, "mark", "case")
            infinitive = mark is None or mark.lower_ == "to"
            target = child(head, "obj", "iobj")
            if mark is not None and mark.lower_ == "for" and (held := _held_for(head)) is not None:
                return held
            gerund = mark is not None and mark.lower_ in OBJECT_GERUND and verb.i > head.i
            if target is not None and target.i < verb.i and head.pos_ == "VERB":
                controlled = verb.dep_ == "xcomp" or (mark is not None and mark.lower_ == "to" and head.lemma_ in OBJECT_CONTROL)
                if gerund or (controlled and infinitive and head.lemma_ not in SUBJECT_CONTROL):
                    return antecedent(target)
            return surface_subject(head, depth + 1)
        case "acl":
            if (mark := child(verb, "mark")) is not None and mark.lower_ in OBJECT_GERUND and classes_of(head) & {"party", "person"}:
                return head  # "accused the rebels of kidnapping children"
            if "Inf" in verb.morph.get("VerbForm", []) or (child(verb, "mark") is not None):
                maker = child(head, "nmod:poss") or next((t for t in head.children if t.dep_ == "nmod" and case_of(t) == "by"), None)
                is_own = head.dep_ == "obj" and head.head.lemma_.lower() not in UNDOING  # not "foiled a plot to attack the embassy"
                return maker or (surface_subject(head.head, depth + 1) if is_own else None)
            if "document" in classes_of(head) and verb.tag_ == "VBG":
                return child(head, "nmod:poss") or (surface_subject(head.head, depth + 1) if head.dep_ == "obj" else head)
            return head
        case "acl:relcl" | "amod":
            return head
        case "obj" if verb.lower_.endswith("ing"):
            return surface_subject(head, depth + 1)
        case "ROOT":
            return beside(verb)
    return None


def _held_for(verb: Token) -> Token | None:
    """As in "announced the arrest of two officers for killing ...": who is held did it."""
    taken = child(verb, "obj", "nsubj:pass")
    if taken is None or taken.lemma_.lower() not in HOLDING:
        return None
    return next((t for t in taken.children if t.dep_ == "nmod" and case_of(t) == "of"), None)


def _own_conjunct(verb: Token) -> Token | None:
    """Return the noun before a coordinated passive that the parse takes for a conjunct of its head ("freed ten, but four were killed")."""
    if child(verb, "aux:pass") is None:
        return None
    nouns = [t for t in verb.head.children if t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN") and verb.head.i < t.i < verb.i]
    return nouns[-1] if nouns and nouns[-1].head.pos_ == "VERB" else None


def agrees(subject: Token, verb: Token) -> bool:
    """Whether a subject may be that of a verb by number: "was" takes no plural."""
    helper = child(verb, "aux:pass", "aux")
    finite = helper if helper is not None else verb
    return finite.lower_ not in ("was", "is", "has") or "Plur" not in subject.morph.get("Number", [])


def _after_conjunction(verb: Token) -> Token | None:
    """Return the noun right before a finite verb whose conjunction the parse takes for a preposition ("after inmates took hostages")."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("parataxis", "advcl", "conj", "acl"):
        return None
    noun = verb.nbor(-1)
    return noun if noun.pos_ in ("NOUN", "PROPN") and case_of(noun) in CONJUNCTIONS else None


def agent_of(verb: Token, is_time: Callable[[Token], bool]) -> Token | None:
    """Return who did what a passive verb says ("by" phrase), or None."""
    named = child(verb, "obl:agent")
    if named is None and (state := child(verb, "xcomp")) is not None and state.pos_ == "ADJ":
        named = child(state, "obl:agent")  # "was shot dead by"
    if named is not None:
        return named
    near = next((t for t in verb.children if t.dep_ in ("obl", "nmod") and case_of(t) == "by" and not is_time(t)), None)
    if near is not None:
        return near
    if (behind := agent_behind_place(verb)) is not None:
        return behind
    # "A leader was captured and two men were killed by troops": the last of coordinated passives names the doer of all.
    later = next((t for t in verb.children if t.dep_ == "conj" and t.i > verb.i and child(t, "aux:pass") is not None), None)
    if later is None or any(case_of(t) in PLACED for t in verb.children):
        return None  # "Eight people were killed in Guayaquil and two officers were murdered by criminals in Nobol"
    return agent_of(later, is_time)
