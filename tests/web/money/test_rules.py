"""Who may do what with a ledger."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from factories.account_factory import UserFactory
from placeplan_web.money.models import Cell, LedgerChange
from placeplan_web.money.operations.change import CellChange, make_change
from placeplan_web.money.rules import MAY, Part, may, may_change

pytestmark = pytest.mark.django_db
APRIL = date(2016, 4, 1)
OF_EAST = Cell("ledger_values", "east-trust", "staff", APRIL, "actual")
TOTAL = Cell("control_totals", "east-trust", "", APRIL)
OF_WEST = Cell("control_totals", "west-trust", "", APRIL)


def make_people():
    """Give one of each kind of person by what they are."""
    return {
        "nobody": AnonymousUser(),
        "of east": UserFactory(organisation="east-trust"),
        "of the system": UserFactory(organisation="km-stp"),
        "of elsewhere": UserFactory(organisation="north-trust"),
        "of no organisation": UserFactory(organisation=""),
        "staff": UserFactory(organisation="", is_staff=True),
        "who left": UserFactory(organisation="km-stp", is_active=False),
    }


def list_who(allowed):
    return [who for who, person in make_people().items() if allowed(person)]


@pytest.mark.parametrize(
    ("table", "organisation", "who"),
    [
        ("ledger_values", "east-trust", ["of east", "of the system", "staff"]),
        ("ledger_savings", "east-trust", ["of east", "of the system", "staff"]),
        ("ledger_values", "west-trust", ["of the system", "staff"]),
        ("control_totals", "east-trust", ["of the system", "staff"]),
    ],
)
def test_cells_are_changed_by_those_whose_they_are(table, organisation, who, book):
    assert list_who(lambda each: may_change(each, book, table, organisation)) == who


def test_cells_of_several_organisations_are_of_no_single_one(book):
    person = UserFactory(organisation="east-trust")
    assert may(person, "change_cells", book, "east-trust")
    assert not may(person, "change_cells", book, "east-trust", "west-trust")


def test_a_workbook_is_sent_by_those_who_have_cells(book):
    def may_send(person):
        return person.has_perm("money.send_workbook", book)

    assert list_who(may_send) == ["of east", "of the system", "staff"]


def test_no_permission_is_asked_of_nothing(book, keeper):
    for name in ("send_workbook", "undo_change"):
        assert not keeper.has_perm(f"money.{name}")


@pytest.mark.parametrize(
    ("cells", "who"),
    [
        ([CellChange(OF_EAST, 1, 69000)], ["of east", "of the system", "staff"]),
        (
            [CellChange(TOTAL, 0, -24000), CellChange(OF_WEST, -48000, -24000)],
            ["of the system", "staff"],
        ),
    ],
)
def test_a_change_is_taken_back_by_those_who_could_make_it(cells, who, book, keeper):
    made = make_change(by=keeper, book=book, cells=cells, at=timezone.now())
    assert list_who(lambda each: each.has_perm("money.undo_change", made)) == who


def test_a_load_is_taken_back_by_nobody(book):
    load = LedgerChange.objects.get()
    assert list_who(lambda each: each.has_perm("money.undo_change", load)) == []


def test_every_part_may_do_something():
    assert {part for parts in MAY.values() for part in parts} == set(Part)
