"""Words that the parser hangs on the wrong neighbour, put back where the words between leave no doubt."""

from __future__ import annotations

from functools import cache

from transforms.seed_tables import read_seed
from transforms.tokens import Span, Token
from transforms.tree_edits import FINITE_PAST, GERUND, PAST, first_of, intransitive, make_past, move, place_of, word_behind
from transforms.tree_phrases import TIMES, aim_at, count_more, make_next_door, make_noun, make_place, make_preposition, make_time, set_aside


def rejoin(sentence: Span) -> bool:
    """Put right the joins of a sentence; return whether any was."""
    is_changed = False
    for word in sentence:
        if word.dep_ == "xcomp" and word.pos_ == "PROPN":
            is_changed |= _name_as_object(word)
        if word.lower_ == "dead" and word.head.lower_ == "shot" and word.i == word.head.i + 1:
            is_changed |= _share_object(word)
        elif word.tag_ == "VBG" and word.dep_ == "conj" and word.i > sentence.start and word.nbor(-1).text == ",":
            is_changed |= _with_outer_clause(word)
        elif word.tag_ == "VBG" and word.dep_ == "conj" and word.head.tag_ != "VBG":
            is_changed |= _join_gerunds(word)
        elif word.dep_ == "compound:prt" and word.i + 1 < sentence.end and word.i > word.head.i + 1:
            is_changed |= make_preposition(word)
        elif word.dep_ == "compound" and word.lower_.endswith("ing") and word.i > sentence.start and word.nbor(-1).text == ",":
            is_changed |= _free_participle(word)
        elif word.dep_ == "amod" and word.tag_ == "VBN" and word.head.dep_ == "appos" and word.i > sentence.start:
            is_changed |= _first_verb(word)
        elif word.dep_ == "compound" and word.tag_ == "NN" and word.lower_.endswith("ed") and sentence.start < word.i < word.head.i - 1:
            is_changed |= _verb_between(word)
        elif word.tag_ == "NN" and word.dep_ == "nsubj" and any(t.dep_ == "obj" and t.i > word.i for t in word.children):
            is_changed |= _noun_with_object(word)
        elif word.dep_ == "nsubj" and word.lower_ in TIMES:
            is_changed |= make_time(word)
        elif word.dep_ == "nsubj" and word.pos_ == "PROPN" and word.i > sentence.start and word.nbor(-1).dep_ == "mark":
            is_changed |= make_place(word)
        elif word.dep_ == "nsubj:pass":
            is_changed |= _is_active(word)
        elif word.tag_ == "RP" and word.head.pos_ != "VERB" and word.i > sentence.start and word.nbor(-1).pos_ == "VERB":
            move(word, word.nbor(-1), "compound:prt")  # "gunned down union leader X"
            is_changed = True
        elif word.lower_ == "death" and word.dep_ == "compound" and word.i > sentence.start + 1:
            is_changed |= _to_death(word)
        elif word.dep_ == "amod" and word.tag_ in PAST and word.i > sentence.start and word.nbor(-1).lower_ == "and":
            is_changed |= _second_verb(word)
        elif word.dep_ == "parataxis" and word.pos_ in ("NOUN", "PROPN"):
            is_changed |= set_aside(word)
        elif word.lower_ in ("neighbouring", "neighboring") and word.tag_ == "VBG":
            is_changed |= make_next_door(word)
        elif word.pos_ == "NUM" and word.dep_ == "obj":
            is_changed |= make_noun(word) or count_more(word)
        elif word.dep_ == "obj":
            is_changed |= aim_at(word)
        elif word.lower_ == "between" and word.dep_ == "case":
            is_changed |= _join_sides(word.head)
    return is_changed


def _name_as_object(name: Token) -> bool:
    """Make a name the object of a verb of harm that has none ("killed Colonel X"); the parser takes it for a state of the subject."""
    verb = name.head
    relations = {t.dep_ for t in verb.children}
    if verb.tag_ not in PAST or name.i < verb.i or relations & {"obj", "aux:pass"} or verb.lower_ not in _harming():
        return False
    if any(t.dep_ in ("case", "mark", "cop") for t in name.children):
        return False
    name.dep_ = "obj"
    return True


@cache
def _harming() -> frozenset[str]:
    return frozenset(form for row in read_seed("outcome_words") if row["pos"] == "verb" for form in row["forms"].split())


def _share_object(state: Token) -> bool:
    """Give "shot" the object that the parser hangs on "dead" ("shot dead a guard"); return whether it did."""
    verb = state.head
    objects = [t for t in state.children if t.dep_ == "obj"]
    for word in objects:
        move(word, verb, "obj")
    if objects and verb.pos_ != "VERB":
        verb.pos_, verb.tag_, verb.lemma_, verb.morph = "VERB", "VBD", "shoot", FINITE_PAST
    return bool(objects)


def _with_outer_clause(verb: Token) -> bool:
    """Make a participle after a comma a clause of the main verb, not a second verb of the clause of time before ("a bomb exploded as a
    convoy was passing, wounding two"); return whether it did."""
    first = verb.head
    if not any(t.dep_ in ("aux", "aux:pass") for t in first.children) or any(t.dep_ == "cc" for t in verb.children):
        return False
    move(verb, first.head if first.dep_ == "advcl" else first, "advcl")
    return True


def _join_gerunds(verb: Token) -> bool:
    """Join "accused Iran of training and arming the rebels" at the gerund before "and", not at the main verb; return whether it did."""
    if verb.i < verb.sent.start + 3 or verb.nbor(-1).lower_ not in ("and", "or"):
        return False
    first = verb.nbor(-2)
    if not (first.lower_.endswith("ing") and any(t.dep_ in ("case", "mark") and t.lower_ in ("of", "for") for t in first.children)):
        return False
    move(verb, first, "conj")
    return True


def _free_participle(word: Token) -> bool:
    """Give a participle after a comma its object back, which the parser takes for the end of a list ("fired on patients, forcing the
    charity to leave"); return whether it did."""
    noun = word.head
    if noun.dep_ != "conj" or any(t.dep_ == "cc" for t in noun.children) or word.i > noun.i:
        return False
    verb = noun.head
    while verb.pos_ != "VERB" and verb.head is not verb:
        verb = verb.head
    if verb.pos_ != "VERB" or verb.i > word.i:
        return False
    move(word, verb, "advcl")
    move(noun, word, "obj")
    word.pos_, word.tag_, word.morph = "VERB", "VBG", GERUND
    return True


def _is_active(subject: Token) -> bool:
    """Make a subject active where its verb has an object, or can have none, and no auxiliary of a passive; return whether it was not."""
    verb = subject.head
    relations = {t.dep_ for t in verb.children}
    joined = [t for t in verb.children if t.dep_ == "conj" and t.pos_ == "VERB"]
    shared = {child.dep_ for t in joined for child in t.children}
    has_object = "obj" in relations or ("obj" in shared and not shared & {"nsubj", "nsubj:pass", "aux", "aux:pass"})
    left = {t.dep_ for t in verb.children if t.lower_ != "dead"}  # "gunmen shot dead a mayor"
    is_active = has_object or verb.lemma_.lower() in intransitive()
    if verb.dep_ not in ("ROOT", "ccomp") or not is_active or left & {"aux:pass", "aux", "xcomp", "iobj"}:
        return False
    subject.dep_, verb.tag_, verb.morph = "nsubj", "VBD", FINITE_PAST
    return True


def _to_death(word: Token) -> bool:
    """Part "to death" from the object after it ("hacked to death 11 miners"); return whether it did."""
    noun, to = word.head, word.nbor(-1)
    if to.lower_ != "to" or noun.head.pos_ != "VERB" or noun.i < word.i:
        return False
    move(word, noun.head, "obl")
    move(to, word, "case")
    noun.dep_ = "obj"
    return True


def _second_verb(verb: Token) -> bool:
    """Make a verb of what the parser takes for a modifier of a second object ("attacked prisons and freed hundreds of inmates")."""
    noun, joint = verb.head, verb.nbor(-1)
    above = noun.head
    if noun.dep_ == "conj" and verb.tag_ == "VBD":  # "raided a house and seized explosives", joined to the house
        above = next((t for t in noun.ancestors if t.pos_ == "VERB"), above)
    objects = [t for t in above.children if t.dep_ == "obj" and t.i < joint.i]
    if noun.dep_ not in ("obj", "conj") or above.pos_ != "VERB" or not objects or min(t.i for t in noun.subtree if t != joint) != verb.i:
        return False
    move(verb, above, "conj")
    move(noun, verb, "obj")
    move(joint, verb, "cc")
    make_past(verb)
    return True


def _first_verb(verb: Token) -> bool:
    """Make a verb of what the parser takes for a modifier of a second name of the subject ("The envoy, X, accused Iran of ... and
    urged ..."); return whether it did."""
    noun = verb.head
    main = noun.head.head
    joint = word_behind(noun)
    if joint is None:
        return False
    is_after_aside = verb.nbor(-1).text == "," and first_of(noun).i >= verb.i - 1
    if noun.head.dep_ != "nsubj" or not is_after_aside or joint.lower_ != "and" or joint.head != main or main.i != joint.i + 1:
        return False
    move(noun, verb, "obj")
    move(verb, main, "conj")
    make_past(verb)
    return True


def _verb_between(verb: Token) -> bool:
    """Make a verb of a past tense taken for a noun before a number or article ("the gang freed 26 students"), where no noun of a
    compound can stand; return whether it did."""
    doer, noun = verb.nbor(-1), verb.head
    if verb.nbor(1).pos_ not in ("NUM", "DET") or doer.pos_ not in ("NOUN", "PROPN") or doer.head not in (verb, noun):
        return False
    above, relation = noun.head, noun.dep_
    for word in [t for t in (*noun.children, *verb.children) if t.i < doer.i]:
        move(word, doer, word.dep_)
    move(noun, verb, "obj")
    move(doer, verb, "nsubj")
    make_past(verb)
    if above is noun:
        move(verb, verb, "ROOT")
    else:
        move(verb, above, "parataxis" if relation.startswith("nsubj") else relation)
    return True


def _noun_with_object(verb: Token) -> bool:
    """Make a main verb of a noun that has an object ("The army retook two villages after heavy clashes"), which no noun has; return
    whether it did."""
    top = verb.head
    doer = verb.nbor(-1) if verb.i > verb.sent.start else verb
    is_after = all(t.i < top.i for t in verb.subtree) and any(t.dep_ in ("mark", "case") for t in top.children)
    if top.dep_ != "ROOT" or not is_after or doer.head != verb or doer.dep_ != "compound" or verb.lower_.endswith("ing"):
        return False
    for word in [t for t in verb.children if t.i < doer.i]:
        move(word, doer, word.dep_)
    move(verb, verb, "ROOT")
    move(top, verb, "obl")
    move(doer, verb, "nsubj")
    for word in top.children:
        word.dep_ = {"mark": "case", "nsubj": "amod", "obl": "nmod"}.get(word.dep_, word.dep_)
    top.pos_, top.tag_ = "NOUN", "NNS"
    make_past(verb)
    return True


def _join_sides(first: Token) -> bool:
    """Join the two sides of "Clashes between the army and the rebels continued", where the parser makes the second the subject and the
    event noun the main verb; return whether it did."""
    noun = first.head
    if any(t.dep_ == "conj" for t in first.children) or noun.i > first.i:
        return False
    second = next((t for t in first.sent if t.i > first.i and t.dep_ in ("nsubj", "nsubj:pass")), None)
    joint = word_behind(first)
    if second is None or joint is None or joint.lower_ != "and" or joint.head not in (second, second.head) or second.head.head != noun:
        return False
    verb = second.head
    relation, above = noun.dep_, noun.head
    move(joint, second, "cc")
    move(second, first, "conj")
    first.dep_ = "nmod"
    for word in [t for t in noun.children if t.i > verb.i or (t.dep_ in ("obl", "punct") and t.i < noun.i)]:
        move(word, verb, word.dep_)
    noun.children.remove(verb)
    verb.dep_ = relation
    verb.head = verb if above is noun else above
    if above is not noun:
        above.children[above.children.index(noun)] = verb
    noun.head, noun.dep_, noun.pos_, noun.tag_ = verb, "nsubj", "NOUN", "NNS"
    verb.children = sorted([*verb.children, noun], key=place_of)
    return True
