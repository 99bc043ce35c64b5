-- One row per candidate whose types do not exclude each other and whose score reaches the threshold, with the parts of the score.
-- Days and kilometres count less the vaguer the two dates and places are: a shared month or province is weak evidence.
with event_sides as (
    select
        event_actors.event_id,
        list(distinct event_actors.actor_id) as actor_ids,
        list(distinct coalesce(actors.parent_actor_id, event_actors.actor_id)) as parent_ids
    from event_actors
    left join actors on actors.actor_id = event_actors.actor_id
    where event_actors.role in ('source', 'target', 'claimed_responsibility', 'accused')
    group by event_actors.event_id
),

external_sides as (
    select
        link_sides.dataset,
        link_sides.external_id,
        list(struct_pack(own := link_sides.actor_id, parent := coalesce(actors.parent_actor_id, link_sides.actor_id))) as sides
    from link_sides
    left join actors on actors.actor_id = link_sides.actor_id
    group by link_sides.dataset, link_sides.external_id
),

known_types as (
    select distinct dataset, external_type as type_key from link_types
),

parts as (
    select
        candidates.event_id, candidates.dataset, candidates.external_id, candidates.day_gap, candidates.distance_km,
        (1 - candidates.day_gap / (candidates.window_days + 1)) * 15 / (15 + candidates.vague_days) as day_score,
        (1 - coalesce(candidates.distance_km, 0) / candidates.window_km) * 100 / (100 + candidates.vague_km) as place_score,
        case when known_types.type_key is null then null else coalesce(types.score, 0) end as type_score,
        list_avg(list_transform(external_sides.sides, lambda side: case
            when list_contains(event_sides.actor_ids, side.own) then 1.0
            when list_contains(event_sides.actor_ids, side.parent) or list_contains(event_sides.parent_ids, side.own) then 0.8
            when list_contains(event_sides.parent_ids, side.parent) then 0.6
            else 0.0
        end)) as actor_score,
        toll_agreement(e.killed_low, e.killed_best, e.killed_high, x.deaths_low, x.deaths_best, x.deaths_high) as toll_score
    from link_candidates as candidates
    inner join link_events as e on e.event_id = candidates.event_id
    inner join link_externals as x on x.dataset = candidates.dataset and x.external_id = candidates.external_id
    left join link_types as types
        on types.dataset = candidates.dataset and types.external_type = x.type_key and types.event_type = e.event_type
    left join known_types on known_types.dataset = candidates.dataset and known_types.type_key = x.type_key
    left join external_sides on external_sides.dataset = candidates.dataset and external_sides.external_id = candidates.external_id
    left join event_sides on event_sides.event_id = candidates.event_id
),

scored as (
    select
        parts.*,
        link_settings.day_weight * parts.day_score
        + link_settings.place_weight * parts.place_score
        + link_settings.type_weight * coalesce(parts.type_score, link_settings.unknown_part)
        + link_settings.actor_weight * coalesce(parts.actor_score, link_settings.unknown_part)
        + link_settings.toll_weight * coalesce(parts.toll_score, link_settings.unknown_part) as score
    from parts
    cross join link_settings
)

select
    scored.event_id, scored.dataset, scored.external_id, round(scored.score, 4) as score, scored.day_gap,
    round(scored.distance_km, 2) as distance_km, scored.type_score, round(scored.actor_score, 4) as actor_score,
    round(scored.toll_score, 4) as toll_score,
    scored.score >= max(scored.score) over (partition by scored.event_id)
    and scored.score >= max(scored.score) over (partition by scored.dataset, scored.external_id) as is_best
from scored
cross join link_window
where coalesce(scored.type_score, 1) > 0 and scored.score >= link_window.threshold
order by scored.dataset, scored.external_id, scored.event_id
