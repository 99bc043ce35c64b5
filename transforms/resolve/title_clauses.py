"""What somebody agrees, offers, vows or threatens to do, in the words of the text: "China offers to mediate"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.resolve.profile import Row

# How a title tells each, by how the trigger begins.
VERBS = {
    "AGREE": {"agree": "agrees", "vow": "vows", "pledg": "pledges", "promis": "promises", "offer": "offers", "volunteer": "offers"},
    "THREATEN": {"threaten": "threatens", "vow": "vows", "pledg": "vows", "promis": "vows"},
}
TO = re.compile(r"(?: [A-Z]\w+| on \w+)? to (?!(?:the|a|an|its|his|her|their|both|all)\b)(?=[a-z])")
# Where what is to be done ends and its time, reason or manner begins.
END = re.compile(
    r",(?!\d)|\.(?=\s*$|\s+[\"“A-Z])|[;:()\"“”]"
    r"| (?:after|before|because|as|while|when|if|unless|until|by|following|amid|despite|in return|in exchange|in response|that"
    r"|next|last|this|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
LONGEST = 60
# Whom these mean stands in another sentence.
UNTOLD = re.compile(r"\b(?:it|them|they|him|her|his|its|their|so|this|that|do)\b")


def clause_of(event_type: str, rows: Sequence[Row]) -> tuple[str, str] | None:
    """Return the verb of a title and the words after it ("offers", "to mediate") where the mentions of an event give them, or None."""
    for row in rows:
        words = row["trigger"].lower()
        verb = next((verb for stem, verb in VERBS.get(event_type, {}).items() if words.startswith(stem) and " " not in words), None)
        if verb is None or row["stance"] != "asserted":
            continue
        rest = row["evidence"][row["trigger_end"] - row["span_start"] :]
        opening = TO.match(rest)
        if opening is None:
            continue
        said = END.split(rest[opening.end() :], maxsplit=1)[0].strip()
        if said and not UNTOLD.search(said):
            return verb, f"to {said if len(said) <= LONGEST else said[:LONGEST].rsplit(' ', 1)[0] + ' ...'}"
    return None
