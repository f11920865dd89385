"""A record is written whole: its version, its history, its audit row, or nothing."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import Milestone, Resource, Risk
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.models import UntracedWriteError
from placeplan_web.registers.operations import (
    restore_record,
    save_record,
    withdraw_record,
)

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def _save(record, changes, **more):
    return save_record(**{"by": BY, "at": NOW, **more}, record=record, changes=changes)


def test_new_record_is_version_one_with_the_next_reference():
    programme = make.ProgrammeFactory()
    make.RiskFactory(programme=programme, reference="RSK-09")
    make.RiskFactory(reference="RSK-40")  # of another programme

    risk = _save(Risk(programme=programme), {"title": "Too few people"})

    assert (risk.reference, risk.version) == ("RSK-10", 1)
    assert (risk.changed_by, risk.changed_at) == (BY, NOW)
    assert risk.history.get().title == "Too few people"
    assert risk.history.get().history_date == NOW


def test_audit_holds_numbers_and_days_and_no_words():
    programme = make.ProgrammeFactory()

    _save(
        Resource(programme=programme),
        {"role": "Nurse named Ann", "wte": "0.4", "starts_on": date(2019, 9, 1)},
    )

    entry = AuditEntry.objects.get()
    assert (entry.by, entry.verb, entry.kind) == (BY, "add", "programme.resource")
    assert entry.read_changes() == {
        "programme": [None, programme.pk],
        "public_id": [None, entry.identifier],
        "reference": "changed",
        "role": "changed",
        "status": [None, "recorded"],
        "wte": [None, "0.4"],
        "starts_on": [None, "2019-09-01"],
        "version": 1,
    }


def test_change_makes_a_version_and_leaves_the_one_before_in_the_history():
    risk = make.RiskFactory(title="Too few people")

    changed = _save(
        risk, {"title": "Too few nurses"}, at=LATER, reason="said the board"
    )

    assert (changed.title, changed.version) == ("Too few nurses", 2)
    versions = risk.history.order_by("version").values_list(
        "title", "history_change_reason"
    )
    assert list(versions) == [
        ("Too few people", None),
        ("Too few nurses", "said the board"),
    ]


def test_change_that_changes_nothing_writes_nothing():
    risk = make.RiskFactory()

    same = _save(risk, {"title": risk.title})

    assert (same.version, AuditEntry.objects.count()) == (1, 0)


def test_change_writes_only_what_was_asked_for():
    risk = make.RiskFactory()
    _save(Risk.objects.get(), {"cause": "few apply"})

    _save(risk, {"effect": "work stops"})  # read before the other wrote

    kept = Risk.objects.get()
    assert (kept.cause, kept.effect, kept.version) == ("few apply", "work stops", 3)


def test_second_editor_is_told_and_sees_both_versions():
    risk = make.RiskFactory(title="Too few people", cause="")
    _save(risk, {"title": "Too few nurses"}, by="first")

    with pytest.raises(ClashError) as clash:
        _save(
            risk,
            {"title": "Too few doctors", "cause": "pay"},
            by="second",
            expected_version=1,
        )

    assert clash.value.current.changed_by == "first"
    assert clash.value.compare() == {
        "title": ("Too few people", "Too few nurses", "Too few doctors"),
        "cause": ("", "", "pay"),
    }
    assert clash.value.list_disputed() == ["title"]
    assert Risk.objects.get().title == "Too few nurses"


def test_every_fault_is_told_at_once():
    with pytest.raises(ValidationError) as refused:
        _save(
            Milestone(programme=make.ProgrammeFactory(), reference="ms 1"),
            {"title": "", "baseline_starts_on": date(2019, 9, 1), "judged_rag": "blue"},
        )

    assert set(refused.value.error_dict) == {
        "reference",
        "title",
        "baseline_ends_on",
        "judged_rag",
    }
    assert AuditEntry.objects.count() == 0


def test_audit_that_fails_undoes_the_write(monkeypatch):
    risk = make.RiskFactory(title="Too few people")

    def fail(**_):
        raise RuntimeError("no audit")

    monkeypatch.setattr("placeplan_web.registers.operations.add_entry", fail)

    with pytest.raises(RuntimeError):
        _save(risk, {"title": "Too few nurses"})

    kept = Risk.objects.get()
    assert (kept.title, kept.version, kept.history.count()) == ("Too few people", 1, 1)


def test_withdrawn_record_stays_with_its_reason_and_comes_back():
    risk = make.RiskFactory()

    gone = withdraw_record(by=BY, record=risk, reason=" twice in the list ", at=NOW)
    assert (gone.is_withdrawn, gone.withdrawn_reason) == (True, "twice in the list")
    with pytest.raises(ValidationError, match="restore it first"):
        _save(gone, {"title": "x"})
    back = restore_record(by=BY, record=gone, at=LATER)

    assert (back.is_withdrawn, back.withdrawn_reason, back.version) == (False, "", 3)
    verbs = [entry.verb for entry in AuditEntry.objects.all()]
    assert verbs == ["withdraw", "restore"]


def test_withdrawal_needs_a_reason_and_happens_once():
    risk = make.RiskFactory()
    with pytest.raises(ValidationError, match="Say why"):
        withdraw_record(by=BY, record=risk, reason=" ", at=NOW)
    with pytest.raises(ValidationError, match="not withdrawn"):
        restore_record(by=BY, record=risk, at=NOW)
    withdraw_record(by=BY, record=risk, reason="merged", at=NOW)

    with pytest.raises(ValidationError, match="withdrawn already"):
        withdraw_record(by=BY, record=risk, reason="merged", at=NOW)


@pytest.mark.parametrize("operation", [withdraw_record, restore_record])
def test_older_version_is_not_withdrawn_or_restored(operation):
    risk = _save(make.RiskFactory(), {"cause": "pay"})
    why = {"reason": "merged"} if operation is withdraw_record else {}

    with pytest.raises(ClashError):
        operation(by=BY, record=risk, at=NOW, expected_version=1, **why)


@pytest.mark.parametrize(
    "write",
    [
        lambda: Risk.objects.update(title="x"),
        lambda: Risk.objects.filter(pk=1).delete(),
        lambda: Risk.objects.bulk_update([], ["title"]),
    ],
    ids=["update", "delete", "bulk_update"],
)
def test_write_past_the_history_is_refused(write):
    with pytest.raises(UntracedWriteError):
        write()
