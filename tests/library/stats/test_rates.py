"""Proportions, rates, means and standardised rates, worked by hand or published."""

import numpy as np
import pytest

from placeplan.errors import InputError
from placeplan.stats import (
    assign_quantiles,
    byar_limits,
    estimate_crude_rate,
    estimate_mean,
    estimate_proportion,
    standardise_rate,
    standardise_ratio,
    standardise_rows,
)


def close(wanted):
    return pytest.approx(wanted, rel=1e-6)


def test_wilson_of_newcombe_1998():
    """Newcombe, Statistics in Medicine 1998, table I: 81 of 263, 15 of 148, 0 of 20."""
    found = estimate_proportion([81, 15, 0], [263, 148, 20])
    assert found.lower[:, 0].round(4).tolist() == [0.2553, 0.0624, 0.0]
    assert found.upper[:, 0].round(4).tolist() == [0.3662, 0.1605, 0.1611]


def test_exact_limits_of_a_count_are_those_of_tables():
    """Exact Poisson limits in any table: 0 (0, 3.689), 5 (1.623, 11.668)."""
    found = estimate_crude_rate([0, 5], [1, 1], multiplier=1)
    assert found.lower[:, 0].round(3).tolist() == [0.0, 1.623]
    assert found.upper[:, 0].round(3).tolist() == [3.689, 11.668]


def test_byar_takes_over_at_ten():
    nine, ten = estimate_crude_rate([9, 10], [1, 1], multiplier=1).lower[:, 0]
    byar_nine, byar_ten = byar_limits(np.array([9.0, 10.0]), np.array([1.959963985]))[0]
    assert nine != close(byar_nine[0])
    assert ten == close(byar_ten[0])


def test_byar_never_falls_below_nothing():
    lower, _ = byar_limits(np.array([0.0, 1.0]), np.array([3.09]))
    assert lower.tolist() == [[0.0], [0.0]]


@pytest.mark.parametrize(
    ("count", "base"), [([4], [3]), ([-1], [3]), ([1], [0]), ([1], [-5]), ([None], [3])]
)
def test_proportions_that_cannot_be_are_refused(count, base):
    with pytest.raises(InputError):
        estimate_proportion(np.array(count, float), base)


def test_a_missing_count_is_told_or_refused():
    found = estimate_crude_rate([np.nan, 3], [10, 10], structure="report")
    assert found.reason.tolist() == ["missing_count", ""]
    assert found.checks == (
        "column x, n: expected a count and a denominator, found row 1.",
    )
    with pytest.raises(InputError, match="row 1"):
        estimate_crude_rate([np.nan, 3], [10, 10])


def test_mean_of_three_by_hand():
    """Mean 6, standard deviation 2, t(2) = 4.302653: 6 ± 4.302653 × 2/√3."""
    found = estimate_mean([4.0, 6.0, 8.0])
    assert found.upper[0, 0] == close(6 + 4.302652729911275 * 2 / 3**0.5)


def test_one_value_has_no_interval():
    found = estimate_mean([5.0, 1.0, 2.0], np.array([0, 1, 1]))
    assert found.value.tolist() == [5.0, 1.5]
    assert np.isnan(found.lower[0, 0])
    assert found.reason.tolist() == ["one_value", ""]


def test_no_values_have_no_mean():
    with pytest.raises(InputError, match="at least one value"):
        estimate_mean([])


def test_standardised_rate_by_hand():
    """Two bands: rates 0.01 and 0.03, weights 3 and 1: (3 × 0.01 + 0.03) / 4."""
    found = standardise_rate([[10, 30]], [[1000, 1000]], [3, 1], multiplier=1)
    assert found.value.tolist() == close([0.015])
    variance = (9 * 10 + 30) / 1000**2 / 16
    byar = 40 * (1 - 1 / 360 - 1.959963985 / (3 * 40**0.5)) ** 3
    lower = 0.015 + (variance / 40) ** 0.5 * (byar - 40)
    assert found.lower[0].tolist() == close([lower])


def test_nine_events_are_withheld_with_the_reason():
    found = standardise_rate([[4, 5], [4, 6]], [[50, 60], [50, 60]], [1, 1])
    assert found.reason.tolist() == ["few_events", ""]
    assert np.isnan([found.value[0], found.lower[0, 0], found.upper[0, 0]]).all()


@pytest.mark.parametrize(
    "fault",
    [
        {"count": [[np.nan, 20]]},
        {"count": [[-1, 20]]},
        {"people": [[0, 100]]},
        {"people": [[np.nan, 100]]},
        {"standard": [np.nan, 1]},
        {"count": [[10, 200]]},
        {"count": np.empty((1, 0)), "people": np.empty((1, 0)), "standard": []},
    ],
)
def test_tables_with_faults_are_refused(fault):
    table = {"count": [[10, 20]], "people": [[90, 100]], "standard": [2, 1], **fault}
    with pytest.raises(InputError):
        standardise_rate(table["count"], table["people"], table["standard"])


def test_repeat_events_widen_the_interval_and_keep_the_rate():
    area = np.zeros(4, int)
    band, times = np.array([0, 0, 1, 1]), [1, 3, 1, 3]
    people, standard = [500, 500, 400, 400], [2, 2, 1, 1]
    repeat = standardise_rows(
        area, [8, 2, 5, 1], people, standard, frequency=times, band=band
    )
    apart = standardise_rows(np.zeros(2, int), [14, 8], [500, 400], [2, 1])
    assert repeat.value.tolist() == close(apart.value.tolist())
    assert repeat.parts["total_count"].tolist() == [22.0]
    assert repeat.parts["total_people"].tolist() == [900.0]
    assert repeat.lower[0, 0] < apart.lower[0, 0]
    unnamed = standardise_rows(area, [8, 2, 5, 1], people, standard, frequency=times)
    assert unnamed.value.tolist() == close(apart.value.tolist())


def test_indirect_ratio_by_hand():
    """Expected 100 × 0.02 + 50 × 0.05 = 4.5; observed 9: 200 of 100."""
    found = standardise_ratio(
        np.array([0, 0]), [100, 50], [20, 40], [1000, 800], count=[4, 5],
        reference_value=100,
    )  # fmt: skip
    assert found.value.tolist() == [200.0]
    rate = standardise_ratio(
        np.array([0, 0]), [100, 50], [20, 40], [1000, 800], observed=[9],
        reference_value=1000, per_reference_rate=True,
    )  # fmt: skip
    assert rate.value.tolist() == close([2 * 1000 * 60 / 1800])


def test_areas_with_different_numbers_of_bands_are_refused():
    with pytest.raises(InputError, match="as many bands"):
        standardise_ratio(
            np.array([0, 0, 1]), [1, 1, 1], [1, 1, 1], [9, 9, 9], count=[1, 1, 1]
        )


def test_observed_counts_are_needed():
    with pytest.raises(InputError, match="observed counts"):
        standardise_ratio(np.array([0]), [1], [1], [9])


def test_nobody_expected_gives_a_reason():
    found = standardise_ratio(np.array([0]), [0], [1], [9], count=[0])
    assert found.reason.tolist() == ["no_people"]


def test_quantiles_of_ten_in_five_are_pairs():
    assert assign_quantiles(range(10), 5).tolist() == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    low_first = assign_quantiles(range(10), 5, highest_first=False)
    assert low_first.tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_a_missing_score_has_no_quantile_and_does_not_count():
    found = assign_quantiles([1.0, np.nan, 2.0], 2)
    assert found[[0, 2]].tolist() == [2, 1]
    assert np.isnan(found[1])


def test_no_quantiles_cannot_be_asked_for():
    with pytest.raises(InputError, match="1 or more"):
        assign_quantiles([1.0], 0)
