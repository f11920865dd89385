"""Pages on the spread, two futures, two runs, flows and sites answer what was asked."""

import csv
import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from factories.change_factory import DRAWS, add_moving_run, make_moving_folders
from factories.run_factory import add_dataset, add_finished_run, add_released_run
from placeplan.plan import say_enough_draws
from placeplan.plan.draw_comparison import compare_scenarios
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import get_results

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
EARLIER = datetime(2019, 7, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def run(db, settings):
    return add_moving_run(settings)


def read(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, page, id_, **query):
    address = f"/evidence/runs/{run.public_id}/plan/{page}/{id_}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


# Spread and drivers


def test_spread_says_whether_there_are_draws_enough(run, client):
    page = read(client, "/plan/spread/")

    assert say_enough_draws(get_results(run).account.spread, DRAWS) in page
    assert f"{DRAWS} draws" in page


def test_spread_of_a_chosen_figure_and_year_is_that_of_the_library(run, client):
    chosen = {"figure": "activity.emergency_spell", "year": "2018"}

    rows = read_csv(client, run, "spread", "enough", **chosen)

    spread = get_results(run).account.spread.filter(
        (pl.col("pod") == "emergency_spell")
        & (pl.col("measure") == "activity")
        & (pl.col("year") == 2018)
    )
    found = [(float(row["P10"]), float(row["P90"])) for row in rows]
    assert found == spread.select(pl.col("p10", "p90").round(2)).rows()
    assert [row["Future"] for row in rows] == ["If nothing changes", "The plan"]


def test_figures_are_named_and_no_id_stands_on_the_page(run, client):
    page = read(client, "/plan/spread/")

    option = '<option value="activity.emergency_spell">Activity: Emergency hospital'
    assert option in page
    assert ">emergency_spell" not in page


def test_drivers_are_ranked_for_the_chosen_future(run, client):
    nothing = read_csv(client, run, "drivers", "drivers", scenario="do_nothing")
    plan = read_csv(client, run, "drivers", "drivers", scenario="plan")

    assert [row["Rank"] for row in plan] == [str(at) for at in range(1, len(plan) + 1)]
    assert [row for row in nothing if "delivered" in row["What varies"]] == []
    delivered = [row for row in plan if "whether it is delivered" in row["What varies"]]
    assert {row["Direction"] for row in delivered} == {"more of it, less"}


# Two futures


def test_two_futures_differ_as_draws_that_share_their_chance(run, client):
    rows = read_csv(client, run, "scenarios", "difference", measure="beds_needed")

    changes = compare_scenarios(get_results(run), "do_nothing", "plan").changes
    beds = changes.filter(pl.col("measure") == "beds_needed").sort("year")
    drawn = [row for row in rows if row["P10 of the change"]]
    assert [float(row["P10 of the change"]) for row in drawn] == pytest.approx(
        beds["p10"].to_list(), abs=0.051
    )
    assert float(rows[-1]["Change"]) < 0


def test_what_is_not_drawn_has_its_exact_change(run, client):
    rows = read_csv(client, run, "scenarios", "differences", year="2019")

    gap = next(row for row in rows if row["Figure"] == "Gap")
    assert float(gap["Change"]) > 0
    assert gap["P10 of the change"] == ""


def test_a_future_beside_itself_does_not_differ(run, client):
    rows = read_csv(client, run, "scenarios", "differences", first="plan")

    assert {float(row["Change"]) for row in rows} == {0.0}


# Two runs


@pytest.fixture
def earlier(run):
    """Give an earlier run of the same plan without its initiatives."""
    _, kept = make_moving_folders()
    return add_released_run(
        run.dataset,
        folder="runs/still",
        results_sha256=kept["still"].results_sha256,
        released_at=EARLIER,
        requested_at=EARLIER,
        started_at=EARLIER,
        ended_at=EARLIER,
    )


def test_run_is_compared_with_the_one_released_before(run, earlier, client):
    page = read(client, "/plan/runs/", scenario="plan", measure="beds_needed")

    assert "this run less the earlier run is" in page
    assert "the run that was released on 1 July 2019" in page
    inputs = {
        row["File"]: row["Since the earlier run"]
        for row in read_csv(client, run, "runs", "inputs")
    }
    assert inputs["initiatives/effects.csv"] == "added"


def test_earlier_run_has_none_before_it(run, earlier, client):
    page = read(client, "/plan/runs/", run=str(earlier.public_id))

    assert "no earlier run of this plan was released" in page


def test_private_run_is_no_run_to_compare_with(run, client, owner):
    secret = add_finished_run(
        run.dataset, owner=owner, folder="runs/still", requested_at=EARLIER
    )
    client.force_login(owner)

    page = read(client, "/plan/runs/")

    assert Run.objects.count() == 2
    assert str(secret.public_id) not in page
    inputs = f"/evidence/runs/{run.public_id}/plan/runs/inputs.csv"
    assert client.get(inputs, {"other": str(secret.public_id)}).status_code == 404


# Flows and sites


def test_flows_say_where_residents_are_treated(run, client):
    rows = read_csv(client, run, "flows", "flows", year="2019")

    ends = {(row["People of"], row["Treated at"]) for row in rows}
    assert ("Dover", "East Trust") in ends
    table = get_results(run).table.filter(
        (pl.col("year") == 2019)
        & (pl.col("scenario") == "plan")
        & (pl.col("measure") == "activity")
        & (pl.col("pod") == "emergency_spell")
    )
    assert sum(float(row["Spells"]) for row in rows) == pytest.approx(
        table["value"].sum(), abs=0.5
    )


def test_question_about_sites_is_answered_with_every_option(run, client, settings):
    media, kept = make_moving_folders()
    digest = kept["moving"].results_sha256
    folder = media / "datasets/asking"
    shutil.copytree(media / "datasets/moving", folder, dirs_exist_ok=True)
    shutil.copytree(EXAMPLE / "options", folder / "options", dirs_exist_ok=True)
    own = (media / "datasets/moving/sources.yaml").read_text().split("sources:")[1]
    cited = (EXAMPLE / "sources.yaml").read_text()
    (folder / "sources.yaml").write_text(cited.rstrip("\n") + "\n" + own.lstrip("\n"))
    dataset = add_dataset(folder="datasets/asking", fingerprint="asking")
    asking = add_released_run(dataset, folder="runs/asking", results_sha256=digest)
    shutil.copytree(media / "runs/moving", media / "runs/asking", dirs_exist_ok=True)

    page = read(client, "/plan/options/", run=str(asking.public_id))
    rows = read_csv(client, asking, "options", "every-option")

    assert "are beaten by no other" in page
    front = [row for row in rows if row["front"] == "yes"]
    assert f"Of {len(rows) - 1} options {len(front)} are beaten by no other" in page
    assert {row["open_sites"] for row in rows if row["is_now"] != "yes"} == {"3"}
    assert "Where people go today. Of " in page
    assert [row["words"] for row in rows if " + " in row["words"]] == []
