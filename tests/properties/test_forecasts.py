"""Laws of forecasts, for any year: to the penny, and against slow twins."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factories.ledger_months import make_ledger
from placeplan.money.forecast import (
    FORECAST_METHODS,
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    ForecastQuestion,
    describe_savings,
    find_savings_profile,
    forecast_outturn,
)

PENCE = st.integers(min_value=-(10**11), max_value=10**11)
YEAR = st.lists(PENCE, min_size=12, max_size=12)
COST = st.lists(st.integers(min_value=1, max_value=10**11), min_size=12, max_size=12)
BOOKED = st.integers(min_value=1, max_value=11)
METHODS = st.sampled_from(sorted(FORECAST_METHODS))


def _pounds(months):
    return [pence / 100 for pence in months]


def _make(bodies, booked, *, line="staff"):
    """Make a ledger: by body a plan and an actual in pence."""
    return make_ledger(
        [
            (body, line, 2016, basis, _pounds(months)[: booked if at else 12])
            for body, both in bodies.items()
            for at, (basis, months) in enumerate(
                zip(("plan", "actual"), both, strict=True)
            )
        ]
    )


def _say(ledger, method, draws=40):
    return forecast_outturn(ledger, ForecastQuestion(method, draws=draws), year=2016)


@given(YEAR, YEAR, METHODS)
def test_year_that_is_over_is_its_outturn(plan, actual, method):
    said = _say(_make({"mft": (plan, actual)}, 12), method)

    assert said.total.forecast_pence == -sum(actual)
    assert {said.total.p10_pence, said.total.p90_pence} <= {None, -sum(actual)}


@given(YEAR, YEAR, BOOKED)
def test_straight_line_is_the_mean_times_twelve_within_a_penny(plan, actual, booked):
    said = _say(_make({"mft": (plan, actual)}, booked), STRAIGHT_LINE)

    exact = Fraction(-12 * sum(actual[:booked]), booked)
    assert abs(said.total.forecast_pence - exact) < 1


@given(COST, COST, BOOKED)
def test_seasonal_is_what_is_booked_over_its_share_of_the_plan(plan, actual, booked):
    said = _say(_make({"mft": (plan, actual)}, booked), SEASONAL)

    exact = Fraction(-sum(actual[:booked]) * sum(plan), sum(plan[:booked]))
    assert abs(said.total.forecast_pence - exact) < 1


@given(COST, BOOKED, METHODS)
def test_year_that_goes_as_planned_ends_as_planned_but_for_a_straight_line(
    plan, booked, method
):
    said = _say(_make({"mft": (plan, plan)}, booked), method)

    level = plan[:1] * 12
    flat = _say(_make({"mft": (level, level)}, booked), method)
    assert flat.total.forecast_pence == -sum(level)
    if method != STRAIGHT_LINE:
        assert said.total.forecast_pence == -sum(plan)


@given(st.lists(st.tuples(YEAR, YEAR), min_size=1, max_size=4), BOOKED, METHODS)
def test_bodies_and_months_tie_to_the_whole(years, booked, method):
    bodies = {f"body-{at}": both for at, both in enumerate(years)}
    said = _say(_make(bodies, booked), method)

    months = said.months
    to_date = -sum(sum(actual[:booked]) for _, actual in years)
    assert said.total.to_date_pence == to_date == said.bodies["to_date_pence"].sum()
    assert months["forecast_so_far_pence"][booked - 1] == to_date
    assert months["forecast_so_far_pence"][-1] == said.total.forecast_pence
    if method != PROBABILISTIC:
        assert said.bodies["forecast_pence"].sum() == said.total.forecast_pence
        assert months["forecast_pence"].sum() == said.total.forecast_pence


@given(YEAR, YEAR, BOOKED)
def test_percentiles_are_in_order_and_within_what_was_seen(plan, actual, booked):
    total = _say(_make({"mft": (plan, actual)}, booked), PROBABILISTIC).total

    strayed = [b - a for a, b in zip(plan[:booked], actual[:booked], strict=True)]
    sure = -sum(actual[:booked]) - sum(plan[booked:])
    left = 12 - booked
    assert total.p10_pence <= total.p50_pence <= total.p90_pence
    assert sure - left * max(strayed) <= total.p10_pence
    assert total.p90_pence <= sure - left * min(strayed)


@given(
    st.lists(st.integers(0, 10**9), min_size=12, max_size=12),
    st.lists(st.integers(-(10**9), 10**9), max_size=12),
)
def test_sentence_on_savings_calls_back_loaded_what_is_and_nothing_else(plan, made):
    ledger = make_ledger(
        [("mft", "care", 2016, "actual", [1] * len(made))],
        [
            ("mft", "agency", 2016, "plan", _pounds(plan)),
            ("mft", "agency", 2016, "actual", _pounds(made)),
        ],
    )
    profile = find_savings_profile(ledger, year=2016)

    said = describe_savings(profile)

    late = sum(plan) and Fraction(sum(plan[9:]), sum(plan)) > Fraction("0.35")
    open_still = len(made) < 12 and sum(made) < sum(plan)
    assert profile.is_back_loaded is bool(late)
    assert said.startswith("Savings are back-loaded.") is bool(late and open_still)
    assert said.endswith(".")
    if profile.needed_a_month is not None:
        still = sum(plan) - sum(made)
        assert abs(profile.needed_a_month * profile.months_left - still) <= 12
