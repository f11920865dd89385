"""Pages of results say what the library says, for the place and the day asked for."""

import csv
import io
import re
from datetime import UTC, datetime

import polars as pl
import pytest
from openpyxl import load_workbook

from factories.plan_folder import write_plan_folder
from factories.run_factory import (
    add_dataset,
    add_finished_run,
    add_released_run,
    add_running_run,
    make_folders,
    make_rich_tables,
)
from placeplan.plan import Plan, answer
from placeplan.plan.beds_figure import draw_beds
from placeplan.plan.gap_figure import draw_bridge
from placeplan.plan.people_figure import draw_pyramid
from placeplan_web.design.words import write_pounds
from placeplan_web.evidence.gallery import list_figures, list_records
from placeplan_web.evidence.presenters import picture
from placeplan_web.evidence.rooms import ROOMS
from placeplan_web.evidence.shelf import get_results

pytestmark = pytest.mark.django_db
PAGES = ("/people/", "/demand/", "/capacity/", "/money/")
PICTURES = {
    "people": ["people-by-age", "ageing", "people-by-place"],
    "demand": ["demand", "providers"],
    "capacity": ["beds", "staff"],
    "money": ["bridge", "gap", "outturn"],
}
RECORDS = {
    "people": ["expected", "networks"],
    "demand": ["growth"],
    "capacity": [],
    "money": ["solutions"],
}
FIRST_KB = 200


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_words(page):
    """Give what stands on a page, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def address_of(run, room, figure, kind, query=""):
    return f"/evidence/runs/{run.public_id}/{room}/{figure}.{kind}{query}"


@pytest.mark.parametrize("room", ROOMS)
def test_room_shows_its_pictures_and_tables_in_order(room, released, client):
    page = read(client, f"/{room}/")

    assert (
        re.findall(r'<figure class="pp-picture" id="([^"]+)"', page) == PICTURES[room]
    )
    headings = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    assert headings == RECORDS[room]


def test_title_and_finding_come_from_the_numbers(released, client):
    page = read(client, "/money/")

    bridge = draw_bridge(get_results(released))
    assert "<title>Money - Placeplan</title>" in page
    assert page.count(bridge.finding) >= 2  # under the title, and above the picture
    assert "The system" in page


def test_every_name_is_a_name_and_no_id(released, client):
    words = " ".join(read_words(read(client, page)) for page in PAGES)

    for name in ("East Hospital", "West Trust", "Consultants", "Local care"):
        assert name in words
    for id_ in ("east-site", "west-trust", "local-care", "emergency_spell"):
        assert id_ not in words


def test_every_number_has_its_status_files_and_sources(released, client):
    page = read(client, "/capacity/")

    figure = page[page.index('id="beds"') : page.index('id="staff"')]
    assert '<strong class="nhsuk-tag nhsuk-tag--pink pp-tag">illustrative' in figure
    for kind in ("svg", "csv", "xlsx"):
        assert address_of(released, "capacity", "beds", kind) in figure
    assert "Show as table" in figure
    assert "Where these numbers come from" in figure
    assert "Beds available: made of capacity/beds.csv." in figure
    link = f"/evidence/sources/made-up/?run={released.public_id}"
    assert f'<a href="{link}">Made up for tests</a>' in figure


def test_page_rests_on_its_run_and_plan_folder(released, client):
    page = read(client, "/demand/")

    assert f'href="/evidence/runs/{released.public_id}/"' in page
    assert f'href="/evidence/plans/{released.dataset.public_id}/"' in page


@pytest.mark.parametrize("path", PAGES)
def test_page_stays_small(path, released, client):
    assert len(client.get(path).content) < FIRST_KB * 1024


def test_long_table_says_where_the_rest_is(released, client, monkeypatch):
    monkeypatch.setattr(picture, "MOST_CELLS", 8)

    page = read(client, "/demand/")

    caption = (
        "Who provides the care: the first 2 of 4 rows; CSV and Excel hold them all"
    )
    assert caption in page


@pytest.mark.parametrize("path", [*PAGES, "/"])
def test_page_asks_the_database_the_same_few_questions(
    path, released, client, django_assert_num_queries
):
    client.get(path)  # what is kept in memory is read once

    # two ask for programmes that say something, that of money for a ledger too
    further = {"/": 1, "/money/": 2}.get(path, 0)
    with django_assert_num_queries(2 + further):  # the run, the registry
        client.get(path)


# Files of one picture or table


def test_picture_is_the_drawing_of_the_library(released, client):
    response = client.get(address_of(released, "money", "bridge", "svg"))

    drawn = draw_bridge(get_results(released)).draw_svg()
    shown = response.content.decode()
    assert response.headers["Content-Type"] == "image/svg+xml"
    body = drawn.split(">", 1)[1]
    assert shown.split(">", 1)[1] == body
    assert 'viewBox="' in shown.split(">", 1)[0]


def test_picture_for_a_phone_is_narrow(released, client):
    address = address_of(released, "demand", "providers", "svg")

    wide, narrow = (
        float(re.search(r'width="([\d.]+)"', read(client, address + query))[1])
        for query in ("", "?for=phone")
    )

    assert wide > 600
    assert narrow < 400


def test_csv_holds_the_answer_of_the_library(released, client):
    response = client.get(address_of(released, "people", "people-by-age", "csv"))

    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    table = draw_pyramid(get_results(released)).table
    found = [(row["Sex"], row["Age"], float(row["2020"])) for row in rows]
    assert found == [(sex, age, last) for sex, age, _, last in table.iter_rows()]
    asked = answer(get_results(released), "population", where={"year": 2020})
    total = sum(last for _, _, last in found)
    assert total == pytest.approx(asked["value"][0], abs=len(found))
    assert {row["Status"] for row in rows} == {"illustrative"}
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    name = 'attachment; filename="people-by-age.csv"'
    assert response.headers["Content-Disposition"] == name


def test_csv_of_a_table_holds_it_whole(released, client):
    response = client.get(address_of(released, "money", "solutions", "csv"))

    rows = list(csv.reader(io.StringIO(response.content.decode())))
    assert rows == [
        ["Planned solution", "Theme", "£ million, 2019/20", "Status"],
        ["Local care", "Care transformation", "0.1", "illustrative"],
    ]


def test_excel_holds_the_finding_and_the_table(released, client):
    response = client.get(address_of(released, "capacity", "beds", "xlsx"))

    figure = draw_beds(get_results(released), {"east-site": "East Hospital"})
    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = [[cell for cell in row if cell is not None] for row in sheet.values]
    assert rows[0] == [figure.finding]
    assert ["Status: illustrative."] in rows
    assert ["Site", "Beds needed", "Beds available", "Headroom"] in rows
    assert ["East Hospital", *figure.table.row(0)[1:]] in rows
    run_address = f"http://testserver/evidence/runs/{released.public_id}/"
    assert [f"Run: {run_address}"] in rows


def test_places_stand_as_bars_on_a_phone(released, client):
    address = address_of(released, "people", "people-by-place", "svg")

    drawing = read(client, f"{address}?for=phone")

    assert "Dover" in drawing
    assert "Change in percent" in drawing


@pytest.mark.parametrize(
    ("room", "figure", "kind"),
    [
        ("money", "nothing", "svg"),
        ("money", "nothing", "csv"),
        ("money", "nothing", "xlsx"),
        ("kitchen", "bridge", "svg"),
        ("kitchen", "bridge", "csv"),
        ("people", "bridge", "svg"),
        ("people", "networks", "svg"),
        ("people", "back-test", "csv"),
    ],
)
def test_picture_that_is_not_there_is_not_found(room, figure, kind, released, client):
    assert client.get(address_of(released, room, figure, kind)).status_code == 404


def test_file_carries_what_its_sources_ask_for(owner, client, settings):
    tables = make_rich_tables()
    sources = (make_folders()[0] / "datasets/tiny/sources.yaml").read_text()
    sources = sources.replace("MIT", "OGL-3.0").replace(
        "Nobody", "Office for National Statistics"
    )
    folder = settings.MEDIA_ROOT / "datasets/official"
    write_plan_folder(folder, tables=tables, sources=sources)
    fingerprint = Plan.from_folder(folder).fingerprint
    dataset = add_dataset(folder="datasets/official", fingerprint=fingerprint)
    run = add_released_run(dataset)

    text = client.get(address_of(run, "capacity", "beds", "csv")).content.decode()

    assert "Open Government Licence" in text.splitlines()[1]
    assert "National Statistics" in text.splitlines()[1]


# The place


def test_place_narrows_people_and_care(released, client):
    page = read(client, "/people/?place=dover")

    people = answer(get_results(released), "population", by=["year", "place"])
    last = people.filter((pl.col("place") == "dover") & (pl.col("year") == 2020))
    assert f"{last['value'][0]:,.0f} people in 2020" in page
    assert "People and what they need are counted by district." in page
    assert '<span class="nhsuk-caption-l">Dover</span>' in page
    assert "pp-record" not in page
    assert "People by network" not in page


def test_place_travels_in_every_address(released, client):
    page = read(client, "/demand/?place=dover")

    svg = address_of(released, "demand", "demand", "svg", "?place=dover")
    assert f'src="{svg}"' in page
    assert (
        f'href="{address_of(released, "demand", "demand", "csv")}?place=dover"' in page
    )
    assert 'href="/people/?place=dover"' in page
    drawings = {
        client.get(address_of(released, "demand", "providers", "svg", query)).content
        for query in ("", "?place=dover", "?place=ashford")
    }
    assert len(drawings) == 3


def test_provider_shows_what_it_does(released, client):
    page = read(client, "/demand/?place=east-trust")

    assert "Only what it does and has itself." in page
    assert "East Trust takes 1,000 emergency spells in 2016/17." in page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/money/?place=dover", "Money is counted for the whole system"),
        ("/capacity/?place=dover", "counted by hospital and provider"),
        ("/people/?place=east-trust", "People are counted by district"),
    ],
)
def test_empty_room_says_what_it_would_show_and_leads_on(
    address, words, released, client
):
    page = read(client, address)

    assert words in page
    assert "counted by district." not in page
    assert 'class="pp-picture"' not in page
    assert f'<a href="{address.split("?")[0]}">Show the whole system</a>' in page


def test_place_that_the_plan_does_not_know_shows_the_whole_and_says_so(
    released, client
):
    page = read(client, "/people/?place=atlantis")

    assert "This plan has no place atlantis" in page
    assert "pp-record" in page
    room = ROOMS["people"]
    whole = list_figures(released, room, None)
    assert list_figures(released, room, "atlantis") is whole
    assert list_records(released, room, "atlantis") is list_records(
        released, room, None
    )


def test_front_page_says_that_it_is_about_the_whole_system(released, client):
    assert "This page is about the whole system." in read(client, "/?place=dover")
    assert "This page is about the whole system." not in read(client, "/")


# The day and the run


def test_before_its_release_no_run_is_shown(released, client):
    page = read(client, "/money/?as_at=2019-07-11")

    assert "No such run had been released by 11 July 2019." in page
    assert "486" not in page
    assert 'href="/money/">Show today</a>' in page


def test_on_the_day_of_its_release_it_is_shown(released, client):
    page = read(client, "/money/?as_at=2019-07-12")

    assert draw_bridge(get_results(released)).finding in page


def test_past_day_shows_the_run_of_that_day(released, client):
    later = datetime(2019, 8, 1, 9, 0, tzinfo=UTC)
    newer = add_released_run(released.dataset, folder="runs/later", released_at=later)
    (make_folders()[0] / "runs/later").unlink(missing_ok=True)
    (make_folders()[0] / "runs/later").symlink_to("tiny")

    for day, run in (("2019-07-31", released), ("2019-08-01", newer)):
        page = read(client, f"/money/?as_at={day}")
        assert f'href="/evidence/runs/{run.public_id}/?as_at={day}"' in page
    assert f"/evidence/runs/{newer.public_id}/" in read(client, "/money/")


def test_named_run_is_shown_in_the_place_of_the_current_one(released, client, owner):
    other = add_finished_run(released.dataset, owner=owner, folder="runs/other")
    (make_folders()[0] / "runs/other").unlink(missing_ok=True)
    (make_folders()[0] / "runs/other").symlink_to("tiny")
    client.force_login(owner)

    page = read(client, f"/money/?run={other.public_id}")

    assert address_of(other, "money", "bridge", "svg") in page
    assert address_of(released, "money", "bridge", "svg") not in page


def test_named_run_that_was_not_released_was_not_known_on_a_past_day(
    released, client, owner
):
    other = add_finished_run(released.dataset, owner=owner, folder="runs/other")
    client.force_login(owner)

    page = read(client, f"/money/?run={other.public_id}&as_at=2019-07-12")

    assert "No such run had been released by 12 July 2019." in page


def test_named_run_that_has_not_finished_is_not_found(example, client, owner):
    run = add_running_run(example, owner=owner)
    client.force_login(owner)

    assert client.get(f"/money/?run={run.public_id}").status_code == 404


@pytest.mark.parametrize("run", ["none", "1", "123e4567-e89b-12d3-a456-426614174000"])
def test_run_that_is_none_is_not_found(run, released, client):
    assert client.get(f"/money/?run={run}").status_code == 404


@pytest.mark.parametrize("path", ["/", *PAGES])
def test_without_any_run_a_page_says_how_there_will_be_one(path, client):
    shown = read(client, path)

    assert "Numbers would be shown here once a run has been released." in shown
    assert 'href="/evidence/runs/">Go to runs</a>' in shown


def test_plan_without_solutions_says_what_it_leaves(client, settings):
    tables = make_rich_tables()
    for name in ("solutions", "outturn", "networks", "people_expected", "staff"):
        tables.pop(name)
    folder = write_plan_folder(settings.MEDIA_ROOT / "datasets/poor", tables=tables)
    plan = Plan.from_folder(folder)
    record = plan.run().write(settings.MEDIA_ROOT / "runs/poor")
    dataset = add_dataset(folder="datasets/poor", fingerprint=plan.fingerprint)
    digest = record.results_sha256
    add_released_run(dataset, folder="runs/poor", results_sha256=digest)

    words = read_words(read(client, "/"))
    gap = answer(plan.run(), "gap_pounds", where={"year": 2019}, scenario="plan")
    left = f"{write_pounds(-gap['value'][0])} short"
    assert f"(illustrative); with the plan, {left}" in words
    assert "where the organisations ended" not in words
    for path in PAGES:
        records = read(client, path).count('class="pp-record"')
        assert records == (path == "/demand/")  # growth rests on nothing left out
