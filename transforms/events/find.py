"""Event mentions of an article: triggers with their sides, reality, setting and codes, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.events.aims import FORCE, group_meant, with_groups
from transforms.events.backward import is_backward, is_owned_up
from transforms.events.codes import codes_of
from transforms.events.day_of_saying import WORDS
from transforms.events.days import date_of, day_of_saying
from transforms.events.frames import Candidate, candidates_of
from transforms.events.habits import is_general
from transforms.events.headings import is_heading, is_titled
from transforms.events.known_things import owners_of_known
from transforms.events.merging import merged
from transforms.events.named_later import with_names
from transforms.events.naming import claim_of, ends_of_sides, side_of
from transforms.events.offsets import offset_of
from transforms.events.operations import as_search
from transforms.events.own_forces import behind_orders, teller_behind, without_home
from transforms.events.pairs import is_each_other, pair_meant, partner_meant
from transforms.events.parties import actors_of, parts, without_holder
from transforms.events.pointers import told_there, town_meant
from transforms.events.pronouns import explained
from transforms.events.prospect import Reality, reality, speaker_of
from transforms.events.reading import Reading
from transforms.events.relevance import is_event
from transforms.events.scene import Scene, in_scene, scene_after
from transforms.events.seats import host_of, seat_of, states_behind
from transforms.events.setting import places_of
from transforms.events.sides import (
    accusers_of,
    doer_of_act,
    doers_before,
    doers_to,
    is_civilian,
    is_nameless,
    is_of_release,
    is_of_sufferers,
    is_way,
    points_back,
    target_head,
)
from transforms.events.surroundings import Surroundings
from transforms.events.told_as_news import is_news
from transforms.events.unmeant import Story, is_unmeant, story_of
from transforms.events.weapons import doer_behind, instrument_of, mode_of
from transforms.events.word_classes import classes_of
from transforms.parse import ParsedArticle, Sentence, end_of, start_of
from transforms.records import Actor, ActorMention, Attribution, DateMention, EventMention, PlaceMention, Stance
from transforms.tokens import Token

# A country in which something is done is where it is done, not who it is done to.
WITHIN = frozenset({"in", "inside", "within", "near", "across", "over"})

# No state fights its own forces, or those who hold its offices.
OWN = frozenset({"state_forces", "person"})
# Help and forces go to a place where no party is named.
REACHING = frozenset({"AID", "MOBILIZE"})
# Only the host state summons an envoy.
SUMMONING = frozenset({"summon", "expel"})


def find_events(
    parsed: ParsedArticle,
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    attributions: Sequence[Attribution],
) -> list[EventMention]:
    """Return the event mentions of an article in the order of their triggers; sides, place and date are None where the text gives none."""
    reading = Reading(parsed, actors, places, dates, attributions)
    told: list[EventMention] = []
    news: list[tuple[bool, DateMention | None]] = []
    scene: Scene | None = None
    story = story_of(reading)
    for sentence in parsed.sentences:
        if not is_heading(sentence):
            found = list(_in_sentence(reading, story, sentence, told, scene))
            told.extend(mention for mention, _, _ in found)
            news.extend((is_told_as_news, said_on) for _, is_told_as_news, said_on in found)
            scene = scene_after(reading, sentence, scene)
    return Surroundings(reading).around((mention, *how) for mention, how in zip(with_names(told), news, strict=True))


def _in_sentence(
    reading: Reading, story: Story, sentence: Sentence, before: Sequence[EventMention], scene: Scene | None
) -> Iterator[tuple[EventMention, bool, DateMention | None]]:
    here: list[EventMention] = []
    titled = is_titled(sentence)
    for found in (as_search(reading, one) for one in merged(candidates_of(reading, sentence.span))):
        if titled and found.trigger.pos == "noun" and found.light is None:
            continue  # "Brooklyn Shooting Trial Opens": in title case a name and a doer look alike
        found.target = target_head(reading, found)
        told = reality(found)
        if told.event_type == "REJECT" and found.target_slot in ("to", "from") and found.target and not reading.is_party(found.target):
            found.target = None  # "refused to withdraw to the hills"
        if told.event_type == "REQUEST" and found.event_type != "REQUEST":
            found.source, found.target = speaker_of(found), found.slots.get("subj")
        if not told.is_dropped and is_event(reading, found, told) and not is_unmeant(story, reading, found, told):
            mention = _mention(reading, sentence, found, told, [*before, *here])
            here.append(mention)
            where = places_of(reading, sentence, found)
            if not where and (known := told_there(found, [*before, *here[:-1]], sentence)) is not None:
                mention = replace(mention, date=mention.date or known.date, place_text=known.place_text, place=known.place)
                here[-1] = mention
            elif not where and (town := town_meant(reading, sentence, found)) is not None:
                mention = here[-1] = replace(mention, place_text=town.evidence, place=town.place)
            if scene is not None and not where and in_scene(reading, found, mention, sentence, scene):
                mention = replace(mention, date=scene.date)
                where = [scene.place] if scene.place is not None else []
            told_at = [replace(mention, place_text=place.evidence, place=place.place) for place in where] or [mention]
            news = is_news(found) and offset_of(found.clause) is None  # what came days before the news is none
            said_on = day_of_saying(reading, sentence, found.clause) if news and mention.date is None else None
            yield from ((mention, news, said_on) for mention in told_at)


def _mention(reading: Reading, sentence: Sentence, found: Candidate, told: Reality, before: Sequence[EventMention]) -> EventMention:
    start, end = start_of(found.words[0]), end_of(found.words[-1])
    sides = ends_of_sides(reading, found)
    source_text, source_actors = side_of(reading, doer_behind(reading, found), sides, is_target=False)
    target_text, target_actors = side_of(reading, None if is_way(reading, found) else found.target, sides, is_target=True)
    source_actors = pair_meant(found.source, before, sentence.index) or source_actors
    target_actors = pair_meant(found.target, before, sentence.index) or target_actors
    if found.target is not None:
        target_actors = _targets(reading, found, found.target, told, (source_actors, target_actors), before)
        if found.trigger.words[0] in SUMMONING and source_text is None:
            source_actors = host_of(reading, found.target)
    is_returned = source_text is not None and found.target is not None and is_each_other(found.target)
    is_mutual = is_returned or (found.trigger.is_symmetric and source_text is not None and told.stance != "accused")
    if is_mutual and (is_returned or found.target is None or _is_shared(found)):
        target_text, target_actors = source_text, source_actors
    if told.event_type in FORCE and found.target is not None and _is_land(reading, found.target):
        own = {actor.country_iso3 for actor in source_actors}
        is_any = not source_actors and is_nameless(source_text)  # "Gunmen attack Nigerian village"
        target_actors = tuple(a for a in target_actors if a.kind != "state" or not (is_any or a.country_iso3 in own))
    if told.event_type in FORCE | {"PROTEST"}:
        source_actors = without_home(reading, found.source, with_groups(source_actors))
    if told.event_type in FORCE:
        behind = source_actors or teller_behind(found.source, claim_of(reading, start, end), target_actors)
        source_actors = tuple(dict.fromkeys((*behind, *behind_orders(reading, found.clause))))
        target_actors = target_actors or (actors_of(reading, found.harmed, True) if found.harmed is not None else ())
        target_actors = owners_of_known(found, before, sentence.index) or target_actors
        target_actors = with_groups(target_actors or group_meant(reading, sentence, found, source_actors, before))
    if told.event_type == "SANCTION" and found.target is None:
        target_actors = partner_meant(source_actors, before, sentence.index)
    if target_text is None and told.event_type in REACHING:
        where = places_of(reading, sentence, found)
        target_text = where[0].evidence if where else None
    if is_mutual:
        # Where one of the two is known only by words, what is known is the other's alone.
        by_words = bool(source_actors) != bool(target_actors) and found.target is not None and not _is_shared(found)
        if not by_words:
            source_actors = target_actors = tuple({a.actor_id: a for a in (*source_actors, *target_actors)}.values())
    elif len(target_actors) > 1 or source_actors != target_actors:
        doers = {actor.actor_id for actor in source_actors}
        # Nobody attacks its own forces, and "the army" that a foreign state supports is not its own.
        own_forces = doers if told.event_type in FORCE | {"SUPPORT", "AID"} else frozenset()
        target_actors = tuple(
            a for a in target_actors if a.actor_id not in doers and not (a.kind in OWN and a.parent_actor_id in own_forces)
        )
    instrument, instrument_text = instrument_of(reading, found)
    mode = cameo = None
    if told.event_type == found.trigger.event_type:
        mode, cameo = mode_of(reading, found, instrument)
    codes = codes_of(told.event_type, mode, cameo, is_civilian(found.target, target_actors))
    claim = claim_of(reading, start, end)
    stance = _stance(told, claim, source_actors)
    return EventMention(
        sentence_index=sentence.index,
        span_start=sentence.start,
        span_end=sentence.end,
        evidence=reading.parsed.text(sentence.start, sentence.end),
        trigger=reading.parsed.text(start, end),
        trigger_start=start,
        trigger_end=end,
        event_type=told.event_type,
        event_mode=mode,
        stance=stance,
        cameo_code=codes.cameo_code,
        acled_sub_event_type=codes.acled_sub_event_type,
        instrument_text=instrument_text,
        date=date_of(reading, sentence, found, before),
        source_text=source_text,
        source_actors=source_actors,
        target_text=target_text,
        target_actors=target_actors,
        claimant_text=claim.source_text if claim is not None else None,
        claimant_actor=claim.source_actor if claim is not None else None,
        is_general=is_general(reading, found),
        backward=is_backward(found, stance) or is_owned_up(found, claim, source_actors),
    )


def _targets(
    reading: Reading,
    found: Candidate,
    target: Token,
    told: Reality,
    sides: tuple[Sequence[Actor], tuple[Actor, ...]],
    before: Sequence[EventMention],
) -> tuple[Actor, ...]:
    """Return the actors on whom an event is aimed: of an act its doer, of a capital its state; not who is sent, nor where it is done.
    `sides`: the actors that its words name."""
    sources, targets = sides
    if told.event_type == "MOBILIZE" and found.target_slot == "obj":
        targets = ()  # who is sent, not whom it is done to
    doer = doer_of_act(reading, found, target)
    if doer is not None:
        targets = actors_of(reading, explained(reading, doer))
    elif is_of_sufferers(reading, found) or is_of_release(reading, found):
        targets = doers_to(reading, target, before) if found.event_type == "ACCUSE" else ()
    elif not targets and found.event_type == "ACCUSE" and points_back(reading, target):
        targets = doers_before(reading, target, before, sources)
    if not targets and told.event_type in WORDS:
        targets = seat_of(reading, target)
    if told.event_type == "REJECT" and not targets and found.trigger.pos == "verb":
        targets = accusers_of(sources, before)
    if told.event_type == "REQUEST":
        own = {actor.parent_actor_id for actor in sources if actor.kind == "state"}
        targets = tuple(actor for actor in targets if actor.actor_id not in own)  # a ministry urges others than its state
    if found.trigger.words[0] in SUMMONING:
        targets = states_behind(targets)
    if told.event_type in ("AID", "RETREAT"):
        targets = without_holder(reading, target, targets)
    return () if found.target_slot in WITHIN and reading.is_place(target) else targets


def _stance(told: Reality, claim: Attribution | None, sources: Sequence[Actor]) -> Stance:
    """Return the stance of a mention: who says he was behind a deed claims it, who says that he was not denies it."""
    if claim is None or told.stance not in ("accused", "claimed_responsibility"):
        return told.stance
    if claim.polarity == "denies":
        return "denied"
    return "claimed_responsibility" if claim.source_actor is not None and claim.source_actor in sources else told.stance


def _is_land(reading: Reading, target: Token) -> bool:
    """Whether a target is a place or building: in the attacker's own country it stands for no state."""
    return reading.is_place(target) or bool(classes_of(target) & {"territory", "facility"})


def _is_shared(found: Candidate) -> bool:
    """Whether both sides stand together as the subject ("A and B agreed to ..."; not who "met leaders of B")."""
    is_apart = found.trigger.pos == "verb" and found.target_slot == "obj" and found.event_type in ("AGREE", "CONSULT")
    together = found.source is not None and sum(1 for _ in parts(found.source)) > 1 and not is_apart
    return together and found.target_slot not in ("with", "between")
