"""What somebody agrees, offers, vows or threatens to do, in the words of the text: "China offers to mediate"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.resolve.profile import Row
from transforms.resolve.titles import shortened

# How a title tells each, by how the trigger begins.
VERBS = {
    "AGREE": {"agree": "agrees", "vow": "vows", "pledg": "pledges", "promis": "promises", "offer": "offers", "volunteer": "offers"},
    "REQUEST": {"urg": "urges", "ask": "asks", "press": "presses"},
    "THREATEN": {"threaten": "threatens", "vow": "vows", "pledg": "vows", "promis": "vows"},
}
TO = re.compile(r"(?: [A-Z]\w+| on \w+)? to (?!(?:the|a|an|its|his|her|their|both|all)\b)(?=[a-z])")
# Where what is to be done ends and its time, reason or manner begins.
END = re.compile(
    r",(?!\d)|\.(?=\s*$|\s+[\"“A-Z])|[;:()\"“”]"
    r"| (?:after|before|because|as|while|when|if|unless|until|by|following|amid|despite|in return|in exchange|in response|that"
    r"|next|last|this|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# Who is asked stands in another sentence ("urged them to ..."); "its citizens" are the asker's.
ELSEWHERE = re.compile(r" (?:it|them|him|her|both)")
# What is asked of nobody in particular.
FOR = re.compile(r"(call|appeal|ask|plead)(?:ed|s|ing)? for\b")
# Whom these mean stands in another sentence.
UNTOLD = re.compile(r"\b(?:it|them|they|him|her|his|its|their|so|this|that|do)\b")


def clause_of(event_type: str, rows: Sequence[Row]) -> tuple[str, str] | None:
    """Return the verb of a title and the words after it ("offers", "to mediate") where the mentions of an event give them, or None."""
    for row in rows:
        words = row["trigger"].lower()
        if event_type == "REQUEST" and (asked_for := FOR.match(words)) is not None and row["stance"] == "asserted":
            after = row["trigger_end"] - len(words) + asked_for.end() - row["span_start"]
            thing = END.split(row["evidence"][after:], maxsplit=1)[0].strip()
            if thing and not UNTOLD.search(thing):
                return f"{asked_for[1]}s for", shortened(thing)
        verb = next((verb for stem, verb in VERBS.get(event_type, {}).items() if words.startswith(stem) and " " not in words), None)
        if verb is None or row["stance"] != "asserted":
            continue
        rest = row["evidence"][row["trigger_end"] - row["span_start"] :]
        asked = f" {row['target_text']}" if event_type == "REQUEST" and row["target_text"] else ""
        opening = TO.match(rest.removeprefix(asked))
        if opening is None or not rest.startswith(asked) or ELSEWHERE.fullmatch(asked):
            continue
        said = END.split(rest[len(asked) + opening.end() :], maxsplit=1)[0].strip()
        if said and not UNTOLD.search(said):
            whom = f"{asked[1:]} " if asked else ""
            return verb, f"{whom}to {shortened(said)}"
    return None
