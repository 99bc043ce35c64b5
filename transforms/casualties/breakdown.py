"""Who a number is made up of, told beside it: "41 people were dead: 38 students, one guard and two neighbours", "17 of them seriously"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.casualties.counts import count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import lemma_of, word_set
from transforms.casualties.lists import all_members
from transforms.casualties.names import is_name
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.people import describe
from transforms.casualties.phrases import has_case, members
from transforms.casualties.shares import GROUPS, outcome_of_group, share_as
from transforms.casualties.victims import Victims, people_in
from transforms.tokens import Span, Token

GRAVELY = word_set("critically seriously severely gravely badly")
# As far as "40 of them in serious condition" goes.
CONDITION_WORDS = 4
# Nouns that may be anybody.
OF_ANY = word_set("person people member relative victim resident civilian other villager passenger worker employee")
# No text names more of a toll in one breath.
MOST_NAMED = 6


def listed_after_colon(span: Span, harms: list[Harm], places: frozenset[int]) -> Iterator[Harm]:
    """Yield the counted people that a colon lists after a number they add up to at most, as its parts."""
    for colon in span:
        if colon.i + 1 >= span.end or not (colon.text in ":(" or _is_dash(colon)):
            continue
        whole = next((harm for harm in reversed(harms) if harm.key < colon.i and (harm.count.best or 0) > 1), None)
        if whole is None or whole.count.best is None:
            continue
        people = [people_in(noun, places, False, anywhere=True) for noun in _counted_in_list(colon)]
        listed = [victims for victims in people if victims is not None and victims.count.first > colon.i]
        counts = [victims.count.best or 0 for victims in listed]
        if len(counts) > 1 and len(listed) == len(people) and sum(counts) <= whole.count.best:
            for victims in listed:
                yield Harm(whole.outcome, whole.trigger, victims, victims.count, whole=whole, is_part=True)


def _is_dash(mark: Token) -> bool:
    """Return whether a dash stands between words, and is no hyphen."""
    return mark.text in ("-", "–", "—", "--") and mark.i > mark.sent.start and bool(mark.whitespace_) and bool(mark.nbor(-1).whitespace_)


def _closes(mark: Token, opened: Token) -> bool:
    """Return whether a mark ends a list that a dash or a bracket opened."""
    return mark.text == ")" if opened.text == "(" else opened.text != ":" and _is_dash(mark)


def broken_down(harm: Harm, harms: Sequence[Harm]) -> Iterator[Harm]:
    """Yield the number that people told after a colon break down, by outcome ("866 casualties: 403 killed, 333 injured"), or that a number
    stands beside in one toll."""
    doc = harm.trigger.doc
    first = harm.count.first
    if (
        first > harm.trigger.sent.start
        and doc[first - 1].lower_ in ("with", "and")
        and doc[first - 2].pos_ in ("NUM", "ADJ", "NOUN", "PUNCT")
    ):
        beside = next((other for other in reversed(harms) if other.key < first and other.count.last in range(first - 4, first)), None)
        if beside is not None and beside.outcome != harm.outcome:
            yield beside  # "the toll of a year to 3,445, with 14,599 wounded"
    clause = _clause_of(harm.trigger)
    if clause.dep_ in ("conj", "parataxis") and not _has_own_time(harm.trigger) and not _has_own_time(clause):
        yield from (other for other in harms if _clause_of(other.trigger) is clause.head and other.outcome != harm.outcome)
    colon = next((at for at in range(harm.key - 1, harm.trigger.sent.start, -1) if doc[at].text == ":"), None)
    whole = next((other for other in reversed(harms) if colon is not None and other.key < colon), None)
    if whole is not None and whole.count.best is not None and (harm.count.best or 0) < whole.count.best:
        yield whole


def _clause_of(trigger: Token) -> Token:
    """Return the verb that a word of harm belongs to, or the number of a clause that leaves it out ("and 12 injured")."""
    word = trigger.head if trigger.dep_ == "acl" and trigger.head.pos_ == "NUM" else trigger
    while word.pos_ not in ("VERB", "NUM", "ADJ") and word.head is not word:
        word = word.head
    return word


def _has_own_time(clause: Token) -> bool:
    """Return whether a clause has a time, a place or a cause of its own, unlike "and 12 injured" and "; 253 others were wounded"."""
    return any(child.dep_ in ("obl", "obl:unmarked", "advcl") and not has_case(child, "by") for child in clause.children)


def _counted_in_list(colon: Token) -> Iterator[Token]:
    """Yield the nouns that a list after a colon counts, wherever the parse hangs them, up to a verb; asides ("among them two children") are
    of what stands before them."""
    for word in colon.doc[colon.i + 1 : colon.sent.end]:
        if (word.pos_ in ("VERB", "AUX") and word.dep_ not in ("amod", "case")) or _closes(word, colon):
            return
        is_role = word.dep_ == "appos" and word.head.pos_ == "PROPN"  # "Ali Khan, 34, a teacher; ..."
        if word.pos_ not in ("NOUN", "PROPN") or word.dep_ == "compound" or is_role:
            continue
        opens = [child for child in word.children if child.dep_ == "nummod" or child.lower_ in ("a", "an", "one")]
        opens += [word.nbor(-1)] if word.nbor(-1).pos_ == "NUM" else []
        if any(number.i > colon.i and number.nbor(-1).text in (colon.text, ",", "and") for number in opens):
            yield word


def named_beside(harms: list[Harm], places: frozenset[int]) -> Iterator[Harm]:
    """Yield each of the counted people whose names stand beside the number: "two guards, Dario Rojas and Alonso Lima, died"."""
    for harm in harms:
        number, head = harm.count.best or 0, harm.victims.head if harm.victims is not None else None
        if head is None or not 1 < number <= MOST_NAMED or harm.is_part:
            continue
        counted = [head, head.head] if head.dep_ == "nmod" and head.head.i < head.i else [head]
        beside = next((child for noun in counted for child in noun.children if child.dep_ == "appos" and child.i > head.i), None)
        beside = beside or _name_behind_colon(harm)
        named = list(members(beside)) if beside is not None else []
        if len(named) != number or not (all(map(is_name, named)) or _are_counted_out([n for n in named if not is_name(n)], places)):
            continue
        for name in named:
            victims = people_in(name, places, False)
            if victims is not None:
                yield Harm(harm.outcome, harm.trigger, victims, victims.count, whole=harm, is_part=True)


def _name_behind_colon(harm: Harm) -> Token | None:
    """Return the first of the names that a colon sets behind the clause of counted people: "Three people died: Ali Khan, 34; ..."."""
    colon = next((word for word in harm.trigger.doc[harm.trigger.i : harm.trigger.sent.end - 1] if word.text == ":"), None)
    name = colon.nbor(1) if colon is not None else None
    while name is not None and name.dep_ in ("flat", "compound", "nmod:desc") and name.head.i > name.i:
        name = name.head
    return name if name is not None and is_name(name) and name.dep_ in ("parataxis", "appos") else None


def counted_out(harms: list[Harm]) -> Iterator[Harm]:
    """Yield the parts that an aside right behind counted people names and that add up to them, where the parse has made one list of both:
    "killed two civilians, a man and his son", "four members of one family: a mother and three children"."""
    for at, harm in enumerate(harms):
        number, victims = harm.count.best or 0, harm.victims
        if victims is None or not 1 < number <= MOST_NAMED or harm.is_part:
            continue
        told: list[Harm] = []
        for other in harms[at + 1 :]:
            if other.trigger is not harm.trigger or not other.by_list or other.victims is None or _sum_of(told) >= number:
                break
            told.append(other)
        if len(told) < 2 or _sum_of(told) != number or not all(_may_be_of(harm, other) for other in told):
            continue
        opened = victims.head.doc[told[0].victims.first - 1] if told[0].victims is not None else victims.head
        if opened.text in (",", ":", "(") or _is_dash(opened):
            yield from (replace(other, whole=harm, is_part=True) for other in told)


def _sum_of(told: list[Harm]) -> int:
    return sum(harm.count.best or 0 for harm in told)


def _may_be_of(whole: Harm, part: Harm) -> bool:
    """Return whether the words of counted people take in those of a listed one: "people" a nurse, "soldiers" a man, but no teacher."""
    if whole.victims is None or part.victims is None:
        return False
    doc = whole.victims.head.doc
    one, other = describe(doc, whole.victims), describe(doc, part.victims)
    if one.age_sex != "unknown" and other.age_sex not in (one.age_sex, "unknown"):
        return False
    return lemma_of(whole.victims.head) in OF_ANY or (other.age_sex != "unknown" and other.group in (one.group, "unknown", "civilian"))


def _are_counted_out(nouns: list[Token], places: frozenset[int]) -> bool:
    """Return whether an aside names each of so many by kind: "the two attackers, a man and a woman,"."""
    articles = [next((child.lower_ for child in noun.children if child.dep_ == "det"), "") for noun in nouns]
    return all(article in ("a", "an") for article in articles) and all(people_in(noun, places, True) is not None for noun in nouns)


def gravely_beside(word: Token, harms: list[Harm]) -> Iterator[Harm]:
    """Yield the part of the wounded that a bare number counts as badly hurt: "five others were injured, one critically"."""
    number = word.nbor(-1) if word.lower_ in GRAVELY and word.i > word.sent.start + 1 else word
    if number.i == word.i or number.pos_ not in ("NUM", "PRON") or number.nbor(-1).text not in (",", "and", "including", "("):
        return
    after = word.doc[word.i + 1] if word.i + 1 < word.sent.end else None
    count = count_in(word.doc, number.i, word.i)
    whole = next((harm for harm in reversed(harms) if harm.key < number.i and not harm.is_part), None)
    if count is None or whole is None or whole.outcome != "injured" or (after is not None and after.pos_ == "VERB"):
        return
    if (count.best or 0) < (whole.count.best or whole.count.low or 0):
        yield Harm("injured", whole.trigger, Victims(number, number.i, number.i, count), count, whole=whole, is_part=True)


def gravely_hurt(pronoun: Token, whole: Harm | None) -> Iterator[Harm]:
    """Yield the part that "them" or "whom" counts as badly hurt or harmed in one place: "17 of them seriously", "32 of them at Zamzam"."""
    after = [token.lower_ for token in pronoun.doc[pronoun.i + 1 : min(pronoun.i + 1 + CONDITION_WORDS, pronoun.sent.end)]]
    if whole is None or not after:
        return
    is_placed = after[0] in ("at", "in", "near", "by") and "condition" not in after
    if not is_placed and whole.outcome != "injured":
        return
    if not is_placed and after[0] not in GRAVELY and not (after[0] == "in" and "condition" in after):
        return
    count = count_in(pronoun.doc, max(pronoun.sent.start, whole.key + 1, pronoun.i - CONDITION_WORDS), pronoun.i - 1)
    if count is not None and count.best != 0:
        yield Harm(whole.outcome, whole.trigger, Victims(pronoun, count.first, pronoun.i, count), count, whole=whole, is_part=True)


def listed_as(noun: Token, places: frozenset[int], earlier: str | None) -> Iterator[Harm]:
    """Yield the people of "the dead were three women, four children and two men": a list by number is all of them, not a part."""
    subject = next((child for child in noun.children if child.dep_ in ("nsubj", "nsubj:outer") and child.i < noun.i), None)
    if subject is None or has_case(subject, "among", "amongst"):
        return
    if subject.pos_ == "NUM" or (subject.pos_ == "PROPN" and has_digit_or_number_word(subject.text)):
        yield from share_as(subject, noun, places, earlier)
        return
    outcome = outcome_of_group(subject, earlier) if subject.lower_ in GROUPS else None
    if outcome is None:
        return
    for member in members(noun):
        victims = people_in(member, places, True)
        if victims is not None and victims.count.best is not None:
            yield Harm(outcome, subject, victims, victims.count, by_list=True)


def comprised(verb: Token, places: frozenset[int], earlier: str | None) -> Iterator[Harm]:
    """Yield the people of "the dead comprised nine herders, three guards and a nurse", as in a list of who the dead were."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")), None)
    outcome = outcome_of_group(subject, earlier) if subject is not None else None
    if subject is None or outcome is None:
        return
    listed = [child for child in verb.children if child.dep_ in ("obj", "obl", "obl:unmarked") and child.i > verb.i]
    for member in (member for first in listed for member in all_members(first)):
        victims = people_in(member, places, False)
        if victims is not None and victims.count.best is not None:
            yield Harm(outcome, subject, victims, victims.count, by_list=True)
