"""The notebook runs as it stands, from published Parquet to a map with the event on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from tests.warehouse.world import run, world
from warehouse.publish import publish
from warehouse.store import open_store

NOTEBOOK = Path(__file__).parents[2] / "sql" / "examples" / "parquet_to_map.py"


def test_from_parquet_to_a_map(tmp_path: Path) -> None:
    rows = world()
    rows["events"][0]["title"] = "<b>Pakistan</b> strikes Saravan"
    with open_store(tmp_path) as store:
        store.load(rows, run("r1"))
    publish(tmp_path)
    environment = os.environ | {"CASUS_PARQUET": str(tmp_path / "parquet"), "CASUS_MAP": str(tmp_path / "map.svg")}
    done = subprocess.run([sys.executable, str(NOTEBOOK)], env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "Nine people died in Saravan." in done.stdout
    assert "At least ten" in done.stdout
    drawn = ElementTree.parse(tmp_path / "map.svg").getroot()
    names = "{http://www.w3.org/2000/svg}"
    (circle,) = drawn.iter(f"{names}circle")
    assert circle.findtext(f"{names}title") == "<b>Pakistan</b> strikes Saravan, 2024-01-18"
    assert circle.get("fill") == "#a3341f", "a contested event stands out"
    assert len(list(drawn.iter(f"{names}polyline"))) > 400
