"""Who the victims are, by the words used of them: group, age and sex, nationality, armed actor."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.casualties.lexicon import VictimNoun, armed_groups, noun_of, word_set
from transforms.casualties.names import is_age
from transforms.casualties.number_words import number_value
from transforms.casualties.phrases import counted_with, name_end
from transforms.casualties.victims import Victims
from transforms.places.countries import demonyms
from transforms.tokens import Doc, Token, text_of

FORCES = word_set(
    "army military police security guard guards border navy naval air force nato isaf coalition u.s. us army paramilitary troop"
    " military armed government federal sheriff swat"
)
REBELS = word_set(
    "taliban hamas hezbollah haqqani isis isil houthi rebel guerrilla militant insurgent militia terrorist jihadist al-qaeda qaeda fmln"
    " enemy armed"
)
SEX = {"he": "man", "him": "man", "himself": "man", "she": "woman", "her": "woman", "herself": "woman"}
TITLES = {"mr": "man", "mr.": "man", "mrs": "woman", "mrs.": "woman", "ms": "woman", "ms.": "woman", "miss": "woman"}
MEMBERS = ("member", "leader", "chief", "head", "fighter", "guerrilla", "rebel")
# Words that make a driver or a doctor one of the forces.
ARMS = word_set("army military navy naval force")
GROWN, OLDEST = 18, 120
# As far behind a name as "a former deputy chief of the district police".
MOST_BESIDE = 10
NATIONALS = word_set("national nationals citizen citizens")


@dataclass(frozen=True, slots=True)
class Description:
    """What the words say of the victims; "unknown" where they say nothing."""

    group: str
    age_sex: str


def describe(doc: Doc, victims: Victims | None) -> Description:
    """Return the group and the age and sex of the people in a noun phrase."""
    if victims is None:
        return Description("unknown", "unknown")
    head = victims.head
    noun = noun_of(head)
    words = [token for token in reversed(doc[victims.first : victims.last + 1]) if token.i != head.i]
    group = noun.group if noun is not None and noun.group else "unknown"
    age_sex = noun.age_sex if noun is not None and noun.age_sex else SEX.get(head.lower_, "unknown")
    if age_sex == "unknown":
        age_sex = TITLES.get(head.lower_, age_sex)
    for token in words:
        if not _describes(token, head):
            continue
        said = noun_of(token)
        group = _group_of(token, said, group, head.i)
        if age_sex == "unknown" and said is not None and said.kind == "person":
            age_sex = said.age_sex
        if age_sex == "unknown" and victims.count.best == 1:
            age_sex = TITLES.get(token.lower_, age_sex)
    said_beside = _beside(doc, victims) if "unknown" in (group, age_sex) else None
    if said_beside is not None:
        group = said_beside.group if group == "unknown" else group
        age_sex = said_beside.age_sex if age_sex == "unknown" else age_sex
    if group != "combatant" and _names_armed_group(doc, victims):
        group = "combatant"
    if group == "unknown" and noun is not None and noun.noun in (*MEMBERS, "person"):
        group = _group_of_body(head)
    if group == "combatant" and any(token.lower_ in ("former", "ex") for token in words):
        group = "unknown"
    if (other := counted_with(head)) is not None and (also := noun_of(other)) is not None:
        age_sex = age_sex if also.age_sex == age_sex else "mixed"
        group = group if also.group == group else also.group if group == "unknown" else group if also.group == "unknown" else "unknown"
    age = _age(victims)
    if age_sex in ("man", "woman", "unknown") and 0 < (age or GROWN) < GROWN:
        age_sex, group = "child", "civilian" if group == "unknown" else group
    if age_sex == "child" and (age or 0) >= GROWN:
        age_sex = "unknown"  # "a 19-year-old youth"
    return Description(group, age_sex)


def _beside(doc: Doc, victims: Victims) -> Description | None:
    """Return what the noun set beside a single name says of its person ("Jorge Vargas, second secretary of the embassy,"), or None."""
    head, at = victims.head, victims.last + 1
    if head.pos_ != "PROPN" or victims.count.best != 1 or at + 1 >= head.sent.end or doc[at].text != ",":
        return None
    for noun in doc[at + 1 : min(at + MOST_BESIDE, head.sent.end)]:
        if noun.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ") and not (noun.text == "-" or noun.dep_ == "amod"):
            return None
        is_beside = noun.dep_ == "appos" or (noun.dep_ == head.dep_ and noun.head is head.head)
        if noun.pos_ == "NOUN" and is_beside and noun.tag_ == "NN" and not any(t.dep_ == "nmod:poss" for t in noun.children):
            known = noun_of(noun)
            is_person = known is not None and known.kind == "person"
            return describe(doc, Victims(noun, at + 1, noun.i, victims.count)) if is_person else None
    return None


def _names_armed_group(doc: Doc, victims: Victims) -> bool:
    """Return whether people are called by an armed group's name ("New People's Army members")."""
    noun, own = noun_of(victims.head), victims.head.i
    if noun is None or noun.noun not in MEMBERS or own - victims.first < 1:
        return False
    end = doc[own - 1].idx + len(doc[own - 1].text)
    return any(doc.text[doc[at].idx : end].lower() in armed_groups() for at in range(victims.first, own))


def _group_of_body(member: Token) -> str:
    """Return the group that "members of the security forces" belong to."""
    for body in member.children:
        if body.dep_ != "nmod" or body.i < member.i or not any(mark.dep_ == "case" and mark.lower_ == "of" for mark in body.children):
            continue
        noun = noun_of(body)
        if any(name in armed_groups() for name in _names_of(body)):
            return "combatant"
        if noun is not None and noun.kind == "plural" and noun.group:
            return noun.group
        if any(token.lower_ in REBELS for token in [body, *body.children]):
            return "combatant"
    return "unknown"


def _names_of(body: Token) -> list[str]:
    """Return a body's name as written, without its article and then without each word before it, in lower case ("communist new people's
    army", "new people's army")."""
    words = [token for token in body.subtree if token.i <= body.i and token.dep_ not in ("case", "det")]
    last = body.doc[name_end(body)]
    text, end = body.doc.text, last.idx + len(last.text)
    return [text[word.idx : end].lower() for word in words]


def _describes(token: Token, head: Token) -> bool:
    return (
        token.dep_ in ("amod", "compound", "nmod:desc", "flat", "nmod", "appos", "conj") and token.head.i == head.i
    ) or token.head.head.i == head.i


def _group_of(token: Token, said: VictimNoun | None, group: str, head: int) -> str:
    """Return the group with one describing word taken in: what is said beside the noun decides where the noun leaves it open."""
    if token.lower_ in ("civilian", "unarmed", "innocent"):
        return "civilian"
    if group in ("unknown", "official") and token.lower_ in REBELS:
        return "combatant"
    if (group == "unknown" and token.lower_ in FORCES) or (group == "civilian" and token.lower_ in ARMS and token.nbor(1).i == head):
        return "security_forces"
    if group == "unknown" and said is not None and said.kind in ("person", "plural") and said.group not in ("", "unknown"):
        return said.group
    return group


def _age(victims: Victims) -> int | None:
    """Return an age written at the people: "a 14-year-old boy", "Mary Jones, 34,"."""
    doc = victims.head.doc
    for at in range(victims.first, min(len(doc) - 2, victims.last + 1)):
        age = number_value(doc[at].text)
        if age is not None and age < OLDEST and doc[at + 1].text == "-" and doc[at + 2].lower_ in ("year", "years"):
            tens = number_value(doc[at - 2].text) if at > 1 and doc[at - 1].text == "-" else None
            return age + tens if tens is not None and tens in range(20, 100, 10) and age < 10 else age  # "a sixty-one-year-old"
    after = victims.last + 1
    if is_age(doc, after + 1):
        return int(doc[after + 1].text)
    return None


age_of = _age


def nationality(doc: Doc, sentence_end: int, victims: Victims | None) -> tuple[str | None, bool]:
    """Return the victims' country and whether the text says they are not of it ("all of whom were not Iranian nationals").

    The country comes from a demonym in the noun phrase ("11 Iranian security personnel") or from what is said of them after it."""
    if victims is None:
        return None, False
    for token in doc[victims.first : victims.last + 1]:
        pair = f"{token.nbor(-1).lower_} {token.lower_}" if token.i > victims.first else ""
        country = demonyms().get(pair) or demonyms().get(token.lower_)
        if country is not None:
            before = text_of(doc[max(token.i - 2, 0) : token.i]).lower()
            if token.i + 2 <= victims.last and token.nbor(1).lower_ in ("and", "or") and token.nbor(2).lower_ in demonyms():
                return None, False  # "nine Greek and Turkish soldiers" are of no one land
            return country.territory_iso3, before.endswith(("non-", "non"))
    for token in doc[victims.last + 1 : sentence_end]:
        if token.lower_ in NATIONALS and token.i > 0:
            country = demonyms().get(token.nbor(-1).lower_)
            told = {word.lower_ for word in doc[max(victims.last + 1, token.i - 8) : token.i]}
            if told & {"among", "including", "one", "two", "three", "some", "several", "most"}:
                return None, False
            if country is not None and told & {"whom", "them", "were", "all", "both", "victims"}:
                return country.territory_iso3, bool(told & {"not", "n't", "none", "neither", "non"})
    return None, False
