"""Citations: every row names its source, and every source is there for a reason."""

from collections.abc import Iterable, Mapping

import polars as pl

from placeplan.errors import Fault
from placeplan.evidence.source import SOURCES_FILE, Source
from placeplan.tables import STATUS, TableContract
from placeplan.tables.row_check import FIRST_ROW

_SHOWN = 5
_COUNTED = {
    "source": pl.String(),
    "table": pl.String(),
    "rows": pl.Int64(),
    "status": STATUS,
}


def count_citations(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Count the rows of each table that cite each source.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, with a column `source`; others are left out.

    Returns
    -------
    DataFrame
        `source`, `table`, `rows`, `status` (weakest of those rows), in order of source
        and table.

    Examples
    --------
    >>> from placeplan.tables import STATUS
    >>> beds = pl.DataFrame({"beds": [5, 7], "source": ["kh03", "kh03"],
    ...     "status": ["published", "derived"]}, schema_overrides={"status": STATUS})
    >>> count_citations({"beds": beds}).rows()
    [('kh03', 'beds', 2, 'derived')]
    """
    none = pl.DataFrame(schema=_COUNTED)
    counted = [
        frame.group_by("source")
        .agg(pl.len().cast(pl.Int64).alias("rows"), pl.col("status").max())
        .select("source", pl.lit(name).alias("table"), "rows", "status")
        for name, frame in tables.items()
        if {"source", "status"} <= set(frame.columns)
    ]
    return pl.concat([none, *counted]).sort("source", "table")


def check_citations(
    tables: Mapping[str, pl.DataFrame],
    contracts: Iterable[TableContract],
    sources: Iterable[Source],
) -> list[Fault]:
    """List the sources that tables cite and ``sources.yaml`` lacks.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.
    contracts : iterable of TableContract
        Their contracts, which know their files.
    sources : iterable of Source
        All sources of the folder.

    Returns
    -------
    list of Fault
        One for each file and missing source, with its rows.
    """
    known = {source.id for source in sources}
    faults = []
    for contract in contracts:
        frame = tables.get(contract.name)
        if frame is None or "source" not in frame.columns:
            continue
        cited = (
            frame.with_row_index("row", offset=FIRST_ROW)
            .filter(~pl.col("source").is_in(known))
            .group_by("source")
            .agg(pl.col("row"))
            .sort("source")
        )
        faults += [
            Fault(
                contract.path,
                f"{_name_rows(rows)}, column source",
                f"a source listed in {SOURCES_FILE}",
                source,
                f"Add the source to {SOURCES_FILE}, or correct the id.",
            )
            for source, rows in cited.iter_rows()
        ]
    return faults


def _name_rows(rows: list[int]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]}"
    shown = ", ".join(str(row) for row in rows[:_SHOWN])
    more = f" and {len(rows) - _SHOWN:,} more" if len(rows) > _SHOWN else ""
    return f"rows {shown}{more}"
