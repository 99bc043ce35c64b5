-- One row per event and stretch of time in which its figures stood so, from `as_of` (a run) to `superseded_at` (null: still so).
-- The figures follow the default policy as that run knew them; how a toll grew by the days of the claims is event_tolls_by_day.
select
    event_id,
    recorded_at as as_of,
    superseded_at,
    run_id,
    change,
    title,
    status,
    article_count,
    independent_count,
    killed_low,
    killed_best,
    killed_high,
    injured_low,
    injured_best,
    injured_high,
    confidence
from events_history
