"""Changing cells of a ledger and taking a change back: all of it, or nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from factories.account_factory import UserFactory
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.models import Cell, LedgerChange, LedgerEntry
from placeplan_web.money.operations import change as change_operations
from placeplan_web.money.operations.change import (
    EMPTIED,
    MOVED_ON,
    NOT_EVEN,
    UNKNOWN,
    WRONG_MONTH,
    CellChange,
    make_change,
    read_standing,
)
from placeplan_web.money.operations.undo import LATER, undo_change
from placeplan_web.money.queries.cells import get_cells
from placeplan_web.money.queries.tables import get_ledger_tables

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
APRIL = date(2016, 4, 1)
STAFF = Cell("ledger_values", "east-trust", "staff", APRIL, "actual")
OF_WEST = Cell("ledger_values", "west-trust", "staff", APRIL, "actual")
ONE_OFF = Cell("ledger_values", "east-trust", "staff", APRIL, "actual", recurrent=False)
ROTA = Cell("ledger_savings", "east-trust", "rota", APRIL, "actual")
TOTAL = Cell("control_totals", "east-trust", "", APRIL)
TOTAL_OF_WEST = Cell("control_totals", "west-trust", "", APRIL)
MOVED = ((TOTAL, 0, -24000), (TOTAL_OF_WEST, -48000, -24000))


def change(by, book, *cells, at=NOON, **more):
    asked = [CellChange(*each) for each in cells]
    return make_change(by=by, book=book, cells=asked, at=at, **more)


def refuse(by, book, *cells, at=NOON):
    with pytest.raises(ValidationError) as caught:
        change(by, book, *cells, at=at)
    return caught.value.messages


def test_a_change_writes_its_cells_with_what_they_held(book, keeper):
    made = change(
        keeper, book, (STAFF, 70150, 69000), (ONE_OFF, 500, None), reason=" Late bills "
    )

    assert (made.number, made.kind, made.cells) == (2, "workbook", 2)
    assert (made.by, made.at, made.reason) == (
        str(keeper.public_id),
        NOON,
        "Late bills",
    )
    entries = {each.cell: (each.previous, each.pence) for each in made.entries.all()}
    assert entries == {STAFF: (69000, 70150), ONE_OFF: (None, 500)}


def test_the_frames_of_the_library_follow_and_name_the_change_as_source(book, keeper):
    change(keeper, book, (STAFF, 70150, 69000), (ROTA, None, 500), *MOVED)

    tables = get_ledger_tables(book)

    here = {
        name: tables[name]
        .filter(source="change-2")
        .select("value_pounds", "status")
        .rows()
        for name in ("ledger_values", "ledger_savings", "control_totals")
    }
    assert here == {
        "ledger_values": [(701.5, "illustrative")],
        "ledger_savings": [],
        "control_totals": [(0.0, "illustrative"), (-480.0, "illustrative")],
    }
    assert tables["ledger_savings"].filter(month=APRIL, basis="actual").is_empty()


def test_cells_that_do_not_differ_are_left_alone(book, keeper):
    made = change(keeper, book, (STAFF, 69000, 69000), (OF_WEST, 1, 74000))
    assert [each.cell for each in made.entries.all()] == [OF_WEST]


def test_a_change_that_changes_nothing_is_refused(book, keeper):
    with pytest.raises(RefusedError):
        change(keeper, book, (STAFF, 69000, 69000))


def test_a_change_is_noted_in_the_audit_with_numbers_alone(book, keeper):
    made = change(keeper, book, (STAFF, 1, 69000), (OF_WEST, 2, 74000))

    entry = AuditEntry.objects.order_by("sequence").last()

    assert (entry.verb, entry.identifier) == ("workbook", str(made.public_id))
    assert entry.read_changes() == {
        "ledger": "km-stp",
        "number": 2,
        "cells": 2,
        "organisations": ["east-trust", "west-trust"],
    }


@pytest.mark.django_db(transaction=True)
def test_a_change_without_its_audit_row_is_none(book, keeper, monkeypatch):
    def fail(**entry):
        raise RuntimeError("the audit refuses")

    monkeypatch.setattr(change_operations, "record", fail)

    with pytest.raises(RuntimeError):
        change(keeper, book, (STAFF, 70150, 69000))

    assert LedgerChange.objects.count() == 1
    assert read_standing(book)[STAFF] == 69000


def test_every_fault_of_every_cell_is_told_at_once(book, of_east):
    unknown = Cell("ledger_values", "east-trust", "no-such", APRIL, "actual")
    late = Cell("ledger_values", "east-trust", "staff", date(2016, 4, 2), "actual")

    messages = refuse(
        of_east,
        book,
        (STAFF, 1, 68000),
        (OF_WEST, 1, 74000),
        (TOTAL, None, -24000),
        (unknown, 1, None),
        (late, 1, None),
    )

    rest = "People of that organisation or of the system, or staff, may do it."
    assert messages == [
        f"Staff of West Trust, April 2016, actual is not yours to change. {rest}",
        f"Control total of East Trust, 2016/17 is not yours to change. {rest}",
        UNKNOWN.format(cell="no-such of East Trust, April 2016, actual"),
        WRONG_MONTH.format(
            cell="Staff of East Trust, April 2016, actual", day="2016-04-02"
        ),
        MOVED_ON.format(
            cell="Staff of East Trust, April 2016, actual",
            expected="£680",
            found="£690",
        ),
        EMPTIED.format(cell="Control total of East Trust, 2016/17"),
        NOT_EVEN.format(year="2016/17", net="£240"),
    ]
    assert LedgerChange.objects.count() == 1


@pytest.mark.parametrize(
    "cell",
    [
        Cell("ledger_values", "north-trust", "staff", APRIL, "actual"),
        Cell("ledger_values", "east-trust", "staff", APRIL, "forecast"),
        Cell(
            "ledger_values",
            "east-trust",
            "staff",
            APRIL,
            "actual",
            counterparty="north-trust",
        ),
        Cell("ledger_savings", "west-trust", "rota", APRIL, "actual"),
        Cell("control_totals", "east-trust", "", APRIL, "plan"),
    ],
)
def test_a_cell_for_which_the_ledger_has_no_place_is_refused(book, keeper, cell):
    message, *_ = refuse(keeper, book, (cell, 1, None))
    assert message.endswith("Use a line and an organisation of it.")


def test_a_cell_given_twice_is_refused(book, keeper):
    (message,) = refuse(keeper, book, (STAFF, 1, 69000), (STAFF, 2, 69000))
    assert (
        message
        == "Staff of East Trust, April 2016, actual is given twice. Give it once."
    )


def test_a_control_total_begins_in_april(book, keeper):
    may = Cell("control_totals", "east-trust", "", date(2016, 5, 1))
    message, *_ = refuse(keeper, book, (may, 1, None))
    assert message.startswith(
        "Control total of East Trust, 2016/17 begins on 2016-05-01"
    )


def test_control_totals_move_between_members_of_a_year(book, keeper):
    next_year = Cell("control_totals", "west-trust", "", date(2017, 4, 1))

    change(keeper, book, *MOVED)
    messages = refuse(
        keeper, book, (TOTAL, 100, 0), (next_year, -100, None), (STAFF, 1, 69000)
    )

    assert read_standing(book)[TOTAL_OF_WEST] == -48000
    assert messages == [
        NOT_EVEN.format(year="2016/17", net="£1"),
        NOT_EVEN.format(year="2017/18", net="−£1"),
    ]


def test_a_status_that_nobody_knows_is_refused(book, keeper):
    with pytest.raises(ValueError, match="is not a status"):
        change(keeper, book, (STAFF, 1, 69000), status="recorded")


def test_people_of_an_organisation_change_its_cells(book, of_east):
    change(of_east, book, (STAFF, 1, 69000), (ROTA, 2, 500))
    assert read_standing(book)[ROTA] == 2


def test_staff_change_everything(book):
    staff = UserFactory(organisation="", is_staff=True)
    change(staff, book, (STAFF, 1, 69000), (OF_WEST, 2, 74000), *MOVED)
    assert LedgerChange.objects.count() == 2


def test_an_undo_gives_each_cell_what_it_held_and_where_that_came_from(book, keeper):
    before = get_cells(book).sort("organisation", "line", "month", "basis", "pence")
    made = change(keeper, book, (STAFF, 70150, 69000), (ONE_OFF, 500, None))

    undo = undo_change(by=keeper, change=made, at=NOON, reason="A mistake")

    assert (undo.kind, undo.undoes, undo.number) == ("undo", made, 3)
    columns = ["table", "organisation", "line", "month", "pence", "source", "status"]
    after = get_cells(book).sort("organisation", "line", "month", "basis", "pence")
    assert after.select(columns).equals(before.select(columns))


def test_an_undo_is_taken_back_by_another(book, keeper):
    made = change(keeper, book, (STAFF, 70150, 69000))
    undo = undo_change(by=keeper, change=made, at=NOON)

    undo_change(by=keeper, change=undo, at=NOON)

    assert read_standing(book)[STAFF] == 70150


def test_a_change_is_taken_back_once(book, keeper):
    made = change(keeper, book, (STAFF, 70150, 69000))
    undo_change(by=keeper, change=made, at=NOON)

    with pytest.raises(RefusedError, match="already, by change 3"):
        undo_change(by=keeper, change=made, at=NOON)


def test_a_change_whose_cells_moved_on_is_not_taken_back(book, keeper):
    made = change(keeper, book, (STAFF, 70150, 69000), (OF_WEST, 1, 74000))
    change(keeper, book, (STAFF, 70200, 70150))

    with pytest.raises(ValidationError) as caught:
        undo_change(by=keeper, change=made, at=NOON)

    cell = "Staff of East Trust, April 2016, actual"
    assert caught.value.messages == [LATER.format(cell=cell, number=3)]
    assert read_standing(book)[OF_WEST] == 1


def test_a_load_is_taken_back_by_nobody(book, keeper):
    with pytest.raises(RefusedError, match="A plan folder wrote this"):
        undo_change(by=keeper, change=LedgerChange.objects.get(), at=NOON)


def test_what_is_not_yours_to_change_is_not_yours_to_take_back(book, keeper, of_east):
    made = change(keeper, book, (STAFF, 70150, 69000), (OF_WEST, 1, 74000))

    with pytest.raises(PermissionDenied):
        undo_change(by=of_east, change=made, at=NOON)

    assert LedgerEntry.objects.filter(change__number=3).count() == 0


def test_a_past_day_shows_what_was_known_then(book, keeper):
    change(keeper, book, (STAFF, 70150, 69000), at=NOON)

    def find(day):
        known = get_cells(book, day)
        return known.filter(line="staff", organisation="east-trust", month=APRIL)[
            "pence"
        ].to_list()

    assert find(NOON.date()) == [70000, 70150]
    assert find(NOON.date() - timedelta(days=1)) == [70000, 69000]
    assert find(date(2016, 3, 8)) == []  # a day before the paper of the folder
