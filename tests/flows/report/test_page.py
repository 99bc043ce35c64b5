"""The page as a file: what it embeds, what it lets run, and that texts stay texts."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from flows.report.build import write_report
from flows.report.data import read_report
from flows.report.page import ASSETS, SCRIPTS, embed
from tests.flows.report.example import HOSTILE, disputed_world, hostile_world, load
from warehouse.connect import StoreError


class Elements(HTMLParser):
    """The page's elements as a browser sees them: each script's and style's attributes and content, and every attribute."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.is_open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))
        self.attributes.extend(attrs)
        self.is_open = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.is_open = False

    def handle_data(self, data: str) -> None:
        if self.is_open:
            tag, attributes, content = self.found[-1]
            self.found[-1] = (tag, attributes, content + data)

    def contents(self, tag: str, **attributes: str | None) -> list[str]:
        return [text for name, found, text in self.found if name == tag and attributes.items() <= found.items()]

    def policy(self) -> str:
        return next(found["content"] or "" for tag, found, _ in self.found if found.get("http-equiv") == "Content-Security-Policy")


def build(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> str:
    write_report(load(folder / "warehouse", rows), folder / "report.html")
    return (folder / "report.html").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build(tmp_path_factory.mktemp("hostile"), hostile_world())


def hashes(texts: list[str]) -> set[str]:
    return {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}


def test_the_policy_names_every_inline_script_and_style_and_nothing_else(page: str) -> None:
    elements = Elements(page)
    directives = {words.split()[0]: set(words.split()[1:]) for words in elements.policy().split("; ")}
    running = [text for tag, found, text in elements.found if tag == "script" and found.get("type") != "application/json"]
    assert len(running) == len(SCRIPTS) + 2
    assert directives == {
        "default-src": {"'none'"},
        "script-src": hashes(running),
        "style-src": hashes(elements.contents("style")),
        "img-src": {"data:"},
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
    }


def test_the_page_loads_nothing(page: str) -> None:
    elements = Elements(page)
    addresses = [value for name, value in elements.attributes if name in ("src", "href", "action", "data", "srcset", "poster")]
    assert set(addresses) == {"data:,", "#events"}
    assert not [name for name, _ in elements.attributes if name.startswith("on") or name == "style"]
    assert not re.search(r"@import|url\(", "".join(elements.contents("style")))


def test_an_article_full_of_scripts_stays_one_text(page: str) -> None:
    elements = Elements(page)
    assert "window.broken" not in page.replace("\\u003cscript\\u003ewindow.broken", "").replace("'window.broken", "").replace(
        "javascript:window.broken", ""
    )
    (data,) = elements.contents("script", id="report")
    assert "<" not in data
    report = json.loads(data)
    told = ["".join(piece if isinstance(piece, str) else piece[1] for piece in one["pieces"]) for one in report["events"][0]["evidence"]]
    assert HOSTILE in told
    assert [one.get("url") for one in report["articles"] if one.get("publisher") == "<b>Bold</b> & Co"] == [None]


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "]]>", "&lt;", "\u2028", "“quoted”", '"\\'])
def test_what_is_embedded_comes_back(text: str) -> None:
    whole = embed("data", {"text": text})
    assert whole.count("<") == 2
    assert json.loads(Elements(whole).contents("script", id="data")[0]) == {"text": text}


def test_scripts_write_text_and_never_markup() -> None:
    for name in SCRIPTS:
        script = (ASSETS / name).read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.html\(|eval\(|new Function", script), name


def test_the_same_warehouse_gives_the_same_bytes(tmp_path: Path) -> None:
    assert build(tmp_path / "one", disputed_world()) == build(tmp_path / "two", disputed_world())


def test_an_event_comes_with_tolls_claims_and_marked_evidence(tmp_path: Path) -> None:
    report = read_report(load(tmp_path, disputed_world()))
    (event,) = report["events"]
    assert (event["title"], event["status"], event["is_disputed"]) == ("Pakistan strikes Saravan", "contested", True)
    assert event["sides"] == {"source": ["Pakistan"], "target": ["Iran"]}
    assert {toll["policy"]: toll.get("grade") for toll in event["tolls"]} == {"ucdp": None, "acled": None, "airwars": "contested"}
    claims = {claim["claim_id"]: claim for claim in event["claims"]}
    assert (claims["c3"]["claimant"], claims["c3"]["relation"], claims["c3"]["via_text"]) == ("Iran", "disputes", "the Herald")
    assert "count_high" not in claims["c2"], "open ended is not zero"
    assert claims["c1"]["left_out"] == "revised by its claimant"
    evidence = {"".join(piece if isinstance(piece, str) else piece[1] for piece in one["pieces"]): one for one in event["evidence"]}
    assert evidence["Pakistan struck Saravan on Thursday."]["pieces"] == [
        ["source", "Pakistan"],
        " ",
        ["trigger", "struck"],
        " ",
        ["place", "Saravan"],
        " on ",
        ["date", "Thursday"],
        ".",
    ]
    assert evidence["Nine people died in Saravan."]["pieces"][0] == ["count", "Nine"], "mention and claim share their sentence"
    assert evidence["Iran blamed Pakistan."]["told"] == [{"stance": "accused", "claimant": "Iran"}]
    article = report["articles"][evidence["Iran said only two were killed."]["article"]]
    assert (article["title"], article["url"]) == ("Iran gives another number", "https://herald.example/two")
    assert report["countries"] == {"IRN": "Iran"}


def test_a_warehouse_without_events_gives_a_page(tmp_path: Path) -> None:
    page = build(tmp_path, {"articles": disputed_world()["articles"]})
    assert json.loads(Elements(page).contents("script", id="report")[0])["events"] == []
    assert "holds no events yet" in page


def test_no_warehouse_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="casus run INPUT"):
        write_report(tmp_path / "nowhere", tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()


def test_the_licences_of_what_is_bundled_are_kept() -> None:
    notice = (ASSETS / "NOTICE.md").read_text(encoding="utf-8")
    for name in ("d3.min.js", "topojson-client.min.js", "countries-110m.json", "Mike Bostock", "Permission to use, copy"):
        assert name in notice
