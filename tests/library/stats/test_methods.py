"""Methods asked by name: what they take, tell, withhold and refuse."""

import json

import numpy as np
import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.stats import METHODS, REASONS, Request, describe_method, run_method
from placeplan.stats.date_check import count_absent
from placeplan.stats.level import name_levels, read_levels
from placeplan.stats.structure import name_rows


def ask(name, columns, aux=None, **options):
    return run_method(METHODS[name], Request(options, columns, aux or {}))


def months(count, start="2022-04-01"):
    first = np.datetime64(start[:7])
    return [f"{first + step}-01" for step in range(count)]


QUINTILE = {"quantile": [1], "population": [9], "value": [1], "se": [1]}
ONE_BAND = {"startage": [0], "population": [9], "deaths": [1]}
SERIES = {"date": months(14), "value": [70.0, 72.0] * 7}
BANDS = {
    "area": ["a"] * 3 + ["b"] * 3,
    "ageband": [0, 30, 65] * 2,
    "x": [2, 30, 60, 1, 20, 50],
    "n": [500, 450, 160, 400, 350, 150],
    "stdpop": [45, 35, 20] * 2,
}


def changed(columns, **new):
    return {**columns, **new}


def test_an_answer_tells_method_options_checks_and_reasons():
    answer = ask("rate", {"x": [3, None], "n": [10, 10]}, multiplier=1000)
    assert answer["value"] == [300.0, None]
    assert answer["method"] == "rate"
    assert answer["options"] == {
        "group": None,
        "multiplier": 1000,
        "confidence": 0.95,
        "structure": "report",
    }
    assert answer["checks"] == [
        "column x, n: expected a count and a denominator, found row 2."
    ]
    assert answer["reasons"] == [None, "missing_count"]


def test_extra_keys_never_hide_a_column():
    answer = ask("rate", {"method": ["a"], "x": [1], "n": [2]}, group="method")
    assert answer["method"] == ["a"]
    assert answer["_method"] == "rate"


def test_an_option_that_a_method_does_not_know_is_told_or_refused():
    answer = ask("mean", {"x": [1, 2]}, colour="red")
    assert answer["checks"] == ["option colour: this method does not use it."]
    with pytest.raises(InputError, match="colour"):
        ask("mean", {"x": [1, 2]}, colour="red", structure="strict")


def test_every_method_describes_itself():
    for method in METHODS.values():
        described = describe_method(method)
        assert json.loads(json.dumps(described)) == described
        assert described["properties"]["data"]["required"]
        assert method.about.endswith(".")


def test_every_reason_has_its_meaning():
    assert all(meaning.endswith(".") for meaning in REASONS.values())
    assert all(len(code) <= 24 for code in REASONS)


@pytest.mark.parametrize(
    ("name", "columns", "options", "words"),
    [
        ("rate", {"x": [1], "n": [1, 2]}, {}, "columns of one length"),
        ("rate", {"x": [1]}, {}, "column n"),
        ("rate", {"x": ["five"], "n": [10]}, {}, "finite number"),
        ("rate", {"x": ["Inf"], "n": [10]}, {}, "finite number"),
        ("rate", {"x": [[1]], "n": [10]}, {}, "plain values"),
        ("rate", {"x": [], "n": []}, {}, "at least one row"),
        ("rate", {"x": [1], "n": [10]}, {"confidence": 0.5}, "from 0.9"),
        ("rate", {"x": [1], "n": [10]}, {"confidence": "x"}, "confidence"),
        ("rate", {"x": [1], "n": [10]}, {"multiplier": "x"}, "a number"),
        ("rate", {"x": [1], "n": [10]}, {"multiplier": 1e30}, "finite"),
        ("rate", {"x": [1], "n": [10]}, {"structure": "loose"}, "strict, report"),
        ("rate", {"x": [1], "n": [10]}, {"group": 5}, "names of columns"),
        ("quantile", {"value": [1]}, {"nquantiles": 2.5}, "whole number"),
        ("quantile", {"value": [1]}, {"invert": 3}, "true or false"),
        ("spc_mdc", changed(SERIES, date=["soon"] * 14), {}, "dates such as"),
        ("spc_mdc", changed(SERIES, date=["2022-04-01"] * 14), {}, "each date once"),
        ("spc_mdc", changed(SERIES, date=[None] * 14), {}, "a date in every row"),
        ("spc_mdc", changed(SERIES, ghost=[7] * 14), {}, "1 or 0"),
        ("spc_mdc", SERIES, {"rebase": ["2022-04-02"]}, "date of a point"),
        ("spc", SERIES, {"fix_after_n_points": 11}, "12 points or more"),
        ("spc_mdc", SERIES, {"improvement_direction": "up"}, "increase"),
        ("sii", QUINTILE, {}, "5 to"),
        ("life_expectancy", ONE_BAND, {}, "0, 1, 5"),
        ("rtt_percentile", {"bin": [1, 2], "count": [1, 1]}, {}, "from 0 up"),
        ("wl_queue", {"referral": [None], "removal": [None]}, {}, "date in every row"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(name, columns, options, words):
    with pytest.raises(InputError, match=words):
        ask(name, columns, **options)


@pytest.mark.parametrize(
    ("name", "columns", "words"),
    [
        ("dsr", changed(BANDS, ageband=[0, 30, 30, 0, 30, 65]), "1 repeated"),
        ("dsr", changed(BANDS, ageband=[0, 30, 90, 0, 30, 65]), "2 absent"),
        ("dsr", changed(BANDS, x=[None, 30, 60, 1, 20, 50]), "row 1"),
        ("dsr", changed(BANDS, x=[501, 30, 60, 1, 20, 50]), "no more events"),
        ("spc_mdc", changed(SERIES, date=months(14)[::-1]), "dates in order"),
        ("spc_mdc", changed(SERIES, date=[*months(13), "2024-04-01"]), "11 absent"),
        ("spc_mdc", changed(SERIES, value=[None, *SERIES["value"][1:]]), "row 1"),
        ("quantile", {"value": [1, None]}, "row 2"),
        (
            "rtt_percentile",
            {"bin": [1, 0], "count": [1, 2]},
            "bins in order",
        ),
        (
            "funnel_od",
            {
                "group": ["a", "a", "b"],
                "numerator": [4, 5, 6],
                "denominator": [5, 5, 5],
            },
            "each unit once",
        ),
        (
            "small_area",
            {"area": ["a", "b", "b"], "population": [5, 6, 7], "rate": [0.1, 0.2, 0.1]},
            "as many bands",
        ),
    ],
)
def test_structure_is_told_by_default_and_refused_when_strict(name, columns, words):
    options = {"group": "area"} if name == "dsr" else {}
    assert any(words in check for check in ask(name, columns, **options)["checks"])
    with pytest.raises(InputError, match=words):
        ask(name, columns, **options, structure="strict")


def test_a_series_out_of_order_is_charted_in_order():
    backwards = {name: values[::-1] for name, values in SERIES.items()}
    assert ask("spc_mdc", backwards)["date"] == SERIES["date"]
    assert ask("spc_c", {**backwards, "value": [1] * 14})["value"] == [1.0] * 14


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (["2024-01-31", "2024-02-29", "2024-04-30"], (1, "month")),
        (["2024-01-01", "2024-04-01", "2024-10-01"], (1, "3 months")),
        (["2024-01-01", "2024-01-02", "2024-01-04"], (1, "day")),
        (["2024-01-01", "2024-01-04", "2024-01-09"], (0, "period")),
        (["2024-01-01", "2024-03-01"], (0, "period")),
    ],
)
def test_absent_periods_are_counted_in_their_own_unit(dates, found):
    assert count_absent(np.array(dates, "M8[D]")) == found


def test_groups_may_be_several_columns():
    columns = {
        "area": ["b", "a", "b"],
        "sex": ["f", "f", "f"],
        "x": [1, 2, 3],
        "n": [10] * 3,
    }
    answer = ask("rate", columns, group=["area", "sex"], multiplier=1)
    assert answer["area"] == ["a", "b"]
    assert answer["sex"] == ["f", "f"]
    assert answer["value"] == [0.2, 0.2]


def test_deciles_written_as_text_follow_their_numbers():
    """As text, 10 follows 1; one peer fits the wrong line in silence."""
    columns = {
        "quantile": [str(number) for number in range(1, 11)],
        "population": [100] * 10,
        "value": [float(number) for number in range(1, 11)],
        "se": [0.1] * 10,
    }
    assert ask("sii", columns)["sii"] == pytest.approx([10.0])


def test_an_area_without_a_quantile_is_left_out_and_told():
    rows = [("a", q) for q in range(1, 6)] + [("b", q) for q in range(1, 5)]
    columns = {
        "area": [area for area, _ in rows],
        "quantile": [q for _, q in rows],
        "population": [100] * 9,
        "value": [0.1 * q for _, q in rows],
        "lower_cl": [0.08 * q for _, q in rows],
        "upper_cl": [0.12 * q for _, q in rows],
    }
    answer = ask("sii", columns, group="area", value_type=2, repetitions=1000)
    assert answer["area"] == ["a"]
    assert answer["checks"] == [
        "area 2: expected every quantile once, found 1 absent, 0 twice.",
        "limits of sii and rii: 1000 draws, seed 1.",
    ]
    with pytest.raises(InputError, match="area 2"):
        ask("sii", columns, group="area", structure="strict")


def test_an_index_needs_one_whole_area():
    columns = {
        "area": ["a"] * 4 + ["b"] * 4,
        "quantile": [1, 2, 3, 4, 2, 3, 4, 5],
        "population": [100] * 8,
        "value": [1.0] * 8,
        "se": [1.0] * 8,
    }
    with pytest.raises(InputError, match="an area with every quantile once"):
        ask("sii", columns, group="area")


def test_a_band_without_an_age_is_refused():
    columns = changed(life_columns("a", 5000), startage=["old"] * 20)
    with pytest.raises(InputError, match="the first ages 0, 1, 5"):
        ask("life_expectancy", columns)


def test_repeat_events_need_no_names_of_bands():
    columns = {"x": [8, 2], "n": [500, 500], "stdpop": [2, 2], "eventfreq": [1, 3]}
    answer = ask("dsr", columns, independent_events=False, multiplier=1000)
    assert answer["value"] == [28.0]


def test_a_proportion_may_come_as_its_count():
    columns = {
        "quantile": [1, 2, 3, 4, 5],
        "population": [100] * 5,
        "x": [50, 40, 30, 20, 10],
        "se": [0.1] * 5,
    }
    answer = ask("sii", columns, value_type=2, transform=True)
    assert answer["sii"][0] < 0


@pytest.mark.parametrize("value", [0, 1, None])
def test_shares_must_lie_between_nothing_and_all(value):
    columns = {
        "quantile": [1, 2, 3, 4, 5],
        "population": [100] * 5,
        "value": [value, 0.2, 0.3, 0.4, 0.5],
        "se": [0.1] * 5,
    }
    with pytest.raises(InputError, match="share between 0 and 1"):
        ask("sii", columns, value_type=2)


def life_columns(area, people):
    ages = [0, 1, *range(5, 95, 5)]
    deaths = [round(people * 0.00006 * np.exp(0.095 * age)) + 1 for age in ages]
    return {
        "area": [area] * 20,
        "startage": [f"{age}+" if age == 90 else f"{age} - x" for age in ages],
        "population": [people] * 20,
        "deaths": deaths,
    }


def test_life_expectancy_can_be_asked_at_some_ages():
    answer = ask(
        "life_expectancy", life_columns("a", 5000), group="area", le_age=[0, 65]
    )
    assert answer["startage"] == ["0 - x", "65 - x"]
    one = ask("life_expectancy", life_columns("a", 5000), le_age="65 - 69")
    assert one["value"] == answer["value"][1:]


def test_life_expectancy_may_close_at_85():
    columns = life_columns("a", 5000)
    closed = {name: values[:19] for name, values in columns.items()}
    answer = ask("life_expectancy", closed, age_contents=[0, 1, *range(5, 90, 5)])
    assert len(answer["value"]) == 19


def test_a_withheld_area_says_why():
    columns = {
        name: values + life_columns("b", 100)[name]
        for name, values in life_columns("a", 5000).items()
    }
    answer = ask("life_expectancy", columns, group="area")
    assert answer["reasons"] == [None] * 20 + ["few_people"] * 20


REFERENCE = {"x_ref": [20, 40], "n_ref": [1000, 800]}


@pytest.mark.parametrize(
    "totals",
    [
        {"a": 9, "b": 18},
        {"area": ["b", "a"], "observed": [18, 9]},
        [{"area": "a", "observed": 9}, {"area": "b", "observed": 18}],
        [9, 18],
        {"observed": [9, 18]},
    ],
)
def test_observed_totals_and_reference_may_stand_beside_the_table(totals):
    columns = {"area": ["a", "a", "b", "b"], "n": [100, 50, 100, 50]}
    aux = {"observed_totals": totals, **REFERENCE}
    answer = ask("isratio", columns, aux, group="area", refvalue=100)
    assert answer["observed"] == [9, 18]
    assert answer["value"] == pytest.approx([200.0, 400.0])
    longer = {name: values * 2 for name, values in REFERENCE.items()}
    assert ask("isratio", columns, {**aux, **longer}, group="area")["observed"] == [
        9,
        18,
    ]


def test_a_standard_population_may_stand_beside_the_table():
    columns = {name: values for name, values in BANDS.items() if name != "stdpop"}
    beside = ask("dsr", columns, {"stdpop": [45, 35, 20]}, group="area")
    assert beside["value"] == ask("dsr", BANDS, group="area")["value"]


def test_quantiles_may_turn_by_group():
    columns = {"g": ["a", "a", "b", "b"], "value": [1, 2, 1, 2], "flip": [1, 1, 0, 0]}
    answer = ask("quantile", columns, group="g", nquantiles=2, invert="flip")
    assert answer["quantile"] == [2, 1, 1, 2]


def test_funnel_lines_of_rates_and_of_excess():
    columns = {"x": [20, 30, 40], "n": [9e3, 1e4, 2e4], "rate": [200.0, 300.0, 200.0]}
    rates = ask("funnel_limits", columns, statistic="rate", multiplier=100_000)
    assert len(rates["events"]) == 100
    crude = ask(
        "funnel_limits", columns, statistic="rate", rate_type="crude", multiplier=1
    )
    assert crude["baseline"][0] == pytest.approx(90 / (20 / 200 + 30 / 300 + 40 / 200))
    excess = ask("funnel_limits", columns, statistic="ratio", ratio_type="count")
    assert excess["baseline"][0] == 0.0


def test_waiting_lists_without_optional_columns_take_the_usual_values():
    columns = {
        "demand": [30],
        "capacity": [35],
        "target_wait": [52],
        "queue_size": [1200],
        "mean_wait": [20],
    }
    answer = ask("wl_calc", columns)
    assert answer["relief_capacity"] == pytest.approx([61.153846], rel=1e-6)


def test_a_period_of_a_list_can_be_named():
    columns = {"referral": ["2024-01-01", "2024-01-05"], "removal": [None, None]}
    answer = ask("wl_queue", columns, start_date="2024-01-02", end_date="2024-01-03")
    assert answer["queue_size"] == [1, 1]


def test_long_waits_end_in_the_open_band():
    answer = ask("rtt_summary", {"count": [1] + [0] * 103 + [99]})
    assert answer["median"] == ["104+"]
    assert answer["reasons"] == ["open_band"]
    nobody = ask("rtt_summary", {"count": [0] * 105})
    assert (nobody["median"], nobody["reasons"]) == ([None], ["nobody_waiting"])


def test_changed_settings_are_printed_on_the_chart():
    answer = ask("spc_mdc", SERIES, shift_points=8, baseline_points=13)
    assert answer["rule_set"][0] == "national-2.6a with changed settings"
    older = ask("spc_mdc", SERIES, rule_set="nhsr-0.2.2", improvement_direction=-1)
    assert older["rule_set"][0] == "nhsr-0.2.2"
    assert ask("spc", SERIES, screen_outliers=False)["mean"][0] == 71


def test_the_older_labels_name_the_rule_and_the_side():
    rising = [*([70.0, 72.0] * 8), 66, 66.5, 67.1, 67.8, 68.4, 69, 69.6, 90]
    columns = {"date": months(24), "value": rising}
    answer = ask("spc", columns, improvement_direction="neutral", target=80)
    assert answer["special_cause_type"][20] == "7 Point Trend (Increasing)"
    assert answer["special_cause_type"][23] == "Above UCL"
    assert answer["point_type"][23] == "special_cause_neutral_high"
    assert answer["variation_icon"][0] == "neutral_high"
    assert answer["assurance_icon"][0] is None


def test_other_charts_by_name():
    points = {"x": [5, 15], "n": [100, 100]}
    assert ask("spc_p", points)["mean"] == [0.1, 0.1]
    assert ask("spc_u", points)["mean"] == [0.1, 0.1]
    assert ask("spc_run", {"value": [1, 2, 3]})["median"] == [2.0] * 3
    assert ask("spc_t", {"value": [1, 2, 3]})["single_up"] == [False] * 3
    assert ask("spc_g", {"value": [1, 2, 3]})["lpl"] == [0.0] * 3


@pytest.mark.parametrize("wrong", [0, 1.5, 49, 100.1, True, None, "0.95"])
def test_levels_that_cannot_be_are_refused(wrong):
    with pytest.raises(InputError):
        read_levels([wrong])


def test_no_levels_are_no_interval():
    with pytest.raises(InputError, match="nothing"):
        read_levels([])


def test_levels_name_their_columns():
    assert name_levels(read_levels([95, 99.8, 0.9])) == ["_95", "_998", "_90"]


def test_many_rows_are_named_by_the_first_few():
    assert name_rows(np.ones(8, bool)) == "rows 1, 2, 3, 4, 5 and 3 more"


def test_an_unknown_rule_set_is_refused():
    with pytest.raises((InputError, UnknownNameError)):
        ask("spc_mdc", SERIES, rule_set="national-1")


def test_funnels_by_name():
    small = {"x": [0, 4, 14, 9], "n": [1.2, 11.0, 6.0, 9.0]}
    judged = ask("funnel_significance", small, statistic="ratio")
    assert judged["significance"][1:3] == ["Low (0.025)", "High (0.025)"]
    shares = {"x": [50, 500], "n": [1000, 1000]}
    assert ask("funnel_significance", shares)["significance"] == [
        "Low (0.001)",
        "High (0.001)",
    ]
    rates = {"x": [5, 101], "n": [9, 9], "rate": [28.8, 225.3]}
    judged = ask("funnel_significance", rates, statistic="rate")
    assert judged["reasons"] == ["few_events", None]
    assert ask("funnel_limits", shares)["baseline"][0] == pytest.approx(27.5)
    with pytest.raises(InputError, match="no count above"):
        ask("funnel_limits", {"x": [5], "n": [4]})


def test_units_of_a_funnel_are_summed_and_stand_in_order():
    columns = {
        "group": ["b", "a", "b", "c", "d"],
        "numerator": [4, 11, 5, 10, 12],
        "denominator": [5.004, 10, 5, 10.001, 10],
    }
    answer = ask("funnel_od", columns, data_type="SR", sr_method="shmi", multiplier=100)
    assert answer["group"] == ["a", "b", "c", "d"]
    assert answer["numerator"] == [11.0, 9.0, 10.0, 12.0]
    assert answer["denominator"] == [10.0, 10.0, 10.0, 10.0]
    assert answer["OD95LCL"][0] < 100 < answer["OD95UCL"][0]


def test_a_rate_has_its_spread_on_the_log_scale():
    reach = np.exp(1.959963984540054 * 0.1)
    columns = {
        "quantile": [1, 2, 3, 4, 5],
        "population": [100] * 5,
        "value": [10.0] * 5,
        "lower_cl": [10 / reach] * 5,
        "upper_cl": [10 * reach] * 5,
    }
    answer = ask("sii", columns, value_type=1, transform=True)
    slope = 1.959963984540054 * 0.1 / 0.4**0.5
    assert answer["rii_upper"] == pytest.approx([np.exp(slope)])
    crossed = changed(columns, upper_cl=[1.0] * 5)
    with pytest.raises(InputError, match="no limit below the lower"):
        ask("sii", crossed, value_type=1)


def test_repeat_events_are_told_apart_by_band_and_frequency():
    columns = {
        "ageband": [0, 0, 30, 30],
        "eventfreq": [1, 2, 1, 1],
        "x": [8, 2, 5, 1],
        "n": [500] * 4,
        "stdpop": [2, 2, 1, 1],
    }
    answer = ask("dsr", columns, independent_events=False)
    assert answer["checks"] == [
        "bands: expected each age band once, found 1 repeated.",
    ]


def test_an_indirect_rate_is_the_ratio_times_that_of_the_reference():
    columns = {"x": [4, 5], "n": [100, 50], **REFERENCE}
    answer = ask("israte", columns, multiplier=1000)
    assert answer["value"] == pytest.approx([2 * 1000 * 60 / 1800])


def test_a_list_is_summarised_with_its_units():
    columns = {
        "referral": ["2024-01-01", "2024-01-04", "2024-01-15"],
        "removal": ["2024-01-08", None, None],
    }
    answer = ask("wl_stats", columns, target_wait=4)
    assert answer["mean_wait"] == [5.5]
    assert answer["mean_wait_weeks"] == pytest.approx([5.5 / 7])
    assert answer["relief_capacity"] == [None]
    assert answer["reasons"] == ["queue_not_too_big"]
    assert answer["checks"][-1].startswith("units:")


def test_percentiles_by_name():
    answer = ask("rtt_percentile", {"bin": [0, 1], "count": [0, 4]}, percentile=0.5)
    assert answer["value"] == [1.5]


def test_options_are_printed_as_they_came():
    answer = ask("mean", {"x": [1, 2]}, note={"by": ["us", float("inf")]})
    assert answer["options"]["note"] == {"by": ["us", "Inf"]}
