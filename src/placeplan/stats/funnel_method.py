"""Funnel plots, asked by name."""

from typing import Any, Final

import numpy as np

from placeplan.stats.array import Floats
from placeplan.stats.funnel_limit import (
    FunnelLines,
    draw_proportion_lines,
    draw_rate_lines,
    draw_ratio_lines,
)
from placeplan.stats.funnel_significance import (
    TOO_FEW,
    derive_people,
    judge_proportion,
    judge_rate,
    judge_ratio,
    refuse_bare_zeros,
)
from placeplan.stats.group import code_groups, sum_groups
from placeplan.stats.method import STRUCTURE, Answer, InputColumn, Method, Option
from placeplan.stats.overdispersion import DEFAULT_TRIM, FunnelScale, widen_funnel
from placeplan.stats.rate_method import GUIDE
from placeplan.stats.request import Request

STATISTICS: Final = ("proportion", "ratio", "rate")


def _statistic(request: Request) -> str:
    return request.choice("statistic", "proportion", STATISTICS)


def _is_standardised(request: Request) -> bool:
    return request.choice("rate_type", "dsr", ("dsr", "crude")) == "dsr"


def _answer_significance(request: Request) -> Answer:
    kind = _statistic(request)
    if kind == "proportion":
        words = judge_proportion(request.numbers("x"), request.numbers("n"))
    elif kind == "ratio":
        words = judge_ratio(request.numbers("x"), request.numbers("n"))
    else:
        words = judge_rate(
            request.numbers("x"),
            request.numbers("rate"),
            multiplier=request.number("multiplier", 100_000),
            standardised=_is_standardised(request),
            people=request.numbers("n") if request.has("n") else None,
        )
    reasons = np.where(words == TOO_FEW, "few_events", "")
    return Answer({"significance": words}, (), reasons.tolist())


def _answer_limits(request: Request) -> Answer:
    kind = _statistic(request)
    x = request.numbers("x")
    look = request.inspect()
    look.refuse_rows(~(x >= 0), "x", "a count of 0 or more", "Correct the count.")
    if kind != "rate":
        n = request.numbers("n")
        look.refuse_rows(~(n > 0), "n", "a denominator above 0", "Correct it.")
    if kind == "proportion":
        look.refuse_rows(x > n, "x", "no count above its denominator", "Check both.")
    checks = look.close()
    if kind == "proportion":
        scale = request.number("multiplier", 100)
        lines = draw_proportion_lines(x, n, multiplier=scale)
        return _name_lines(lines, "population", x.sum() / n.sum() * scale, checks)
    if kind == "ratio":
        excess = request.choice("ratio_type", "isr", ("isr", "count")) == "count"
        scale = 1.0 if excess else 100.0
        lines = draw_ratio_lines(n, scale, -1.0 if excess else 0.0)
        return _name_lines(lines, "observed_events", 0.0 if excess else scale, checks)
    return _answer_rate_limits(request, x, checks)


def _answer_rate_limits(request: Request, x: Floats, checks: tuple[str, ...]) -> Answer:
    multiplier = request.number("multiplier", 100_000)
    standardised = _is_standardised(request)
    given = request.numbers("n") if request.has("n") and not standardised else None
    rates = request.numbers("rate")
    look = request.inspect()
    look.refuse_rows(
        (x > 0) & ~(rates > 0), "rate", "a rate above 0 where there are events", "Fix."
    )
    if not x.any():
        look.refuse("column x", "events in some row", "none", "No line can be drawn.")
    if not standardised:
        refuse_bare_zeros(look, x, given)
    look.close()
    people = derive_people(x, rates, multiplier, given)
    lines = draw_rate_lines(
        x, people, multiplier=multiplier, years=request.number("years_of_data", 1)
    )
    return _name_lines(
        lines, "events", x.sum() / np.nansum(people) * multiplier, checks
    )


def _name_lines(
    lines: FunnelLines, axis: str, centre: float, checks: tuple[str, ...]
) -> Answer:
    named: dict[str, Any] = {axis: lines.axis}
    for name in lines.lower:
        named[f"lower_{name}_limit"] = lines.lower[name]
        named[f"upper_{name}_limit"] = lines.upper[name]
    named["baseline"] = np.full(len(lines.axis), centre)
    return Answer(named, checks, [""] * len(lines.axis))


def _answer_overdispersion(request: Request) -> Answer:
    kind = request.choice("data_type", "SR", ("SR", "PR", "RC"))
    method = request.choice("sr_method", "SHMI", ("SHMI", "CQC"))
    scale = FunnelScale((method if kind == "SR" else kind).lower())
    labels, codes = code_groups(request.column("group"))
    look = request.inspect()
    if len(labels) < request.rows:
        found = f"{request.rows} rows for {len(labels)}"
        look.find("column group", "each unit once", found, "Rows of a unit are summed.")
    checks = look.close()
    count, base = (
        sum_groups(codes, request.numbers(name), len(labels))
        for name in ("numerator", "denominator")
    )
    found_funnel = widen_funnel(
        count,
        base,
        scale,
        trim=request.number("trim_by", DEFAULT_TRIM),
        multiplier=request.number("multiplier", 1.0),
    )
    units = len(labels)
    named = {
        "group": labels,
        "numerator": count,
        "denominator": found_funnel.base,
        "phi": [found_funnel.phi] * units,
        "tau2": [found_funnel.tau2] * units,
        "OD95LCL": found_funnel.lower_95,
        "OD95UCL": found_funnel.upper_95,
        "OD99LCL": found_funnel.lower_998,
        "OD99UCL": found_funnel.upper_998,
    }
    return Answer(named, checks, [""] * units)


STATISTIC: Final = Option("statistic", "string", "proportion", "Or ratio, or rate.")
RATE_TYPE: Final = Option("rate_type", "string", "dsr", "dsr or crude, for a rate.")
YEARS: Final = Option("years_of_data", "number", 1, "Years the events span.")
POINTS: Final = (
    InputColumn("x", "Numerator, or observed events."),
    InputColumn("n", "Denominator, or expected events.", False),
    InputColumn("rate", "Rate per multiplier, for statistic rate.", False),
)

FUNNEL_METHODS: Final = (
    Method(
        "funnel_significance",
        "Which points lie outside a funnel plot.",
        POINTS,
        (
            STATISTIC,
            RATE_TYPE,
            Option("ratio_type", "string", "isr", "isr or count; judged alike."),
            Option("multiplier", "number", 100_000, "What a rate is for."),
            YEARS,
            STRUCTURE,
        ),
        _answer_significance,
        GUIDE,
    ),
    Method(
        "funnel_limits",
        "The lines of a funnel plot along its axis.",
        POINTS,
        (
            STATISTIC,
            RATE_TYPE,
            Option("ratio_type", "string", "isr", "isr out of 100, or count (excess)."),
            Option("multiplier", "number", 100, "What a proportion or rate is for."),
            YEARS,
            STRUCTURE,
        ),
        _answer_limits,
        GUIDE,
    ),
    Method(
        "funnel_od",
        "Funnel limits that allow for overdispersion.",
        (
            InputColumn("group", "The unit."),
            InputColumn("numerator", "Observed."),
            InputColumn("denominator", "Expected, or denominator."),
        ),
        (
            Option("data_type", "string", "SR", "SR, PR or RC."),
            Option("sr_method", "string", "SHMI", "SHMI or CQC, for SR."),
            Option("trim_by", "number", 0.1, "Share treated as extreme at each end."),
            Option("multiplier", "number", 1, "What a ratio of 1 is shown as."),
            Option("limit", "number", 99, "Which limit a chart draws; all are given."),
            STRUCTURE,
        ),
        _answer_overdispersion,
        "Spiegelhalter 2005; NHS Digital, SHMI specification.",
    ),
)
