import numpy as np
import pytest

from factories.people_factory import make_table
from placeplan.population.dwelling import people_from_dwellings
from placeplan.population.migration_schedule import model_schedule


def test_homes_bring_the_people_who_live_in_them_by_the_profile():
    profile = np.zeros((2, 91))
    profile[0, 30], profile[1, 31] = 0.6, 0.4
    rows = [
        (2021, "dover", 100.0, 2.5),
        (2021, "ashford", 200.0, 2.0),
        (2022, "dover", -40.0, 2.5),
    ]

    movers = people_from_dwellings(
        make_table("dwellings", rows), ["ashford", "dover"], profile
    )

    assert sorted(movers) == [2021, 2022]
    assert movers[2021][:, 0, 30] == pytest.approx([240, 150])
    assert movers[2021][:, 1, 31] == pytest.approx([160, 100])
    assert movers[2022].sum() == pytest.approx(-100)


def test_no_homes_bring_nobody():
    nothing = make_table("dwellings", [])
    assert people_from_dwellings(nothing, ["dover"], model_schedule()) == {}
