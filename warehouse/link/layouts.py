"""The columns of the datasets as their makers publish them, in order."""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# UCDP GED 24.1 and UCDP Candidate, 49 columns; Candidate files come without a header row.
UCDP_GED = _names(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id "
    "dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
    "source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt "
    "priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians "
    "deaths_unknown best high low gwnoa gwnob"
)
# ACLED data export, 31 columns.
ACLED = _names(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
    "assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude "
    "geo_precision source source_scale notes fatalities tags timestamp"
)
# GDELT 2.0 event database codebook, 61 columns, tab-separated, without a header row.
_GDELT_ACTOR = _names("Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code")
_GDELT_PLACE = _names("Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID")
GDELT = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _GDELT_ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in _GDELT_PLACE),
    *("DATEADDED", "SOURCEURL"),
)
# POLECAT weekly files (Harvard Dataverse), 40 columns, tab-separated.
_POLECAT_SIDE = ("{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw", "Wikipedia {0} ID")
POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format(side) for side in ("Actor", "Recipient") for name in _POLECAT_SIDE),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
LAYOUTS: dict[str, tuple[str, ...]] = {"ucdp-ged": UCDP_GED, "acled": ACLED, "gdelt": GDELT, "polecat": POLECAT}
DELIMITERS = {"ucdp-ged": ",", "acled": ",", "gdelt": "\t", "polecat": "\t", "generic": ","}
# What a mapping file for a generic dataset may name.
GENERIC = _names(
    "external_id event_type date_start date_end date_days place_name country_iso3 country_gwno latitude longitude place_km source_name "
    "source_code source_country_iso3 target_name target_code target_country_iso3 deaths_low deaths_best deaths_high"
)
GENERIC_NEEDED = ("external_id", "date_start")
