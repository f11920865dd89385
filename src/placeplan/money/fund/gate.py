"""Whether a control total was met, year to date and before money of the fund."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.fund.inputs import FUND_GATES
from placeplan.money.inputs import get_table
from placeplan.money.ledger.ledger import Ledger, read_ledger
from placeplan.money.ledger.position import find_last_month
from placeplan.money.ledger.statement import compare_with_control_totals
from placeplan.money.pence import Pence
from placeplan.periods import Quarter
from placeplan.tables import get_weakest

GateKey = tuple[str, Quarter, str]
"""Fund, quarter and organisation."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether control totals were met when a quarter ended.

    Parameters
    ----------
    total_met, system_met : bool or None
        That of the organisation, and that of the system; None while not known.
    words : str
        Where that was read, as a sentence; empty while nothing is known.
    status : str
        The weakest status behind it; empty while nothing is known.
    """

    total_met: bool | None = None
    system_met: bool | None = None
    words: str = ""
    status: str = ""


UNKNOWN: Final = Gate()
"""While the quarter has not been booked."""


def list_stated_gates(tables: Mapping[str, pl.DataFrame]) -> dict[GateKey, Gate]:
    """List the gates that the table `fund_gates` states.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.

    Returns
    -------
    dict of GateKey to Gate
        Those of which either total is known.
    """
    rows = get_table(tables, FUND_GATES).iter_rows(named=True)
    return {
        (row["fund"], Quarter(row["year"], row["quarter"]), row["organisation"]): Gate(
            row["total_met"],
            row["system_met"],
            "The plan folder states whether control totals were met.",
            row["status"],
        )
        for row in rows
        if row["total_met"] is not None or row["system_met"] is not None
    }


def join_gates(
    booked: Mapping[GateKey, Gate], stated: Mapping[GateKey, Gate]
) -> dict[GateKey, Gate]:
    """Put what a plan folder states before what its ledger says.

    A row that states the system's control total alone leaves the organisation's own to
    the ledger.

    Parameters
    ----------
    booked, stated : mapping of GateKey to Gate
        Of `find_booked_gates` and of `list_stated_gates`.

    Examples
    --------
    >>> key = ("frf", Quarter(2020, 1), "trust")
    >>> booked = {key: Gate(True, None, "Booked.", "published")}
    >>> joined = join_gates(booked, {key: Gate(None, False, "Stated.", "derived")})
    >>> joined[key].total_met, joined[key].system_met, joined[key].words
    (True, False, 'Booked. Stated.')
    """
    joined = {**booked, **stated}
    for key in stated:
        own, told = booked.get(key), stated[key]
        if own is not None and told.total_met is None:
            joined[key] = Gate(
                own.total_met,
                told.system_met,
                f"{own.words} {told.words}",
                get_weakest([own.status, told.status]),
            )
    return joined


def find_booked_gates(
    tables: Mapping[str, pl.DataFrame], keys: list[GateKey]
) -> dict[GateKey, Gate]:
    """Find in the ledger whether control totals were met when a quarter ended.

    ``met = surplus booked >= control total to date``, both from April to the end of the
    quarter and without money of any fund (`compare_with_control_totals`). A quarter
    whose last month is not booked is not known yet, nor is one of a body that has no
    control total.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, those of the ledger among them.
    keys : list of GateKey
        What is asked for.

    Returns
    -------
    dict of GateKey to Gate
        Those that are known.
    """
    ledger = read_ledger(tables)
    found = {}
    for quarter in sorted({quarter for _, quarter, _ in keys}):
        bodies = {body for _, each, body in keys if each == quarter}
        told = _read_quarter(ledger, quarter, bodies.intersection(ledger.members))
        for key in keys:
            if key[1] == quarter and key[2] in told:
                found[key] = told[key[2]]
    return found


def _read_quarter(
    ledger: Ledger, quarter: Quarter, bodies: set[str]
) -> dict[str, Gate]:
    last = quarter.months[-1].starts_on
    booked = [
        body
        for body in sorted(bodies)
        if (until := find_last_month(ledger, year=quarter.year, bodies=[body]))
        and until >= last
    ]
    held = compare_with_control_totals(
        ledger,
        year=quarter.year,
        through=last,
        bodies=booked,
        as_at=quarter.ends_on,
    )
    return {
        row["organisation"]: Gate(row["met"], None, _say(quarter, row), row["status"])
        for row in held.iter_rows(named=True)
        if row["met"] is not None
    }


def _say(quarter: Quarter, row: Mapping[str, Any]) -> str:
    actual, total = (
        say_pence(Pence(row[f"{each}_to_date_pence"])) for each in _TO_DATE
    )
    return (
        f"By the ledger the surplus from April to {quarter.months[-1]}, before money "
        f"of the fund, is {actual}; the control total to date is {total}."
    )


_TO_DATE: Final = ("actual", "control_total")
