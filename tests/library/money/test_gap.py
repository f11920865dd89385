"""A gap is income less cost, negative when money is short."""

import polars as pl

from factories.money_factory import make_table
from placeplan.money import compare_with_published, find_gap, sum_income
from placeplan.money.gap import mark_calibrated_years
from placeplan.tables import STATUS

INCOME = make_table(
    "income",
    [
        (2017, "system", 9_400.0, 1_100.0, "us", "illustrative"),
        (2016, "system", 9_000.25, 1_000.5),
    ],
)
COST = pl.DataFrame(
    {
        "year": [2016, 2017],
        "cost_pence": [1_020_000, 1_200_000],
        "non_recurrent_pence": [3_000, 0],
        "cost_status": ["calibrated", "derived"],
    },
    schema={
        "year": pl.Int32,
        "cost_pence": pl.Int64,
        "non_recurrent_pence": pl.Int64,
        "cost_status": STATUS,
    },
)


def test_income_is_allocation_and_all_other_by_year():
    assert sum_income(INCOME).rows() == [
        (2016, 1_000_075, "published"),
        (2017, 1_050_000, "illustrative"),
    ]


def test_gap_is_income_less_cost_and_its_two_parts_add_up():
    gap = find_gap(COST, sum_income(INCOME))

    pence = gap.select(pl.col("^gap.*pence$")).rows()
    assert pence == [(-19_925, -16_925, -3_000), (-150_000, -150_000, 0)]


def test_gap_is_as_weak_as_the_weaker_of_cost_and_income():
    gap = find_gap(COST, sum_income(INCOME))

    assert gap["gap_status"].to_list() == ["calibrated", "illustrative"]


def test_gap_stands_beside_the_published_one_in_the_years_that_were_published():
    published = make_table("gap_published", [(2017, -1_400.0), (2030, -9.0)])

    compared = compare_with_published(find_gap(COST, sum_income(INCOME)), published)

    assert compared.rows() == [(2017, -150_000, -140_000, -10_000, "published")]


def test_a_gap_that_meets_the_published_figure_is_calibrated():
    gap = find_gap(COST, sum_income(INCOME))
    published = make_table("gap_published", [(2016, -199.25), (2017, -1_500.0)])

    marked = mark_calibrated_years(gap, published)

    assert marked["gap_status"].to_list() == ["calibrated", "calibrated"]


def test_a_gap_a_penny_off_keeps_its_status():
    gap = find_gap(COST, sum_income(INCOME))
    published = make_table("gap_published", [(2017, -1_500.01)])

    marked = mark_calibrated_years(gap, published)

    assert marked["gap_status"].to_list() == ["calibrated", "illustrative"]
