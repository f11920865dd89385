"""Forecast: how the year will end, if it goes on as it has begun, or as it was planned.

It answers what a month comes to on average (the run rate), how each body and all of
them together will end the year by the methods of `FORECAST_METHODS`, how far those
would have missed a year that is over, and whether savings are planned for the end of
the year. It takes a ledger, and gives frames in whole pence and sentences; money of a
fund does not count unless it is asked for, as control totals are held without it.
"""

from placeplan.money.forecast.back_test import ALL_BODIES, back_test
from placeplan.money.forecast.body_forecast import ForecastQuestion
from placeplan.money.forecast.method import (
    FORECAST_METHODS,
    FROM_PLAN,
    PLAN_SHAPE,
    PROBABILISTIC,
    SEASONAL,
    SHAPES,
    STRAIGHT_LINE,
    YEAR_BEFORE,
    ForecastMethod,
)
from placeplan.money.forecast.outturn_forecast import (
    Forecast,
    OutturnSum,
    forecast_outturn,
)
from placeplan.money.forecast.run_rate import find_run_rate
from placeplan.money.forecast.savings_profile import (
    BACK_LOADING_RULES,
    BackLoading,
    SavingsProfile,
    find_savings_profile,
)
from placeplan.money.forecast.savings_words import describe_savings

__all__ = [
    "ALL_BODIES",
    "BACK_LOADING_RULES",
    "FORECAST_METHODS",
    "FROM_PLAN",
    "PLAN_SHAPE",
    "PROBABILISTIC",
    "SEASONAL",
    "SHAPES",
    "STRAIGHT_LINE",
    "YEAR_BEFORE",
    "BackLoading",
    "Forecast",
    "ForecastMethod",
    "ForecastQuestion",
    "OutturnSum",
    "SavingsProfile",
    "back_test",
    "describe_savings",
    "find_run_rate",
    "find_savings_profile",
    "forecast_outturn",
]
