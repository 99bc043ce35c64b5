-- From schema 6 to 7: mentions are found by the facts that tie them to others, the events of an article and what a mention hides by less.
-- As after schema 5, the first run after the migration resolves all kept articles once more and fills these tables. `schema_version` says
-- by a hash of what codes, comments, views and macros were made, and `linked_datasets` as of when links follow the events; until a dataset
-- stands there, the next run makes its links anew.
alter table schema_version add column made_sha256 VARCHAR;

drop table mention_blocks;

create table mention_ties (
    article_id VARCHAR not null,
    mention_id VARCHAR not null,
    event_id VARCHAR not null,
    tie VARCHAR not null,
    first_day DATE,
    last_day DATE
);

drop table article_marks;

create table article_marks (
    article_id VARCHAR not null,
    version BIGINT not null,
    text_sha256 VARCHAR not null,
    fingerprint VARCHAR not null,
    published_at TIMESTAMPTZ,
    names VARCHAR not null,
    regions VARCHAR[] not null,
    words VARCHAR not null,
    event_ids VARCHAR[] not null
);

drop table hidden_columns;

create table hidden_columns (
    article_id VARCHAR not null,
    row_id VARCHAR not null,
    columns VARCHAR not null,
    published_at TIMESTAMPTZ
);

create table linked_datasets (
    dataset VARCHAR not null,
    preset VARCHAR not null,
    linked_at TIMESTAMPTZ not null
);
