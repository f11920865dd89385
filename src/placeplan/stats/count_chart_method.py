"""Run, P, U, C, T and G charts, asked by name."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from placeplan.stats.array import Floats
from placeplan.stats.count_chart import (
    limit_counts,
    limit_counts_between,
    limit_proportions,
    limit_times_between,
    limit_unit_counts,
)
from placeplan.stats.date_check import order_dates
from placeplan.stats.method import STRUCTURE, Answer, InputColumn, Method
from placeplan.stats.prime_chart import (
    limit_proportions_prime,
    limit_unit_counts_prime,
)
from placeplan.stats.request import Request
from placeplan.stats.run_chart import chart_runs

Lines = tuple[Floats, Floats, Floats]


def _order(request: Request) -> tuple[Any, tuple[str, ...]]:
    look = request.inspect()
    if not request.has("date"):
        return slice(None), look.close()
    order = order_dates(look, request.dates("date"))
    return order, look.close()


def _name_lines(values: Floats, lines: Lines) -> dict[str, Any]:
    centre, lower, upper = lines
    return {
        "value": values,
        "mean": centre,
        "lpl": lower,
        "upl": upper,
        "single_up": values > upper,
        "single_down": values < lower,
    }


def _answer_ratio(limit: Callable[[Any, Any], Lines]) -> Callable[[Request], Answer]:
    def answer(request: Request) -> Answer:
        order, checks = _order(request)
        x, n = request.numbers("x")[order], request.numbers("n")[order]
        lines = limit(x, n)
        reasons = np.where(np.isnan(lines[1]), "few_points", "").tolist()
        return Answer(_name_lines(x / n, lines), checks, reasons)

    return answer


def _answer_value(limit: Callable[[Any], Lines]) -> Callable[[Request], Answer]:
    def answer(request: Request) -> Answer:
        order, checks = _order(request)
        y = request.numbers("value")[order]
        return Answer(_name_lines(y, limit(y)), checks, [""] * len(y))

    return answer


def _answer_run(request: Request) -> Answer:
    order, checks = _order(request)
    y = request.numbers("value")[order]
    chart = chart_runs(y)
    named = {
        "value": y,
        "median": np.full(y.shape, chart.median),
        "shift": chart.shift,
        "trend": chart.trend,
    }
    return Answer(named, checks, [""] * len(y))


DATE: Final = InputColumn("date", "Date of the point, to check its order.", False)
OF_ALL: Final = (
    InputColumn("x", "Events."),
    InputColumn("n", "Denominator or opportunities."),
    DATE,
)
VALUE: Final = (InputColumn("value", "Value of the point."), DATE)
BOOK: Final = "Montgomery, Introduction to statistical quality control."

LANEY: Final = "Laney 2002."

COUNT_CHART_METHODS: Final = (
    Method(
        "spc_p",
        "P chart: proportions.",
        OF_ALL,
        (STRUCTURE,),
        _answer_ratio(limit_proportions),
        BOOK,
    ),
    Method(
        "spc_u",
        "U chart: events for each opportunity.",
        OF_ALL,
        (STRUCTURE,),
        _answer_ratio(limit_unit_counts),
        BOOK,
    ),
    Method(
        "spc_pp",
        "P' chart: proportions of so many that a P chart is too narrow.",
        OF_ALL,
        (STRUCTURE,),
        _answer_ratio(limit_proportions_prime),
        LANEY,
    ),
    Method(
        "spc_up",
        "U' chart: events for so many opportunities that a U chart is too narrow.",
        OF_ALL,
        (STRUCTURE,),
        _answer_ratio(limit_unit_counts_prime),
        LANEY,
    ),
    Method(
        "spc_c",
        "C chart: events in equal opportunities.",
        VALUE,
        (STRUCTURE,),
        _answer_value(limit_counts),
        BOOK,
    ),
    Method(
        "spc_t",
        "T chart: time between rare events.",
        VALUE,
        (STRUCTURE,),
        _answer_value(limit_times_between),
        "Nelson 1994.",
    ),
    Method(
        "spc_g",
        "G chart: opportunities between rare events.",
        VALUE,
        (STRUCTURE,),
        _answer_value(limit_counts_between),
        "Benneyan 2001.",
    ),
    Method(
        "spc_run",
        "Run chart: a median, shifts and trends.",
        VALUE,
        (STRUCTURE,),
        _answer_run,
        "Perla and others 2011.",
    ),
)
