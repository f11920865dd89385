"""Life expectancy, its decomposition, and inequality."""

import numpy as np
import pytest

from placeplan.errors import InputError
from placeplan.stats import (
    BANDS_85,
    BANDS_90,
    IndexOptions,
    ValueType,
    build_life_table,
    decompose_life_expectancy,
    error_from_limits,
    estimate_life_expectancy,
    measure_inequality,
)

AGES = np.array(BANDS_90, dtype=float)
PEOPLE = np.full((1, 20), 5000.0)
DEATHS = np.round(5000 * 0.00006 * np.exp(0.095 * AGES) + 1)[None, :]


def test_a_constant_death_rate_has_the_expectancy_of_its_inverse_at_the_end():
    table = build_life_table(DEATHS, PEOPLE, AGES)
    assert table.expectancy[0, -1] == pytest.approx(5000 / DEATHS[0, -1])
    assert (np.diff(table.survivors[0]) <= 0).all()


def test_more_deaths_than_a_band_can_hold_leave_nobody():
    """Forty deaths a hundred in a year cannot go on for five: q is 1."""
    deaths = DEATHS.copy()
    deaths[0, 10] = 2500
    table = build_life_table(deaths, PEOPLE, AGES)
    assert table.dying[0, 10] == 1.0
    assert table.expectancy[0, 11:].tolist() == [0.0] * 9


def test_bands_that_close_at_85_serve_too():
    whole = estimate_life_expectancy(DEATHS, PEOPLE)
    deaths = np.append(DEATHS[:, :18], DEATHS[:, 18:].sum(1, keepdims=True), 1)
    people = np.append(PEOPLE[:, :18], PEOPLE[:, 18:].sum(1, keepdims=True), 1)
    closed = estimate_life_expectancy(deaths, people, first_ages=BANDS_85)
    assert closed.value[0, 0] == pytest.approx(whole.value[0, 0], abs=0.4)


def table_with(**changes):
    deaths, people = DEATHS.copy(), PEOPLE.copy()
    for name, (band, number) in changes.items():
        {"deaths": deaths, "people": people}[name][0, band] = number
    return deaths, people


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("negative_deaths", {"deaths": (3, -1)}),
        ("no_people", {"people": (3, 0)}),
        ("deaths_above_people", {"deaths": (3, 5001)}),
        ("wrong_bands", {"people": (3, np.nan)}),
    ],
)
def test_a_faulty_area_is_withheld_with_its_reason_or_refused(reason, changes):
    deaths, people = table_with(**changes)
    deaths, people = np.append(DEATHS, deaths, 0), np.append(PEOPLE, people, 0)
    found = estimate_life_expectancy(deaths, people, structure="report")
    assert found.reason[:, 0].tolist() == ["", reason]
    assert np.isnan(found.value[1]).all()
    assert np.isnan(found.upper[1]).all()
    assert not np.isnan(found.value[0]).any()
    with pytest.raises(InputError, match="area 2"):
        estimate_life_expectancy(deaths, people)


def test_few_people_and_an_endless_life_are_withheld_without_refusal():
    few = estimate_life_expectancy(DEATHS / 20, PEOPLE / 20)
    assert set(few.reason[0].tolist()) == {"few_people"}
    endless = estimate_life_expectancy(*table_with(deaths=(19, 0)))
    assert set(endless.reason[0].tolist()) == {"no_deaths_in_last_band"}


def test_a_wide_interval_withholds_the_value_and_keeps_the_limits():
    deaths, people = np.zeros((1, 20)), np.full((1, 20), 300.0)
    deaths[0, -1] = 2
    found = estimate_life_expectancy(deaths, people)
    assert set(found.reason[0].tolist()) == {"wide_interval"}
    assert np.isnan(found.value).all()
    assert not np.isnan(found.lower).any()


@pytest.mark.parametrize("ages", [[0, 1], [1, *BANDS_90[1:]], [0, 0, *BANDS_90[2:]]])
def test_ages_must_rise_from_birth(ages):
    with pytest.raises(InputError, match="rise from 0"):
        estimate_life_expectancy(DEATHS, PEOPLE, first_ages=ages)


def test_ages_and_causes_sum_to_the_whole_difference():
    causes = np.stack([DEATHS[0] * 0.3, DEATHS[0] * 0.7])
    better = np.stack([causes[0] * 0.5, causes[1] * np.linspace(1.2, 0.8, 20)])
    years = decompose_life_expectancy(causes, PEOPLE[0], better, PEOPLE[0])
    first = build_life_table(DEATHS, PEOPLE, AGES).expectancy[0, 0]
    second = build_life_table(better.sum(0)[None], PEOPLE, AGES).expectancy[0, 0]
    assert years.sum() == pytest.approx(second - first)
    assert years[0].sum() > 0


def test_no_difference_has_no_parts():
    causes = np.stack([DEATHS[0], DEATHS[0]])
    years = decompose_life_expectancy(causes, PEOPLE[0] * 3, causes, PEOPLE[0] * 3)
    assert years.tolist() == np.zeros((2, 20)).tolist()


@pytest.mark.parametrize(
    ("deaths", "people"),
    [
        (DEATHS[0], PEOPLE[0]),
        (DEATHS * -1, PEOPLE[0]),
        (np.append(DEATHS[:, :19], [[0]], 1), PEOPLE[0]),
    ],
)
def test_tables_that_cannot_be_decomposed_are_refused(deaths, people):
    with pytest.raises(InputError):
        decompose_life_expectancy(DEATHS, PEOPLE[0], deaths, people)


def test_a_band_that_nobody_reaches_cannot_be_compared():
    deaths = DEATHS.copy()
    deaths[0, 10] = 2500
    with pytest.raises(InputError, match="reaches every age band"):
        decompose_life_expectancy(DEATHS, PEOPLE[0], deaths, PEOPLE[0])


def test_both_sides_need_the_same_causes():
    with pytest.raises(InputError, match="same causes"):
        decompose_life_expectancy(
            DEATHS, PEOPLE[0], np.append(DEATHS, DEATHS, 0), PEOPLE[0]
        )


QUINTILES = np.array([[60.0, 64.0, 69.0, 71.0, 76.0]])
ERRORS, EQUAL = np.full((1, 5), 0.5), np.full((1, 5), 1000.0)


def test_slope_of_equal_groups_by_hand():
    """Middles 0.1 … 0.9: Σ(b - 0.5)(y - ȳ) / Σ(b - 0.5)² = 7.8 / 0.4."""
    found = measure_inequality(QUINTILES, ERRORS, EQUAL, IndexOptions())
    assert found.sii.tolist() == pytest.approx([19.5])
    assert found.intercept.tolist() == pytest.approx([68 - 9.75])
    assert found.simulated == ()
    reach = 1.959963985 * 0.5 / 0.4**0.5
    assert found.sii_lower.tolist()[0] == pytest.approx([19.5 - reach])


def test_draws_lie_about_the_closed_form():
    """Fieller's limits against 200,000 draws of the same two normal ends."""
    found = measure_inequality(QUINTILES, ERRORS, EQUAL, IndexOptions())
    chance = np.random.default_rng(1)
    drawn = QUINTILES + 0.5 * chance.standard_normal((200_000, 5))
    middle = np.linspace(-0.4, 0.4, 5)
    slope = drawn @ middle / 0.4
    near = drawn.mean(axis=1) - slope / 2
    low, high = np.quantile((near + slope) / near, [0.025, 0.975])
    assert found.rii_lower[0, 0] == pytest.approx(low, abs=5e-4)
    assert found.rii_upper[0, 0] == pytest.approx(high, abs=5e-4)


def test_an_intercept_that_may_be_nothing_is_drawn():
    options = IndexOptions(repetitions=1000)
    values = np.array([[0.1, 1.0, 2.0, 3.0, 4.0]])
    with pytest.raises(InputError, match="generator"):
        measure_inequality(values, ERRORS, EQUAL, options)
    found = measure_inequality(values, ERRORS, EQUAL, options, np.random.default_rng(2))
    assert found.simulated == ("rii",)
    assert not np.isnan(found.rii_lower).any()


@pytest.mark.parametrize("multiplier", [-0.5, 0.5, 100])
@pytest.mark.parametrize("transform", [True, False])
def test_limits_stand_in_order_whatever_the_multiplier(multiplier, transform):
    """One peer swaps them under a multiplier between 0 and 1."""
    options = IndexOptions(
        ValueType.PROPORTION, transform, multiplier, repetitions=1000
    )
    values, errors = np.linspace(0.5, 0.3, 5)[None], np.full((1, 5), 0.05)
    found = measure_inequality(values, errors, EQUAL, options, np.random.default_rng(3))
    assert found.sii_lower[0, 0] < found.sii[0] < found.sii_upper[0, 0]
    assert found.rii_lower[0, 0] < found.rii[0] < found.rii_upper[0, 0]
    assert (found.rii[0] > 1) == (multiplier < 0)


def test_a_negative_multiplier_turns_the_ratio_over():
    options = IndexOptions(ValueType.CRUDE_OR_STANDARDISED_RATE, transform=True)
    turned = IndexOptions(
        ValueType.CRUDE_OR_STANDARDISED_RATE, transform=True, multiplier=-1
    )
    straight = measure_inequality(QUINTILES, ERRORS / 50, EQUAL, options)
    inverse = measure_inequality(QUINTILES, ERRORS / 50, EQUAL, turned)
    assert inverse.rii_lower == pytest.approx(1 / straight.rii_upper)
    assert inverse.sii_lower == pytest.approx(-straight.sii_upper)


@pytest.mark.parametrize(
    "wrong", [{"transform": True}, {"repetitions": 10}, {"multiplier": 0}]
)
def test_options_that_do_not_go_together_are_refused(wrong):
    with pytest.raises(InputError):
        IndexOptions(**wrong)


def test_error_is_taken_on_the_scale_of_the_values():
    rate = ValueType.CRUDE_OR_STANDARDISED_RATE
    found = error_from_limits([np.exp(1.0)], [np.exp(1.0 + 2 * 1.959963985)], rate)
    assert found.tolist() == pytest.approx([1.0])
