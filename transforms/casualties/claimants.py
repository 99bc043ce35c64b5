"""Whose word a number is: the innermost act of reporting over it, when that act asserts something and its source can speak.

Three sentence shapes name a source beyond the words that the parse puts under the verb of saying: "..., killing nine, activists
said" (it speaks for the whole sentence before it), "Kabul says two children killed" (for what follows the verb), and "the minister
put the toll at nine" (the subject gives the number)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from transforms.attribution.find import claimant_at
from transforms.casualties.closings import body_named, closes_with_share, end_of_aside, hearer, inverted_source, last_listed, lost_source
from transforms.casualties.figures import FIGURES, PUT
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.phrases import DAYS, left_edge, name_end
from transforms.events.word_classes import word_classes
from transforms.parse import end_of, start_of
from transforms.records import Actor, ActorMention, Attribution
from transforms.tokens import Span, Token, text_of

# A verdict, a wish or a threat about an attack does not vouch for its toll: "Iran condemned the strikes, which killed nine".
NO_ASSERTION = frozenset(("condemns", "praises", "asks", "demands", "threatens", "plans", "wants", "predicts"))
# Reports and figures speak for somebody whom the text does not name.
VOICELESS = word_set(
    "report reports figure figures estimate estimates news data count counts tally tolls toll footage video image images"
    " investigation autopsy"
)
SAYING = word_set("say says said report reports reported wrote told posted announced confirmed")
LONGEST_TAIL = 7
TURNS = word_set("while whereas but although though before after as adding citing quoting referring noting")
LONGEST_LIST = 9
LONGEST_TITLE = 12
# Whose figures they are.
OWNERS = word_set("army military police government ministry hospital un")
# From "dead" in "put the number of dead at 40" to its verb.
STEPS_UP = 3
GIVE_NUMBER = PUT | word_set("give cite release provide list count record document register tally")
GIVEN = FIGURES | word_set("toll death loss casualty fatality body killing murder execution arrest abduction disappearance injury")
# "He put the toll at nine": who that is, is told before.
SPEAKERS = word_set("he she they it")
# "The city has recorded 40 murders" is nobody's word.
NO_COUNTER = word_set("city town village country province state district region county area year month week")
NO_SOURCE = word_set("it he she they this that which who attack strike blast")


def claimant_of(attributions: Sequence[Attribution], *spans: tuple[int, int]) -> Attribution | None:
    """Return the attribution that a claim stands under, tried span by span, or None when the article itself claims it."""
    asserting = [said for said in attributions if said.polarity not in NO_ASSERTION]
    for start, end in spans:
        said = claimant_at(asserting, start, end)
        if said is not None and not _is_voiceless(said):
            return said
    return None


def widened(attributions: Sequence[Attribution], span: Span, actors: Sequence[ActorMention]) -> list[Attribution]:
    """Return the attributions of one sentence over all the words their sources speak for, with those only its shape shows."""
    start, end = start_of(span[0]), end_of(span[-1])
    closing: dict[int, Attribution] = {}
    for token in span:
        if token.lower_ not in SAYING:
            continue
        inverted = inverted_source(token, span)
        if inverted is not None:
            closing[start_of(token)] = _said_by(inverted, token, (start, start_of(token)), actors, inverted.left_edge.i)
            continue
        subject = _closing_source(token, span) or (lost_source(token, span) if _closes(token, span) else None)
        body = body_named(subject, token) if subject is not None else None
        first = _source_start(body or subject, span) if subject is not None else None
        if subject is not None and first is not None:
            closing[start_of(token)] = _said_by(subject, token, (start, start_of(token.doc[first])), actors, first)
    own = [_goes_on(said, attributions) for said in attributions if start <= said.cue_start < end]
    kept = [said for said in own if not _is_told_better(said, closing.get(said.cue_start))]
    cues = {said.cue_start for said in kept}
    return [_over_sentence(said, span) for said in kept] + [said for at, said in closing.items() if at not in cues]


def _goes_on(said: Attribution, attributions: Sequence[Attribution]) -> Attribution:
    """Return "adding that ..." as the word of who said the clause it stands in ("said the force was calm, adding that nobody died")."""
    if said.cue.lower() != "adding":
        return said
    outer = next((other for other in attributions if other is not said and any(a <= said.cue_start < b for a, b in other.content)), None)
    if outer is None or outer.source_text is None:
        return said
    return replace(said, source_text=outer.source_text, source_actor=outer.source_actor, via_text=outer.via_text)


def _is_told_better(said: Attribution, closing: Attribution | None) -> bool:
    """Return whether the shape of the sentence says more of an act of reporting: more sources, or that it closes what stands before it."""
    if closing is None or closing.source_start is None:
        return False
    if said.source_start is None:
        return True
    if closing.source_start > closing.cue_start > said.source_start:
        return True  # "..., some of whom lost limbs, said the spokesman": the parse takes what was said for who said it
    return closing.source_start < said.source_start or all(first > said.cue_start for first, _ in said.content)


def giver_of(harm: Harm, actors: Sequence[ActorMention], sentence: int) -> Attribution | None:
    """Return who gives a toll: "the minister put the toll at nine", "had put the figure at 11 dead", "gave a figure of 69"; or None."""
    verb = _giving_verb(harm.trigger)
    if verb is None:
        return None
    clause = verb.head if verb.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in verb.children) else verb
    subject = next((child for child in clause.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if clause is not verb and clause.dep_ == "ccomp":
        return None  # "said that its men had hit a convoy and put the toll at 40"
    if subject is None or subject.lower_ in (NO_SOURCE - SPEAKERS) | VOICELESS or subject.lemma_.lower() in NO_COUNTER:
        return None
    return replace(_said_by(subject, verb, (start_of(harm.trigger), end_of(verb.sent[-1])), actors), sentence_index=sentence)


def _giving_verb(trigger: Token) -> Token | None:
    """Return the verb that gives the number: its object is a toll or a figure, and the word of harm stands in or after that."""
    above = islice(trigger.ancestors, STEPS_UP)
    verb = next((word for word in above if word.pos_ == "VERB" and word.lemma_.lower() in GIVE_NUMBER), None)
    given = next((child for child in verb.children if child.dep_ == "obj"), None) if verb is not None else None
    is_counted = given is not None and trigger.dep_ == "acl" and trigger.head == given  # "counted 57 civilians killed"
    if trigger.head.lemma_.lower() == "speak" and any(child.lower_ == "of" for child in trigger.doc[trigger.head.i + 1 : trigger.i]):
        return trigger.head  # "spoke of 32 dead"
    if verb is None or given is None or (given.lemma_.lower() not in GIVEN and not is_counted):
        return None
    return verb if verb.i < trigger.i else None


def _over_sentence(said: Attribution, span: Span) -> Attribution:
    """Return an attribution with its content drawn out to its source: back from "..., officials said", on from "officials say ..."."""
    if said.source_start is None or said.source_end is None or len(said.content) != 1:
        return said
    first, last = said.content[0]
    cue = next((token for token in span if start_of(token) == said.cue_start), None)
    if cue is None or cue.lower_ not in SAYING:
        return said
    if first <= start_of(span[0]) and last <= said.source_start < said.cue_start and _closes(cue, span):
        return replace(said, content=((first, said.source_start),))
    if said.source_start < said.cue_start < first and closes_with_share(last, span):
        return replace(said, content=((first, end_of(span[-1])),))
    if (
        first <= start_of(span[0])
        and last <= said.source_start < said.cue_start
        and (on := end_of_aside(cue, said.source_start)) is not None
    ):
        return replace(said, content=((first, said.source_start), (end_of(on), end_of(span[-1]))))
    follows = any(child.dep_ in ("obj", "ccomp") and child.left_edge.i == cue.i + 1 for child in cue.children)
    if last <= said.source_start < said.cue_start and follows:
        return replace(said, content=((end_of(cue), end_of(span[-1])),))
    return said


def _closing_source(verb: Token, span: Span) -> Token | None:
    """Return the subject of a verb of saying that closes its sentence after a comma ("..., activists say")."""
    is_bare = not any(child.dep_.startswith("aux") for child in verb.children)  # no passive, whatever the parse calls its subject
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")[: 1 + is_bare] and child.i < verb.i]
    subject = max(subjects, key=lambda child: child.i, default=None)
    if subject is not None:
        subject = last_listed(subject, verb)
    if subject is None or any(not token.is_punct for token in verb.doc[subject.right_edge.i + 1 : verb.i]):
        return None
    if not _closes(verb, span) or subject.lower_ in NO_SOURCE | VOICELESS:
        return None
    return subject


def _source_start(subject: Token, span: Span) -> int | None:
    """Return where the words for who says it begin, right after a comma or dash; with others before "and" they begin with these."""
    doc, first = subject.doc, left_edge(subject)
    if first - 1 > span.start and doc[first - 1].lower_ in ("and", "or"):
        at = first - 2
        while at > max(span.start, first - LONGEST_LIST) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADP"):
            at -= 1
        first = at + 1
    while first - 2 >= span.start and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        first -= 2  # "Amsterdam-based Spliethoff"
    return first if first > span.start and doc[first - 1].text in (",", "-", "–", "—", ":") else None


def _closes(verb: Token, span: Span) -> bool:
    """Return whether a verb of saying ends its sentence, or the part of it before ", while" and the like.

    To whom it was said, where and when may follow ("told AFP", "wrote on Telegram")."""
    rest = span.doc[verb.i + 1 : span.end]
    turn = next((token.i for token in rest if token.lower_ in TURNS and token.nbor(-1).text == ","), span.end)
    after = [token for token in rest if token.i < turn and not token.is_punct and not token.is_space]
    tail = {"obl", "obl:unmarked", "advmod", "obl:tmod"} | ({"obj", "iobj"} if verb.lower_ == "told" else set())
    if len(after) > LONGEST_TAIL or any(token.pos_ in ("VERB", "AUX", "NUM") for token in after):
        return False
    return all(token.head.i != verb.i or token.dep_ in tail or token.lower_ in DAYS for token in after)


def _said_by(
    subject: Token, verb: Token, content: tuple[int, int], actors: Sequence[ActorMention], beginning: int | None = None
) -> Attribution:
    doc = subject.doc
    commas = [i for i in range(subject.left_edge.i, subject.i) if doc[i].text == "," and doc[i + 1].pos_ != "ADJ"]
    start_at = beginning if beginning is not None else commas[-1] + 1 if commas else subject.left_edge.i
    first = next((i for i in range(start_at, subject.i + 1) if not doc[i].is_punct), subject.i)
    last = subject.right_edge.i if subject.i > verb.i or _is_whole(subject, verb) else name_end(subject)
    last = next((at for at in range(last, subject.i, -1) if not doc[at].is_punct), subject.i)
    if doc[last].lower_ in DAYS and doc[last - 1].lower_ == "on" and last - 2 >= subject.i:
        last -= 2  # "the commission on Monday raised the toll to 38"
    start, end = start_of(doc[first]), end_of(doc[last])
    return Attribution(
        content=(content,),
        cue=str(verb.text),
        cue_start=start_of(verb),
        cue_end=end_of(verb),
        polarity="says",
        sentence_index=0,
        source_start=start,
        source_end=end,
        source_text=text_of(doc[first : last + 1]),
        source_actor=_actor_over(actors, start, end),
        via_text=hearer(verb),
    )


def _is_whole(subject: Token, verb: Token) -> bool:
    """Return whether all that hangs on a subject is its name or title: up to the verb and its auxiliaries, with no clause inside."""
    doc, last = subject.doc, subject.right_edge.i
    if last == verb.i - 1:
        return True
    between, inside = doc[last + 1 : verb.i], doc[subject.i : last + 1]
    return (
        last < verb.i
        and len(inside) <= LONGEST_TITLE
        and all(token.pos_ in ("AUX", "ADV", "PUNCT") for token in between)
        and not any(token.pos_ in ("VERB", "AUX") for token in inside)
    )


def _actor_over(actors: Sequence[ActorMention], start: int, end: int) -> Actor | None:
    inside = [mention for mention in actors if mention.actor is not None and start <= mention.span_start and mention.span_end <= end]
    best = min(inside, key=lambda mention: (mention.span_start - mention.span_end, mention.span_start), default=None)
    return best.actor if best is not None else None


def _is_voiceless(said: Attribution) -> bool:
    if said.source_actor is not None or said.source_text is None:
        return said.source_text is None and said.source_actor is None
    words = said.source_text.lower().split(" of the ")[0].rstrip(".,").split()  # "witnesses of the crime"
    if not words:
        return True  # nothing but a stop
    *before, last = words
    if OWNERS & set(before):
        return False  # "according to army figures"
    return last in VOICELESS or "assault" in word_classes().get(last.removesuffix("s"), ())
