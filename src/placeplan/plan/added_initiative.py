"""Adding an initiative to a plan folder: all its rows, or none of them."""

import csv
import json
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any, Final

import polars as pl

from placeplan.demand import INITIATIVE_TABLES, TOOLKIT, list_toolkit_sources
from placeplan.evidence import SOURCES_FILE
from placeplan.plan.plan import Plan
from placeplan.tables import TableContract, read_text, write_text

MARK: Final = "\ufeff"
"""Some programs begin a file with it; it is no part of the first name."""


def add_initiative(folder: Path, rows: Mapping[str, pl.DataFrame]) -> list[str]:
    """Add rows to the tables of initiatives of a plan folder, at the end of each.

    Rows that stand there stay as they are. The toolkit's own source is added to
    ``sources.yaml`` where a row cites it and the folder lacks it. The folder is then
    checked as a whole; at any fault every file is put back as it was.

    Parameters
    ----------
    folder : Path
        The folder that holds ``plan.yaml``, without a fault.
    rows : mapping of table name to DataFrame
        Of `placeplan.demand.adapt_element`.

    Returns
    -------
    list of str
        Files that were written, relative to the folder.

    Raises
    ------
    InputError
        The folder has a fault, or would have one with the rows.
    """
    known = {source.id for source in Plan.from_folder(folder).sources}
    texts = write_rows(folder, rows, cites_toolkit=TOOLKIT not in known)
    before = {name: _read(folder / name) for name in texts}
    try:
        for name, text in texts.items():
            write_text(text, folder / name)
        Plan.from_folder(folder)
    except BaseException:
        for name, text in before.items():
            if text:
                write_text(text, folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise
    return list(texts)


def write_rows(
    folder: Path, rows: Mapping[str, pl.DataFrame], *, cites_toolkit: bool = True
) -> dict[str, str]:
    """Write what each file of a folder would hold with the rows at its end.

    Parameters
    ----------
    folder : Path
        A plan folder, or one that is new or empty.
    rows : mapping of table name to DataFrame
        Rows to be added.
    cites_toolkit : bool
        Whether to add the toolkit to the sources, where a row cites it.

    Returns
    -------
    dict of str to str
        Texts by file, relative to the folder.
    """
    texts = {
        contract.path: _append(
            _read(folder / contract.path), contract, rows[contract.name]
        )
        for contract in INITIATIVE_TABLES
        if rows[contract.name].height
    }
    cited = {each for frame in rows.values() for each in frame["source"]}
    if cites_toolkit and TOOLKIT in cited:
        texts[SOURCES_FILE] = _add_source(_read(folder / SOURCES_FILE))
    return texts


def _read(path: Path) -> str:
    return read_text(path) if path.exists() else ""


def _append(text: str, contract: TableContract, rows: pl.DataFrame) -> str:
    """Put rows below a table, in the order of its columns."""
    first = text.removeprefix(MARK).partition("\n")[0]
    known = next(csv.reader([first])) if first else None
    header = known or _head(contract, rows)
    added = StringIO()
    writer = csv.DictWriter(
        added, header, restval="", extrasaction="ignore", lineterminator="\n"
    )
    if not text:
        writer.writeheader()
    for row in rows.iter_rows(named=True):
        writer.writerow({name: _spell(cell) for name, cell in row.items()})
    gap = "\n" if text and not text.endswith("\n") else ""
    return f"{text}{gap}{added.getvalue()}"


def _head(contract: TableContract, rows: pl.DataFrame) -> list[str]:
    """Name the columns of a new file: those that may be left out only if needed."""
    optional = {column.name for column in contract.columns if column.optional}
    empty = {name for name in optional if rows[name].null_count() == rows.height}
    return [name for name in contract.schema if name not in empty]


def _spell(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return "" if cell is None else str(cell)


def _add_source(text: str) -> str:
    """Put the toolkit below the sources, indented as they are."""
    source = list_toolkit_sources().filter(pl.col("source") == TOOLKIT)
    entry = source.row(0, named=True)
    written = text or "sources:\n"
    found = re.search(r"^( *)- id:", written, re.MULTILINE)
    indent = found.group(1) if found else "  "
    fields = {
        "id": TOOLKIT,
        "title": json.dumps(entry["title"]),
        "publisher": entry["publisher"],
        "dated": entry["dated"],
        "licence": entry["licence"],
        "status": "illustrative",
        "grade": "D",
        "note": json.dumps(entry["note"]),
    }
    lines = [f"{indent}  {name}: {value}" for name, value in fields.items()]
    lines[0] = f"{indent}- id: {TOOLKIT}"
    gap = "" if written.endswith("\n") else "\n"
    return written + gap + "\n".join(lines) + "\n"
