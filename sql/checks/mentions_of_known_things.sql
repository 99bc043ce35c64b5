-- What a mention was resolved to is there: rows are actors and places named in a row of text but missing from actors and places.
with named as (
    select 'actor_mentions.actor_id' as field, article_id, actor_id as missing from actor_mentions
    union all
    select 'event_mentions.source_actor_id', article_id, source_actor_id from event_mentions
    union all
    select 'event_mentions.target_actor_id', article_id, target_actor_id from event_mentions
    union all
    select 'event_mentions.claimant_actor_id', article_id, claimant_actor_id from event_mentions
    union all
    select 'casualties.victim_actor_id', article_id, victim_actor_id from casualties
    union all
    select 'casualties.claimant_actor_id', article_id, claimant_actor_id from casualties
    union all
    select 'quotes.speaker_actor_id', article_id, speaker_actor_id from quotes
    union all
    select 'quotes.affiliation_actor_id', article_id, affiliation_actor_id from quotes
),

places_named as (
    select 'place_mentions.place_id' as field, article_id, place_id as missing from place_mentions
    union all
    select 'event_mentions.place_id', article_id, place_id from event_mentions
)

select field, article_id, missing from named where missing is not null and missing not in (select actor_id from actors)
union all
select field, article_id, missing from places_named where missing is not null and missing not in (select place_id from places)
