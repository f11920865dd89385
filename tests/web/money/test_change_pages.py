"""Pages on the history of the ledger, and taking a change back."""

import csv
import io
from datetime import date

import pytest
from django.utils import timezone

from factories.account_factory import UserFactory
from factories.page_words import find_finding, list_rows, read_page, say
from placeplan_web.money.models import Cell, LedgerChange
from placeplan_web.money.operations.change import (
    CellChange,
    make_change,
    read_standing,
)

pytestmark = pytest.mark.django_db
PAGE = "/money/changes/"
LISTED = "Changes of the ledger, the newest first"
CELLS = "Cells that it wrote"
STAFF = Cell("ledger_values", "east-trust", "staff", date(2016, 4, 1), "actual")
ROTA = Cell("ledger_savings", "east-trust", "rota", date(2016, 4, 1), "actual")


@pytest.fixture
def made(book, keeper):
    cells = [CellChange(STAFF, 70150, 69000), CellChange(ROTA, None, 500)]
    return make_change(
        by=keeper, book=book, cells=cells, at=timezone.now(), reason="Late bills"
    )


def test_every_change_is_listed_with_who_when_and_how_many_cells(made, client):
    page = read_page(client, PAGE)

    rows = list_rows(page, LISTED)
    assert [[row[0], row[1], *row[3:]] for row in rows] == [
        [
            *("Change 2", "From a workbook", "somebody who had signed in"),
            *("2", "Late bills"),
        ],
        [
            *("Change 1", "Loaded from a plan folder", "the command"),
            *(f"{LedgerChange.objects.get(number=1).cells}", ""),
        ],
    ]
    assert find_finding(page).startswith("Change 2, the newest, wrote 2 cells on ")


def test_whoever_made_a_change_is_called_you(made, keeper, client):
    client.force_login(keeper)
    assert list_rows(read_page(client, PAGE), LISTED)[0][3] == "you"


def test_a_past_day_lists_what_was_made_by_then(made, client):
    assert "Nothing of the ledger was known by 1 March 2016." in say(
        client.get(PAGE, {"as_at": "2016-03-01"})
    )


def test_a_change_shows_its_cells_before_and_after(made, client):
    page = read_page(client, f"{PAGE}{made.public_id}/")

    assert list_rows(page, CELLS) == [
        ["Staff of East Trust, April 2016, actual", "£690", "£701.50", "illustrative"],
        [
            *("Rotas made together of East Trust, April 2016, actual", "£5"),
            *("empty", "illustrative"),
        ],
    ]
    assert "Take this change back" not in page


def test_cells_are_taken_away_as_a_file(made, client):
    response = client.get(f"{PAGE}{made.public_id}.csv")

    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["was_pounds"], row["is_pounds"]) for row in rows] == [
        ("690.0", "701.5"),
        ("5.0", ""),
    ]


def test_a_change_is_taken_back_by_those_who_may(made, book, keeper, client):
    client.force_login(keeper)
    address = f"{PAGE}{made.public_id}/"
    assert "Take this change back" in read_page(client, address)

    response = client.post(f"{address}undo/", {"reason": "A mistake"}, follow=True)

    undo = LedgerChange.objects.get(number=3)
    assert (undo.undoes, undo.reason) == (made, "A mistake")
    assert read_standing(book)[STAFF] == 69000
    assert "Change 2 was taken back: 2 cells." in say(response)
    page = read_page(client, address)
    assert find_finding(page) == "From a workbook; taken back by change 3"
    assert "Take this change back" not in page
    assert list_rows(read_page(client, PAGE), LISTED)[0][1] == "Taken back: change 2"


def test_a_change_of_others_is_not_theirs_to_take_back(made, client):
    client.force_login(UserFactory(organisation="west-trust"))
    address = f"{PAGE}{made.public_id}/"

    assert "Take this change back" not in read_page(client, address)
    response = client.post(f"{address}undo/")

    assert response.status_code == 403
    assert LedgerChange.objects.count() == 2


def test_their_own_cells_are_theirs_to_take_back(book, of_east, client):
    cells = [CellChange(STAFF, 70150, 69000)]
    own = make_change(by=of_east, book=book, cells=cells, at=timezone.now())
    client.force_login(of_east)

    client.post(f"{PAGE}{own.public_id}/undo/")

    assert read_standing(book)[STAFF] == 69000


def test_a_change_that_moved_on_says_why_it_is_not_taken_back(
    made, book, keeper, client
):
    cells = [CellChange(STAFF, 5, 70150)]
    make_change(by=keeper, book=book, cells=cells, at=timezone.now())
    client.force_login(keeper)

    response = client.post(f"{PAGE}{made.public_id}/undo/", follow=True)

    assert "was changed again since, by change 3" in say(response)
    assert read_standing(book)[STAFF] == 5


def test_a_change_is_taken_back_once(made, keeper, client):
    client.force_login(keeper)
    client.post(f"{PAGE}{made.public_id}/undo/")

    response = client.post(f"{PAGE}{made.public_id}/undo/", follow=True)

    assert "This change was taken back already, by change 3." in say(response)


def test_a_load_is_nobodys_to_take_back(book, client):
    client.force_login(UserFactory(is_staff=True))
    load = LedgerChange.objects.get()

    assert "Take this change back" not in read_page(client, f"{PAGE}{load.public_id}/")
    assert client.post(f"{PAGE}{load.public_id}/undo/").status_code == 403


def test_without_a_ledger_the_page_says_what_would_be_there(db, client):
    assert "What changed in the ledger" in say(client.get(PAGE))
