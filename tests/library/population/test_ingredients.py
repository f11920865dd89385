import numpy as np

from factories.people_factory import count_people, still_tables
from placeplan.population.ingredients import Ingredients

PEOPLE = {("b", "female", 30): 100, ("a", "male", 40): 50}


def test_places_stand_in_alphabetical_order_whatever_the_rows():
    made = Ingredients.from_tables(still_tables(PEOPLE))
    assert made.places == ("a", "b")
    assert made.counts[2011][1, 0, 30] == 100


def test_net_movers_of_a_place_hold_from_the_year_they_are_given_for():
    rows = [(2012, "a", 5.0), (2014, "b", 7.0), (2016, "a", 9.0)]
    path = Ingredients.from_tables(still_tables(PEOPLE, migration=rows)).migration
    assert [path.at(year).tolist() for year in (2012, 2014, 2016, 2030)] == [
        [5, 7],
        [5, 7],
        [9, 7],
        [9, 7],
    ]


def test_a_figure_that_is_not_given_is_not_a_number():
    rows = [(2012, "a", 3.0, 2.0, 1.0)]
    made = Ingredients.from_tables(still_tables(PEOPLE, components=rows))
    assert made.components[2012].births[0] == 3
    assert np.isnan(made.components[2012].births[1])


def test_the_base_year_and_the_last_count_are_told_apart():
    later = count_people(2014, ["a", "b"], PEOPLE)
    made = Ingredients.from_tables(still_tables(PEOPLE, people_counts=later))
    assert (made.base_year, made.last_count) == (2011, 2014)


def test_what_is_carried_and_what_is_projected_rest_on_different_tables():
    rows = [(2012, place, 0.0, "us", "illustrative") for place in "ab"]
    made = Ingredients.from_tables(still_tables(PEOPLE, migration=rows))
    assert (made.carried_status, made.projected_status) == ("derived", "illustrative")
