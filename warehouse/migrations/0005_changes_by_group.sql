-- From schema 4 to 5: a log of articles, and which groups of rows each run changed where stamps do not tell, for `casus export --since`.
-- Of runs before, nothing says what they changed: every group counts as changed by the latest of them. Articles have no earlier states.
create table articles_log (
    article_id VARCHAR not null,
    version BIGINT not null,
    is_current BOOLEAN not null,
    external_id VARCHAR,
    url VARCHAR,
    publisher VARCHAR,
    publisher_domain VARCHAR,
    publisher_country_iso3 VARCHAR,
    title VARCHAR,
    byline VARCHAR,
    language VARCHAR,
    published_at TIMESTAMPTZ,
    published_precision VARCHAR,
    published_basis VARCHAR,
    fetched_at TIMESTAMPTZ,
    text_sha256 VARCHAR not null,
    raw_sha256 VARCHAR not null,
    raw_uri VARCHAR not null,
    char_count BIGINT not null,
    sentence_count BIGINT not null,
    origin VARCHAR,
    dateline_place VARCHAR,
    duplicate_of VARCHAR,
    pipeline_version VARCHAR,
    recorded_at TIMESTAMPTZ not null,
    run_id VARCHAR not null,
    superseded_at TIMESTAMPTZ not null,
    superseded_by_run_id VARCHAR not null,
    change VARCHAR not null
);
create table touched (table_name VARCHAR not null, key VARCHAR not null, recorded_at TIMESTAMPTZ not null);

insert into touched
select changed.table_name, changed.key, latest.recorded_at
from (
    select distinct 'event_actors' as table_name, event_id as key from event_actors
    union all
    select 'actors', actor_id from actors
    union all
    select distinct 'actor_mentions', article_id from actor_mentions
    union all
    select distinct 'place_mentions', article_id from place_mentions
    union all
    select distinct 'date_mentions', article_id from date_mentions
    union all
    select 'places', place_id from places
) as changed
cross join (select max(recorded_at) as recorded_at from runs) as latest
where latest.recorded_at is not null;
