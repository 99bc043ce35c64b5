"""Who a speaker is: the name resolved over the article, the role and the affiliation that stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.actors.index import ActorIndex
from transforms.attribution.sources import RELATIVE, source_of
from transforms.parse import ParsedArticle, end_of, start_of
from transforms.records import Actor, Attribution

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "his", "her", "their", "him", "them", "who", "it"})
HONORIFIC = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Professor)\.?\s+)+")
FULL_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s+[\"“‘][^\"”’]+[\"”’])?(?:\s+(?:al-|el-|bin|ibn|abu|de|von|van|ul|ur)?\s*[A-Z][\w’'.-]+)+")
# "project director of Iran at the International Crisis Group": the employer stands after the strongest preposition
EMPLOYER = re.compile(r"^(?P<role>.+?)\s+(?:at|with|for|of|in)\s+(?P<body>(?:the\s+|an?\s+)?(?:[\w-]+\s+)?[A-Z].*)$")
STRONG_EMPLOYER = re.compile(r"^(?P<role>.+?)\s+(?:at|with)\s+(?P<body>(?:the\s+|an?\s+)?(?:[\w-]+\s+)?[A-Z].*)$")
# An age beside a name ("Mapendo, 29") is no role; "The mayor of Morales, Oscar Guachetá" has the role first.
AGE = re.compile(r"^\d{1,3}(?:,\s*|$)")
AGED = re.compile(r"^(?:(?:the|an?)\s+)?(?:[\w-]+-year-old)\s+(?=\w)", re.IGNORECASE)
# "in a message read by the cardinal" and "seven of the wounded" are no roles
NOT_A_ROLE = re.compile(r"^(?:in|at|on|by|with|from|after|during|who|which|\w+ of the)\b")
# "UNIFIL Head of Mission": the body stands before the role, without an owner's mark
OFFICE = re.compile(r"^(?P<owner>[A-Z]{3,}(?:-[A-Z]+)?)\s+(?P<role>[A-Za-z]+\s+of\s.*|[a-z]+)$")
DESCRIBED = re.compile(r"^(?:The|An?)\s+[a-z]")
OWNER = re.compile(r"^(?P<owner>(?:the\s+)?[A-Z][\w. -]*?)(?:'s|’s|s'|s’)\s+(?P<role>[a-z].*)$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the span as written, the resolved name, the role and the affiliation (None where the text does not say)."""

    start: int
    end: int
    name: str
    role: str | None = None
    affiliation_text: str | None = None
    affiliation_actor: Actor | None = None
    actor: Actor | None = None


class Speakers:
    """The speakers of one article, resolved in the order in which they speak."""

    def __init__(self, parsed: ParsedArticle, actors: ActorIndex) -> None:
        """Take the parsed article and its actor mentions."""
        self._parsed = parsed
        self._actors = actors
        self._by_head: dict[str, str] = {}  # last word of a name or of "the ministry", to the name it stood for
        self._last_person: str | None = None

    def of(self, item: Attribution) -> Speaker:
        """Return the speaker of an attribution that has a source."""
        assert item.source_start is not None and item.source_end is not None and item.source_text is not None  # noqa: S101
        start, end = self._relative(item) or (item.source_start, item.source_end)
        actor = item.source_actor or self._matrix_actor(item)
        name = self._name(item.source_text, actor)
        is_person = actor is None or actor.kind == "person"
        role, body = role_and_body(item.source_text) if is_person else (None, None)
        if actor is not None and actor.kind == "person" and role is None:
            role = actor.role
        body_actor = None
        if body is not None:
            at = item.source_start + item.source_text.index(body)
            mention = self._actors.at(at, at + len(body))
            body_actor = mention.actor if mention is not None else None
        self._remember(item.source_text, name)
        return Speaker(start, end, name, role, body, body_actor, actor)

    def _relative(self, item: Attribution) -> tuple[int, int] | None:
        """Return the span of the relative pronoun that is the cue's own subject ("Mir, who said"), as written beside the speech."""
        token = self._parsed.token_at(item.cue_start)
        if token is None:
            return None
        pronoun = next((t for t in token.children if t.dep_ == "nsubj" and t.lower_ in RELATIVE and t.i < token.i), None)
        return (start_of(pronoun), end_of(pronoun)) if pronoun is not None else None

    def _matrix_actor(self, item: Attribution) -> Actor | None:
        """Return the actor that is the subject of the clause around "what it called ...", which its pronoun stands for."""
        if item.source_text not in ("it", "they"):
            return None
        token = self._parsed.token_at(item.cue_start)
        for verb in token.ancestors if token is not None else ():
            source = source_of(verb) if verb.pos_ == "VERB" else None
            if source is not None and start_of(source) != item.source_start:
                mention = self._actors.by_head(start_of(source))
                return mention.actor if mention is not None else None
        return None

    def _name(self, text: str, actor: Actor | None) -> str:
        first, _, rest = text.partition(", ")
        if DESCRIBED.match(first) and FULL_NAME.fullmatch(rest) and (actor is None or actor.kind != "person"):
            return rest
        if actor is not None and (text.lower() in PRONOUNS or actor.kind == "person" or _shares_word(text, actor)):
            return actor.name
        if text.lower() in PRONOUNS:
            return self._last_person or text
        bare = HONORIFIC.sub("", text)
        full = _person_in(bare)
        if full is not None:
            return full
        known = self._by_head.get(_head_word(bare))
        if known is not None and (len(bare.split()) == 1 or text.lower().startswith("the ")):
            return known
        return bare

    def _remember(self, text: str, name: str) -> None:
        self._by_head[_head_word(name)] = name
        if not FULL_NAME.fullmatch(name):
            self._by_head.setdefault(_head_word(text), name)
        elif text.lower() not in PRONOUNS:
            self._last_person = name


def role_and_body(text: str) -> tuple[str | None, str | None]:
    """Return the role and the affiliation in a speaker's phrase, from an apposition, a title or an owner; None where unsaid."""
    first, _, rest = text.partition(",")
    rest = AGE.sub("", rest.strip())
    if rest:
        is_named_after = rest[:1].isupper() and (first[:1].islower() or DESCRIBED.match(first) is not None)
        described = first if is_named_after or OWNER.match(first) else rest
        described = described.split(", a ")[0].split(", an ")[0].strip(" ,")
    else:
        described = first
        if not OWNER.match(first):
            return None, None
    described = AGED.sub("", described)
    if FULL_NAME.fullmatch(described) or NOT_A_ROLE.match(described):
        return None, None
    owner = OWNER.match(described) or (OFFICE.match(described) if described is not first else None)
    if owner is not None:
        role = owner["role"] if owner.re is OFFICE else re.split(r"\s+(?=[A-Z])", owner["role"], maxsplit=1)[0]
        return _without_article(role), owner["owner"]
    if described is first:
        return None, None
    employer = STRONG_EMPLOYER.match(described) or EMPLOYER.match(described)
    if employer is not None:
        return _without_article(employer["role"]), employer["body"].split(", ")[0]
    return _without_article(described.split(", ")[0]), None


def _without_article(role: str) -> str:
    return re.sub(r"^(?:the|an?)\s+|\s+(?:until|since|from|in|of|for)(?:\s+[A-Z]\w*)?$", "", role)


def _person_in(text: str) -> str | None:
    """Return the full name that begins a phrase, or None."""
    first = text.partition(",")[0]
    return first if FULL_NAME.fullmatch(first) else None


def _head_word(text: str) -> str:
    words = re.findall(r"[\w’'-]+", text.partition(",")[0])
    return words[-1].lower() if words else ""


def _shares_word(text: str, actor: Actor) -> bool:
    words = {word.lower() for word in re.findall(r"\w+", text)}
    names = {word.lower() for name in (actor.name, *actor.aliases) for word in re.findall(r"\w+", name)}
    return bool(words & names) and len(words) <= len(re.findall(r"\w+", actor.name)) + 2
