import pytest

from factories.people_factory import make_table, people_frame
from placeplan.errors import InputError
from placeplan.population import share_out_people

PEOPLE = people_frame(
    [
        (2011, "dover", "male", 10, 100.0),
        (2011, "dover", "male", 70, 50.0),
        (2011, "swale", "male", 10, 40.0),
        (2031, "dover", "male", 10, 100.0),
        (2031, "dover", "male", 70, 150.0),
        (2031, "swale", "male", 10, 40.0),
    ]
)
SHARES = make_table(
    "networks",
    [
        ("n1", "dover", "0-64", 0.25),
        ("n2", "dover", "0-64", 0.75),
        ("n1", "dover", "65+", 0.6),
        ("n2", "dover", "65+", 0.4, "us", "illustrative"),
        ("n2", "swale", "0-64", 1.0),
    ],
)


def test_a_network_draws_on_each_of_its_districts_by_age():
    shared = share_out_people(PEOPLE, SHARES)
    assert shared.filter(year=2011).rows() == [
        (2011, "n1", "0-64", "male", 25.0, "derived"),
        (2011, "n1", "65+", "male", 30.0, "derived"),
        (2011, "n2", "0-64", "male", 75.0 + 40.0, "derived"),
        (2011, "n2", "65+", "male", 20.0, "illustrative"),
    ]


def test_a_network_takes_its_share_of_the_change_at_each_age():
    shared = share_out_people(PEOPLE, SHARES)
    older = shared.filter(place="n1", age_band="65+")["value"].to_list()
    assert older[1] - older[0] == pytest.approx(0.6 * 100)
    younger = shared.filter(place="n1", age_band="0-64")["value"].to_list()
    assert younger == [25, 25]


def test_shares_that_miss_1_by_rounding_still_sum_back():
    thirds = [(f"n{n}", "dover", "0+", 0.333333) for n in range(3)]
    shared = share_out_people(
        PEOPLE.filter(place="dover"), make_table("networks", thirds)
    )
    assert shared.filter(year=2031)["value"].sum() == pytest.approx(250, abs=1e-9)


def test_people_whom_no_network_has_are_told():
    shares = SHARES.filter(place="dover", age_band="0-64")
    shares = shares.vstack(SHARES.filter(place="dover", network="n1", age_band="65+"))
    with pytest.raises(InputError) as caught:
        share_out_people(PEOPLE, shares)
    assert [(f.file, f.where) for f in caught.value.faults] == [
        ("people/networks.csv", "place swale, age_band 0-64")
    ]


def test_shares_of_districts_that_are_not_asked_for_do_not_matter():
    shared = share_out_people(PEOPLE.filter(place="swale"), SHARES)
    assert shared["value"].to_list() == [40, 40]
