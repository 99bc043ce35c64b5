"""The articles of a run, resolved and loaded so many at a time: rows of all of them would fill the memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext
from itertools import groupby
from typing import NamedTuple

from flows.job import Job
from flows.payloads import Payloads
from flows.stages.load import load
from flows.stages.loading import Loading
from flows.stages.resolve import Settled, resolve_articles
from transforms.resolve.row_shapes import Row
from warehouse.loader import Loader
from warehouse.store import Store

# Characters of text: some 700 articles of 500 words, or a thousand of 350, which need no copy of the store. Articles that are resolved
# together may found one event of any of their mentions; later ones only join events.
ROUND = 2_400_000
# Of a run that takes several rounds: while the rows of one are loaded, the readers hold their own.
ONE_OF_MANY = 1_600_000


class Rounds(NamedTuple):
    """The articles by round; at least one round. `is_whole`: it is one, with all that the warehouse holds."""

    articles: list[list[Settled]]
    is_whole: bool

    @property
    def is_one(self) -> bool:
        """Whether there is one round only."""
        return len(self.articles) == 1


def rounds_of(job: Job, store: Store, settled: Sequence[Settled], size: int | None = None) -> Rounds:
    """Return the articles by the day of publication, those without one last, so many characters a round (`ROUND`, or `ONE_OF_MANY`).

    All versions of an article stand in one round, and what one day's news tells mostly does. A rebuild looks at everything at once, and so
    does the first run after a migration from a store without the tables that later runs look into."""
    is_whole = job.rebuild or not store.has_marks()
    versions = [list(group) for _, group in groupby(settled, key=lambda one: one[0].article_id)]
    versions.sort(key=lambda group: (_day(group), group[0][0].article_id))
    rounds: list[list[Settled]] = [[]]
    characters, given = 0, sum(len(article.text) for article, _, _ in settled)
    most = size or (ROUND if given <= ROUND else ONE_OF_MANY)
    for group in versions:
        own = sum(len(article.text) for article, _, _ in group)
        if rounds[-1] and characters + own > most and not is_whole:
            rounds.append([])
            characters = 0
        rounds[-1] += group
        characters += own
    return Rounds(rounds, is_whole)


def _day(group: Sequence[Settled]) -> str:
    published = group[-1][0].published_at
    return published.date().isoformat() if published else "unknown"


def load_in_rounds(
    job: Job,
    store: Store,
    rounds: Rounds,
    payloads: Payloads,
    rejects: list[Row],
    resolve: Callable[[Job, Loader, Sequence[Settled], Payloads, list[Row]], Loading] = resolve_articles,
    add: Callable[[Job, Loader, Loading], None] = load,
) -> list[Row]:
    """Load all articles and what was set aside, or nothing, and return the rows of `rejects` among them.

    Several rounds go into a copy of the store, each in a transaction; articles of a round may still be read while those before are
    loaded. `resolve` and `add` do the work of one round."""
    set_aside: list[Row] = []
    with nullcontext(store) if rounds.is_one else store.apart() as into:
        for number, articles in enumerate(rounds.articles, 1):
            read = [(article.article_id, article.text_sha256) for article, _, _ in articles]
            payloads.wait_for(read)
            if not rounds.is_one:
                job.progress.note(f"round {number} of {len(rounds.articles)}: {len(articles)} articles")
            with ExitStack() as transaction:
                loader = transaction.enter_context(into.loading(job.run_row, rounds.is_whole))
                loading = resolve(job, loader, articles, payloads, rejects)
                rejects = []
                set_aside += loading.tables["rejects"]
                add(job, loader, loading)
                payloads.forget(read)
                with job.stage("check"):
                    transaction.close()
    return set_aside
