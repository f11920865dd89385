"""Shares of areas in organisations."""

import pytest

from factories.places_factory import make_registry
from placeplan.errors import UnknownNameError


def test_shares_of_an_area():
    lookup = make_registry().lookup
    assert lookup.areas == ("hill", "mill")
    assert lookup.get_share("hill", "ccg-quay") == 0.375
    assert lookup.get_share("mill", "ccg-quay") == 0.0


def test_values_of_areas_are_spread_by_share():
    spread = make_registry().lookup.spread({"hill": 800.0, "mill": 90.0})
    assert spread == {"ccg-hill": 500.0, "ccg-mill": 90.0, "ccg-quay": 300.0}


def test_area_that_the_lookup_lacks_is_refused():
    with pytest.raises(UnknownNameError) as caught:
        make_registry().lookup.spread({"dell": 1.0})
    assert str(caught.value) == (
        "There is no area of the lookup 'dell'. Use one of: hill, mill."
    )
