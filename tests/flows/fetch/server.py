"""A real web server on loopback that misbehaves on demand; `requests` keeps what it was asked."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<html><body><p>Tué à Goma</p></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>{base}/page</link><pubDate>Thu, 18 Jan 2024 09:30:00 +0300</pubDate></item>
<item><title>Two</title><link>{base}/missing</link></item>
<item><title>Three</title><link>{base}/page</link></item>
<item><title>Four</title><link>file:///etc/passwd</link></item>
</channel></rss>"""


class Handler(BaseHTTPRequestHandler):
    """Each path is one misbehaviour."""

    protocol_version = "HTTP/1.1"
    server: MisbehavingServer

    def do_GET(self) -> None:
        path = self.path
        self.server.requests.append((path, dict(self.headers.items())))
        self.server.counts[path] += 1
        with self.server.guard:
            self.server.open_now += 1
            self.server.most_open = max(self.server.most_open, self.server.open_now)
        try:
            getattr(self, "serve_" + path.strip("/").replace(".", "_").partition("?")[0], self.serve_missing)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with self.server.guard:
                self.server.open_now -= 1

    def send(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def serve_robots_txt(self) -> None:
        self.send(self.server.robots.encode(), 200 if self.server.robots else 404, "text/plain")

    def serve_page(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self.send(b"", 304)
        else:
            self.send(PAGE.encode(), ETag='"v1"')

    def serve_missing(self) -> None:
        self.send(b"not here", 404)

    def serve_busy(self) -> None:
        if self.server.counts["/busy"] < 3:
            self.send(b"later", 429, Retry_After="0")
        else:
            self.send(PAGE.encode())

    def serve_closed(self) -> None:
        self.send(b"next week", 503, Retry_After="604800")

    def serve_failing(self) -> None:
        self.send(b"no", 500)

    def serve_latin(self) -> None:
        self.send(PAGE.encode("latin-1"), kind="text/html; charset=iso-8859-1")

    def serve_wrong_charset(self) -> None:
        self.send(PAGE.encode(), kind="text/html; charset=utf-16")

    def serve_loop(self) -> None:
        self.send(b"", 302, Location="/loop")

    def serve_moved(self) -> None:
        self.send(b"", 301, Location="/page")

    def serve_to_file(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def serve_to_metadata(self) -> None:
        self.send(b"", 302, Location="http://169.254.169.254/latest/meta-data/")

    def serve_slow(self) -> None:
        time.sleep(3)
        self.send(PAGE.encode())

    def serve_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def serve_truncated(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"<p>half")
        self.close_connection = True

    def serve_bomb(self) -> None:
        self.send(self.server.bomb, Content_Encoding="gzip")

    def serve_bad_gzip(self) -> None:
        self.send(b"this is not gzip", Content_Encoding="gzip")

    def serve_picture(self) -> None:
        self.send(b"\x89PNG", kind="image/png")

    def serve_feed(self) -> None:
        self.send(FEED.format(base=self.server.base).encode(), kind="application/rss+xml")

    def serve_broken_feed(self) -> None:
        self.send(b"<rss><channel><item><title>Two kil", kind="application/rss+xml")

    def serve_feed_as_html(self) -> None:
        self.send(FEED.format(base=self.server.base).encode(), kind="text/html")

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output quiet."""


class MisbehavingServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.counts: Counter[str] = Counter()
        self.guard = threading.Lock()
        self.open_now = self.most_open = 0
        self.robots = ""
        self.bomb = gzip.compress(b"0" * (64 * 1024 * 1024))
        self.base = f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def misbehaving() -> Iterator[MisbehavingServer]:
    server = MisbehavingServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
