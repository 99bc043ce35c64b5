"""Noun phrases that the parser cuts at a dash, a preposition or an adjective, or takes for a subject, put right where no doubt is left."""

from __future__ import annotations

from transforms.tokens import Token
from transforms.tree_edits import first_of, hang_clause, move, word_behind

PHRASES = ("obl", "obl:unmarked", "nmod", "nmod:unmarked")
AIMING = frozenset({"at", "on", "into", "against"})
# Deeds by the noun of their verb.
DEEDS = frozenset({"kidnapping", "shooting", "bombing", "killing", "stabbing", "shelling", "lynching", "poisoning"})
# What is done to a road or a crowd with things at hand.
BLOCKING = frozenset({"block", "blockade", "barricade", "obstruct", "close", "pelt"})
# Verbs that say what somebody is or is called.
NAMING_WORDS = "call name elect appoint dub declare become remain make label brand consider crown designate nominate proclaim be seem stay"
NAMING = frozenset(NAMING_WORDS.split())
TIMES = frozenset({"morning", "afternoon", "evening", "night", "week", "month", "year"})


def make_preposition(word: Token) -> bool:
    """Make a preposition of what is taken for a particle though an object stands between it and its verb and a bare noun follows it ("sank
    a ship off Crimea"); return whether it did."""
    noun = next((t for t in word.head.children if t.dep_ in ("obl", "obl:unmarked") and first_of(t).i == word.i + 1), None)
    between = any(t.dep_ == "obj" and word.head.i < t.i < word.i for t in word.head.children)
    if noun is None or not between or any(t.dep_ == "case" for t in noun.children):
        return False
    move(word, noun, "case")
    noun.dep_ = "obl"
    return True


def make_means(noun: Token) -> bool:
    """Hang "with boulders" on the verb of "blocked the road with boulders", not on the road; return whether it was hung there."""
    blocked = noun.head
    verb = blocked.head
    opening = first_of(noun)
    if opening.dep_ != "case" or opening.lower_ != "with" or blocked.dep_ != "obj" or verb.lemma_.lower() not in BLOCKING:
        return False
    for phrase in [t for t in noun.children if t.dep_ == "nmod" and t.pos_ == "PROPN"]:
        move(phrase, verb, "obl")
    move(noun, verb, "obl")
    return True


def make_claimed(noun: Token) -> bool:
    """Hang "for the attack" on the responsibility in "claimed responsibility on Monday for the attack", not on the verb; return whether
    it was hung there."""
    opening, verb = first_of(noun), noun.head
    if opening.dep_ != "case" or opening.lower_ != "for" or verb.lemma_.lower() not in ("claim", "accept", "take", "assume"):
        return False
    claimed = next(
        (t for t in verb.children if t.dep_ == "obj" and t.lemma_.lower() in ("responsibility", "credit") and t.i < noun.i), None
    )
    if claimed is None:
        return False
    move(noun, claimed, "nmod")
    return True


def make_met(name: Token) -> bool:
    """Make the object of a verb of a name that is taken for what its subject is ("will meet Kim Jong Un"); return whether it did."""
    verb = name.head
    is_told_of = verb.lemma_.lower() in NAMING or any(t.dep_ in ("obj", "aux:pass", "nsubj:pass") for t in verb.children)
    if is_told_of or verb.pos_ != "VERB" or any(t.dep_ in ("cop", "mark", "case") for t in name.children):
        return False
    for word in [t for t in name.children if t.dep_ == "xcomp" and t.pos_ == "PROPN"]:
        move(word, name, "flat")
    name.dep_ = "obj"
    return True


def make_goal(name: Token) -> bool:
    """Make a phrase of "to Fiji" in "gave assistance to Fiji", which is taken for an infinitive; return whether it did."""
    mark = next((t for t in name.children if t.dep_ == "mark" and t.lower_ == "to" and t.i == name.i - 1), None)
    before = mark.nbor(-1) if mark is not None and mark.i > name.sent.start else None
    if mark is None or before is None or before.text[:1].isupper() or any(t.dep_ == "obj" for t in name.children):
        return False  # in title case all words have capitals
    mark.dep_, mark.pos_ = "case", "ADP"
    name.pos_, name.tag_ = "PROPN", "NNP"
    name.dep_ = "obl" if name.head.pos_ in ("VERB", "AUX") else "nmod"
    return True


def make_deed(word: Token) -> bool:
    """Make a noun of "kidnapping" in "hang four bodies after kidnapping", whose object nobody names; return whether it did."""
    opening = next((t for t in word.children if t.dep_ == "mark" and t.i == word.i - 1), None)
    if (
        opening is None
        or opening.lower_ not in ("after", "before", "over", "amid", "following")
        or any(t.i > word.i for t in word.children)
    ):
        return False
    opening.dep_, word.dep_, word.pos_, word.tag_ = "case", "obl", "NOUN", "NN"
    return True


def make_next_door(word: Token) -> bool:
    """Make an adjective of "neighbouring" before the country that the parser takes for its object ("In neighbouring Mali, fighters ...");
    return whether it did."""
    country = next((t for t in word.children if t.dep_ in ("obj", "obl") and t.i == word.i + 1), None)
    if country is None or word.head is word:
        return False
    for other in [t for t in word.children if t is not country]:
        move(other, country, "case" if other.dep_ == "mark" else other.dep_)
    move(country, word.head, "obl" if word.head.pos_ == "VERB" else "nmod")
    move(word, country, "amod")
    word.pos_, word.tag_ = "ADJ", "JJ"
    return True


def set_aside(noun: Token) -> bool:
    """Set a noun phrase between dashes beside the name before them ("a call from the X Network -- fighters wanted in Y -- who said");
    return whether it was set there."""
    first = first_of(noun)
    dash = first if set(first.text) <= {"-"} else first.nbor(-1) if first.i > noun.sent.start else first
    relations = {t.dep_ for t in noun.children}
    if set(dash.text) - {"-"} or dash.i == noun.sent.start or relations & {"nsubj", "cop"} or not relations & {"acl", "acl:relcl"}:
        return False
    name = dash.nbor(-1)
    while name.dep_ in ("flat", "compound") and name.head.i < noun.i:
        name = name.head
    if name.pos_ not in ("NOUN", "PROPN"):
        return False
    move(noun, name, "appos")
    for clause in [t for t in noun.children if t.dep_ == "acl:relcl" and not set(first_of(t).text) - {"-"}]:
        move(clause, name, "acl:relcl")  # what follows the second dash is said of the name
    return True


def make_time(word: Token) -> bool:
    """Make a time of "this morning" between a subject and its verb ("Staunton Police this morning arrested X"), which the parser takes for
    a second subject; return whether it did."""
    is_pointed = any(t.lower_ in ("this", "last") for t in word.children)
    if not is_pointed or not any(t.dep_ == "nsubj" and t.i < word.i for t in word.head.children):
        return False
    word.dep_ = "obl:unmarked"
    return True


def make_place(name: Token) -> bool:
    """Make the place of a noun of a name after "in" that the parser takes for a second subject ("a strike on a school in Khan Younis
    killed 30 people"); return whether it did."""
    opening = name.nbor(-1)
    noun = opening.nbor(-1) if opening.i > name.sent.start else opening
    is_second = any(t.dep_ == "nsubj" and t.i < opening.i for t in name.head.children)
    if opening.lower_ not in ("in", "at", "near") or opening.head != name.head or not is_second or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    move(name, noun, "nmod")
    move(opening, name, "case")
    return True


def aim_at(noun: Token) -> bool:
    """Make a phrase of what is taken for an object behind a preposition ("fired at soldiers"); return whether it did."""
    first = first_of(noun)
    if first.dep_ != "case" or first.lower_ not in AIMING or first.i < noun.head.i or first.nbor(1).lower_ in ("least", "most"):
        return False
    move(first, noun, "case")
    noun.dep_ = "obl"
    return True


def make_noun(year: Token) -> bool:
    """Make a noun of what is taken for a verb behind an article and a year ("rejected a 2016 ruling by a court"); return whether it did."""
    noun = year.nbor(1) if year.i + 1 < year.sent.end else year
    is_year = len(year.text) == len("2016") and year.text.isdigit() and any(t.dep_ == "det" for t in year.children)
    if not is_year or noun.head is not year.head or noun.dep_ != "obj" or not noun.lower_.endswith("ing"):
        return False
    noun.pos_, noun.tag_ = "NOUN", "NN"
    for word in list(year.children):
        move(word, noun, word.dep_)
    move(year, noun, "nummod")
    return True


def count_more(number: Token) -> bool:
    """Make one object of "500 more troops", of which the parser makes two; return whether it did."""
    verb = number.head
    noun = next((t for t in verb.children if t.dep_ == "obj" and number.i < t.i <= number.i + 3), None)
    if noun is None or number.nbor(1).lower_ not in ("more", "other", "additional", "extra") or first_of(noun).i != number.i + 1:
        return False
    move(number, noun, "nummod")
    return True


def make_modifier(participle: Token) -> bool:
    """Make a modifier of "banned" in "The banned Baloch Liberation Army claimed ...", which the parser takes for a subject with an object;
    return whether it did."""
    noun = next((t for t in participle.children if t.dep_ == "obj" and t.i > participle.i), None)
    if noun is None or first_of(noun).i != participle.i + 1 or participle.head is participle:
        return False
    above, relation = participle.head, participle.dep_
    move(noun, above, relation)
    for word in [t for t in participle.children if t is not noun]:
        move(word, noun, word.dep_)
    move(participle, noun, "amod")
    participle.pos_ = "ADJ"
    return True


def make_clause(when: Token) -> bool:
    """Make a clause of time of "after an envoy, X, met the president", where the parser takes the clause before it for the subject of its
    verb, or the subject for a phrase of the main clause ("after the Rapid Support Forces (RSF) shelled a hospital"); return whether it
    did."""
    subject = when.head
    main = subject.head
    if subject.dep_ in PHRASES and main.pos_ == "VERB" and (verb := _verb_beside(subject)) is not None:
        hang_clause(verb, main, subject, when)
        return True
    verb = main.head
    is_clause = any(t.dep_ == "cop" for t in main.children)
    if subject.dep_ not in PHRASES or main.dep_ != "nsubj" or not is_clause or verb.tag_ != "VBD" or verb.i < subject.i:
        return False
    if verb.head is not verb or any(t.dep_ == "nsubj" and t is not main for t in verb.children):
        return False
    move(main, main, "ROOT")
    hang_clause(verb, main, subject, when)
    return True


def _verb_beside(noun: Token) -> Token | None:
    """Return the past tense right behind a noun phrase, hung as a clause without subject of the same verb though it has an object, or
    None; a short form in brackets may stand between."""
    verb = word_behind(noun)
    if verb is None or verb.head is not noun.head or verb.tag_ != "VBD" or verb.dep_ not in ("advcl", "conj", "parataxis"):
        return None
    relations = {t.dep_ for t in verb.children}
    return verb if "obj" in relations and not relations & {"nsubj", "nsubj:pass", "aux:pass", "aux", "mark", "cc"} else None
