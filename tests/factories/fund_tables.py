"""A small plan folder with a fund: one provider on plan, one that is not."""

from datetime import date

import polars as pl

from placeplan.money import TABLES

SOURCED = {"source": "made-up", "status": "illustrative"}
CONTRACTS = {contract.name: contract for contract in TABLES}
CANCER, RTT, AE = "cancer", "rtt", "ae"


def make_table(name, rows, **changed):
    contract = CONTRACTS[name]
    names = [each for each in contract.schema if each not in SOURCED]
    sourced = SOURCED | changed
    full = [dict(zip(names, row, strict=True)) | sourced for row in rows]
    return pl.DataFrame(full, schema=contract.schema)


def make_series(rows, status="derived"):
    """Make monthly parts: body, month, numerator and denominator of A&E."""
    return pl.DataFrame(
        [("ae", *row, status) for row in rows],
        schema=["indicator", "body", "month", "numerator", "denominator", "status"],
        orient="row",
    )


def make_ledger(values, totals=()):
    """Make a ledger of one line of income and one of the fund, and control totals."""
    lines = [
        ("care", "Care", "income", None, None, 1),
        ("fund", "Fund", "income", None, "stf", 2),
    ]
    rows = [
        (body, line, month, basis, True, None, pounds)
        for body, line, month, basis, pounds in values
    ]
    return {
        "ledger_lines": make_table("ledger_lines", lines),
        "ledger_values": make_table("ledger_values", rows),
        "control_totals": make_table("control_totals", totals),
    }


APRIL, MAY, JUNE = (date(2016, month, 1) for month in (4, 5, 6))
JULY, AUGUST, SEPTEMBER = (date(2016, month, 1) for month in (7, 8, 9))
