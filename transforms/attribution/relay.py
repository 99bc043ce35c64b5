"""Who relayed the words: "told Reuters", "in an interview with CNN", "state media, citing a local official"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from transforms.attribution.cues import verb_cue
from transforms.attribution.names import phrase
from transforms.attribution.sources import source_of
from transforms.attribution.voice import is_passive
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# what news organisations call themselves, and what the press is called
SHAPES = (
    r"\w*(?:News|Times|Post|Journal|Herald|Tribune|Guardian|Gazette|Chronicle|Globe|Telegraph|Magazine|Radio|TV|Television|Channel|Press"
    r"|Tonight|Today|Network)|newspapers?|newswires?|news (?:agenc(?:y|ies)|websites?|outlets?)|broadcasters?|reporters?|journalists?|media"
    r"|magazines?|television|radio|(?:news|press) conference|podcast|newsletter"
)


@cache
def media_pattern() -> re.Pattern[str]:
    """Return the pattern of news organisations: the agencies and publishers of the seeds, and the shapes of such names."""
    names = [row["pattern"] for row in read_seed("agencies")]
    for row in read_seed("publishers"):
        if not row["is_plain_word"]:
            names += [re.escape(name) for name in (row["name"], *row["aliases"].split("|")) if name]
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))}|{SHAPES})(?!\w)")


TALK = frozenset({"interview", "phone", "call", "statement", "conference", "email", "post", "message", "appearance", "show"})


@lru_cache(maxsize=20_000)
def is_media(text: str) -> bool:
    """Return whether a noun phrase names a news organisation or the press."""
    return media_pattern().search(text) is not None


def via_of(verb: Token) -> Token | None:
    """Return the head of the news organisation that heard and relays the words of a cue verb, or None."""
    for child in verb.children:
        if child.dep_ in ("obj", "iobj", "obl") and child.i > verb.i:
            if (child.dep_ != "obl" and is_media(child.text)) or (child.dep_ == "obl" and _heard(child)):
                return child
            inner = next((t for t in child.children if t.dep_ == "nmod" and child.lower_ in TALK and _is_media_phrase(t)), None)
            if inner is not None:
                return inner
            if child.dep_ in ("obj", "iobj") and _is_media_phrase(child):
                return child
    return None


def cited_source(verb: Token, source: Token | None = None) -> Token | None:
    """Return whom a relay cites: the object of citing or quoting that hangs on a cue verb or its subject, or follows its source
    ("According to TASS, citing the ministry"), or None."""
    if source is not None:
        last = max([source.i, *(t.i for t in source.children if t.dep_ in ("appos", "flat") and t.i == source.i + 1)])
        behind = [t for t in source.doc[last + 1 : last + 3] if not t.is_punct]
        cue = verb_cue(behind[0]) if behind else None
        if cue is not None and cue.polarity == "cites" and behind[0].lower_.endswith("ing"):
            return next((t for t in behind[0].children if t.dep_ == "obj"), None)
        return None
    near = [*verb.children, *(child for t in verb.children if t.dep_ == "nsubj" for child in t.children)]
    for token in near:
        cue = verb_cue(token)
        if cue is not None and cue.polarity == "cites" and token.dep_ in ("advcl", "acl", "acl:relcl"):
            return next((t for t in token.children if t.dep_ == "obj"), None)
    return None


def quoted_by(verb: Token) -> Token | None:
    """Return the relay of "X was quoted by Y as saying" for the verb "saying", or None."""
    head = verb.head
    cue = verb_cue(head) if head != verb else None
    if cue is None or cue.polarity != "cites":
        return None
    return next((t for t in head.children if t.dep_ == "obl:agent"), None) if is_passive(head) else source_of(head)


def _heard(child: Token) -> bool:
    """Return whether an oblique names the press as hearer: "to Reuters", "with CNN"."""
    preposition = next((t.lower_ for t in child.children if t.dep_ == "case"), "")
    return preposition in ("to", "with", "by", "on") and _is_media_phrase(child)


def _is_media_phrase(head: Token) -> bool:
    start, end = phrase(head)
    offset = head.doc.start
    return is_media(head.doc.text[start - offset : end - offset])
