"""A highlight report is made of records, for any days, and leaves as a file."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import programme_factory as make
from factories.page_words import say
from placeplan_web.programme.models import ScoreKind
from placeplan_web.programme.operations.milestone import (
    complete_milestone,
    slip_milestone,
)
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.programme.presenters.highlight import find_period

pytestmark = pytest.mark.django_db
OURS = "/programme/ours/highlight"


@pytest.fixture
def programme(db):
    return make.ProgrammeFactory(is_open=True, slug="ours", name="Ours [1]")


def read_parts(client, url, **query):
    answer = client.get(url, query)
    assert answer.status_code == 200
    parts = {}
    for row in csv.DictReader(io.StringIO(answer.content.decode())):
        parts.setdefault(row["part"], []).append(row["sentence"])
    return parts


def test_report_tells_what_was_reached_moved_and_scored_within_its_days(
    client, programme
):
    reached = make.MilestoneFactory(programme=programme, reference="MS-01")
    moved = make.MilestoneFactory(programme=programme, reference="MS-02", title="Open")
    risk = make.RiskFactory(programme=programme, reference="RSK-01", title="Money")
    for on, likelihood in ((date(2019, 8, 5), 3), (date(2019, 9, 5), 4)):
        add_score(
            by="tests",
            risk=risk,
            kind=ScoreKind.CURRENT,
            impact=2,
            likelihood=likelihood,
            reason="reviewed",
            scored_on=on,
            at=datetime(2019, 9, 6, tzinfo=UTC),
        )
    complete_milestone(
        by="tests",
        milestone=reached,
        finished_on=date(2019, 9, 9),
        at=datetime(2019, 9, 9, 12, tzinfo=UTC),
    )
    slip_milestone(
        by="tests",
        milestone=moved,
        forecast_starts_on=date(2019, 11, 1),
        forecast_ends_on=date(2019, 11, 30),
        reason="a board meets later",
        at=datetime(2019, 9, 10, tzinfo=UTC),
    )
    period = {"from": "2019-09-01", "to": "2019-09-30"}

    parts = read_parts(client, f"{OURS}.csv", **period)

    assert parts["How the programme stands"] == [
        "Of 2 milestones 1 is complete, 1 is late."
    ]
    assert parts["Reached since 1 September 2019"] == [
        "MS-01 Accountable officer appointed, on 9 September 2019."
    ]
    assert parts["Dates that moved"] == [
        "MS-02 Open: expected November 2019, before September / October 2019."
    ]
    assert parts["Risks"] == [
        "1 risk is open: 1 at or above the threshold, 0 without a score.",
        "RSK-01 Money: up from 6 to 8, High.",
    ]
    early = read_parts(
        client, f"{OURS}.csv", **{"from": "2019-08-01", "to": "2019-09-08"}
    )
    assert early["Dates that moved"] == ["No date moved."]


def test_page_says_what_the_file_says_and_keeps_its_days(client, programme):
    make.MilestoneFactory(programme=programme, reference="MS-01")
    period = {"from": "2019-10-01", "to": "2019-11-01"}

    page = client.get(f"{OURS}/", period)

    assert "Of 1 milestone 1 is late." in say(page)
    assert "1 October 2019 to 1 November 2019" in say(page)
    assert f"{OURS}.md?from=2019-10-01&amp;to=2019-11-01" in page.content.decode()


def test_markdown_takes_no_typed_sign_for_a_mark(client, programme):
    make.MilestoneFactory(programme=programme, reference="MS-01", title="*Open* <b>")

    text = client.get(f"{OURS}.md", {"to": "2019-11-01"}).content.decode()

    assert text.startswith("# Highlight report: Ours \\[1\\]\n")
    assert "- MS-01 \\*Open\\* \\<b\\>: it slips by 1 day past 31 October 2019" in text


def test_day_that_cannot_be_is_refused_in_words(client, programme):
    answer = client.get(f"{OURS}/", {"from": "nonsense"})

    assert answer.status_code == 400
    assert "Write a date as year, month and day" in say(answer)


DAY = date(2019, 11, 1)


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (None, None, (date(2019, 10, 4), DAY)),
        (date(2019, 9, 1), None, (date(2019, 9, 1), DAY)),
        (None, date(2019, 10, 29), (date(2019, 10, 1), date(2019, 10, 29))),
        (None, date(2020, 1, 1), (date(2019, 10, 4), DAY)),
        (date(2019, 10, 30), date(2019, 10, 29), (date(2019, 10, 29),) * 2),
    ],
)
def test_period_ends_on_the_day_of_looking_at_the_latest(first, last, period):
    assert find_period(first, last, DAY, 28) == period


def test_report_asks_as_often_for_three_as_for_one(client, programme):
    def add():
        project = make.ProjectFactory(programme=programme)
        make.MilestoneFactory(programme=programme, projects=[project])
        make.RiskScoreFactory(risk=make.RiskFactory(programme=programme))

    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{OURS}/")
        return len(queries)

    add()
    one = count()
    add()
    add()

    assert count() == one
