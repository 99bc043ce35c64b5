"""Files made to do harm, each written by a few lines here: bombs, depths, lying lengths, odd encodings."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

MEGABYTE = 1024 * 1024
SENTENCE = "Two people were killed when rebels shelled the camp near Goma on Tuesday, police said. "
PAGE = f"<html><body><article><p>{SENTENCE * 5}</p></article></body></html>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
Write = Callable[[Path], Path]


def whole(name: str, data: bytes | str) -> Write:
    """Return a function that writes the bytes under a name in a folder, and returns the path."""

    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        return path

    return write


def warc_record(body: bytes, length: object = None, **headers: str) -> bytes:
    """Return one response of a crawl; `length` is what its header claims."""
    named = {"WARC-Type": "response", "WARC-Target-URI": "https://news.example/x", "WARC-Date": "2024-01-01T00:00:00Z"}
    named |= {"Content-Type": "application/http; msgtype=response", "Content-Length": str(len(body) if length is None else length)}
    lines = "".join(f"{name}: {value}\r\n" for name, value in (named | headers).items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + body + b"\r\n\r\n"


def page_response(extra: bytes = b"", body: bytes = PAGE.encode()) -> bytes:
    return HTTP + extra + b"\r\n" + body


def parquet(name: str, table: pa.Table, **options: object) -> Write:
    def write(folder: Path) -> Path:
        pq.write_table(table, folder / name, **options)
        return folder / name

    return write


def one_text_for_many_rows() -> Write:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 40, pa.int32()), pa.array(["x" * 15 * MEGABYTE]))
    return parquet("dictionary.parquet", pa.table({"text": texts}), compression="zstd")


def large_pages() -> Write:
    text = pa.array(["x" * 20 * MEGABYTE] * 3, pa.large_string())
    return parquet("pages.parquet", pa.table({"text": text}), compression="zstd", use_dictionary=False)


def spaces_packed(count: int) -> bytes:
    return gzip.compress(b" " * count)


SPACES = b" " * 40 * MEGABYTE
NOTE = {"WARC-Type": "warcinfo"}
PACKED = b"Content-Encoding: gzip\r\n"
ODD_CHARSET = HTTP.replace(b"html", b"html; charset=punycode") + b"\r\n" + PAGE.encode() + b"\xff"


def twice_named() -> pa.Table:
    return pa.table([pa.array(["x"]), pa.array(["y"])], names=["text", "text"])


# Name, how it is written, and the reasons of all that is set aside; nothing of it becomes an article.
REFUSED: list[tuple[str, Callable[[], Write], list[str]]] = [
    ("gzip in gzip", lambda: whole("a.html.gz", gzip.compress(spaces_packed(MEGABYTE))), ["binary"]),
    ("300 members of gzip", lambda: whole("a.txt.gz", gzip.compress(b"a" * MEGABYTE) * 300), ["too_large"]),
    ("gzip under another name", lambda: whole("a.jsonl", spaces_packed(40 * MEGABYTE)), ["too_large"]),
    ("truncated gzip", lambda: whole("a.warc.gz", gzip.compress(warc_record(page_response()) * 50)[:200]), ["unreadable"]),
    ("page of a crawl that unpacks to 40 MB", lambda: whole("a.warc.gz", gzip.compress(warc_record(page_response(body=SPACES)))),
     ["too_large"]),
    ("note of a crawl that unpacks to 40 MB", lambda: whole("a.warc.gz", gzip.compress(
        warc_record(SPACES, **NOTE))), ["too_large"]),
    ("page packed within a crawl", lambda: whole("a.warc", warc_record(page_response(PACKED, spaces_packed(40 * MEGABYTE)))),
     ["too_large"]),
    ("length beyond the end", lambda: whole("a.warc", warc_record(page_response(), 10**15)), ["truncated"]),
    ("length below zero", lambda: whole("a.warc", warc_record(page_response(), -5)), ["unsupported_type", "invalid_warc"]),
    ("length that is no number", lambda: whole("a.warc", warc_record(page_response(), "abc")), ["unsupported_type", "invalid_warc"]),
    ("length too short", lambda: whole("a.warc", warc_record(page_response(), 20)), ["empty", "invalid_warc"]),
    ("no headers but the type", lambda: whole("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + page_response()), ["invalid_warc"]),
    ("two million headers", lambda: whole("a.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 2_000_000 + b"\r\n"), ["invalid_warc"]),
    ("a header of 15 MB", lambda: whole("a.warc", b"WARC/1.0\r\nX: " + b"y" * 15 * MEGABYTE + b"\r\n\r\n"), ["invalid_warc"]),
    ("a text of 15 MB for 40 rows", one_text_for_many_rows, ["too_large"]),
    ("three texts of 20 MB in a small file", large_pages, ["too_large"]),
    ("two columns of one name", lambda: parquet("a.parquet", twice_named()), ["invalid_parquet"]),
    ("five million lists", lambda: whole("a.jsonl", '{"text": "x", "a": [' + ",".join(["[]"] * 5_000_000) + "]}"), ["invalid_json"]),
    ("100,000 lists in one another", lambda: whole("a.jsonl", '{"text": "x", "a": ' + "[" * 100_000), ["invalid_json"]),
    ("a number of 100,000 digits", lambda: whole("a.jsonl", '{"text": "x", "n": ' + "9" * 100_000 + "}"), ["invalid_json"]),
    ("12 million commas", lambda: whole("a.csv", "text" + "," * 12_000_000), ["invalid_csv"]),
    ("a quotation mark that nothing closes", lambda: whole("a.csv", 'id,text\n1,"' + (SENTENCE + "\n") * 3000), ["invalid_csv"]),
    ("a quotation mark that swallows 17 MB", lambda: whole("a.csv", 'id,text\n1,"' + (SENTENCE + "\n") * 200_000), ["invalid_csv"]),
    ("NUL in a row", lambda: whole("a.csv", b'id,text\n1,"a\x00b"\n'), ["binary"]),
    ("half of UTF-16", lambda: whole("a.txt", b"\xff\xfe" + b"\x00\xd8" * 500 + SENTENCE.encode("utf-16-le")), ["binary"]),
    ("a sidecar of 20 MB", lambda: with_sidecar("{" + " " * 20 * MEGABYTE + "}"), ["too_large"]),
]  # fmt: skip


def with_sidecar(sidecar: str) -> Write:
    def write(folder: Path) -> Path:
        (folder / "a.txt.meta.json").write_text(sidecar)
        return whole("a.txt", SENTENCE)(folder)

    return write


# Name, how it is written, and the bodies of the records that stay whole, or how they begin.
READ: list[tuple[str, Write, list[str]]] = [
    ("UTF-16 lines", whole("a.jsonl", '{"text": "Tué à Goma."}\n'.encode("utf-16")), ["Tué à Goma."]),
    ("UTF-16 table", whole("a.csv", "id,text\n1,Tué à Goma.\n2,Two.\n".encode("utf-16")), ["Tué à Goma.", "Two."]),
    ("UTF-32 lines", whole("a.jsonl", (json.dumps({"text": "Two."}) + "\n").encode("utf-32")), ["Two."]),
    ("invalid UTF-8", whole("a.txt", SENTENCE.encode() * 9 + b"\xff\xfe\xc0\x80"), [SENTENCE]),
    ("halves of pairs, NUL", whole("a.jsonl", '{"text": "Two \\ud800killed\\u0000.", "\\ud800": "\\udfff"}'), ["Two \ufffdkilled."]),
    ("a bad row between good ones", whole("a.csv", b'id,text\n1,One.\n2,"a\x00b"\n3,Three.\n'), ["One.", "Three."]),
    ("a sidecar of lists", with_sidecar("[" * 100_000), [SENTENCE]),
    ("a page whose charset is no charset", whole("a.warc", warc_record(ODD_CHARSET)), ["<html>"]),
    ("a day beyond the calendar", whole("a.warc", warc_record(page_response(), **{"WARC-Date": "9999-99-99"})), ["<html>"]),
]  # fmt: skip
