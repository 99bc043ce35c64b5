"""A claim while its article is still being read: the harm, what its words say of the people, and its ties to other claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import lemma_of, word_set
from transforms.casualties.names import is_name, is_title_case
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.people import Description, age_of, describe
from transforms.casualties.victims import PERSONAL, SHARES, Victims
from transforms.events.themes import theme_of
from transforms.parse import ParsedArticle, Sentence
from transforms.records import Attribution, DateMention, EventMention, Place
from transforms.tokens import Token

# Nouns that fit anybody: "the victim" may be the officer told of before, "the officer" is not the gunman.
GENERAL = word_set(
    "person people victim man woman male female other individual adult dead wounded injured body life one suspect driver resident"
    " fatality death casualty corpse he she him her they them himself herself who passenger member"
)


SEXED = word_set("man woman male female")


@dataclass(slots=True, eq=False)
class Draft:
    """One claim in the making. `repeats`: the claim that told it first; `whole`: the claim it is a part of.

    `is_event_own`: its own sentence tells of the event; `is_apart`: it is of none of the article's events.
    `is_preceding`: of a deed that only dates the one told of. `news_day`: of a headline, the first day that the text under it tells.
    `is_placed`: its own clause says where, `where` in which place. `retold_with`, `retold_by`: a better event, and who, that tell it again.
    `is_partial`: a number of only some of those harmed. `meant`: the names of the person whom a pronoun stands for; `is_meant_here`: its
    own sentence has no other person for it.
    `is_former`: told as what was said before ("officials had initially put the toll at 40"); `revises`: the former claim it replaces.
    `stands_for`: the people of the noun phrase that a pronoun takes up, whom no claim tells of."""

    harm: Harm
    sentence: Sentence
    outcome: str
    noun: str
    description: Description
    names: frozenset[str]
    age: int | None
    meant: frozenset[str] = frozenset()
    is_meant_here: bool = False
    event: EventMention | None = None
    is_event_own: bool = False
    retold_with: EventMention | None = None
    retold_by: str | None = None
    is_apart: bool = False
    is_preceding: bool = False
    day: DateMention | None = None
    news_day: date | None = None
    said: Attribution | None = None
    is_aggregate: bool = False
    is_former: bool = False
    is_placed: bool = False
    where: Place | None = None
    is_dropped: bool = False
    is_partial: bool = False
    repeats: Draft | None = None
    revises: Draft | None = None
    whole: Draft | None = None
    parts: list[Draft] = field(default_factory=list)
    stands_for: Victims | None = None

    @property
    def number(self) -> int | None:
        """The number the claim stands for: best, else the lower bound; None for a vague one."""
        count = self.harm.count
        if count.qualifier == "vague":
            return None
        return count.best if count.best is not None else count.low

    @property
    def is_definite(self) -> bool:
        """Whether the words point back ("the two men", "he")."""
        return self.harm.victims is not None and self.harm.victims.is_definite

    @property
    def points_back(self) -> bool:
        """Whether the words can only mean people told of before: definite, and not as somebody's ("her two children")."""
        victims = self.harm.victims
        return victims is not None and victims.is_definite and not any(child.dep_ == "nmod:poss" for child in victims.head.children)

    @property
    def last_name(self) -> str | None:
        """The last word of a victim's name, None where there is none."""
        victims = self.harm.victims
        if victims is None:
            return None
        words = [token.lower_ for token in victims.head.doc[victims.first : victims.last + 1] if token.lower_ in self.names]
        beside = [] if words else [token for token in victims.head.subtree if token.lower_ in self.names]  # "his wife, Rana Haddad"
        return words[-1] if words else max(beside, key=lambda token: token.i).lower_ if beside else None

    @property
    def is_headline(self) -> bool:
        """Whether the claim stands in the article's first line, which ends without a stop."""
        return self.sentence.index == 0 and not self.sentence.text.rstrip("\"'").endswith((".", "!", "?"))

    @property
    def is_share(self) -> bool:
        """Whether the words tell of some of a group ("one of the women")."""
        return self.harm.victims is not None and self.harm.victims.is_share

    @property
    def is_general(self) -> bool:
        """Whether the noun fits anybody."""
        return (
            (self.noun in GENERAL and not (self.noun in SEXED and self._is_of_a_people()))
            or self.harm.victims is None
            or (self.noun in SHARES and self.noun != "another")
            or has_digit_or_number_word(self.noun)
        )

    @property
    def has_noun(self) -> bool:
        """Whether a noun says who they are ("a barefoot man"), no number or pronoun alone."""
        return self.harm.victims is not None and self.harm.victims.head.pos_ == "NOUN"

    def _is_of_a_people(self) -> bool:
        """Whether a capitalised word says which men or women they are ("16 Fulani men")."""
        victims = self.harm.victims
        words = victims.head.doc[victims.first : victims.head.i] if victims is not None and self.number != 1 else ()
        return any(word.text[0].isupper() and word.i > word.sent.start and not is_title_case(word.sent) for word in words)

    @property
    def claimant(self) -> str | None:
        """Who claims it, by id or by name; None for the article itself."""
        if self.said is None:
            return None
        return self.said.source_actor.actor_id if self.said.source_actor is not None else self.said.source_text

    def put_under(self, whole: Draft) -> None:
        """Make this a part of a claim of its own sentence: of its event, and of its kind of people where the words leave that open."""
        self.whole, self.event = whole, whole.event
        whole.parts.append(self)
        if self.description.group == "unknown":
            self.description = replace(self.description, group=whole.description.group)

    def root(self) -> Draft:
        """Return the claim that told these people first."""
        step = self
        while step.repeats is not None:
            step = step.repeats
        return step


def counts_whom(draft: Draft) -> bool:
    """Return whether the words count people of the same sentence ("one of whom")."""
    victims = draft.harm.victims
    return victims is not None and any(token.lower_ == "whom" for token in victims.head.doc[victims.last + 1 : victims.last + 3])


def draft_of(harm: Harm, sentence: Sentence) -> Draft:
    """Return the draft of one harm, with the names, age and kind of its people."""
    victims = harm.victims
    doc = sentence.span.doc
    if victims is None:
        return Draft(harm, sentence, harm.outcome, "", describe(doc, None), frozenset(), None)
    noun = victims.head.lower_ if victims.head.lower_ in PERSONAL else lemma_of(victims.head)
    return Draft(harm, sentence, harm.outcome, noun, describe(doc, victims), _names(harm), age_of(victims))


def _names(harm: Harm) -> frozenset[str]:
    """Return the proper names of a single victim in lower case, those in apposition too ("police officer Sean Bolton")."""
    victims = harm.victims
    if victims is None or harm.count.best != 1 or is_title_case(victims.head.sent):
        return frozenset()
    head = victims.head
    named: list[Token] = []
    if is_name(head):
        named = [head, *(child for child in head.children if child.dep_ in ("flat", "compound") and is_name(child))]
    for child in head.children:
        if child.i > head.i and child.dep_ in ("appos", "flat", "nmod:desc", "compound") and is_name(child):
            named += [child, *(name for name in child.children if name.dep_ in ("flat", "compound") and is_name(name))]
    if named:
        named += [token for token in victims.head.doc[head.i + 1 : victims.last + 1] if is_name(token)]
    return frozenset(token.lower_ for token in named if len(token.text) > 2 and not token.text.endswith("."))


def names_by_root(told: Sequence[Draft]) -> dict[int, frozenset[str]]:
    """Return the names that the people of each claim go by, in it and wherever they are told again, by identity of the claim."""
    names: dict[int, frozenset[str]] = {}
    for draft in told:
        if draft.names:
            root = id(draft.root())
            names[root] = names.get(root, frozenset()) | draft.names
    return names


def says_other(draft: Draft) -> bool:
    """Return whether the words set people beside those told before ("seven others")."""
    victims = draft.harm.victims
    return victims is not None and any(token.lower_ in ("other", "others") for token in victims.head.doc[victims.first : victims.last + 1])


def in_earnest(drafts: Sequence[Draft], parsed: ParsedArticle) -> list[Draft]:
    """Return the claims without those that retell the plot of a film, in the present tense, or tell of players hurt in a game."""
    theme = theme_of(parsed) if drafts else None
    return [draft for draft in drafts if not _is_of_theme(theme, draft)]


def _is_of_theme(theme: str | None, draft: Draft) -> bool:
    if theme == "sport":
        return draft.outcome == "injured" and draft.event is None
    trigger = draft.harm.trigger
    helpers = [t for t in trigger.children if t.dep_ == "aux:pass"]
    return theme == "stage" and any("Pres" in word.morph.get("Tense", []) for word in helpers or [trigger])
