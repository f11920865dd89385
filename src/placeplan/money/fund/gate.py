"""Whether a control total was met, year to date and before money of the fund."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.fund.inputs import FUND_GATES
from placeplan.money.inputs import get_table
from placeplan.money.ledger.ledger import Ledger, read_ledger
from placeplan.money.ledger.position import SURPLUS, find_last_month, find_position
from placeplan.money.pence import Pence
from placeplan.periods import Quarter

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


def find_booked_gates(
    tables: Mapping[str, pl.DataFrame], keys: list[GateKey]
) -> dict[GateKey, Gate]:
    """Find in the ledger whether organisations were on plan when a quarter ended.

    ``met = surplus booked >= surplus planned``, both from April to the end of the
    quarter and without money of any fund. A quarter whose last month is not booked is
    not known yet.

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
    if not booked:
        return {}
    position = find_position(
        ledger, year=quarter.year, through=last, bodies=booked, with_funds=False
    ).filter(pl.col("side") == SURPLUS)
    return {
        row["organisation"]: _judge(
            quarter, row["plan_pence"], row["actual_pence"], row["status"]
        )
        for row in position.iter_rows(named=True)
    }


def _judge(quarter: Quarter, plan: Pence, actual: Pence, status: str) -> Gate:
    met = actual >= plan
    words = (
        f"By the ledger the surplus from April to {quarter.months[-1]}, before money "
        f"of the fund, is {say_pence(actual)}, where {say_pence(plan)} was planned."
    )
    return Gate(met, None, words, status)
