-- From schema 2 to 3: what each part of a link says, in bits. Links made before have none; the next `casus link` of the dataset makes them anew.
alter table event_links add column day_bits DOUBLE;
alter table event_links add column place_bits DOUBLE;
alter table event_links add column type_bits DOUBLE;
alter table event_links add column actor_bits DOUBLE;
alter table event_links add column toll_bits DOUBLE;
alter table event_links add column evidence_bits DOUBLE;
alter table event_links add column prior_bits DOUBLE;
