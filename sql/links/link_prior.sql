-- One row: what is known of any pair before it is looked at, in bits: how many events have a row at all, to how many rows have no event.
-- Both shares are estimated from the scores that come out where one in two is assumed, with ten more that keep to that.
with matched as (
    select cast(sum(exact(score)) as double) as links from link_scores
),

rows_about as (
    select count(*) as external_count
    from link_externals as x
    cross join link_span
    where x.date_start between link_span.first_day and link_span.last_day
),

shares as (
    select
        least(0.95, (coalesce(matched.links, 0) + 5) / ((select count(*) from link_events) + 10)) as of_events,
        least(0.95, (coalesce(matched.links, 0) + 5) / (rows_about.external_count + 10)) as of_rows
    from matched
    cross join rows_about
)

select bits(of_events / (1 - of_rows)) as prior_bits
from shares
