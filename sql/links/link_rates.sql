-- One row per spot: how many events, and how many external events, lie about it a square kilometre, over all days.
with near as (
    select
        here.spot_row, here.spot_column, here.place_km, there.event_count, there.external_count,
        closeness(kilometres(here.latitude, here.longitude, there.latitude, there.longitude), here.place_km, there.place_km) as nearness
    from link_reach as reach
    inner join link_spots as here
        on reach.key_1 = cast(here.spot_row as varchar) and reach.key_2 = cast(here.spot_column as varchar) and reach.place_km = here.place_km
    inner join link_spots as there on there.band = reach.band and there.cell = reach.cell
    where reach.what = 'spot'
        and kilometres(here.latitude, here.longitude, there.latitude, there.longitude) <= spot_reach(here.place_km)
)

select
    spot_row, spot_column, place_km,
    cast(sum(cast(event_count * nearness as decimal(38, 12))) as double) as events,
    cast(sum(cast(external_count * nearness as decimal(38, 12))) as double) as externals
from near
group by all
