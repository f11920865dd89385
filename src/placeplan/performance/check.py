"""Whether the performance tables of a plan folder agree with each other."""

from collections.abc import Iterator, Mapping

import polars as pl

from placeplan.errors import Fault
from placeplan.performance.inputs import (
    INDICATORS,
    MUST_DO_THRESHOLDS,
    MUST_DOS,
    PEERS,
    RATINGS,
    SERIES,
    SMALL_AREAS,
    TRAJECTORIES,
    VALUES,
)
from placeplan.performance.national_standard import list_national_standards
from placeplan.performance.outline import read_outline
from placeplan.performance.rule_set import list_rule_sets
from placeplan.tables import TableContract

Tables = Mapping[str, pl.DataFrame]

_HOMES = ("organisations", "areas", "sites", "footprints")
_ROW = "row in the file"
_DISTRICTS = "areas"


def check_performance(tables: Tables) -> list[Fault]:
    """List what contradicts itself across the performance tables.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By the names of `placeplan.performance.TABLES`; where the registry of places is
        among them, bodies are looked up in it.

    Returns
    -------
    list of Fault
        Bodies, standards, rule sets and must-dos that nothing has, months that do not
        start a month, parts of a percentage that exceed their whole.

    Examples
    --------
    >>> check_performance({})
    []
    """
    standards = {each.standard for each in list_national_standards()}
    rules = {each.id for each in list_rule_sets()}
    numbers = set(_get(tables, MUST_DOS)["number"])
    return [
        *_check_bodies(tables),
        *_check_known(tables, INDICATORS, "standard", standards),
        *_check_watched(tables),
        *_check_known(tables, RATINGS, "rule_set", rules),
        *_check_known(tables, MUST_DO_THRESHOLDS, "must_do", numbers),
        *_check_districts(tables),
        *_check_months(tables),
        *_check_parts(tables),
        *_check_outlines(tables),
    ]


def _get(tables: Tables, contract: TableContract) -> pl.DataFrame:
    return tables.get(contract.name, contract.make_empty())


def _check_bodies(tables: Tables) -> Iterator[Fault]:
    homes = [tables[name]["id"] for name in _HOMES if name in tables]
    if not homes:
        return
    known = set(pl.concat(homes)) | set(_get(tables, PEERS)["id"])
    for contract in (VALUES, SERIES, TRAJECTORIES, RATINGS):
        yield from _check_known(tables, contract, "body", known)


def _check_known(
    tables: Tables, contract: TableContract, column: str, known: set[str] | set[int]
) -> Iterator[Fault]:
    cells = _get(tables, contract)[column].drop_nulls().unique(maintain_order=True)
    for cell in cells:
        if cell not in known:
            expected = f"a {column.replace('_', ' ')} that is known"
            where, remedy = f"column {column}", "Add it, or correct the id."
            yield Fault(contract.path, where, expected, str(cell), remedy)


def _check_watched(tables: Tables) -> Iterator[Fault]:
    """Of what has a standard, one way is better."""
    both = _get(tables, INDICATORS).filter(
        (pl.col("better") == "neither") & pl.col("standard").is_not_null()
    )
    for id_ in both["id"]:
        expected = "up or down, because it has a standard"
        remedy = "Say which way is better, or leave the standard out."
        yield Fault(INDICATORS.path, f"indicator {id_}", expected, "neither", remedy)


def _check_months(tables: Tables) -> Iterator[Fault]:
    for contract, column in ((SERIES, "month"), (TRAJECTORIES, "by_month")):
        late = _get(tables, contract).filter(pl.col(column).dt.day() != 1)
        for day in late[column].unique(maintain_order=True):
            expected, remedy = "the first day of a month", "Correct the day."
            yield Fault(contract.path, f"column {column}", expected, str(day), remedy)


def _check_parts(tables: Tables) -> Iterator[Fault]:
    shares = _get(tables, INDICATORS).filter(pl.col("unit") == "%")["id"]
    wrong = (
        _get(tables, SERIES)
        .with_row_index(_ROW, offset=2)
        .filter(
            pl.col("indicator").is_in(shares.implode())
            & (pl.col("numerator") > pl.col("denominator"))
        )
    )
    for row, above, below in wrong.select(_ROW, "numerator", "denominator").iter_rows():
        expected = f"a numerator of at most {below:g}, the denominator"
        remedy = "Correct one of the two."
        yield Fault(SERIES.path, f"row {row}", expected, f"{above:g}", remedy)


def _check_districts(tables: Tables) -> Iterator[Fault]:
    if _DISTRICTS in tables:
        known = set(tables[_DISTRICTS]["id"])
        yield from _check_known(tables, SMALL_AREAS, "place", known)


def _check_outlines(tables: Tables) -> Iterator[Fault]:
    drawn = _get(tables, SMALL_AREAS).drop_nulls("outline")
    for id_, outline in drawn.select("id", "outline").iter_rows():
        try:
            read_outline(outline)
        except ValueError as error:
            expected = "POLYGON ((...)) or MULTIPOLYGON (((...))), in degrees"
            remedy = "Write its rings whole, or leave the outline empty."
            where = f"small area {id_}, column outline"
            yield Fault(SMALL_AREAS.path, where, expected, str(error), remedy)
