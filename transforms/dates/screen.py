"""Tell dates from what only looks like one: "may", "2,000 people", "March" as a verb, "April" as a woman's name."""

from __future__ import annotations

import re

from transforms.dates.patterns import Expression
from transforms.parse import ParsedArticle

# Month names that are also names of people, verbs or nouns: they need a word before them that months follow.
_AMBIGUOUS = frozenset(("may", "march", "april", "june", "august", "mar", "jun", "sep", "dec", "jan"))
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|the|by|from|during|through|to|between|for|of|before|after|"
    r"early|late|mid|last|this|next|past|every|each)[ -]$|"
    r"[–-]$",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(r"^(?:['’]s\b|,? (?:19|20)\d\d\b)")
_FEAST_BEFORE = re.compile(r"\b(?:Black|Bloody|Super|Palm|Ash|Good|Holy|Easter|Cyber|Fat|News) $")  # names of feasts, sales and shows
_MILITARY_TIME = re.compile(r"\b(?:at|at about|around) $", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][\w'’]* $")
_PERSON_BEFORE = re.compile(
    r"(?:^|[ (“\"])(?!In |Since |Until |By |From |Late |Early |Mid |Last |The |This |Next |After |Before )[A-Z][\w’'-]+ $"
)
_ADDRESS_AFTER = re.compile(r"^ (?:[NSEW]\.? )?[A-Z]\w+ (?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Ln|Court|Way|Place)\b")
_BEFORE_CHRIST = re.compile(r"^(?:,? \d{1,4})? ?(?:BC|BCE|B\.C\.)")
_NAME_AFTER = re.compile(r"^ [A-Z][a-z]")
# "The 19 April Movement": a body that is named for a day.
_BODY_AFTER = re.compile(r"^(?:th)? (?:[A-Z]\w+ ){0,2}(?:Movement|Front|Brigades?|Martyrs|Organi[sz]ation|Army|Command)\b")
_QUANTITY_BEFORE = re.compile(
    r"(?:[$€£#]|\b(?:about|some|nearly|almost|over|least|most|than|approximately|around|roughly|only|another|up to|to at least"
    r"|No\.|Route|Highway|Boeing|Room|Flight|Resolution|Unit)) ?$",
    re.IGNORECASE,
)
_QUANTITY_AFTER = re.compile(
    r"^(?:[-–]?(?:mile|km|kilomet|met(?:er|re)|foot|feet|pound|kg|ton|acre|hectare|square)"
    r"|[ -](?:people|persons|troops|soldiers|men|women|children|fighters|militants|civilians|prisoners|refugees|families|homes|houses"
    r"|workers|members|police|dead|deaths|killed|wounded|injured|miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|pounds?|tons?|tonnes?"
    r"|dollars|euros|barrels|shares|hours?|GMT|UTC|hrs|local time|percent|per cent|rounds|missiles|rockets|tanks|vehicles|votes|points"
    r"|square|block)\b)",
    re.IGNORECASE,
)


def is_date(one: Expression, parsed: ParsedArticle) -> bool:
    """Whether an expression is a date where it stands."""
    before = parsed.article.text[max(0, one.start - 20) : one.start]
    after = parsed.article.text[one.end : one.end + 24]
    if one.parts.get("which", "").lower() in ("each", "every") or _BODY_AFTER.match(after):  # a habit, or a name, not a day
        return False
    if _BEFORE_CHRIST.match(after):
        return False
    if one.kind in ("today", "tomorrow") and _NAME_BEFORE.search(before) and parsed.article.text[one.start].isupper():
        return False  # "World Tonight", "USA Today"
    if one.kind == "weekday" and _FEAST_BEFORE.search(before):
        return False
    if one.kind == "year":
        if _MILITARY_TIME.search(before) or (one.parts["year"].endswith("0") and after.lower().startswith("'s")):  # "at 2030", "the 1980's"
            return False
        return not (_QUANTITY_BEFORE.search(before) or _QUANTITY_AFTER.match(after) or _ADDRESS_AFTER.match(after))
    if one.kind == "month" and "year" not in one.parts and not (one.parts.keys() & {"which", "which_of", "which_month"}):
        name = one.parts["month"].lower().rstrip(".")
        if name in _AMBIGUOUS:
            alone = one.end - one.start <= len(one.parts["month"]) + 1
            is_name = _NAME_AFTER.match(after) is not None or _PERSON_BEFORE.search(before) is not None
            return not alone or (not is_name and bool(_AFTER_MONTH.match(after) or _BEFORE_MONTH.search(before)))
    return True
