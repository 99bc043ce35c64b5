"""Which event a claim belongs to: by syntax first, then the nearest fitting mention in its sentence, then what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of
from transforms.events.relevance import DEFINITE
from transforms.events.word_classes import classes_of
from transforms.parse import ParsedArticle, Sentence, start_of
from transforms.records import EventMention, Place
from transforms.tokens import Token

FITTING = {
    "detained": ("COERCE", "ASSAULT"),
    "abducted": ("COERCE", "ASSAULT"),
    "displaced": ("ASSAULT", "COERCE", "RETREAT"),
}
# What people are harmed in where no attack is told ("besieged the town, leaving 1,100 people dead").
AROUND_HARM = ("COERCE", "PROTEST")
# What goes on for days and is no single deed.
LASTING = frozenset(
    {"protest", "demonstration", "unrest", "riot", "war", "conflict", "insurgency", "rebellion", "violence", "crisis", "campaign", "rally"}
)
BODIES = frozenset({"body", "corpse", "remains", "skeleton"})
VIOLENT = ("killed", "injured", "casualties")
# Nobody was harmed in what is only tried, planned or threatened.
UNDONE = ("hypothetical", "planned", "threatened")
REACH = 12


class EventIndex:
    """The event mentions of one article, by sentence and by word."""

    def __init__(self, parsed: ParsedArticle, events: Sequence[EventMention]) -> None:
        self._by_sentence: dict[int, list[EventMention]] = {}
        self._by_offset: dict[int, list[EventMention]] = {}
        done = [mention for mention in events if mention.stance not in UNDONE]
        for mention in sorted(done, key=lambda event: (event.trigger_start, event.trigger_end, event.event_type)):
            self._by_sentence.setdefault(mention.sentence_index, []).append(mention)
            for offset in range(mention.trigger_start, mention.trigger_end):
                self._by_offset.setdefault(offset, []).append(mention)
        self._paragraphs = {sentence.index: sentence.paragraph for sentence in parsed.sentences}

    def event_here(self, harm: Harm, sentence: Sentence) -> EventMention | None:
        """Return the event mention of a harm's own sentence that it belongs to, or None when none there fits."""
        return self._by_syntax(harm) or self._nearest(harm, sentence) or self._around(harm)

    def _at(self, token: Token, outcome: str, types: tuple[str, ...] = ("ASSAULT",)) -> EventMention | None:
        fitting = FITTING.get(outcome, types)
        found = [event for event in self._by_offset.get(start_of(token), []) if event.event_type in fitting]
        return found[0] if found else None

    def _by_syntax(self, harm: Harm, types: tuple[str, ...] = ("ASSAULT",)) -> EventMention | None:
        """Return the event of the word of harm itself, else of its clause: subject, place in "in an attack", noun of "which killed"."""
        trigger = harm.trigger
        own = self._at(trigger, harm.outcome, types) if harm.count.best != 0 else None  # "he was not hurt" is no deed
        if own is not None:
            return own
        for token in _clause(trigger):
            found = self._at(token, harm.outcome, types)
            if found is not None and not _takes(found, harm):
                return found
        return None

    def _around(self, harm: Harm) -> EventMention | None:
        """Return the siege, raid or march in whose telling people are harmed by nobody else, or None."""
        doers = [t for t in harm.trigger.children if t.dep_ == "nsubj" and (harm.victims is None or t.i != harm.victims.head.i)]
        if doers or harm.trigger.pos_ == "NOUN" or harm.is_suicide:
            return None  # "tensions over the deaths of two brothers" tells of no siege
        if any(t.dep_ == "mark" and t.lower_ in ("for", "of", "after") for t in harm.trigger.children):
            return None  # nor is "arrested for killing six priests" the killing
        around = self._by_syntax(harm, AROUND_HARM)
        return None if around is not None and around.event_mode == "arrest" and _is_what_led_to(harm.trigger) else around

    def _nearest(self, harm: Harm, sentence: Sentence) -> EventMention | None:
        fitting, at = FITTING.get(harm.outcome, ("ASSAULT",)), start_of(harm.trigger)
        here = [
            event
            for event in self._by_sentence.get(sentence.index, [])
            if event.event_type in fitting
            and not _is_told_of_others(event, harm, sentence)
            and not (harm.count.best == 0 and event.trigger_start == at)
        ]
        return min(here, key=lambda event: (_takes(event, harm), abs(event.trigger_start - at), event.trigger_start), default=None)

    def event_around(self, harm: Harm, sentence: Sentence, where: Place | None) -> EventMention | None:
        """Return the last fitting event told in the sentences before, or, from the first sentences on, the next one told; one in the place
        that the clause names (`where`) before others.

        An abduction is taken only where nothing else in reach kills or wounds."""
        clause = (harm.trigger, harm.trigger.head)  # "have left at least 22 people dead"
        if any(t.dep_ == "nsubj" and t.lemma_.lower() in LASTING for verb in clause for t in verb.children):
            return None  # "The protests have left at least 22 people dead"
        if is_of_untold_deed(harm):
            return None
        before = range(sentence.index - 1, max(-1, sentence.index - 1 - REACH), -1)
        # Whose bodies were found died before what is told next.
        after = range(sentence.index + 1, sentence.index + (1 if _is_of_bodies(harm) else 4))
        for indexes in (before, after):
            told = [event for index in indexes for event in self._told_in(index, harm)]
            if told:
                return min(told, key=lambda event: (_takes(event, harm), where is None or event.place != where))
        return None

    def _told_in(self, index: int, harm: Harm) -> list[EventMention]:
        fitting = FITTING.get(harm.outcome, ("ASSAULT", "COERCE") if harm.count.best == 0 else ("ASSAULT",))
        here = [event for event in self._by_sentence.get(index, []) if event.event_type in fitting and not event.is_general]
        if harm.count.best == 0:
            here = [event for event in here if event.stance != "denied"]
        return sorted(here, key=lambda event: _takes(event, harm))


def _is_told_of_others(event: EventMention, harm: Harm, sentence: Sentence) -> bool:
    """Return whether a relative clause tells of a deed that other people fell in ("..., along with 15 soldiers who died in air raids")."""
    word = next((token for token in sentence.span if start_of(token) == event.trigger_start), None)
    for clause in (word, *word.ancestors) if word is not None else ():
        if clause.dep_ == "acl:relcl" and noun_of(clause.head) is not None and all(token.i != harm.trigger.i for token in clause.subtree):
            return any(child.lower_ == "who" for child in clause.children)
        if clause.dep_ == "acl:relcl" and all(token.i != harm.trigger.i for token in clause.subtree):
            harmed = [child for child in clause.children if child.dep_ == "obj" and noun_of(child) is not None]
            return bool(harmed)  # "was killed while looking into an attack in which X shot a man"
    return False


def is_of_untold_deed(harm: Harm) -> bool:
    """Return whether a relative clause tells of the dead of deeds that the reader does not know ("after a week of clashes that killed
    dozens"): where these are no event, the dead are none of another's."""
    told = harm.trigger.head if harm.trigger.dep_ == "acl:relcl" else None
    return told is not None and "assault" in classes_of(told) and not any(t.lower_ in DEFINITE for t in told.children)


def _is_of_bodies(harm: Harm) -> bool:
    return harm.victims is not None and harm.victims.head.lemma_.lower() in BODIES


def _takes(event: EventMention, harm: Harm) -> bool:
    """Return whether an event takes people away, and the harm is none that such an event is told of."""
    return event.event_mode == "abduct" and harm.outcome in (*VIOLENT, "displaced")


def _is_what_led_to(harm: Token) -> bool:
    """Return whether the clause of a word of harm tells after or for what somebody was arrested ("arrested after two women were found
    dead")."""
    clause = harm
    while clause.dep_ in ("xcomp", "obj", "ccomp", "nsubj:pass", "amod") and clause.head is not clause:
        clause = clause.head
    return any(t.dep_ in ("mark", "case") and t.lower_ in ("after", "for", "when", "as", "over") for t in clause.children)


def _clause(trigger: Token) -> list[Token]:
    """Return the words where a clause names its event, the closest ties first."""
    words: list[Token] = []
    for child in trigger.children:
        if child.dep_ == "advcl" and any(mark.lower_ == "before" for mark in child.children):
            continue  # "wounding three before he was shot dead by soldiers"
        if child.dep_ in ("nsubj", "obl", "nmod", "obl:agent", "nsubj:pass", "parataxis", "advcl"):
            words.append(child)
            words += [below for below in child.children if below.dep_ in ("nmod", "compound", "acl")]
    step = trigger
    for _ in range(4):
        if step.head.i == step.i:
            break
        is_relative = step.dep_ == "acl:relcl"
        step = step.head
        words.append(step)
        if is_relative:
            words += [child for child in step.children if child.dep_ == "nmod" and child.i < trigger.i]  # "days of fighting in which"
        words += [child for child in step.children if child.dep_ in ("nsubj", "obl", "obl:agent", "obj") and child.i != trigger.i]
    return [word for word in words if word.i != trigger.i]
