"""The tables of event words, by introspection: every row can be used as the grammar will read it."""

from __future__ import annotations

from collections import Counter

from transforms.events.codes import event_codes
from transforms.events.lexicon import FLAGS, light_verbs, triggers
from transforms.events.word_classes import word_classes
from transforms.seed_tables import read_seed

TYPE_WORDS = "AGREE CONSULT SUPPORT COOPERATE CONCEDE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
TYPES = frozenset(TYPE_WORDS.split())
STANCE_WORDS = "planned threatened denied accused claimed_responsibility hypothetical refused requested further"
STANCES = frozenset(STANCE_WORDS.split())
# Classes that are decided by what was found in the text, not by a list.
FOUND_IN_TEXT = frozenset({"place", "state", "armed", "band", "hostile", "cooperative", "infinitive", "assault"})


def test_all_sixteen_types_have_verbs_and_most_have_nouns() -> None:
    verbs = {row["event_type"] for row in read_seed("triggers") if row["pos"] == "verb"}
    nouns = {row["event_type"] for row in read_seed("triggers") if row["pos"] == "noun"}
    assert verbs == TYPES
    assert nouns == TYPES


def test_there_are_enough_lemmas_and_none_is_twice_the_same() -> None:
    rows = read_seed("triggers")
    assert len({(row["lemma"], row["pos"]) for row in rows}) >= 1300
    keys = Counter((row["lemma"], row["pos"], row["event_type"], row["mode"], row["needs"], row["frame"]) for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_row_has_a_reason_and_a_cameo_code() -> None:
    for row in read_seed("triggers"):
        assert row["reason"], row
        assert row["pos"] == "light" or row["cameo_code"].isdigit(), row
        assert row["lemma"] == row["lemma"].lower(), row


def test_every_need_names_a_known_class() -> None:
    known = frozenset().union(*word_classes().values()) | FOUND_IN_TEXT
    for pos in ("verb", "noun", "adj"):
        for rows in triggers(pos).values():
            for row in rows:
                for need in row.needs:
                    assert need.classes <= known, (row.words, need)
                assert row.flags <= FLAGS


def test_every_frame_has_a_source() -> None:
    for pos in ("verb", "noun", "adj"):
        for rows in triggers(pos).values():
            for row in rows:
                assert row.sources, row.words
                assert not row.is_symmetric or row.targets, row.words


def test_light_verbs_say_what_their_subject_is() -> None:
    assert {role for rows in light_verbs().values() for _, role in rows} == {"source", "target", "none"}


def test_every_type_has_codes_and_cameo_codes_are_of_the_conversion_table() -> None:
    assert {event_type for event_type, _, _ in event_codes()} == TYPES
    for (event_type, mode, _), codes in event_codes().items():
        assert codes.cameo_code and codes.cameo_code.isdigit(), (event_type, mode)
        assert (codes.acled_event_type is None) == (codes.acled_sub_event_type is None), (event_type, mode)


def test_stance_cues_give_known_stances() -> None:
    rows = read_seed("stance_cues")
    assert {row["stance"] for row in rows} <= STANCES
    keys = Counter((row["cue"], row["part_of_speech"]) for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(row["reason"] for row in rows)


def test_instruments_have_modes_that_the_codes_know() -> None:
    modes = {mode for event_type, mode, _ in event_codes() if event_type == "ASSAULT"}
    assert {row["event_mode"] for row in read_seed("instruments")} <= modes
