"""The folder of a finished run: written whole, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.plan.account_file import ACCOUNT_FILES, read_account, write_account
from placeplan.plan.clock import Clock
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.plan.licence import list_statements
from placeplan.plan.option_answer import OPTION_FILES, OptionAnswer
from placeplan.plan.progress import Progress, Steps
from placeplan.plan.results_table import HoldsTable
from placeplan.plan.run_record import RECORD_FILE, RunRecord
from placeplan.plan.summary import list_sheets
from placeplan.tables.frame_file import (
    read_frame_parquet,
    write_frame_csv,
    write_frame_parquet,
)
from placeplan.tables.output_folder import write_whole_folder
from placeplan.tables.text_file import hash_file, read_text, write_text
from placeplan.tables.workbook import write_workbook

PARQUET_FILE: Final = "results.parquet"
CSV_FILE: Final = "results.csv"
WORKBOOK_FILE: Final = "summary.xlsx"
REPORT_FILE: Final = "report.html"
LICENCES_FILE: Final = "licences.txt"

RUN_FILES: Final = (
    PARQUET_FILE,
    CSV_FILE,
    WORKBOOK_FILE,
    REPORT_FILE,
    LICENCES_FILE,
    RECORD_FILE,
)
"""Everything that the folder of any run may hold."""

ALL_FILES: Final = (*RUN_FILES, *ACCOUNT_FILES, *OPTION_FILES)
"""With what stands beside it where there are initiatives, draws or options."""


def write_run_folder(
    results: HoldsTable,
    record: RunRecord,
    out: Path,
    *,
    account: InitiativeAccount | None = None,
    options: OptionAnswer | None = None,
    with_report: bool = True,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> RunRecord:
    """Write every file of a run; see `placeplan.plan.Results.write`."""
    work: dict[str, Callable[[Path], None]] = {
        "results table": lambda folder: _write_tables(results.table, folder),
        "workbook": lambda folder: _write_workbook(results, record, folder),
    }
    if account is not None:
        work["initiatives"] = lambda folder: write_account(account, folder)
    if options is not None:
        work["options"] = options.write
    if with_report:
        work["report"] = lambda folder: _write_report(
            results, record, account, folder, lambda: steps.tell_within("report")
        )
    steps = Steps(list(work), progress, clock)
    with write_whole_folder(out, names=ALL_FILES) as folder:
        for name, write in work.items():
            steps.take(name, lambda write=write: write(folder))  # type: ignore[misc] # the loop's value, now
        _write_licences(record, folder)
        record = _finish_record(record, steps, clock, folder)
        write_text(record.to_json(), folder / RECORD_FILE)
        steps.finish()
    return record


def read_run_folder(
    folder: Path,
) -> tuple[pl.DataFrame, RunRecord, InitiativeAccount | None, OptionAnswer | None]:
    """Read a finished run: its table, its record, its account and its options.

    Parameters
    ----------
    folder : Path
        What `write_run_folder` wrote.

    Raises
    ------
    InputError
        The folder does not hold a finished run.
    """
    file = folder / RECORD_FILE
    record = RunRecord.from_json(read_text(file), file=str(file))
    return (
        read_frame_parquet(folder / PARQUET_FILE),
        record,
        read_account(folder),
        OptionAnswer.from_folder(folder),
    )


def _write_tables(table: pl.DataFrame, folder: Path) -> None:
    write_frame_parquet(table, folder / PARQUET_FILE)
    write_frame_csv(table, folder / CSV_FILE)


def _write_licences(record: RunRecord, folder: Path) -> None:
    """Say beside the tables what their sources ask: a table has no room for it."""
    lines = "".join(f"{line}\n" for line in list_statements(record.sources))
    write_text(lines, folder / LICENCES_FILE)


def _write_workbook(results: HoldsTable, record: RunRecord, folder: Path) -> None:
    sheets = list_sheets(results, record)
    write_workbook(sheets, folder / WORKBOOK_FILE, title=record.manifest.name)


def _write_report(
    results: HoldsTable,
    record: RunRecord,
    account: InitiativeAccount | None,
    folder: Path,
    tell: Callable[[], None],
) -> None:
    # Drawing takes half a second to load, which a run without a report saves.
    from placeplan.plan.report import write_report

    page = write_report(results, record, account, tell=tell)
    write_text(page, folder / REPORT_FILE)


def _finish_record(
    record: RunRecord, steps: Steps, clock: Clock | None, folder: Path
) -> RunRecord:
    return replace(
        record,
        results_sha256=hash_file(folder / CSV_FILE),
        files=_hash_files(folder),
        finished_at=clock.now().isoformat() if clock else "",
        steps=(*record.steps, *steps.timings),
        peak_bytes=clock.peak_bytes() if clock else None,
    )


def _hash_files(folder: Path) -> dict[str, str]:
    """Hash every file beside the record."""
    names = [name for name in ALL_FILES if name != RECORD_FILE]
    return {
        name: hash_file(folder / name) for name in names if (folder / name).exists()
    }
