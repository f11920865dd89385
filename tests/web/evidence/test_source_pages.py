"""Sources: what a plan cites, by when it was known, and what rests on each."""

import re

import pytest

from factories.plan_folder import SOURCES, write_plan_folder
from factories.run_factory import add_dataset, add_released_run, make_rich_tables
from placeplan.plan import Plan

pytestmark = pytest.mark.django_db
LATER = """\
  - id: later-count
    title: A later count
    publisher: Office for National Statistics
    dated: 2018-06-28
    licence: OGL-3.0
    status: published
    grade: A
"""


@pytest.fixture
def run(settings, db):
    """Give a released run of a plan with a paper of 2016 and one of 2018."""
    folder = settings.MEDIA_ROOT / "datasets/two"
    write_plan_folder(folder, tables=make_rich_tables(), sources=SOURCES + LATER)
    fingerprint = Plan.from_folder(folder).fingerprint
    dataset = add_dataset(
        folder="datasets/two", fingerprint=fingerprint, title="The system"
    )
    return add_released_run(dataset)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def list_titles(page):
    table = page.partition("<tbody")[2]
    return re.findall(r'href="/evidence/sources/[^"]+">([^<]+)</a>', table)


def test_sources_are_listed_newest_first(run, client):
    page = read(client, "/evidence/sources/")

    assert list_titles(page) == ["A later count", "Made up for tests"]
    assert "2 sources stand behind the numbers of this plan" in page
    assert "28 June 2018" in page
    assert "A: an official figure" in page
    assert f'href="/evidence/sources/later-count/?run={run.public_id}"' in page


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        ("2016-03-08", []),
        ("2016-03-09", ["Made up for tests"]),
        ("2018-06-27", ["Made up for tests"]),
        ("2018-06-28", ["A later count", "Made up for tests"]),
    ],
)
def test_source_is_known_from_its_date_on_though_the_run_is_newer(
    day, titles, run, client
):
    page = read(client, f"/evidence/sources/?as_at={day}")

    assert list_titles(page) == titles
    if not titles:
        assert "No source of this plan was known by that day." in page


def test_list_is_narrowed_by_words(run, client):
    def find(words):
        return list_titles(read(client, f"/evidence/sources/?q={words}"))

    assert find("later") == ["A later count"]
    assert find("national+statistics") == ["A later count"]
    assert find("MADE-UP") == ["Made up for tests"]
    assert "No source matches." in read(client, "/evidence/sources/?q=swale")


def test_source_shows_what_it_is_and_what_rests_on_it(run, client):
    page = read(client, "/evidence/sources/made-up/")

    assert "<title>Made up for tests - Placeplan</title>" in page
    assert re.search(r"[\d,]+ rows of \d+ input files rest on this source", page)
    assert "its figures are illustrative: our own assumption" in page
    assert "D: our own assumption" in page
    assert "capacity/beds.csv" in page
    assert f'<a href="/capacity/?run={run.public_id}">Beds available</a>' in page
    assert f'href="/evidence/plans/{run.dataset.public_id}/"' in page


def test_source_that_nothing_cites_says_so(run, client):
    page = read(client, "/evidence/sources/later-count/")

    assert "No row of the plan folder rests on this source." in page
    assert "taken as it stands" in page
    assert "Where the plan cites it" not in page


def test_source_that_was_not_known_yet_says_so(run, client):
    page = read(client, "/evidence/sources/later-count/?as_at=2018-06-27")

    assert "This source was not known on 27 June 2018." in page
    assert (
        "Office for National Statistics"
        not in page.partition("<main")[2].partition("<footer")[0]
    )
    assert 'href="/evidence/sources/later-count/">Show today</a>' in page


def test_source_that_is_none_is_not_found(run, client):
    assert client.get("/evidence/sources/nothing/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/evidence/sources/", "/evidence/sources/made-up/"]
)
def test_without_a_run_the_page_says_how_there_will_be_one(address, client):
    assert "once a run has been released" in read(client, address)


@pytest.mark.parametrize(
    "address", ["/evidence/sources/", "/evidence/sources/made-up/"]
)
def test_page_asks_the_database_the_same_few_questions(
    address, run, client, django_assert_num_queries
):
    read(client, address)

    with django_assert_num_queries(2):  # the run, the registry
        read(client, address)
