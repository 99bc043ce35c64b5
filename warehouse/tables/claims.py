"""What sources say: claims about people harmed, and quotations."""

from __future__ import annotations

from warehouse.codes import CLAIM_RELATIONS, OUTCOMES, QUALIFIERS, QUOTE_KINDS, VICTIM_AGES_SEXES, VICTIM_GROUPS
from warehouse.declare import Column, Table, evidence_columns, required, stamps

CASUALTIES = Table(
    name="casualties",
    grain="One row per claim about people harmed; claims are never added up or replaced by one another.",
    key=("claim_id",),
    replaced_by="article",
    is_logged=True,
    columns=(
        required("claim_id", "text", "Id of the claim."),
        Column("event_id", "text", "The event that harmed them, null where unknown."),
        Column("mention_id", "text", "The mention of the event that the claim hangs on.", is_optional=True),
        *evidence_columns("the sentence"),
        required("sentence_index", "integer", "Number of the sentence in the article, from 0.", low=0),
        Column("count_text", "text", "The number as written, such as 'at least nine'."),
        Column("count_start", "integer", "Offset of count_text in articles.text.", unit="characters", low=0),
        Column("count_end", "integer", "Offset after count_text.", unit="characters", low=0),
        required("outcome", "text", "What happened to them.", values=OUTCOMES),
        Column("count_low", "integer", "Lowest number the words allow.", unit="persons", low=0),
        Column("count_best", "integer", "The number the words state; null where they state none.", unit="persons", low=0),
        Column("count_high", "integer", "Highest number the words allow; null where open ended.", unit="persons", low=0),
        required("qualifier", "text", "How the words bound the number.", values=QUALIFIERS),
        required("victim_group", "text", "Which sort of people.", values=VICTIM_GROUPS),
        required("victim_age_sex", "text", "Children, women, men.", values=VICTIM_AGES_SEXES),
        Column("victim_text", "text", "The victims as written."),
        Column("victim_country_iso3", "text", "Nationality of the victims.", unit="ISO 3166-1 alpha-3"),
        Column("victim_country_negated", "boolean", "Whether the source says they are not of that nationality."),
        Column("victim_actor_id", "text", "The actor that the victims belong to."),
        Column("claimant_text", "text", "Who says so, as written; null where the article itself does."),
        Column("claimant_actor_id", "text", "Who says so."),
        Column("via_text", "text", "Who relayed it, as written."),
        Column("asserted_on", "date", "The day the claim was made, or the article published."),
        Column("relation", "text", "How the claim stands to an earlier one.", values=CLAIM_RELATIONS),
        Column("related_claim_id", "text", "The earlier or wider claim."),
        Column("is_aggregate", "boolean", "A sum over a war or a period, not one event's toll.", is_optional=True),
        *stamps(),
    ),
)

QUOTES = Table(
    name="quotes",
    grain="One row per quotation or reported statement; one interrupted by its attribution is two rows.",
    key=("quote_id",),
    replaced_by="article",
    is_logged=True,
    columns=(
        required("quote_id", "text", "Id of the quotation."),
        *evidence_columns("the quoted content, without its quotation marks"),
        required("sentence_index", "integer", "Number of the sentence in the article, from 0.", low=0),
        required("kind", "text", "In the speaker's words, the reporter's, or both.", values=QUOTE_KINDS),
        Column("cue", "text", "The word of speech, as written."),
        Column("cue_start", "integer", "Offset of the cue in articles.text.", unit="characters", low=0),
        Column("cue_end", "integer", "Offset after the cue.", unit="characters", low=0),
        Column("speaker_text", "text", "The speaker, as written where the speech is attributed."),
        Column("speaker_start", "integer", "Offset of speaker_text in articles.text.", unit="characters", low=0),
        Column("speaker_end", "integer", "Offset after speaker_text.", unit="characters", low=0),
        Column("speaker_name", "text", "The speaker's name, resolved over the article."),
        Column("speaker_actor_id", "text", "The speaker."),
        Column("speaker_role", "text", "The speaker's office, as written."),
        Column("affiliation_text", "text", "For whom the speaker speaks, as written."),
        Column("affiliation_actor_id", "text", "For whom the speaker speaks."),
        Column("via_text", "text", "To whom it was said, or who relayed it, as written."),
        Column("event_id", "text", "The event it is about, where that is known."),
        *stamps(),
    ),
)
