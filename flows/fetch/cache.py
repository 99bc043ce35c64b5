"""What a server said of a page's version, so that an unchanged page is not sent again: `DIR/.http/<hash of address>.json`.

The bytes themselves lie in the raw store; a page that is unchanged comes from there, as if it had been sent.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from flows.ingest.raw_store import RawStore


@dataclass(frozen=True, slots=True)
class Response:
    """One page as it came. `etag` and `last_modified` are the server's words for its version."""

    url: str
    content_type: str
    charset: str | None
    data: bytes
    fetched_at: str
    etag: str | None = None
    last_modified: str | None = None


class PageCache:
    """The versions of pages that were fetched into a warehouse."""

    def __init__(self, folder: Path, raw: RawStore) -> None:
        self._folder = folder
        self._raw = raw

    def find(self, address: str) -> Response | None:
        """Return the page as it was last sent, or None."""
        try:
            said = json.loads(self._path(address).read_bytes())
            return Response(data=self._raw.read_bytes(said.pop("sha256")), **said)
        except (OSError, ValueError, TypeError, KeyError):
            return None  # never fetched, or the file is damaged: fetch it again

    def keep(self, address: str, response: Response) -> None:
        """Remember a page whose server names its version."""
        if response.etag is None and response.last_modified is None:
            return
        said = {name: value for name, value in asdict(response).items() if name != "data"}
        said["sha256"] = self._raw.keep_bytes(response.data)
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(address)
        unfinished = path.with_suffix(".new")
        unfinished.write_text(json.dumps(said, sort_keys=True))
        unfinished.replace(path)

    def _path(self, address: str) -> Path:
        return self._folder / f"{hashlib.sha256(address.encode()).hexdigest()}.json"
