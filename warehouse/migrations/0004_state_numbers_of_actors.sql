-- From schema 3 to 4: COW and ISO numbers of states among the actors. Older rows have none; the next run that resolves writes all actors anew.
alter table actors add column cow BIGINT;
alter table actors add column iso_numeric BIGINT;
