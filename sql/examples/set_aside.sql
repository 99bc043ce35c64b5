-- What was set aside, and why? One row per stage, field and reason, most frequent first, with one example.
select
    stage,
    field,
    reason,
    count(*) as row_count,
    count(distinct coalesce(article_id, raw_uri)) as record_count,
    min(coalesce(value, raw_uri, article_id)) as example
from rejects
group by stage, field, reason
order by row_count desc, stage, field, reason
