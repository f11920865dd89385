"""A file into a register: every fault, every difference, and only then the writing."""

import io
import sys

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from factories.page_words import say
from factories.programme_factory import NOW
from factories.register_factory import make_risk
from placeplan.tables import LoadedFile
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import verify
from placeplan_web.programme.models import Risk
from placeplan_web.programme.registers.risk import RISKS
from placeplan_web.registers import room
from placeplan_web.registers.export import write_csv
from placeplan_web.registers.import_plan import Outcome, plan_import
from placeplan_web.registers.models import ImportState, RegisterImport
from placeplan_web.registers.operations import save_record, withdraw_record
from placeplan_web.registers.tasks import carry_out_import


@pytest.fixture
def three(circle):
    return [
        make_risk(circle, reference="RSK-01", title="Too few people", cause="Pay"),
        make_risk(circle, reference="RSK-02", title="Money runs out"),
        make_risk(
            circle,
            reference="RSK-03",
            title="=1+1",
            cause="a\r\nb",
            owner_post=circle.post,
        ),
    ]


def plan(circle, text, kind=RISKS):
    return plan_import(kind, circle.programme, LoadedFile("risks.csv", text.encode()))


def send(client, circle, content, name="risks.csv"):
    content = content.encode() if isinstance(content, str) else content
    return client.post(
        circle.link("risks/import/"),
        {"file": SimpleUploadedFile(name, content)},
        follow=True,
    )


def confirm(client, circle):
    """Confirm the newest import, and let a worker carry it out."""
    row = RegisterImport.objects.first()
    client.post(circle.link(f"risks/import/{row.public_id}/confirm/"))
    carry_out_import.func(row.pk)
    row.refresh_from_db()
    return row


def export(circle):
    return write_csv(RISKS, RISKS.list_records(circle.programme).order_by("reference"))


def test_export_imported_unchanged_makes_no_difference(circle, three):
    withdraw_record(by="tests", record=three[1], reason="=twice", at=NOW)

    planned = plan(circle, export(circle))

    assert planned.faults == []
    assert [row.outcome for row in planned.rows] == [Outcome.UNCHANGED] * 3
    assert planned.left_out == 0


def test_every_fault_is_told_at_once_by_row_and_column(circle, three):
    rows = [
        "reference,titel,title,review_on,status,current_score,owner,closed_on",
        "RSK-01,,,31 September 2019,,7,Nobody we know,",
        "RSK-01,,Again,,recorded,,,2019-08-01",
        "risk 9,,New,,splendid,,,",
    ]

    planned = plan(circle, "\n".join(rows))

    told = {(fault.where, fault.expected, fault.found) for fault in planned.faults}
    owner = f"one of: {', '.join(sorted(list_codes(circle)))}"
    status = "one of: Published, Derived, Calibrated, Illustrative, Recorded here"
    assert {
        ("row 2, column review_on", "a day such as 2019-10-31", "31 September 2019"),
        ("row 2, column owner", owner, "Nobody we know"),
        (
            "row 2, column current_score",
            "an empty cell: it is worked out, and never typed",
            "7",
        ),
        ("row 2, column title", "a text of at most 500 letters", ""),
        ("row 2, column status", status, ""),
        ("row 3, column reference", "each reference once", "RSK-01, as in row 2"),
        ("row 4, column status", status, "splendid"),
    } <= told
    unknown = next(fault for fault in planned.faults if fault.where == "row 1")
    assert (unknown.found, unknown.remedy) == ("titel", "Did you mean title?")


def list_codes(circle):
    from placeplan_web.programme.registers.links import POST_LINK

    return [POST_LINK.write_code(post) for post in POST_LINK.list_all(circle.programme)]


def test_rule_across_columns_is_a_fault_of_the_row(circle, three):
    planned = plan(circle, "reference,closed_on\nRSK-01,2019-08-01\n")

    [fault] = planned.faults
    assert fault.where == "row 2, column closed_reason"
    assert fault.remedy == "Say why the risk is closed."


def test_reference_that_could_not_be_is_a_fault(circle, three):
    planned = plan(circle, "reference,title\nrisk nine,New\n")

    [fault] = planned.faults
    assert fault.where == "row 2, column reference"


def test_file_with_faults_is_refused_on_the_page_and_nothing_is_kept(
    keeper, circle, three
):
    answer = send(keeper, circle, "reference,review_on\nRSK-01,soon\n")

    assert answer.status_code == 422
    words = say(answer)
    assert "There is 1 fault in what you sent. Nothing was changed." in words
    assert "row 2, column review_on" in words
    assert not RegisterImport.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "The file is empty."),
        ("no,such\nhead,er\n", "a row of headers that starts with reference"),
        (b"\xff\xfe\x00", "text in UTF-16"),
        (b"PK\x03\x04 and no more", "save it anew as .xlsx"),
    ],
)
def test_file_that_is_no_table_is_refused_in_words(keeper, circle, content, words):
    answer = send(keeper, circle, content)

    assert answer.status_code == 422
    assert words in say(answer)


def test_dry_run_shows_each_difference_and_writes_nothing(keeper, circle, three):
    text = (
        "reference,title,cause,withdraw_because\n"
        "RSK-01,Far too few people,Pay,\n"
        "RSK-02,Money runs out,,entered twice\n"
        ",A new one,,\n"
    )

    answer = send(keeper, circle, text)

    words = say(answer)
    assert "1 row would be added" in words
    assert "1 row would be changed" in words
    assert "1 row would be withdrawn" in words
    assert "1 risk is not in the file: it stays as it is" in words
    assert "Risk: Too few people → Far too few people" in words
    assert "RSK-02 Money runs out withdrawn entered twice" in words
    assert "to be given A new one new" in words
    assert Risk.objects.filter(version=1).count() == 3


def test_confirmed_import_is_written_with_history_and_an_unbroken_audit(
    keeper, circle, three
):
    text = (
        "reference,title,withdraw_because\n"
        "RSK-01,Far too few people,\n"
        "RSK-02,Money runs out,entered twice\n"
        ",A new one,\n"
    )
    send(keeper, circle, text)

    row = confirm(keeper, circle)

    assert (row.state, bytes(row.content)) == (ImportState.FINISHED, b"")
    risks = {risk.reference: risk for risk in Risk.objects.all()}
    assert risks["RSK-01"].title == "Far too few people"
    assert risks["RSK-02"].withdrawn_reason == "entered twice"
    assert risks["RSK-04"].title == "A new one"
    assert {name: risk.version for name, risk in risks.items()} == {
        "RSK-01": 2,
        "RSK-02": 2,
        "RSK-03": 1,
        "RSK-04": 1,
    }
    versions = Risk.history.filter(reference="RSK-01").order_by("version")
    assert [each.title for each in versions] == ["Too few people", "Far too few people"]
    assert {each.changed_by for each in versions} == {str(circle.keeper.public_id)}
    entries = AuditEntry.objects.filter(kind="programme.risk")
    assert list(entries.order_by("sequence").values_list("verb", flat=True))[3:] == [
        "change",
        "withdraw",
        "add",
    ]
    assert verify().is_whole


def test_worker_that_has_read_no_address_finds_the_register(
    keeper, circle, three, monkeypatch
):
    send(keeper, circle, "reference,title\nRSK-01,Mine\n")
    monkeypatch.setattr(room, "ROOMS", {})
    monkeypatch.delitem(sys.modules, "placeplan_web.programme.registers.room")

    row = confirm(keeper, circle)

    assert (row.state, row.reason) == (ImportState.FINISHED, "")


def test_import_carried_out_twice_changes_nothing_more(keeper, circle, three):
    send(keeper, circle, "reference,title\n,A new one\n")
    row = confirm(keeper, circle)

    carry_out_import.func(row.pk)
    keeper.post(circle.link(f"risks/import/{row.public_id}/confirm/"))

    assert Risk.objects.filter(title="A new one").count() == 1
    assert DBTaskResult.objects.count() == 1


def test_same_file_sent_again_has_nothing_to_do(keeper, circle, three):
    text = "reference,title\nRSK-01,Far too few people\n"
    send(keeper, circle, text)
    confirm(keeper, circle)

    answer = send(keeper, circle, text)

    assert "there is nothing to do" in say(answer)


def test_register_that_moved_on_is_shown_anew_before_anything_is_written(
    keeper, circle, three
):
    send(keeper, circle, "reference,title,cause\nRSK-01,Mine,Pay\n")
    save_record(by="tests", record=three[0], changes={"cause": "Rest"}, at=NOW)

    row = confirm(keeper, circle)

    assert row.state == ImportState.CHECKED
    page = say(keeper.get(circle.link(f"risks/import/{row.public_id}/")))
    assert "The register has changed since the differences were shown" in page
    assert "Cause: Rest → Pay" in page
    assert Risk.objects.get(reference="RSK-01").title == "Too few people"


def test_row_exported_before_somebody_else_changed_it_is_a_fault(circle, three):
    text = export(circle).replace("Too few people", "Mine")
    save_record(by="tests", record=three[0], changes={"cause": "Rest"}, at=NOW)

    planned = plan(circle, text)

    [fault] = planned.faults
    assert fault.where == "row 2, column version"
    assert fault.expected == "version 2, which is the newest"


def test_withdrawn_record_is_not_changed_by_a_file(circle, three):
    withdraw_record(by="tests", record=three[0], reason="twice", at=NOW)

    planned = plan(circle, "reference,title\nRSK-01,Mine\n")

    [fault] = planned.faults
    assert (fault.expected, fault.found) == ("a record in use", "a withdrawn one")


def test_dropped_import_keeps_nothing_of_the_file(keeper, circle, three):
    send(keeper, circle, "reference,title\nRSK-01,Mine\n")
    row = RegisterImport.objects.get()

    answer = keeper.post(
        circle.link(f"risks/import/{row.public_id}/drop/"), follow=True
    )

    row.refresh_from_db()
    assert "The import was dropped." in say(answer)
    assert (row.state, bytes(row.content), row.shown) == (ImportState.DROPPED, b"", [])


def test_workbook_comes_back_as_it_went(keeper, circle, three):
    book = keeper.get(circle.link("risks/register.xlsx")).content

    planned = plan_import(RISKS, circle.programme, LoadedFile("risks.xlsx", book))

    assert planned.faults == []
    assert [row.outcome for row in planned.rows] == [Outcome.UNCHANGED] * 3


def test_workbook_changed_by_hand_shows_that_change_alone(keeper, circle, three):
    book = openpyxl.load_workbook(
        io.BytesIO(keeper.get(circle.link("risks/register.xlsx")).content)
    )
    sheet = book.active
    headers = [cell.value for cell in sheet[4]]
    sheet.cell(6, headers.index("review_on") + 1).value = NOW.replace(
        tzinfo=None
    ).date()
    file = io.BytesIO()
    book.save(file)

    planned = plan_import(
        RISKS, circle.programme, LoadedFile("risks.xlsx", file.getvalue())
    )

    assert planned.faults == []
    assert [row.outcome for row in planned.rows] == [
        Outcome.UNCHANGED,
        Outcome.CHANGED,
        Outcome.UNCHANGED,
    ]
    assert planned.rows[1].changes == {"review_on": (None, NOW.date())}


def test_progress_tells_how_far_it_is(keeper, circle, three):
    send(keeper, circle, "reference,title\nRSK-01,Mine\n")
    row = RegisterImport.objects.get()
    keeper.post(circle.link(f"risks/import/{row.public_id}/confirm/"))

    answer = keeper.get(circle.link(f"risks/import/{row.public_id}/progress/")).json()

    assert (answer["under_way"], answer["doing"]) == (True, "waiting for its turn")


@pytest.mark.parametrize("person", ["owner", "reader", "stranger"])
def test_only_the_programme_office_imports(client, circle, three, person):
    client.force_login(getattr(circle, person))

    assert client.get(circle.link("risks/import/")).status_code == 403
