"""The tornado says what the gap hangs on most."""

import polars as pl
import pytest

from factories.results import make_results, make_row
from placeplan.money import Swing
from placeplan.plan.tornado_figure import draw_tornado


@pytest.fixture
def results():
    """Cost of 100 grows to 121 million by prices alone; income of 100 to 110.25."""
    amounts = {
        2016: {"cost": 100e6, "income": 100e6, "gap": 0.0},
        2018: {
            "cost": 121e6,
            "income": 110.25e6,
            "gap": -10.75e6,
            "driver_price": -21e6,
            "driver_income": 10.25e6,
        },
    }
    rows = [
        make_row(f"{name}_pounds", value, unit="pounds", year=year, status="derived")
        for year, of_year in amounts.items()
        for name, value in of_year.items()
    ]
    other = [row | {"scenario": "plan", "value": 1.0} for row in rows]
    return make_results([*rows, *other])


def draw(results, **changes):
    asked = {"base_year": 2016, "year": 2018, "swing": Swing(points=1)} | changes
    return draw_tornado(results, **asked)


def test_bars_reach_the_gap_of_faster_and_slower_growth(results):
    figure = draw(results)

    rows = {row[0]: row[1:5] for row in figure.table.iter_rows()}
    assert rows["Pay and prices"] == (
        10.0,
        round(110.25 - 100 * 1.09**2, 1),
        -10.8,
        round(110.25 - 100 * 1.11**2, 1),
    )
    assert rows["Income"] == (5.0, -12.8, -10.8, -8.6)
    assert rows["National policy"][0] == 0.0


def test_finding_names_the_driver_that_counts_most(results):
    assert draw(results, swing=Swing(share=0.25)).finding == (
        "The gap of −£10.8 million in 2018/19 hangs most on pay and prices: faster "
        "by 25\u00a0% of its growth it is −£16.3 million, slower by as much "
        "−£5.3 million. It hangs least on national policy."
    )


def test_each_bar_starts_at_the_gap_as_planned(results):
    (rows,) = [
        rows
        for rows in draw(results).specification["datasets"].values()
        if len(rows) > 1
    ]

    assert len(rows) == 2 * 5
    assert {row["gap"] for row in rows} == {-10.75}
    assert {row["way"] for row in rows} == {"grows more slowly", "grows faster"}


def test_there_is_nothing_to_swing_in_the_base_year(results):
    assert draw(results, year=2016) is None


def test_status_is_the_weakest_behind_it(results):
    weak = pl.col("measure") == "driver_price_pounds"
    told = results.table.with_columns(
        status=pl.when(weak).then(pl.lit("illustrative")).otherwise(pl.col("status"))
    )
    assert draw(results).status == "derived"
    assert draw(make_results(told.to_dicts())).status == "illustrative"
