"""Measure how long a report of 5,000 events takes to open in Chromium: `python -m tests.bench.report`.

The events are those of a report over the samples, again and again, each with a day, a place, sides and an id of its own. Timed are
building the page, and from asking for the file to the first frame with map, timeline and list drawn.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from copy import deepcopy
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from flows.report.data import read_report
from flows.report.page import assemble

EVENTS = 5000
TRIES = 3
DRAWN = "requestAnimationFrame(() => setTimeout(arguments[0], 0))"


def many_events(report: dict[str, Any]) -> dict[str, Any]:
    """Return the report with 5,000 events over two years, three continents and 900 actors."""
    first = date(2023, 1, 1)
    events = []
    for number, event in enumerate(islice(cycle(report["events"]), EVENTS)):
        own: dict[str, Any] = {"event_id": f"event_{number}", "date_start": (first + timedelta(days=number % 700)).isoformat()}
        own |= {"latitude": number % 97 * 0.5, "longitude": number % 89 * 0.7 - 10}
        events.append(deepcopy(event) | own | {"sides": {"source": [f"Group {number % 900}"], "target": [f"State {number % 40}"]}})
    return report | {"events": events}


def main(warehouse: Path) -> None:
    """Print the figures of one page."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,1000"):
        options.add_argument(flag)
    began = time.perf_counter()
    page = assemble(many_events(read_report(warehouse)))
    print(f"build a page of {EVENTS} events ({len(page.encode()) / 1024**2:.1f} MiB): {time.perf_counter() - began:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8")
        browser = webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))
        try:
            for _ in range(TRIES):
                browser.get("about:blank")
                began = time.perf_counter()
                browser.get(file.as_uri())
                browser.execute_async_script(DRAWN)
                opened = time.perf_counter() - began
                began = time.perf_counter()
                browser.execute_async_script(
                    "const done = arguments[0], box = document.getElementById('disputed'); box.click();"
                    "setTimeout(() => requestAnimationFrame(() => setTimeout(done, 0)), 125)"
                )
                print(f"open in Chromium: {opened:.2f} s; then filter: {time.perf_counter() - began - 0.125:.2f} s")
        finally:
            browser.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "warehouse/data"))
