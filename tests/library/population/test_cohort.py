"""One year by hand: 100 women and 200 men of one age, and those of the open age."""

import numpy as np
import pytest

from placeplan.population import step_year, survive


def still(places=1):
    return {
        "death_share": np.zeros((places, 2, 92)),
        "fertility": np.zeros((places, 91)),
        "moves": np.zeros((places, 2, 91)),
    }


def test_people_grow_a_year_older_less_those_who_die():
    people = np.zeros((1, 2, 91))
    people[0, 0, 40], people[0, 1, 40] = 100, 200
    rules = still()
    rules["death_share"][0, 0, 41], rules["death_share"][0, 1, 41] = 0.02, 0.05

    step = step_year(people, **rules)

    assert step.people[0, :, 41].tolist() == [98, 190]
    assert step.deaths.tolist() == [12]


def test_the_open_age_keeps_its_survivors_and_takes_in_those_of_89():
    people = np.zeros((1, 2, 91))
    people[0, 0, 89], people[0, 0, 90] = 50, 30
    rules = still()
    rules["death_share"][0, 0, 90], rules["death_share"][0, 0, 91] = 0.1, 0.2

    step = step_year(people, **rules)

    assert step.people[0, 0, 90] == 50 * 0.9 + 30 * 0.8
    assert step.people[0, 0, 89] == 0


def test_births_count_women_at_the_middle_of_the_year():
    # 1,000 women of 30 at the start, of 31 at the end; 500 of 31 move in.
    people = np.zeros((1, 2, 91))
    people[0, 0, 30] = 1000
    rules = still()
    rules["fertility"][0, 30], rules["fertility"][0, 31] = 0.10, 0.08
    rules["moves"][0, 0, 31] = 500

    step = step_year(people, **rules)

    assert step.births.tolist() == [pytest.approx(1000 / 2 * 0.10 + 1500 / 2 * 0.08)]


def test_boys_outnumber_girls_at_birth_by_105_to_100():
    people = np.zeros((1, 2, 91))
    step = step_year(people, **still(), births=np.array([2050.0]))
    assert step.people[0, :, 0] == pytest.approx([1000, 1050])


def test_children_born_in_the_year_may_die_in_it():
    rules = still()
    rules["death_share"][0, :, 0] = 0.5
    step = step_year(np.zeros((1, 2, 91)), **rules, births=np.array([100.0]))
    assert step.people.sum() == pytest.approx(50)
    assert step.deaths == pytest.approx([50])


def test_births_that_are_not_known_for_a_place_are_worked_out():
    people = np.zeros((2, 2, 91))
    people[:, 0, 30] = 100
    rules = still(places=2)
    rules["fertility"][:, 30] = 0.2

    step = step_year(people, **rules, births=np.array([np.nan, 33.0]))

    assert step.births.tolist() == [10, 33]


def test_movers_leave_only_where_there_are_people():
    people = np.zeros((1, 2, 91))
    people[0, 0, 17], people[0, 1, 50] = 20, 80
    rules = still()
    rules["moves"][0, 0, 18] = -30

    step = step_year(people, **rules)

    assert step.people[0, 0, 18] == 0
    assert step.people[0, 1, 51] == pytest.approx(70)
    assert step.net_migration == pytest.approx([-30])
    assert step.unmet[0, 0, 18] == 10


def test_a_place_that_all_leave_is_empty_and_says_how_many_were_not_there():
    people = np.zeros((1, 2, 91))
    people[0, 0, 17] = 20
    rules = still()
    rules["moves"][0, 0, 18] = -30

    step = step_year(people, **rules)

    assert step.people.sum() == 0
    assert step.net_migration.tolist() == [-20]
    assert step.unmet.sum() == 10


def test_survive_works_along_any_leading_axes():
    people = np.ones((3, 4, 2, 91))
    survivors = survive(people, np.zeros((2, 92)))
    assert survivors[..., 0].sum() == 0
    assert survivors[2, 3, 1, 90] == 2
