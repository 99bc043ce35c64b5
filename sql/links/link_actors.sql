-- One row per candidate whose sides are both known: how well they agree, and what that says for one event, in bits.
-- An actor that most events of the country have says little, a rare one much.
with event_sides as (
    select
        link_events.event_id, link_events.country_iso3,
        list(distinct event_actors.actor_id) as actor_ids,
        list(distinct coalesce(actors.parent_actor_id, event_actors.actor_id)) as parent_ids,
        count(distinct event_actors.role) filter (where actors.is_curated and event_actors.role in ('source', 'target')) < 2 as is_vague
    from link_events
    inner join event_actors on event_actors.event_id = link_events.event_id
    left join actors on actors.actor_id = event_actors.actor_id
    where event_actors.role in ('source', 'target', 'claimed_responsibility', 'accused')
    group by all
),

owned as (
    select country_iso3, unnest(actor_ids) as actor_id, 1 as own, 0 as kin from event_sides
    union all
    select country_iso3, unnest(list_distinct(list_concat(actor_ids, parent_ids))), 0, 1 from event_sides
),

used as (
    select country_iso3, actor_id, sum(own) as own, sum(kin) as kin
    from owned
    group by all
),

sides as (
    select
        candidates.event_id, candidates.dataset, candidates.external_id, event_sides.country_iso3, event_sides.is_vague,
        link_sides.actor_id, coalesce(actors.parent_actor_id, link_sides.actor_id) as parent_id,
        case
            when list_contains(event_sides.actor_ids, link_sides.actor_id) then 1.0
            when list_contains(event_sides.actor_ids, parent_id) or list_contains(event_sides.parent_ids, link_sides.actor_id) then 0.8
            when list_contains(event_sides.parent_ids, parent_id) then 0.6
            else 0.0
        end as agreement
    from link_candidates as candidates
    inner join event_sides on event_sides.event_id = candidates.event_id
    inner join link_sides on link_sides.dataset = candidates.dataset and link_sides.external_id = candidates.external_id
    left join actors on actors.actor_id = link_sides.actor_id
),

weighed as (
    select
        sides.*,
        (coalesce(of_actor.own, 0) + 1) / (coalesce(land.events, 0) + assumed_events) as own_share,
        (coalesce(of_parent.kin, 0) + 1) / (coalesce(land.events, 0) + assumed_events) as kin_share,
        case when sides.is_vague then vague_other_actor else other_actor end as other_share
    from sides
    left join link_lands as land on land.country_iso3 = sides.country_iso3
    left join used as of_actor on of_actor.country_iso3 is not distinct from sides.country_iso3 and of_actor.actor_id = sides.actor_id
    left join used as of_parent on of_parent.country_iso3 is not distinct from sides.country_iso3 and of_parent.actor_id = sides.parent_id
    cross join link_settings
)

select
    weighed.event_id, weighed.dataset, weighed.external_id,
    round(avg(weighed.agreement), 4) as actor_score,
    round(sum(bits(case
        when weighed.agreement = 1.0 then same_actor / weighed.own_share
        when weighed.agreement > 0 then kin_actor / greatest(0.05, weighed.kin_share)
        else weighed.other_share / greatest(weighed.other_share, 1 - weighed.kin_share)
    end)), 2) as actor_bits
from weighed
cross join link_settings
group by all
