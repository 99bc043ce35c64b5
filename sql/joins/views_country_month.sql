-- Join with VIEWS or any country-month panel: the panel's keys, month_id (1 is January 1980) and GW number, with Casus's figures for the month.
-- A month without a row had no event in the articles read, which is not the same as a month of peace.
select
    country_month.month_id,
    country_month.country_gwno as gwno,
    country_month.country_iso3 as isoab,
    country_month.event_count,
    country_month.state_based_count,
    country_month.non_state_count,
    country_month.one_sided_count,
    country_month.killed_low,
    country_month.killed_best,
    country_month.killed_high
from country_month
where country_month.country_gwno is not null
order by country_month.month_id, country_month.country_gwno
