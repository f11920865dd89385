"""The workbook of the ledger: out and in again; changes shown before a write."""

from datetime import date

import pytest
from django.utils import timezone

from factories.account_factory import UserFactory
from factories.page_words import find_finding, list_rows, read_page, say
from factories.web_workbook import FILE, PAGE, SEND, change, download, send
from placeplan_web.audit.models import AuditEntry
from placeplan_web.money.models import Cell, LedgerChange
from placeplan_web.money.operations import workbook as operations
from placeplan_web.money.operations.change import (
    CellChange,
    make_change,
    read_standing,
)
from placeplan_web.registers.models import ImportState, RegisterImport

pytestmark = pytest.mark.django_db
APRIL = date(2016, 4, 1)
STAFF = Cell("ledger_values", "east-trust", "staff", APRIL, "actual")
OF_WEST = Cell("ledger_values", "west-trust", "staff", APRIL, "actual")
DIFFER = "Cells that differ"
EAST = ("east-trust", "staff", "actual", "Apr 2016", 701.5)
WEST = ("west-trust", "staff", "actual", "Apr 2016", 741)


@pytest.fixture
def signed_in(client, book, keeper):
    client.force_login(keeper)
    return client


def write(by, book, cell, pence, expected):
    cells = [CellChange(cell, pence, expected)]
    return make_change(by=by, book=book, cells=cells, at=timezone.now())


def test_page_leads_to_the_workbook_of_what_is_chosen(book, client):
    page = say(client.get(PAGE, {"organisation": "east-trust"}))
    assert "Download the workbook of 2016/17" in page
    assert "Send it back" not in page

    found = download(client, organisation="east-trust", year="2016", month="2016-05")

    assert found.sheetnames[-1] == "east-trust"
    assert "west-trust" not in found.sheetnames
    facts = [found["Read me"].cell(row, 2).value for row in (3, 4, 5, 6)]
    assert facts == ["2016/17", "May 2016", "no", "km-stp, change 1"]


def test_workbook_says_what_is_known_of_its_amounts(book, client):
    words = [cell.value for cell in download(client)["Read me"]["A"] if cell.value]
    assert any(text.endswith("the ledger of 2016/17, all members.") for text in words)
    assert any(" amounts are " in text for text in words)


def test_workbook_of_a_past_day_shows_that_day_and_cannot_be_sent(signed_in, book):
    day = timezone.now().date()
    found = download(signed_in, as_at=f"{day:%Y-%m-%d}")

    answer = send(signed_in, found)

    assert answer.status_code == 422
    assert "which cannot be sent back" in say(answer)
    assert "To change the ledger, download the workbook of today" in say(
        signed_in.get(PAGE, {"as_at": f"{day:%Y-%m-%d}"})
    )


@pytest.mark.parametrize("asked", [{"organisation": "nobody"}, {"as_at": "2001-01-01"}])
def test_workbook_of_nobody_and_of_before_the_ledger_is_not_there(book, client, asked):
    assert client.get(FILE, asked).status_code == 404


def test_page_without_a_ledger_says_what_would_stand_there(client, db):
    assert "The ledger as a workbook would stand here." in say(client.get(PAGE))
    assert client.get(FILE).status_code == 404


def test_workbook_sent_back_as_it_came_changes_nothing(signed_in, book):
    content = signed_in.get(FILE).content

    answer = send(signed_in, content, follow=True)

    assert "there is nothing to do" in say(answer)
    assert RegisterImport.objects.get().shown == []


def test_two_changed_cells_are_shown_and_then_applied_as_one_change(signed_in, book):
    found = download(signed_in)
    change(found, EAST, WEST)

    answer = send(signed_in, found, reason="Late bills")

    link = answer.headers["Location"]
    page = read_page(signed_in, link)
    assert find_finding(page) == (
        "2 cells differ from the ledger. Nothing is written yet. "
        "Look at what would change."
    )
    assert list_rows(page, DIFFER) == [
        ["Staff of East Trust, April 2016, actual", "£690", "£701.50", "you"],
        ["Staff of West Trust, April 2016, actual", "£740", "£741", "you"],
    ]
    assert LedgerChange.objects.count() == 1
    assert "mine.xlsx" in say(signed_in.get(PAGE))

    answer = signed_in.post(f"{link}apply/")

    made = LedgerChange.objects.get(number=2)
    assert answer.headers["Location"] == f"/money/changes/{made.public_id}/"
    assert (made.kind, made.cells, made.reason) == ("workbook", 2, "Late bills")
    assert len(made.fingerprint) == 64
    standing = read_standing(book)
    assert (standing[STAFF], standing[OF_WEST]) == (70150, 74100)
    row = RegisterImport.objects.get()
    assert (row.state, bytes(row.content)) == (ImportState.FINISHED, b"")
    assert [
        (each.kind, each.verb)
        for each in AuditEntry.objects.order_by("pk").exclude(verb__in=["load", "open"])
    ][-3:] == [
        ("registers.import", "add"),
        ("money.ledgerchange", "workbook"),
        ("registers.import", "finish"),
    ]
    assert find_finding(read_page(signed_in, link)).endswith(
        "It was applied, all of it."
    )


def test_applied_workbook_can_be_taken_back(signed_in, book):
    found = download(signed_in)
    change(found, EAST)
    signed_in.post(f"{send(signed_in, found).headers['Location']}apply/")
    made = LedgerChange.objects.get(number=2)

    signed_in.post(f"/money/changes/{made.public_id}/undo/")

    assert read_standing(book)[STAFF] == 69000
    assert LedgerChange.objects.get(number=3).undoes == made


def test_cells_that_others_changed_since_stay_as_they_are(signed_in, book, keeper):
    found = download(signed_in)
    write(keeper, book, OF_WEST, 75000, 74000)
    change(found, EAST)

    link = send(signed_in, found).headers["Location"]
    signed_in.post(f"{link}apply/")

    standing = read_standing(book)
    assert (standing[STAFF], standing[OF_WEST]) == (70150, 75000)


def test_cell_that_moved_since_the_download_is_refused_with_what_moved(
    signed_in, book, keeper
):
    found = download(signed_in)
    write(keeper, book, STAFF, 68000, 69000)
    change(found, EAST)

    answer = send(signed_in, found)

    assert answer.status_code == 422
    page = say(answer)
    assert (
        "Staff of East Trust, April 2016, actual at £690, as you downloaded it" in page
    )
    assert "£680" in page
    assert not RegisterImport.objects.exists()


def test_cell_that_others_made_the_same_needs_no_change(signed_in, book, keeper):
    found = download(signed_in)
    write(keeper, book, STAFF, 70150, 69000)
    change(found, EAST)
    assert "there is nothing to do" in say(send(signed_in, found, follow=True))


def test_stale_preview_is_refused_with_what_moved(signed_in, book, keeper):
    found = download(signed_in)
    change(found, EAST, WEST)
    link = send(signed_in, found).headers["Location"]
    write(keeper, book, STAFF, 68000, 69000)

    answer = signed_in.post(f"{link}apply/", follow=True)

    assert "actual at £690, as you downloaded it, found £680" in say(answer)
    assert LedgerChange.objects.count() == 2
    assert RegisterImport.objects.get().state == ImportState.CHECKED


def test_preview_of_which_a_part_was_done_meanwhile_is_shown_again(
    signed_in, book, keeper
):
    found = download(signed_in)
    change(found, EAST, WEST)
    link = send(signed_in, found).headers["Location"]
    write(keeper, book, STAFF, 70150, 69000)

    answer = signed_in.post(f"{link}apply/", follow=True)

    assert "Look at them again: they are now as below." in say(answer)
    page = read_page(signed_in, link)
    assert [row[0] for row in list_rows(page, DIFFER)] == [
        "Staff of West Trust, April 2016, actual"
    ]
    signed_in.post(f"{link}apply/")
    assert read_standing(book)[OF_WEST] == 74100


def test_preview_of_which_all_was_done_meanwhile_is_dropped(signed_in, book, keeper):
    found = download(signed_in)
    change(found, EAST)
    link = send(signed_in, found).headers["Location"]
    write(keeper, book, STAFF, 70150, 69000)

    signed_in.post(f"{link}apply/")
    answer = signed_in.post(f"{link}apply/", follow=True)

    assert "The ledger says what the workbook says by now." in say(answer)
    signed_in.post(f"{link}drop/")
    assert RegisterImport.objects.get().state == ImportState.DROPPED


def test_workbook_that_is_over_can_neither_be_applied_nor_dropped(signed_in, book):
    found = download(signed_in)
    change(found, EAST)
    link = send(signed_in, found).headers["Location"]
    assert "Nothing was written" in say(signed_in.post(f"{link}drop/", follow=True))

    for way in ("apply", "drop"):
        answer = signed_in.post(f"{link}{way}/", follow=True)
        assert "applied or dropped already" in say(answer)
    assert LedgerChange.objects.count() == 1


def test_people_of_one_organisation_apply_its_cells_alone(client, book, of_east):
    client.force_login(of_east)
    found = download(client)
    change(found, EAST, WEST)
    link = send(client, found).headers["Location"]

    page = read_page(client, link)
    assert [row[3] for row in list_rows(page, DIFFER)] == [
        "you",
        "people of West Trust or of the system, or staff",
    ]
    assert "1 cell of it may not be changed by you" in say(client.get(link))
    answer = client.post(f"{link}apply/", follow=True)
    assert "is not yours to change" in say(answer)
    assert LedgerChange.objects.count() == 1

    again = download(client, organisation="east-trust")
    change(again, EAST)
    link = send(client, again).headers["Location"]
    client.post(f"{link}apply/")
    assert read_standing(book)[STAFF] == 70150


def test_control_totals_are_changed_by_the_system_alone(client, book, of_east):
    client.force_login(of_east)
    found = download(client)
    page = found["Control totals"]
    page["C5"], page["C6"] = page["C5"].value + 1, page["C6"].value - 1

    link = send(client, found).headers["Location"]

    rows = list_rows(read_page(client, link), DIFFER)
    assert [row[3] for row in rows] == ["people of the system, or staff"] * 2
    assert "2 cells of it may not be changed by you" in say(client.get(link))


@pytest.mark.parametrize("way", ["", "apply/", "drop/"])
def test_workbook_of_somebody_else_is_not_there(signed_in, book, way):
    link = send(signed_in, download(signed_in)).headers["Location"]
    signed_in.force_login(UserFactory(organisation="km-stp"))
    ask = signed_in.post if way else signed_in.get
    assert ask(f"{link}{way}").status_code == 404


def test_who_has_no_part_in_the_ledger_sends_nothing(client, book):
    client.force_login(UserFactory(organisation="elsewhere"))
    assert client.get(SEND).status_code == 403
    assert send(client, b"x").status_code == 403
    assert client.get(PAGE).status_code == 200


def test_every_fault_of_a_workbook_is_told_with_its_cell(signed_in, book):
    found = download(signed_in)
    change(found, (*EAST[:4], "much"), (*WEST[:4], 1.234))

    answer = send(signed_in, found)

    assert answer.status_code == 422
    page = say(answer)
    assert page.count("a number of pounds to the penny, or nothing") == 2
    assert not RegisterImport.objects.exists()


@pytest.mark.parametrize("edition", ["km-stp, change 9", "other, change 1", None])
def test_workbook_of_an_unknown_edition_is_refused(signed_in, book, edition):
    found = download(signed_in)
    found["Read me"]["B6"] = edition

    answer = send(signed_in, found)

    assert answer.status_code == 422
    assert "a workbook of km-stp, change 1, or before" in say(answer)


def test_file_that_is_missing_is_asked_for(signed_in, book):
    answer = signed_in.post(SEND, {})
    assert answer.status_code == 422
    assert "Choose the Excel workbook." in say(answer)


def test_empty_file_is_answered_with_what_is_taken_here(signed_in, book):
    answer = send(signed_in, b"")
    assert answer.status_code == 422
    page = say(answer)
    assert "The file is empty. Choose the Excel workbook." in page
    assert "CSV" not in page


def test_as_many_wait_as_one_may_keep(signed_in, book, monkeypatch):
    monkeypatch.setattr(operations, "MOST_WAITING", 1)
    content = signed_in.get(FILE).content
    send(signed_in, content)

    answer = send(signed_in, content)

    assert answer.status_code == 422
    assert "as many as one may keep" in say(answer)
    assert RegisterImport.objects.count() == 1


def test_nothing_is_written_when_the_end_fails(signed_in, book, monkeypatch):
    found = download(signed_in)
    change(found, EAST)
    link = send(signed_in, found).headers["Location"]

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "finish_file", fail)
    with pytest.raises(RuntimeError):
        signed_in.post(f"{link}apply/")

    assert LedgerChange.objects.count() == 1
    assert RegisterImport.objects.get().state == ImportState.CHECKED


def test_year_too_large_for_a_workbook_is_told(client, book, monkeypatch):
    from placeplan.money.workbook import writing

    monkeypatch.setattr(writing, "MOST_SHEETS", 1)
    answer = client.get(FILE, follow=True)
    assert "Choose fewer organisations." in say(answer)


def test_many_changed_cells_stand_on_several_pages(signed_in, book):
    found = download(signed_in)
    page = found["east-trust"]
    for row in page.iter_rows(min_row=7, max_row=20, min_col=8, max_col=19):
        for cell in row if page.cell(row[0].row, 1).value else ():
            cell.value = 5

    link = send(signed_in, found).headers["Location"]

    first = list_rows(read_page(signed_in, link), DIFFER)
    more = list_rows(read_page(signed_in, f"{link}?page=2"), DIFFER)
    assert (len(first), len(more)) == (50, 34)
