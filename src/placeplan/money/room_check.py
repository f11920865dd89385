"""Faults of the tables of the chapter's rooms, which no projection needs."""

from collections.abc import Mapping

import polars as pl

from placeplan.errors import Fault
from placeplan.money.appraisal.check import check_appraisal
from placeplan.money.better_care.check import check_better_care
from placeplan.money.fair_share.check import check_fair_share
from placeplan.money.fund.check import check_fund
from placeplan.money.ledger.check import check_ledger
from placeplan.money.productivity.check import check_productivity


def check_rooms(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """List everything about ledger, funds and the other rooms that does not fit.

    Apart from `check_money`, which every projection asks: these tables may be long, and
    are looked at once, when the plan folder is.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.

    Returns
    -------
    list of Fault
        Empty when all fits; a room adds its own here.

    Examples
    --------
    >>> check_rooms({})
    []
    """
    return [
        *check_ledger(tables),
        *check_fund(tables),
        *check_better_care(tables),
        *check_productivity(tables),
        *check_appraisal(tables),
        *check_fair_share(tables),
    ]
