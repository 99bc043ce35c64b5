"""What was read of the articles of a run, held small until it is resolved: a reading is some 90 KB of JSON that packs to a sixth."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from threading import Condition

# The least effort: it packs nearly as well as the most, in an eighth of the time.
EFFORT = 1


class Payloads(Mapping[tuple[str, str], str]):
    """Payloads by article id and text hash. One thread may add them while another waits for them; they unpack at each look."""

    def __init__(self, payloads: Mapping[tuple[str, str], str] | None = None) -> None:
        self._packed: dict[tuple[str, str], bytes] = {}
        self._came = Condition()
        self._fault: BaseException | None = None
        for key, payload in (payloads or {}).items():
            self.add(key, payload)

    def add(self, key: tuple[str, str], payload: str) -> None:
        """Keep the payload of an article."""
        packed = zlib.compress(payload.encode("utf-8"), EFFORT)
        with self._came:
            self._packed[key] = packed
            self._came.notify_all()

    def forget(self, keys: Iterable[tuple[str, str]]) -> None:
        """Let go of payloads that nobody will ask for again."""
        with self._came:
            for key in keys:
                self._packed.pop(key, None)

    def fail(self, fault: BaseException) -> None:
        """Say that no more will come, and why."""
        with self._came:
            self._fault = fault
            self._came.notify_all()

    def wait_for(self, keys: Iterable[tuple[str, str]]) -> None:
        """Return when all these are there; raises what `fail` was told."""
        for key in keys:
            with self._came:
                self._came.wait_for(lambda key=key: key in self._packed or self._fault is not None)  # type: ignore[misc]
                if key not in self._packed and self._fault is not None:
                    raise self._fault

    def __getitem__(self, key: tuple[str, str]) -> str:
        return zlib.decompress(self._packed[key]).decode("utf-8")

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
