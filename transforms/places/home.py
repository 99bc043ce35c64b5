"""The country a paper is at home in, which a name that it does not explain is most likely in."""

from __future__ import annotations

from transforms.places.countries import country_by_iso2, country_by_iso3
from transforms.records import Article

# Endings that are sold to anybody, wherever they are.
SOLD = frozenset(
    {"ai", "am", "cc", "co", "fm", "gg", "im", "io", "is", "la", "ly", "me", "nu", "sh", "st", "su", "to", "tk", "tv", "vc", "ws"}
)


def home_country(article: Article) -> str | None:
    """Return the ISO3 code of the publisher's country: as known, or as the ending of its domain says (".uk", ".pk"), or None."""
    if article.publisher_country_iso3 is not None and country_by_iso3(article.publisher_country_iso3) is not None:
        return article.publisher_country_iso3
    ending = (article.publisher_domain or "").rstrip(".").rpartition(".")[2].lower()
    if len(ending) != 2 or ending in SOLD:
        return None
    country = country_by_iso2("GB" if ending == "uk" else ending)
    return country.iso3 if country is not None else None
