"""What a decision rested on, when it moves; and facts that say what rests on them."""

from datetime import date, timedelta

import pytest

from factories.committee import NOON, make_committee
from factories.fact_factory import write_facts
from factories.programme_factory import BY
from factories.run_factory import add_dataset, add_released_run
from placeplan.evidence import FactValue
from placeplan_web.evidence.fact_correction import correct_fact
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.models import FactCitation
from placeplan_web.governance.operations.decision import (
    DecisionWords,
    Evidence,
    record_decision,
)
from placeplan_web.governance.queries.evidence_changed import (
    list_changed_decisions,
    list_decisions_on_fact,
    list_evidence,
)

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=10)
SHORTFALL = "F146"


@pytest.fixture
def facts(tmp_path):
    return load_facts(folder=write_facts(tmp_path / "facts"), by="command", at=NOON)


def _decide(*evidence, **group):
    committee = make_committee()
    for name, value in group.items():
        setattr(committee.group, name, value)
    committee.group.save()
    committee.begin()
    words = DecisionWords("note", "Doctors", "More doctors are needed.")
    return record_decision(
        by=BY, item=committee.open(), words=words, at=LATER, evidence=evidence
    )


def _correct(value):
    return correct_fact(
        by=BY,
        fact=SHORTFALL,
        value=FactValue("number", value),
        reason="The booklet gives another figure.",
        known_on=date(2019, 8, 5),
        source="second-paper",
        document="The booklet",
        heading="Why things need to change",
        seen_version=1,
        at=LATER,
    )


def test_corrected_shortfall_of_doctors_lights_up_what_rested_on_it(facts):
    made = _decide(Evidence("fact", SHORTFALL, "Doctors that are short"))
    other = _decide(Evidence("fact", "F297", "The booklet"))
    assert list_changed_decisions() == {}

    _correct("175")

    changed = list_changed_decisions()
    assert list(changed) == [made.pk]
    (evidence,) = changed[made.pk]
    assert (evidence.cited.evidence_version, evidence.version_now) == ("1", "2")
    assert [each.has_changed for each in list_evidence(other)] == [False]
    assert list_decisions_on_fact(SHORTFALL) == [made]


def test_newer_released_run_of_the_same_plan_lights_up_what_rested_on_the_older():
    dataset = add_dataset()
    cited = add_released_run(dataset, released_at=NOON)
    made = _decide(Evidence("run", str(cited.public_id), "The plan of 2019"))
    assert list_changed_decisions() == {}

    newer = add_released_run(dataset, released_at=LATER)

    (evidence,) = list_changed_decisions()[made.pk]
    assert evidence.version_now == str(newer.public_id)


def test_fact_lists_the_decision_that_rests_on_it(facts):
    made = _decide(Evidence("fact", SHORTFALL, "Doctors that are short"))

    row = FactCitation.objects.get(room="governance")

    assert (row.fact, row.kind, row.identifier) == (
        SHORTFALL,
        "decision",
        made.reference,
    )
    assert row.address == f"/governance/decisions/{made.reference}/"


def test_fact_is_silent_about_what_a_group_decided_in_private(facts):
    _decide(Evidence("fact", SHORTFALL, "Doctors that are short"), is_public=False)

    assert FactCitation.objects.filter(room="governance").count() == 0
