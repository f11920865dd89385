"""A new version of the plan: checked whole, stored, on the record, or refused."""

from datetime import timedelta

import pytest

from factories.run_factory import NOON
from placeplan.errors import InputError
from placeplan.plan import Plan
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.store import dataset_path
from placeplan_web.initiatives.models import Initiative, PlanVersion
from placeplan_web.initiatives.operations import version as version_operation
from placeplan_web.initiatives.operations.version import make_version
from placeplan_web.initiatives.queries.draft import list_initiatives, write_tables
from placeplan_web.initiatives.queries.folder import digest_tables
from placeplan_web.registers.operations import save_record, withdraw_record

pytestmark = pytest.mark.django_db
HOME = "/initiatives/tiny/"


def change(reference, **fields):
    record = Initiative.objects.get(reference=reference)
    return save_record(by="command", record=record, changes=fields, at=NOON)


def change_size(low):
    record = Initiative.objects.get(reference="INI-01")
    effect = {**record.rows["initiative_effects"][0], "remaining_low": low}
    return change("INI-01", rows={**record.rows, "initiative_effects": [effect]})


def digest(draft):
    return digest_tables(draft.dataset, write_tables(list_initiatives(draft)))


def make(draft, planner, **more):
    fields = {"title": "With more", "reason": "To see.", "digest": digest(draft)}
    return make_version(by=planner, draft=draft, at=NOON, **fields | more)


def read_files(dataset):
    folder = dataset_path(dataset)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_new_plan_folder_has_the_old_files_but_those_that_differ(draft, planner):
    old = draft.dataset
    change_size("0.6")

    made = make(draft, planner)

    before, after = read_files(old), read_files(made.dataset)
    assert {name for name in before if before[name] != after[name]} == {
        "initiatives/effects.csv"
    }
    assert set(before) == set(after)
    row = Plan.from_folder(dataset_path(made.dataset)).tables["initiative_effects"]
    assert sorted(row["remaining_low"]) == [0.6, 0.7]
    assert (made.came_from, made.dataset.title) == (old, "With more")
    assert made.dataset.owner == planner
    draft.refresh_from_db()
    assert draft.dataset == made.dataset


def test_version_and_its_plan_folder_stand_in_the_audit(draft, planner):
    change_size("0.6")

    made = make(draft, planner)

    entries = AuditEntry.objects.filter(
        identifier__in=[str(made.public_id), str(made.dataset.public_id)]
    )
    assert {(each.kind, each.verb) for each in entries} == {
        ("dataset", "add"),
        ("initiatives.planversion", "add"),
    }


def test_plan_that_the_library_refuses_is_not_stored(draft, planner):
    record = Initiative.objects.get(reference="INI-01")
    falling = [
        {"year": "2017", "delivered_share": "0.9"},
        {"year": "2018", "delivered_share": "0.2"},
    ]
    trace = {"source": "made-up", "status": "illustrative"}
    rows = [{**row, **trace} for row in falling]
    change("INI-01", rows={**record.rows, "initiative_phasing": rows}, source="nowhere")

    with pytest.raises(InputError) as refused:
        make(draft, planner)

    assert sorted({fault.file for fault in refused.value.faults}) == [
        "initiatives/initiatives.csv",
        "initiatives/phasing.csv",
    ]
    assert Dataset.objects.count() == 1
    assert not PlanVersion.objects.exists()
    folders = list(dataset_path(draft.dataset).parent.iterdir())
    assert folders == [dataset_path(draft.dataset)]


def test_faults_stand_on_the_page_before_anything_is_made(draft, signed_in):
    change("INI-01", source="nowhere")

    page = " ".join(signed_in.get(HOME).content.decode().split())

    assert "Why the plan would be refused as it stands" in page
    assert "initiatives/initiatives.csv" in page
    assert "Make a new version" not in page


def test_nothing_is_made_where_nothing_differs(draft, planner):
    with pytest.raises(RefusedError, match="Nothing differs"):
        make(draft, planner)


def test_draft_that_moved_on_is_looked_at_again(draft, planner):
    seen = digest(draft)
    change_size("0.6")

    with pytest.raises(RefusedError, match="Somebody changed the draft"):
        make(draft, planner, digest=seen)


def test_failure_after_the_folder_is_stored_leaves_nothing(draft, planner, monkeypatch):
    def fail(**_):
        raise RuntimeError("The database is away.")

    monkeypatch.setattr(version_operation, "append_row", fail)
    change_size("0.6")

    with pytest.raises(RuntimeError):
        make(draft, planner)

    assert Dataset.objects.count() == 1
    folders = list(dataset_path(draft.dataset).parent.iterdir())
    assert folders == [dataset_path(draft.dataset)]


def test_withdrawn_initiative_leaves_the_plan_with_all_its_rows(draft, planner):
    record = Initiative.objects.get(reference="INI-01")
    withdraw_record(by="command", record=record, reason="Not now.", at=NOON)

    made = make(draft, planner)

    tables = Plan.from_folder(dataset_path(made.dataset)).tables
    assert list(tables["initiatives"]["id"]) == ["stay-at-home"]
    assert list(tables["initiative_phasing"]["initiative"]) == ["stay-at-home"]
    assert "initiatives/costs.csv" not in read_files(made.dataset)


def test_page_makes_a_version_and_shows_what_differs(draft, signed_in):
    change_size("0.6")
    seen = {"digest": digest(draft), "title": "With more", "reason": "To see."}

    answer = signed_in.post(f"{HOME}version/", seen)

    made = PlanVersion.objects.get()
    assert answer.headers["Location"] == f"{HOME}versions/{made.public_id}/"
    page = " ".join(signed_in.get(answer.headers["Location"]).content.decode().split())
    assert "1 row changed." in page
    assert "local-care, avoidance, emergency_spell: remaining low" in page
    assert "Run this plan" in page
    assert "Nothing differs." in signed_in.get(HOME).content.decode()


def test_past_day_shows_what_differed_then(draft, planner, signed_in):
    change_size("0.6")
    record = Initiative.objects.get(reference="INI-01")
    later = {"owner": "Chief nurse"}
    save_record(by="command", record=record, changes=later, at=NOON + timedelta(days=3))
    fields = {"title": "With more", "reason": "To see.", "digest": digest(draft)}
    at = NOON + timedelta(days=4)
    make_version(by=planner, draft=draft, at=at, **fields)

    page = signed_in.get(f"{HOME}?as_at=2019-07-13").content.decode()

    assert "Shown as it was known on 13 July 2019." in page
    assert "<p>1 row changed.</p>" in page
    assert "Chief nurse" not in page
    assert "With more" not in page
    today = signed_in.get(HOME).content.decode()
    assert "<p>Nothing differs.</p>" in today
    assert "With more" in today


def test_version_without_a_reason_is_asked_for_one(draft, signed_in):
    change_size("0.6")
    seen = {"digest": digest(draft), "title": "With more", "reason": ""}

    answer = signed_in.post(f"{HOME}version/", seen)

    assert answer.status_code == 422
    assert "Say why it is made" in answer.content.decode()
