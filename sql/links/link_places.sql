-- One row per candidate: what its days and its place say for one event, in bits, against others that lie as near by chance.
-- The chance is taken where the vaguer of the two lies: a province's events for one known to the province, a country's for one known to that.
-- It is that of the events or of the dataset's rows, whichever are more, without the two themselves.
with met as (
    select
        candidates.event_id, candidates.dataset, candidates.external_id, candidates.day_gap, candidates.distance_km,
        e.date_start as start_1, e.date_end as end_1, x.date_start as start_2, x.date_end as end_2, x.date_days as days_2,
        e.country_iso3, e.place_km as km_1, x.place_km as km_2,
        case when e.place_km > x.place_km then e.place_km else x.place_km end as spot_km,
        case when e.place_km > x.place_km then e.latitude else x.latitude end as spot_latitude,
        case when e.place_km > x.place_km then e.longitude else x.longitude end as spot_longitude,
        closeness(candidates.distance_km, e.place_km, x.place_km) as nearness
    from link_candidates as candidates
    inner join link_events as e on e.event_id = candidates.event_id
    inner join link_externals as x on x.dataset = candidates.dataset and x.external_id = candidates.external_id
),

surrounded as (
    select
        met.*,
        case when distance_km is null then 1 else nearness end as same_rate,
        case when distance_km is null then assumed_land_rate else assumed_rate end * assumed_days as assumed_others,
        case
            when distance_km is null then land.events - 1
            else around.events - case when km_1 > km_2 then closeness(0, km_1, km_1) else nearness end
        end as other_events,
        case
            when distance_km is null then land.externals - 1
            else around.externals - case when km_1 > km_2 then nearness else closeness(0, km_2, km_2) end
        end as other_externals
    from met
    left join link_lands as land on land.country_iso3 = met.country_iso3
    left join link_rates as around
        on around.spot_row = spot_row(met.spot_latitude, met.spot_km) and around.spot_column = spot_column(met.spot_longitude, met.spot_km)
            and around.place_km = met.spot_km
    cross join link_settings
),

measured as (
    select
        surrounded.*,
        (shared_days(start_1, end_1, start_2, end_2, days_2, 0) * same_day
        + shared_days(start_1, end_1, start_2, end_2, days_2, 1) * day_beside
        + shared_days(start_1, end_1, start_2, end_2, days_2, -1) * day_beside
        + shared_days(start_1, end_1, start_2, end_2, days_2, 2) * two_days_beside
        + shared_days(start_1, end_1, start_2, end_2, days_2, -2) * two_days_beside)
        / ((date_diff('day', start_1, end_1) + 1) * (date_diff('day', start_2, end_2) + 1 + 2 * days_2)) as day_share,
        greatest(
            (greatest(0, other_events) + assumed_others) / (link_span.event_days + assumed_days),
            (greatest(0, other_externals) + assumed_others) / (link_span.external_days + assumed_days)
        ) as other_rate
    from surrounded
    cross join link_span
    cross join link_settings
)

select
    measured.event_id, measured.dataset, measured.external_id, measured.day_gap, measured.distance_km,
    bits(measured.day_share * usual_days) as day_bits,
    bits(measured.same_rate / (measured.other_rate * usual_days)) as place_bits
from measured
cross join link_settings
