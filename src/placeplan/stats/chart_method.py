"""Control charts, asked by name: national rules, and those of the older package."""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from placeplan.stats.array import Flags, Ints
from placeplan.stats.date_check import order_dates
from placeplan.stats.method import STRUCTURE, Answer, InputColumn, Method, Option
from placeplan.stats.request import Request, read_dates
from placeplan.stats.spc_chart import SpcChart, chart_series
from placeplan.stats.spc_judgement import Direction
from placeplan.stats.spc_rule_set import (
    NATIONAL_2_6A,
    NHSR_0_2_2,
    RULE_SETS,
    ConflictRule,
    SpcRuleSet,
    get_rule_set,
)
from placeplan.stats.structure import Inspection

SIGNS: Final = {1: Direction.INCREASE, -1: Direction.DECREASE, 0: Direction.NEUTRAL}
FEWEST_FIXED: Final = {"fix_after_n_points": 12, "baseline_points": 2}
OLDER_NAMES: Final = {
    ("single", 1): "Above UCL",
    ("single", -1): "Below LCL",
    ("trend", 1): "{trend} Point Trend (Increasing)",
    ("trend", -1): "{trend} Point Trend (Decreasing)",
    ("two_sigma", 1): "2 in 3 Above CL",
    ("two_sigma", -1): "2 in 3 Below CL",
    ("shift", 1): "{shift} Points Above CL",
    ("shift", -1): "{shift} Points Below CL",
}
OLDER_MEANINGS: Final = {
    "improvement": "special_cause_improvement",
    "concern": "special_cause_concern",
}


def _direction(request: Request) -> Direction:
    given = request.option("improvement_direction", "increase")
    if isinstance(given, int) and given in SIGNS:
        return SIGNS[given]
    known = [str(way) for way in Direction]
    return Direction(request.choice("improvement_direction", "increase", known))


def read_rebases(look: Inspection, request: Request, dates: Any) -> Flags:
    """Mark the points at which limits are calculated anew.

    A date that matches no point is refused.

    Examples
    --------
    >>> from placeplan.stats.structure import Structure
    >>> look = Inspection(Structure.REPORT)
    >>> days = np.array(["2024-01-01", "2024-02-01"], "M8[D]")
    >>> read_rebases(look, Request({"rebase": ["2024-02-01"]}, {}), days).tolist()
    [False, True]
    """
    given = request.option("rebase", [])
    wanted = read_dates(given if isinstance(given, list) else [given], "option rebase")
    for day in wanted[~np.isin(wanted, dates)]:
        expected = "a rebase date that is the date of a point"
        look.refuse("option rebase", expected, str(day), "Give the date of a point.")
    return np.isin(dates, wanted)


def _chart(request: Request, rules: SpcRuleSet) -> tuple[SpcChart, Ints, Any, Any]:
    look = request.inspect()
    dates, values = request.dates("date"), request.numbers("value")
    order = order_dates(look, dates)
    starts = read_rebases(look, request, dates)
    ghost = _read_ghosts(request)
    gone = np.isnan(values) & ~ghost
    look.find_rows(gone, "value", "a value in every row", "Gaps are bridged.")
    checks = look.close()
    target = request.option("target", None)
    name = (
        "baseline_points"
        if request.option("baseline_points", 0)
        else "fix_after_n_points"
    )
    baseline = request.option(name, None)
    chart = chart_series(
        values[order],
        improvement=_direction(request),
        rules=rules,
        target=None if target is None else request.number("target", 0.0),
        rebase_at=starts[order],
        ghost=ghost[order],
        baseline_points=None if baseline is None else _read_baseline(request, name),
    )
    live = ~(np.isnan(values) | ghost)[order]
    checks += _tell_short_parts(live, starts[order], rules)
    return chart, order, dates[order], checks


def _tell_short_parts(live: Flags, starts: Flags, rules: SpcRuleSet) -> tuple[str, ...]:
    """Tell of parts between rebases whose limits rest on few points."""
    part = np.cumsum(starts) - starts[:1].sum()
    size = np.bincount(part[live], minlength=int(part.max(initial=0)) + 1)
    least = rules.partition_points
    return tuple(
        f"part {number + 1}: expected {least} points or more, found {count}."
        for number, count in enumerate(size.tolist())
        if count < least
    )


def _read_ghosts(request: Request) -> Flags:
    if not request.has("ghost"):
        return np.zeros(request.rows, dtype=bool)
    marks = [mark if mark is not None else 0 for mark in request.column("ghost")]
    return Request({}, {"ghost": marks}).flags("ghost")


def _read_baseline(request: Request, name: str) -> int:
    look = request.inspect()
    points = request.whole(name, 0)
    least = FEWEST_FIXED[name]
    if points < least:
        expected = f"{least} points or more"
        look.refuse(f"option {name}", expected, str(points), "Ask for 12 or more.")
    look.close()
    return points


def _answer_national(request: Request) -> Answer:
    chart, _, dates, checks = _chart(request, _national_rules(request))
    limits, points = chart.limits, len(dates)
    names = {
        "single": "single",
        "two_sigma": "two_sigma",
        "shift": "shift",
        "trend": "trend",
    }
    named: dict[str, Any] = {
        "date": dates,
        "mean": limits.centre[0],
        "upl": limits.upper[0],
        "lpl": limits.lower[0],
    }
    for rule, word in names.items():
        named[f"{word}_up"] = chart.signals.up[rule][0]
        named[f"{word}_down"] = chart.signals.down[rule][0]
    named["judgement"] = chart.judgement[0]
    named["variation_icon"] = [str(chart.variation[0])] * points
    named["assurance_icon"] = [str(chart.assurance[0])] * points
    named["rule_set"] = [chart.rules.name] * points
    return Answer(named, checks, chart.reason[0].tolist())


def _national_rules(request: Request) -> SpcRuleSet:
    rules = get_rule_set(
        request.choice("rule_set", NATIONAL_2_6A.name, list(RULE_SETS))
    )
    known = [str(rule) for rule in ConflictRule]
    changed = replace(
        rules,
        shift_points=request.whole("shift_points", rules.shift_points),
        trend_points=request.whole("trend_points", rules.trend_points),
        minimum_points=request.whole("minimum_points", rules.minimum_points),
        exclude_moving_range_outliers=request.flag(
            "exclude_mr_outliers", rules.exclude_moving_range_outliers
        ),
        conflict_rule=ConflictRule(
            request.choice("conflict_rule", str(rules.conflict_rule), known)
        ),
    )
    return _name_change(changed, rules)


def _name_change(changed: SpcRuleSet, rules: SpcRuleSet) -> SpcRuleSet:
    if changed == rules:
        return rules
    return replace(changed, name=f"{rules.name} with changed settings")


def _answer_older(request: Request) -> Answer:
    rules = replace(
        NHSR_0_2_2,
        exclude_moving_range_outliers=request.flag("screen_outliers", True),
    )
    chart, _, dates, checks = _chart(request, _name_change(rules, NHSR_0_2_2))
    points = len(dates)
    kinds = [
        _name_cause(str(rule), int(way), rules)
        for rule, way in zip(chart.rule[0], chart.direction[0], strict=True)
    ]
    judgements = [str(word) for word in chart.judgement[0]]
    icon = str(chart.variation[0]).replace("neither", "neutral")
    assurance = str(chart.assurance[0]).replace("hit_or_miss", "inconsistent")
    named: dict[str, Any] = {
        "date": dates,
        "mean": chart.limits.centre[0],
        "lpl": chart.limits.lower[0],
        "upl": chart.limits.upper[0],
        "special_cause_type": kinds,
        "point_type": [_name_point(word) for word in judgements],
        "variation_icon": [icon] * points,
        "assurance_icon": [assurance] * points,
        "rule_set": [chart.rules.name] * points,
    }
    return Answer(named, checks, chart.reason[0].tolist())


def _name_cause(rule: str, direction: int, rules: SpcRuleSet) -> str:
    if not rule:
        return "Common Cause"
    words = OLDER_NAMES[rule, direction]
    return words.format(trend=rules.trend_points, shift=rules.shift_points)


def _name_point(judgement: str) -> str:
    meaning, _, height = judgement.partition("_")
    if meaning == "neither":
        return f"special_cause_neutral_{height}"
    return OLDER_MEANINGS.get(meaning, judgement)


SERIES: Final = (
    InputColumn("date", "Date of the point, such as 2024-04-01."),
    InputColumn("value", "Its value; missing ones are bridged."),
    InputColumn("ghost", "1 for points that are shown and take no part.", False),
)
SHARED: Final = (
    Option(
        "improvement_direction",
        "string",
        "increase",
        "Or decrease, or neutral; 1, -1 and 0 mean the same.",
        ("integer",),
    ),
    Option("target", "number", None, "What is aimed for."),
    Option(
        "rebase",
        "array",
        [],
        "Dates at which limits are calculated anew.",
        ("string",),
    ),
    STRUCTURE,
)

CHART_METHODS: Final = (
    Method(
        "spc_mdc",
        "XmR chart under a named rule set, the national v2.6a by default.",
        SERIES,
        (
            *SHARED,
            Option("rule_set", "string", NATIONAL_2_6A.name, "Name of a rule set."),
            Option("shift_points", "integer", 6, "Points of a shift."),
            Option("trend_points", "integer", 6, "Points of a trend."),
            Option("minimum_points", "integer", 13, "Fewer have no limits."),
            Option("exclude_mr_outliers", "boolean", False, "Screen moving ranges."),
            Option("conflict_rule", "string", "improvement", "Or concern, for ties."),
            Option("baseline_points", "integer", None, "Points that set the limits."),
        ),
        _answer_national,
        NATIONAL_2_6A.source,
    ),
    Method(
        "spc",
        "XmR chart under the rules of the older R package.",
        SERIES,
        (
            *SHARED,
            Option("screen_outliers", "boolean", True, "Screen moving ranges."),
            Option(
                "fix_after_n_points", "integer", None, "Points that set the limits."
            ),
        ),
        _answer_older,
        NHSR_0_2_2.source,
    ),
)
