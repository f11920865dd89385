"""The example's ledger: ties to the published outturn, both sides of every contract."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml

import make_ledger
from placeplan.money.ledger import LEDGER_TABLES
from placeplan.money.pence import to_pence_column
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
MILLION_PENCE = 100_000_000
FIRST_OF_2016_17 = date(2016, 4, 1)


@pytest.fixture(scope="module")
def tables():
    files = read_folder(EXAMPLE, LEDGER_TABLES)
    assert files.faults == ()
    return files.frames


@pytest.fixture(scope="module")
def values(tables):
    """Every value in pence, its side and fund, and the year it belongs to."""
    lines = tables["ledger_lines"].select("line", "side", "fund")
    pence = to_pence_column("value_pounds").alias("pence")
    return (
        tables["ledger_values"]
        .join(lines, on="line")
        .with_columns(pence, late=pl.col("month") >= FIRST_OF_2016_17)
    )


def _positions(values, *, late, basis, fund=False):
    kept = values.filter(
        late=late,
        basis=basis,
    )
    if not fund:
        kept = kept.filter(pl.col("fund").is_null())
    net = pl.when(side="income").then("pence").otherwise(-pl.col("pence"))
    found = kept.group_by("organisation").agg(net.sum().alias("net"))
    return dict(found.iter_rows())


def test_actual_of_2015_16_is_the_published_outturn_of_each_body_to_the_penny(values):
    outturn = pl.read_csv(EXAMPLE / "money" / "outturn.csv")
    published = {
        organisation: pounds * 100
        for organisation, pounds in outturn.select(
            "organisation", "value_pounds"
        ).iter_rows()
    }

    found = _positions(values, late=False, basis="actual")

    assert found == published


def test_the_system_ended_2015_16_at_103_million_short(values):
    found = _positions(values, late=False, basis="actual")
    groups = [body for body in found if body.startswith("ccg-")]

    assert sum(found.values()) == -10_300_000_000
    assert sum(found[body] for body in groups) == 1_820_000_000
    assert sum(found.values()) - sum(found[body] for body in groups) == -12_120_000_000


def test_plan_of_2016_17_before_the_fund_is_the_control_total_of_each_body(
    tables, values
):
    pence = to_pence_column("value_pounds").alias("pence")
    rows = tables["control_totals"].select("year", "organisation", pence)

    assert set(rows["year"]) == {2016}
    assert _positions(values, late=True, basis="plan") == dict(
        rows.select("organisation", "pence").iter_rows()
    )


def test_both_sides_of_each_contract_agree_but_the_one_in_dispute(values):
    between = values.filter(pl.col("counterparty").is_not_null())
    sold = between.filter(side="income").select(
        "basis", "month", seller="organisation", buyer="counterparty", pence="pence"
    )
    bought = between.filter(pl.col("side") != "income").select(
        "basis",
        "month",
        seller="counterparty",
        buyer="organisation",
        pence=-pl.col("pence"),
    )
    by = ["seller", "buyer", "basis", "month"]
    apart = (
        pl.concat([sold.select(*by, "pence"), bought.select(*by, "pence")])
        .group_by(by)
        .agg(pl.col("pence").sum())
        .filter(pl.col("pence") != 0)
        .sort(by)
    )

    assert apart.rows() == [
        ("mft", "ccg-medway", "actual", date(2016, 8, 1), 43_750_025),
        ("mft", "ccg-medway", "actual", date(2016, 9, 1), 43_750_025),
    ]


def test_six_months_of_2016_17_are_booked_and_all_others_are_whole(values):
    months = values.group_by("late", "basis").agg(pl.col("month").n_unique())

    assert sorted(months.iter_rows()) == [
        (False, "actual", 12),
        (False, "plan", 12),
        (True, "actual", 6),
        (True, "plan", 12),
    ]


def test_every_amount_is_above_zero_and_every_body_has_all_three_sides(values):
    sides = values.group_by("organisation").agg(pl.col("side").n_unique())

    assert values["pence"].min() > 0
    assert sides["side"].unique().to_list() == [3]
    assert sides.height == 15


def test_only_values_that_tie_to_a_published_outturn_are_calibrated(tables):
    values = tables["ledger_values"]
    tied = (pl.col("month") < FIRST_OF_2016_17) & (pl.col("basis") == "actual")

    assert set(values.filter(tied)["status"]) == {"calibrated"}
    assert set(values.filter(~tied)["status"]) == {"illustrative"}


def test_two_fifths_of_the_savings_of_2016_17_are_planned_for_the_last_quarter(tables):
    planned = tables["ledger_savings"].filter(
        pl.col("basis") == "plan", pl.col("month") >= FIRST_OF_2016_17
    )
    late = planned.filter(pl.col("month") >= date(2017, 1, 1))

    whole = planned["value_pounds"].sum()

    assert round(late["value_pounds"].sum() / whole, 2) == 0.39


def test_changes_of_control_totals_net_to_zero(tables):
    changes = tables["control_total_changes"].group_by("change", "year")

    assert changes.agg(pl.col("value_pounds").sum())["value_pounds"].to_list() == [0]


def test_files_are_those_that_the_tool_makes(tmp_path):
    figures = yaml.safe_load(make_ledger.FIGURES.read_text(encoding="utf-8"))

    made = make_ledger.write_tables(EXAMPLE, tmp_path, figures)

    assert len(made) == 5
    for name in made:
        stored = (EXAMPLE / "money" / name).read_bytes()
        assert (tmp_path / name).read_bytes() == stored, (
            f"run tools/make_ledger.py: {name}"
        )
