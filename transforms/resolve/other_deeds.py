"""What two mentions of an article say of their being two deeds: one answers the other, harms others, or is told as another."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.casualties.focus import TURNS
from transforms.casualties.same_event import DEEDS, FROM_AFAR, SHOTS
from transforms.resolve.borrowed import CAUSE
from transforms.resolve.deed import head_of, is_exchange
from transforms.resolve.police import is_of_police
from transforms.resolve.profile import Profile, words_of

BLASTS = FROM_AFAR | {"explosives"}
# Sentences that begin a report.
LEAD = 1
ANSWER = re.compile(
    r"\b(?:in (?:response|retaliation|revenge|reprisal|answer) (?:to|for)|retaliat\w+ (?:for|to)|aveng\w+)\b", re.IGNORECASE
)
# Before what a side did then ("Israel responded with air strikes").
RESPONSE = re.compile(r"\b(?:responded|retaliated|answered|replied|hit back|struck back) (?:by|with) (?:[\w-]+ ){0,3}$")
ANOTHER = re.compile(r"\b(?:another|separate) (?:\w+ ){0,2}$", re.IGNORECASE)
ONE_OF = re.compile(r"\bone of (?:its|their|his|the) (?:\w+est|most \w+|worst|latest) (?:\w+ )?$")
# Some of those told before ("Two of the victims died in X").
AMONG = re.compile(r"\bof (?:the (?:victims|dead|deaths|casualties|fatalities|killings)|them)\b")
WORST = re.compile(r"\bthe (?:deadliest|bloodiest|worst|largest|biggest|most recent|latest) (?:\w+ )?$", re.IGNORECASE)
# What was done at another time of the day ("Hours later, shells landed near the airport").
LATER = re.compile(r"(?:(?:\w+ )?(?:hours?|days?) (?:later|earlier|before)|(?:earlier|later)(?:,| (?:in|on|that)) )")
# Before what was done before the deed that the sentence tells ("policemen who had earlier carried out an operation").
FORMER = re.compile(r"\bhad (?:earlier|previously) [^,;]*$")
# Before what the same doers did besides ("They also burned a filling station"); a bomb that also breaks windows did no more than go off.
BESIDES = re.compile(r"\balso (?:\w+ly )?$", re.IGNORECASE)
SAME_OCCASION = re.compile(
    r"\b(?:during|as a result of|in) (?:the|this|that) (?:same |joint )?(?:operation|raid|search|mission|assault)\b", re.IGNORECASE
)
HARM = re.compile(r"(?:kill|wound|injur|hurt|damag|destroy|hit|struck|shatter|caus|le[fa])", re.IGNORECASE)
THINGS = frozenset(
    {"bomb", "blast", "explosion", "attack", "strike", "raid", "fire", "missile", "rocket", "shell", "drone", "bullet", "car"}
)
# Who did what others then answered.
ATTACKERS = re.compile(r"\b(?:attackers?|assailants?|bombers?|hijackers?|perpetrators?)\b", re.IGNORECASE)


def is_further(left: Profile, right: Profile) -> bool:
    """Whether one mention tells of more people harmed in a way that the other tells too ("killed two more insurgents")."""
    if not left.is_further or left.article_id != right.article_id:
        return False
    return bool({outcome for outcome, _ in left.tolls} & {outcome for outcome, _ in right.tolls})


def is_another(left: Profile, right: Profile) -> bool:
    """Whether the later of two mentions of an article is told as another deed ("another strike hit a warehouse"), or in a sentence that
    turns to something else ("Separately, ..."), of which only a headline may have told before."""
    if left.article_id != right.article_id:
        return False
    first, later = sorted((left, right), key=lambda item: item.order)
    told = later.row["evidence"].lower().lstrip("\"' ")
    if 0 < first.sentence < later.sentence and told.startswith(TURNS) and not told.startswith("in other words"):
        return True
    is_at_other_hour = LATER.match(told) is not None and not later.is_backward and later.row["claimant_text"] is None
    if 0 < first.sentence < later.sentence and is_at_other_hour:
        return True  # not "Hours later, the army said the raid had killed nine", when it was said
    if 0 < first.sentence < later.sentence and first.mode != later.mode and RESPONSE.search(later.before_trigger.lower()):
        return True
    if 0 < first.sentence < later.sentence and ONE_OF.search(later.before_trigger.lower()):
        return True
    return ANOTHER.search(later.before_trigger) is not None or (0 < first.sentence < later.sentence and _is_besides(first, later))


def _is_besides(first: Profile, later: Profile) -> bool:
    """Whether people are said to have done a like thing to others too ("They also burned a filling station")."""
    if BESIDES.search(later.before_trigger) is None or HARM.match(later.trigger) or not later.row["source_text"]:
        return False
    if SAME_OCCASION.search(later.row["evidence"]) is not None:
        return False
    harmed = first.target_words | first.targets, later.target_words | later.targets
    return head_of(later.row["source_text"]) not in THINGS and all(harmed) and harmed[0].isdisjoint(harmed[1])


def is_told_ahead(loss: Profile, deed: Profile) -> bool:
    """Whether a mention of people harmed by nobody named, without a place or day of its own, stands below the lead and before a deed that
    is told with both as new ("One soldier was wounded. In Jalalabad, a bomb hit a truck on Monday"): it goes on with what came before."""
    if not loss.is_loss or loss.is_backward or loss.is_placed or loss.date_start is not None or loss.sentence <= LEAD:
        return False
    is_new = deed.date_start is not None or deed.sentence - loss.sentence > 1
    return loss.sentence < deed.sentence and deed.is_placed and is_new and not deed.is_backward


def is_part(left: Profile, right: Profile) -> bool:
    """Whether an article sums up several deeds, or the deeds of several days, in one of two mentions ("attacks killed 14 people",
    "killed 52 people between 9 and 16 August"), and tells in the other of one deed that harmed fewer, or was the worst of them."""
    if left.article_id != right.article_id or 0 in (left.sentence, right.sentence):
        return False
    for whole, part in ((left, right), (right, left)):
        counts, own = _highest(whole), _highest(part)
        is_fewer = any(count < counts.get(outcome, 0) for outcome, count in own.items())
        if is_fewer and part.is_placed and AMONG.search(part.row["evidence"]) is not None:
            return True
        if (is_fewer or WORST.search(part.before_trigger) is not None) and not is_sum(part) and is_sum(whole):
            return True
    return False


def _highest(item: Profile) -> dict[str, int]:
    """Return how many a mention says were harmed, by outcome."""
    return dict(sorted(item.tolls))


def is_sum(item: Profile) -> bool:
    """Whether a mention is of deeds in the plural, or of a stretch of days."""
    is_stretch = item.date_start is not None and item.date_end is not None and (item.date_end - item.date_start).days > 1
    return is_stretch or DEEDS.search(item.trigger) is not None


def are_other_victims(left: Profile, right: Profile) -> bool:
    """Whether an article tells of two deeds, each with its doer, that harm other people in other numbers ("A drone strike by the army
    killed 100 people", "the army killed 30 militiamen"), or of two arrests ("200 people were arrested", "two officers were arrested")."""
    if left.article_id != right.article_id or left.is_mutual or right.is_mutual:
        return False
    are_arrests = left.event_type == "COERCE" and not (left.sources or right.sources)
    if not (left.sources and right.sources) and not are_arrests:
        return False
    ones, others = _highest(left), _highest(right)
    is_other_number = any(others.get(outcome, count) != count for outcome, count in ones.items())
    victims = left.target_words | left.targets, right.target_words | right.targets
    return is_other_number and all(victims) and victims[0].isdisjoint(victims[1])


def is_answer(left: Profile, right: Profile) -> bool:
    """Whether one mention tells what the other answers, or what came before it ("fired rockets in response to the killing of", "residents
    stormed the palace after the killing of their mayor"): never one event."""
    if left.article_id != right.article_id or left.sentence != right.sentence:
        return False
    deed = min(left, right, key=lambda item: item.order)
    if (FORMER.search(left.before_trigger) is None) != (FORMER.search(right.before_trigger) is None):
        return True
    first, last = sorted(max(item.order[1] - item.row["span_start"], 0) for item in (left, right))
    evidence = left.row["evidence"]
    if ANSWER.search(evidence, first, last) is not None:
        return True
    return bool(deed.sources or deed.source_words) and CAUSE.search(evidence[first:last]) is not None


def is_response(response: Profile, attack: Profile) -> bool:
    """Whether a mention tells what others did to those who made an attack ("Security forces killed all four attackers"): another deed than
    the attack, which is told without them as its target."""
    if not response.sources or not _is_of_attackers(response.row["target_text"]) or _is_of_attackers(attack.row["target_text"]):
        return False
    return response.sources.isdisjoint(attack.sources)


def is_turned(deed: Profile, other: Profile) -> bool:
    """Whether those who do a deed, told by words only, or as police, are whom the other deed of the article harms ("An attack on
    peacekeepers left two dead", "The peacekeepers returned fire")."""
    if deed.is_mutual or other.is_mutual or is_exchange(deed.row) or is_exchange(other.row):
        return False
    if is_of_police(deed.row["source_text"]) and is_of_police(other.row["target_text"]):
        return deed.event_type == "ASSAULT" and not is_of_police(other.row["source_text"]) and deed.row["target_text"] is not None
    is_known = str(deed.row["source_text"]).lower().startswith("the ") and other.order < deed.order
    return is_known and bool(deed.source_words) and deed.source_words <= words_of(other.row["target_text"])


@lru_cache(maxsize=20_000)  # asked of each two mentions that are compared
def _is_of_attackers(text: str | None) -> bool:
    return ATTACKERS.search(text or "") is not None


def is_dispersal_of(dispersal: Profile, deed: Profile) -> bool:
    """Whether one mention tells of force against a crowd, and the other what somebody in words did ("residents stormed the palace; police
    dispersed them")."""
    return dispersal.mode == "crowd-control" and deed.mode != "crowd-control" and bool(dispersal.sources and deed.source_words)


def is_other_arm(left: Profile, right: Profile) -> bool:
    """Whether one sentence of an article tells of shots and another of bombs: hardly one deed."""
    if left.article_id != right.article_id or left.sentence == right.sentence:
        return False
    return (left.mode in SHOTS and right.mode in BLASTS) or (right.mode in SHOTS and left.mode in BLASTS)
