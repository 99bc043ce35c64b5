"""The codes that columns of the contract may hold."""

from __future__ import annotations

# PLOVER's sixteen event types (Halterman et al. 2023, "PLOVER and POLECAT").
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# ACLED codebook 2023: six event types.
ACLED_EVENT_TYPES = (
    "Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians", "Strategic developments",
)  # fmt: skip
STANCES = ("asserted", "claimed_responsibility", "accused", "denied", "planned", "threatened", "hypothetical")
EVENT_STATUSES = ("asserted", "contested", "denied", "planned")
DATE_PRECISIONS = ("day", "week", "month", "year")
PLACE_PRECISIONS = ("point", "city", "admin2", "admin1", "country")
ACTOR_KINDS = ("state", "state_forces", "armed_group", "party", "igo", "ngo", "media", "person", "population", "other")
ACTOR_ROLES = ("source", "target", "claimed_responsibility", "accused", "denied", "location_state", "mediator")
OUTCOMES = ("killed", "injured", "missing", "detained", "abducted", "displaced", "casualties")
QUALIFIERS = ("exact", "at_least", "at_most", "more_than", "about", "range", "vague")
VICTIM_GROUPS = ("civilian", "combatant", "security_forces", "official", "journalist", "aid_worker", "unknown")
VICTIM_AGES_SEXES = ("child", "woman", "man", "mixed", "unknown")
CLAIM_RELATIONS = ("repeats", "revises", "disputes", "subset_of")
QUOTE_KINDS = ("direct", "indirect", "mixed")
PUBLISHED_PRECISIONS = ("second", "day", "month")
PUBLISHED_BASES = ("metadata", "feed", "html", "text", "argument", "inferred")
DATE_ANCHORS = ("published_at", "text", "none")
DATASETS = ("ucdp-ged", "acled", "gdelt", "polecat", "generic")
