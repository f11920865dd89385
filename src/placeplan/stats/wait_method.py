"""Waiting lists, asked by name."""

from typing import Any, Final

import numpy as np

from placeplan.stats.method import STRUCTURE, Answer, InputColumn, Method, Option
from placeplan.stats.referral_wait import find_percentiles, summarise_waits
from placeplan.stats.request import Request, read_dates, read_numbers
from placeplan.stats.waiting_history import (
    WaitingHistory,
    count_queue,
    read_history,
    summarise_history,
)
from placeplan.stats.waiting_list import (
    DEFAULT_FACTOR,
    RELIEF_WEEKS,
    WaitingListState,
    compute_need,
)

SOURCE: Final = "Fong and others 2022."
OPEN_WORDS: Final = "104+"


def _answer_calc(request: Request) -> Answer:
    def values(name: str, default: float | None = None) -> Any:
        if default is not None and not request.has(name):
            return np.full(request.rows, request.number(name, default))
        return request.numbers(name)

    need = compute_need(
        WaitingListState(
            values("demand"),
            values("capacity"),
            values("target_wait"),
            values("queue_size"),
            values("mean_wait"),
            values("cv_demand", 1.0),
            values("cv_capacity", 1.0),
            values("factor", DEFAULT_FACTOR),
            values("weeks_to_target", RELIEF_WEEKS),
        )
    )
    named = {
        "load": need.load,
        "target_mean_wait": need.target_mean_wait_weeks,
        "target_queue_size": need.target_queue,
        "target_capacity": need.target_capacity,
        "relief_capacity": need.relief_capacity,
        "pressure": need.pressure,
    }
    return Answer(named, (), [""] * request.rows)


def _history(request: Request) -> tuple[WaitingHistory, tuple[str, ...]]:
    ends = {}
    for name, key in (("start_date", "starts_on"), ("end_date", "ends_on")):
        given = request.option(name, None)
        ends[key] = None if given is None else read_dates([given], name)[0]
    return read_history(
        request.dates("referral"),
        request.dates("removal"),
        look=request.inspect(),
        **ends,
    )


def _answer_queue(request: Request) -> Answer:
    history, checks = _history(request)
    days, queue = count_queue(history)
    return Answer({"date": days, "queue_size": queue}, checks, [""] * len(days))


def _answer_stats(request: Request) -> Answer:
    history, checks = _history(request)
    target = request.number("target_wait", 4.0)
    lone = history.removal[~np.isnat(history.removal)].size == 1
    look = request.inspect()
    if lone:
        look.find(
            "column removal", "two removals or more", "one", "Its variation is 0."
        )
    checks += look.close()
    found = summarise_history(history, target, lone_gap_variation=0.0)
    named = {
        "mean_demand": found.demand,
        "mean_capacity": found.capacity,
        "load": found.load,
        "load_too_big": bool(found.load >= 1),
        "count_demand": found.intervals,
        "queue_size": found.queue_size,
        "target_queue_size": found.target_queue,
        "queue_too_big": found.queue_too_big,
        "cv_arrival": found.cv_demand,
        "cv_removal": found.cv_capacity,
        "target_capacity": found.target_capacity,
        "relief_capacity": found.relief_capacity,
        "mean_wait": found.mean_wait_days,
        "mean_wait_weeks": found.mean_wait_weeks,
        "pressure_weeks": found.pressure,
    }
    reason = "queue_too_big" if found.queue_too_big else "queue_not_too_big"
    units = "units: demand and capacity a week, mean_wait in days, the rest in weeks."
    return Answer(
        {name: [value] for name, value in named.items()}, (*checks, units), [reason]
    )


def _answer_percentile(request: Request) -> Answer:
    given = request.option("percentile", [0.5, 0.92, 0.95])
    listed = given if isinstance(given, list) else [given]
    shares = read_numbers(listed, "percentile").tolist()
    bins, count = request.numbers("bin"), request.numbers("count")
    look = request.inspect()
    order = np.argsort(bins, kind="stable")
    if not np.array_equal(bins[order], np.arange(len(bins))):
        expected = "every bin once, from 0 up by 1"
        look.refuse("column bin", expected, "others", "Add empty bins with 0.")
    if not np.array_equal(order, np.arange(len(bins))):
        look.find("column bin", "bins in order", "another order", "They are sorted.")
    look.find_rows(np.isnan(count), "count", "a count in every bin", "It counts as 0.")
    checks = look.close()
    value = find_percentiles(np.nan_to_num(count)[order], shares)
    reasons = np.where(np.isnan(value), "nobody_waiting", "")
    return Answer({"percentile": shares, "value": value}, checks, reasons.tolist())


def _answer_summary(request: Request) -> Answer:
    found = summarise_waits(request.numbers("count"))
    weeks = [
        OPEN_WORDS if np.isinf(value) else value
        for value in found.percentile_weeks.values()
    ]
    reason = "nobody_waiting" if not found.total else ""
    if OPEN_WORDS in weeks:
        reason = "open_band"
    named: dict[str, Any] = {
        "total": found.total,
        "within_18": found.within_18,
        "pct_within_18": found.within_18_percent,
        **{f"over_{limit}": count for limit, count in found.over.items()},
        **dict(zip(("median", "p92", "p95"), weeks, strict=True)),
    }
    return Answer({name: [value] for name, value in named.items()}, (), [reason])


LIST: Final = (
    InputColumn("referral", "Date of referral."),
    InputColumn("removal", "Date of removal, missing for those who wait."),
)
PERIOD: Final = (
    Option("start_date", "string", None, "First day; the first referral by default."),
    Option("end_date", "string", None, "Last day; the last referral by default."),
)

WAIT_METHODS: Final = (
    Method(
        "wl_calc",
        "What waiting lists need: load, target queue, capacities, pressure.",
        (
            InputColumn("demand", "Referrals a week."),
            InputColumn("capacity", "Removals a week."),
            InputColumn("target_wait", "Weeks."),
            InputColumn("queue_size", "People waiting."),
            InputColumn("mean_wait", "Weeks."),
            InputColumn("cv_demand", "Coefficient of variation; 1 without.", False),
            InputColumn("cv_capacity", "Coefficient of variation; 1 without.", False),
            InputColumn("factor", "4 or 6; 4 without.", False),
            InputColumn("weeks_to_target", "Weeks for relief; 26 without.", False),
        ),
        (
            Option("cv_demand", "number", 1, "Without the column."),
            Option("cv_capacity", "number", 1, "Without the column."),
            Option("factor", "number", 4, "Without the column."),
            Option("weeks_to_target", "number", 26, "Without the column."),
            STRUCTURE,
        ),
        _answer_calc,
        SOURCE,
    ),
    Method(
        "wl_queue",
        "Who waits at the end of each day.",
        LIST,
        (*PERIOD, STRUCTURE),
        _answer_queue,
        SOURCE,
    ),
    Method(
        "wl_stats",
        "A waiting list against a target wait.",
        LIST,
        (
            Option("target_wait", "number", 4, "Weeks that nearly all stay within."),
            *PERIOD,
            STRUCTURE,
        ),
        _answer_stats,
        SOURCE,
    ),
    Method(
        "rtt_percentile",
        "Percentiles of waits, interpolated within one-unit bins.",
        (
            InputColumn("bin", "Units waited: 0 for 0 to 1, from 0 up by 1."),
            InputColumn("count", "People."),
        ),
        (
            Option(
                "percentile", "array", [0.5, 0.92, 0.95], "Shares or one.", ("number",)
            ),
            STRUCTURE,
        ),
        _answer_percentile,
        "NHS England, RTT statistics.",
    ),
    Method(
        "rtt_summary",
        "An RTT list by weeks waited: within 18, over 52 to 104, percentiles.",
        (InputColumn("count", "People by week: 105 bands, the last over 104."),),
        (STRUCTURE,),
        _answer_summary,
        "NHS England, RTT statistics.",
    ),
)
