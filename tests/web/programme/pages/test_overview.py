"""A board reads in a minute how the programme stands, on any day."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import programme_factory as make
from factories.page_words import say
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.models import ScoreKind
from placeplan_web.programme.operations.milestone import (
    judge_milestone,
    slip_milestone,
)
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"
FIRST_LATE = [f"MS-0{number}" for number in range(1, 9)]
KENT = "/programme/system-transformation-2019/"


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return found.group(1).strip() if found else ""


def list_late(page):
    """Give the references of the section on what is late."""
    section = page.split('id="late"')[1].split('id="due"')[0]
    return re.findall(r">(MS-\d+) ", section)


def test_milestone_of_two_months_is_on_time_on_the_last_day_and_late_after(
    client, loaded
):
    last = read(client, KENT, as_at="2019-10-31")
    after = read(client, KENT, as_at="2019-11-01")

    assert (list_late(last), list_late(after)) == ([*FIRST_LATE], [*FIRST_LATE])
    assert (last.count(">MS-13 "), after.count(">MS-13 ")) == (1, 0)  # due, then late
    assert find_finding(last) == (
        "Of 17 milestones 12 are late, 2 are on time, 3 are not due yet and none is "
        "recorded as reached. 15 risks, none has a score: the papers give none."
    )
    assert find_finding(after).startswith(
        "Of 17 milestones 13 are late, 1 is on time, 3 are not due yet"
    )


def test_day_before_the_papers_knows_nothing(client, loaded):
    load_registry(folder=EXAMPLE, by="tests")
    page = read(client, KENT, as_at="2019-07-31")

    assert find_finding(page) == (
        "Nothing is known of milestones here on 31 July 2019."
    )


@pytest.fixture
def programme(db):
    return make.ProgrammeFactory(is_open=True, slug="ours", name="Ours")


def test_date_that_was_moved_later_is_not_known_before(client, programme):
    milestone = make.MilestoneFactory(programme=programme, reference="MS-01")
    slip_milestone(
        by="tests",
        milestone=milestone,
        forecast_starts_on=date(2019, 12, 1),
        forecast_ends_on=date(2019, 12, 31),
        reason="two boards meet in December",
        at=make.NOW.replace(month=11, day=20),
    )

    before = read(client, "/programme/ours/", as_at="2019-11-19")
    after = read(client, "/programme/ours/", as_at="2019-11-20")

    assert ("December 2019" in before, "December 2019" in after) == (False, True)
    assert "two boards meet in December" in after


def test_judgement_stands_beside_the_dates_with_its_words(client, programme):
    project = make.ProjectFactory(programme=programme, name="One commissioner")
    milestone = make.MilestoneFactory(
        programme=programme, reference="MS-01", projects=[project]
    )
    judge_milestone(
        by="tests",
        milestone=milestone,
        colour="amber",
        words="nobody has applied",
        as_at=date(2019, 8, 1),
        at=make.NOW,
    )

    page = say(client.get("/programme/ours/", {"as_at": "2019-08-02"}))

    assert "MS-01 is judged Amber: nobody has applied" in page


def test_highest_risk_stands_first_and_the_unscored_are_counted(client, programme):
    for number, likelihood in ((1, 2), (2, 4), (3, None)):
        risk = make.RiskFactory(programme=programme, reference=f"RSK-0{number}")
        if likelihood:
            add_score(
                by="tests",
                risk=risk,
                kind=ScoreKind.CURRENT,
                impact=2,
                likelihood=likelihood,
                reason="first review",
                scored_on=date(2019, 7, 31),
                at=make.NOW,
            )

    page = read(client, "/programme/ours/")

    assert "3 risks: 1 at or above the threshold, 1 without a score." in page
    assert page.index(">RSK-02 ") < page.index(">RSK-01 ")


def test_programme_that_is_not_open_is_shown_to_those_with_a_part(client):
    part = make.ProgrammeRoleFactory(role="reader", programme__slug="shut")
    reader = make.PostHoldingFactory(post=part.post).user

    assert client.get("/programme/shut/").status_code == 403
    assert "System transformation" not in read(client, "/programme/")
    client.force_login(reader)
    assert client.get("/programme/shut/").status_code == 200
    assert "System transformation" in read(client, "/programme/")


def test_unknown_programme_is_not_found(client, db):
    assert client.get("/programme/nothing/").status_code == 404


def count_queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        read(client, url)
    return len(queries)


@pytest.mark.parametrize("rest", ["", "?as_at=2019-11-01"])
def test_page_asks_as_often_for_three_as_for_one(client, programme, rest):
    def add(number):
        project = make.ProjectFactory(programme=programme)
        make.MilestoneFactory(programme=programme, projects=[project])
        risk = make.RiskFactory(programme=programme)
        make.RiskScoreFactory(risk=risk)
        make.KeyDateFactory(programme=programme)

    add(1)
    read(client, f"/programme/ours/{rest}")
    one = count_queries(client, f"/programme/ours/{rest}")
    add(2)
    add(3)

    assert count_queries(client, f"/programme/ours/{rest}") == one


def test_list_asks_as_often_for_three_programmes_as_for_one(client, programme):
    make.MilestoneFactory(programme=programme)
    one = count_queries(client, "/programme/")
    for _ in range(2):
        make.MilestoneFactory(programme=make.ProgrammeFactory(is_open=True))

    assert count_queries(client, "/programme/") == one
    assert find_finding(read(client, "/programme/", as_at="2019-11-01")).startswith(
        "3 programmes; in "
    )


def test_every_register_is_one_step_away(client, loaded):
    page = read(client, KENT)

    for register in ("risks", "documents", "assessments", "service-changes"):
        assert f'href="{KENT}{register}/"' in page
