"""The draft of the example: opened once, and brought up to date with a new example."""

import pytest

from factories.initiative_plan import add_initiative_plan
from factories.plan_folder import write_rows
from factories.run_factory import NOON
from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence.store import dataset_path
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.operations.load import load_initiatives
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
TRACE = {"theme": "care", "heading": "efficiency", "delivery_share": 0.5}
LOCAL = {"id": "local-care", "name": "Nearer care", "owner": "New lead", **TRACE}
EARLY = {"id": "help-early", "name": "Help early", "owner": "Early lead", **TRACE}


def change_example(name, *rows):
    """Store another example that has these initiatives, and phasing of none."""
    dataset = add_initiative_plan(name=name, fingerprint=name * 8)
    folder = dataset_path(dataset)
    write_rows(folder / INITIATIVES.path, list(INITIATIVES.schema), rows)
    for part in ("effects", "phasing", "costs"):
        (folder / f"initiatives/{part}.csv").unlink()
    return dataset


def test_example_gets_one_draft_that_belongs_to_nobody(db):
    dataset = add_initiative_plan()

    first = load_initiatives(dataset=dataset, at=NOON)
    entries = AuditEntry.objects.count()

    assert load_initiatives(dataset=dataset, at=NOON) == first
    assert (Draft.objects.get().owner, AuditEntry.objects.count()) == (None, entries)
    assert [each.slug for each in Initiative.objects.all()] == [
        "local-care",
        "stay-at-home",
    ]


def test_new_example_changes_adds_and_withdraws_what_nobody_touched(db):
    load_initiatives(dataset=add_initiative_plan(), at=NOON)
    newer = change_example("newer", LOCAL, EARLY)

    draft = load_initiatives(dataset=newer, at=NOON)

    found = {each.slug: each for each in Initiative.objects.all()}
    assert (found["local-care"].name, found["local-care"].version) == ("Nearer care", 2)
    assert found["local-care"].rows["initiative_phasing"] == []
    assert found["help-early"].reference == "INI-03"
    assert found["stay-at-home"].withdrawn_reason == "The example has it no longer."
    draft.refresh_from_db()
    assert draft.dataset == newer


def test_what_somebody_changed_stays_as_they_left_it(db):
    load_initiatives(dataset=add_initiative_plan(), at=NOON)
    theirs = Initiative.objects.get(slug="local-care")
    save_record(by="somebody", record=theirs, changes={"owner": "Mine"}, at=NOON)

    load_initiatives(dataset=change_example("newer", LOCAL), at=NOON)

    kept = Initiative.objects.get(slug="local-care")
    assert (kept.name, kept.owner, kept.version) == ("Local care", "Mine", 2)
