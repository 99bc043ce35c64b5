"""The `casus` command: what a person types. Each command says what it did, or what is wrong and what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from flows import commands
from flows.failures import ended
from flows.leaving import leaving

app = typer.Typer(
    name="casus",
    help="News articles into conflict data that can be trusted: events, actors, casualty claims and quotes, each with its sentence.",
    epilog="Begin with: casus run articles/    Something is wrong: casus doctor",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Warehouse = Annotated[Path, typer.Option("--warehouse", metavar="DIR", help="Folder of the DuckDB store and the Parquet files.")]
Inputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT", help="Files, folders, feed or article addresses, .urls, or -.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day to assume for articles without a date, as 2024-01-18.")]
Count = Annotated[int, typer.Option("--workers", metavar="N", min=0, help="Processes to read with; 0 takes one for each core.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from addresses of private networks too.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress and no summary.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write the summary as JSON.")]
RunnerName = Annotated[
    commands.Runner | None, typer.Option("--runner", help="Where articles are read: processes of this machine, or a Dask cluster.")
]
Dask = Annotated[str | None, typer.Option("--dask", metavar="ADDRESS", help="Scheduler of the Dask cluster, as tcp://10.0.0.5:8786.")]
StagingPlace = Annotated[
    str | None,
    typer.Option("--staging", metavar="PLACE", help="Where read batches wait for loading: a shared folder or s3://bucket/folder."),
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", metavar="SECONDS", min=1, help="What one article may take; a longer one is set aside.")
]
Cron = Annotated[str | None, typer.Option(metavar="EXPR", help='When to run, as "0 */6 * * *".')]
DEFAULT = Path("warehouse/data")


@app.command(short_help="Read articles into the warehouse.")
def run(
    inputs: Inputs = None,
    warehouse: Warehouse = DEFAULT,
    published: Published = None,
    workers: Count = 0,
    allow_private: Private = False,
    runner: RunnerName = None,
    dask: Dask = None,
    staging: StagingPlace = None,
    time_limit: TimeLimit = 60,
    rebuild: Annotated[bool, typer.Option(help="Read everything anew from the raw bytes kept in the warehouse.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read, and change nothing.")] = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read news articles into the warehouse, and publish its tables as Parquet.

    Example: casus run articles/ more.jsonl.gz --warehouse sahel --published 2024-01-18
    """
    commands.check_run(inputs or [], published, rebuild)
    reading = commands.reading_options(workers, runner, dask, staging, time_limit)
    if dry_run:
        commands.show_dry_run(inputs or [], as_json)
    else:
        options = {"published": published, "allow_private": allow_private, "rebuild": rebuild} | reading
        commands.run(inputs or [], warehouse, options, quiet, as_json)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(metavar="SQL", help="One statement; - reads it from standard input.")],
    warehouse: Warehouse = DEFAULT,
    output: Annotated[commands.Format, typer.Option("--format", help="How to write the rows.")] = commands.Format.TABLE,
) -> None:
    """Ask the warehouse in SQL, read-only.

    Example: casus sql "select title, date_start, killed_best from events order by date_start" --format csv
    """
    commands.sql(sys.stdin.read() if query == "-" else query, warehouse, output)


@app.command(short_help="Publish the tables as Parquet again.")
def export(
    warehouse: Warehouse = DEFAULT,
    to: Annotated[
        str | None, typer.Option(metavar="TARGET", help="A folder, or s3://bucket/prefix; default: the warehouse itself.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Only what was recorded after, as 2024-01-18T06:00; needs --to.")
    ] = None,
    flat: Annotated[bool, typer.Option("--flat", help="Lists as text, parted by |, for readers without lists; needs --to.")] = False,
) -> None:
    """Publish the tables as Parquet again, without a run.

    A store that is not Amazon's: s3://bucket/prefix?endpoint_override=host:port, or AWS_ENDPOINT_URL. Credentials: AWS_ACCESS_KEY_ID ...

    Example: casus export --warehouse sahel --to s3://conflict-data/sahel
    """
    commands.export(warehouse, to, since, flat)


@app.command(short_help="Load another dataset and score links.")
def link(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The dataset's file, as it was published.")],
    dataset: Annotated[commands.Dataset, typer.Option(help="Which dataset the file belongs to.")],
    warehouse: Warehouse = DEFAULT,
    mapping: Annotated[Path | None, typer.Option(metavar="CSV", help="For generic files: a table `column,from`.")] = None,
    preset: Annotated[
        str, typer.Option(help="How far apart two accounts of one event may lie: default, or xsub-1km-1day and the like.")
    ] = "default",
) -> None:
    """Load a file of another dataset, and score which of its rows tell of the warehouse's events.

    Example: casus link GEDEvent_v24_1.csv --dataset ucdp-ged --warehouse sahel
    """
    commands.link(file, dataset, warehouse, mapping, preset)


@app.command(short_help="Write a page to look at.")
def report(
    warehouse: Warehouse = DEFAULT,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; default: report.html in the warehouse.")] = None,
) -> None:
    """Write one page with map, timeline, tolls and the evidence of every event, to be read in any browser.

    Example: casus report --warehouse sahel --to sahel.html
    """
    commands.report(warehouse, to)


@app.command(short_help="Run on schedule.")
def serve(
    inputs: Inputs = None,
    cron: Cron = None,
    warehouse: Warehouse = DEFAULT,
    published: Published = None,
    workers: Count = 0,
    allow_private: Private = False,
    runner: RunnerName = None,
    dask: Dask = None,
    staging: StagingPlace = None,
    time_limit: TimeLimit = 60,
    report_address: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Where people open the report, for Prefect's link.")] = None,
) -> None:
    """Register the run as a Prefect deployment, and run it on schedule until stopped.

    Example: casus serve --cron "0 */6 * * *" feeds.urls --warehouse sahel
    """
    commands.check_run(inputs or [], published, rebuild=False)
    options = {"published": published, "allow_private": allow_private, "report_address": report_address}
    options |= commands.reading_options(workers, runner, dask, staging, time_limit)
    from flows.serving import serve_runs

    serve_runs(inputs or [], warehouse, cron, options)


@app.command(short_help="Look for what is wrong, and say what to do.")
def doctor(warehouse: Warehouse = DEFAULT) -> None:
    """Look at versions, parser, seeds, disk, Prefect and the warehouse, and say what to do about what is wrong.

    Example: casus doctor --warehouse sahel
    """
    from flows.doctor import examine

    findings = examine(warehouse)
    for finding in findings:
        typer.echo(
            f"{'ok ' if finding.is_well else 'BAD'}  {finding.what}: {finding.found}"
            + (f"\n     {finding.advice}" if finding.advice else "")
        )
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)


@app.callback(invoke_without_command=True)
def casus(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """News articles into conflict data that can be trusted."""
    if version:
        from flows.versions import casus_version

        typer.echo(f"casus {casus_version()}")
        raise typer.Exit


def main() -> None:
    """Run the command and end the process with its exit status: 0 done, 1 failed, 2 wrong use."""
    with leaving(), ended():
        app()


if __name__ == "__main__":
    main()
