"""Lists read themselves when first looked at and say what there is."""

import pytest

from placeplan.errors import UnknownNameError
from placeplan.reference import (
    MEASURES,
    ORGANISATION_KINDS,
    POINTS_OF_DELIVERY,
    PUBLICATIONS,
    STAFF_GROUPS,
    get_measure,
    get_organisation_kind,
    get_pod,
    get_publication,
    get_staff_group,
)

GETTERS = {
    "pod": (get_pod, POINTS_OF_DELIVERY),
    "measure": (get_measure, MEASURES),
    "staff group": (get_staff_group, STAFF_GROUPS),
    "kind": (get_organisation_kind, ORGANISATION_KINDS),
    "publication": (get_publication, PUBLICATIONS),
}


@pytest.mark.parametrize("noun", GETTERS)
def test_every_name_gets_its_thing(noun):
    get, listing = GETTERS[noun]

    assert len(listing) > 0
    assert [get(name) for name in listing] == list(listing.values())


@pytest.mark.parametrize("noun", GETTERS)
def test_unknown_name_says_what_there_is(noun):
    get, listing = GETTERS[noun]

    with pytest.raises(UnknownNameError) as caught:
        get("spel")

    assert (caught.value.noun, caught.value.name) == (noun, "spel")
    assert caught.value.known == tuple(sorted(listing))


def test_beds_are_for_stays_over_night():
    with_beds = {name for name, pod in POINTS_OF_DELIVERY.items() if pod.beds}

    assert with_beds == {
        "emergency_spell",
        "elective_spell",
        "maternity_spell",
        "mh_bed_day",
    }


def test_stocks_are_what_there_is_and_flows_what_happens():
    stocks = {name for name, measure in MEASURES.items() if measure.is_stock}

    assert stocks == {
        "population",
        "catchment_people",
        *(f"beds_{each}" for each in ("needed", "available", "headroom")),
        *(f"spaces_{each}" for each in ("needed", "available", "headroom")),
        *(f"staff_{each}_wte" for each in ("needed", "available", "headroom")),
    }
