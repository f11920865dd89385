"""What a workbook would change in a ledger: the cells that differ, and no others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from placeplan.errors import Fault
from placeplan.money.ledger.ledger import Ledger
from placeplan.money.pence import Pence
from placeplan.money.workbook.amount import show_pounds
from placeplan.money.workbook.cell import LedgerCell, LedgerRow
from placeplan.money.workbook.comparison import say_place
from placeplan.money.workbook.fact_reading import ANEW
from placeplan.money.workbook.ledger_shape import collect_amounts, shape_ledger
from placeplan.money.workbook.reading import SentLedger, raise_faults
from placeplan.money.workbook.shape import CONTROL, CONTROL_TABLE, BookShape


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell whose amount differs.

    Parameters
    ----------
    cell : LedgerCell
        Which one.
    old, new : Pence or None
        Before and after; None for an empty cell.
    where : str
        Where it stands in the workbook, such as ``sheet 'dgt', cell H7``.
    """

    cell: LedgerCell
    old: Pence | None
    new: Pence | None
    where: str

    def __str__(self) -> str:
        return f"{self.where}: {show_pounds(self.old)} to {show_pounds(self.new)}"


def find_changes(ledger: Ledger, sent: SentLedger) -> tuple[CellChange, ...]:
    """Find what a workbook changes in a ledger.

    Parameters
    ----------
    ledger : Ledger
        As it stands now.
    sent : SentLedger
        From `read_ledger_workbook`.

    Returns
    -------
    tuple of CellChange
        Cells that differ, in the order of the workbook.

    Raises
    ------
    InputError
        When the workbook shows rows that the ledger does not have or lacks some that it
        has, other sides, funds, agreed changes; when a control total is emptied, or
        control totals add up to something else than before.
    """
    _refuse_unknown(ledger, sent)
    shape = sent.shape
    members = [own.organisation for own in shape.organisations]
    current = shape_ledger(
        ledger, year=shape.year.start, through=shape.through, bodies=members
    )
    faults = list(_compare_rows(sent, _list_rows(current), _list_rows(shape)))
    if shape.is_system != current.is_system:
        found = ", ".join(members)
        fault = Fault(sent.file, "", ", ".join(ledger.members), found, ANEW)
        faults.append(fault)
    if _list_agreed(shape) != _list_agreed(current) and not faults:
        where = f"sheet '{CONTROL}'"
        expected, found = "the changes that were agreed", "others"
        faults.append(Fault(sent.file, where, expected, found, ANEW))
    raise_faults(faults)
    before = collect_amounts(ledger, shape)
    changes = tuple(
        CellChange(cell, before.get(cell), sent.amounts.get(cell), say_place(place))
        for cell, place in sent.places.items()
        if before.get(cell) != sent.amounts.get(cell)
    )
    raise_faults(list(_check_control_totals(sent.file, changes)))
    return changes


def _refuse_unknown(ledger: Ledger, sent: SentLedger) -> None:
    faults = []
    if sent.shape.year.start not in ledger.years:
        expected = "a year of the ledger"
        found = str(sent.shape.year)
        faults.append(Fault(sent.file, "sheet 'Read me'", expected, found, ANEW))
    faults += [
        Fault(sent.file, f"sheet '{own.tab}'", "a member of the ledger", found, ANEW)
        for own in sent.shape.organisations
        if (found := own.organisation) not in ledger.members
    ]
    raise_faults(faults)


Traits = tuple[str, ...]
"""What a row says besides its amounts."""


def _list_rows(shape: BookShape) -> dict[LedgerRow, Traits]:
    rows: dict[LedgerRow, Traits] = {}
    for own in shape.organisations:
        rows |= {each.row: (each.name, each.side, each.fund) for each in own.rows}
    rows |= {each.row: (each.name,) for each in shape.savings}
    return rows | {each.row: () for each in shape.control_totals}


def _list_agreed(shape: BookShape) -> list[object]:
    agreed = [(each.row, each.changes) for each in shape.control_totals]
    return [shape.changes, sorted(agreed)]


def _compare_rows(
    sent: SentLedger,
    current: Mapping[LedgerRow, Traits],
    shown: Mapping[LedgerRow, Traits],
) -> Iterator[Fault]:
    """Tell of rows that only one of the two has, and of those that say other things."""
    places = {cell.row: place for cell, place in reversed(list(sent.places.items()))}
    for row, traits in shown.items():
        where = say_place(places[row])
        if row not in current:
            found = name_row(row)
            yield Fault(sent.file, where, "a row of the ledger", found, ANEW)
        elif traits != current[row]:
            expected = _say_traits(current[row])
            yield Fault(sent.file, where, expected, _say_traits(traits), ANEW)
    for row in (row for row in current if row not in shown):
        yield Fault(sent.file, "", f"the row {name_row(row)}", "none", ANEW)


def _check_control_totals(
    file: str, changes: tuple[CellChange, ...]
) -> Iterator[Fault]:
    mine = [each for each in changes if each.cell.row.table == CONTROL_TABLE]
    remedy = "Write 0 where nothing has to be met."
    for each in mine:
        if each.new is None:
            yield Fault(file, each.where, "a control total", "nothing", remedy)
    net = sum((each.new or 0) - (each.old or 0) for each in mine)
    if net:
        remedy = "Change another control total by as much the other way."
        expected, found = "changes that net to zero", show_pounds(net)
        yield Fault(file, f"sheet '{CONTROL}'", expected, found, remedy)


def name_row(row: LedgerRow) -> str:
    """Name a row for people: whose it is, which line, what of it.

    Examples
    --------
    >>> name_row(LedgerRow("ledger_values", "dgt", "drugs", "plan", False, "ccg"))
    'dgt, drugs, plan, not recurrent, with ccg'
    """
    parts = [row.organisation, row.line, row.basis]
    parts += [] if row.recurrent else ["not recurrent"]
    parts += [f"with {row.counterparty}"] if row.counterparty else []
    return ", ".join(part for part in parts if part)


def _say_traits(traits: Traits) -> str:
    return ", ".join(f"'{each}'" for each in traits)
