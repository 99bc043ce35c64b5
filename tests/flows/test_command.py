"""The command as a person meets it: exit statuses, messages that say what to do, no tracebacks for mistakes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.commands import check_writable
from flows.failures import ended
from tests.flows.conftest import ARTICLES, write_lines


def casus(*arguments: str, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=240, env=os.environ | environment, check=False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage"),
        (["run"], "Example: casus run"),
        (["run", "no/such/folder"], "no such file or folder: no/such/folder"),
        (["run", "ftp://news.example/"], "only http and https"),
        (["run", ".", "--published", "18 January"], "write it as 2024-01-18"),
        (["run", ".", "--workers", "-1"], "--workers"),
        (["run", ".", "--rebuild"], "give it no INPUT"),
        (["sql", "select 1", "--warehouse", "nowhere"], "casus run INPUT --warehouse nowhere"),
        (["sql", "select 1", "--format", "xml"], "--format"),
        (["sql", "select 1", "--warehouse", "no where"], "casus run INPUT --warehouse 'no where'"),
        (["export", "--warehouse", "nowhere"], "no warehouse in nowhere"),
        (["serve", ".", "--cron", "daily at six"], "is no schedule"),
        (["rnu"], "No such command"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_to_do(arguments: list[str], words: str) -> None:
    done = casus(*arguments)
    assert done.returncode == 2
    assert words in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_who_stops_a_run_is_told_what_became_of_it(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from flows.cli import main; main()",
        "run",
        str(tmp_path / "in.jsonl"),
        "--warehouse",
        str(tmp_path / "w"),
    ]
    write_lines(tmp_path / "in.jsonl", ARTICLES)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        assert run.stderr is not None
        first = run.stderr.readline()  # "casus: read": it has begun
        os.killpg(run.pid, signal.SIGINT)
        rest = run.stderr.read()
    assert run.returncode == 130, first + rest
    assert "the warehouse is as it was" in rest
    assert "Traceback" not in rest


def test_what_fails_while_a_stopped_run_ends_is_told_as_its_stop(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end, ended():
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stop:
            raise ConnectionError("refused") from stop
    assert end.value.code == 130
    assert "the warehouse is as it was" in capsys.readouterr().err


def test_a_wrong_clock_is_wrong_use(tmp_path: Path) -> None:
    done = casus("run", str(tmp_path), SOURCE_DATE_EPOCH="yesterday")
    assert (done.returncode, "SOURCE_DATE_EPOCH" in done.stderr) == (2, True)


def test_a_warehouse_that_cannot_be_written_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    done = casus("run", str(tmp_path), "--warehouse", str(tmp_path / "taken"))
    assert done.returncode == 1
    assert "cannot write to the warehouse" in done.stderr
    assert "Traceback" not in done.stderr


def test_runs_that_begin_together_may_all_write(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as begun:
        assert list(begun.map(check_writable, [tmp_path / "w"] * 2_000)) == [None] * 2_000
    assert list((tmp_path / "w").iterdir()) == []


def test_each_command_helps_with_an_example() -> None:
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert {"run", "sql", "export", "serve", "doctor"} <= set(names)
    for name in names:
        shown = CliRunner().invoke(app, [name, "--help"])
        assert (shown.exit_code, f"Example: casus {name}" in shown.output) == (0, True), name


def test_a_dry_run_counts_and_changes_nothing(tmp_path: Path) -> None:
    given = write_lines(tmp_path / "news.jsonl", ARTICLES)
    done = casus("run", given, "-", "--dry-run", "--json", "--warehouse", str(tmp_path / "none"), stdin="")
    assert json.loads(done.stdout)[0] == {"input": given, "documents": 3, "set_aside": 0}
    assert not (tmp_path / "none").exists()


def test_a_dry_run_names_file_and_line_of_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text('{"text": "One was killed."}\n{broken\n{"title": "\\u001b[31m"}\n')
    done = casus("run", str(tmp_path), "--dry-run")
    assert done.stdout.splitlines()[0] == f"{tmp_path}: articles: 1, set aside: 2"
    assert f"{tmp_path}/news.jsonl#2: invalid json" in done.stdout
    assert f"{tmp_path}/news.jsonl#3: no text" in done.stdout


def test_a_whole_run_from_standard_input_leaves_nothing_behind(tmp_path: Path) -> None:
    """No server, no key, nothing in the home folder, no temporary files; a broken line is counted, and the status is 0."""
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in ARTICLES) + "{broken\n"
    environment = {"HOME": str(home), "TMPDIR": str(temporary)}
    done = casus("run", "-", "--warehouse", str(tmp_path / "w"), stdin=lines, **environment)
    assert done.returncode == 0, done.stderr
    assert "Best supported" in done.stdout
    assert "1 invalid json" in done.stdout
    assert "stdin#4" in done.stdout
    assert [path.name for path in home.iterdir()] == []
    assert [path.name for path in temporary.iterdir()] == []
    asked = casus("sql", "select count(*) as n from articles", "--warehouse", str(tmp_path / "w"), "--format", "json")
    assert json.loads(asked.stdout) == [{"n": 3}]
    assert casus("sql", "select nothing from articles", "--warehouse", str(tmp_path / "w")).returncode == 2
    assert casus("sql", "drop table articles", "--warehouse", str(tmp_path / "w")).returncode == 2
    exported = casus("export", "--warehouse", str(tmp_path / "w"), "--to", str(tmp_path / "out"))
    assert (exported.returncode, (tmp_path / "out" / "parquet" / "datapackage.json").is_file()) == (0, True)
    delta = casus("export", "--warehouse", str(tmp_path / "w"), "--to", str(tmp_path / "delta"), "--since", "2024-01-01")
    assert delta.returncode == 0
    assert delta.stdout.splitlines()[-1].startswith("Next time: --since 20")


def test_an_empty_folder_is_said_and_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = casus("run", str(tmp_path / "empty"), "--warehouse", str(tmp_path / "w"))
    assert done.returncode == 0
    assert "No articles" in done.stdout
