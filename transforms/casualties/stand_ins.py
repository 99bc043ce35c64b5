"""The person of a pronoun whom no claim names: "an insurgent ran at the patrol; he was killed", "engaged the male, killing him"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import lemma_of, noun_of, word_set
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.people import SEX, describe
from transforms.casualties.pronouns import SHORTEST
from transforms.casualties.relatives import relative_antecedent
from transforms.casualties.victims import Victims, people_in
from transforms.parse import ParsedArticle, Sentence
from transforms.tokens import Token

PLACES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")
NOBODY = word_set("life body hostage person someone")
BODILY = ("killed", "injured", "casualties")
MALE = word_set("man boy male father son brother husband grandfather uncle nephew boyfriend gentleman businessman")
FEMALE = word_set("woman girl female mother daughter sister wife grandmother aunt niece girlfriend lady businesswoman")


def person_meant(draft: Draft, told: Sequence[Draft], parsed: ParsedArticle, harmed: Mapping[int, str]) -> Victims | None:
    """Return the people of the one noun phrase that a pronoun can stand for, where all that tells of its person are pronouns; or None.

    The phrase stands before it in its sentence, or, where none there fits, in the sentence before; of two that fit neither is taken, nor
    one of those told of as harmed (`harmed`), with whom the claim was not put together."""
    if draft.number != 1 or any(other.noun not in SEX for other in told):
        return None
    first = min(told, key=lambda other: (other.sentence.index, other.harm.key))
    victims = first.harm.victims
    if victims is None:
        return None
    here = _candidates(first.sentence, victims.head, _doers(first))
    is_twice = any(victims.head.doc[at].lower_ in SEX for at in _doers(first))  # who is who in "he shot him" the verb does not say
    if not here and first.sentence.index > 0 and not is_twice:
        before = parsed.sentences[first.sentence.index - 1]
        here = _candidates(before, victims.head, ()) if before.paragraph == first.sentence.paragraph else []
    if len({lemma_of(person) for person in here}) != 1 or not _fits(here[0], victims.head):
        return None
    is_dead = any(harmed.get(person.i) == "killed" and person.i < first.sentence.span.start for person in here)
    if is_dead or (draft.outcome in BODILY and any(person.i in harmed for person in here)):
        return None
    return people_in(here[-1], frozenset(), True, anywhere=True)


def give_meant(draft: Draft) -> None:
    """Note with the claim about a pronoun the one name before it in its sentence, where no other person there can be meant: not who did
    it ("Haddad fired at him, hitting him")."""
    victims = draft.harm.victims
    if victims is None or victims.head.lower_ not in SEX or draft.number != 1:
        return
    doers = _doers(draft)
    if not victims.head.lower_.endswith("self") and draft.meant & {victims.head.doc[at].lower_ for at in doers}:
        draft.meant = frozenset()
    here = _candidates(draft.sentence, victims.head, doers) if not draft.meant else []
    if len(here) == 1 and here[0].pos_ == "PROPN" and here[0].dep_ == "nsubj" and _fits(here[0], victims.head):
        names = [here[0], *(child for child in here[0].children if child.dep_ == "flat")]
        draft.meant = frozenset(name.lower_ for name in names if len(name.text) >= SHORTEST)
        draft.is_meant_here = bool(draft.meant)


def describe_meant(drafts: Sequence[Draft], parsed: ParsedArticle) -> None:
    """Note with the claims about a pronoun's person the noun phrase it stands for, and what that says of him or her."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(id(draft.root()), []).append(draft)
    hurt = [draft for draft in drafts if draft.harm.victims is not None and draft.outcome in BODILY]
    harmed = {draft.harm.victims.head.i: draft.outcome for draft in hurt if draft.harm.victims is not None}
    for group in told.values():
        victims = person_meant(group[0], group, parsed, harmed)
        if victims is None:
            continue
        said = describe(victims.head.doc, victims)
        for draft in group:
            own = draft.description
            age_sex = said.age_sex if said.age_sex == "child" else own.age_sex
            draft.description = replace(own, group=said.group if own.group == "unknown" else own.group, age_sex=age_sex)
            draft.stands_for = victims


def _doers(draft: Draft) -> tuple[int, ...]:
    """Return where those stand who did it, who are not those it was done to."""
    victims = draft.harm.victims
    doers = [relative_antecedent(doer) or doer for doer in subjects_of(draft.harm.trigger)]
    return tuple(doer.i for doer in doers if victims is None or doer is not victims.head)


def _candidates(sentence: Sentence, pronoun: Token, doers: Sequence[int]) -> list[Token]:
    """Return the words before a pronoun that may stand for its person, with every name; none where another pronoun opens the sentence."""
    found: list[Token] = []
    for token in sentence.span:
        if token.i >= pronoun.i:
            break
        if SEX.get(token.lower_, "") == SEX[pronoun.lower_] and not found:
            return []
        is_name = token.pos_ == "PROPN" and token.dep_ != "obl"
        if token.dep_ in PLACES and token.i not in doers and (is_name or _fits(token, pronoun)):
            found.append(token)
    return found


def _fits(person: Token, pronoun: Token) -> bool:
    """Return whether a word stands for one person of the pronoun's sex, as far as it says."""
    if person.pos_ == "PROPN":
        return person.ent_type_ == "PER" or (not person.ent_type_ and person.dep_ == "nsubj")
    noun = noun_of(person)
    if noun is None or noun.kind != "person" or person.pos_ != "NOUN" or person.tag_ != "NN" or noun.noun in NOBODY:
        return False
    others = FEMALE if SEX[pronoun.lower_] == "man" else MALE
    is_own = any(SEX.get(child.lower_) or child.lower_ in ("his", "her") for child in person.children if child.dep_ == "nmod:poss")
    return not is_own and noun.noun not in others and lemma_of(person) not in others
