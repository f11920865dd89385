import numpy as np
import pytest

from placeplan.population.anchor import anchor_to_count, scale_to_total

NONE = np.zeros((1, 2, 91))


def one(age, value, sex=0):
    people = NONE.copy()
    people[0, sex, age] = value
    return people


def test_a_cohort_is_followed_as_it_grows_older():
    # 100 people of 40 in 2011 are carried to 42 in 2013, where 150 are counted.
    carried = {2011: one(40, 100), 2012: one(41, 100), 2013: one(42, 100)}

    anchored = anchor_to_count(carried, one(42, 150), {})

    assert [anchored[year].max() for year in carried] == [100, 125, 150]
    assert anchored[2012][0, 0, 41] == 125


def test_people_counted_where_none_were_carried_come_in_by_even_steps():
    carried = {2011: NONE, 2012: NONE, 2013: NONE, 2014: NONE}
    anchored = anchor_to_count(carried, one(20, 90), {})
    assert anchored[2012][0, 0, 18] == 30
    assert anchored[2013][0, 0, 19] == 60


def test_children_too_young_for_the_year_are_not_there_yet():
    carried = {2011: NONE, 2012: NONE, 2013: NONE}
    anchored = anchor_to_count(carried, one(0, 90), {})
    assert anchored[2012].sum() == 0


def test_a_year_between_keeps_its_published_total():
    carried = {2011: one(40, 100), 2012: one(41, 100), 2013: one(42, 100)}
    anchored = anchor_to_count(carried, one(42, 150), {2012: np.array([130.0])})
    assert anchored[2012][0, 0, 41] == pytest.approx(130)


def test_the_counts_themselves_are_untouched():
    counted = one(42, 150)
    carried = {2011: one(40, 100), 2012: one(41, 90), 2013: one(42, 80)}
    totals = {2011: np.array([7.0]), 2013: np.array([7.0])}
    anchored = anchor_to_count(carried, counted, totals)
    assert anchored[2013] is counted
    assert anchored[2011] is carried[2011]


def test_a_total_for_nobody_changes_nothing():
    assert scale_to_total(NONE, np.array([50.0])).sum() == 0
