"""What a site asks of robots (RFC 9309): read once a host, and kept to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser


class Robots:
    """The rules of all hosts met so far. `read` returns status and text of a robots.txt."""

    def __init__(self, read: Callable[[str], tuple[int, str]], agent: str) -> None:
        self._read = read
        self._agent = agent
        self._rules: dict[str, RobotFileParser] = {}

    def allows(self, url: str) -> bool:
        """Return whether the site lets us fetch the address."""
        return self._of(url).can_fetch(self._agent, url)

    def delay(self, url: str) -> float:
        """Return the seconds that the site wants between two requests; 0 before its rules are known."""
        rules = self._rules.get(_site(url))
        return float((rules.crawl_delay(self._agent) if rules else None) or 0)

    def _of(self, url: str) -> RobotFileParser:
        site = _site(url)
        if site not in self._rules:
            status, text = self._read(f"{site}/robots.txt")
            rules = RobotFileParser()
            # RFC 9309, 2.3.1: no file, no rules; a file that cannot be had for now forbids everything.
            rules.parse(text.splitlines() if status == 200 else ["User-agent: *", "Disallow: /" if status >= 500 else "Allow: /"])
            self._rules[site] = rules
        return self._rules[site]


def _site(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))
