"""Nouns and adjectives of harm: fatalities, a toll, the killing of, lives lost, bodies found, dead, missing, hostage, hospital."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.counts import Count, count_in, number_start
from transforms.casualties.lexicon import OutcomeWord, word_set, words_of
from transforms.casualties.neighbours import number_beside, subjects_of
from transforms.casualties.numbers import LINKS, count_after, number_of
from transforms.casualties.relatives import relative_antecedent
from transforms.casualties.time_spans import YEAR
from transforms.tokens import Token

FOUND = word_set(
    "find recover discover dig pull retrieve unearth identify exhume locate count dump lie uncover wash bring take receive arrive transfer"
    " return bury lay show contain hold"
)
# "The toll from three attacks" counts attacks.
OF_WHAT = ("from", "in", "for", "after", "since", "at")
MORGUES = word_set("morgue mortuary")
COST = word_set("claim take cost")
CROWDS = word_set("dozens scores hundreds thousands tens millions dozen score couple")
# What leaves, finds or calls somebody dead or wounded.
LEFT_SO = word_set("leave make find report declare pronounce confirm list believe presume go remain")


def noun_words(token: Token) -> tuple[OutcomeWord, ...]:
    """Return the entries of a noun of harm, by its lemma."""
    is_act = token.tag_ == "VBG" and token.i + 1 < token.sent.end and token.nbor(1).lower_ == "of"  # "in the slaying of X"
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.lower_ != "hostage" and not is_act:
        return ()
    return noun_entries(token.lemma_.lower(), token.lower_)


def noun_entries(lemma: str, text: str) -> tuple[OutcomeWord, ...]:
    """Return the entries of a noun's lemma, or of its text where the lemmatizer missed the singular."""
    table = words_of("noun")
    for form in (lemma, text, text.removesuffix("s"), text.removesuffix("ies") + "y"):
        if form in table:
            return table[form]
    return ()


def victims_of_act(token: Token) -> Iterator[Token]:
    """Yield whom a noun such as "killing" or "arrest" is about: "of X", else "X's"."""
    if token.pos_ == "PROPN" and any(child.dep_ == "flat" for child in token.children):
        return  # "the sheriff's Homicide Bureau"
    of = [child for child in token.children if child.dep_ in ("nmod", "obl") and _case(child) in ("of",) and child.i > token.i]
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    if not of and after is not None and after.lower_ == "of" and after.head.i > token.i:
        named = after.head
        while named.dep_ in ("compound", "nmod:desc", "amod", "flat") and named.head.i > named.i:
            named = named.head
        of = [named]
    if token.dep_ == "obj" and str(token.head.lemma_).lower() in ("embrace", "attain", "achieve", "meet"):
        yield from subjects_of(token.head)
        return
    yield from of or [child for child in token.children if child.dep_ == "nmod:poss" and child.lower_ not in ("its",)]


def deeds_count(token: Token, outcome: str) -> Count | None:
    """Return how many deeds a plural tells of, each of which takes one person: "21 killings of former officials"; None for one or vague."""
    if outcome in ("injured", "displaced", "casualties") or not token.lower_.endswith("s"):
        return None
    count = own_count(token)
    return count if count is not None and (count.best or 0) > 1 else None


def own_count(token: Token) -> Count | None:
    """Return the number before a noun that counts people itself ("nine fatalities", "no injuries", not "nine death sentences")."""
    if token.dep_ == "compound" and token.head.i > token.i and token.tag_ == "NN":
        return None
    if token.dep_ == "nmod" and token.head.lower_ in CROWDS and _case(token) == "of":
        return count_in(token.doc, token.head.left_edge.i, token.i)  # "hundreds of casualties"
    first = token.i
    while (
        first > token.sent.start
        and token.doc[first - 1].head.i == token.i
        and token.doc[first - 1].dep_ in ("nummod", "amod", "det", "compound", "advmod", "nmod", "obl:unmarked")
    ):
        first -= 1
    if first == token.i and token.i > token.sent.start and token.nbor(-1).pos_ in ("NUM", "ADJ", "DET"):
        first -= 1
    if token.doc[first].dep_ == "nummod":
        first = token.doc[first].left_edge.i  # "more than a hundred bodies"
    found = count_in(token.doc, number_start(token.doc, first, token.sent.start), token.i) or number_of(token)
    if found is None and token.dep_ == "conj" and token.head.pos_ == "NOUN":
        found = count_in(token.doc, token.head.left_edge.i, token.head.i)
        return found if found is not None and found.best == 0 else None
    if found is not None and (token.doc[found.last].lower_ in ("a", "an") or _is_year(token, found)):
        return None
    return found


def _is_year(noun: Token, count: Count) -> bool:
    """Return whether a number before one death is its year: "the 1999 shooting death of X"."""
    before = noun.doc[count.first - 1].lower_ if count.first > noun.sent.start else ""
    return (noun.tag_ == "NN" or before in ("in", "during", "since")) and YEAR.fullmatch(noun.doc[count.last].text) is not None


def toll_count(token: Token) -> Count | None:
    """Return the number of a toll: "a toll of nine", "the toll rose from seven to nine", "put the toll at nine", "the toll to 9"."""
    doc = token.doc
    for child in token.children:
        if child.i > token.i and child.dep_ in ("nmod", "obl", "nummod", "appos", "acl") and _case(child) not in OF_WHAT:
            found = count_in(doc, child.left_edge.i, child.i + 1)
            if found is not None:
                return found
    before = own_count(token)
    if before is not None and before.best:
        return None
    verb = token.head
    if verb.lower_ in ("toll",) or verb.i == token.i:
        return count_after(token, token.i)
    if verb.pos_ == "NUM" and verb.i > token.i:
        return count_in(doc, token.i + 1, verb.i + 1)
    copula = next((child for child in verb.children if child.dep_ == "cop" and child.i > token.i), None)
    if copula is not None and str(verb.lemma_).lower() not in LINKS:
        return count_after(token, copula.i)
    if str(verb.lemma_).lower() in LINKS:
        return count_after(token, max(token.i, verb.i) if verb.i > token.i else token.i)
    return None


def victims_of_lives(token: Token) -> tuple[list[Token], Count | None]:
    """Return who lost their lives, or how many lives were claimed, taken, lost or cost."""
    verb, count = token.head, own_count(token)
    lemma = str(verb.lemma_).lower()
    if token.dep_ == "obj" and lemma == "take" and {"own"} & {child.lower_ for child in token.children}:
        return list(subjects_of(verb)), None
    if token.dep_ in ("obj", "obl") and lemma == "lose":
        subjects = list(subjects_of(verb))
        return (subjects, None) if count is None else ([], count)
    if lemma in COST and token.dep_ == "obj":
        of = [child for child in token.children if child.dep_ == "nmod" and _case(child) == "of"]
        of = of or [child for child in verb.children if child.dep_ == "iobj"]  # "cost nine people their lives"
        return (of, count) if of or count is not None else ([], None)
    if token.dep_ == "nmod" and lemma == "loss" and count is None:
        none = own_count(verb)
        return [], none if none is not None and none.best == 0 else None  # "no loss of life"
    if (token.dep_ in ("nsubj:pass", "nsubj") and lemma == "lose") or (token.dep_ == "nmod" and lemma == "loss"):
        return [], count
    return [], None


def victims_of_remains(token: Token) -> tuple[list[Token], Count | None]:
    """Return whose bodies were found, or how many bodies."""
    verb, place = token.head, token.dep_
    if place == "conj" and verb.dep_ in ("obj", "nsubj:pass"):
        verb, place = verb.head, verb.dep_
    if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("nsubj:pass", "nsubj") and verb.i > token.i:
        verb = verb.head
    if place == "nmod" and _case(token) in ("with", "containing") and verb.dep_ in ("obj", "nsubj:pass", "nsubj"):
        verb, place = verb.head, verb.dep_  # "a second grave with 30 bodies was found"
    of = [child for child in token.children if (child.dep_ == "nmod" and _case(child) == "of") or child.dep_ == "nmod:poss"]
    met = str(verb.lemma_).lower() in FOUND or verb.lower_ in ("saw", "seen")
    if verb.lemma_.lower() == "return" and place == "obj":
        return [], None  # bodies that one side gives back to the other are no news of a death
    found = (met and place in ("obj", "nsubj:pass", "nsubj", "conj")) or token.dep_ in ("acl",)
    found = found or (place == "nsubj" and (verb.lemma_.lower() in MORGUES or token.head.lemma_.lower() in MORGUES))
    participle = any(child.dep_ in ("acl", "acl:relcl") and str(child.lemma_).lower() in FOUND for child in token.children)
    if not (found or participle or (token.dep_ == "nmod" and verb.lower_ in ("discovery", "recovery"))):
        return [], None
    return of, own_count(token)


def victims_of_state(token: Token) -> Iterator[Token]:
    """Yield who is dead, missing, wounded or homeless: subject, object of "left", or the noun just before."""
    beside = number_beside(token)
    if beside is not None:
        yield beside
        return
    subjects = [child for child in token.children if child.dep_ in ("nsubj", "nummod", "nsubj:pass", "det") and child.i < token.i]
    nouns = [child for child in subjects if child.dep_ != "det"]
    if nouns:
        counted = nouns[0].nbor(-1) if nouns[0].lower_ == "more" and nouns[0].i > token.sent.start else None
        yield counted if counted is not None and counted.pos_ == "NUM" else nouns[0]
        return
    if token.dep_ in ("amod", "acl") and token.head.i < token.i and token.head.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = token.head
        if noun.dep_ == "conj" and noun.head.pos_ == "VERB":
            yield from (child for child in noun.head.children if child.dep_ == "obj" and _is_listed(child, noun))
        opens = noun.head if noun.dep_ == "conj" and noun.head.dep_ == "obj" and noun.head.head.lemma_ in ("find", "leave") else noun
        yield opens
        return
    before = token.nbor(-1) if token.i > token.sent.start else None
    while (
        before is not None
        and before.i > token.sent.start
        and before.lower_
        in ("more", "critically", "seriously", "still", "reported", "badly", "slightly", "severely", "feared", "confirmed")
    ):
        before = before.nbor(-1)
    verb = token.head
    if token.dep_ in ("xcomp", "advmod", "advcl", "obj", "obl", "ccomp", "acl") and verb.lemma_.lower() in LEFT_SO:
        objects = [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass") and child.i < token.i]
        if objects:
            yield relative_antecedent(objects[-1]) or objects[-1]
            return
        if before is not None and before.pos_ == "NUM":
            yield before  # "leaving six more injured"
            return
        if token.dep_ == "xcomp" or str(verb.lemma_).lower() == "go" or any(child.dep_ == "aux:pass" for child in verb.children):
            yield from subjects_of(verb)
            return
    if (
        token.dep_ == "conj"
        and token.head.pos_ in ("ADJ", "VERB", "NOUN")
        and not (before is not None and before.pos_ in ("NOUN", "NUM", "PRON", "PROPN"))
    ):
        yield from victims_of_state(token.head) if token.head.pos_ == "ADJ" else subjects_of(token.head)
        return
    if before is not None and before.pos_ in ("NOUN", "NUM", "PRON", "PROPN") and before.text != ",":
        yield before


def _is_listed(known: Token, noun: Token) -> bool:
    """Return whether a noun goes on a list that another one opens: no verb stands between the two."""
    return known.i < noun.i and not any(word.pos_ in ("VERB", "AUX") for word in noun.doc[known.i : noun.i])


def _case(token: Token) -> str | None:
    return next((str(child.lower_) for child in token.children if child.dep_ == "case"), None)
