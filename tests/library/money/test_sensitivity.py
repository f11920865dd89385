"""The gap moves as far as a plan would that has the other growth."""

import polars as pl
import pytest

from factories.money_factory import make_activity, make_tables
from placeplan.errors import InputError
from placeplan.money import DRIVERS, Swing, project_money, swing_gap

YEARS = (2016, 2017, 2018)
ONE_POINT = Swing(points=1)


def project(*, price=0.02, use=0.0, policy=0.0, people=0.0, income=0.03):
    """Work out a plan in which each driver grows alike every year."""
    activity = make_activity(
        [
            (year, "north", "trust-a", "spell", 1000 * ((1 + people) * (1 + use)) ** at)
            for at, year in enumerate(YEARS)
        ]
    )
    tables = make_tables(
        prices=[("spell", 1000.0)],
        growth=[("spell", 2017, 2018, use, use, use)],
        inflation=[(2017, 2018, "price", price), (2017, 2018, "policy", policy)],
        income=[
            (year, "system", 1e6 * (1 + income) ** at, 0.0)
            for at, year in enumerate(YEARS)
        ],
        fixed_cost=[],
        gap_published=[],
        solutions=[],
    )
    return project_money(
        tables, activity, base_year=2016, years=YEARS, with_solutions=False
    )


def find_gap(money):
    of = (pl.col("measure") == "gap_pounds") & (pl.col("year") == 2018)
    return money.filter(of)["value"].item()


def swing(money, by=ONE_POINT, year=2018):
    found = swing_gap(money, base_year=2016, year=year, swing=by)
    return {row["driver"]: row for row in found.to_dicts()}


# Growth of one driver alone is read exactly, so that its swing is that of another plan.
ALONE = {
    "price": {"price": 0.02},
    "policy": {"price": 0.0, "policy": 0.015},
    "non_demographic": {"price": 0.0, "use": 0.015},
    "demographic": {"price": 0.0, "people": 0.008},
}
SETTING = {"non_demographic": "use", "demographic": "people"}


@pytest.mark.parametrize("driver", ALONE)
@pytest.mark.parametrize("points", [1.0, 0.5])
def test_driver_that_alone_moves_cost_swings_the_gap_as_another_plan(driver, points):
    grown = ALONE[driver]
    setting = SETTING.get(driver, driver)

    found = swing(project(**grown), Swing(points=points))[driver]

    for name, way in (("faster", 1), ("slower", -1)):
        other = grown | {setting: grown[setting] + way * points / 100}
        assert found[f"{name}_pounds"] == pytest.approx(
            find_gap(project(**other)), abs=0.02
        )
    assert found["growth_share"] == pytest.approx(grown[setting])


def test_income_swings_the_gap_as_another_plan():
    found = swing(project())["income"]

    assert found["growth_share"] == pytest.approx(0.03)
    assert found["faster_pounds"] == pytest.approx(find_gap(project(income=0.04)))
    assert found["slower_pounds"] == pytest.approx(find_gap(project(income=0.02)))


@pytest.mark.parametrize("setting", ["price", "policy", "use", "people"])
def test_among_several_drivers_the_swing_is_near_that_of_another_plan(setting):
    """Growth read from pounds shares out what drivers do together: near, not exact."""
    grown = {"price": 0.02, "policy": 0.004, "use": 0.015, "people": 0.008}
    driver = {"use": "non_demographic", "people": "demographic"}.get(setting, setting)

    found = swing(project(**grown))[driver]

    other = find_gap(project(**grown | {setting: grown[setting] + 0.01}))
    moved = other - found["gap_pounds"]
    assert found["faster_pounds"] - found["gap_pounds"] == pytest.approx(
        moved, rel=0.001
    )


def test_what_moves_the_gap_furthest_comes_first():
    found = swing_gap(project(), base_year=2016, year=2018, swing=ONE_POINT)
    widths = (found["faster_pounds"] - found["slower_pounds"]).abs().to_list()

    assert widths == sorted(widths, reverse=True)
    assert {*found["driver"]} == {*DRIVERS}


def test_cost_that_grows_faster_widens_the_gap_and_income_narrows_it():
    for driver, row in swing(project()).items():
        ways = (row["slower_pounds"], row["gap_pounds"], row["faster_pounds"])
        assert [*ways] == sorted(ways, reverse=driver != "income")


def test_status_is_the_weaker_of_gap_and_driver():
    money = project()
    weak = pl.col("measure") == "driver_price_pounds"
    told = money.with_columns(
        status=pl.when(weak)
        .then(pl.lit("illustrative"))
        .otherwise(pl.lit("published"))
        .cast(money.schema["status"])
    )

    found = swing(told)

    assert {name: row["status"] for name, row in found.items()} == {
        "price": "illustrative",
        **dict.fromkeys({*DRIVERS} - {"price"}, "published"),
    }


@pytest.mark.parametrize("year", [2016, 2031])
def test_base_year_and_year_without_numbers_have_no_swing(year):
    assert swing(project(), year=year) == {}


@pytest.mark.parametrize("price", [0.02, -0.02])
def test_swing_may_be_a_part_of_the_growth_itself(price):
    found = swing(project(price=price), Swing(share=0.25))["price"]

    for name, way in (("faster", 1), ("slower", -1)):
        other = find_gap(project(price=price + way * 0.005))
        assert found[f"{name}_pounds"] == pytest.approx(other, abs=0.02)


def test_driver_that_stands_still_has_no_growth_to_be_a_part_of():
    found = swing(project(), Swing(share=0.25))["policy"]

    ends = (found["slower_pounds"], found["faster_pounds"])
    assert ends == (found["gap_pounds"],) * 2


@pytest.mark.parametrize(
    ("points", "share"), [(0, 0), (-1, 0), (10.5, 0), (0, 1.5), (1, 0.25)]
)
def test_swing_that_is_no_small_change_of_one_kind_is_refused(points, share):
    with pytest.raises(InputError) as refusal:
        Swing(points=points, share=share)

    (fault,) = refusal.value.faults
    assert str(fault) == (
        "swing: expected points up to 10 or a share up to 1, above 0, found points "
        f"{points:g} and share {share:g}. 1 point is usual, or a quarter of the growth."
    )
