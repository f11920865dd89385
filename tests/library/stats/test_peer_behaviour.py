"""What published packages do in rare cases, found by reading them beside ours."""

import hashlib

import numpy as np
import pytest

from placeplan import __version__
from placeplan.cli.stats import gather_methods
from placeplan.errors import InputError
from placeplan.stats import (
    METHODS,
    IndexOptions,
    Request,
    ValueType,
    describe_method,
    measure_inequality,
    run_method,
)
from placeplan.stats.method import make_plain


def ask(name, columns, aux=None, **options):
    return run_method(METHODS[name], Request(options, columns, aux or {}))


def months(count):
    first = np.datetime64("2022-04")
    return [f"{first + step}-01" for step in range(count)]


def series(values):
    return {"date": months(len(values)), "value": values}


UP_AND_DOWN = [40.0, 42, 44, 46, 48, 50, 52, 49, 46, 43, 40, 37, 34, 60, 30, 60, 30, 60]


@pytest.mark.parametrize("way", ["increase", "decrease"])
def test_a_turning_point_belongs_to_the_trend_that_starts_there(way):
    """NHSRplotthedots: "if a point is part of a trend either side, use right side"."""
    answer = ask(
        "spc", series(UP_AND_DOWN), improvement_direction=way, screen_outliers=False
    )
    up, down = "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"
    assert answer["special_cause_type"][:13] == [up] * 6 + [down] * 7


def test_a_trough_of_two_trends_rises():
    turned = series([-value for value in UP_AND_DOWN])
    answer = ask("spc", turned, screen_outliers=False)
    assert answer["special_cause_type"][6] == "7 Point Trend (Increasing)"


def test_the_national_rules_let_the_metric_decide_at_a_turning_point():
    for way, found in (("increase", "improvement_high"), ("decrease", "concern_high")):
        answer = ask(
            "spc_mdc",
            series(UP_AND_DOWN),
            improvement_direction=way,
            conflict_rule="improvement" if way == "increase" else "concern",
        )
        assert answer["trend_up"][6] is answer["trend_down"][6] is True
        assert answer["judgement"][6] == found


def test_a_flat_series_has_limits_where_ranges_are_not_screened():
    """NHSRplotthedots: only the strict screen drops ranges of nothing."""
    flat = series([6.0] * 12)
    unscreened = ask("spc", flat, screen_outliers=False, target=7)
    assert unscreened["upl"] == unscreened["lpl"] == [6.0] * 12
    assert unscreened["assurance_icon"][0] == "fail"
    assert ask("spc", flat, target=7)["upl"] == [None] * 12


@pytest.mark.parametrize(
    ("expected", "rounded"), [(1384.655, 1384.65), (476.535, 476.54), (10.125, 10.12)]
)
def test_expected_deaths_round_as_r_rounds_them(expected, rounded):
    """R rounds the number that is held: 1384.655 is just below its half."""
    units = {
        "group": list("abcdefghijkl"),
        "numerator": [20, 31, 25, 44, 52, 18, 37, 29, 33, 41, 36, 40],
        "denominator": [expected] + [30.0] * 11,
    }
    assert ask("funnel_od", units)["denominator"][0] == rounded


CRUDE = {"x": [12, 30, 45], "rate": [24.0, 20.0, 30.0]}


def test_lines_of_crude_rates_rest_on_the_people_that_rates_imply():
    """PHEindicatormethods 2.1: the denominator stands in only for no events."""
    options = {"statistic": "rate", "rate_type": "crude", "multiplier": 1000}
    implied = 500 + 1500 + 1500
    for people in ([600, 1400, 1600], [1, 1, 1]):
        lines = ask("funnel_limits", {**CRUDE, "n": people}, **options)
        assert lines["baseline"][0] == pytest.approx(87 / implied * 1000)
    zero = {"x": [0, 30, 45], "rate": [0.0, 20.0, 30.0], "n": [900, 1, 1]}
    lines = ask("funnel_limits", zero, **options)
    assert lines["baseline"][0] == pytest.approx(75 / 3900 * 1000)


@pytest.mark.parametrize("method", ["funnel_limits", "funnel_significance"])
def test_a_crude_rate_of_no_events_needs_its_people(method):
    """PHEindicatormethods stops too; without people nothing can be judged."""
    columns = {"x": [0, 30, 45], "rate": [0.0, 20.0, 30.0]}
    options = {"statistic": "rate", "rate_type": "crude", "multiplier": 1000}
    with pytest.raises(InputError, match="people where there are no events"):
        ask(method, columns, **options)
    with pytest.raises(InputError, match="row 1"):
        ask(method, {**columns, "n": [None, 5, 5]}, **options)


BANDS = [0, 1, *range(5, 95, 5)]
AREA = {
    "startage": BANDS,
    "population": [1000.0] * 20,
    "deaths": [5, 1, 1, 1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30, 45, 65, 90, 130, 180, 250],
}


def test_an_age_that_is_no_band_gives_every_age_and_says_so():
    """PHEindicatormethods warns and returns all; strictly it is refused."""
    answer = ask("life_expectancy", AREA, le_age=[66])
    assert answer["startage"] == BANDS
    assert answer["checks"] == [
        "option le_age: expected first ages of bands, found 66."
    ]
    some = ask("life_expectancy", AREA, le_age=[65, 66])
    assert some["startage"] == [65]
    with pytest.raises(InputError, match="le_age"):
        ask("life_expectancy", AREA, le_age=66, structure="strict")


def test_nobody_lives_past_a_band_in_which_all_die():
    """Chiang as published: q is 1 where D > P/n/a; then e is 0, without limits."""
    deaths = [*AREA["deaths"][:17], 500, 180, 250]
    answer = ask("life_expectancy", {**AREA, "deaths": deaths})
    assert answer["value"][18:] == [0.0, 0.0]
    assert answer["lower"][18:] == answer["upper"][18:] == [None, None]
    assert answer["reasons"][17:] == [None, "no_survivors", "no_survivors"]


REPEAT = {
    "area": ["a"] * 6,
    "ageband": [0, 0, 0, 65, 65, 65],
    "eventfreq": [1, 2, 4, 1, 2, 4],
    "x": [30, 5, 2, 40, 9, 1],
    "n": [2000] * 3 + [900] * 3,
    "stdpop": [70] * 3 + [30] * 3,
}


def test_people_without_events_change_nothing_in_a_rate_of_repeat_events():
    """A table of people by frequency often starts with those who had none."""
    with_none = {
        "area": ["a"] * 2 + REPEAT["area"],
        "ageband": [0, 65, *REPEAT["ageband"]],
        "eventfreq": [0, 0, *REPEAT["eventfreq"]],
        "x": [1963, 850, *REPEAT["x"]],
        "n": [2000, 900, *REPEAT["n"]],
        "stdpop": [70, 30, *REPEAT["stdpop"]],
    }
    options = {"group": "area", "independent_events": False}
    left, right = ask("dsr", REPEAT, **options), ask("dsr", with_none, **options)
    for column in ("total_count", "value", "lower", "upper"):
        assert left[column] == pytest.approx(right[column], rel=1e-12)
    events = (30 + 10 + 8, 40 + 18 + 4)
    rate = (70 * events[0] / 2000 + 30 * events[1] / 900) / 100 * 1e5
    assert left["value"][0] == pytest.approx(rate, rel=1e-12)


@pytest.mark.parametrize("level", [1, 100])
def test_certainty_takes_the_whole_range(level):
    """PHEindicatormethods takes levels "between 0.9 and 1", both included."""
    share = ask("proportion", {"x": [3, 0], "n": [8, 5]}, confidence=level)
    assert (share["lower"], share["upper"]) == ([0.0, 0.0], [1.0, 1.0])
    rate = ask("rate", {"x": [3, 30], "n": [8, 500]}, confidence=level)
    assert (rate["lower"], rate["upper"]) == ([0.0, 0.0], ["Inf", "Inf"])
    both = ask("proportion", {"x": [5], "n": [25]}, confidence=[0.95, level])
    assert both["lower_95"][0] == pytest.approx(0.08860584686802571, rel=1e-12)


def test_a_first_day_that_ends_empty_is_no_removal():
    """NHSRwaitinglist: gaps 0 and 6 days; the start itself is not one of them."""
    columns = {
        "referral": ["2024-01-01", "2024-01-05", "2024-01-09"],
        "removal": ["2024-01-01", "2024-01-10", None],
    }
    answer = ask("wl_stats", columns)
    assert answer["mean_capacity"] == [pytest.approx(7 / ((0 + 6) / 2))]
    assert answer["cv_removal"] == [pytest.approx(np.std([0, 6], ddof=1) / 3)]


def test_one_removal_has_no_variation_and_that_is_told():
    """NHSRwaitinglist takes the deviation of a single gap as 0."""
    columns = {
        "referral": ["2024-01-01", "2024-01-05", "2024-01-09"],
        "removal": ["2024-01-08", None, None],
    }
    answer = ask("wl_stats", columns)
    assert answer["cv_removal"] == [0.0]
    assert answer["checks"][0] == (
        "column removal: expected two removals or more, found one."
    )
    with pytest.raises(InputError, match="two removals"):
        ask("wl_stats", columns, structure="strict")


def test_an_answer_carries_version_and_digest_of_its_input():
    answer = ask("rate", {"x": [3], "n": [10]}, multiplier=10)
    words = '{"aux": {}, "data": {"n": [10], "x": [3]}, "options": {"multiplier": 10}}'
    assert answer["version"] == __version__
    assert answer["digest"] == hashlib.sha256(words.encode()).hexdigest()
    assert ask("rate", {"x": [4], "n": [10]})["digest"] != answer["digest"]


TWO_WAYS = {
    "area": ["a", "a", "b", "b"],
    "sex": ["f", "m", "f", "m"],
    "n": [100, 200, 300, 400],
    "x_ref": [10, 20] * 2,
    "n_ref": [1000] * 4,
}


@pytest.mark.parametrize(
    "totals",
    [
        {"area": list("bbaa"), "sex": list("fmfm"), "observed": [3, 4, 1, 2]},
        [
            {"area": "a", "sex": "m", "observed": 2},
            {"area": "b", "sex": "m", "observed": 4},
            {"area": "a", "sex": "f", "observed": 1},
            {"area": "b", "sex": "f", "observed": 3},
        ],
        [1, 2, 3, 4],
    ],
)
def test_totals_are_matched_on_every_group_column(totals):
    """PHEindicatormethods joins observed_totals on all columns in common."""
    answer = ask(
        "isratio", TWO_WAYS, {"observed_totals": totals}, group=["area", "sex"]
    )
    assert answer["observed"] == [1, 2, 3, 4]
    assert answer["value"] == pytest.approx([1 / 1, 2 / 4, 3 / 3, 4 / 8])


@pytest.mark.parametrize("totals", [[7], {"observed": [1, 2, 3]}, [1, 2, 3, 4, 5]])
def test_one_total_never_stands_for_several_areas(totals):
    with pytest.raises(InputError, match="a total for each area"):
        ask("isratio", TWO_WAYS, {"observed_totals": totals}, group=["area", "sex"])


@pytest.mark.parametrize(
    "totals",
    [{"area": ["a"], "sex": ["f"]}, [{"area": "a"}], {"area": ["a", "b"], "x": [1]}],
)
def test_totals_of_another_shape_are_refused(totals):
    with pytest.raises(InputError, match="a total for each area"):
        ask("isratio", TWO_WAYS, {"observed_totals": totals}, group=["area", "sex"])


@pytest.mark.parametrize("total", [7, [7], {"observed": [7]}, {"observed": 7}])
def test_a_total_without_groups(total):
    answer = ask("isratio", TWO_WAYS, {"observed_totals": total})
    assert answer["observed"] == [7]
    assert answer["value"] == pytest.approx([7 / (1 + 4 + 3 + 8)])


def test_totals_of_areas_that_the_table_lacks_are_told():
    totals = {"observed_totals": {"a": 6, "b": 15, "c": 4}}
    answer = ask("isratio", TWO_WAYS, totals, group="area")
    assert answer["observed"] == [6, 15]
    told = "observed_totals: expected areas of the table, found c."
    assert answer["checks"] == [told]


@pytest.mark.parametrize("method", gather_methods().values(), ids=lambda one: one.name)
def test_every_description_is_a_json_schema(method):
    schema = describe_method(method)
    for option in schema["properties"]["options"]["properties"].values():
        assert len(set(option["type"])) == len(option["type"])
        kinds = {"string", "number", "integer", "boolean", "array", "null"}
        assert set(option["type"]) <= kinds


DECILES = {
    "quantile": list(range(1, 11)),
    "population": [900, 1200, 1000, 800, 1100, 950, 1050, 990, 1010, 870],
    "value": [0.31, 0.29, 0.3, 0.27, 0.24, 0.25, 0.22, 0.21, 0.19, 0.17],
    "se": [0.07, 0.06, 0.07, 0.08, 0.07, 0.08, 0.08, 0.09, 0.09, 0.1],
}


def test_reliability_is_the_mean_difference_of_nine_more_runs():
    """PHEindicatormethods, reliability_stat: over both limits, from the first run."""
    options = {"value_type": 2, "repetitions": 2000, "multiplier": -100, "seed": 4}
    answer = ask(
        "sii", DECILES, reliability_stat=True, confidence=[0.95, 0.998], **options
    )
    generator = np.random.default_rng(4)
    table = IndexOptions(ValueType.PROPORTION, False, -100.0, (0.95, 0.998), 2000)
    columns = [[DECILES[name]] for name in ("value", "se", "population")]
    columns[0] = np.array(columns[0])
    errors = np.array(columns[1])
    runs = [
        measure_inequality(columns[0], errors, columns[2], table, generator)
        for _ in range(10)
    ]
    for place, suffix in enumerate(("_95", "_998")):
        ends = [(run.sii_lower[0, place], run.sii_upper[0, place]) for run in runs]
        apart = np.abs(np.array(ends[1:]) - ends[0]).ravel()
        assert answer[f"sii_mad{suffix}"] == [pytest.approx(sum(apart) / 18)]
        assert answer[f"sii_lower{suffix}"] == [ends[0][0]]
    assert 0 < answer["rii_mad_95"][0] < answer["rii_mad_998"][0]


def test_exact_limits_do_not_move():
    answer = ask("sii", DECILES, value_type=2, transform=True, reliability_stat=True)
    assert answer["sii_mad"] == answer["rii_mad"] == [0.0]


def test_a_line_from_nothing_has_no_ratio():
    flat = {**DECILES, "value": [0.0] * 10}
    answer = ask("sii", flat)
    assert (answer["sii"], answer["rii"]) == ([0.0], [None])
    assert answer["reasons"] == ["no_intercept"]


def test_a_standard_population_of_nobody_is_refused():
    table = {"x": [9, 9], "n": [50, 50], "stdpop": [0, 0]}
    with pytest.raises(InputError, match="standard population above 0"):
        ask("dsr", table)


def test_lines_of_a_rate_need_events():
    columns = {"x": [0, 0], "rate": [0.0, 0.0], "n": [50, 60]}
    with pytest.raises(InputError, match="events in some row"):
        ask("funnel_limits", columns, statistic="rate", rate_type="crude")
    judged = ask("funnel_significance", columns, statistic="rate")
    assert judged["reasons"] == ["few_events"] * 2


def test_prime_charts_widen_by_how_points_move():
    """Laney 2002, by hand: scores -2, 2 and 0 of p; moving ranges 4 and 2."""
    wider = 3 / 1.128
    answer = ask("spc_pp", {"x": [40, 60, 50], "n": [100] * 3})
    assert answer["upl"] == pytest.approx([0.5 + 3 * 0.05 * wider] * 3)
    assert answer["lpl"] == pytest.approx([0.5 - 3 * 0.05 * wider] * 3)
    units = ask("spc_up", {"x": [90, 440], "n": [10, 40]})
    centre = 530 / 50
    sigma = [(centre / 10) ** 0.5, (centre / 40) ** 0.5]
    moved = abs((9 - centre) / sigma[0] - (11 - centre) / sigma[1]) / 1.128
    upper = [centre + 3 * spread * moved for spread in sigma]
    assert units["upl"] == pytest.approx(upper)


def test_a_prime_chart_of_huge_numbers_is_calm_where_a_p_chart_is_not():
    base = [400_000 + 1000 * month for month in range(14)]
    cases = [int(n * (0.9 + 0.004 * (-1) ** month)) for month, n in enumerate(base)]
    points = {"x": cases, "n": base}
    plain, prime = ask("spc_p", points), ask("spc_pp", points)
    assert all(
        a or b for a, b in zip(plain["single_up"], plain["single_down"], strict=True)
    )
    assert not any(prime["single_up"] + prime["single_down"])


def test_one_point_has_no_prime_limits():
    answer = ask("spc_pp", {"x": [4], "n": [10]})
    assert (answer["upl"], answer["reasons"]) == ([None], ["few_points"])


def test_prime_charts_of_nothing_have_no_width():
    answer = ask("spc_pp", {"x": [0, 0], "n": [10, 20]})
    assert answer["upl"] == answer["lpl"] == answer["mean"] == [0.0, 0.0]


def test_years_of_life_lost_one_death_at_a_time():
    """Slow twin: every death loses 75 less its age, an infant 75 less 0.1."""
    table = {
        "area": ["a"] * 20 + ["b"] * 20,
        "startage": BANDS * 2,
        "population": list(range(1000, 3000, 100)) * 2,
        "deaths": AREA["deaths"] + [0] * 16 + [3, 4, 5, 6],
    }
    answer = ask("life_lost", table, group="area", confidence=0.95)
    years, squares, count = 0.0, 0.0, 0
    for age, deaths in zip(BANDS[:16], AREA["deaths"], strict=False):
        middle = {0: 0.1, 1: 3}.get(age, age + 2.5)
        for _ in range(deaths):
            years += 75 - middle
            squares += (75 - middle) ** 2
            count += 1
    people = sum(range(1000, 2600, 100))
    assert answer["years"] == [pytest.approx(years), 0.0]
    assert answer["deaths"] == [count, 0]
    assert answer["value"] == pytest.approx([years / people * 1e5, 0])
    byar = count * (1 - 1 / (9 * count) - 1.959963984540054 / (3 * count**0.5)) ** 3
    low = (years + (squares / count) ** 0.5 * (byar - count)) / people * 1e5
    assert answer["lower"] == pytest.approx([low, 0])
    assert answer["upper"][1] > 0


def test_years_of_life_lost_need_a_band_to_end_at():
    with pytest.raises(InputError, match="the first age of a band above 0"):
        ask("life_lost", AREA, until=72)
    with pytest.raises(InputError, match="deaths of 0 or more in every band") as told:
        ask("life_lost", {**AREA, "deaths": [-1, *AREA["deaths"][1:]]})
    assert "area 1" in str(told.value)
    assert ask("life_lost", AREA, until=65)["deaths"] == [sum(AREA["deaths"][:14])]


def test_parts_of_few_points_are_told():
    """National tools warn under 12 points a part; NHSRplotthedots under 13."""
    points = series([70.0, 72.0] * 13)
    answer = ask("spc_mdc", points, rebase=[points["date"][0], points["date"][15]])
    told = "part 2: expected 12 points or more, found 11."
    assert answer["checks"] == [told]
    older = ask("spc", series([70.0, 72.0] * 6))
    assert older["checks"] == ["part 1: expected 13 points or more, found 12."]
    ghost = ask("spc_mdc", {**series([70.0, 72.0] * 7), "ghost": [1] * 14})
    assert ghost["checks"] == ["part 1: expected 12 points or more, found 0."]


def test_infinity_is_written_both_ways():
    assert make_plain(np.array([np.inf, -np.inf])) == ["Inf", "-Inf"]
