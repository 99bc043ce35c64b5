-- From schema 5 to 6: what one run leaves for the next, so that a run looks only at what its articles can touch.
-- The tables are empty at first: the first run after the migration resolves all kept articles once more and fills them.
create table article_marks (
    article_id VARCHAR not null,
    version BIGINT not null,
    text_sha256 VARCHAR not null,
    fingerprint VARCHAR not null,
    published_at TIMESTAMPTZ,
    names VARCHAR not null,
    regions VARCHAR[] not null,
    words VARCHAR not null
);

create table article_keys (
    article_id VARCHAR not null,
    key VARCHAR not null,
    published_at TIMESTAMPTZ
);

create table name_counts (
    name VARCHAR not null,
    article_count BIGINT not null
);

create table article_bands (
    article_id VARCHAR not null,
    band BIGINT not null,
    bucket BIGINT not null,
    published_at TIMESTAMPTZ
);

create table mention_blocks (
    article_id VARCHAR not null,
    mention_id VARCHAR not null,
    event_id VARCHAR not null,
    block VARCHAR not null,
    first_day DATE,
    last_day DATE
);

create table hidden_columns (
    article_id VARCHAR not null,
    row_id VARCHAR not null,
    columns VARCHAR not null
);

create table united_actors (
    reading_id VARCHAR not null,
    actor_id VARCHAR not null
);

create table person_keys (
    actor_id VARCHAR not null,
    name_key VARCHAR not null
);
