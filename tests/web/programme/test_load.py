"""Kent and Medway's programme is loaded whole, once, and nothing is filled in."""

from datetime import date
from pathlib import Path

import pytest

from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.models import FactCitation
from placeplan_web.performance.operations import load_performance
from placeplan_web.places import folder
from placeplan_web.programme import models
from placeplan_web.programme.operations import load
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def test_papers_are_loaded_whole(loaded):
    programme = models.Programme.objects.get(slug="system-transformation-2019")
    projects = models.Project.objects.filter(programme=programme)

    assert programme.milestones.count() == 17
    assert models.KeyDate.objects.count() == 14  # of three programmes
    assert programme.risks.count() == 15
    assert programme.assumptions.count() == 8
    assert projects.filter(kind="workstream").count() == 10
    assert programme.resources.count() == 8
    assert programme.benefits.count() == 7
    assert programme.impactdomains.count() == 6
    assert models.Programme.objects.count() == 3


def test_control_sheets_are_loaded_version_by_version(loaded):
    versions = models.DocumentVersion.objects
    counted = {
        document.reference: versions.filter(document=document).count()
        for document in models.ControlledDocument.objects.all()
    }
    first = models.ControlledDocument.objects.get(reference="DOC-STP-ID-2016")

    assert counted == {"DOC-PID-2019": 10, "DOC-STP-ID-2016": 4}
    assert set(versions.values_list("state", flat=True)) == {"drafted"}
    assert "NHS England" in first.distribution_words
    assert models.DocumentRecipient.objects.count() == 0  # a paper names no post


def test_no_risk_has_a_score_that_no_paper_gave(loaded):
    assert models.RiskScore.objects.count() == 0
    assert models.Risk.objects.filter(current_score__isnull=False).count() == 0


def test_season_has_no_days(loaded):
    season = models.KeyDate.objects.get(reference="DT-14")

    assert (season.printed, season.starts_on) == ("2017 summer/autumn", None)


def test_milestone_of_two_months_is_an_interval_of_its_project(loaded):
    milestone = models.Milestone.objects.get(reference="MS-13")

    assert milestone.printed == "September / October 2019"
    assert milestone.baseline_starts_on == date(2019, 9, 1)
    assert milestone.baseline_ends_on == date(2019, 10, 31)
    assert [each.reference for each in milestone.projects.all()] == ["PRJ-SC"]
    assert milestone.status == "published"


def test_tie_that_we_assumed_says_so(loaded):
    statuses = models.MilestoneDependency.objects.values_list("status", flat=True)

    assert sorted(set(statuses)) == ["illustrative", "published"]
    assert set(models.SolutionLink.objects.values_list("status", flat=True)) == {
        "illustrative"
    }


def test_same_folder_again_writes_nothing(loaded):
    entries = AuditEntry.objects.count()

    again = load.load_programme(folder=EXAMPLE, by=BY, at=NOW)

    assert again == loaded
    assert AuditEntry.objects.count() == entries


def test_what_somebody_changed_outlives_another_load(loaded, monkeypatch):
    risk = models.Risk.objects.get(reference="RSK-08")
    save_record(by="office", record=risk, changes={"cause": "few apply"}, at=NOW)
    monkeypatch.setattr(folder, "digest_files", lambda _: "0" * 64)
    entries = AuditEntry.objects.count()

    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)

    risk.refresh_from_db()
    assert (risk.cause, risk.version) == ("few apply", 2)
    assert AuditEntry.objects.count() == entries + 1  # of the load alone


def test_load_that_fails_leaves_nothing(db, monkeypatch):
    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(load, "_write_solutions", fail)

    with pytest.raises(RuntimeError):
        load.load_programme(folder=EXAMPLE, by=BY, at=NOW)

    assert models.Programme.objects.count() == 0
    assert AuditEntry.objects.count() == 0


def test_benefit_stands_under_the_facts_that_state_its_indicator(tmp_path):
    load_performance(folder=EXAMPLE, by=BY)
    load_facts(folder=EXAMPLE, by=BY)
    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)
    page = "/programme/system-transformation-2019/benefits/BEN-02/"
    rests = get_register().what_rests_on("F103")  # A&E at East Kent
    resting = [(each.kind, each.address) for each in rests]
    assert ("benefit", page) in resting
    of_others = get_register().what_rests_on("F220")  # A&E of another system
    assert "benefit" not in {each.kind for each in of_others}


def test_what_rests_on_facts_that_came_later_is_registered_at_the_next_load(loaded):
    assert FactCitation.objects.filter(room="programme").count() == 0
    load_performance(folder=EXAMPLE, by=BY)
    load_facts(folder=EXAMPLE, by=BY)
    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)
    cited = FactCitation.objects.filter(room="programme")
    entries = AuditEntry.objects.filter(kind="evidence.citations")
    assert set(cited.values_list("fact", flat=True)) == {
        *("F101", "F102", "F103", "F104", "F105")
    }
    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)
    assert entries.count() == 1


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        ({"table": "solutions", "entry": "provider-productivity"}, "assumption"),
        ({"table": "solutions", "entry": ""}, "assumption"),
        ({"table": "solutions", "entry": "digital"}, None),
        ({"table": "no-table", "entry": ""}, None),
    ],
)
def test_assumption_stands_under_the_facts_of_the_input_it_moves(loaded, made, kind):
    load_facts(folder=EXAMPLE, by=BY)
    assumption = models.Assumption.objects.get(reference="ASM-05")
    models.AssumptionInput.objects.create(
        assumption=assumption, plan="p", source="ours", status="illustrative", **made
    )
    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)
    found = {
        each.kind
        for each in get_register().what_rests_on("F336")
        if each.address.endswith("/ASM-05/")
    }
    assert found == ({kind} if kind else set())


def test_record_whose_words_name_a_fact_stands_under_it(loaded):
    load_facts(folder=EXAMPLE, by=BY)
    risk = models.Risk.objects.get(reference="RSK-01")
    save_record(
        by=BY, record=risk, changes={"cause": "Too few doctors (F146)."}, at=NOW
    )
    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)
    rests = get_register().what_rests_on("F146")
    assert [each.title for each in rests if each.kind == "risk"] == [risk.title]
    assert [each.kind for each in rests if each.kind == "solution"] == []


def test_programme_that_few_may_read_says_nothing_of_its_records(loaded):
    load_facts(folder=EXAMPLE, by=BY)
    risk = models.Risk.objects.get(reference="RSK-01")
    programme = risk.programme
    for record, changes in (
        (risk, {"cause": "Too few doctors (F146)."}),
        (programme, {"is_open": False}),
    ):
        save_record(by="somebody", record=record, changes=changes, at=NOW)
    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)
    assert not FactCitation.objects.filter(room="programme", fact="F146").exists()
