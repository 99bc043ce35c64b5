"""Parts of a whole: "including two children", "among them three women", "the casualties included ...", "were among the dead".

A part is a claim of its own that must never be added to the whole it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.among_them import WERE, among_those_before, mark_of_those
from transforms.casualties.beside import set_beside
from transforms.casualties.breakdown import (
    GRAVELY,
    comprised,
    counted_out,
    gravely_beside,
    gravely_hurt,
    listed_after_colon,
    listed_as,
    named_beside,
)
from transforms.casualties.counts import count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.lists import all_members
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.nouns import noun_words
from transforms.casualties.phrases import members
from transforms.casualties.reality import is_unreal
from transforms.casualties.shares import GROUPS, outcome_of_group, share_told
from transforms.casualties.units import UNITS
from transforms.casualties.verb_reading import verb_word
from transforms.casualties.victims import Victims, people_in
from transforms.tokens import Span, Token

FRACTIONS = word_set("half third quarter fifth sixth tenth majority")
SAYING = word_set("say tell report add state")
# Frames of verbs that tell of harm by another word only: a throat, death, a battle ("cut funds, including ...").
WITH_ANOTHER_WORD = frozenset({"in_battle", "loss", "throat", "to_death"})
OF_THOSE = (["of", "those"], ["of", "them"], ["of", "these"])


def parts_of(span: Span, harms: list[Harm], places: frozenset[int], earlier: str | None) -> list[Harm]:
    """Return the harm that is told as a part of other people's: new harms, each with its `whole` where the sentence has it.

    `earlier`: the outcome told by the sentences before, which "the casualties included ..." goes back to. Harms that turn out
    to be parts ("four children were among those killed") are marked in place."""
    found: list[Harm] = [*listed_after_colon(span, harms, places), *named_beside(harms, places), *counted_out(harms)]
    for token in span:
        if token.lower_ == "including" and token.i > span.start and token.nbor(-1).lower_ == "not":
            set_beside(token, harms)
        elif token.lower_ in ("including", "among", "amongst"):
            found += list(_listed(token, harms, places, earlier))
        elif token.lower_ in ("them", "whom") and token.i > span.start + 1 and token.nbor(-1).lower_ == "of":
            found += list(_of_them(token, harms, places))
        elif token.lower_ in ("included", "include", "includes") and token.pos_ == "VERB":
            found += list(_included(token, harms, places, earlier))
        elif token.lower_ in ("comprised", "comprise") and token.pos_ == "VERB":
            found += list(comprised(token, places, earlier))
        elif token.lower_ in WERE and token.dep_ == "cop":
            found += list(listed_as(token.head, places, earlier))
        elif token.i == span.start and [word.lower_ for word in span[:2]] in OF_THOSE:
            mark_of_those(harms)
        elif token.pos_ == "NUM" and token.dep_ == "nsubj":
            found += list(share_told(token, earlier))
        elif token.lower_ in GRAVELY:
            found += list(gravely_beside(token, harms))
    known = {harm.key: harm for harm in harms} | {harm.count.first: harm for harm in harms if harm.count.first >= 0}
    fresh = [
        part
        for part in found
        if part.key not in known and part.count.first not in known and (part.whole is not None or not is_unreal(part.trigger))
    ]
    fresh = list({part.key: part for part in reversed(fresh)}.values())[::-1]
    marks = {known[at].key: part for part in found for at in (part.key, part.count.first) if at in known}
    for harm in harms:
        part = marks.get(harm.key)
        if part is not None and part.whole is not harm and (part.outcome in (harm.outcome, "casualties") or part.whole is None):
            harm.is_part, harm.whole = True, part.whole if part.whole is not harm else None
    return fresh


def _listed(mark: Token, harms: list[Harm], places: frozenset[int], earlier: str | None) -> Iterator[Harm]:
    """Yield the people after "including", or those said to be "among the dead"."""
    if mark.lower_ != "including":
        group = mark.head
        if group.lower_ in GROUPS or (
            verb_word(group) is not None and mark.i + 1 < len(mark.doc) and mark.nbor(1).lower_ in ("those", "the")
        ):
            yield from _among(mark, group, harms, places, earlier)
        return
    first = next((word for word in mark.doc[mark.i + 1 : mark.sent.end] if _may_be_listed(word)), None)
    if first is None or first.i > mark.i + 9:
        return
    if _counts_things(mark, first, places):
        return
    whole = _whole_before(mark, harms)
    outcome = whole.outcome if whole is not None else _outcome_before(mark)
    if outcome is None or (whole is not None and _are_of_others(mark, whole)):
        return
    for member in all_members(first):
        victims = people_in(member, places, True)
        if victims is not None:
            yield Harm(outcome, whole.trigger if whole is not None else mark, victims, victims.count, whole=whole, is_part=True)


def _may_be_listed(word: Token) -> bool:
    """Whether a word after "including" can be the first of those listed: a noun or number of its own, or one told by age alone
    ("including a 10-year-old")."""
    if word.lower_ in ("old", "olds"):
        return word.dep_ != "amod" or word.head.i < word.i
    if word.lower_ in UNITS and word.dep_ == "obl:unmarked":
        return False  # "a seven-month-old baby"
    return word.pos_ in ("NOUN", "PROPN", "NUM") and word.dep_ not in ("nummod", "compound", "amod", "nmod:poss", "nmod:desc")


def _counts_things(mark: Token, number: Token, places: frozenset[int]) -> bool:
    """Return whether a bare number is of what was counted just before: "shot 20 times, including six in the back"."""
    counted = mark.nbor(-2) if mark.i > mark.sent.start + 2 and mark.nbor(-1).text == "," else mark
    has_number = any(child.dep_ == "nummod" for child in counted.children)
    return number.pos_ == "NUM" and counted.pos_ == "NOUN" and has_number and people_in(counted, places, True, anywhere=True) is None


def _of_them(pronoun: Token, harms: list[Harm], places: frozenset[int]) -> Iterator[Harm]:
    """Yield the people of "twenty died, two of them children" or "two of whom were police officers"."""
    doc, whole = pronoun.doc, _whole_before(pronoun, harms)
    share = [word.lower_ for word in doc[max(pronoun.sent.start, pronoun.i - 3) : pronoun.i - 1]]
    if len(share) == 2 and share[0] in ("a", "one") and share[1] in FRACTIONS:
        return  # "a fifth of them minors" is no one
    yield from gravely_hurt(pronoun, whole)
    at = pronoun.i + 1
    counted = pronoun.doc[at] if pronoun.lower_ == "whom" and at + 2 < pronoun.sent.end and pronoun.nbor(-2).text == "," else None
    if counted is not None and counted.pos_ == "NUM" and doc[at + 1].lower_ in WERE:
        at += 1  # "36 dead, of whom 14 were women"
    while (at < pronoun.sent.end and doc[at].pos_ in ("AUX", "DET", "ADJ", "ADV")) or (
        at < pronoun.sent.end and doc[at].dep_ == "compound"
    ):
        at += 1
    if whole is None or at >= pronoun.sent.end or doc[at].pos_ != "NOUN":
        return
    count = count_in(doc, max(pronoun.sent.start, pronoun.i - 4), pronoun.i - 1)
    if counted is not None and counted.pos_ == "NUM":
        count = count_in(doc, counted.i, counted.i + 1)
    noun = people_in(doc[at], places, True)
    if count is not None and noun is not None and count.best != 0:
        yield Harm(whole.outcome, whole.trigger, Victims(doc[at], count.first, at, count), count, whole=whole, is_part=True)


def _among(mark: Token, group: Token, harms: list[Harm], places: frozenset[int], earlier: str | None) -> Iterator[Harm]:
    """Yield the subjects of "were among those killed", or the people after "among them"."""
    doc = mark.doc
    if mark.i + 1 < len(doc) and doc[mark.i + 1].lower_ in ("them", "whom"):
        before = _counted_before(mark)
        whole = _whole_before(before.left_edge if before is not None else mark, harms)
        after = before or next((word for word in doc[mark.i + 2 : mark.sent.end] if _may_be_listed(word)), None)
        pronoun = doc[mark.i + 1]
        if whole is None:
            yield from among_those_before(pronoun, earlier, places)
        elif before is None and any(child.dep_ == "cop" and child.i < mark.i for child in pronoun.children):
            yield from _were_among(pronoun, harms, places)
        elif after is not None and after.i < mark.i + 10:
            for member in [after] if before is not None else members(after):
                victims = people_in(member, places, True)
                if victims is not None:
                    yield Harm(whole.outcome, whole.trigger, victims, victims.count, whole=whole, is_part=True)
        return
    outcome = outcome_of_group(group, earlier)
    if outcome is None:
        return
    root = group if any(child.dep_ in ("nsubj", "nsubj:pass") for child in group.children) else group.head
    if root.i > group.i and any(child.dep_ == "cop" and child.i < root.i for child in root.children):
        told = [root]  # "among those killed was X"
    else:
        told = [child for child in root.children if child.dep_ in ("nsubj", "nsubj:pass")] or list(subjects_of(root))
    for subject in told:
        if subject.head.lemma_.lower() in SAYING:
            continue  # "the priest said among the victims were ..."
        for member in members(subject):
            victims = people_in(member, places, False)
            if victims is not None and victims.head.i != group.i:
                yield Harm(outcome, group, victims, victims.count, is_part=True)


def _were_among(pronoun: Token, harms: list[Harm], places: frozenset[int]) -> Iterator[Harm]:
    """Yield those who "were among them", in a later clause of the sentence that tells of them."""
    subject = next((child for child in pronoun.children if child.dep_.startswith("nsubj")), None)
    whole = _whole_before(subject.left_edge, harms) if subject is not None else None
    for member in members(subject) if subject is not None and whole is not None else ():
        victims = people_in(member, places, True)
        if victims is not None and whole is not None:
            yield Harm(whole.outcome, whole.trigger, victims, victims.count, whole=whole, is_part=True)


def _counted_before(mark: Token) -> Token | None:
    """Return the counted people of an aside that closes with "among them" ("eight others, two women among them, died")."""
    noun = mark.nbor(-1) if mark.i > mark.sent.start else mark  # "Among them were two children."
    after = mark.doc[mark.i + 2] if mark.i + 2 < mark.sent.end else None
    number = next((child for child in noun.children if child.dep_ == "nummod" or child.lower_ in ("a", "an")), None)
    opens = number if number is not None else noun if noun.tag_ == "NNS" and after is not None else None
    is_aside = opens is not None and opens.i > mark.sent.start and opens.nbor(-1).text == ","
    return noun if is_aside and noun.pos_ == "NOUN" and (after is None or after.is_punct) else None


def _included(verb: Token, harms: list[Harm], places: frozenset[int], earlier: str | None) -> Iterator[Harm]:
    """Yield the people of "the casualties included three women and four children"."""
    for subject in (child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")):
        outcome = outcome_of_group(subject, earlier)
        if outcome is None:
            continue
        whole = next((harm for harm in harms if harm.victims is not None and harm.victims.head.i == subject.i), None)
        for found in (child for child in verb.children if child.dep_ in ("obj", "obl", "nsubj:outer") and child.i > verb.i):
            for member in all_members(found):
                victims = people_in(member, places, True)
                if victims is not None:
                    yield Harm(outcome, subject, victims, victims.count, whole=whole, is_part=True)


def _whole_before(mark: Token, harms: list[Harm]) -> Harm | None:
    """Return the last harm told before "including" whose people stand within reach."""
    near = [harm for harm in harms if harm.key < mark.i and mark.i - harm.key < 25 and harm.count.best != 1]
    closed = next((word.i for word in mark.doc[max(mark.i - 2, mark.sent.start) : mark.i] if word.text == ")"), None)
    if closed is not None:
        opened = next((word.i for word in reversed(mark.doc[mark.sent.start : closed]) if word.text == "("), mark.sent.start)
        near = [harm for harm in near if harm.key < opened] or near
    return near[-1] if near else None


def _are_of_others(mark: Token, whole: Harm) -> bool:
    """Return whether "including" follows people told of after the whole, whom no word of harm is about ("forces rescued many others")."""
    before = mark.nbor(-2) if mark.i - 1 > mark.sent.start and mark.nbor(-1).text == "," else mark.nbor(-1)
    if before.i <= max(whole.key, whole.trigger.i) or before.pos_ not in ("NOUN", "PRON", "PROPN"):
        return False
    return before.lower_ in ("others", "captives", "hostages") or (
        any(child.dep_ == "nummod" for child in before.children) and people_in(before, frozenset(), True) is not None
    )


def _outcome_before(mark: Token) -> str | None:
    """Return the outcome of a noun or a verb of harm without a number of its own ("civilian casualties, including ...")."""
    for token in reversed(list(mark.doc[mark.sent.start : mark.i])):
        for word in noun_words(token):
            if word.frame in ("people", "people_act", "lives"):
                return word.outcome
        found = verb_word(token)
        if found is not None:
            return found.outcome if found.frame not in WITH_ANOTHER_WORD else None
        if token.pos_ == "VERB" or mark.i - token.i > 14:
            break
    return None
