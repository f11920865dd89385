"""Rows shared out by the initiatives that meet in them add up to the whole."""

import numpy as np
import pytest

from factories.initiative_factory import YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand, group_rows
from placeplan.plan.shapley import split_by_shapley

SPELL = "emergency_spell"
SPELLS = (SPELL, None, None)
EFFECTS = (
    ("all", "avoidance", *SPELLS, None, None, None, 0.9, 0.9),
    ("dover", "avoidance", SPELL, "dover", None, None, None, None, 0.7, 0.7),
    ("swale", "substitution", SPELL, "swale", None, None, "65+", None, 0.6, 0.6),
    ("stay", "shorter_stay", *SPELLS, None, "65+", None, 0.8, 0.8),
    ("clinic", "avoidance", "outpatient_first", None, None, None, None, None, 0.5, 0.5),
)  # fmt: skip
ARRIVALS = [("swale", "emergency_spell", "community_contact", "kchft", None, 6, 0, 1)]


@pytest.fixture(scope="module")
def coded():
    tables = make_plan(EFFECTS, arrivals=ARRIVALS)
    return CodedDemand.from_tables(
        tables, make_people_of(growth=1.1), base_year=2016, years=YEARS
    )


def _share_out(demand, members, everyone):
    """Shapley's shares of units and nights of all lines in the last year."""

    def value(chosen):
        without = everyone - {members[each] for each in chosen}
        activity, nights = demand.expect(frozenset(without)).with_initiatives()
        return np.concatenate([activity[:, -1], nights[:, -1]])

    return split_by_shapley(value, len(members)).share


def test_those_that_never_meet_in_a_row_are_in_groups_of_their_own(coded):
    names = coded.initiatives.ids
    groups = [{names[each] for each in members} for members, _ in group_rows(coded)]

    assert sorted(map(sorted, groups)) == [
        ["all", "dover", "stay"],
        ["all", "stay", "swale"],
        ["clinic"],
    ]


def test_shares_of_groups_sum_to_those_of_the_whole(coded):
    everyone = frozenset(range(len(coded.initiatives.ids)))
    whole = _share_out(coded, sorted(everyone), everyone)

    parts = np.zeros_like(whole)
    for members, narrow in group_rows(coded):
        parts[members] += _share_out(narrow, members, frozenset(members))
    assert np.abs(whole).min(axis=1).tolist() == [0.0] * len(everyone)
    assert parts == pytest.approx(whole, abs=1e-9)


def test_without_initiatives_there_is_no_group():
    coded = CodedDemand.from_tables(
        make_plan(()), make_people_of(), base_year=2016, years=YEARS
    )

    assert group_rows(coded) == []
