"""Facts as records: loaded whole, corrected by versions, cited by rooms."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from factories.fact_factory import make_fact, make_fact_tables, write_facts
from placeplan.errors import InputError, QuestionError, UnknownNameError
from placeplan.evidence import FactCitation, FactRegister, FactValue
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence import fact_correction, models
from placeplan_web.evidence.fact_correction import correct_fact, register_citations
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.places import folder as places_folder

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CORRECTED_ON = date(2019, 8, 5)
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


@pytest.fixture
def facts(tmp_path):
    return load_facts(folder=write_facts(tmp_path / "facts"), by="command", at=NOON)


def correct(fact="F146", value="175", **changed):
    asked = {
        "by": "somebody",
        "fact": fact,
        "value": FactValue("number", value) if isinstance(value, str) else value,
        "reason": "The booklet gives another figure.",
        "known_on": CORRECTED_ON,
        "source": "second-paper",
        "document": "The booklet",
        "heading": "Why things need to change",
        "seen_version": 1,
        "at": NOON,
    }
    return correct_fact(**asked | changed)


def list_values(fact):
    return [each.value.shown for each in get_register().list_history(fact)]


def test_load_writes_every_row_and_one_line_of_audit(facts):
    tables = make_fact_tables()
    whole = len(tables["facts"]) + len(tables["facts_outside"])
    assert models.FactVersion.objects.count() == whole
    assert models.FactConflict.objects.count() == 2
    assert models.FactCheck.objects.count() == 3
    assert models.FactCitation.objects.count() == 1
    entry = AuditEntry.objects.get()
    assert (entry.by, entry.verb, entry.kind) == ("command", "load", "evidence.facts")
    assert entry.read_changes()["rows"]["conflicts"] == 2


def test_load_of_the_same_folder_changes_nothing(facts, tmp_path):
    again = load_facts(folder=write_facts(tmp_path / "again"), by="command")
    assert again == facts
    assert AuditEntry.objects.count() == 1


def test_folder_with_faults_changes_nothing(facts, tmp_path):
    folder = write_facts(tmp_path / "new", facts=[make_fact("F146", "many")])
    with pytest.raises(InputError):
        load_facts(folder=folder, by="command")
    assert get_register().get_fact("F297").shown == "175 GPs"


def test_kent_and_medway_reads_back_as_the_library_reads_it():
    load_facts(folder=EXAMPLE, by="command")
    library, kept = FactRegister.from_folder(EXAMPLE), get_register()
    assert kept.versions == library.versions
    assert kept.outside == library.outside
    assert kept.conflicts == library.conflicts
    assert kept.checks == library.checks
    assert (len(kept.facts), len(kept.conflicts), len(kept.checks)) == (403, 21, 35)


def test_correction_adds_a_version_and_keeps_the_one_before(facts):
    correct()
    assert list_values("F146") == ["245", "175"]
    entry = AuditEntry.objects.last()
    assert (entry.verb, entry.kind, entry.identifier) == (
        "correct",
        "evidence.fact",
        "F146",
    )
    assert entry.read_changes() == {"version": [1, 2]}


def test_correction_lists_every_page_fact_and_assumption_that_rests_on_it(facts):
    rests = [(each.kind, each.id) for each in correct().rests]
    assert rests == [
        ("fact", "F297"),
        ("conflict", "C01"),
        ("check", "A03"),
        ("assumption", "gp-staff"),
        ("page", "case-for-change"),
    ]


def test_correction_tells_which_checks_come_out_otherwise(facts):
    assert [each.check.id for each in correct().checks] == ["A03"]


def test_correction_is_known_from_its_day_on(facts):
    correct()
    assert get_register(date(2019, 8, 4)).get_fact("F146").shown == "245 GPs"
    assert get_register(date(2019, 8, 5)).get_fact("F146").shown == "175 GPs"


def test_figure_from_outside_is_corrected_too(facts):
    correct("X01", "486")
    assert list_values("X01") == ["485", "486"]


@pytest.mark.parametrize(
    "changed",
    [{"reason": " "}, {"value": "245"}, {"known_on": date(2017, 2, 28)}],
)
def test_correction_without_sense_is_refused(facts, changed):
    with pytest.raises(QuestionError):
        correct(**changed | ({"value": "245"} if "value" in changed else {}))
    assert list_values("F146") == ["245"]


def test_correction_of_no_fact_is_refused(facts):
    with pytest.raises(UnknownNameError):
        correct("F999")


def test_second_writer_learns_of_the_first(facts):
    correct()
    with pytest.raises(RefusedError, match="Somebody else corrected"):
        correct(value="180")
    assert list_values("F146") == ["245", "175"]


def test_two_writers_at_one_moment_leave_one_version(facts, monkeypatch):
    stale = get_register()
    correct()
    monkeypatch.setattr(fact_correction, "get_register", lambda: stale)
    with pytest.raises(RefusedError, match="Somebody else corrected"):
        correct(value="180")
    monkeypatch.undo()
    assert list_values("F146") == ["245", "175"]


@pytest.mark.django_db(transaction=True)
def test_correction_without_its_audit_row_is_none(facts, monkeypatch):
    def fail(**entry):
        raise RuntimeError("the audit refuses")

    monkeypatch.setattr(fact_correction, "record", fail)
    with pytest.raises(RuntimeError):
        correct()
    assert list_values("F146") == ["245"]


@pytest.mark.django_db(transaction=True)
def test_load_that_fails_half_way_leaves_the_records_as_they_were(
    facts, tmp_path, monkeypatch
):
    def fail(*loads, **entry):
        raise RuntimeError("the audit refuses")

    monkeypatch.setattr(places_folder, "record_load", fail)
    folder = write_facts(tmp_path / "new", checks=[])
    with pytest.raises(RuntimeError):
        load_facts(folder=folder, by="command")
    assert models.FactCheck.objects.count() == 3
    assert models.FactLoad.objects.get() == facts


def test_correction_outlives_a_new_load(facts, tmp_path):
    correct()
    load_facts(folder=write_facts(tmp_path / "new", checks=[]), by="command")
    assert list_values("F146") == ["245", "175"]
    assert get_register().checks == ()


def test_folder_may_take_a_correction_over(facts, tmp_path):
    correct()
    second = {"version": 2, "reason": "Corrected.", "known_on": "2019-08-05"}
    rows = [*make_fact_tables()["facts"], make_fact("F146", "175", **second)]
    load_facts(folder=write_facts(tmp_path / "new", facts=rows), by="command")
    assert list_values("F146") == ["245", "175"]


@pytest.mark.parametrize("forgets", [True, False])
def test_folder_that_speaks_against_a_correction_is_refused(facts, tmp_path, forgets):
    correct("F307", value=FactValue("range", "40000", "50000"))
    rows = [row for row in make_fact_tables()["facts"] if row["id"] != "F307"]
    if not forgets:
        same = {"kind": "range", "value_to": "50000", "known_on": "2019-08-05"}
        rows.append(make_fact("F307", "30000", **same))
        second = same | {"version": 2, "reason": "Another.", "value_to": "60000"}
        rows.append(make_fact("F307", "30000", **second))
    folder = write_facts(tmp_path / "new", facts=rows)

    with pytest.raises(InputError) as caught:
        load_facts(folder=folder, by="command")

    assert [fault.where for fault in caught.value.faults] == ["fact F307"]
    assert list_values("F307") == ["30,000 to 50,000", "40,000 to 50,000"]


def test_room_registers_what_rests_on_facts(facts, tmp_path):
    risk = FactCitation("F146", "risk", "R7", "Too few doctors", "/programme/risks/R7/")
    register_citations(by="command", room="programme", citations=[risk], at=NOON)
    load_facts(folder=write_facts(tmp_path / "new", checks=[]), by="command")
    assert risk in get_register().what_rests_on("F146")

    register_citations(by="command", room="programme", citations=[], at=NOON)
    assert risk not in get_register().what_rests_on("F146")


def test_citation_of_no_fact_is_refused(facts):
    row = FactCitation("F999", "page", "p", "P")
    with pytest.raises(UnknownNameError):
        register_citations(by="command", room="programme", citations=[row], at=NOON)


def test_register_is_empty_before_the_first_load():
    assert get_register() == FactRegister()


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 1},
        {"version": 2, "reason": ""},
        {"version": 2, "reason": None},
        {"version": 0, "reason": "Why."},
        {"version": 2, "reason": "Why.", "status": "guessed"},
        {"version": 1, "fact": "F998", "corrected_at": NOON},
    ],
)
def test_database_refuses_versions_that_cannot_be(facts, changed):
    first = models.FactVersion.objects.get(fact="F146")
    fields = {
        field.attname: getattr(first, field.attname)
        for field in first._meta.fields
        if field.attname != "id"
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        models.FactVersion.objects.create(**fields | changed)
