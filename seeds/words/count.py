"""Count in how many documents of two treebanks each word stands: `python seeds/words/count.py EWT.conllu... --gum GUM.conllu`.

Writes `document_counts.csv` beside this file: words of two documents and more, folded to lower case, most frequent first. A word that is
not in it is rare."""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LEAST = 2


def documents(path: Path) -> Iterator[set[str]]:
    """Yield the words of each document of a CoNLL-U file."""
    words: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and words:
            yield words
            words = set()
        elif line[:1].isdigit():
            words.add(line.split("\t")[1].lower())
    if words:
        yield words


def main() -> None:
    """Read the treebanks named on the command line and write the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("ewt", nargs="+", type=Path)
    arguments.add_argument("--gum", nargs="*", type=Path, default=[])
    given = arguments.parse_args()
    counts: Counter[str] = Counter()
    sources: dict[str, set[str]] = {}
    total = 0
    for name, paths in (("EWT", given.ewt), ("GUM", given.gum)):
        for path in paths:
            for words in documents(path):
                total += 1
                counts.update(words)
                for word in words:
                    sources.setdefault(word, set()).add(name)
    kept = sorted((word for word in counts if counts[word] >= LEAST and any(c.isalnum() for c in word)), key=lambda w: (-counts[w], w))
    with (Path(__file__).parent / "document_counts.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("word", "documents", "source"))
        writer.writerow(("", total, "documents in all"))
        writer.writerows((word, counts[word], "+".join(sorted(sources[word]))) for word in kept)


if __name__ == "__main__":
    main()
