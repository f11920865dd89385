"""Kent and Medway's programme is loaded whole, once, and nothing is filled in."""

from datetime import date
from pathlib import Path

import pytest

from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
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
    monkeypatch.setattr(load, "sha256", _other_fingerprint)
    entries = AuditEntry.objects.count()

    load.load_programme(folder=EXAMPLE, by=BY, at=NOW)

    risk.refresh_from_db()
    assert (risk.cause, risk.version) == ("few apply", 2)
    assert AuditEntry.objects.count() == entries + 1  # of the load alone


class _other_fingerprint:  # noqa: N801 - stands for a function
    def __init__(self, _):
        pass

    def hexdigest(self):
        return "0" * 64


def test_load_that_fails_leaves_nothing(db, monkeypatch):
    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(load, "_write_solutions", fail)

    with pytest.raises(RuntimeError):
        load.load_programme(folder=EXAMPLE, by=BY, at=NOW)

    assert models.Programme.objects.count() == 0
    assert AuditEntry.objects.count() == 0
