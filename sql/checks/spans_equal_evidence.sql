-- Every value leads back to its words: rows are those whose evidence is not what articles.text holds at their span.
-- An article that is not there, or is not current, is a fault of references_whole.
with spans as (
    select 'event_mentions' as table_name, article_id, version, span_start, span_end, evidence from event_mentions
    union all
    select 'casualties', article_id, version, span_start, span_end, evidence from casualties
    union all
    select 'quotes', article_id, version, span_start, span_end, evidence from quotes
    union all
    select 'actor_mentions', article_id, version, span_start, span_end, evidence from actor_mentions
    union all
    select 'place_mentions', article_id, version, span_start, span_end, evidence from place_mentions
    union all
    select 'date_mentions', article_id, version, span_start, span_end, evidence from date_mentions
)

select spans.table_name, spans.article_id, spans.version, spans.span_start, spans.span_end, spans.evidence
from spans
inner join articles on articles.article_id = spans.article_id and articles.version = spans.version
where spans.span_end <= spans.span_start
    or substring(articles.text, spans.span_start + 1, spans.span_end - spans.span_start) != spans.evidence
