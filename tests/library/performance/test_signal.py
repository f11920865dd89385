"""A month is a signal or it is not; a missing month is never a step."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from placeplan.performance import (
    TABLES,
    Indicator,
    chart_signals,
    check_performance,
    rank_bodies,
    read_indicators,
    sum_series,
)
from placeplan.stats import RULE_SETS
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
AE = Indicator("ae", "A&E", "Four hours", "s", "%", "up", standard="ae_4_hours")
WAIT = Indicator("wait", "Waiting", "Over a year", "s", "patients", "down")
FLAT = [90.0, 92.0] * 10


def make_series(values, indicator="ae", body="mft"):
    return pl.DataFrame(
        [
            (indicator, body, date(2016 + at // 12, at % 12 + 1, 1), value)
            for at, value in enumerate(values)
        ],
        schema=["indicator", "body", "month", "value"],
        orient="row",
    )


def summarise(values, indicator=AE, **more):
    series = make_series(values, indicator.id)
    charts = chart_signals(series, {indicator.id: indicator}, **more)
    (row,) = charts.summary.to_dicts()
    return row


def test_no_signal_and_a_standard_within_its_limits():
    row = summarise(FLAT)
    assert (row["variation"], row["assurance"]) == ("common_cause", "hit_or_miss")
    assert row["sentence"] == (
        "A&E: 92.0% in August 2017; no signal: it varies as it has done; it may "
        "meet or miss the standard of at least 95 by chance."
    )


@pytest.mark.parametrize(
    ("last", "indicator", "variation"),
    [
        (60.0, AE, "concern_low"),
        (99.9, AE, "improvement_high"),
        (60.0, WAIT, "improvement_low"),
        (120.0, WAIT, "concern_high"),
    ],
)
def test_a_month_beyond_the_limits_is_a_signal(last, indicator, variation):
    assert summarise([*FLAT, last], indicator)["variation"] == variation


@pytest.mark.parametrize(
    ("last", "variation", "words"),
    [
        (120.0, "neither_high", "beyond chance and higher, which is neither better"),
        (60.0, "neither_low", "beyond chance and lower, which is neither better"),
    ],
)
def test_a_signal_of_what_is_only_watched_is_neither(last, variation, words):
    watched = replace(WAIT, better="neither")
    row = summarise([*FLAT, last], watched)
    assert (row["variation"], row["assurance"]) == (variation, "")
    assert row["sentence"] == (
        f"Waiting: {last:.1f} patients in September 2017; {words} nor worse."
    )


def test_what_is_only_watched_has_no_rank():
    watched = replace(WAIT, better="neither")
    values = make_series([5.0], "wait").vstack(make_series([7.0], "wait", "dgt"))
    assert rank_bodies({"wait": watched}, values)["rank"].to_list() == [None, None]


def test_what_is_only_watched_cannot_have_a_standard():
    frame = TABLES[0].make_empty()
    row = {
        "id": "ae",
        "set": "monthly",
        "place_in_set": 1,
        "name": "A&E",
        "definition": "Four hours",
        "unit": "%",
        "better": "neither",
        "standard": "ae_4_hours",
        "source": "paper",
        "status": "published",
    }
    given = pl.DataFrame([row], schema=frame.schema)
    (fault,) = check_performance({"indicators": given})
    assert (fault.where, fault.found) == ("indicator ae", "neither")


def test_a_standard_that_cannot_be_met_as_it_runs():
    row = summarise([80.0, 82.0] * 10)
    assert row["assurance"] == "fail"
    assert row["sentence"].endswith(
        "as it runs, it can be expected to miss the standard of at least 95."
    )


def test_an_indicator_without_a_standard_has_no_assurance():
    row = summarise(FLAT, WAIT)
    assert (row["operator"], row["level"], row["assurance"]) == (None, None, "")
    assert row["sentence"] == (
        "Waiting: 92.0 patients in August 2017; no signal: it varies as it has done."
    )


def test_few_months_are_not_judged():
    assert summarise(FLAT[:12])["variation"] == "suppressed"


def test_a_missing_month_is_shown_empty_and_changes_no_limit():
    whole = make_series(FLAT)
    gap = whole.filter(pl.col("month") != date(2016, 7, 1))
    later = gap.with_columns(pl.col("value"))
    charts = chart_signals(later, {"ae": AE})

    empty = charts.points.filter(pl.col("value").is_null())
    assert empty["month"].to_list() == [date(2016, 7, 1)]
    assert charts.points.height == 20
    assert charts.summary["variation"].to_list() == ["common_cause"]


def test_a_last_month_that_nobody_reported_is_not_the_last():
    row = summarise([*FLAT, None])
    assert (row["month"], row["value"]) == (date(2017, 8, 1), 92.0)


def test_a_series_without_a_value_is_left_out():
    series = make_series([None, None]).with_columns(pl.col("value").cast(pl.Float64))
    charts = chart_signals(series, {"ae": AE})
    assert (charts.points.height, charts.summary.height) == (0, 0)


def test_other_rules_are_named_beside_the_result():
    row = summarise(FLAT, rules=RULE_SETS["nhsr-0.2.2"])
    assert row["rule_set"] == "nhsr-0.2.2"


def test_four_hours_at_the_four_trusts_by_march_2019():
    tables = read_folder(EXAMPLE, TABLES).frames
    indicators = read_indicators(tables["indicators"])
    summed = sum_series(tables["indicator_series"], indicators)

    charts = chart_signals(summed, {"ae-4h-monthly": indicators["ae-4h-monthly"]})

    found = charts.summary.select("body", "assurance").rows()
    assert [body for body, _ in found] == ["dgt", "ekhuft", "mft", "mtw"]
    assert charts.points.height == 4 * 36
    ekhuft = charts.summary.filter(body="ekhuft").to_dicts()[0]
    assert (ekhuft["month"], ekhuft["assurance"]) == (date(2019, 3, 1), "fail")


def test_months_that_no_file_holds_are_gaps_between_the_series_around_them():
    tables = read_folder(EXAMPLE, TABLES).frames
    indicators = read_indicators(tables["indicators"])
    summed = sum_series(tables["indicator_series"], indicators)
    later = {"ae-4h-2021": indicators["ae-4h-2021"]}
    points = chart_signals(summed, later).points.filter(body="mft")
    assert points.height == 60
    empty = points.filter(pl.col("value").is_null())["month"].to_list()
    assert empty == [date(2025, 8, 1), date(2025, 9, 1)]


def test_every_provider_has_series_of_several_indicators():
    series = read_folder(EXAMPLE, TABLES).frames["indicator_series"]
    held = series.group_by("body").agg(pl.col("indicator").n_unique()).sort("body")
    assert held.rows() == [
        *((trust, 4) for trust in ("dgt", "ekhuft")),
        ("kcc", 1),
        ("medway-council", 1),
        *((trust, 4) for trust in ("mft", "mtw")),
    ]


def test_delayed_days_of_kent_tie_to_the_printed_month():
    series = read_folder(EXAMPLE, TABLES).frames["indicator_series"]
    kent = series.filter(body="kcc", month=date(2016, 9, 1))
    assert kent["numerator"].to_list() == [2915 + 1608 + 215]
