-- Triggers, counts, cues and speakers stand where their offsets say: rows are those whose words are not what articles.text holds there.
with inner_spans as (
    select 'event_mentions.trigger' as field, mention_id as id, article_id, version, trigger_start as starts, trigger_end as ends, trigger as words
    from event_mentions
    union all
    select 'casualties.count_text', claim_id, article_id, version, count_start, count_end, count_text from casualties
    union all
    select 'quotes.cue', quote_id, article_id, version, cue_start, cue_end, cue from quotes
    union all
    select 'quotes.speaker_text', quote_id, article_id, version, speaker_start, speaker_end, speaker_text from quotes
)

select inner_spans.field, inner_spans.id, inner_spans.starts, inner_spans.ends, inner_spans.words
from inner_spans
inner join articles on articles.article_id = inner_spans.article_id and articles.version = inner_spans.version
where (inner_spans.starts is null) != (inner_spans.ends is null)
    or substring(articles.text, inner_spans.starts + 1, inner_spans.ends - inner_spans.starts) != inner_spans.words
