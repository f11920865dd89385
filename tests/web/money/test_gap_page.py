"""The page on the gap says what solutions state, and how much of it counts."""

import csv
import io
import re

import pytest

from factories.change_factory import add_moving_run
from placeplan.money import Swing, swing_gap
from placeplan.plan.closing_bridge_figure import draw_closing_bridge
from placeplan.plan.held_solution import find_saved, hold_solutions
from placeplan_web.design.words import hold_minus
from placeplan_web.evidence.shelf import get_plan, get_results
from placeplan_web.money.pages.gap import PAGE

pytestmark = pytest.mark.django_db
MILLION = 100_000_000


@pytest.fixture
def run(db, settings):
    return add_moving_run(settings)


def read(client, **query):
    response = client.get("/money/gap/", query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, figure, **query):
    address = f"/evidence/runs/{run.public_id}/money/gap/{figure}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def hold(run):
    return hold_solutions(get_results(run), get_plan(run.dataset).tables)


def test_page_shows_its_pictures_and_tables_in_order(run, client):
    page = read(client)

    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    assert figures == ["closing-bridge", "tornado"]
    assert records == ["held-solutions", "savings", "per-head"]


def test_year_in_which_solutions_save_most_is_shown_first(run, client):
    page = read(client)

    finding = draw_closing_bridge(get_results(run), hold(run), year=2019).finding
    said = re.search(r'pp-picture__finding".*?<h2[^>]*>(.*?)</h2>', page)
    assert said[1].strip() == hold_minus(finding)
    assert '<option value="2019" selected>2019/20</option>' in page
    assert '<option value="2016"' not in page


def test_table_holds_every_solution_to_the_ledger(run, client):
    (row,) = read_csv(client, run, "held-solutions")

    (held,) = hold(run).filter(year=2019).to_dicts()
    assert row["Planned solution"] == "Local care"
    assert row["Rests on"] == "2 initiatives"
    assert float(row["States, £ million"]) == 0.1
    assert float(row["Counts, £ million"]) == round(held["counted_pence"] / MILLION, 1)
    assert (
        held["counted_pence"]
        <= find_saved(get_results(run)).filter(year=2019)["saved_pence"].sum()
    )


def test_what_initiatives_put_back_stands_beside_what_they_save(run, client):
    rows = {row["Initiative"]: row for row in read_csv(client, run, "savings")}

    saved = find_saved(get_results(run)).filter(year=2019, initiative="home")
    home = rows["Care at home"]
    assert home["Named by"] == "Local care"
    put_back = saved["on_pence"].item() / MILLION
    assert float(home["Put back, £ million"]) == pytest.approx(put_back, abs=0.05)
    assert rows["Falls prevention"]["Put back, £ million"] in {"0", "0.0"}


def test_per_head_says_whose_heads(run, client):
    rows = read_csv(client, run, "per-head")

    table = get_results(run).table.filter(year=2019, scenario="do_nothing")
    gap = table.filter(measure="gap_pounds")["value"].sum()
    people = table.filter(measure="population")["value"].sum()
    assert rows[0]["Whom"] == "People who live there in the middle of 2019 (projected)"
    per_head = float(rows[0]["Gap if nothing changes, £"])
    assert per_head == pytest.approx(gap / people, abs=0.006)


@pytest.mark.parametrize(
    ("asked", "swing"), [("quarter", Swing(share=0.25)), ("point", Swing(points=1))]
)
def test_reader_chooses_by_how_much_drivers_swing(asked, swing, run, client):
    rows = read_csv(client, run, "tornado", swing=asked, year="2018")

    table = get_results(run).table.filter(scenario="do_nothing")
    swung = swing_gap(table, base_year=2016, year=2018, swing=swing)
    assert [float(row["£ million, faster"]) for row in rows] == [
        round(value / 1e6, 1) for value in swung["faster_pounds"]
    ]


def test_sources_of_the_tables_behind_stand_beside_the_pictures(run, client):
    assert "solution_initiatives" in PAGE.tables
    assert read(client).count("pp-sources") >= 2
