"""Exponents fitted to flows: the answer of made flows, and a general optimiser."""

import numpy as np
import pytest
from scipy.optimize import minimize

from placeplan.capacity import HuffRule, fit_huff, share_by_odds
from placeplan.errors import QuestionError

SIZE = np.array([20.0, 35.0, 90.0, 12.0])
MINUTES = np.random.default_rng(5).uniform(5, 70, (30, 4))
ALL_OPEN = np.ones(4, dtype=bool)


def make_flows(size_exponent, travel_exponent):
    people = np.arange(100.0, 100.0 + len(MINUTES))
    weight = HuffRule(size_exponent, travel_exponent).weigh(SIZE, MINUTES)
    return people[:, None] * share_by_odds(weight, ALL_OPEN)


def test_exact_flows_give_back_the_exponents_that_made_them():
    fit = fit_huff(make_flows(0.7, 1.9), SIZE, MINUTES)
    found = fit.rule.size_exponent, fit.rule.travel_exponent
    assert found == pytest.approx((0.7, 1.9), abs=1e-8)


def test_drawn_flows_give_them_back_within_their_errors():
    rng = np.random.default_rng(8)
    made = make_flows(0.7, 1.9)
    drawn = np.stack(
        [rng.multinomial(round(row.sum()), row / row.sum()) for row in made]
    )
    fit = fit_huff(drawn.astype(float), SIZE, MINUTES)
    assert abs(fit.rule.size_exponent - 0.7) < 3 * fit.size_error
    assert abs(fit.rule.travel_exponent - 1.9) < 3 * fit.travel_error
    assert fit.travel_error < 0.05


def test_a_general_optimiser_finds_no_better():
    cases = np.random.default_rng(2).integers(0, 40, MINUTES.shape).astype(float)

    def miss(exponents):
        drawn = exponents[0] * np.log(SIZE) - exponents[1] * np.log(MINUTES)
        return -(cases * (drawn - np.log(np.exp(drawn).sum(1, keepdims=True)))).sum()

    peer = minimize(miss, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-9})
    fit = fit_huff(cases, SIZE, MINUTES)
    found = [fit.rule.size_exponent, fit.rule.travel_exponent]
    assert found == pytest.approx(peer.x, abs=1e-5)
    assert fit.log_likelihood == pytest.approx(-peer.fun)
    even = -cases.sum() * np.log(4)
    assert fit.explained_share == pytest.approx(1 + peer.fun / even)


def test_a_held_size_leaves_travel_alone_to_be_fitted():
    fit = fit_huff(make_flows(0.5, 1.2), SIZE, MINUTES, size_exponent=0.5)
    assert fit.rule.travel_exponent == pytest.approx(1.2)
    assert (fit.rule.size_exponent, fit.size_error) == (0.5, 0.0)


def test_sites_of_one_size_cannot_tell_what_size_does():
    with pytest.raises(QuestionError, match="cannot tell size from travel"):
        fit_huff(make_flows(0.0, 1.0), np.full(4, 7.0), MINUTES)


def test_flows_that_all_go_to_the_nearest_have_no_best_exponent():
    nearest = np.eye(4)[MINUTES.argmin(axis=1)]
    with pytest.raises(QuestionError, match="no best exponents"):
        fit_huff(nearest, SIZE, MINUTES, size_exponent=1.0)


def test_nothing_is_fitted_to_no_cases():
    with pytest.raises(QuestionError, match="no observed cases"):
        fit_huff(np.zeros(MINUTES.shape), SIZE, MINUTES)


def test_one_site_alone_is_the_nearest_to_everyone():
    with pytest.raises(QuestionError, match="no best exponents"):
        fit_huff(np.ones((3, 1)), np.ones(1), np.ones((3, 1)), size_exponent=1.0)


def test_a_step_too_far_is_halved_and_the_peak_still_found():
    rng = np.random.default_rng(299)  # flows so skewed that a whole step leads down
    minutes = np.exp(rng.exponential(1.0, (4, 5)) ** 2).clip(1, 1440)
    cases = (rng.random((4, 5)) < 0.4) * rng.exponential(1, (4, 5)) ** 4 * 100
    size = np.exp(rng.normal(0, 3, 5))

    def miss(exponents):
        drawn = exponents[0] * np.log(size) - exponents[1] * np.log(minutes)
        return -(cases * (drawn - np.log(np.exp(drawn).sum(1, keepdims=True)))).sum()

    peer = minimize(miss, [2.0, 1.0], method="Nelder-Mead", options={"xatol": 1e-9})
    fit = fit_huff(cases, size, minutes)
    found = [fit.rule.size_exponent, fit.rule.travel_exponent]
    assert found == pytest.approx(peer.x, abs=1e-5)
