"""The page: styles, scripts and data in one file, and a policy under which nothing else can run or load.

Every inline script and style is named in the Content-Security-Policy by its hash. The data is JSON whose `<` is escaped, so
that no text of an article can end the element that holds it; the scripts put texts into the page as text, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from string import Template
from typing import Any

ASSETS = Path(__file__).parent / "assets"
LIBRARIES = ("d3.min.js", "topojson-client.min.js")
# In the order in which they build on one another.
SCRIPTS = ("dom.js", "wording.js", "evidence.js", "claims.js", "event.js", "list.js", "filters.js", "places.js", "map.js", "timeline.js",
           "main.js")  # fmt: skip
STYLES = ("page.css", "event.css", "print.css")


def assemble(report: dict[str, Any]) -> str:
    """Return the whole page as text."""
    style = "\n".join(_asset(name) for name in STYLES)
    scripts = [_asset(name) for name in (*LIBRARIES, *SCRIPTS)]
    return Template(_asset("page.html")).substitute(
        policy=policy([style], scripts),
        style=f"<style>{style}</style>",
        data=embed("report", report),
        outlines=embed("outlines", json.loads(_asset("countries-110m.json"))),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def policy(styles: list[str], scripts: list[str]) -> str:
    """Return the Content-Security-Policy that allows these inline styles and scripts, and nothing else."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_hash(script) for script in scripts)}",
            f"style-src {' '.join(_hash(style) for style in styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def embed(name: str, value: Any) -> str:
    """Return a data element that a script reads by its id; what could end it or start a comment in it is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/json" id="{name}">{safe}</script>'


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8").strip()
