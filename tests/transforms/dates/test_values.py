"""Date expressions and the days they mean, one line a case: the sentence, its publication day, the expression, first and last day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.dates.mentions import find_dates
from transforms.parse import ParsedArticle

Read = Callable[..., ParsedArticle]
THURSDAY = "2024-01-18"

CASES = [
    # absolute
    ("Jets bombed the camp on January 16, 2024.", "January 16, 2024", "2024-01-16", "2024-01-16"),
    ("Jets bombed the camp on 16 January 2024.", "16 January 2024", "2024-01-16", "2024-01-16"),
    ("Jets bombed the camp on Jan. 16th, 2024.", "Jan. 16th, 2024", "2024-01-16", "2024-01-16"),
    ("The log of 2024-01-16 shows nine deaths.", "2024-01-16", "2024-01-16", "2024-01-16"),
    ("The war began in April 2023.", "April 2023", "2023-04-01", "2023-04-30"),
    ("The group was founded in 2012.", "2012", "2012-01-01", "2012-12-31"),
    ("It fell in the summer of 1982.", "in the summer of 1982", "1982-06-01", "1982-08-31"),
    ("Output fell in the third quarter of 2023.", "third quarter of 2023", "2023-07-01", "2023-09-30"),
    ("Fighting eased in the first half of 2021.", "first half of 2021", "2021-01-01", "2021-06-30"),
    # a day or month without a year
    ("The war started on October 7.", "October 7", "2023-10-07", "2023-10-07"),
    ("The court will rule on March 6.", "March 6", "2024-03-06", "2024-03-06"),
    ("Iran fired missiles on Tuesday (Jan 16).", "Tuesday (Jan 16)", "2024-01-16", "2024-01-16"),
    ("The editorial of Thursday, Jan. 18, praised him.", "Thursday, Jan. 18", "2024-01-18", "2024-01-18"),
    ("Gunmen killed 11 officers in December.", "December", "2023-12-01", "2023-12-31"),
    ("Gunmen killed 11 officers in December last year.", "December last year", "2023-12-01", "2023-12-31"),
    ("Elections will be held in April.", "April", "2024-04-01", "2024-04-30"),
    ("He was killed last October.", "last October", "2023-10-01", "2023-10-31"),
    ("Elian was found in late November.", "in late November", "2023-11-01", "2023-11-30"),
    ("They met on January 14-16.", "January 14-16", "2024-01-14", "2024-01-16"),
    # weekdays
    ("Pakistan struck back on Thursday.", "Thursday", "2024-01-18", "2024-01-18"),
    ("Iran fired missiles on Tuesday.", "Tuesday", "2024-01-16", "2024-01-16"),
    ("The minister said Friday that he had resigned.", "Friday", "2024-01-12", "2024-01-12"),
    ("Unions called for a strike on Friday.", "Friday", "2024-01-19", "2024-01-19"),
    ("The party called for calm on Friday.", "Friday", "2024-01-12", "2024-01-12"),
    ("Leaders announced new protests for Friday.", "Friday", "2024-01-19", "2024-01-19"),
    ("The council will meet on Monday.", "Monday", "2024-01-22", "2024-01-22"),
    ("The council is expected to meet on Monday.", "Monday", "2024-01-22", "2024-01-22"),
    ("A march is planned for Saturday.", "Saturday", "2024-01-20", "2024-01-20"),
    ("Rebels attacked the post on Wednesday night.", "Wednesday night", "2024-01-17", "2024-01-17"),
    ("Rebels attacked the post last Thursday.", "last Thursday", "2024-01-11", "2024-01-11"),
    ("The envoy returns next Tuesday.", "next Tuesday", "2024-01-23", "2024-01-23"),
    ("Rebels attacked the post last Wednesday.", "last Wednesday", "2024-01-10", "2024-01-10"),
    ("Rebels attacked the post on Thursday last.", "Thursday last", "2024-01-11", "2024-01-11"),
    ("Two guards are missing after an ambush on Tuesday.", "Tuesday", "2024-01-16", "2024-01-16"),
    ("On Tuesday, guards could be seen at the gate.", "Tuesday", "2024-01-16", "2024-01-16"),
    ("He said it could be revenge for a raid that killed nine rebels near Goma on Monday.", "Monday", "2024-01-15", "2024-01-15"),
    ("The president ordered the army to hold the pass through Saturday.", "Saturday", "2024-01-20", "2024-01-20"),
    ("The group asked the state to fund guards by the end of December.", "the end of December", "2024-12-01", "2024-12-31"),
    ("The governor, who leaves office on October 1, refused.", "October 1", "2024-10-01", "2024-10-01"),
    ("Elections are to be held on November 9.", "November 9", "2024-11-09", "2024-11-09"),
    # relative to publication
    ("The army said today that it had withdrawn.", "today", "2024-01-18", "2024-01-18"),
    ("The blast killed two people yesterday.", "yesterday", "2024-01-17", "2024-01-17"),
    ("The talks resume tomorrow.", "tomorrow", "2024-01-19", "2024-01-19"),
    ("Rebels shelled the town last night.", "last night", "2024-01-17", "2024-01-17"),
    ("Rebels shelled the town overnight.", "overnight", "2024-01-17", "2024-01-18"),
    ("Troops killed 30 rebels during the past two days.", "the past two days", "2024-01-16", "2024-01-18"),
    ("Troops repelled nine attacks over the past 24 hours.", "the past 24 hours", "2024-01-17", "2024-01-18"),
    ("Strikes killed 40 people in the past week.", "the past week", "2024-01-11", "2024-01-18"),
    ("Raids went on over the last three nights.", "the last three nights", "2024-01-15", "2024-01-18"),
    ("Troops crossed the border early this morning.", "this morning", "2024-01-18", "2024-01-18"),
    ("The attack was claimed last month.", "last month", "2023-12-01", "2023-12-31"),
    ("Bombs killed 90 people earlier this month.", "earlier this month", "2024-01-01", "2024-01-31"),
    ("Iran struck Iraq earlier this week.", "earlier this week", "2024-01-15", "2024-01-21"),
    ("Troops raided a camp on Tuesday last week and killed five men.", "Tuesday last week", "2024-01-09", "2024-01-09"),
    ("Iran struck Iraq last week.", "last week", "2024-01-08", "2024-01-14"),
    ("It happened over the weekend.", "over the weekend", "2024-01-13", "2024-01-14"),
    ("The pact was signed last year.", "last year", "2023-01-01", "2023-12-31"),
    ("He was killed last fall.", "last fall", "2023-09-01", "2023-11-30"),
    ("She fled three days ago.", "three days ago", "2024-01-15", "2024-01-15"),
    ("She fled two weeks ago.", "two weeks ago", "2024-01-01", "2024-01-07"),
    ("She fled six months ago.", "six months ago", "2023-07-01", "2023-07-31"),
    ("She fled 41 years ago.", "41 years ago", "1983-01-01", "1983-12-31"),
    ("Profits fell in the fourth quarter.", "fourth quarter", "2023-10-01", "2023-12-31"),
    ("Shops closed on Christmas Day.", "Christmas Day", "2023-12-25", "2023-12-25"),
    # counted from what the text named before
    ("Gunmen struck on January 3. Two days later they struck again.", "Two days later", "2024-01-05", "2024-01-05"),
    ("Jets struck on Thursday. Iran had struck two days prior.", "two days prior", "2024-01-16", "2024-01-16"),
    ("Jets struck on Tuesday. The next day envoys left.", "The next day", "2024-01-17", "2024-01-17"),
    ("Jets struck on Tuesday. Later that day envoys left.", "Later that day", "2024-01-16", "2024-01-16"),
    ("He fled in June 1998 and returned later that year.", "later that year", "1998-01-01", "1998-12-31"),
    ("The blast occurred at 10:35 a.m. (0735 GMT) Tuesday.", "at 10:35 a.m. (0735 GMT) Tuesday", "2024-01-16", "2024-01-16"),
    ("Sales rose in the third quarter from a year earlier.", "a year earlier", "2022-07-01", "2022-09-30"),
]

NOT_DATES = [
    "He may go home.",
    "The army began its march to the coast.",
    "About 1950 houses burned, and 2000 soldiers fled.",
    "Theresa May resigned.",
    "Bloody Sunday is remembered in songs.",
    "They protest every Friday.",
    "He spoke to USA Today.",
    "The watchmen saw them at 2030 near the fence.",
    "Music of the 1980s was played.",
    "Release 2011-11-S-034 was withdrawn.",
    "They reached Fayez Jan's house.",
    "She lived at 1935 Orchard Street.",
    "The fleet was destroyed on March 10, 241 BC.",
]


@pytest.mark.parametrize(("sentence", "expression", "start", "end"), CASES, ids=[case[0] for case in CASES])
def test_days(read: Read, sentence: str, expression: str, start: str, end: str) -> None:
    found = {mention.evidence: mention for mention in find_dates(read(sentence, THURSDAY))}
    assert expression in found
    assert (str(found[expression].date_start), str(found[expression].date_end)) == (start, end)


@pytest.mark.parametrize("sentence", NOT_DATES)
def test_what_only_looks_like_a_date(read: Read, sentence: str) -> None:
    assert find_dates(read(sentence, THURSDAY)) == []


@pytest.mark.parametrize("sentence", [case[0] for case in CASES])
def test_spans_are_the_evidence(read: Read, sentence: str) -> None:
    for mention in find_dates(read(sentence, THURSDAY)):
        assert sentence[mention.span_start : mention.span_end] == mention.evidence
        assert (mention.date_start is None) == (mention.date_end is None) == (mention.date_precision is None)
        assert mention.date_start is None or mention.date_end is None or mention.date_start <= mention.date_end


def test_an_entry_of_a_live_blog_is_of_the_day_of_the_blog(read: Read) -> None:
    text = "17:05 GMT\nShells fell on the port.\n09:20 GMT\nThe first strikes, on Monday, hit a depot.\n07:02 GMT\nA camp was hit."
    found = {mention.evidence: str(mention.date_start) for mention in find_dates(read(text, THURSDAY))}
    assert found == {"17:05 GMT": "2024-01-18", "09:20 GMT": "2024-01-18", "Monday": "2024-01-15", "07:02 GMT": "2024-01-18"}


def test_two_days_in_one_breath_are_two_mentions(read: Read) -> None:
    found = find_dates(read("They met on April 24 and 25, 2023.", THURSDAY))
    assert [(mention.evidence, str(mention.date_start)) for mention in found] == [("April 24", "2023-04-24"), ("25, 2023", "2023-04-25")]
