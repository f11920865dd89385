"""The ledger in whole pence, as everything else of this room takes it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from placeplan.errors import UnknownNameError
from placeplan.money.inputs import get_table
from placeplan.money.ledger.inputs import (
    CONTROL_TOTAL_CHANGES,
    CONTROL_TOTALS,
    LEDGER_LINES,
    LEDGER_SAVINGS,
    LEDGER_VALUES,
)
from placeplan.money.pence import to_pence_column
from placeplan.tables import TableContract

YEAR = (pl.col("month").dt.year() - (pl.col("month").dt.month() < 4)).cast(pl.Int32)
"""Year in which the financial year of a month starts."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the organisations of a system planned and booked.

    Parameters
    ----------
    lines : DataFrame
        `line, name, side, pod, fund, place_in_list, source, status`.
    values : DataFrame
        `organisation, line, month, basis, recurrent, counterparty, source, status`,
        and `value_pence, year, side, fund`. Income and cost are both positive.
    savings : DataFrame
        `organisation, scheme, name, month, basis, recurrent, source, status`, and
        `value_pence, year`.
    control_totals, changes : DataFrame
        `year, organisation, source, status` and `value_pence`; changes also `change`
        and `agreed_on`.
    """

    lines: pl.DataFrame
    values: pl.DataFrame
    savings: pl.DataFrame
    control_totals: pl.DataFrame
    changes: pl.DataFrame
    _members: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        members = sorted(self.values["organisation"].unique().to_list())
        object.__setattr__(self, "_members", tuple(members))

    @property
    def members(self) -> tuple[str, ...]:
        """Organisations that have any value, by id."""
        return self._members

    @property
    def years(self) -> tuple[int, ...]:
        """Financial years that have any value, the first one first."""
        return tuple(sorted(self.values["year"].unique().to_list()))

    def get_bodies(self, bodies: Collection[str] | None = None) -> tuple[str, ...]:
        """Get the members that are asked for, by id; all when none are named.

        Raises
        ------
        UnknownNameError
            When one is no member.
        """
        if bodies is None:
            return self._members
        for each in bodies:
            if each not in self._members:
                raise UnknownNameError("member of the ledger", each, self._members)
        return tuple(sorted(set(bodies)))


def read_ledger(tables: Mapping[str, pl.DataFrame]) -> Ledger:
    """Read the ledger out of the tables of a plan folder.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of `LEDGER_TABLES`, each already checked against its contract; one that
        the folder lacks is empty. The order of rows never matters.

    Returns
    -------
    Ledger
        Every amount rounded to whole pence once, here.

    Examples
    --------
    >>> read_ledger({}).members
    ()
    """
    lines = get_table(tables, LEDGER_LINES).sort("place_in_list", "line")
    values = _take(tables, LEDGER_VALUES).with_columns(YEAR.alias("year"))
    return Ledger(
        lines,
        join_lines(values, lines),
        _take(tables, LEDGER_SAVINGS).with_columns(YEAR.alias("year")),
        _take(tables, CONTROL_TOTALS),
        _take(tables, CONTROL_TOTAL_CHANGES),
    )


def join_lines(values: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """Put the side and the fund of its line beside each value."""
    known = lines.select(pl.col("line").cast(values.schema["line"]), "side", "fund")
    return values.join(known, on="line", how="left", maintain_order="left")


def _take(tables: Mapping[str, pl.DataFrame], contract: TableContract) -> pl.DataFrame:
    """Take a table with its amounts in pence, in the order of its key."""
    frame = get_table(tables, contract)
    return (
        frame.with_columns(to_pence_column("value_pounds").alias("value_pence"))
        .drop("value_pounds")
        .sort(*contract.key, nulls_last=False)
    )


def find_months(year: int, through: date | None = None) -> list[date]:
    """Find the months of a financial year, up to one of them.

    Parameters
    ----------
    year : int
        Calendar year in which it starts.
    through : date or None
        First day of the last month wanted; None for the whole year.

    Examples
    --------
    >>> [f"{month:%b}" for month in find_months(2016, date(2016, 6, 1))]
    ['Apr', 'May', 'Jun']
    """
    months = [date(year + (at > 8), (at + 3) % 12 + 1, 1) for at in range(12)]
    return [month for month in months if through is None or month <= through]
