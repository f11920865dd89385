"""Three stroke units of seven: where our answer puts the three that were chosen.

Nothing is fitted to the choice of 14 February 2019 (Darent Valley, Maidstone, William
Harvey). The review weighed more than travel and volume: staff, buildings, what else a
hospital does.
"""

from pathlib import Path

import numpy as np
import pytest

from library.capacity.stroke_files import (
    CANDIDATES,
    UNITS,
    ask_by_small_area,
    fill,
    read_minutes,
    read_small_areas,
)
from library.official_files import NOT_HERE, SHARED
from placeplan.capacity import compare_options
from placeplan.plan.option_folder import answer_questions, read_option_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
CHOSEN = "darent-valley + maidstone-hospital + william-harvey"
with_files = pytest.mark.skipif(
    not (SHARED / "travel").exists() or not (SHARED / "stroke").exists(),
    reason=NOT_HERE,
)


def rank(compared, score, *, more=False):
    """Place of the chosen three among the 35 answers, the best first."""
    answers = compared.scores[score][compared.is_answer]
    answers = -answers if more else answers
    chosen = answers[compared.find_option(CHOSEN)]
    return 1 + int((answers < chosen - 1e-9).sum())


@pytest.fixture(scope="module")
def nearest():
    return compare_options(ask_by_small_area(SHARED, "nearest"))


@pytest.fixture(scope="module")
def by_odds():
    return compare_options(ask_by_small_area(SHARED, "huff"))


@pytest.mark.parametrize("question", [0, 1])
def test_the_example_compares_all_thirty_five_and_loses_nobody(question):
    tables = read_option_folder(EXAMPLE).tables
    compared = answer_questions(tables)[question]
    assert compared.is_answer.sum() == 35
    cases = tables["option_areas"]["cases"].sum()
    assert compared.landing.cases.sum(axis=1) == pytest.approx(np.full(36, cases))
    residents = tables["option_areas"].filter("here")["cases"].sum()
    assert residents == pytest.approx(2445, abs=1)  # as the publisher sums them
    assert compared.question.status == "illustrative"


def test_on_straight_lines_the_chosen_three_are_not_the_nearest_to_thanet():
    odds, near = answer_questions(read_option_folder(EXAMPLE).tables)
    assert not near.on_front[near.find_option(CHOSEN)]
    assert (rank(near, "mean_minutes"), rank(odds, "mean_minutes")) == (25, 26)
    farthest = near.landing.minutes[near.find_option(CHOSEN)].argmax()
    assert near.question.places.wider_places[farthest] == "Thanet"


@with_files
def test_two_units_are_filled_from_distance_and_the_rest_kept():
    areas = read_small_areas(SHARED)
    known = read_minutes(SHARED, areas)
    missing = [
        unit
        for unit, column in zip(UNITS, known.T, strict=True)
        if np.isnan(column).all()
    ]
    assert missing == ["ME75NY", "TN24QJ"]
    filled = fill(SHARED, areas, known)
    there = ~np.isnan(known)
    assert (filled[there] == np.maximum(known[there], 1.0)).all()
    assert not np.isnan(filled).any()


@with_files
def test_a_unit_that_is_known_is_foretold_within_eight_minutes():
    areas = read_small_areas(SHARED)
    known = read_minutes(SHARED, areas)
    here = areas["here"].to_numpy()
    off = {}
    for at, unit in enumerate(UNITS[:CANDIDATES]):
        if np.isnan(known[:, at]).any():
            continue
        held_out = known.copy()
        held_out[:, at] = np.nan
        foretold = fill(SHARED, areas, held_out)[here, at]
        off[unit] = float(np.abs(foretold - known[here, at]).mean())
    assert sorted(off) == ["CT13NG", "CT94AN", "DA28DA", "ME169QQ", "TN240LZ"]
    assert max(off.values()) < 8  # Margate, at the far end of the county
    assert sorted(off.values())[2] < 4.5


@with_files
def test_on_minutes_by_road_the_chosen_three_fill_their_units_most_evenly(
    nearest, by_odds
):
    assert rank(nearest, "smallest_cases", more=True) == 3
    assert rank(by_odds, "smallest_cases", more=True) == 1
    at = by_odds.find_option(CHOSEN)
    assert by_odds.on_front[at]
    assert by_odds.scores["smallest_cases"][at] == pytest.approx(858, abs=1)
    assert by_odds.scores["sites_above_floor"][at] == 3.0


@with_files
def test_on_minutes_by_road_others_are_nearer_to_more_people(nearest):
    at = nearest.find_option(CHOSEN)
    assert rank(nearest, "mean_minutes") == 28
    assert nearest.scores["mean_minutes"][at] == pytest.approx(26.8, abs=0.1)
    assert nearest.scores["mean_minutes"][nearest.now] == pytest.approx(16.9, abs=0.1)
    assert nearest.scores["within_60_share"][at] == 1.0
    assert not nearest.on_front[at]
