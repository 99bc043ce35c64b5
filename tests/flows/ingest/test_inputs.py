"""Every kind of input, and every kind of damage: the good is read, the bad is set aside with its place and reason."""

from __future__ import annotations

import gzip
import io
import json
import struct
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.errors import UsageError
from flows.ingest.read import check_inputs, read_documents
from flows.ingest.records import records_of
from transforms.records import RawRecord, Reject


def read(*inputs: Path | str, published: str | None = None) -> tuple[list[RawRecord], list[Reject]]:
    found: list[RawRecord | Reject] = []
    for item in read_documents([str(given) for given in inputs], published):
        found += [item] if isinstance(item, Reject) else records_of(item)
    return [item for item in found if isinstance(item, RawRecord)], [item for item in found if isinstance(item, Reject)]


ROW = {"id": "a1", "title": "Two killed", "text": "Two people were killed in Goma on Monday.", "desk": "africa"}


def warc(path: Path) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for status, kind, body in (
            ("200 OK", "text/html; charset=latin-1", "<p>Tué à Goma</p>".encode("latin-1")),
            ("404 Not Found", "text/html", b"no"),
            ("200 OK", "image/png", b"\x89PNG"),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record("https://news.example/goma", "response", payload=io.BytesIO(body), http_headers=headers)
            )


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.csv", "a.parquet", "a.jsonl.gz", "a.csv.gz", "a.parquet.gz"])
def test_a_record_reads_alike_from_every_table_format(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    plain = tmp_path / name.removesuffix(".gz")
    if ".csv" in name:
        plain.write_text(",".join(ROW) + "\n" + ",".join(f'"{value}"' for value in ROW.values()) + "\n")
    elif ".parquet" in name:
        pq.write_table(pa.Table.from_pylist([ROW]), plain)
    else:
        plain.write_text(json.dumps(ROW) + "\n")
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(plain.read_bytes()))
    (record,), rejects = read(path)
    assert rejects == []
    assert record.body == ROW["text"]
    assert record.fields == {"id": "a1", "title": "Two killed", "desk": "africa"}
    assert record.raw_uri == f"{path}#a1"


def test_folders_are_read_recursively_and_sorted_with_sidecars(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text("One was killed.")
    (tmp_path / "b" / "one.txt.meta.json").write_text('{"url": "https://news.example/1", "desk": "asia"}')
    (tmp_path / "a.htm").write_text("<p>Two were killed.</p>")
    (tmp_path / ".hidden.txt").write_text("not ours")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"Three were killed."))
    records, rejects = read(f"{tmp_path}/")
    assert [(record.raw_uri.removeprefix(str(tmp_path)), record.media) for record in records] == [
        ("/a.htm", "html"),
        ("/c.txt.gz", "text"),
        ("/b/one.txt", "text"),
    ]
    assert records[2].fields == {"url": "https://news.example/1", "desk": "asia"}
    assert rejects == []


def test_a_sidecar_serves_by_the_name_without_the_suffix_where_one_article_bears_it(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One was killed.")
    (tmp_path / "one.meta.json").write_text('{"publisher": "Border Post"}')
    for suffix in ("txt", "html"):
        (tmp_path / f"two.{suffix}").write_text("Two were killed.")
    (tmp_path / "two.meta.json").write_text('{"publisher": "Border Post"}')
    (tmp_path / "lost.meta.json").write_text("{}")
    records, rejects = read(tmp_path)
    assert {Path(record.raw_uri).name: record.fields.get("publisher") for record in records} == {
        "one.txt": "Border Post", "two.html": None, "two.txt": None,
    }  # fmt: skip
    assert [(Path(reject.raw_uri or "").name, reject.reason) for reject in rejects] == [
        ("lost.meta.json", "sidecar_without_article"),
        ("two.meta.json", "sidecar_without_article"),
    ]


def test_what_is_no_article_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.txt").write_text("  \n")
    (tmp_path / "lost.txt.meta.json").write_text("{}")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing")
    (tmp_path / "broken.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n' * 1000)[:40])
    (tmp_path / "columns.csv").write_text("headline,body\na,b\n")
    (tmp_path / "broken.warc").write_bytes(b"no archive at all")
    (tmp_path / "good.txt").write_text("Four were killed.")
    records, rejects = read(tmp_path)
    assert [record.raw_uri for record in records] == [f"{tmp_path}/good.txt"]
    assert {Path(reject.raw_uri or "").name: reject.reason for reject in rejects} == {
        "report.pdf": "unsupported_type", "photo.txt": "binary", "empty.txt": "empty", "lost.txt.meta.json": "sidecar_without_article",
        "broken.parquet": "invalid_parquet", "broken.jsonl.gz": "unreadable", "columns.csv": "invalid_csv", "broken.warc": "invalid_warc",
    }  # fmt: skip
    assert all(reject.stage == "ingest" for reject in rejects)


def test_a_bad_line_costs_only_itself_and_is_named_by_its_number(tmp_path: Path) -> None:
    lines = [
        json.dumps(ROW),
        "{'text': 1}",
        "[1, 2]",
        "",
        json.dumps({"title": "no text"}),
        json.dumps({"text": 5}),
        json.dumps(ROW | {"id": 2, "url": ["x"]}),
    ]
    path = tmp_path / "mixed.jsonl"
    path.write_text("\n".join(lines))
    records, rejects = read(path)
    assert [record.fields["id"] for record in records] == ["a1", "2"]
    assert [((reject.raw_uri or "").removeprefix(str(path)), reject.reason, reject.field) for reject in rejects] == [
        ("#2", "invalid_json", None), ("#3", "invalid_json", None), ("#5", "no_text", None),
        ("#6", "wrong_type", "text"), ("#6", "no_text", None), ("#7", "wrong_type", "url"),
    ]  # fmt: skip


def test_json_of_every_spelling_becomes_clean_text(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(
        '{"text": "Killed \\ud83d\\ude00 \\ud800 in\\u0000 Goma", "score": NaN}\n'
        + '{"text": "x", "deep": '
        + "[" * 100
        + "]" * 100
        + "}\n"
        + "[" * 100_000
        + "\n"
    )
    records, rejects = read(path)
    assert [record.body for record in records] == ["Killed 😀 \ufffd in Goma", "x"]
    assert [reject.reason for reject in rejects] == ["nested_too_deeply", "invalid_json"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_of_a_crawl(tmp_path: Path, name: str) -> None:
    warc(tmp_path / name)
    (record,), rejects = read(tmp_path / name)
    assert (record.body, record.fields["url"], record.media) == ("<p>Tué à Goma</p>", "https://news.example/goma", "html")
    assert record.fetched_at is not None
    assert [reject.reason for reject in rejects] == ["http_status", "unsupported_type"]


def test_a_file_named_twice_is_read_once_and_the_given_day_is_a_hint(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One was killed.")
    (record,), _ = read(tmp_path, tmp_path / "a.txt", published="2024-01-18")
    assert (record.published_hint, record.published_hint_basis) == ("2024-01-18", "argument")


@pytest.mark.parametrize("given", ["missing/folder", "ftp://news.example/feed"])
def test_wrong_inputs_are_refused_before_any_work(given: str) -> None:
    with pytest.raises(UsageError, match=given.split("/", maxsplit=1)[0]):
        check_inputs([given])


def test_a_parquet_row_with_values_that_are_none_costs_only_itself(tmp_path: Path) -> None:
    no_text = pa.Array.from_buffers(
        pa.string(), 3, [None, pa.py_buffer(struct.pack("<4i", 0, 2, 4, 13)), pa.py_buffer(b"\xff\xfea bSENTENCE")]
    )
    days = pa.array([0, 2**62, 0], pa.timestamp("us"))
    pq.write_table(pa.table({"text": no_text, "published_at": days}), tmp_path / "a.parquet")
    records, rejects = read(tmp_path / "a.parquet")
    assert ["bSENTENCE" in record.body for record in records] == [True]
    assert [(reject.reason, reject.raw_uri.rpartition("#")[2]) for reject in rejects] == [("binary", "1"), ("binary", "2")]
    assert "codec can't decode" in str(rejects[0].value)
    assert "out of range" in str(rejects[1].value)
