"""Growth of use, compounded."""

import pytest

from factories.demand_factory import make_tables
from placeplan.demand import compound_growth, index_use
from placeplan.errors import PeriodError

ROWS = [
    ("ae_type_1", 2018, 2019, 0.1, 0.0, 0.2),
    ("ae_type_1", 2021, 2021, -0.5, -0.5, 0.0, "ours", "illustrative"),
    ("day_case", 2017, 2021, 0.02, 0.01, 0.03, "paper", "derived"),
]


def _index(years, rows=ROWS):
    return index_use(make_tables(growth=rows), base_year=2016, years=years)


@pytest.mark.parametrize(
    ("shares", "index"),
    [((0.09, 0.02), 1.1118), ((0.03, 0.0057, 0.0217), 1.0583), ((0.2, 0.02), 1.224)],
)
def test_growth_compounds_as_in_the_national_model(shares, index):
    assert round(compound_growth(shares), 4) == index


def test_each_pod_grows_in_its_own_years_both_ends_included():
    found = {
        (pod, year): round(index, 9)
        for year, pod, index, _ in _index([2017, 2018, 2020, 2021]).iter_rows()
    }
    assert found == {
        ("ae_type_1", 2017): 1.0,
        ("ae_type_1", 2018): 1.1,
        ("ae_type_1", 2020): 1.21,
        ("ae_type_1", 2021): 0.605,
        ("day_case", 2017): 1.02,
        ("day_case", 2018): 1.0404,
        ("day_case", 2020): 1.08243216,
        ("day_case", 2021): 1.104080803,
    }


def test_growth_that_has_not_begun_weakens_nothing():
    assert _index([2017, 2021]).select("year", "pod", "status").rows() == [
        (2017, "ae_type_1", "published"),
        (2017, "day_case", "derived"),
        (2021, "ae_type_1", "illustrative"),
        (2021, "day_case", "derived"),
    ]


def test_a_plan_without_growth_has_no_index():
    assert index_use({}, base_year=2016, years=[2017]).height == 0


def test_years_before_the_base_year_are_refused():
    with pytest.raises(PeriodError):
        _index([2014, 2017])
