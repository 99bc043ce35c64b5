"""Trees put right where the parser misses a main verb or hangs a word on the wrong neighbour; no repair may break a tree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from transforms.parse import parse_articles
from transforms.records import Article
from transforms.tokens import Token

CASES = Path(__file__).parent / "events" / "cases"

# The verb, its relation, its subject and its object (None: not judged).
TRUTH = [
    ("Residents of Duma erected barricades on Friday and threw stones at armoured cars.", "erected", "ROOT", "Residents", "barricades"),
    ("On 9 February, demonstrators in Goma set fire to tyres outside the base and hurled stones at UN vehicles.",
     "set", "ROOT", "demonstrators", "fire"),
    ("Washington imposed sanctions in May on two commanders for their role in the attacks.", "imposed", "ROOT", "Washington", "sanctions"),
    ("The Houthis freed 113 prisoners in what they called a humanitarian gesture.", "freed", "ROOT", "Houthis", "prisoners"),
    ("Gunmen shot dead a ward administrator in Yangon on Tuesday evening.", "shot", "ROOT", "Gunmen", "administrator"),
    ("CODECO militia fighters hacked to death 11 miners at Gambala on Sunday, said a civil society leader.",
     "hacked", "ccomp", "fighters", "miners"),
    ("The commander, Mazloum Abdi, accused Turkey of war crimes and urged Washington to intervene.",
     "accused", "ROOT", "commander", "Turkey"),
    ("Talks being held in Oslo went on.", "went", "ROOT", "Talks", None),
    ("Officers later raided a house in Raman district and seized ammonium nitrate and detonators.", "seized", "conj", None, "ammonium"),
    ("Ruto, in a televised address, accused the police of looting and ordered the army to deploy.", "accused", "ROOT", "Ruto", "police"),
    ("The president asked France and Italy, which chair the committee, to intervene.", "intervene", "xcomp", None, None),
    ("The talks being held in Oslo continued on Monday.", "continued", "ROOT", "talks", None),
    ("A bomb exploded as a police convoy was passing, wounding two officers.", "wounding", "advcl", None, "officers"),
    ("Clashes between the army and the rebels continued on Monday.", "continued", "ROOT", "Clashes", None),
    ("The army retook the village of Tava in northern Shan State on Sunday after a week of fighting with the rebels, residents said.",
     "retook", "ccomp", "army", "village"),
    ("The war began after Hezbollah fighters stormed into Israel on Monday, killing 30 people.", "stormed", "advcl", "fighters", None),
    ("The ministry denied that any village was shelled by its troops and accused the rebels of using villagers as shields.",
     "accused", "conj", None, "rebels"),
    ("KISMAYO, Somalia - Gunmen killed nine villagers on Sunday.", "killed", "ROOT", "Gunmen", "villagers"),
    ("GOMA (Agency) -- A court sentenced three officers on Monday.", "sentenced", "ROOT", "court", "officers"),
    ("Nairobi - US envoy Mary Hall met the president on Tuesday.", "met", "ROOT", "Hall", "president"),
    ("Soldiers, your shells have destroyed the homes of our people.", "destroyed", "ROOT", "shells", "homes"),
    ("At least six soldiers died near Goma, Jean Bahati, a spokesman for the army, told reporters.", "told", "ROOT", "Jean", None),
    ('The "Free Valley Army," a group from the north, has claimed responsibility for the attack.', "claimed", "ROOT", "Army", None),
    ("The Air Force this afternoon resumed its attacks on the city.", "resumed", "ROOT", "Force", "attacks"),
    ("IS gunmen stormed a base on Friday.", "stormed", "ROOT", "gunmen", "base"),
    ("The army killed 12 IS jihadists near Palmyra.", "killed", "ROOT", "army", "jihadists"),
    ("IS claimed the attack.", "claimed", "ROOT", "IS", "attack"),
    ("THE BRIDGE IS BURNING.", "BURNING", "ROOT", "BRIDGE", None),
    ("On Friday twin suicide attacks hit a mosque in Peshawar.", "hit", "ROOT", "attacks", "mosque"),
    ("A day earlier a drone attack blamed on the rebels killed at least 50 people at a school.", "killed", "ROOT", "attack", "people"),
    ("Troops raided a house in Pikit, while in Basilan marines killed three gunmen.", "killed", "advcl", "marines", "gunmen"),
    ("On Monday car bombs exploded in Hilla.", "exploded", "ROOT", "bombs", None),
    ("Men whipped a singer in Kandahar, and in Ghazni police detained two reporters.", "detained", "conj", "police", "reporters"),
    ("The government accused Iran of training and arming the rebels.", "accused", "ROOT", "government", "Iran"),
    ("Inside Yemen, the Houthis last week detained nine employees in raids in Sanaa.", "detained", "ROOT", "Houthis", "employees"),
    ("On Thursday morning two missiles hit the Verbena, a cargo ship, in the Gulf of Aden, US Central Command said.",
     "hit", "ccomp", "missiles", "Verbena"),
    ("That same day gunmen fired on a plane.", "fired", "ROOT", "gunmen", None),
]  # fmt: skip


def _parse(parser: Language, text: str) -> list[Token]:
    article = Article(article_id="case", text=text, text_sha256="0", raw_sha256="0", raw_uri="case")
    return [token for parsed in parse_articles(parser, [article]) for sentence in parsed.sentences for token in sentence.span]


def _child(verb: Token, relation: str) -> str | None:
    return next((token.text for token in verb.children if token.dep_ == relation), None)


@pytest.mark.parametrize(("text", "word", "relation", "subject", "target"), TRUTH, ids=[case[0][:40] for case in TRUTH])
def test_verbs(parser: Language, text: str, word: str, relation: str, subject: str | None, target: str | None) -> None:
    verb = next(token for token in _parse(parser, text) if token.text == word)
    assert (verb.pos_, verb.dep_) == ("VERB", relation)
    assert subject is None or _child(verb, "nsubj") == subject
    assert target is None or _child(verb, "obj") == target


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Police fired at protesters who broke into parliament in Nairobi on Tuesday, killing five people.", "killing", "fired"),
        ("Police arrested men who attacked the market on Tuesday, killing five people.", "killing", "attacked"),
        ("Russia hit depots near Odesa in retaliation for an attack on a bridge on Monday, which killed a couple.", "killed", "attack"),
    ],
)
def test_what_came_of_a_deed_hangs_on_the_deed(parser: Language, text: str, word: str, head: str) -> None:
    assert next(token.head.text for token in _parse(parser, text) if token.text == word) == head


def test_what_has_a_main_verb_stays_as_it_is(parser: Language) -> None:
    text = "Four men accused of the murder were found dead. Three hostages held by the rebels were freed on Monday."
    assert [token.text for token in _parse(parser, text) if token.dep_ == "ROOT"] == ["found", "freed"]


def test_every_tree_stays_a_tree(parser: Language) -> None:
    texts = [json.loads(line)["text"] for file in sorted(CASES.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    for token in _parse(parser, "\n".join([*texts, *(case[0] for case in TRUTH)])):
        assert token.dep_ == "ROOT" or token.head is not token or token.is_space
        assert len([*token.ancestors]) < len(token.doc)
        assert all(child.head is token for child in token.children)
        assert token.head is token or token in token.head.children
        assert token.left_edge.i == min(word.i for word in token.subtree)


def test_marks_without_words_break_no_repair(parser: Language) -> None:
    for text in ('", said the army, ",', "- , -", "Troops, -, said, .", "Held in Duma, accused of war, the man, ."):
        assert "".join(token.text for token in _parse(parser, text)) == text.replace(" ", "")
