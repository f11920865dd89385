"""Growth a year multiplies up to an index."""

import pytest

from factories.money_factory import make_table
from placeplan.money import index_growth
from placeplan.money.inflation import find_years_without

TABLE = make_table(
    "inflation",
    [
        (2017, 2018, "price", 0.10, "paper", "published"),
        (2019, 2030, "price", 0.02, "us", "illustrative"),
        (2018, 2018, "policy", -0.5, "paper", "derived"),
    ],
)


def test_prices_grow_each_year_of_a_range_over_the_year_before():
    index = index_growth(TABLE, kind="price", base_year=2016, years=[2019, 2017])

    assert index["year"].to_list() == [2016, 2017, 2019]
    assert index["index"].to_list() == pytest.approx([1, 1.1, 1.1 * 1.1 * 1.02])


def test_an_index_is_as_weak_as_the_weakest_growth_so_far():
    index = index_growth(TABLE, kind="price", base_year=2016, years=[2018, 2019])

    assert index["status"].to_list() == ["published", "published", "illustrative"]


def test_years_that_no_range_covers_do_not_grow():
    index = index_growth(TABLE, kind="policy", base_year=2016, years=[2017, 2018, 2020])

    assert index["index"].to_list() == [1.0, 1.0, 0.5, 0.5]
    assert index["status"].to_list() == ["published", "published", "derived", "derived"]


def test_growth_before_the_base_year_does_not_count():
    index = index_growth(TABLE, kind="price", base_year=2018, years=[2018])

    assert index.rows() == [(2018, 1.0, "published")]


def test_years_without_growth_are_listed():
    missing = find_years_without(TABLE, kind="policy", base_year=2016, years=[2019])

    assert missing == [2017, 2019]
