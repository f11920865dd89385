"""Kent and Medway, as its papers and official statistics give it."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from placeplan.plan import Plan, answer, build_bridge, describe_schema
from placeplan.plan.held_solution import find_saved, hold_solutions
from placeplan.plan.per_head import count_heads, share_per_head

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"
MILLION = 1_000_000
PENCE = 100


@pytest.fixture(scope="module")
def plan():
    return Plan.from_folder(EXAMPLE)


@pytest.fixture(scope="module")
def results(plan):
    return plan.run()


def test_the_manifest_fits_the_published_schema():
    manifest = yaml.safe_load((EXAMPLE / "plan.yaml").read_text(encoding="utf-8"))

    jsonschema.validate(manifest, describe_schema())


def test_people_are_those_of_the_official_estimates(results):
    # Mid-year estimates; the papers of 2016 give 1,731,400 for 2011.
    people = answer(results, "population", by=["year"], where={"year": [2011, 2019]})

    assert people.rows() == [
        (2011, 1_731_351.0, "people", "published"),
        (2019, 1_860_111.0, "people", "published"),
    ]


def test_outturn_is_that_of_the_initiation_document(results):
    # £103.0 million short in 2015/16: providers 121.2 short, commissioners 18.2 over.
    outturn = answer(results, "outturn_pounds", by=["year", "organisation"])

    ccgs = outturn.filter(outturn["organisation"].str.starts_with("ccg-"))
    assert set(outturn["year"]) == {2015}
    assert len(ccgs) == 8
    assert outturn["value"].sum() == pytest.approx(-103.0 * MILLION)
    assert ccgs["value"].sum() == pytest.approx(18.2 * MILLION)


def test_beds_are_those_of_the_four_trusts(results):
    beds = answer(results, "beds_available", by=["provider"], where={"year": 2016})

    assert dict(beds.select("provider", "value").iter_rows()) == {
        "dgt": 513,
        "ekhuft": 1038,
        "mft": 604,
        "mtw": 729,
    }


def test_catchments_are_those_of_the_initiation_document(results):
    catchments = answer(results, "catchment_people", by=["place"])

    assert catchments["value"].to_list() == [367_000, 695_000, 295_000, 480_000]
    assert answer(results, "catchment_people")["value"].item() == 1_837_000


def test_the_gap_is_the_published_one_and_says_that_it_is_calibrated(results):
    gap = answer(results, "gap_pounds", by=["year"], where={"year": [2016, 2020]})

    assert gap.rows() == [
        (2016, -110.0 * MILLION, "pounds", "calibrated"),
        (2020, -486.0 * MILLION, "pounds", "calibrated"),
    ]


def test_the_bridge_ends_in_2020_and_ties(results):
    bridge = build_bridge(results)

    totals = bridge.filter(kind="total")["value_pounds"].to_list()
    moved = bridge.filter(kind="driver")["value_pounds"].sum()
    closed = bridge.filter(kind="solution")["value_pounds"].sum()
    assert totals[:2] == [-110.0 * MILLION, -486.0 * MILLION]
    assert totals[0] + moved == pytest.approx(totals[1], abs=0.01)
    assert totals[1] + closed == pytest.approx(totals[2], abs=0.01)


def test_solutions_count_as_far_as_their_initiatives_save(plan, results):
    """£408 million is stated, £190 million of it published; the manual has the rest."""
    held = hold_solutions(results, plan.tables).filter(year=2020)

    parts = ("stated", "beyond", "double_counted", "counted")
    sums = [held[f"{part}_pence"].sum() / PENCE / MILLION for part in parts]
    assert [round(each, 1) for each in sums] == [408.0, 137.3, 1.8, 269.0]
    named = {*plan.tables["solution_initiatives"]["initiative"]}
    ledger = find_saved(results).filter(year=2020)
    saved = sum(
        pence
        for name, pence in ledger.select("initiative", "saved_pence").iter_rows()
        if name in named
    )
    assert held.filter("is_tied")["counted_pence"].sum() <= saved


def test_gap_per_head_says_whose_heads(plan, results):
    """Methods: about £270 a head of 1.8 million people."""
    heads = count_heads(results, plan.tables, year=2020)

    shares = share_per_head(heads, {"gap": -486.0 * MILLION})

    assert [round(pounds) for pounds in shares["gap"]] == [-260, -265, -270]


def test_every_number_is_there_once_and_finite(results):
    keys = [name for name in results.table.columns if name not in ("value", "status")]

    assert results.table.select(keys).is_duplicated().sum() == 0
    assert results.table["value"].is_finite().all()


def test_the_same_plan_gives_the_same_bytes(plan, results, tmp_path):
    for name, made in (("one", results), ("two", plan.run())):
        made.write(tmp_path / name, with_report=False)

    for name in ("results.csv", "results.parquet", "summary.xlsx"):
        one, two = (tmp_path / run / name for run in ("one", "two"))
        assert one.read_bytes() == two.read_bytes(), name
