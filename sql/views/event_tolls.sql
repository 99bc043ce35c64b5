-- One row per event, outcome and policy (ucdp, acled, airwars): the toll as it stands now, with the claims used and those left out and why.
-- As of an earlier day: event_tolls_by_day, the last as_of on or before it (sql/examples/tolls_as_of.sql).
with ordered as (
    select
        event_id, outcome, policy, as_of, low, best, high, grade, article_count, origin_count, claims_used, claims_left_out,
        row_number() over (partition by event_id, outcome, policy order by as_of desc nulls last) as place
    from event_tolls_by_day
)

select
    event_id, outcome, policy, as_of, low, best, high, grade, article_count, origin_count, claims_used, claims_left_out
from ordered
where place = 1
