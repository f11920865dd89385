"""Standards hold on their days; parts are summed; ratings follow their rules."""

from datetime import date

import polars as pl
import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.performance import (
    Indicator,
    RuleSet,
    Threshold,
    average_metrics,
    check_performance,
    compare_with_standards,
    compare_with_trajectories,
    find_national_standard,
    get_rule_set,
    list_national_standards,
    list_rule_sets,
    pool_ratings,
    rank_bodies,
    rate_bodies,
    score_bodies,
    segment_by_quarters,
    segment_by_thresholds,
    sum_series,
    track_must_dos,
)
from placeplan.performance.inputs import (
    INDICATORS,
    MUST_DO_THRESHOLDS,
    MUST_DOS,
    RATINGS,
    SERIES,
    TRAJECTORIES,
    VALUES,
)

AE = Indicator(
    "ae", "A&E", "Four hours", "s", "%", "up", domain="a", standard="ae_4_hours"
)
MRSA = Indicator(
    "mrsa", "MRSA", "Cases", "s", "per 100,000 bed days", "down", domain="b"
)
BOTH = {"ae": AE, "mrsa": MRSA}
APRIL, MAY = date(2016, 4, 1), date(2016, 5, 1)


def make_table(contract, *rows):
    filled = [dict.fromkeys(contract.schema) | row for row in rows]
    return pl.DataFrame(filled, schema=contract.schema)


def make_values(*rows):
    names = ("indicator", "body", "value", "ends_on", "period")
    padded = (row + (None, "p") * (len(row) == 3) for row in rows)
    return make_table(VALUES, *(dict(zip(names, row, strict=True)) for row in padded))


def make_month(body, month, numerator, denominator):
    parts = {"numerator": numerator, "denominator": denominator}
    return {"indicator": "ae", "body": body, "month": month, **parts}


@pytest.mark.parametrize(
    ("operator", "value", "met"),
    [
        (">=", 92, True),
        (">", 92, False),
        ("<=", 92, True),
        ("<", 92, False),
        (">", 92.1, True),
        ("<", 91.9, True),
    ],
)
def test_more_than_is_not_at_least(operator, value, met):
    assert Threshold(operator, 92).is_met(value) is met


def test_a_threshold_in_words():
    said = [Threshold(operator, 66.7).words for operator in (">=", ">", "<=", "<")]
    assert said == ["at least 66.7", "more than 66.7", "at most 66.7", "less than 66.7"]


def test_an_operator_that_is_none_is_refused():
    with pytest.raises(ValueError, match="'=' is none of"):
        Threshold("=", 92)


@pytest.mark.parametrize(
    ("unit", "scale"),
    [("%", 100), ("per 1,000 population", 1e3), ("per 10,000", 1e4), ("years", 1)],
)
def test_a_unit_says_by_what_to_multiply(unit, scale):
    assert Indicator("i", "n", "d", "s", unit, "up").scale == scale


@pytest.mark.parametrize(
    ("standard", "on", "level"),
    [
        ("cancer_two_week", date(2016, 4, 1), 93),
        ("cancer_two_week", date(2023, 10, 1), None),
        ("cancer_28_day", date(2023, 9, 30), None),
        ("cancer_28_day", date(2024, 3, 31), 75),
        ("cancer_28_day", date(2024, 4, 1), 77),
        ("cancer_28_day", date(2026, 4, 1), 80),
        ("ambulance_category_a", date(2017, 11, 21), 75),
        ("ambulance_category_a", date(2017, 11, 22), None),
        ("ambulance_category_2_mean", date(2025, 6, 1), 18),
        ("rtt_18_weeks", date(2026, 6, 1), 92),
    ],
)
def test_a_standard_holds_on_its_days(standard, on, level):
    found = find_national_standard(standard, on)
    assert (found.threshold.level if found else None) == level


def test_milestones_stand_beside_standards():
    held = list_national_standards(date(2026, 3, 31), kind="milestone")
    assert {each.standard: each.threshold.level for each in held} == {
        "ae_4_hours": 78,
        "rtt_18_weeks": 65,
        "rtt_first_appointment": 72,
        "rtt_52_weeks_share": 1,
        "cancer_62_day": 75,
        "ambulance_category_2_mean": 30,
    }


def test_unknown_names_are_refused():
    with pytest.raises(UnknownNameError):
        find_national_standard("ae", APRIL)
    with pytest.raises(UnknownNameError):
        get_rule_set("guess")


def test_values_are_held_against_the_standard_of_their_own_period():
    values = make_values(
        ("ae", "x", 95.0, date(2016, 4, 30), "April 2016"),
        ("ae", "y", 94.9, date(2016, 4, 30), "April 2016"),
        ("ae", "z", 94.9, date(2010, 4, 30), "April 2010"),
        ("ae", "w", 94.9, None, "not stated"),
        ("mrsa", "x", 1.0, date(2016, 4, 30), "April 2016"),
        ("other", "x", 1.0, date(2016, 4, 30), "April 2016"),
    )
    compared = compare_with_standards(BOTH, values)
    assert compared.select("body", "meets", "reason").rows() == [
        ("w", None, "period not stated"),
        ("x", True, None),
        ("y", False, None),
        ("z", None, "no standard on that day"),
        ("x", None, "no standard"),
    ]


def test_ranks_share_the_better_place_and_skip_the_next():
    values = make_values(
        ("mrsa", "a", 0.9), ("mrsa", "b", 0.9), ("mrsa", "c", 1.7), ("mrsa", "d", None)
    )
    ranked = rank_bodies(BOTH, values)
    assert ranked.select("body", "rank", "of").rows() == [
        ("a", 1, 3),
        ("b", 1, 3),
        ("c", 3, 3),
        ("d", None, 3),
    ]


def test_numerators_and_denominators_are_summed():
    series = make_table(
        SERIES,
        make_month("x", APRIL, 9, 10),
        make_month("x", MAY, 30, 90),
        make_month("y", APRIL, None, None),
        make_month("z", APRIL, 0, 0),
        {"indicator": "other", "body": "x", "month": APRIL, "numerator": 1},
    )
    assert sum_series(series, BOTH, by=["body"]).rows() == [
        ("ae", "x", 39.0, 100.0, 39.0, None),
        ("ae", "y", None, None, None, "not reported"),
        ("ae", "z", 0.0, 0.0, None, "nothing to count"),
    ]


def test_a_month_that_one_body_did_not_report_is_not_known_for_all():
    series = make_table(
        SERIES,
        make_month("x", APRIL, 9, 10),
        make_month("y", APRIL, None, 10),
    )
    (row,) = sum_series(series, BOTH, by=["month"]).to_dicts()
    known = (row["value"], row["denominator"], row["reason"])
    assert known == (None, None, "not reported")


def test_a_part_above_the_line_alone_is_missing_says_so():
    series = make_table(SERIES, make_month("y", APRIL, None, 10))
    (row,) = sum_series(series, BOTH).to_dicts()
    assert (row["value"], row["reason"]) == (None, "not reported")


def test_a_path_is_met_missed_or_not_known():
    summed = pl.DataFrame(
        {
            "indicator": ["ae", "ae"],
            "body": ["x", "y"],
            "month": [MAY, MAY],
            "value": [90.0, 85.5],
        }
    )
    path = {"indicator": "ae", "by_month": MAY, "operator": ">=", "level": 90}
    paths = make_table(
        TRAJECTORIES,
        *(path | {"body": body} for body in ("x", "y", "z")),
    )
    compared = compare_with_trajectories(summed, paths)
    assert compared.select("body", "meets", "short_by").rows() == [
        ("x", True, 0.0),
        ("y", False, 4.5),
        ("z", None, None),
    ]


def test_what_tells_no_body_apart_is_left_out():
    values = make_values(
        ("ae", "x", 90.0), ("ae", "y", 95.0), ("mrsa", "x", 1.0), ("mrsa", "y", 1.0)
    )
    scored = score_bodies(BOTH, values, {"a": 1, "b": 5})
    assert scored.rows() == [("y", 1.0, 1, 1), ("x", 0.0, 1, 1)]


@pytest.mark.parametrize("weights", [{"a": 1}, {"a": 0, "b": 0}, {}])
def test_weights_that_weigh_nothing_are_refused(weights):
    with pytest.raises(InputError):
        score_bodies(BOTH, make_values(("ae", "x", 1.0)), weights)


def test_a_rule_set_without_cut_points_rates_nobody():
    with pytest.raises(InputError):
        rate_bodies(BOTH, make_values(("ae", "x", 1.0)), get_rule_set("oversight-2022"))


def test_rule_sets_are_whole():
    for each in list_rule_sets():
        assert isinstance(each, RuleSet)
        assert [c.category for c in each.categories] == list(
            range(1, len(each.categories) + 1)
        )


def test_pooling_needs_ratings_and_people():
    assert pool_ratings({"a": 1, "b": 3}, {"a": 100, "b": 300}) == 2.5
    with pytest.raises(InputError):
        pool_ratings({})
    with pytest.raises(InputError):
        pool_ratings({"a": 1}, {"b": 3})
    with pytest.raises(InputError):
        pool_ratings({"a": 1}, {"a": 0})


def test_metrics_are_averaged_within_their_scale():
    assert average_metrics({"a": [1, 2], "b": [4]}) == {"a": 1.5, "b": 4.0}
    with pytest.raises(InputError) as raised:
        average_metrics({"a": [], "b": [0.5], "c": [1]})
    assert [fault.where for fault in raised.value.faults] == ["a", "b"]


def test_quarters_of_eight_and_a_deficit():
    scores = dict(zip("abcdefgh", (1, 1, 2, 2.5, 2.7, 3, 3.5, 4), strict=True))
    assert segment_by_quarters(scores, in_deficit=["a", "h"]) == {
        "a": 3,
        "b": 1,
        "c": 2,
        "d": 2,
        "e": 3,
        "f": 3,
        "g": 4,
        "h": 4,
    }


def test_thresholds_rise():
    limits = [1.5, 2.5, 3.5]
    assert segment_by_thresholds({"a": 1.5, "b": 1.6, "c": 4}, limits) == {
        "a": 1,
        "b": 2,
        "c": 4,
    }
    assert segment_by_thresholds({"a": 1}, limits, in_deficit=["a"]) == {"a": 3}
    for wrong in ([1, 2], [1, 1, 2], [3, 2, 1], []):
        with pytest.raises(InputError):
            segment_by_thresholds({"a": 1}, wrong)


def test_the_latest_figure_counts_and_nothing_is_met_for_want_of_one():
    must_dos = make_table(
        MUST_DOS, *({"number": n, "name": f"must-do {n}"} for n in (1, 2, 3))
    )
    asked = {"must_do": 2, "indicator": "ae", "operator": ">", "level": 95.0}
    thresholds = make_table(
        MUST_DO_THRESHOLDS,
        asked | {"measure": "A&E"},
        {"must_do": 3, "measure": "beds"},
        {"must_do": 3, "measure": "rate", "operator": "<", "level": 1.0},
    )
    values = make_values(
        ("ae", "x", 96.0, date(2017, 3, 31), "later"),
        ("ae", "x", 80.0, date(2016, 3, 31), "earlier"),
        ("ae", "y", 95.0, date(2016, 3, 31), "earlier"),
    )
    tracked = track_must_dos(must_dos, thresholds, values)
    assert tracked.select("number", "measure", "body", "period", "state").rows() == [
        (1, None, None, None, "no threshold"),
        (2, "A&E", "x", "later", "met"),
        (2, "A&E", "y", "earlier", "not met"),
        (3, "beds", None, None, "no threshold"),
        (3, "rate", None, None, "no figure"),
    ]


def test_figure_of_a_must_do_keeps_its_own_source_and_the_threshold_its_words():
    must_dos = make_table(MUST_DOS, {"number": 2, "name": "A&E", "source": "asked-by"})
    asked = {"must_do": 2, "indicator": "ae", "words": "falls", "source": "asked-by"}
    values = make_values(("ae", "x", 96.0, date(2017, 3, 31), "later")).with_columns(
        source=pl.lit("figures-by"), status=pl.lit("derived")
    )
    tracked = track_must_dos(
        must_dos, make_table(MUST_DO_THRESHOLDS, {**asked, "measure": "A&E"}), values
    )
    assert tracked.select("words", "source", "status").rows() == [
        ("falls", "figures-by", "derived")
    ]


def test_every_fault_of_the_tables_is_named():
    tables = {
        "organisations": pl.DataFrame({"id": ["mft"]}),
        "indicators": make_table(
            INDICATORS, {"id": "ae", "unit": "%", "standard": "ae_5_hours"}
        ),
        "indicator_series": make_table(
            SERIES,
            {
                "indicator": "ae",
                "body": "mft",
                "month": date(2016, 4, 2),
                "numerator": 11,
                "denominator": 10,
            },
        ),
        "indicator_values": make_values(("ae", "nobody", 1.0)),
        "ratings": make_table(RATINGS, {"rule_set": "guess", "body": "mft"}),
        "must_do_thresholds": make_table(MUST_DO_THRESHOLDS, {"must_do": 10}),
    }
    assert [str(fault) for fault in check_performance(tables)] == [
        (
            "performance/values.csv, column body: expected a body that is known, found "
            "nobody. Add it, or correct the id."
        ),
        (
            "performance/indicators.csv, column standard: expected a standard that is "
            "known, found ae_5_hours. Add it, or correct the id."
        ),
        (
            "performance/ratings.csv, column rule_set: expected a rule set that is "
            "known, found guess. Add it, or correct the id."
        ),
        (
            "performance/must_do_thresholds.csv, column must_do: expected a must do "
            "that is known, found 10. Add it, or correct the id."
        ),
        (
            "performance/series.csv, column month: expected the first day of a month, "
            "found 2016-04-02. Correct the day."
        ),
        (
            "performance/series.csv, row 2: expected a numerator of at most 10, the "
            "denominator, found 11. Correct one of the two."
        ),
    ]
