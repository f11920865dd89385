"""A milestone slips, and the pounds that hang on it move."""

from datetime import date

import polars as pl
import pytest
from django.utils import timezone

from factories.page_words import say
from factories.programme_factory import (
    NOW,
    MilestoneFactory,
    ProjectFactory,
    SolutionLinkFactory,
)
from factories.register_factory import make_risk
from factories.run_factory import add_dataset, add_released_run, make_folders
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import (
    DeliveryProposal,
    MilestoneProject,
    RiskProject,
    SolutionLink,
)
from placeplan_web.programme.presenters.stake import say_at_stake
from placeplan_web.programme.queries.stake import Stakes
from placeplan_web.registers.operations import save_record

QUERIES, SOLUTION = 17, "local-care"


@pytest.fixture
def released(db, settings):
    """Give a released run of the tiny plan."""
    settings.MEDIA_ROOT, _, _ = make_folders()
    return add_released_run(
        add_dataset(title="The system", folder="datasets/tiny"), folder="runs/tiny"
    )


@pytest.fixture
def project(circle):
    return ProjectFactory(
        programme=circle.programme, reference="PRJ-CARE", name="Local care"
    )


@pytest.fixture
def milestone(circle, project):
    """Give a milestone that is due next year, so that nothing is late."""
    year = timezone.localdate().year + 1
    plain = MilestoneFactory.build(
        programme=circle.programme,
        reference="MS-01",
        printed="",
        baseline_starts_on=date(year, 3, 1),
        baseline_ends_on=date(year, 3, 31),
    )
    saved = save_record(by="tests", record=plain, changes={}, at=NOW)
    MilestoneProject.objects.create(milestone=saved, project=project)
    return saved


@pytest.fixture
def link_to_plan(circle, project):
    plain = SolutionLinkFactory.build(
        programme=circle.programme,
        project=project,
        reference="SOL-01",
        plan="tiny",
        solution=SOLUTION,
        share=0.5,
    )
    return save_record(by="tests", record=plain, changes={}, at=NOW)


def slip(client, circle, milestone, months=12):
    year = milestone.baseline_ends_on.year + months // 12
    sent = {
        "forecast_starts_on": f"{year}-03-01",
        "forecast_ends_on": f"{year}-03-31",
        "reason": "Approval is late",
    }
    return client.post(circle.link("milestones/MS-01/do/slip/"), sent, follow=True)


def test_slipped_milestone_moves_the_figure_and_proposes(
    keeper, circle, released, milestone, link_to_plan
):
    before = say(keeper.get(circle.link("at-stake/")))
    assert "By its dates nothing of the plan is at stake." in before

    said = say(slip(keeper, circle, milestone))

    after = say(keeper.get(circle.link("at-stake/")))
    assert "What it means for the plan waits for a decision" in said
    assert (
        "of the plan hangs on what slips, over all its years: 1 project slip" in after
    )
    assert "waits for a decision" in after
    proposal = DeliveryProposal.objects.get()
    assert proposal.delay_days == 365 + (
        milestone.baseline_ends_on.year % 4 == 3
    )  # a leap year lies between
    assert AuditEntry.objects.filter(verb="propose-delivery").count() == 1


@pytest.mark.parametrize(
    ("pounds", "said"),
    [
        (12_340.0, "£12,340"),
        (0.6, "Less than £1"),
        (0.4, "Less than £1"),
        (0.0, ""),
        (0.004, ""),  # rows are kept to the penny
        (-5.0, ""),
    ],
)
def test_less_than_a_pound_at_stake_is_not_nothing(pounds, said):
    stakes = Stakes(pl.DataFrame({"at_stake_pounds": [pounds]}), None)

    assert say_at_stake(stakes) == said


def test_solution_has_a_name_and_its_share_in_per_cent(
    keeper, circle, released, link_to_plan
):
    page = say(keeper.get(circle.link("solutions/SOL-01/")))
    listed = say(keeper.get(circle.link("solutions/")))

    assert page.startswith("Local care - Placeplan")
    assert "Share that hangs on the project 50%" in page
    assert "Local care" in listed
    assert "50%" in listed
    file = keeper.get(circle.link("solutions/register.csv")).content.decode()
    assert ",0.5," in file  # a file is read back


def test_slip_that_fails_leaves_neither_forecast_nor_proposal(
    keeper, circle, released, milestone, link_to_plan, monkeypatch
):
    from placeplan_web.programme.operations import slip_effect

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(slip_effect, "refresh_proposal", fail)
    keeper.raise_request_exception = False
    entries = AuditEntry.objects.count()

    assert slip(keeper, circle, milestone).status_code == 500

    milestone.refresh_from_db()
    assert milestone.forecast_ends_on is None
    assert not DeliveryProposal.objects.exists()
    assert AuditEntry.objects.count() == entries


def test_office_decides_and_what_is_taken_counts(
    keeper, reader, circle, released, milestone, link_to_plan
):
    slip(keeper, circle, milestone)
    page = circle.link("solutions/SOL-01/")
    decide = f"{page}do/decide/"

    assert "Decide on the proposal" not in say(reader.get(page))
    assert reader.get(decide).status_code == 403
    assert "Proposed: delivery" in say(keeper.get(decide))
    said = keeper.post(decide, {"verdict": "take", "reason": "The board"}, follow=True)

    assert "was taken" in say(said)
    taken = SolutionLink.objects.get()
    assert taken.delay_days == DeliveryProposal.objects.get().delay_days
    assert "Proposed: delivery" not in say(keeper.get(page))


def test_share_of_the_gap_is_told_by_risk_and_on_front_and_money(
    client, circle, released, milestone, link_to_plan, project
):
    circle.programme.is_open = True
    save_record(by="tests", record=circle.programme, changes={"is_open": True}, at=NOW)
    risk = make_risk(circle, reference="RSK-02", title="Too few people")
    RiskProject.objects.create(risk=risk, project=project)

    page = say(client.get(circle.link("at-stake/")))
    assert "hangs on 1 risk: RSK-02 (illustrative)" in page
    assert "Too few people" in page
    for url in ("/", "/money/"):
        content = client.get(url).content.decode()
        assert f"{circle.programme.slug}/at-stake/#by-risk" in content
        assert "Of what the plan closes," in content


def test_picture_and_files_hold_the_same_pounds(
    keeper, circle, released, milestone, link_to_plan
):
    slip(keeper, circle, milestone)

    drawn = keeper.get(circle.link("at-stake.svg"))
    small = keeper.get(circle.link("at-stake.svg?for=phone"))
    table = keeper.get(circle.link("at-stake.csv")).content.decode()

    assert drawn["Content-Type"] == small["Content-Type"] == "image/svg+xml"
    assert len({drawn.content, small.content}) == 2
    assert table.splitlines()[0].startswith("Year,Solution,Project,")
    assert keeper.get(circle.link("at-stake.xlsx")).status_code == 200


def test_without_a_released_run_the_page_says_what_would_be_here(keeper, circle):
    words = say(keeper.get(circle.link("at-stake/")))

    assert "Nothing can be said in pounds" in words
    assert keeper.get(circle.link("at-stake.svg")).status_code == 404
    assert keeper.get(circle.link("at-stake.csv")).status_code == 404


def test_stranger_reads_nothing_of_a_closed_programme(client, circle):
    assert client.get(circle.link("at-stake/")).status_code in {302, 403}


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_whatever_hangs(
    count, keeper, circle, released, django_assert_num_queries
):
    for at in range(count):
        project = ProjectFactory(programme=circle.programme, reference=f"PRJ-{at}")
        risk = make_risk(circle, reference=f"RSK-{at}")
        RiskProject.objects.create(risk=risk, project=project)
        SolutionLinkFactory(
            programme=circle.programme, project=project, plan="tiny", solution=SOLUTION
        )
        MilestoneFactory(programme=circle.programme, projects=[project])
    keeper.get(circle.link("at-stake/"))

    with django_assert_num_queries(QUERIES):
        keeper.get(circle.link("at-stake/"))
