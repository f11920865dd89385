"""Supply of staff: those who were there, and who joins and leaves each year."""

from collections.abc import Iterable, Mapping
from typing import Final

import polars as pl

from placeplan.capacity.inputs import STAFF, STAFF_FLOWS, Tables, get_table
from placeplan.capacity.standard import find_standards
from placeplan.tables import STATUS

SCHEMA: Final = {
    "year": pl.Int32(),
    "provider": pl.String(),
    "staff_group": pl.String(),
    "wte": pl.Float64(),
    "status": STATUS,
}

Flow = tuple[float, float, str]
"""Joiner share, leaver share, status."""

_NOBODY_MOVES: Final[Flow] = (0.0, 0.0, "derived")


def step_staff(wte: float, joiner_share: float, leaver_share: float) -> float:
    """Carry staff on by one year.

    ``next = staff + staff * joiners - staff * leavers``

    Parameters
    ----------
    wte : float
        Whole-time equivalents in post.
    joiner_share, leaver_share : float
        Who joins and who leaves in the year, as shares of those in post.

    Returns
    -------
    float
        Whole-time equivalents a year later.

    Examples
    --------
    >>> round(step_staff(200.0, joiner_share=0.04, leaver_share=0.05), 6)
    198.0
    """
    return wte * (1 + joiner_share - leaver_share)


def project_staff(tables: Tables, years: Iterable[int]) -> pl.DataFrame:
    """Give staff in post by year, provider and group.

    A stated year is as stated. A year after it is the year before carried on by the
    joiners and leavers that hold for it (`step_staff`); a group without any stays.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        ``staff`` and ``staff_flows``.
    years : iterable of int
        Years wanted; one before the first stated has no row.

    Returns
    -------
    DataFrame
        `year`, `provider`, `staff_group`, `wte`, `status` (the weakest of what went
        into it), in order.

    Examples
    --------
    >>> staff = pl.DataFrame({"year": [2016], "provider": ["mft"],
    ...     "staff_group": ["nurse"], "wte": [100.0], "status": ["published"]},
    ...     schema_overrides={"status": STATUS})
    >>> flows = pl.DataFrame({"staff_group": ["nurse"], "from_year": [2016],
    ...     "joiner_share": [0.0], "leaver_share": [0.5], "status": ["derived"]},
    ...     schema_overrides={"status": STATUS})
    >>> tables = {"staff": staff, "staff_flows": flows}
    >>> project_staff(tables, [2016, 2018])["wte"].to_list()
    [100.0, 25.0]
    """
    wanted = sorted(set(years))
    stated = get_table(tables, STAFF).sort("provider", "staff_group", "year")
    flows = _lay_out_flows(tables, stated, wanted)
    rows = []
    for (provider, group), given in stated.group_by(
        "provider", "staff_group", maintain_order=True
    ):
        known = {
            year: (wte, status)
            for year, wte, status in given.select("year", "wte", "status").iter_rows()
        }
        path = _carry_on(known, flows.get(str(group), {}), wanted)
        rows += [
            (year, provider, group, *path[year]) for year in wanted if year in path
        ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort(
        "year", "provider", "staff_group"
    )


def _carry_on(
    known: Mapping[int, tuple[float, str]],
    flows: Mapping[int, Flow],
    years: list[int],
) -> dict[int, tuple[float, str]]:
    first, last = min(known), max([min(known), *years])
    path: dict[int, tuple[float, str]] = {}
    for year in range(first, last + 1):
        if year in known:
            path[year] = known[year]
            continue
        wte, status = path[year - 1]
        join, leave, flow_status = flows.get(year, _NOBODY_MOVES)
        weakest = pl.Series([status, flow_status], dtype=STATUS).max()
        path[year] = (step_staff(wte, join, leave), str(weakest))
    return path


def _lay_out_flows(
    tables: Tables, stated: pl.DataFrame, years: list[int]
) -> dict[str, dict[int, Flow]]:
    """Lay joiners and leavers out by group and year, from the first stated year on."""
    if stated.is_empty() or not years:
        return {}
    first = min(stated["year"].to_list())
    span = range(first, max(first, *years) + 1)
    table = find_standards(get_table(tables, STAFF_FLOWS), ["staff_group"], span)
    found: dict[str, dict[int, Flow]] = {}
    for year, group, join, leave, status in table.select(
        "year", "staff_group", "joiner_share", "leaver_share", "status"
    ).iter_rows():
        found.setdefault(group, {})[year] = (join, leave, status)
    return found
