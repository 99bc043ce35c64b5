"""The page in a real Chromium: it draws, filters, shows its evidence, complains of nothing, and runs no article's script."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.report.build import write_report
from flows.report.data import read_report
from flows.report.page import assemble
from tests.flows.report.example import HOSTILE, HOSTILE_TITLE, disputed_world, hostile_world, load

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import Select, WebDriverWait  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER), reason="no chromium and chromedriver here; on Debian: apt install chromium chromium-driver"
    ),
]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
    "--window-size=1280,1000",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A function from rows to the browser with their page open; afterwards nothing may stand in the console."""

    def open_page(rows: dict[str, list[dict[str, Any]]]) -> Any:
        write_report(load(tmp_path / "warehouse", rows), tmp_path / "report.html")
        browser.get((tmp_path / "report.html").as_uri())
        return browser

    browser.get_log("browser")
    yield open_page
    assert browser.get_log("browser") == []


def several_events() -> dict[str, list[dict[str, Any]]]:
    """The disputed strike, and two events elsewhere on other days."""
    rows = disputed_world()
    for number, (country, day, title) in enumerate([("SDN", 3, "Fighting near Zalingei"), ("IRN", 9, "Strike on Zahedan")]):
        event = deepcopy(rows["events"][0])
        event |= {"event_id": f"event_{number}", "title": title, "country_iso3": country, "status": "asserted", "killed_best": None}
        event |= {"country_gwno": None, "country_cow": None, "country_iso_numeric": None, "place_name": None, "latitude": 10.0 + number}
        event |= {"date_start": date(2024, 1, day), "date_end": date(2024, 1, day), "source_actor_ids": [], "target_actor_ids": []}
        event |= {"priogrid_gid": None, "killed_low": None, "place_id": None, "geonames_id": None}
        rows["events"].append(event)
    return rows


def titles(browser: Any) -> list[str]:
    """Return the titles in the list, in one look: the list is made anew while a filter works."""
    found: list[str] = browser.execute_script("return [...document.querySelectorAll('#list h3')].map((heading) => heading.textContent)")
    return found


def wait_for(browser: Any, expected: list[str]) -> None:
    WebDriverWait(browser, 5).until(lambda _: titles(browser) == expected, f"expected {expected}, found {titles(browser)}")


def test_it_draws_map_timeline_and_list(opened: Callable[..., Any]) -> None:
    page = opened(several_events())
    assert titles(page) == ["Pakistan strikes Saravan", "Strike on Zahedan", "Fighting near Zalingei"]
    assert page.find_element(By.ID, "shown").text == "All 3 events shown."
    assert "1 disputed toll and 1 contested event" in page.find_element(By.ID, "scope").text
    assert len(page.find_elements(By.CSS_SELECTOR, "#map .land path")) > 150
    assert len(page.find_elements(By.CSS_SELECTOR, "#map circle")) == 3
    assert len(page.find_elements(By.CSS_SELECTOR, "#map circle.alert")) == 1
    assert len(page.find_elements(By.CSS_SELECTOR, "#timeline .bars g")) == 3
    badges = page.find_element(By.ID, "event_strike").find_elements(By.CSS_SELECTOR, ".badge")
    assert [badge.text for badge in badges] == ["Disputed toll", "Contested"]


def test_each_filter_reduces_the_list(opened: Callable[..., Any]) -> None:
    page = opened(several_events())
    strike, zahedan, zalingei = titles(page)
    words = page.find_element(By.ID, "words")
    words.send_keys("SARAVAN thursday")
    wait_for(page, [strike])
    assert page.find_element(By.ID, "shown").text == "1 of 3 events shown."
    assert len(page.find_elements(By.CSS_SELECTOR, "#map circle")) == 1
    words.clear()
    words.send_keys("nothing like it")
    wait_for(page, [])
    assert page.find_element(By.ID, "shown").text == "No event fits these filters."
    page.find_element(By.ID, "clear").click()
    wait_for(page, [strike, zahedan, zalingei])
    for name, value, expected in [("country", "SDN", [zalingei]), ("actor", "Iran", [strike]), ("dyad", "Iran ⇄ Pakistan", [strike])]:
        Select(page.find_element(By.ID, name)).select_by_value(value)
        wait_for(page, expected)
        page.find_element(By.ID, "clear").click()
        wait_for(page, [strike, zahedan, zalingei])
    page.execute_script(
        "const day = document.getElementById('to'); day.value = '2024-01-05'; day.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    wait_for(page, [zalingei])
    page.find_element(By.ID, "clear").click()
    page.find_element(By.ID, "disputed").click()
    wait_for(page, [strike])


def test_a_place_and_a_day_can_be_chosen_by_keyboard(opened: Callable[..., Any]) -> None:
    page = opened(several_events())
    for figure, words, expected in [("places", "Sudan", ["Fighting near Zalingei"]), ("days", "9 Jan 2024", ["Strike on Zahedan"])]:
        button = next(one for one in page.find_elements(By.CSS_SELECTOR, f"#{figure} button") if words in one.get_attribute("textContent"))
        page.execute_script("arguments[0].closest('details').open = true", button)
        button.send_keys(Keys.ENTER)
        wait_for(page, expected)
        page.find_element(By.ID, "clear").click()
        WebDriverWait(page, 5).until(lambda _: len(titles(page)) == 3)


def test_an_event_opens_by_keyboard_and_shows_its_evidence(opened: Callable[..., Any]) -> None:
    page = opened(disputed_world())
    event = page.find_element(By.ID, "event_strike")
    event.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
    WebDriverWait(page, 5).until(lambda _: event.find_elements(By.TAG_NAME, "blockquote"))
    marks = {kind: {mark.get_property("lastChild") and page.execute_script("return arguments[0].childNodes[1].data", mark)
                    for mark in event.find_elements(By.CSS_SELECTOR, f"blockquote mark.{kind}")}
             for kind in ("trigger", "count", "date", "place", "source")}  # fmt: skip
    assert marks["trigger"] == {"died", "blamed", "struck"}
    assert marks["count"] == {"Nine", "At least ten", "two"}
    assert (marks["date"], marks["place"], marks["source"]) == ({"Thursday"}, {"Saravan"}, {"Pakistan"})
    tables = {table.find_element(By.TAG_NAME, "caption").text: table for table in event.find_elements(By.TAG_NAME, "table")}
    assert set(tables) == {"Tolls by policy", "Who says how many were killed"}
    assert "contested" in tables["Tolls by policy"].text
    disputing = tables["Who says how many were killed"].find_element(By.CSS_SELECTOR, "tr.disputing").text
    assert all(words in disputing for words in ("Iran", "two", "the Herald", "disputes “Nine” (Dawn)"))
    link = event.find_element(By.CSS_SELECTOR, ".evidence a")
    assert (link.text, link.get_attribute("href")) == ("Iran gives another number", "https://herald.example/two")


def test_an_article_full_of_scripts_does_nothing(opened: Callable[..., Any]) -> None:
    page = opened(hostile_world())
    page.find_element(By.ID, "open-all").click()
    WebDriverWait(page, 5).until(lambda _: HOSTILE.split(" struck")[0] in page.find_element(By.ID, "list").text)
    assert HOSTILE_TITLE in titles(page)
    assert page.execute_script(
        "return window.broken === undefined && document.querySelectorAll('#content script, img, iframe').length === 0"
    )
    assert page.find_elements(By.CSS_SELECTOR, "a[href^='javascript']") == []


def test_a_warehouse_without_events_says_so(opened: Callable[..., Any]) -> None:
    page = opened({"articles": disputed_world()["articles"]})
    assert "holds no events yet" in page.find_element(By.ID, "empty").text
    assert not page.find_element(By.ID, "content").is_displayed()


@pytest.mark.parametrize("width", [360, 820, 1280])
def test_nothing_is_wider_than_the_screen(opened: Callable[..., Any], width: int) -> None:
    page = opened(disputed_world())
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    )
    try:
        page.refresh()
        page.find_element(By.ID, "open-all").click()
        assert page.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_five_thousand_events_open_with_the_first_two_hundred(browser: Any, tmp_path: Path) -> None:
    report = read_report(load(tmp_path / "warehouse", disputed_world()))
    event = report["events"][0]
    first = date(2023, 1, 1)
    report["events"] = [
        deepcopy(event)
        | {"event_id": f"event_{number}", "title": f"Strike {number}", "date_start": (first + timedelta(days=number % 700)).isoformat()}
        | {"latitude": number % 97 * 0.5, "longitude": number % 89 * 0.7, "sides": {"source": [f"A{number % 900}"], "target": ["B"]}}
        for number in range(5000)
    ]
    (tmp_path / "report.html").write_text(assemble(report), encoding="utf-8")
    browser.get((tmp_path / "report.html").as_uri())
    assert len(titles(browser)) == 200, "the rest comes on demand"
    more = browser.find_element(By.ID, "more")
    assert more.text == "Show 200 more of 4,800"
    browser.execute_script("arguments[0].click()", more)
    assert browser.execute_script("return document.getElementById('list').childElementCount") == 400
    assert browser.get_log("browser") == []
