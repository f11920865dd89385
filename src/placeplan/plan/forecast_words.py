"""A forecast in words: where the year stands, and how it may end by each method."""

from collections.abc import Sequence

from placeplan.money.amount_words import say_pence
from placeplan.money.forecast import (
    FROM_PLAN,
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    YEAR_BEFORE,
    Forecast,
)
from placeplan.money.pence import Pence
from placeplan.periods import FinancialYear
from placeplan.plan.number_words import join_words


def say_forecast(
    forecasts: Sequence[Forecast],
    *,
    control_total: Pence | None = None,
    who: str = "the system",
) -> str:
    """Say where the year stands and how it may end, by each method.

    Parameters
    ----------
    forecasts, control_total, who
        As `draw_forecast`; at least one forecast.
    """
    first = forecasts[0]
    aim = ""
    if control_total is not None:
        aim = f" Its control total is {say_pence(control_total)}."
    said = _say_standing(first, who)
    if not first.months["booked"].all() and not _is_plan(first):
        ends = [_say_end(each) for each in forecasts]
        said = f"{said} The year may end at {join_words(ends)}."
    return said + aim


def _is_plan(forecast: Forecast) -> bool:
    return forecast.bodies["method"].eq(FROM_PLAN).all()


def _say_standing(first: Forecast, who: str) -> str:
    year, booked = FinancialYear(first.year), first.months.filter("booked")
    name = f"{who[0].upper()}{who[1:]}"
    if _is_plan(first):
        end = say_pence(Pence(first.total.forecast_pence))
        return f"{name} has booked no month of {year} yet; its plan is {end}."
    if booked.is_empty():
        return f"{name} has not booked a whole month of {year} yet."
    last = booked.row(-1, named=True)
    so_far = say_pence(Pence(last["forecast_so_far_pence"]))
    said = f"By the end of {last['month']:%B %Y} {who} stood at {so_far}"
    if booked.height == first.months.height:
        said = f"{name} ended {year} at {so_far}"
    if last["plan_so_far_pence"] is None:
        return f"{said}."
    apart = last["forecast_so_far_pence"] - last["plan_so_far_pence"]
    if not apart:
        return f"{said}, as planned."
    worse = "worse" if apart < 0 else "better"
    return f"{said}, {say_pence(Pence(abs(apart)))} {worse} than planned."


def _say_end(forecast: Forecast) -> str:
    total = forecast.total
    if forecast.question.method == PROBABILISTIC:
        low, high = Pence(total.p10_pence or 0), Pence(total.p90_pence or 0)
        if low == high:
            return f"{say_pence(low)} (in all futures drawn)"
        return (
            f"between {say_pence(low)} and {say_pence(high)} (in eight futures of ten)"
        )
    ways = {
        STRAIGHT_LINE: "if months go on as on average so far",
        SEASONAL: "if they follow the shape of the plan",
    }
    way = ways[forecast.question.method]
    if forecast.question.shape == YEAR_BEFORE and "shape" in way:
        way = "if they follow the shape of the year before"
    return f"{say_pence(Pence(total.forecast_pence))} ({way})"
