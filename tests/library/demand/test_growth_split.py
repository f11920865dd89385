"""Two causes of change that sum to it."""

from factories.demand_factory import make_people, make_tables
from factories.factor_factory import make_factors, make_people_alike
from placeplan.demand import split_growth

PEOPLE = make_people(
    {
        (2016, "dover", "male", 70): 100,
        (2017, "dover", "male", 70): 150,
        (2018, "dover", "male", 70): 200,
    }
)
TABLES = make_tables(
    activity_base=[("gp_appointment", "dover", "gps", None, "male", "70-74", 40, 0)],
    growth=[("gp_appointment", 2017, 2018, 0.1, 0, 0.2, "ours", "illustrative")],
)


def test_people_come_first_and_use_is_the_rest():
    # 40 -> 60 by people, x 1.1 by use; then 80, x 1.21.
    split = split_growth(TABLES, PEOPLE, base_year=2016, years=[2017, 2018])
    assert [(*row[:4], round(row[4], 9), row[5]) for row in split.iter_rows()] == [
        (2017, "gp_appointment", "demographic", "appointments", 20, "published"),
        (2017, "gp_appointment", "non_demographic", "appointments", 6, "illustrative"),
        (2018, "gp_appointment", "demographic", "appointments", 40, "published"),
        (
            2018,
            "gp_appointment",
            "non_demographic",
            "appointments",
            16.8,
            "illustrative",
        ),
    ]


def test_nothing_has_changed_in_the_base_year():
    split = split_growth(TABLES, PEOPLE, base_year=2016, years=[2016])
    assert split["value"].to_list() == [0.0, 0.0]


def test_further_factors_count_with_people():
    tables = make_factors(waiting_list=[("day_case", "mft", 14.0)])
    split = split_growth(tables, make_people_alike(), base_year=2016, years=[2018])

    rows = split.filter(pod="day_case").select("driver", "value").rows()
    assert rows == [("demographic", 14.0), ("non_demographic", 0.0)]
