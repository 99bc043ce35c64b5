"""Numbers told as those of before: "officials had initially put the toll at 40", "raising an earlier toll of 236"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from transforms.casualties.aggregates import SUMMING
from transforms.casualties.draft import Draft, says_other
from transforms.casualties.figures import FIGURES
from transforms.casualties.focus import turns_away
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.other_people import is_of_old
from transforms.casualties.phrases import has_case
from transforms.casualties.same_event import are_of_one
from transforms.tokens import Token

BEFORE = word_set("earlier initially originally previously first")
OF_BEFORE = word_set("earlier initial original previous preliminary former first provisional")
# "Gave a provisional toll of 15" tells what holds for now.
SO_FAR = word_set("preliminary provisional")
TOLLS = FIGURES | {"toll"}
REPORTS = TOLLS | word_set("report statement account")
REVISING = word_set("revise raise lower update")
RISING = word_set("rise climb grow increase jump mount soar reach")
MEASURING = word_set("double twice triple times than")
TO_MEASURE = 3
# From "wounded" in "had risen to 11, with 89 wounded" to its verb.
STEPS_UP = 2
TELLING = word_set("speak give put place set estimate say report give announce confirm count")


def is_former(harm: Harm) -> bool:
    """Return whether the words say that a number was given before another: an adjective of the toll, or an adverb of its telling."""
    if harm.is_compared or _is_measure(harm):
        return True
    above = list(_told_by(harm.trigger))
    if any(child.dep_ == "acl:relcl" and child.lemma_.lower() in ("report", "give", "announce") for child in harm.trigger.children):
        return True  # "nearly double the 169 dead that officials gave last month"
    if any(_is_former_toll(word) or _is_told_before(word) for word in above):
        return True
    return any(child.dep_ == "nsubj" and _is_former_toll(child) for word in above for child in word.children)


def _is_measure(harm: Harm) -> bool:
    """Return whether a number told before is what another is measured by ("nearly double the 169 dead", "more than the 29 deaths")."""
    doc, first = harm.trigger.doc, harm.count.first
    words = [word.lower_ for word in doc[max(first - TO_MEASURE, harm.trigger.sent.start) : harm.count.last + 1]] if first >= 0 else []
    return "the" in words and bool(MEASURING & set(words[: words.index("the")]))


def _told_by(trigger: Token) -> Iterator[Token]:
    """Yield the word of harm and those above it, up to a verb of telling that only follows another ("first reported four dead, then raised
    the figure to 14")."""
    yield trigger
    for word in trigger.ancestors:
        yield word
        if word.dep_ == "conj" and word.lemma_.lower() in TELLING | REVISING:
            return


def _is_former_toll(noun: Token) -> bool:
    words = {child.lower_ for child in noun.children if child.dep_ == "amod"}
    is_given = noun.dep_ == "obj" and noun.head.lemma_.lower() in ("give", "put", "cite", "provide")
    return noun.lemma_.lower() in REPORTS and bool(words & (OF_BEFORE - SO_FAR if is_given else OF_BEFORE))


def _is_told_before(verb: Token) -> bool:
    """Return whether a verb of telling stands in the pluperfect with an adverb such as "earlier" ("had earlier put it at nine").

    "Initially" needs no pluperfect."""
    stands = verb.lemma_.lower() == "stand" and any(child.dep_ == "nsubj" and child.lemma_.lower() in TOLLS for child in verb.children)
    if verb.lemma_.lower() not in TELLING and not stands:
        return False
    if any(child.lower_ in ("initially", "originally") and child.dep_ == "advmod" for child in verb.children):
        return True
    if any(child.lower_ == "first" and child.dep_ == "advmod" and child.i < verb.i for child in verb.children):
        return True  # "first reported four dead, then raised the figure to 14"
    if any(child.lower_ in ("earlier", "previously") and child.dep_ == "advmod" and child.i == verb.i - 1 for child in verb.children):
        return True  # "officials earlier gave a toll of 11 dead"
    if any(child.lower_ == "first" and child.dep_ in ("obl", "advmod") and has_case(child, "at") for child in verb.children):
        return True
    had = any(child.lower_ in ("had", "'d") and child.dep_ == "aux" for child in verb.children)
    return had and any(child.lower_ in BEFORE and child.dep_ == "advmod" for child in verb.children)


def has_risen(harm: Harm) -> bool:
    """Return whether the words say that a toll has become this number: "the toll had risen to 11, with 89 wounded"."""
    counted = (harm.trigger, harm.trigger.head)
    if any(word.lemma_.lower() in TOLLS and word.dep_ == "obj" and word.head.lemma_.lower() in REVISING for word in counted):
        return True  # "revised the number of dead to 12"
    if any(child.dep_ == "mark" and child.lower_ in ("after", "when", "as") for child in harm.trigger.children):
        return False  # "the toll reached 18 after two people died in hospital"
    clauses = (harm.trigger, *islice(harm.trigger.ancestors, STEPS_UP))
    verb = next((word for word in clauses if word.pos_ == "VERB" and word.lemma_.lower() in RISING), None)
    return verb is not None and any(child.dep_.startswith("nsubj") and child.lemma_.lower() in TOLLS for child in verb.children)


def _is_brought_to(harm: Harm) -> bool:
    """Return whether what came last makes a toll this number ("another died, bringing the toll to four")."""
    if any(child.lower_ == "there" for child in (*harm.trigger.children, *harm.trigger.head.children)):
        return False  # "which took the toll there to 20"
    return harm.trigger.dep_ == "obj" and harm.trigger.lemma_.lower() in TOLLS and harm.trigger.head.lemma_.lower() in SUMMING


def replace_former(drafts: Sequence[Draft]) -> None:
    """Tie the number that holds now to the one told of before, of one event and by one claimant or one that is not named."""
    roots = [draft for draft in drafts if draft.repeats is None and not draft.harm.is_part and not draft.is_aggregate]
    told = [draft for draft in roots if (draft.number or 0) > 1]
    for former in (draft for draft in roots if draft.is_former and draft.is_general and draft.number):
        rivals = [
            draft
            for draft in told
            if not draft.is_former
            and draft.revises is None
            and draft.whole is None
            and draft.outcome == former.outcome
            and draft.number != former.number
            and are_of_one(draft, former)
            and not (_is_measure(former.harm) and draft.sentence.index > former.sentence.index)
            and not (is_of_old(draft, former) or turns_away(draft.sentence.span))
            and (says_other(draft) or not draft.harm.count.is_more)
        ]
        own = [draft for draft in rivals if None in (former.claimant, draft.claimant) or former.claimant == draft.claimant]
        own = own or [draft for draft in rivals if draft.is_general and (draft.number or 0) > (former.number or 0)]
        if own:
            nearest = min(own, key=lambda draft: (abs(draft.sentence.index - former.sentence.index), draft.sentence.index))
            is_less = (nearest.number or 0) < (former.number or 0) and nearest.claimant is None
            nearest.revises = former if not is_less else None
    for risen in drafts:
        root = risen.root()
        if risen.is_former or risen.is_aggregate or root.revises is not None or root.whole is not None or root not in told:
            continue
        if risen.is_general and not risen.is_headline and (has_risen(risen.harm) or _is_brought_to(risen.harm)):
            root.revises = _outgrown(risen, told)


def _outgrown(risen: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return the last other number told before of the same event, which a toll that has changed leaves behind, or None."""
    before = [
        draft
        for draft in told
        if (draft.sentence.index, draft.harm.key) < (risen.sentence.index, risen.harm.trigger.i)
        and draft.outcome == risen.outcome
        and draft.is_general
        and draft.whole is None
        and (draft.number or 0) != (risen.number or 0)
        and are_of_one(draft, risen)
    ]
    if _is_brought_to(risen.harm):
        less = [known for known in before if (known.number or 0) < (risen.number or 0) and known.sentence is not risen.sentence]
        return max(less, key=lambda draft: draft.number or 0, default=None)  # "another died, bringing the toll to four"
    own = [draft for draft in before if draft.claimant == risen.claimant]
    if own or any(child.lower_ == "own" for child in risen.harm.trigger.children):
        return own[-1] if own else None  # "raised their own count to 119"
    return before[-1] if before else None
