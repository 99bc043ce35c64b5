-- One row per candidate whose types do not exclude each other, with what each part says for one event, in bits; what is unknown says nothing.
with type_shares as (
    select event_type, count(*) as event_count
    from link_events
    group by event_type
),

type_fits as (
    select
        types.dataset, types.external_type,
        (coalesce(sum(types.score * type_shares.event_count), 0) + any_value(assumed_types * assumed_fit))
        / ((select count(*) from link_events) + any_value(assumed_types)) as fit
    from link_types as types
    left join type_shares on type_shares.event_type = types.event_type
    cross join link_settings
    group by all
),

toll_counts as (
    select coalesce(deaths_best, deaths_low) as toll, count(*) as row_count
    from link_externals
    where coalesce(deaths_best, deaths_low) is not null
    group by all
),

toll_shares as (  -- smoothed by ten rows that follow the usual law of tolls: each number about as rare as its square
    select toll, (row_count + 10 / ((toll + 1.0) * (toll + 2.0))) / (sum(row_count) over () + 10) as toll_share
    from toll_counts
),

parts as (
    select
        places.event_id, places.dataset, places.external_id, places.day_gap, places.distance_km, places.day_bits, places.place_bits,
        case when fits.fit is null then null else coalesce(types.score, 0) end as type_score,
        bits(types.score / fits.fit) as type_bits,
        sides.actor_score,
        sides.actor_bits,
        toll_agreement(e.killed_low, e.killed_best, e.killed_high, x.deaths_low, x.deaths_best, x.deaths_high) as toll_score,
        coalesce(e.killed_best, e.killed_low) as toll_1,
        coalesce(x.deaths_best, x.deaths_low) as toll_2,
        toll_shares.toll_share
    from link_places as places
    inner join link_events as e on e.event_id = places.event_id
    inner join link_externals as x on x.dataset = places.dataset and x.external_id = places.external_id
    left join link_types as types on types.dataset = places.dataset and types.external_type = x.type_key and types.event_type = e.event_type
    left join type_fits as fits on fits.dataset = places.dataset and fits.external_type = x.type_key
    left join link_actors as sides
        on sides.dataset = places.dataset and sides.external_id = places.external_id and sides.event_id = places.event_id
    left join toll_shares on toll_shares.toll = coalesce(x.deaths_best, x.deaths_low)
)

select
    parts.event_id, parts.dataset, parts.external_id, parts.day_gap, round(parts.distance_km, 2) as distance_km,
    parts.type_score, parts.actor_score, round(parts.toll_score, 4) as toll_score,
    parts.day_bits, parts.place_bits, parts.type_bits, parts.actor_bits,
    bits(
        case when toll_1 = toll_2 then same_toll else 0 end / toll_share
        + near_toll * toll_nearness(toll_1, toll_2, toll_score, toll_spread) / toll_share
        + 1 - same_toll - near_toll
    ) as toll_bits
from parts
cross join link_settings
where coalesce(parts.type_score, 1) > 0
