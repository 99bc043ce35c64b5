"""Articles, and what was set aside on the way in."""

from __future__ import annotations

from warehouse.codes import PUBLISHED_BASES, PUBLISHED_PRECISIONS
from warehouse.declare import Column, Table, required, stamps

ARTICLES = Table(
    name="articles",
    grain="One row per version of an article.",
    key=("article_id", "version"),
    replaced_by="article",
    is_logged=True,
    unlogged=("text", "extra"),  # a changed text is a new version, and the old one stays
    columns=(
        required("article_id", "text", "Id of the article, the same for all its versions."),
        required("version", "integer", "Number of the version, from 1; a changed text is a new version.", low=1),
        required("is_current", "boolean", "Whether this is the latest version; the other tables hold rows of current versions only."),
        Column("external_id", "text", "The id that the input gave."),
        Column("url", "text", "Canonical address of the page."),
        Column("publisher", "text", "Name of the publisher."),
        Column("publisher_domain", "text", "The publisher's registered domain."),
        Column("publisher_country_iso3", "text", "Country of the publisher.", unit="ISO 3166-1 alpha-3"),
        Column("title", "text", "Headline."),
        Column("byline", "text", "Authors as written."),
        Column("language", "text", "Language of the text.", unit="ISO 639-1"),
        Column("published_at", "time", "When the article was published; midnight UTC where only the day or month is known.", unit="UTC"),
        Column("published_precision", "text", "How exactly published_at is known.", values=PUBLISHED_PRECISIONS),
        Column("published_basis", "text", "Where published_at comes from.", values=PUBLISHED_BASES),
        Column("fetched_at", "time", "When the page was fetched, null for files.", unit="UTC"),
        required("text", "text", "The cleaned article, headline first when known: no navigation, related stories or notices."),
        required("text_sha256", "text", "SHA-256 of text in UTF-8.", "hexadecimal"),
        required("raw_sha256", "text", "SHA-256 of the record or page as it came in.", "hexadecimal"),
        required("raw_uri", "text", "Where the record came from: a path, with its line or member, or an address."),
        required("char_count", "integer", "Length of text.", "characters", low=0),
        required("sentence_count", "integer", "Sentences that the parser found in text.", "sentences", low=0),
        Column("origin", "text", "Agency that the text credits, such as Reuters."),
        Column("dateline_place", "text", "Place named in the dateline, as written.", is_optional=True),
        Column("duplicate_of", "text", "The article_id of the earliest article that this one nearly repeats."),
        Column("extra", "json", "Fields of the input that have no column, as JSON."),
        Column("pipeline_version", "text", "Version of code and seeds that read this version.", is_optional=True),
        *stamps(),
    ),
)

REJECTS = Table(
    name="rejects",
    grain="One row per record or value that was set aside, with the reason.",
    key=("reject_id",),
    replaced_by="article",
    columns=(
        required("reject_id", "text", "Id made of the other columns; the store makes it."),
        required("stage", "text", "The stage that set it aside."),
        Column("article_id", "text", "The article, null where the record never became one."),
        Column("raw_uri", "text", "Where the record came from."),
        Column("field", "text", "The field whose value was set aside, null for a whole record."),
        Column("value", "text", "The value, cut where it is long."),
        required("reason", "text", "Why, and what to do about it."),
        *stamps(),
    ),
)

ANNOTATIONS = Table(
    name="annotations",
    grain="One row per current article: everything read from it alone, kept so that it need not be read again.",
    key=("article_id", "version"),
    replaced_by="article",
    is_published=False,
    columns=(
        required("article_id", "text", "The article."),
        required("version", "integer", "The version that was read.", low=1),
        Column("pipeline_version", "text", "Version of code and seeds that read it.", is_optional=True),
        required("payload", "json", "The rows as they were before looking across articles."),
    ),
)
