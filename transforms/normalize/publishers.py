"""Name the publisher of an article and its country, from `seeds/publishers.csv`, its address, or its own words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from transforms.normalize.lines import fold
from transforms.seed_tables import read_seed

_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/.*)?", re.IGNORECASE)
_MORE_FROM = re.compile(r"(?i:(?:read )?more (?:from|by|in|on)) (?P<who>[A-Z][\w&'’. -]{1,40}?)\W*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*©)?\s*(?:copyright )?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?"
    r"(?P<who>[A-Z][\w&'’. -]{1,50}?)(?:\s+\d{4})?(?:[.,|]|\s*all rights reserved|\s*-|$)",
    re.IGNORECASE,
)
# An outlet's own interviews: "told CNA", "told CNA's World Tonight", "all analysts CNA spoke to", "in an interview with CNA".
_NAMED = r"[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}"
_INTERVIEW = re.compile(
    r"\btold (?:the )?(?P<told>[A-Z][\w&. ]{1,40}?)(?=['’]s\b|[,.:;)]|\s(?:on|in|that|by|he|she|the|it|they|from|at|via|during)\b)"
    rf"|(?:\b(?P<spoke>{_NAMED}) (?:has )?spoke(?:n)? (?:to|with)\b)|\binterview(?:ed)? (?:with|by) (?P<by>{_NAMED})"
)
# Words that end an outlet's name and hardly another line's: "News" and "Report" also end headings of sections.
_OUTLET_LAST = re.compile(
    "Times|Post|Herald|Tribune|Gazette|Daily|Weekly|Observer|Guardian|Chronicle|Courier|Ledger|Dispatch|Monitor|Telegraph|Bulletin|Journal"
    "|Examiner|Enquirer|Inquirer|Sentinel",
    re.IGNORECASE,
)
_OUTLET_WORD = re.compile(
    r"\b(?:Media|News|Times|Post|Press|Herald|Tribune|Journal|Gazette|Daily|Today|Observer|Guardian|Chronicle|Mail|Express|TV|Radio|Network"
    r"|Broadcasting|Report|Review|Wire|Online|Courier|Ledger|Dispatch|Monitor|Standard|Star|Telegraph|Bulletin|Register|Voice|Agency|Insider"
    r"|Examiner|Enquirer|Inquirer|Argus|Echo|Sentinel|Mirror)\b"
)
# Country domains that are used for their letters, not their country.
_GENERIC = frozenset(["tv", "me", "co", "io", "ai", "ly", "fm", "am", "cc", "ws", "to", "gg", "la"])


@dataclass(frozen=True, slots=True)
class Publisher:
    """A known outlet: a row of `seeds/publishers.csv`."""

    name: str
    domain: str | None
    country_iso3: str | None
    is_plain: bool


@cache
def _by_name() -> dict[str, Publisher]:
    table: dict[str, Publisher] = {}
    for row in read_seed("publishers"):
        known = Publisher(row["name"], row["domain"] or None, row["country_iso3"] or None, row["is_plain_word"] == "yes")
        for name in [row["name"], *row["aliases"].split("|")]:
            if name:
                table.setdefault(fold(name), known)
    return table


@cache
def _by_domain() -> dict[str, Publisher]:
    return {known.domain: known for known in reversed(list(_by_name().values())) if known.domain}


@cache
def _country_codes() -> dict[str, str]:
    return {row["iso2"].lower(): row["iso3"] for row in read_seed("countries") if row.get("iso2")}


def publisher_named(name: str) -> Publisher | None:
    """Return the known outlet of a name or an alias, or None."""
    return _by_name().get(fold(name.strip(" .,|-–—")))


def host_of(address: str | None) -> str | None:
    """Return an address's host without `www.` and `m.`, in lower case; also of a bare host; None where there is none."""
    if not address:
        return None
    match = _HOST.fullmatch(address.strip())
    if match is None:
        try:
            host = urlsplit(address).hostname
        except ValueError:  # such as "http://[::1"
            return None
        return host.removeprefix("www.") if host else None
    return re.sub(r"^(?:www\d?|m|mobile|amp|edition|rss|feeds)\.", "", match[1].lower())


def publisher_of_domain(domain: str | None) -> Publisher | None:
    """Return the known outlet of a host or of the domain above it, or None."""
    while domain and "." in domain:
        if known := _by_domain().get(domain):
            return known
        domain = domain.partition(".")[2]
    return None


def country_of_domain(domain: str | None) -> str | None:
    """Return the country of a host that ends in a country's own code, or None."""
    ending = domain.rsplit(".", 1)[-1] if domain else ""
    if ending == "uk":
        return "GBR"
    return None if ending in _GENERIC else _country_codes().get(ending)


def publisher_in_lines(lines: list[str], title: str | None) -> str | None:
    """Return the outlet that a page's furniture names: "More from X", a copyright line, a known outlet standing alone near the top."""
    for line in lines:
        if len(line) <= 80 and (match := _MORE_FROM.fullmatch(line)) and publisher_like(match["who"]):
            return match["who"]
    for line in lines:
        if len(line) <= 200 and (match := _COPYRIGHT.search(line)) and publisher_like(match["who"]):
            known = publisher_named(match["who"])
            return known.name if known else match["who"].strip()
    for line in lines[:12]:
        alone = publisher_named(line) if len(line) <= 40 and fold(line) != fold(title or "") else None
        if alone is not None:
            return alone.name
    return None


def publisher_like(name: str) -> bool:
    """Whether a name may be an outlet's: known, or with a word that outlets bear ("Media", "Times")."""
    return publisher_named(name) is not None or _OUTLET_WORD.search(name) is not None


def outlet_named(name: str) -> str | None:
    """Return the outlet's usual name where it is known, the name as written where it bears a word of outlets, else None."""
    known = publisher_named(name)
    return known.name if known else name.strip() if is_outlet_alone(name) else None


def is_outlet_alone(text: str) -> bool:
    """Whether a text is nothing but an outlet's name: two to six words with capitals, the last one a word of outlets ("Kivu Weekly")."""
    words = re.split(r"[\s-]+", text.strip())
    is_name = 2 <= len(words) <= 6 and all(word[:1].isupper() or word in ("of", "and", "the", "&") for word in words)
    return is_name and _OUTLET_LAST.fullmatch(words[-1]) is not None


def publisher_in_interviews(text: str) -> str | None:
    """Return the outlet whose own interviews an article is made of: named so twice or more, and no other outlet so named."""
    counts: Counter[str] = Counter()
    agencies = {fold(row["name"]) for row in read_seed("agencies")}
    for match in _INTERVIEW.finditer(text):
        words = next(group for group in match.groups() if group).split()
        names = [" ".join(words[start:end]) for start in range(len(words)) for end in range(len(words), start, -1)]
        known = next((found for name in names if (found := publisher_named(name)) and not found.is_plain), None)
        if known and fold(known.name) not in agencies:
            counts[known.name] += 1
    if len(counts) == 1 and counts.total() >= 2:
        return next(iter(counts))
    return None
