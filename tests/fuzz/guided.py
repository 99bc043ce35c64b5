"""Let a fuzzer look for bytes that break a parser, guided by the code that they reach: `make fuzz`, or with libFuzzer's own options

    python -m tests.fuzz.guided a.html -max_total_time=600 -seed=1

It begins with the sound file of that name, and ends at the first input that raises anything or takes longer than ten seconds, which it
keeps as `crash-...` or `timeout-...` in the folder it was started in.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["flows", "transforms.normalize", "transforms.dates"]):
    from tests.fuzz.damage import SOUND
    from tests.fuzz.test_inputs import check_file

LONGEST = 4096
SECONDS = 10


def main(name: str, options: list[str]) -> None:
    """Fuzz the reading of files of one name until libFuzzer's options end it."""
    with TemporaryDirectory() as folder:
        read = Path(folder, name)
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        (seeds / name).write_bytes(SOUND[name])

        def one_input(data: bytes) -> None:
            read.write_bytes(data)
            check_file(read)

        atheris.Setup([sys.argv[0], f"-max_len={LONGEST}", f"-timeout={SECONDS}", *options, str(seeds)], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in SOUND:
        sys.exit(f"name one of {', '.join(SOUND)}")
    main(sys.argv[1], sys.argv[2:])
