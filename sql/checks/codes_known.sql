-- Every code is one that the contract declares: rows are codes that are not in the table codes.
with used as (
    select distinct 'articles' as table_name, 'published_precision' as column_name, published_precision as code from articles
    union all
    select distinct 'articles', 'published_basis', published_basis from articles
    union all
    select distinct 'event_mentions', 'event_type', event_type from event_mentions
    union all
    select distinct 'event_mentions', 'date_precision', date_precision from event_mentions
    union all
    select distinct 'event_mentions', 'stance', stance from event_mentions
    union all
    select distinct 'events', 'event_type', event_type from events
    union all
    select distinct 'events', 'acled_event_type', acled_event_type from events
    union all
    select distinct 'events', 'date_precision', date_precision from events
    union all
    select distinct 'events', 'place_precision', place_precision from events
    union all
    select distinct 'events', 'status', status from events
    union all
    select distinct 'event_actors', 'role', role from event_actors
    union all
    select distinct 'actors', 'kind', kind from actors
    union all
    select distinct 'casualties', 'outcome', outcome from casualties
    union all
    select distinct 'casualties', 'qualifier', qualifier from casualties
    union all
    select distinct 'casualties', 'victim_group', victim_group from casualties
    union all
    select distinct 'casualties', 'victim_age_sex', victim_age_sex from casualties
    union all
    select distinct 'casualties', 'relation', relation from casualties
    union all
    select distinct 'quotes', 'kind', kind from quotes
    union all
    select distinct 'date_mentions', 'date_precision', date_precision from date_mentions
    union all
    select distinct 'date_mentions', 'anchor', anchor from date_mentions
    union all
    select distinct 'places', 'precision', precision from places
    union all
    select distinct 'external_events', 'dataset', dataset from external_events
    union all
    select distinct 'event_links', 'dataset', dataset from event_links
)

select used.table_name, used.column_name, used.code
from used
where used.code is not null
    and not exists (
        select 1 from codes
        where codes.table_name = used.table_name and codes.column_name = used.column_name and codes.code = used.code
    )
