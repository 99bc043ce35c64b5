-- What a row refers to is there: rows are references that lead nowhere.
with refer as (
    select 'event_mentions.article_id' as field, mention_id as id, concat_ws(' ', article_id, version) as missing from event_mentions
    where not exists (select 1 from articles as a where a.article_id = event_mentions.article_id and a.version = event_mentions.version and a.is_current)
    union all
    select 'casualties.article_id', claim_id, concat_ws(' ', article_id, version) from casualties
    where not exists (select 1 from articles as a where a.article_id = casualties.article_id and a.version = casualties.version and a.is_current)
    union all
    select 'quotes.article_id', quote_id, concat_ws(' ', article_id, version) from quotes
    where not exists (select 1 from articles as a where a.article_id = quotes.article_id and a.version = quotes.version and a.is_current)
    union all
    select 'event_mentions.event_id', mention_id, event_id from event_mentions where event_id not in (select event_id from events)
    union all
    select 'casualties.event_id', claim_id, event_id from casualties where event_id not in (select event_id from events)
    union all
    select 'quotes.event_id', quote_id, event_id from quotes where event_id not in (select event_id from events)
    union all
    select 'event_actors.event_id', actor_id, event_id from event_actors where event_id not in (select event_id from events)
    union all
    select 'event_actors.actor_id', event_id, actor_id from event_actors where actor_id not in (select actor_id from actors)
    union all
    select 'actors.parent_actor_id', actor_id, parent_actor_id from actors where parent_actor_id not in (select actor_id from actors)
    union all
    select 'events.place_id', event_id, place_id from events where place_id not in (select place_id from places)
    union all
    select 'casualties.related_claim_id', claim_id, related_claim_id from casualties
    where related_claim_id not in (select claim_id from casualties)
    union all
    select 'articles.duplicate_of', article_id, duplicate_of from articles where duplicate_of not in (select a.article_id from articles as a)
    union all
    select 'event_links.event_id', external_id, event_id from event_links where event_id not in (select event_id from events)
    union all
    select 'event_links.external_id', event_id, concat_ws(' ', dataset, external_id) from event_links
    where not exists (select 1 from external_events as x where x.dataset = event_links.dataset and x.external_id = event_links.external_id)
)

select field, id, missing
from refer
where missing is not null
