-- One row with the constants of linking, so that they stand in one place with their reasons.
select
    150.0 as coarse_km,        -- places known less exactly than a province meet by country, not by distance
    62 as longest_days,        -- dates known less exactly than two months say too little to link
    0.5 as unknown_part,       -- a part that one side does not know speaks neither for nor against
    0.20 as day_weight,        -- weights chosen on planted copies: the sides tell namesake days and towns apart best
    0.25 as place_weight,
    0.10 as type_weight,
    0.30 as actor_weight,
    0.15 as toll_weight
