"""Whether "officers" are policemen or soldiers: where the sentences around tell of police and of no troops they are the former."""

from __future__ import annotations

from transforms.actors.lexicon import AgentNoun, agent_nouns
from transforms.actors.reading import Reading
from transforms.actors.register import Sighting

POLICE_OFFICER = ("police", "officer")
# Sentences back.
REACH = 3


def read_officers(reading: Reading) -> None:
    """Class the officers that nobody owns with the police where their sentence and those before tell of police only."""
    for officer in reading.sightings():
        if officer.basis != "unnamed" or officer.noun_class != "forces" or not _is_officer(officer):
            continue
        near = {s.noun_class for s in reading.sightings() if 0 <= officer.sentence - s.sentence <= REACH and not _is_officer(s)}
        if "police" in near and "forces" not in near:
            officer.noun_class = "police"


def noun_meant(sighting: Sighting, noun: AgentNoun) -> AgentNoun:
    """Return the noun that a mention stands for: "officers" of the police for "officers" among policemen, else its own."""
    is_police = sighting.noun_class == "police" and noun.noun_class == "forces"
    return agent_nouns()[POLICE_OFFICER] if is_police else noun


def _is_officer(sighting: Sighting) -> bool:
    return sighting.head.lemma_.lower() == "officer"
