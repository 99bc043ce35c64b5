"""Words for a span of time that a number adds up over: "since May", "between May and July", "nationwide", "in recent weeks"."""

from __future__ import annotations

import re

MONTH = "(january|february|march|april|may|june|july|august|september|october|november|december)"
WAR = (
    "(war|conflict|fighting|invasion|offensive|uprising|revolution|coup|"
    "campaign|insurgency|intifada|truce|ceasefire|violence|unrest|crackdown|protests)"
)
WARS = frozenset(WAR.strip("()").split("|"))
# A span that runs on to the day of telling, or that a rate is counted over.
SPAN = re.compile(
    rf"\bsince (the (start|beginning|outbreak|onset)|(the|its|last year 's) (\S+ )?{WAR}|(early |late |mid - |last )?{MONTH}"
    rf"|\d{{1,2}} {MONTH}|last year|\d{{4}}|then)\b"
    rf"|\bsince (the )?(\w+ ){{0,2}}({WAR}|operation|siege|bombardment) (began|started|broke|erupted)"
    r"|\b(across (all of|the country)|nationwide(?! (?:(?:\w+|-) ){0,3}\w+s\b))\b"
    r"|\b(across|in) the (two|three|four|five|six) (countries|states|provinces)\b"
    r"|\b(in|over|during|for) (recent|the (past|last)( \S+)?|the previous \S+) (weeks|months|years|decades|days|month|year|decade)\b"
    rf"|\b({MONTH}|last (week|month|year)) 's (\w+ )?(toll|total|tally)\b"
    rf"|\bin \S+ (days|weeks|months|years) of {WAR}\b|\bin (\w+ ){{0,3}}(months|years?) of \w+"
    rf"|\b(\w+ - )?(month|year|decade)s?( - (old|long))? ((\w+|-) ){{0,2}}{WAR}\b"
    r"|\b(have|has) (been )?\w+ in (\S+ 's|the|its|their) (\w+ )?(war|offensive|invasion|campaign|conflict|genocide)\b"
    r"|\bover the (years|decades|course)\b"
    r"|\bbetween (\w+ )?\d{4} and (\w+ )?\d{4}\b|\bfrom (\w+ )?\d{4} (to|until|through) (\w+ )?\d{4}\b"
    rf"|\bbetween (\d{{1,2}} )?(?P<from>{MONTH})( \d{{1,2}})? and (\d{{1,2}} )?(?!(?P=from)){MONTH}"
    rf"|\bbetween (\d{{1,2}} )?{MONTH} (\d{{1,2}} , )?\d{{4}} and\b"
    rf"|\bfrom {MONTH} (to|until|through) {MONTH}|\b(?:over|during|in) the (?:same )?period\b|\bduring the (?:week|month) of\b"
    r"|\bsince (the )?(\w+ ){0,3}\d{4}\b|\b(during|in) the (quarter|reporting period)\b"
    r"|\bin the (first|last|final|second|third|fourth) (quarter|half|\S+ months)\b"
    rf"|\b(up to|as of) (\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\b"
    r"|\b(every|each) (day|week|month|year)\b|\b(a|per) (day|year|month) on average\b|\bannually\b"
)
TIMES = frozenset(("month", "year", "week", "quarter"))
YEAR = re.compile(r"(?:19|20)\d\d")
# "This year" is a span where the number is counted up to now, and a date where one deed is told.
RUNNING = re.compile(r"\bthis (year|month)\b")
