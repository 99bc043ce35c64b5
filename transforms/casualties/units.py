"""Words beside a number that make it count something else than people."""

from __future__ import annotations

from transforms.casualties.lexicon import word_set

# Rates, ages, times, money, distances, weights, parts.
UNITS = word_set(
    "% percent percentage pc year years yr month months week weeks day days hour hours minute minutes second seconds am pm a.m."
    " p.m. dollar dollars euro euros pound pounds rupee rupees peso pesos kilometer kilometers kilometre kilometres km mile miles"
    " meter meters metre metres m feet foot yard yards inch inches kg kilogram kilograms kilo kilos ton tons tonne tonnes gram"
    " grams acre acres hectare hectares degree degrees point points vote votes time times caliber calibre magnum mm round rounds block th"
    " st nd rd"
)
MONEY = frozenset(
    {
        "$",
        "€",
        "£",
        "¥",
        "#",
        "us$",
        "usd",
        "rs",
        "rs.",
        "no.",
        "number",
        "highway",
        "route",
        "channel",
        "apartment",
        "page",
        "section",
        "article",
    }
)
MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept"
    " oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec."
)
