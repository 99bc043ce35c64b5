"""A run is loaded whole or not at all; loading it again changes nothing; what leaves is kept in the log."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.world import LATER_TEXT, article, run, strike_mention, world
from warehouse.checks import ChecksFailedError
from warehouse.conform import ContractError
from warehouse.connect import DATABASE, StoreError, connected
from warehouse.lock import WarehouseBusyError
from warehouse.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "warehouse", wait_seconds=0) as opened:
        yield opened


def test_no_bar_of_progress_gets_into_what_is_printed(store: Store) -> None:
    with connected(store.directory) as connection:
        assert connection.execute("select current_setting('enable_progress_bar')").fetchall() == [(False,)]


def test_a_copy_takes_the_place_of_the_store_when_all_is_loaded(store: Store) -> None:
    store.load(world(), run("r1", 20))
    with store.apart() as copy:
        copy.load({"articles": [article("a9", "Another.")]}, run("r2", 21))
        copy.load({"articles": [article("a10", "One more.")]}, run("r2", 21))
        assert "a10" not in ids(store, "articles", "article_id"), "people read the store as it was"
    assert {"a9", "a10"} < set(ids(store, "articles", "article_id"))
    assert ids(store, "runs", "run_id") == ["r1", "r2"]
    assert not (store.directory / ".loading").exists()


def test_a_copy_goes_after_an_error_and_so_does_one_of_a_run_that_was_killed(tmp_path: Path) -> None:
    with open_store(tmp_path / "warehouse", wait_seconds=0) as store:
        store.load(world(), run("r1", 20))
        with pytest.raises(OSError, match="no space"), store.apart() as copy:
            copy.load({"articles": [article("a9", "Another.")]}, run("r2", 21))
            raise OSError("no space left on device")
        assert "a9" not in ids(store, "articles", "article_id")
        assert not (store.directory / ".loading").exists()
        (store.directory / ".loading").mkdir()
        (store.directory / ".loading" / DATABASE).write_bytes(b"half")
    with open_store(tmp_path / "warehouse", wait_seconds=0) as store:
        assert not (store.directory / ".loading").exists()


def ids(store: Store, table: str, column: str) -> list[str]:
    return [str(value) for value in store.read_table(table)[column].to_pylist()]


def test_rows_come_back_as_they_went_in(store: Store) -> None:
    store.load(world(), run("r1"))
    stored = store.read_table("casualties").to_pylist()
    assert [(claim["claim_id"], claim["count_low"], claim["count_best"], claim["run_id"]) for claim in stored] == [
        ("c1", 9, 9, "r1"),
        ("c2", 10, None, "r1"),
    ]
    assert [(known["article_id"], known["version"]) for known in store.known_articles().to_pylist()] == [("a1", 1), ("a2", 1)]


def test_the_same_rows_again_change_nothing(store: Store) -> None:
    store.load(world(), run("r1", 20))
    before = {name: store.read_table(name) for name in world()}
    store.load(world(), run("r2", 21))
    assert all(store.read_table(name).equals(table) for name, table in before.items())
    assert store.read_table("events_log").num_rows == 0


def test_a_changed_event_is_stamped_anew_and_its_old_state_logged(store: Store) -> None:
    store.load(world(), run("r1", 20))
    event = world()["events"][0] | {"killed_best": 10}
    store.load({"events": [event]}, run("r2", 21))
    now, before = store.read_table("events").to_pylist()[0], store.read_table("events_log").to_pylist()[0]
    assert (now["killed_best"], now["run_id"]) == (10, "r2")
    assert (before["killed_best"], before["run_id"], before["superseded_by_run_id"], before["change"]) == (9, "r1", "r2", "changed")
    assert before["superseded_at"] == now["recorded_at"]


def test_a_new_version_takes_the_place_of_the_old_one_and_its_claims_go_to_the_log(store: Store) -> None:
    store.load(world(), run("r1"))
    changed = article("a1", "Nothing is known.", version=2)
    store.load(
        {name: [] for name in ("event_mentions", "casualties", "quotes", "actor_mentions", "place_mentions")} | {"articles": [changed]},
        run("r2"),
        checked=False,
    )
    assert [(a["article_id"], a["version"], a["is_current"]) for a in store.known_articles().to_pylist()] == [
        ("a1", 1, False),
        ("a1", 2, True),
        ("a2", 1, True),
    ]
    assert ids(store, "casualties", "claim_id") == ["c2"]
    assert ids(store, "event_mentions", "mention_id") == ["m3"]
    assert [(c["claim_id"], c["change"]) for c in store.read_table("casualties_log").to_pylist()] == [("c1", "removed")]


def test_rows_of_articles_that_were_not_loaded_stay(store: Store) -> None:
    store.load(world(), run("r1"))
    mention = strike_mention("a2", "m9", LATER_TEXT, "At least ten were killed.", "killed")
    store.load({"event_mentions": [mention]}, run("r2"), checked=False)
    assert ids(store, "event_mentions", "mention_id") == ["m1", "m2", "m9"]


def test_only_what_was_looked_at_leaves(store: Store) -> None:
    store.load(world(), run("r1"))
    other = world()["events"][0] | {"event_id": "event_other"}
    store.load({"events": [other]}, run("r2"), looked_at={"events": ["event_other"]})
    assert ids(store, "events", "event_id") == ["event_other", "event_strike"]
    store.load({"events": []}, run("r3"), looked_at={"events": ["event_other"]})
    assert ids(store, "events", "event_id") == ["event_strike"]


def test_a_record_set_aside_leaves_the_rejects_when_it_becomes_an_article(store: Store) -> None:
    store.load(world(), run("r1"))
    store.load({"rejects": world()["rejects"]}, run("r2"))
    assert len(ids(store, "rejects", "reject_id")) == 1
    store.load({"articles": [article("a3", "Readable now.", raw_uri="a3.pdf")], "rejects": []}, run("r3"))
    assert ids(store, "rejects", "reject_id") == []


@pytest.mark.parametrize("fault", [ContractError, ChecksFailedError])
def test_a_faulty_run_leaves_the_store_as_it_was(store: Store, fault: type[Exception]) -> None:
    store.load(world(), run("r1"))
    before = store.read_table("events")
    rows = world()
    rows["events"][0]["title"] = "another"
    rows["casualties"][0]["outcome" if fault is ContractError else "count_low"] = "hurt" if fault is ContractError else 99
    with pytest.raises(fault):
        store.load(rows, run("r2"))
    assert store.read_table("events").equals(before)
    assert ids(store, "runs", "run_id") == ["r1"]


def test_a_failing_check_shows_its_rows(store: Store) -> None:
    rows = world()
    rows["quotes"][0]["evidence"] = "We shall answer"
    with pytest.raises(ChecksFailedError, match=r"spans_equal_evidence\.sql.*We shall answer"):
        store.load(rows, run("r1"))


def test_a_second_loader_is_told_who_holds_the_warehouse(store: Store) -> None:
    with pytest.raises(WarehouseBusyError, match=r"is being loaded by process \d+ on .*Wait until it ends"):
        open_store(store.directory, wait_seconds=0.1)


def test_a_killed_loader_holds_nothing(tmp_path: Path) -> None:
    code = f"import os, signal; from warehouse.store import open_store; open_store({str(tmp_path)!r}); os.kill(os.getpid(), signal.SIGKILL)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    open_store(tmp_path, wait_seconds=0).close()


def test_a_reader_in_another_process_is_named(tmp_path: Path) -> None:
    open_store(tmp_path, wait_seconds=0).close()
    code = (
        f"import duckdb, sys; c = duckdb.connect({str(tmp_path / DATABASE)!r}, read_only=True); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        with pytest.raises(WarehouseBusyError, match=str(reader.pid)):
            open_store(tmp_path, wait_seconds=0)
        reader.communicate(b"")


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreError, match=DATABASE):
        open_store(tmp_path, wait_seconds=0)
    (tmp_path / DATABASE).unlink()
    with duckdb.connect(str(tmp_path / DATABASE)) as connection:
        connection.execute("create table other (x integer)")
    with pytest.raises(StoreError, match="did not make"):
        open_store(tmp_path, wait_seconds=0)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="choose another --warehouse"):
        open_store(tmp_path / "file" / "warehouse", wait_seconds=0)


def test_columns_carry_their_descriptions(store: Store) -> None:
    with connected(store.directory, read_only=True) as connection:
        found = connection.execute(
            "select count(*) from duckdb_columns() where not internal and comment is null and table_name = 'events'"
        ).fetchall()
    assert found == [(0,)]
