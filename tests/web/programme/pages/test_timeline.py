"""A slip is seen on the timeline, with what it pushes, in the picture and in words."""

import csv
import io
import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import programme_factory as make
from placeplan_web.programme.models import MilestoneDependency
from placeplan_web.programme.operations.milestone import slip_milestone
from placeplan_web.programme.presenters.time_scale import TimeScale

pytestmark = pytest.mark.django_db
KENT = "/programme/system-transformation-2019/timeline"


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def read_rows(client, url, **query):
    rows = csv.DictReader(io.StringIO(read(client, url, **query)))
    return {row["milestone"]: row for row in rows}


def draw(page):
    """Give the picture of a page as a tree."""
    found = re.search(r"<svg xmlns.*?role=\"group\".*?</svg>", page, re.S)
    return ET.fromstring(found.group())  # noqa: S314 - drawn by us


def test_example_is_on_time_in_october_and_late_in_november(client, loaded):
    last = read_rows(client, f"{KENT}.csv", as_at="2019-10-31")
    after = read_rows(client, f"{KENT}.csv", as_at="2019-11-01")

    assert (last["MS-13"]["state"], after["MS-13"]["state"]) == ("on_time", "late")
    assert last["MS-13"]["agreed"] == "September / October 2019"
    assert len(last) == 17


def test_every_row_of_the_picture_is_a_link_with_words(client, loaded):
    tree = draw(read(client, f"{KENT}/", as_at="2019-10-31"))
    space = "{http://www.w3.org/2000/svg}"
    links = tree.findall(f"{space}a")

    assert tree.find(f"{space}title").text == (
        "Timeline of Kent and Medway System Transformation Programme"
    )
    assert tree.find(f"{space}desc").text
    assert len(links) == 17
    assert links[12].get("href") == (
        "/programme/system-transformation-2019/milestones/MS-13/?as_at=2019-10-31"
    )
    assert links[12].get("aria-label") == (
        "MS-13 Permanent CCG accountable officer appointed: agreed September / October "
        "2019. It is expected by 31 October 2019, as agreed."
    )


@pytest.fixture
def chain(db):
    """Give a programme in which MS-02 waits for MS-01."""
    programme = make.ProgrammeFactory(is_open=True, slug="ours", name="Ours")
    project = make.ProjectFactory(programme=programme, reference="PRJ-01")
    first = make.MilestoneFactory(
        programme=programme, reference="MS-01", title="Build", projects=[project]
    )
    second = make.MilestoneFactory(
        programme=programme,
        reference="MS-02",
        title="Open",
        printed="",
        baseline_starts_on=date(2019, 12, 1),
        baseline_ends_on=date(2019, 12, 31),
    )
    MilestoneDependency.objects.create(before=first, after=second)
    return first, second


def test_slip_pushes_what_waits_for_it(client, chain):
    first, _ = chain
    slip_milestone(
        by="tests",
        milestone=first,
        forecast_starts_on=date(2019, 11, 1),
        forecast_ends_on=date(2019, 11, 10),
        reason="a board meets later",
        at=make.NOW,
    )

    rows = read_rows(client, "/programme/ours/timeline.csv", as_at="2019-09-01")

    assert rows["MS-01"]["expected_ends_on"] == "2019-11-10"
    assert (rows["MS-02"]["pushed_days"], rows["MS-02"]["float_days"]) == ("10", "0")
    page = read(client, "/programme/ours/timeline/", as_at="2019-09-01")
    assert "The end, 10 January 2020, hangs on MS-01 → MS-02." in page
    assert "by 10 days to 10 January 2020" in page


def test_one_project_can_be_chosen(client, chain):
    rows = read_rows(client, "/programme/ours/timeline.csv", project="PRJ-01")
    page = read(client, "/programme/ours/timeline/", project="PRJ-01")

    assert list(rows) == ["MS-01"]
    assert "MS-02 Open" not in page


def test_programme_without_milestones_says_what_would_be_here(client, db):
    make.ProgrammeFactory(is_open=True, slug="bare")

    assert "Milestones would stand here" in read(client, "/programme/bare/timeline/")
    assert read_rows(client, "/programme/bare/timeline.csv") == {}


@pytest.mark.parametrize("query", ["", "?as_at=2019-09-01"])
def test_page_asks_as_often_for_three_as_for_one(client, query):
    programme = make.ProgrammeFactory(is_open=True, slug="ours")
    before = make.MilestoneFactory(programme=programme)

    def count():
        with CaptureQueriesContext(connection) as queries:
            read(client, f"/programme/ours/timeline/{query}")
        return len(queries)

    one = count()
    for _ in range(2):
        after = make.MilestoneFactory(programme=programme)
        MilestoneDependency.objects.create(before=before, after=after)

    assert count() == one


def test_months_are_named_as_far_as_there_is_room():
    year = TimeScale(date(2019, 5, 14), date(2020, 4, 2), 0, 720)
    long = TimeScale(date(2016, 11, 1), date(2026, 2, 1), 0, 720)

    assert [words for _, words in year.list_months()][:3] == [
        "May 2019",
        "Jun 2019",
        "Jul 2019",
    ]
    assert [words for _, words in long.list_months()][:3] == [
        "Nov 2016",
        "Jan 2017",
        "Jan 2018",
    ]
    assert (year.place(date(2019, 5, 1)), year.place_end(date(2020, 4, 30))) == (0, 720)
