"""Loading the ledger of a plan folder: all of it, or nothing."""

from datetime import date

import pytest

from factories.ledger_factory import make_values, write_ledger
from placeplan.errors import InputError
from placeplan.money.ledger.inputs import LEDGER_TABLES
from placeplan.tables import read_folder
from placeplan_web.audit.models import AuditEntry
from placeplan_web.money.models import Cell, LedgerChange, LedgerEntry
from placeplan_web.money.operations.change import (
    CellChange,
    make_change,
    read_standing,
)
from placeplan_web.money.operations.load import has_ledger, load_ledger
from placeplan_web.money.queries.cells import get_cells
from placeplan_web.money.queries.tables import get_ledger_tables
from placeplan_web.places import folder as places_folder

pytestmark = pytest.mark.django_db
STAFF_OF_EAST = Cell("ledger_values", "east-trust", "staff", date(2016, 4, 1), "actual")


def change_values(**pounds):
    """Give the rows of the ledger with another amount for East in April."""
    return [
        {**row, "value_pounds": pounds.get(row["line"], row["value_pounds"])}
        if (row["organisation"], row["month"], row["basis"], row["counterparty"])
        == ("east-trust", "2016-04-01", "actual", "")
        else row
        for row in make_values()
    ]


def test_the_tables_of_the_database_are_those_of_the_folder(book, tmp_path):
    said = read_folder(tmp_path / "plan", LEDGER_TABLES).frames

    kept = get_ledger_tables(book)

    assert list(kept) == list(said)
    for name, frame in said.items():
        keys = frame.columns[:6]
        assert kept[name].schema == frame.schema
        assert kept[name].sort(keys).equals(frame.sort(keys))


def test_a_folder_without_a_ledger_says_so(tmp_path):
    folder = write_ledger(tmp_path / "with")
    assert has_ledger(folder)
    (folder / "money/ledger_lines.csv").unlink()
    assert not has_ledger(folder)


def test_the_ledger_belongs_to_the_organisation_whose_income_is_stated(book):
    assert (book.slug, book.system, str(book)) == ("km-stp", "km-stp", "The system")


def test_a_load_is_noted_in_the_audit(book):
    change = LedgerChange.objects.get()
    entry = AuditEntry.objects.get(kind="money.ledgerchange")
    assert (entry.by, entry.verb, entry.identifier) == (
        "command",
        "load",
        str(change.public_id),
    )
    assert (change.number, change.cells) == (1, LedgerEntry.objects.count())


def test_a_load_of_the_same_folder_changes_nothing(book, tmp_path):
    again = load_ledger(folder=tmp_path / "plan", by="command")
    assert again == LedgerChange.objects.get()


def test_a_new_folder_writes_what_differs_and_nothing_else(book, tmp_path):
    folder = write_ledger(tmp_path / "new", ledger_values=change_values(staff=695))

    load_ledger(folder=folder, by="command")

    entry = LedgerEntry.objects.get(change__number=2)
    assert (entry.cell, entry.previous, entry.pence) == (STAFF_OF_EAST, 69000, 69500)
    assert read_standing(book)[STAFF_OF_EAST] == 69500


def test_a_cell_that_a_new_folder_lacks_is_empty(book, tmp_path):
    rows = [row for row in make_values() if row["recurrent"] == "yes"]

    load_ledger(folder=write_ledger(tmp_path / "new", ledger_values=rows), by="command")

    entry = LedgerEntry.objects.get(change__number=2)
    assert (entry.line, entry.recurrent) == ("care", False)
    assert (entry.previous, entry.pence) == (3000, None)
    assert get_cells(book).filter(recurrent=False).is_empty()


def test_a_figure_that_is_published_later_is_restated(book, tmp_path):
    rows = make_values()
    rows[0] = {**rows[0], "status": "published"}

    load_ledger(folder=write_ledger(tmp_path / "new", ledger_values=rows), by="command")

    entry = LedgerEntry.objects.get(change__number=2)
    assert (entry.previous, entry.pence, entry.status) == (100000, 100000, "published")


def test_what_somebody_changed_here_outlives_a_new_folder(book, keeper, tmp_path):
    make_change(
        by=keeper,
        book=book,
        cells=[CellChange(STAFF_OF_EAST, 70100, 69000)],
        at=LedgerChange.objects.get().at,
    )
    rows = change_values(staff=695, supplies=310)

    load_ledger(folder=write_ledger(tmp_path / "new", ledger_values=rows), by="command")

    assert read_standing(book)[STAFF_OF_EAST] == 70100
    written = LedgerEntry.objects.filter(change__number=3)
    assert [each.line for each in written] == ["supplies"]


def test_a_folder_with_faults_changes_nothing(book, tmp_path):
    rows = [{**row, "line": "no-such"} for row in make_values()[:1]]
    folder = write_ledger(tmp_path / "new", ledger_values=rows)

    with pytest.raises(InputError):
        load_ledger(folder=folder, by="command")

    assert LedgerChange.objects.get().number == 1


def test_a_ledger_without_the_income_of_its_system_is_refused(tmp_path):
    folder = write_ledger(tmp_path / "plan", income=[])

    with pytest.raises(InputError) as caught:
        load_ledger(folder=folder, by="command")

    assert [fault.file for fault in caught.value.faults] == ["money/income.csv"]


@pytest.mark.django_db(transaction=True)
def test_a_load_without_its_audit_row_is_none(book, tmp_path, monkeypatch):
    def fail(*loads, **entry):
        raise RuntimeError("the audit refuses")

    monkeypatch.setattr(places_folder, "record_load", fail)
    folder = write_ledger(tmp_path / "new", ledger_values=change_values(staff=695))

    with pytest.raises(RuntimeError):
        load_ledger(folder=folder, by="command")

    assert read_standing(book)[STAFF_OF_EAST] == 69000
