"""How a year will end: each method, and the years that leave nothing to say."""

from datetime import date

import pytest

from factories.ledger_months import FUND, make_ledger
from placeplan.errors import UnknownNameError
from placeplan.money.forecast import (
    FORECAST_METHODS,
    FROM_PLAN,
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    YEAR_BEFORE,
    ForecastQuestion,
    forecast_outturn,
)

METHODS = [*FORECAST_METHODS]
INCOME = [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210]
STAFF = [80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 90]
BOOKED = [101.5, 108.25, 119.99]
SPENT = [85, 83.33, 84.01]


@pytest.fixture
def ledger():
    """Three months booked of a body with a plan."""
    return make_ledger(
        [
            ("mft", "care", 2016, "plan", INCOME),
            ("mft", "staff", 2016, "plan", STAFF),
            ("mft", "care", 2016, "actual", BOOKED),
            ("mft", "staff", 2016, "actual", SPENT),
        ]
    )


def _say(ledger, method=STRAIGHT_LINE, **asked):
    question = ForecastQuestion(
        method,
        **{key: asked.pop(key) for key in ("shape", "seed", "draws") if key in asked},
    )
    return forecast_outturn(ledger, question, **{"year": 2016, **asked})


def test_straight_line_is_the_run_rate_times_twelve(ledger):
    said = _say(ledger)

    # booked: 329.74 - 252.34 = 77.40 in three months, 25.80 a month
    assert said.total.to_date_pence == 7740
    assert said.total.run_rate_pence == 2580
    assert said.total.forecast_pence == 4 * 7740
    assert said.total.plan_pence == 100 * (sum(INCOME) - sum(STAFF))
    assert said.total.p10_pence is None


def test_seasonal_follows_the_plan_side_by_side(ledger):
    said = _say(ledger, SEASONAL)

    income = round(32974 * sum(INCOME) / sum(INCOME[:3]))
    staff = round(25234 * sum(STAFF) / sum(STAFF[:3]))
    assert said.total.forecast_pence == income - staff


def test_seasonal_follows_the_year_before_where_it_is_asked_to(ledger):
    before = [10, 10, 10, *[20] * 9]
    longer = make_ledger(
        [
            ("mft", "care", 2015, "actual", before),
            ("mft", "care", 2016, "plan", INCOME),
            ("mft", "care", 2016, "actual", [12, 12, 12]),
        ]
    )

    assert _say(longer, SEASONAL, shape=YEAR_BEFORE).total.forecast_pence == 100 * (
        36 * 210 // 30
    )


def test_seasonal_goes_on_at_the_run_rate_where_no_shape_is_known(ledger):
    said = _say(ledger, SEASONAL, shape=YEAR_BEFORE)

    assert said.total == _say(ledger).total
    assert said.bodies["method"].to_list() == [STRAIGHT_LINE]


def test_probabilistic_tells_a_range_around_its_middle(ledger):
    total = _say(ledger, PROBABILISTIC).total

    assert total.p10_pence < total.p50_pence < total.p90_pence
    assert total.forecast_pence == total.p50_pence


def test_probabilistic_is_the_same_for_the_same_seed(ledger):
    first, again, other = (_say(ledger, PROBABILISTIC, seed=seed) for seed in (5, 5, 6))

    assert first.total == again.total
    assert first.months.equals(again.months)
    assert first.total != other.total


@pytest.mark.parametrize("method", METHODS)
def test_year_that_is_over_is_its_outturn_to_the_penny(method):
    booked = [33.33, -10.01, 7, 0, 250.07, 1, 2, 3, 4, 5, 6, -1200.99]
    done = make_ledger(
        [
            ("mft", "care", 2016, "actual", booked),
            ("mft", "care", 2016, "plan", INCOME),
            ("dgt", "supplies", 2016, "actual", STAFF),
        ]
    )

    said = _say(done, method)

    assert said.total.forecast_pence == -89960 - 97000
    assert said.bodies["forecast_pence"].to_list() == [-97000, -89960]
    assert said.months["booked"].to_list() == [True] * 12


@pytest.mark.parametrize("method", METHODS)
def test_year_that_has_not_started_is_its_plan_and_says_so(method):
    planned = make_ledger([("mft", "care", 2016, "plan", INCOME)])

    said = _say(planned, method)

    assert said.total.forecast_pence == said.total.plan_pence == 100 * sum(INCOME)
    assert said.total.run_rate_pence is None
    assert said.bodies["method"].to_list() == [FROM_PLAN]


@pytest.mark.parametrize("method", METHODS)
def test_body_that_has_booked_nothing_keeps_its_plan_beside_one_that_has(
    method, ledger
):
    both = make_ledger(
        [
            ("mft", "care", 2016, "actual", [5, 5]),
            ("mft", "care", 2016, "plan", [5] * 12),
            ("dgt", "staff", 2016, "plan", STAFF),
        ]
    )

    said = _say(both, method)

    assert said.total.forecast_pence == 6000 - 100 * sum(STAFF)
    assert said.bodies.select("organisation", "booked_months").rows() == [
        ("dgt", 0),
        ("mft", 2),
    ]
    assert said.months["booked"].to_list() == [False] * 12


@pytest.mark.parametrize("method", METHODS)
def test_a_month_that_was_not_booked_is_forecast_like_those_to_come(method):
    gap = make_ledger(
        [
            ("mft", "staff", 2016, "actual", [10, None, 10]),
            ("mft", "staff", 2016, "plan", [10] * 12),
        ]
    )

    said = _say(gap, method)

    assert said.total.forecast_pence == -12000
    assert said.months["booked"].to_list() == [True, False, True, *[False] * 9]


def test_a_side_that_is_booked_nothing_in_a_booked_month_is_nothing():
    uneven = make_ledger(
        [
            ("mft", "care", 2016, "actual", [10, 10]),
            ("mft", "staff", 2016, "actual", [None, 6]),
        ]
    )

    assert _say(uneven).total.forecast_pence == 12000 - 3600


def test_without_a_plan_there_is_none_to_compare_with():
    said = _say(make_ledger([("mft", "care", 2016, "actual", [10, 10])]))

    assert said.total.plan_pence is None
    assert said.months["plan_so_far_pence"].to_list() == [None] * 12


def test_what_would_have_been_said_then_knows_no_later_month(ledger):
    then = _say(ledger, through=date(2016, 5, 1))

    assert then.total.to_date_pence == 100 * (101.5 + 108.25 - 85 - 83.33)
    assert then.months["booked"].sum() == 2


def test_money_of_a_fund_counts_only_where_it_is_asked_for(ledger):
    funded = make_ledger(
        [
            ("mft", "care", 2016, "actual", [10, 10]),
            ("mft", FUND, 2016, "actual", [0, 7]),
        ]
    )

    assert _say(funded).total.to_date_pence == 2000
    assert _say(funded, with_funds=True).total.to_date_pence == 2700


def test_bodies_are_told_apart_and_add_up():
    three = make_ledger(
        [
            (body, "care", 2016, "actual", [pounds, pounds + 1])
            for body, pounds in (("dgt", 3), ("mft", -20), ("mtw", 7.5))
        ]
    )

    said = _say(three, bodies=["mtw", "dgt"])

    assert said.bodies["organisation"].to_list() == ["dgt", "mtw"]
    assert said.bodies["forecast_pence"].sum() == said.total.forecast_pence
    assert said.total.forecast_pence == 4200 + 9600


def test_months_add_up_to_the_year(ledger):
    months = _say(ledger, SEASONAL).months

    assert months["forecast_pence"].cum_sum().to_list() == (
        months["forecast_so_far_pence"].to_list()
    )
    assert months["month"].to_list()[0] == date(2016, 4, 1)
    assert months["month"].to_list()[-1] == date(2017, 3, 1)


def test_a_ledger_without_the_year_says_nothing(ledger):
    said = _say(ledger, year=2019)

    assert said.bodies.height == 0
    assert said.total.forecast_pence == 0
    assert said.total.plan_pence is None


def test_status_is_the_weakest_that_it_rests_on(ledger):
    assert _say(ledger).status == "illustrative"


def test_a_body_that_is_no_member_is_refused(ledger):
    with pytest.raises(UnknownNameError, match="ekhuft"):
        _say(ledger, bodies=["ekhuft"])


def test_a_method_or_shape_that_nobody_has_is_refused():
    with pytest.raises(UnknownNameError, match="moving_average"):
        ForecastQuestion("moving_average")
    with pytest.raises(UnknownNameError, match="weather"):
        ForecastQuestion(SEASONAL, "weather")


@pytest.mark.parametrize("method", METHODS)
def test_a_plan_of_some_months_says_nothing_of_the_others(ledger, method):
    half = make_ledger(
        [
            ("mft", "care", 2016, "plan", INCOME[:6]),
            ("mft", "staff", 2016, "plan", STAFF[:6]),
            ("mft", "care", 2016, "actual", BOOKED),
            ("mft", "staff", 2016, "actual", SPENT),
        ]
    )

    said = _say(half, method)

    assert said.total.plan_pence is None
    if method != PROBABILISTIC:
        # Twelve times 25.80 a month; by the plan the months from October are nothing.
        assert said.total.forecast_pence == 4 * 7740


def test_a_plan_of_some_months_is_all_that_is_known_while_nothing_is_booked():
    said = _say(make_ledger([("mft", "care", 2016, "plan", INCOME[:6])]))

    assert said.bodies["method"].to_list() == [FROM_PLAN]
    assert said.total.forecast_pence == 100 * sum(INCOME[:6])
