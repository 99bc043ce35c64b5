-- From schema 1 to 2: the states behind an external event's sides, and which candidate link scores best on both sides.
-- Stores of some early versions of schema 1 have the columns already, hence `if not exists`.
alter table external_events add column if not exists source_country_iso3 VARCHAR;
alter table external_events add column if not exists target_country_iso3 VARCHAR;
alter table event_links add column if not exists is_best BOOLEAN default false;
alter table event_links alter column is_best set not null;
alter table event_links alter column is_best drop default;

update event_links set is_best = true
from (
    select
        dataset, external_id, event_id,
        score >= max(score) over (partition by event_id)
        and score >= max(score) over (partition by dataset, external_id) as is_best
    from event_links
) as ranked
where ranked.dataset = event_links.dataset
    and ranked.external_id = event_links.external_id
    and ranked.event_id = event_links.event_id
    and ranked.is_best
    and not exists (select 1 from event_links as marked where marked.is_best);
