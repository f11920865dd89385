"""The workbook: out and in again unchanged; changes and faults shown before a write."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.run_factory import NOON
from placeplan.demand.initiative_inputs import INITIATIVE_TABLES
from placeplan_web.audit.models import AuditEntry
from placeplan_web.initiatives.models import Initiative
from placeplan_web.registers.models import ImportState, RegisterImport
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
HOME = "/initiatives/tiny/"
SEND = f"{HOME}workbook/"
EFFECT = "initiative effects, local-care, avoidance, emergency_spell"


@pytest.fixture
def book(draft, signed_in):
    """Give the workbook of the draft, as openpyxl reads it."""
    return openpyxl.load_workbook(
        io.BytesIO(signed_in.get(f"{HOME}workbook.xlsx").content)
    )


def find_header(sheet):
    """Give the row of the headings, and the column of each."""
    for cells in sheet.iter_rows():
        if cells[0].value in ("id", "initiative"):
            return cells[0].row, {cell.value: cell.column for cell in cells}
    raise AssertionError(sheet.title)


def set_cell(sheet, row, column, value):
    """Change a cell of the row after the header; give its name."""
    header, columns = find_header(sheet)
    cell = sheet.cell(header + row, columns[column], value)
    return cell.coordinate


def send(signed_in, book):
    content = io.BytesIO()
    book.save(content)
    file = SimpleUploadedFile("mine.xlsx", content.getvalue())
    return signed_in.post(SEND, {"file": file})


def read(response):
    return " ".join(response.content.decode().split())


def test_workbook_has_a_sheet_for_each_table_under_the_headings_of_the_contract(book):
    assert book.sheetnames == [contract.name for contract in INITIATIVE_TABLES]
    for contract in INITIATIVE_TABLES:
        _, columns = find_header(book[contract.name])
        assert list(columns) == [column.name for column in contract.columns]


def test_workbook_that_is_sent_back_as_it_came_changes_nothing(draft, signed_in):
    content = signed_in.get(f"{HOME}workbook.xlsx").content
    file = SimpleUploadedFile("same.xlsx", content)

    answer = signed_in.post(SEND, {"file": file}, follow=True)

    assert "2 initiatives the same as here" in read(answer)
    assert "there is nothing to do" in read(answer)
    assert RegisterImport.objects.get().shown == []


def test_changed_cells_are_shown_before_anything_is_written(draft, signed_in, book):
    set_cell(book["initiative_effects"], 1, "remaining_low", 0.75)
    set_cell(book["initiatives"], 2, "owner", "Chief nurse")

    answer = send(signed_in, book)

    row = RegisterImport.objects.get()
    assert answer.headers["Location"] == f"{SEND}{row.public_id}/"
    assert [
        (each["reference"], each["outcome"], each["changes"]) for each in row.shown
    ] == [
        (
            "INI-01",
            "changed",
            [
                [
                    f"{EFFECT}, remaining_low",
                    "0.8",
                    "0.75",
                ]
            ],
        ),
        (
            "INI-02",
            "changed",
            [["initiatives, stay-at-home, owner", "Director of flow", "Chief nurse"]],
        ),
    ]
    assert set(Initiative.objects.values_list("version", flat=True)) == {1}

    signed_in.post(f"{answer.headers['Location']}confirm/")

    first, second = Initiative.objects.all()
    assert first.rows["initiative_effects"][0]["remaining_low"] == "0.75"
    assert (first.version, second.version, second.owner) == (2, 2, "Chief nurse")
    row.refresh_from_db()
    assert (row.state, bytes(row.content)) == (ImportState.FINISHED, b"")
    assert (
        AuditEntry.objects.filter(kind="initiatives.initiative", verb="change").count()
        == 2
    )


def test_new_row_adds_an_initiative_with_its_parts(draft, signed_in, book):
    sheet = book["initiatives"]
    header, columns = find_header(sheet)
    new = {"id": "help-early", "name": "Help early", "delivery_share": 0.4}
    for name, column in columns.items():
        sheet.cell(
            header + 3, column, new.get(name, sheet.cell(header + 1, column).value)
        )
    phasing = book["initiative_phasing"]
    _, columns = find_header(phasing)
    for name, value in {
        "initiative": "help-early",
        "year": 2018,
        "delivered_share": 0.25,
        "source": "made-up",
        "status": "illustrative",
    }.items():
        phasing.cell(phasing.max_row + (name == "initiative"), columns[name], value)

    answer = send(signed_in, book)
    signed_in.post(f"{answer.headers['Location']}confirm/")

    added = Initiative.objects.get(slug="help-early")
    assert (added.reference, added.delivery_share) == ("INI-03", 0.4)
    assert added.rows["initiative_phasing"] == [
        {
            "year": "2018",
            "delivered_share": "0.25",
            "source": "made-up",
            "status": "illustrative",
        }
    ]


def test_every_fault_names_its_sheet_and_cell(draft, signed_in, book):
    first = set_cell(book["initiative_effects"], 1, "remaining_low", 1.4)
    second = set_cell(book["initiative_costs"], 1, "recurrent", "perhaps")
    set_cell(book["initiative_phasing"], 2, "initiative", "nobody")

    answer = send(signed_in, book)

    page = read(answer)
    assert answer.status_code == 422
    assert f"sheet &#39;initiative_effects&#39;, cell {first}" in page
    assert f"sheet &#39;initiative_costs&#39;, cell {second}" in page
    assert not RegisterImport.objects.exists()


def test_row_of_an_unknown_initiative_is_refused(draft, signed_in, book):
    cell = set_cell(book["initiative_phasing"], 2, "initiative", "nobody")

    page = read(send(signed_in, book))

    assert f"sheet &#39;initiative_phasing&#39;, row {cell[1:]}" in page
    assert "an initiative of the sheet &#39;initiatives&#39;" in page


def test_sheet_that_is_missing_is_a_fault(draft, signed_in, book):
    del book["initiative_costs"]

    assert "sheet &#39;initiative_costs&#39;" in read(send(signed_in, book))


def test_empty_file_is_answered_with_what_is_taken_here(draft, signed_in):
    sent = {"file": SimpleUploadedFile("mine.xlsx", b"")}

    page = read(signed_in.post(SEND, sent))

    assert "The file is empty. Choose the Excel workbook." in page
    assert "CSV" not in page


def test_initiative_that_the_workbook_does_not_name_stays(draft, signed_in, book):
    for name in ("initiatives", "initiative_effects"):
        header, _ = find_header(book[name])
        book[name].delete_rows(header + 2)
    header, _ = find_header(book["initiative_phasing"])
    book["initiative_phasing"].delete_rows(header + 3)

    page = read(signed_in.get(send(signed_in, book).headers["Location"]))

    assert "1 initiative not in the workbook, and left alone" in page
    assert "1 initiative the same as here" in page


def test_draft_that_moved_on_since_is_shown_again(draft, signed_in, book):
    set_cell(book["initiatives"], 1, "owner", "Chief nurse")
    page = send(signed_in, book).headers["Location"]
    edit = f"{HOME}initiatives/INI-01/withdraw/"
    signed_in.post(edit, {"reason": "Not now.", "version": 1})

    answer = signed_in.post(f"{page}confirm/", follow=True)

    assert "the workbook no longer fits it" in read(answer)
    assert Initiative.objects.get(reference="INI-01").owner == "Local care lead"
    assert RegisterImport.objects.get().state == ImportState.CHECKED


def test_differences_that_are_others_by_now_are_shown_again(draft, signed_in, book):
    set_cell(book["initiatives"], 1, "owner", "Chief nurse")
    page = send(signed_in, book).headers["Location"]
    record = Initiative.objects.get(reference="INI-01")
    save_record(by="command", record=record, changes={"owner": "Matron"}, at=NOON)

    answer = signed_in.post(f"{page}confirm/", follow=True)

    assert "Look at them again: they are now as below." in read(answer)
    assert "Matron" in read(answer)
    assert Initiative.objects.get(reference="INI-01").owner == "Matron"
    signed_in.post(f"{page}confirm/")
    assert Initiative.objects.get(reference="INI-01").owner == "Chief nurse"


def test_kept_workbook_that_can_no_longer_be_opened_is_refused(draft, signed_in, book):
    set_cell(book["initiatives"], 1, "owner", "Chief nurse")
    page = send(signed_in, book).headers["Location"]
    RegisterImport.objects.update(content=b"no workbook of this edition")

    answer = signed_in.post(f"{page}confirm/", follow=True)

    assert "the workbook no longer fits it" in read(answer)
    assert RegisterImport.objects.get().state == ImportState.CHECKED
    assert Initiative.objects.get(reference="INI-01").version == 1


def test_workbook_that_was_dropped_cannot_be_applied(draft, signed_in, book):
    set_cell(book["initiatives"], 1, "owner", "Chief nurse")
    page = send(signed_in, book).headers["Location"]

    signed_in.post(f"{page}drop/")
    answer = signed_in.post(f"{page}confirm/", follow=True)

    assert "applied or dropped already" in read(answer)
    assert Initiative.objects.get(reference="INI-01").version == 1


@pytest.mark.parametrize("value", ["0.30000000000000004", "0.1", "1e-05", "0.125"])
def test_every_number_comes_back_to_the_last_figure(value, draft, signed_in):
    record = Initiative.objects.get(reference="INI-01")
    rows = {**record.rows}
    rows["initiative_phasing"] = [
        {
            "year": "2017",
            "delivered_share": value,
            "source": "made-up",
            "status": "illustrative",
        }
    ]
    record.rows = rows
    record.save()

    content = signed_in.get(f"{HOME}workbook.xlsx").content
    file = SimpleUploadedFile("same.xlsx", content)
    signed_in.post(SEND, {"file": file})

    assert RegisterImport.objects.get().shown == []
