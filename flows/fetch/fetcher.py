"""One page over HTTP: retried where that may help, never larger, slower or further away than is allowed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx

from flows.fetch.cache import PageCache, Response
from flows.fetch.guard import GuardedTransport, PrivateAddressError
from flows.fetch.robots import Robots
from flows.ingest.limits import MAX_DOCUMENT_BYTES
from flows.versions import casus_version

USER_AGENT = "casus"
RETRIED = {408, 425, 429, 500, 502, 503, 504}
REDIRECTED = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how polite a fetcher is; seconds. `pause` lies between two requests to one host."""

    timeout: float = 20.0
    page_seconds: float = 60.0
    attempts: int = 3
    back_off: float = 1.0
    longest_wait: float = 60.0
    pause: float = 1.0
    redirects: int = 5


class FetchError(Exception):
    """A page could not be had; `reason` is what goes into `rejects`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class _AgainError(FetchError):
    """It may work at another time; `after` is what the server asked for."""

    def __init__(self, reason: str, detail: str, after: float | None = None) -> None:
        super().__init__(reason, detail)
        self.after = after


class Fetcher:
    """Fetches pages one after another, so that no host has more than one connection from here."""

    def __init__(self, now: datetime, cache: PageCache | None = None, allow_private: bool = False, manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self._now = now
        self._cache = cache
        # Proxies of the environment are not used: behind one, nobody here could see which address is connected to.
        self._client = httpx.Client(
            transport=httpx.HTTPTransport() if allow_private else GuardedTransport(),
            timeout=self.manners.timeout,
            headers={"User-Agent": f"{USER_AGENT}/{casus_version()}", "Accept-Encoding": "gzip, deflate"},
            trust_env=False,
        )
        self._robots = Robots(self._plain_text, USER_AGENT)
        self._last_request: dict[str, float] = {}

    def get(self, address: str) -> Response:
        """Return the page at an address, after redirects. Raises `FetchError`."""
        for attempt in range(1, self.manners.attempts + 1):
            try:
                return self._followed(address)
            except _AgainError as error:
                wait = error.after if error.after is not None else self.manners.back_off * 2 ** (attempt - 1)
                if attempt == self.manners.attempts or wait > self.manners.longest_wait:
                    raise FetchError(error.reason, str(error)) from error
                time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _followed(self, address: str) -> Response:
        url = address
        for _ in range(self.manners.redirects + 1):
            if urlsplit(url).scheme not in ("http", "https"):
                raise FetchError("not_http", f"only http and https are fetched, not {url}")
            if not self._robots.allows(url):
                raise FetchError("robots", f"robots.txt of {urlsplit(url).netloc} asks not to fetch {url}")
            cached = self._cache.find(url) if self._cache else None
            response, location = self._request(url, cached)
            if location is None:
                if self._cache and response is not cached:
                    self._cache.keep(url, response)
                return response
            url = urljoin(url, location)
        raise FetchError("redirect_loop", f"more than {self.manners.redirects} redirects from {address}")

    def _request(self, url: str, cached: Response | None) -> tuple[Response, str | None]:
        """Return the page, or where it has moved to."""
        self._pause(url)
        asked = {}
        if cached and cached.etag:
            asked["If-None-Match"] = cached.etag
        if cached and cached.last_modified:
            asked["If-Modified-Since"] = cached.last_modified
        try:
            with self._client.stream("GET", url, headers=asked) as answer:
                if answer.status_code == 304 and cached:
                    return cached, None
                if answer.status_code in REDIRECTED and "location" in answer.headers:
                    return Response(url, "", None, b"", ""), answer.headers["location"]
                if answer.status_code in RETRIED:
                    raise _AgainError("http_status", f"{answer.status_code} at {url}", _retry_after(answer.headers, self._now))
                if answer.status_code != 200:
                    raise FetchError("http_status", f"{answer.status_code} at {url}")
                return self._response(url, answer.headers, self._body(answer)), None
        except PrivateAddressError as error:
            raise FetchError("private_address", str(error)) from error
        except httpx.TimeoutException as error:
            raise _AgainError("timeout", f"no answer in {self.manners.timeout:g} s: {url}") from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise _AgainError("unreachable", f"{url}: {error}") from error
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise FetchError("bad_address", f"{url}: {error}") from error

    def _body(self, answer: httpx.Response) -> bytes:
        pieces: list[bytes] = []
        size = 0
        deadline = time.monotonic() + self.manners.page_seconds
        for piece in answer.iter_bytes():
            size += len(piece)
            if size > MAX_DOCUMENT_BYTES:
                raise FetchError("too_large", f"larger than {MAX_DOCUMENT_BYTES // 1024**2} MiB: {answer.url}")
            if time.monotonic() > deadline:
                raise FetchError("timeout", f"not whole after {self.manners.page_seconds:g} s: {answer.url}")
            pieces.append(piece)
        return b"".join(pieces)

    def _response(self, url: str, headers: Mapping[str, str], data: bytes) -> Response:
        content = Message()
        content["content-type"] = headers.get("content-type", "text/html")
        return Response(
            url=url,
            content_type=content.get_content_type(),
            charset=content.get_content_charset(),
            data=data,
            fetched_at=self._now.isoformat(),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
        )

    def _plain_text(self, url: str) -> tuple[int, str]:
        """Return status and text of a robots.txt; redirects are followed, an unreachable host counts as 503."""
        for _ in range(self.manners.redirects + 1):
            try:
                response, location = self._request(url, None)
            except _AgainError:
                return 503, ""
            except FetchError as error:
                if error.reason == "private_address":
                    raise
                return 404, ""
            if location is None:
                return 200, response.data.decode("utf-8", "replace")
            url = urljoin(url, location)
        return 404, ""

    def _pause(self, url: str) -> None:
        host = urlsplit(url).netloc
        pause = max(self.manners.pause, min(self._robots.delay(url), self.manners.longest_wait))
        since = time.monotonic() - self._last_request.get(host, float("-inf"))
        if since < pause:
            time.sleep(pause - since)
        self._last_request[host] = time.monotonic()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()


def _retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that a server asks to wait: a number, or until a date."""
    said = headers.get("retry-after")
    if said is None:
        return None
    if said.strip().isdecimal() and said.strip().isascii():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (until.astimezone(UTC) - now).total_seconds())
