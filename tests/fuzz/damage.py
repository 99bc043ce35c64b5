"""Sound files of every format that Casus reads, and ways to damage them."""

from __future__ import annotations

import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import strategies as st

from tests.flows.ingest.hostile import PAGE, SENTENCE, page_response, warc_record

RECORD = {
    "id": "a1",
    "url": "https://news.example/a",
    "title": "Two killed",
    "published_at": "2024-01-18",
    "text": SENTENCE,
    "desk": ["africa"],
}


def _parquet() -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([RECORD, RECORD | {"id": "a2"}]), sink)
    return sink.getvalue()


DATA = {"@type": "NewsArticle", "datePublished": "2024-01-18", "author": [{"name": "A B"}]}
LINKED = f'<script type="application/ld+json">{json.dumps(DATA)}</script>'
HEAD = '<meta property="article:published_time" content="2024-01-18T06:00:00Z"><link rel="canonical" href="https://news.example/a">'
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><item><link>https://news.example/a</link>'
    "<pubDate>Thu, 18 Jan 2024 06:00:00 GMT</pubDate></item></channel></rss>"
)
SOUND: dict[str, bytes] = {
    "a.txt": f"Two killed in Goma\n\nBy Ann Bee\n18 January 2024\n\nGOMA (Reuters) - {SENTENCE}".encode(),
    "a.html": PAGE.replace("<body>", f"<head>{HEAD}{LINKED}</head><body>").encode(),
    "a.jsonl": (json.dumps(RECORD) + "\n").encode() * 2,
    "a.csv": f'id,title,text\n1,"Two, killed","{SENTENCE}"\n2,x,"a\nb"\n'.encode(),
    "a.parquet": _parquet(),
    "a.warc": warc_record(page_response()) * 2,
    "a.warc.gz": gzip.compress(warc_record(page_response())) * 2,
    "a.txt.gz": gzip.compress(SENTENCE.encode()),
}

# What parsers stumble over: ends, nulls, marks of other formats, halves of characters, numbers beyond their type.
PIECES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n", b"\n\n", b'"', b"'", b"<", b"<!--", b"-->",
    b"]]>", b"</p>", b"<p>",
    b"<script",
    b"&#0;", b"&#xD800;", b"&#1114112;", b"&amp;amp;",
    b"{", b"}", b"[", b"]", b",", b":", b"\\u0000", b"\\ud800", b"1e999", b"-1", b"NaN",
    b"9" * 30, b"Content-Length: 99999999999999999999", b"WARC/1.0\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n",
    b"charset=utf-16", b"PAR1", b"\x1f\x8b\x08", b"2024-02-30", b"9999-12-31T23:59:59-14:00",
    b"http://[::1", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xcc\x81" * 9,
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """Return the bytes after a few cuts, insertions, repetitions and changes."""
    data = bytearray(sound)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        kind = draw(st.sampled_from(("cut", "insert", "repeat", "change", "truncate")))
        if kind == "cut":
            del data[start:end]
        elif kind == "insert":
            data[start:start] = draw(st.sampled_from(PIECES)) * draw(st.integers(1, 3))
        elif kind == "repeat":
            data[start:start] = bytes(data[start:end]) * draw(st.integers(1, 50))
        elif kind == "change" and start < len(data):
            data[start] = draw(st.integers(0, 255))
        elif kind == "truncate":
            del data[start:]
    return bytes(data)
