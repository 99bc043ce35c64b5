"""Train the parser that Casus ships: `python seeds/parser/train.py FOLDER` (FOLDER holds the treebanks).

Three trainings, deterministic, CPU only and single-threaded: syntax (tagger, morphologizer, dependency parser on EWT and
GUM), the same carried on with conflict news of our own (`news/`), and entities (on UNER, GUM's and re3d's entities). They
are joined with spaCy's rule lemmatizer into `seeds/parser/model`. `--evaluate` scores the shipped model on PUD and on the
part of `news/` that is held out, neither of them ever trained on.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

import augment  # noqa: E402, F401 - registers the augmenter
import conllu  # noqa: E402
import entities  # noqa: E402
import spacy  # noqa: E402
from spacy.cli.train import train as spacy_train  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc, DocBin  # noqa: E402
from spacy.training import Example  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

from transforms.blas import use_numpy_blas  # noqa: E402
from transforms.parse import load_parser  # noqa: E402

MODEL = HERE / "model"
PARTS = ("syntax", "news", "entities")
TRAINING = ("en_ewt-ud-train.conllu", "en_gum-cc-by.conllu")
# Closed classes, whose lemmas the treebank knows better than any rule.
FUNCTION_POS = ("AUX", "PART", "PRON", "DET")
CHOICE = "en_ewt-ud-dev.conllu"
NEWS = HERE / "news"
# Of so many paragraphs of news one is held out, that of this remainder; the others are shown so often among the treebanks.
HELD_OUT, REMAINDER, COPIES = 8, 5, 5
# Paragraphs of EWT's dev that choose the checkpoint together with the news held out, which counts so often.
CHOOSING, NEWS_WEIGHT = 300, 4
TESTS = {"pud": "en_pud-ud-test.conllu", "ewt": "en_ewt-ud-test.conllu"}


def syntax_docs(path: Path, vocab: Vocab) -> list[Doc]:
    """Return the paragraphs of one treebank as parsed documents."""
    return [conllu.to_doc(vocab, group) for group in conllu.paragraphs(conllu.read_sentences(path))]


def news_docs(vocab: Vocab) -> tuple[list[Doc], list[Doc]]:
    """Return the paragraphs of conflict news to train on, and those held out: every eighth of each file."""
    train: list[Doc] = []
    held: list[Doc] = []
    for file in sorted(NEWS.glob("*.conllu")):
        for number, doc in enumerate(syntax_docs(file, vocab)):
            (held if number % HELD_OUT == REMAINDER else train).append(doc)
    return train, held


def save(docs: list[Doc], path: Path) -> Path:
    """Write documents where spaCy's corpus reader finds them; return the path."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path


def train_part(part: str, train: list[Doc], dev: list[Doc], work: Path, steps: int | None, first: Path | None = None) -> Language:
    """Train one part from its configuration and return the best pipeline by its score on `dev`; `first` is what it carries on."""
    overrides: dict[str, Any] = {
        "paths.train": str(save(train, work / f"{part}-train.spacy")),
        "paths.dev": str(save(dev, work / f"{part}-dev.spacy")),
    }
    if first is not None:
        overrides["paths.first"] = str(first)
    if steps is not None:
        overrides["training.max_steps"] = steps
    spacy_train(HERE / f"{part}.cfg", work / part, overrides=overrides)
    return spacy.load(work / part / "model-best")


def function_words(treebank: Path) -> dict[str, dict[str, list[str]]]:
    """Return, by part of speech, the most frequent lemma of each auxiliary, particle, pronoun and determiner of a treebank:
    the tables of spacy-lookups-data hold open classes only."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in conllu.read_sentences(treebank):
        for token in sentence.tokens:
            if token.upos in FUNCTION_POS:
                counts[token.upos.lower(), token.form.lower()][token.lemma.lower() if token.lemma != "I" else "I"] += 1
    table: dict[str, dict[str, list[str]]] = {pos.lower(): {} for pos in FUNCTION_POS}
    for (pos, form), lemmas in sorted(counts.items()):
        table[pos][form] = [min(lemmas, key=lambda lemma, seen=lemmas: (-seen[lemma], lemma))]  # type: ignore[misc]
    return table


def corpora(part: str, folder: Path) -> tuple[list[Doc], list[Doc]]:
    """Return the documents that a part is trained on, and those by which its checkpoint is chosen."""
    if part == "entities":
        return entities.corpora(folder)
    vocab = spacy.blank("en").vocab
    train = [doc for name in TRAINING for doc in syntax_docs(folder / name, vocab)]
    dev = syntax_docs(folder / CHOICE, vocab)
    if part == "syntax":
        return train, dev
    news, held = news_docs(vocab)
    return train + news * COPIES, dev[:CHOOSING] + held * NEWS_WEIGHT


def assemble(syntax: Language, named: Language, treebank: Path) -> Language:
    """Join both trainings with the rule lemmatizer (tables of spacy-lookups-data, function words of `treebank`) into one pipeline."""
    lemmatizer = syntax.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    for pos, forms in function_words(treebank).items():
        exceptions[pos] = {**exceptions.get(pos, {}), **forms}
    syntax.add_pipe("ner", source=named)
    syntax.config["paths"] = dict.fromkeys(syntax.config["paths"])
    syntax.meta.update(json.loads((HERE / "meta.json").read_text()))
    return syntax


def evaluate(folder: Path) -> dict[str, float]:
    """Return scores in percent on the tests that were never trained on, words a second and load seconds."""
    started = time.perf_counter()
    nlp = load_parser()
    scores: dict[str, float] = {"load_seconds": round(time.perf_counter() - started, 2)}
    tests = {name: syntax_docs(folder / file, nlp.vocab) for name, file in TESTS.items()} | {"news": news_docs(nlp.vocab)[1]}
    for name, docs in tests.items():
        texts = [doc.text for doc in docs]
        words = sum(len(doc) for doc in docs)
        started = time.perf_counter()
        parsed = list(nlp.pipe(texts, batch_size=256))
        if name == "pud":
            scores["words_per_second"] = round(words / (time.perf_counter() - started))
        found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
        for label, key in {
            "uas": "dep_uas",
            "las": "dep_las",
            "upos": "pos_acc",
            "xpos": "tag_acc",
            "feats": "morph_acc",
            "sents": "sents_f",
        }.items():
            scores[f"{name}_{label}"] = round(100 * found[key], 2)
        if name in TESTS:  # our own trees name no lemmas
            scores[f"{name}_lemma"] = round(100 * nlp_lemma_accuracy(parsed, docs), 2)
    scores |= entities.evaluate(nlp, folder)
    scores["megabytes"] = round(sum(f.stat().st_size for f in MODEL.rglob("*") if f.is_file()) / 1e6, 2)
    return scores


def nlp_lemma_accuracy(parsed: list[Doc], gold: list[Doc]) -> float:
    """Return the share of words, tokenized alike, whose lemma is the treebank's (case aside)."""
    right = total = 0
    for mine, theirs in zip(parsed, gold, strict=True):
        lemmas = {(t.idx, t.text): t.lemma_.lower() for t in mine}
        for token in theirs:
            if (token.idx, token.text) in lemmas:
                total += 1
                right += lemmas[token.idx, token.text] == token.lemma_.lower()
    return right / total


def main() -> None:
    """Train and ship, or score what is shipped."""
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    cli.add_argument("folder", type=Path, help="folder with the treebanks")
    cli.add_argument("--evaluate", action="store_true", help="score the shipped model and train nothing")
    cli.add_argument("--steps", type=int, help="training steps of each part (default: the configuration's)")
    cli.add_argument("--work", type=Path, help="folder for corpora and checkpoints (default: a temporary one)")
    cli.add_argument("--part", choices=[*PARTS, "all"], default="all", help="train one part; `all` also joins and ships")
    arguments = cli.parse_args()
    use_numpy_blas()
    if not arguments.evaluate:
        work = arguments.work or Path(tempfile.mkdtemp(prefix="casus-parser-"))
        work.mkdir(parents=True, exist_ok=True)
        best: dict[str, Language] = {}
        for part in PARTS:
            ready = work / part / "model-best"
            if arguments.part not in (part, "all"):
                continue
            if arguments.part == "all" and ready.exists():
                best[part] = spacy.load(ready)
                continue
            first = work / "syntax" / "model-best" if part == "news" else None
            best[part] = train_part(part, *corpora(part, arguments.folder), work, arguments.steps, first)
        if arguments.part != "all":
            return
        assemble(best["news"], best["entities"], arguments.folder / TRAINING[0]).to_disk(MODEL, exclude=["vocab.vectors"])
    scores = evaluate(arguments.folder)
    (HERE / "scores.json").write_text(json.dumps(scores, indent=1) + "\n")
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
