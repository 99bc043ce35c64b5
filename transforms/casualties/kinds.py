"""Whether two claims can be of the same kind of people: age, sex, civilians or armed men."""

from __future__ import annotations

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import ARMED, word_set
from transforms.casualties.number_words import has_digit_or_number_word

# A teenager may be told of as a boy, a girl, a man or a woman; a pronoun says the sex and not the age.
# A boy of ten is called no man, one of fourteen may be.
MAN_AT, GROWN = 13, 20
# Nobody younger is told of as a parent or a wife, or as a grandparent.
MARRIED_AT, GRANDPARENT_AT = 16, 32
GROWN_KIN = word_set("mother father mom dad parent grandmother grandfather grandparent wife husband widow widower uncle aunt stepfather")
YOUNG = word_set(
    "teen teenager teenage youth juvenile youngster adolescent student victim son daughter brother sister grandson granddaughter"
    " nephew niece"
)
TEENS = word_set("teen teenager teenage juvenile adolescent")
MANNERS = {"blade": word_set("stab knife slash hack"), "gun": word_set("shoot shot gun")}
PRONOUNS = word_set("he she him her himself herself")


def kinds_fit(draft: Draft, known: Draft) -> bool:
    """Return whether two claims can be of one person by age, sex and kind."""
    if draft.age is not None and known.age is not None and draft.age != known.age:
        return False
    if _is_grown_kin(draft, known) or _is_grown_kin(known, draft):
        return False
    nouns = {draft.noun, known.noun}
    if nouns & TEENS and (draft.age or known.age or 0) >= GROWN:
        return False  # "the teenager" is no woman of 23
    if "adult" in nouns and "child" in (draft.description.age_sex, known.description.age_sex):
        return False
    sexes = {draft.description.age_sex, known.description.age_sex} - {"unknown", "mixed"}
    age = draft.age or known.age or GROWN
    young = bool(nouns & YOUNG) or draft.noun in PRONOUNS or (age < GROWN and not (age < MAN_AT and nouns & {"man", "woman"}))
    if len(sexes) == 2 and not ("child" in sexes and young):
        return False
    groups = {draft.description.group, known.description.group} - {"unknown"}
    if "child" in sexes and not groups & ARMED:
        groups -= {"civilian"}
    return len(groups) < 2 or (draft.is_definite and _shares_words(draft, known))


def are_told_apart(draft: Draft, known: Draft) -> bool:
    """Return whether words that do not point back tell of another person: stabbed and not shot, or of another body ("a UN crew member", "an
    SSPDF general")."""
    if draft.points_back or draft.names & known.names:
        return False
    ways = [_manner(one) for one in (draft, known)]
    bodies = [_acronyms(one) for one in (draft, known)]
    return (None not in ways and ways[0] != ways[1]) or (all(bodies) and not bodies[0] & bodies[1])


def _manner(draft: Draft) -> str | None:
    """Return with what somebody was hurt, by the word of harm and the verbs joined to it ("was shot and died")."""
    trigger = draft.harm.trigger
    words = {trigger.lemma_.lower(), trigger.head.lemma_.lower() if trigger.dep_ == "conj" else ""}
    return next((name for name, lemmas in MANNERS.items() if words & lemmas), None)


def _acronyms(draft: Draft) -> set[str]:
    victims = draft.harm.victims
    words = victims.head.doc[victims.first : victims.last + 1] if victims is not None else ()
    return {token.text for token in words if token.text.isupper() and token.is_alpha and len(token) > 1 and token.i < draft.harm.key}


def _is_grown_kin(kin: Draft, child: Draft) -> bool:
    """Return whether one is called a mother, grandfather or wife and the other is too young for it ("Dmytro, 9")."""
    oldest = GRANDPARENT_AT if kin.noun.startswith("grand") else MARRIED_AT
    return kin.noun in GROWN_KIN and child.age is not None and child.age < oldest


def _shares_words(draft: Draft, known: Draft) -> bool:
    """Return whether a definite phrase takes up a word of an earlier one ("Attorney General X ... the attorney general")."""
    left, right = draft.harm.victims, known.harm.victims
    if left is None or right is None:
        return False
    words = {token.lower_ for token in right.head.doc[right.first : right.last + 1] if token.is_alpha and len(token) > 3}
    return any(token.lower_ in words for token in left.head.doc[left.first : left.last + 1] if token.pos_ in ("NOUN", "PROPN", "ADJ"))


def outcomes_fit(draft: Draft, known: Draft) -> bool:
    """Return whether two claims can be of one outcome: "shot" leaves open whether people died, who are told of as dead."""
    if draft.outcome == known.outcome:
        return True
    if {draft.outcome, known.outcome} == {"killed", "injured"}:
        open_one, sure = (draft, known) if draft.outcome == "injured" else (known, draft)
        if any(child.lemma_.lower() == "survive" for child in open_one.harm.trigger.children):
            return False  # "was hit in the back, but survived"
        is_hurt = draft.harm.trigger.pos_ == "NOUN"
        if open_one is draft and has_digit_or_number_word(draft.noun) and not (draft.is_definite or (known.is_headline and not is_hurt)):
            return False  # "one had a gunshot wound" is nobody told of as dead
        return open_one.harm.may_be_dead and (
            sure.harm.victims is not None or not open_one.is_share
        )  # a toll is of no "ten of the injured"
    return False
