"""The shape and the amounts of a workbook, taken from a ledger."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import polars as pl

from placeplan.errors import UnknownNameError
from placeplan.money.ledger.inputs import BASES
from placeplan.money.ledger.ledger import Ledger
from placeplan.money.pence import Pence
from placeplan.money.workbook.cell import LedgerCell, LedgerRow
from placeplan.money.workbook.shape import (
    CONTROL_TABLE,
    SAVINGS_TABLE,
    VALUES_TABLE,
    BookShape,
    ControlShape,
    OrganisationShape,
    ShownRow,
    name_tabs,
)
from placeplan.periods import FinancialYear


def shape_ledger(
    ledger: Ledger,
    *,
    year: int,
    through: date,
    bodies: Collection[str] | None = None,
    names: Mapping[str, str] | None = None,
    edition: str = "",
) -> BookShape:
    """Say which rows a workbook of a year shows; see `write_ledger_workbook`."""
    if year not in ledger.years:
        known = [str(FinancialYear(each)) for each in ledger.years]
        asked = str(FinancialYear(year))
        raise UnknownNameError("year of the ledger", asked, known)
    members = ledger.get_bodies(bodies)
    is_system = members == ledger.members
    called = names or {}
    tabs = name_tabs(members)
    held = ledger.control_totals.filter(pl.col("year") == year)["organisation"]
    owned = sorted(own for own in held if is_system or own in members)
    control_totals, changes = _shape_control_totals(ledger, year, owned, called)
    return BookShape(
        year=FinancialYear(year),
        through=through,
        organisations=tuple(
            OrganisationShape(
                own,
                called.get(own, own),
                tabs[own],
                tuple(_list_lines(ledger, year, own)),
            )
            for own in members
        ),
        savings=tuple(_list_savings(ledger, year, members)),
        control_totals=control_totals,
        changes=changes,
        is_system=is_system,
        edition=edition,
    )


def collect_amounts(ledger: Ledger, shape: BookShape) -> dict[LedgerCell, Pence]:
    """Collect the amount of every cell of a workbook that has one in a ledger."""
    amounts: dict[LedgerCell, Pence] = {}
    year, bodies = shape.year.start, list(shape.names)
    mine = pl.col("year").eq(year) & pl.col("organisation").is_in(bodies)
    columns = ["organisation", "line", "basis", "recurrent", "counterparty"]
    values = ledger.values.filter(mine).select(*columns, "month", "value_pence")
    for own, line, basis, recurrent, partner, month, pence in values.iter_rows():
        row = LedgerRow(VALUES_TABLE, own, line, basis, recurrent, partner or "")
        amounts[LedgerCell(row, month)] = pence
    columns = ["organisation", "scheme", "basis", "recurrent"]
    savings = ledger.savings.filter(mine).select(*columns, "month", "value_pence")
    for own, scheme, basis, recurrent, month, pence in savings.iter_rows():
        row = LedgerRow(SAVINGS_TABLE, own, scheme, basis, recurrent)
        amounts[LedgerCell(row, month)] = pence
    totals = ledger.control_totals.filter(mine).select("organisation", "value_pence")
    start = shape.year.starts_on
    for own, pence in totals.iter_rows():
        row = LedgerRow(CONTROL_TABLE, own)
        amounts[LedgerCell(row, start)] = pence
    return amounts


def _list_lines(ledger: Ledger, year: int, own: str) -> Iterator[ShownRow]:
    """List the rows of an organisation: each line, and all that it booked on it."""
    mine = (pl.col("year") == year) & (pl.col("organisation") == own)
    used: dict[str, set[tuple[bool, str]]] = {}
    booked = ledger.values.filter(mine).select("line", "recurrent", "counterparty")
    for line, recurrent, partner in booked.unique().iter_rows():
        used.setdefault(line, set()).add((recurrent, partner or ""))
    listed = ledger.lines.select("line", "name", "side", "fund").rows()
    for basis in BASES:
        for line, name, side, fund in listed:
            kinds = used.get(line, {(True, "")})
            for recurrent, partner in sorted(
                kinds, key=lambda kind: (not kind[0], kind[1])
            ):
                row = LedgerRow(VALUES_TABLE, own, line, basis, recurrent, partner)
                yield ShownRow(row, name, side, fund or "")


def _list_savings(
    ledger: Ledger, year: int, members: Collection[str]
) -> Iterator[ShownRow]:
    mine = pl.col("year").eq(year) & pl.col("organisation").is_in(list(members))
    columns = ["organisation", "scheme", "name", "recurrent"]
    schemes = ledger.savings.filter(mine).select(columns)
    for own, scheme, name, recurrent in schemes.unique().sort(columns).iter_rows():
        for basis in BASES:
            row = LedgerRow(SAVINGS_TABLE, own, scheme, basis, recurrent)
            yield ShownRow(row, name)


def _shape_control_totals(
    ledger: Ledger, year: int, owned: Sequence[str], called: Mapping[str, str]
) -> tuple[tuple[ControlShape, ...], tuple[str, ...]]:
    of_year = ledger.changes.filter(pl.col("year") == year)
    found = of_year.sort("agreed_on", "change").select(
        "change", "organisation", "value_pence"
    )
    changes = tuple(found["change"].unique(maintain_order=True))
    agreed = {(change, own): pence for change, own, pence in found.iter_rows()}
    shapes = [
        ControlShape(
            LedgerRow(CONTROL_TABLE, own),
            called.get(own, own),
            tuple(agreed.get((change, own), Pence(0)) for change in changes),
        )
        for own in owned
    ]
    return tuple(shapes), changes
