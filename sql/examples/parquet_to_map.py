# %% [markdown]
# # From the Parquet files to a map
#
# A notebook in plain Python: Jupyter (with jupytext), VS Code and PyCharm open it cell by cell, and
# `python sql/examples/parquet_to_map.py` runs it whole. It needs DuckDB and pandas, and what `make run` has written.
# Put your own folder in `CASUS_PARQUET`.

# %%
import json
import os
from html import escape
from pathlib import Path

import duckdb
import pandas as pd

PARQUET = Path(os.environ.get("CASUS_PARQUET", "warehouse/data/parquet"))
OUTLINES = Path(__file__ if "__file__" in globals() else "sql/examples/x").resolve().parents[2] / "flows/report/assets/countries-110m.json"

# %% [markdown]
# Every table is a folder of Parquet files; a view for each makes them look like a database. Nothing is copied.

# %%
store = duckdb.connect()
for folder in sorted(path for path in PARQUET.iterdir() if path.is_dir()):
    store.sql(f"create view {folder.name} as from read_parquet('{folder}/*.parquet')")
print(store.sql("select count(*) as events, count(latitude) as placed, count(distinct country_iso3) as countries from events"))

# %% [markdown]
# A toll is a range, and an open end is not a number: `killed_high` is null where a source says "at least". So the map takes the low
# figure for the size of a circle, and colours red what sources contradict each other about.

# %%
events: pd.DataFrame = store.sql(
    """
    select
        events.event_id, events.title, events.date_start, events.place_name, events.country_iso3,
        events.latitude, events.longitude, events.killed_low, events.killed_high, events.independent_count,
        coalesce(bool_or(events.status = 'contested' or claims.relation = 'disputes'), false) as is_disputed
    from events
    left join casualties as claims on claims.event_id = events.event_id
    where events.latitude is not null
    group by all
    order by events.killed_low desc nulls last, events.event_id
    """
).df()
by_country = events.groupby("country_iso3").agg(
    events=("event_id", "count"), killed_low=("killed_low", "sum"), disputed=("is_disputed", "sum")
)
print(by_country.sort_values("events", ascending=False).to_string())

# %% [markdown]
# Behind each figure stands a sentence. These are the claims of the deadliest event, as their sources made them.

# %%
if len(events):
    claims: pd.DataFrame = store.execute(
        """
        select
            claims.count_text, claims.outcome,
            coalesce(claims.claimant_text, 'the article itself') as claimant,
            claims.relation, articles.publisher, claims.evidence
        from casualties as claims
        inner join articles on articles.article_id = claims.article_id and articles.version = claims.version
        where claims.event_id = ?
        order by claims.asserted_on, claims.article_id, claims.span_start
        """,
        [events.event_id.iloc[0]],
    ).df()
    print(claims.to_string())

# %% [markdown]
# The map: the outlines that Casus bundles for its report (Natural Earth), and a circle for each event.


# %%
def outline_paths(file: Path) -> list[list[tuple[float, float]]]:
    """Return the lines of a TopoJSON file: every arc once, its steps added up."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    paths = []
    for arc in topology["arcs"]:
        steps = pd.DataFrame(arc).cumsum()
        paths.append(list(zip(steps[0] * scale_x + move_x, steps[1] * scale_y + move_y, strict=True)))
    return paths


def draw(events: pd.DataFrame, width: int = 900) -> str:
    """Return an SVG with the outlines around the events; titles come from articles and are escaped."""
    west, east = events.longitude.min() - 6, events.longitude.max() + 6
    south, north = events.latitude.min() - 4, events.latitude.max() + 4
    zoom = width / (east - west)
    lines = "".join(
        '<polyline points="' + " ".join(f"{(x - west) * zoom:.1f},{(north - y) * zoom:.1f}" for x, y in path) + '"/>'
        for path in outline_paths(OUTLINES)
    )
    circles = "".join(
        f'<circle cx="{(row.longitude - west) * zoom:.1f}" cy="{(north - row.latitude) * zoom:.1f}"'
        f' r="{4 + (0 if pd.isna(row.killed_low) else row.killed_low) ** 0.5:.1f}" fill="{"#a3341f" if row.is_disputed else "#1f5f80"}">'
        f"<title>{escape(str(row.title))}, {str(row.date_start)[:10]}</title></circle>"
        for row in events.itertuples()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{(north - south) * zoom:.0f}" style="background:#e4ecf0">'
        f'<g fill="none" stroke="#9a9484">{lines}</g><g fill-opacity="0.65" stroke="#fff">{circles}</g></svg>'
    )


# %%
if len(events):
    drawn = Path(os.environ.get("CASUS_MAP", "events.svg"))
    drawn.write_text(draw(events), encoding="utf-8")
    print(f"Map {drawn}: {len(events)} events")
