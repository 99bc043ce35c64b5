-- One row per day, source and target: how many events, of which kinds, and the people killed and injured in them.
-- An event stands on its first day; one known only to the week, month or year is left out, and so is one merely planned or denied.
-- An event between several sources and targets counts in each of their dyads, so sums over dyads count it more than once;
-- what two do to each other stands in both directions, and nobody is a dyad with itself. Where only a lowest number of people killed is known
-- it is the best one too; a highest number that is open for one event is open for their sum.
with dyads as (
    select event_id, unnest(source_actor_ids) as source_actor_id, target_actor_ids
    from events
    where date_precision = 'day' and status in ('asserted', 'contested')
),

pairs as (
    select event_id, source_actor_id, unnest(target_actor_ids) as target_actor_id
    from dyads
)

select
    events.date_start as day,
    pairs.source_actor_id,
    sources.name as source_name,
    sources.country_iso3 as source_country_iso3,
    sources.gwno as source_gwno,
    sources.ucdp_actor_id as source_ucdp_actor_id,
    pairs.target_actor_id,
    targets.name as target_name,
    targets.country_iso3 as target_country_iso3,
    targets.gwno as target_gwno,
    targets.ucdp_actor_id as target_ucdp_actor_id,
    count(*) as event_count,
    count(*) filter (where events.event_type = 'ASSAULT') as assault_count,
    count(*) filter (where events.event_type in ('ASSAULT', 'COERCE', 'PROTEST', 'SANCTION', 'MOBILIZE')) as material_conflict_count,
    count(*) filter (where events.event_type in ('ACCUSE', 'REJECT', 'THREATEN', 'REQUEST')) as verbal_conflict_count,
    count(*) filter (where events.event_type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT')) as cooperation_count,
    count(*) filter (where events.status = 'contested') as contested_count,
    sum(events.killed_low) as killed_low,
    sum(coalesce(events.killed_best, events.killed_low)) as killed_best,
    case when count(*) filter (where events.killed_low is not null and events.killed_high is null) = 0 then sum(events.killed_high) end as killed_high,
    sum(events.injured_best) as injured_best
from pairs
inner join events on events.event_id = pairs.event_id
left join actors as sources on sources.actor_id = pairs.source_actor_id
left join actors as targets on targets.actor_id = pairs.target_actor_id
where pairs.source_actor_id != pairs.target_actor_id
group by all
