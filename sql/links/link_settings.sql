-- One row with the constants of linking, so that they stand in one place with their reasons.
select
    150.0 as coarse_km,        -- places known less exactly than a province meet by country, not by distance
    62 as longest_days,        -- dates known less exactly than two months say too little to link
    0.60 as same_day,          -- sources that report one event give the same day; else a day or two apart: press time, night, time zone
    0.14 as day_beside,
    0.06 as two_days_beside,
    5 as usual_days,           -- days within which two reports of one event may lie: what chance is weighed against
    90 as assumed_days,        -- a place is taken as watched for so many days more than it was, ...
    0.000005 as assumed_rate,  -- ... in which a square kilometre had so many events a day, about one a day in a middling country,
    0.1 as assumed_land_rate,  -- and a country so many: a small warehouse must not take its few events for all that happened
    180 as nearby_days,        -- rows of a dataset longer before or after all events say nothing about how much happened then
    20 as assumed_types,       -- the mix of types is smoothed by so many events ...
    0.3 as assumed_fit,        -- ... which fit a type this well on average (mean of seeds/link_types.csv over PLOVER's sixteen types)
    10 as assumed_events,      -- how often a country's events have an actor is smoothed by so many events, one of them the actor's
    0.85 as same_actor,        -- two sources name the same actor for a side of one event, ...
    0.10 as kin_actor,         -- ... or one of its parts or its state, or another part of the same state, ...
    0.05 as other_actor,       -- ... or somebody else,
    0.40 as vague_other_actor, -- which is common where an event's own side was not recognised
    0.50 as same_toll,         -- two sources give one event's dead the same number, ...
    0.40 as near_toll,         -- ... or one near it: reports at other times, of other counts; else any number at all
    0.35 as toll_spread,       -- how near, as a difference of logarithms: 10 and 14 dead are one spread apart
    ['gdelt', 'polecat'] as datasets_of_reports -- their rows are reports, of which many may tell of one event
