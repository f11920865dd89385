"""Ledgers of a few bodies, made of surpluses, sides and savings by month."""

from datetime import date

import polars as pl

from placeplan.money.ledger.inputs import LEDGER_TABLES
from placeplan.money.ledger.ledger import Ledger, find_months, read_ledger

LINES = {"care": "income", "grant": "income", "staff": "pay", "supplies": "non_pay"}
FUND = "grant"
"""The line that is money of a fund."""


def make_ledger(values=(), savings=()) -> Ledger:
    """Make a ledger of rows in pounds.

    Parameters
    ----------
    values : iterable of (organisation, line, year, basis, pounds of each month)
        From April on; None leaves a month out.
    savings : iterable of (organisation, scheme, year, basis, pounds of each month)
        Likewise.
    """
    contracts = {each.name: each for each in LEDGER_TABLES}
    proof = {"source": "made-up", "status": "illustrative"}
    lines = [
        {
            "line": line,
            "name": line,
            "side": side,
            "pod": None,
            "fund": "stf" if line == FUND else None,
            "place_in_list": place,
            **proof,
        }
        for place, (line, side) in enumerate(LINES.items(), 1)
    ]
    cells = [
        {
            "organisation": body,
            "line": line,
            "month": month,
            "basis": basis,
            "recurrent": True,
            "counterparty": None,
            "value_pounds": float(pounds),
            **proof,
        }
        for body, line, year, basis, months in values
        for month, pounds in _date(year, months)
    ]
    saved = [
        {
            "organisation": body,
            "scheme": scheme,
            "name": scheme,
            "month": month,
            "basis": basis,
            "recurrent": True,
            "value_pounds": float(pounds),
            **proof,
        }
        for body, scheme, year, basis, months in savings
        for month, pounds in _date(year, months)
    ]
    rows = {"ledger_lines": lines, "ledger_values": cells, "ledger_savings": saved}
    return read_ledger(
        {
            name: pl.DataFrame(each, schema=contracts[name].make_empty().schema)
            for name, each in rows.items()
        }
    )


def _date(year: int, months) -> list[tuple[date, float]]:
    dated = zip(find_months(year), months, strict=False)
    return [(month, pounds) for month, pounds in dated if pounds is not None]
