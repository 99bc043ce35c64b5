"""What one run leaves for the next: by these a run finds the articles, events and actors that new articles can touch, and only those.

No reader needs them. They are never published, stand in no dictionary and have no history; `casus run --rebuild` makes them anew.
"""

from __future__ import annotations

from warehouse.declare import Column, Table, required

ARTICLE_MARKS = Table(
    name="article_marks",
    grain="One row per article: by what a copy of its current version is known, and what its story is known by.",
    key=("article_id",),
    replaced_by="article",
    is_published=False,
    columns=(
        required("article_id", "text", "The article."),
        required("version", "integer", "Its current version.", low=1),
        required("text_sha256", "text", "SHA-256 of its text.", "hexadecimal"),
        required("fingerprint", "text", "SHA-256 of what it says of itself.", "hexadecimal"),
        Column("published_at", "time", "Its publication.", unit="UTC"),
        required("names", "json", "Weight of each name that may mark its story, by actor, place or words."),
        required("regions", "texts", "Provinces that it names."),
        required("words", "json", "Weight of its most telling words."),
        required("event_ids", "texts", "Events that it tells."),
    ),
)

ARTICLE_KEYS = Table(
    name="article_keys",
    grain="One row per article and name or word; articles that tell one story have one in common.",
    key=("article_id", "key"),
    replaced_by="article",
    is_published=False,
    columns=(
        required("article_id", "text", "The article."),
        required("key", "text", "Id of an actor or place, or a word."),
        Column("published_at", "time", "Publication of the article.", unit="UTC"),
    ),
)

NAME_COUNTS = Table(
    name="name_counts",
    grain="One row per name that may mark a story.",
    key=("name",),
    replaced_by="whole",
    is_published=False,
    columns=(
        required("name", "text", "Id of an actor or place, or words."),
        required("article_count", "integer", "Current articles that carry it.", "articles", low=1),
    ),
)

ARTICLE_BANDS = Table(
    name="article_bands",
    grain="One row per article and band of its MinHash signature; articles that share one may be copies.",
    key=("article_id", "band"),
    replaced_by="article",
    is_published=False,
    columns=(
        required("article_id", "text", "The article."),
        required("band", "integer", "Number of the band, from 0.", low=0),
        required("bucket", "integer", "Hash of the band's values and number."),
        Column("published_at", "time", "Publication of the article.", unit="UTC"),
    ),
)

MENTION_TIES = Table(
    name="mention_ties",
    grain="One row per mention of an event and fact that ties it to others: of two stories, only mentions with one in common, on days that "
    "meet, can be of one event.",
    key=("mention_id", "tie"),
    replaced_by="article",
    is_published=False,
    columns=(
        required("article_id", "text", "The article."),
        required("mention_id", "text", "The mention."),
        required("event_id", "text", "Its event."),
        required("tie", "text", "Type, layer, and what they have in common: a side or country with a day, toll or place; or both sides."),
        Column("first_day", "date", "First day on which others with the tie are met; null where open."),
        Column("last_day", "date", "Last such day."),
    ),
)

HIDDEN_COLUMNS = Table(
    name="hidden_columns",
    grain="One row per mention or claim that holds more than the columns of its table.",
    key=("row_id",),
    replaced_by="article",
    is_published=False,
    columns=(
        required("article_id", "text", "The article."),
        required("row_id", "text", "Id of the mention or claim."),
        required("columns", "json", "The values by name."),
        Column("published_at", "time", "Publication of the article.", unit="UTC"),
    ),
)

UNITED_ACTORS = Table(
    name="united_actors",
    grain="One row per reading of a person that stands under the id of another reading.",
    key=("reading_id",),
    replaced_by="whole",
    is_published=False,
    columns=(required("reading_id", "text", "Id of the reading."), required("actor_id", "text", "The actor that stands for it.")),
)

PERSON_KEYS = Table(
    name="person_keys",
    grain="One row per found person and key of the name; spellings of one name share a key.",
    key=("actor_id", "name_key"),
    replaced_by="whole",
    is_published=False,
    columns=(required("actor_id", "text", "The person."), required("name_key", "text", "Key of the name.")),
)

LINKED_DATASETS = Table(
    name="linked_datasets",
    grain="One row per dataset of which a file was linked: how, and as of when its links follow the events.",
    key=("dataset",),
    replaced_by="key",
    is_published=False,
    columns=(
        required("dataset", "text", "The dataset."),
        required("preset", "text", "How far apart two accounts of one event may lie, as asked for when the file was linked."),
        required("linked_at", "time", "The clock value of the run that made the links.", "UTC"),
    ),
)
