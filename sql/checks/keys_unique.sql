-- A key stands once: rows are keys that occur more than once in their table.
select 'articles' as table_name, concat_ws(' ', article_id, version) as key, count(*) as times from articles group by all having times > 1
union all
select 'event_mentions', mention_id, count(*) as times from event_mentions group by all having times > 1
union all
select 'events', event_id, count(*) as times from events group by all having times > 1
union all
select 'event_actors', concat_ws(' ', event_id, actor_id, role), count(*) as times from event_actors group by all having times > 1
union all
select 'actors', actor_id, count(*) as times from actors group by all having times > 1
union all
select 'casualties', claim_id, count(*) as times from casualties group by all having times > 1
union all
select 'quotes', quote_id, count(*) as times from quotes group by all having times > 1
union all
select 'actor_mentions', concat_ws(' ', article_id, version, span_start, span_end), count(*) as times from actor_mentions group by all having times > 1
union all
select 'place_mentions', concat_ws(' ', article_id, version, span_start, span_end), count(*) as times from place_mentions group by all having times > 1
union all
select 'date_mentions', concat_ws(' ', article_id, version, span_start, span_end), count(*) as times from date_mentions group by all having times > 1
union all
select 'places', place_id, count(*) as times from places group by all having times > 1
union all
select 'external_events', concat_ws(' ', dataset, external_id), count(*) as times from external_events group by all having times > 1
union all
select 'event_links', concat_ws(' ', event_id, dataset, external_id), count(*) as times from event_links group by all having times > 1
union all
select 'rejects', reject_id, count(*) as times from rejects group by all having times > 1
union all
select 'runs', run_id, count(*) as times from runs group by all having times > 1
union all
select 'annotations', concat_ws(' ', article_id, version), count(*) as times from annotations group by all having times > 1
