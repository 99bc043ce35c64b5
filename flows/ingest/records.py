"""From a document to the record that `normalize` takes: bytes decoded, known fields checked, all others kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from flows.ingest.decode import decode
from flows.ingest.document import Document, rejected
from flows.ingest.limits import MOST_NODES
from transforms.records import RawRecord, Reject

# `CONTRACT.md`: the fields an input record may have beside `text` or `html`; all are text.
KNOWN_FIELDS = ("id", "url", "title", "publisher", "byline", "published_at", "language")
# Deeper than any metadata, and far from the recursion limit of whatever writes `extra`.
MAX_DEPTH = 50
SURROGATE = re.compile("[\ud800-\udfff]")


def records_of(document: Document) -> Iterator[RawRecord | Reject]:
    """Yield the document's record, if it holds one, and a reject for whatever was set aside of it."""
    text = decode(document.data, document.charset, is_html=document.kind == "html")
    if text is None:
        yield rejected(document.place, "binary", "the bytes are not text in any encoding")
        return
    if document.kind != "record":
        fields, rejects = _checked(document.fields, document.place)
        yield from rejects
        yield from _record(document, "html" if document.kind == "html" else "text", text, fields)
        return
    row = parse_object(text)
    if isinstance(row, str):
        yield rejected(document.place, "invalid_json", row)
        return
    fields, rejects = _checked(row | document.fields, document.place)
    yield from rejects
    body, html = fields.pop("text", None), fields.pop("html", None)
    if isinstance(body, str) and body.strip():
        yield from _record(document, "text", body, fields)
    elif isinstance(html, str) and html.strip():
        yield from _record(document, "html", html, fields)
    else:
        yield rejected(document.place, "no_text", "the record has neither `text` nor `html`")


def parse_object(text: str) -> dict[str, Any] | str:
    """Return the JSON object, or what is wrong with it."""
    if text.count("[") + text.count("{") > MOST_NODES:
        return f"more than {MOST_NODES} lists and objects"
    try:
        value = json.loads(text, parse_constant=lambda _: None)
    except RecursionError:
        return "nested too deeply"
    except ValueError as error:
        return str(error)
    return value if isinstance(value, dict) else f"an object is needed, found {type(value).__name__}"


def _record(document: Document, media: Any, body: str, fields: dict[str, Any]) -> Iterator[RawRecord | Reject]:
    body = whole_characters(body)
    if not body.strip():
        yield rejected(document.place, "empty", "no text in it")
        return
    yield RawRecord(
        raw_uri=_address(document, fields),
        media=media,
        body=body,
        raw_sha256=document.sha256,
        fields=fields,
        published_hint=document.published_hint,
        published_hint_basis=document.published_hint_basis,
        fetched_at=document.fetched_at,
    )


def _address(document: Document, fields: dict[str, Any]) -> str:
    """Return where the article came from. A record is named by its id, else its content: lines may come in another order."""
    if document.kind != "record":
        return document.raw_uri
    return f"{document.raw_uri}#{fields.get('id') or f'sha256:{document.sha256[:16]}'}"


def _checked(fields: dict[str, Any], raw_uri: str) -> tuple[dict[str, Any], list[Reject]]:
    """Return the fields with known ones as text (null and "" left out), and rejects for values of another type."""
    kept: dict[str, Any] = {}
    rejects: list[Reject] = []
    for name, given in fields.items():
        value = given
        if value is None or value == "":
            continue
        if name in ("text", "html", *KNOWN_FIELDS) and not isinstance(value, str):
            if name not in KNOWN_FIELDS or isinstance(value, bool) or not isinstance(value, int | float):
                rejects.append(rejected(raw_uri, "wrong_type", f"{type(value).__name__}, text is needed", name))
                continue
            value = str(value)
        if _depth_exceeds(value):
            rejects.append(rejected(raw_uri, "nested_too_deeply", f"more than {MAX_DEPTH} levels", name))
            continue
        kept[whole_characters(name)] = _whole(value)
    return kept, rejects


def whole_characters(text: str) -> str:
    """Return the text without NUL and with halves of surrogate pairs joined, or replaced where alone: JSON can spell both."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _depth_exceeds(value: Any) -> bool:
    """Return whether lists and objects nest deeper than allowed, without recursion of its own."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for item in level if isinstance(item, list | dict) for inner in (item.values() if isinstance(item, dict) else item)]
        if not level:
            return False
    return True


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {whole_characters(name): _whole(item) for name, item in value.items()}
    return value
