"""Each element of local care, made an area's own: where, how large, from when."""

import csv
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from factories.demand_factory import make_tables
from placeplan.demand import (
    TOOLKIT,
    Adaptation,
    PercentileRange,
    adapt_element,
    check_initiatives,
    count_moves,
    list_elements,
    list_tiers,
    list_toolkit_sources,
    sum_costs,
)
from placeplan.errors import InputError, UnknownNameError

LISTS = Path(__file__).parents[3] / "src" / "placeplan" / "demand"
ELEMENTS = (
    "care-planning",
    "self-care",
    "healthy-homes",
    "integrated-teams",
    "single-access-point",
    "rapid-response",
    "discharge-reablement",
    "expert-opinion",
)
HOSPITAL = ("emergency_spell", "ae_type_1", "outpatient_first", "outpatient_follow_up")
SCALE = {"dover": 1.0, "swale": 3.0, "medway": 7.0}
WORK = {
    "community_contact": {"dover": "kchft", "swale": "kchft", "medway": "mch"},
    "reablement_episode": {"dover": "kcc", "swale": "kcc", "medway": "council"},
    "gp_appointment": dict.fromkeys(SCALE, "practices"),
}


def make_base():
    """Every place has its own volume, every age another; nights at 5 a spell."""
    rows = [
        (pod, place, "trust", None, "female", band, units * scale, nights * scale)
        for pod in HOSPITAL
        for place, scale in SCALE.items()
        for band, units in (("35-64", 100.0), ("65-74", 200.0), ("75+", 400.0))
        for nights in [5 * units if pod == "emergency_spell" else 0.0]
    ]
    rows += [
        (pod, place, provider, None, "female", "35-64", 50.0, 0.0)
        for pod, of in WORK.items()
        for place, provider in of.items()
    ]
    return make_tables(activity_base=rows)


BASE = make_base()


def adapt(element, places=("dover", "swale"), **more):
    chosen = {"from_year": 2018, "to_year": 2023} | more
    return adapt_element(
        Adaptation(element, "the-area", "The area", places, **chosen), BASE
    )


def test_the_eight_elements_stand_in_the_order_of_the_paper():
    elements = list_elements()

    assert tuple(elements["element"]) == ELEMENTS
    assert elements["number"].to_list() == list(range(1, 9))
    assert elements["part"].value_counts(sort=True)["count"].to_list() == [4, 3, 1]
    assert elements["paragraph"].unique().to_list() == ["Local Care point 9"]
    assert elements["status"].unique().to_list() == ["published"]


def test_tiers_serve_the_people_whom_the_paper_gives_them():
    tiers = list_tiers()

    assert tiers.select("people_from", "people_to").rows() == [
        (None, None),
        (20_000, 60_000),
        (50_000, 200_000),
    ]
    assert set(list_elements()["tier"]) <= set(tiers["tier"])


def test_every_number_of_the_toolkit_has_a_dated_source_and_a_status():
    dated = dict(list_toolkit_sources().select("source", "dated").iter_rows())
    assert all(isinstance(day, date) for day in dated.values())
    for path in LISTS.glob("toolkit_*.csv"):
        if path.name == "toolkit_sources.csv":
            continue
        with path.open(encoding="utf-8") as opened:
            for row in csv.DictReader(opened):
                ours = row["source"] == TOOLKIT
                assert row["source"] in dated
                assert row["status"] == ("illustrative" if ours else "published"), row


@pytest.mark.parametrize("element", ELEMENTS)
def test_every_element_is_accepted_as_it_is(element):
    adapted = adapt(element)

    assert check_initiatives(BASE | adapted) == []
    assert adapted["initiatives"]["id"].to_list() == [f"{element}-the-area"]


def test_all_elements_may_stand_together():
    parts = [adapt(element) for element in ELEMENTS]
    merged = {name: pl.concat([part[name] for part in parts]) for name in parts[0]}

    assert check_initiatives(BASE | merged) == []


def test_size_moves_the_effect_the_cost_and_the_staff_and_not_the_rest():
    whole, part = adapt("rapid-response"), adapt("rapid-response", size_share=0.25)

    assert part["initiative_effects"]["remaining_low"].unique().to_list() == [0.9825]
    assert part["initiative_effects"]["remaining_high"].unique().to_list() == [0.995]
    for table, column in (
        ("initiative_costs", "cost_pounds"),
        ("initiative_capacity", "amount"),
    ):
        ratio = part[table][column].sum() / whole[table][column].sum()
        assert ratio == pytest.approx(0.25, abs=0.02), table
    for table in ("initiative_phasing", "initiative_arrivals", "initiatives"):
        assert part[table].equals(whole[table])


def test_costs_follow_the_cohort_and_the_phasing_up_to_the_horizon():
    # £60 for each of (200 + 400) spells at 65 and over, times 1 + 3 for the places.
    costs = adapt("rapid-response")["initiative_costs"]

    assert costs.select("year", "cost_pounds").rows() == [
        (2018, 21_600),
        (2019, 57_600),
        (2020, 100_800),
        (2021, 144_000),
        (2022, 144_000),
        (2023, 144_000),
    ]


def test_an_area_may_give_its_own_cost_chance_owner_and_source():
    adapted = adapt(
        "self-care",
        cost_pounds=10_000,
        delivery_share=0.5,
        owner="Programme lead",
        planning_level=1,
        source="area-plan-2018",
        status="published",
    )

    assert adapted["initiative_costs"]["cost_pounds"].max() == 10_000
    assert adapted["initiatives"].select(
        "owner", "delivery_share", "planning_level", "source", "status"
    ).row(0) == ("Programme lead", 0.5, 1, "area-plan-2018", "published")


def test_phasing_ends_with_the_horizon():
    phasing = adapt("self-care", to_year=2019)["initiative_phasing"]

    assert phasing.select("year", "delivered_share").rows() == [
        (2018, 0.15),
        (2019, 0.4),
    ]


def test_what_is_moved_is_counted_by_place_and_age():
    # 600 spells and 3,000 nights at 65 and over in Dover, three times that in Swale.
    share = 1 - PercentileRange(0.93, 0.98).mean
    moves = count_moves(adapt("rapid-response"), BASE)

    assert [
        (kind, pod, round(units / share, 6), round(nights / share, 6))
        for kind, pod, units, nights in moves.iter_rows()
    ] == [
        ("arrived", "community_contact", 24_000, 0),
        ("arrived", "reablement_episode", 720, 0),
        ("moved", "emergency_spell", 2_400, 12_000),
    ]
    assert sum_costs(adapt("rapid-response")) == 144_000


def test_shorter_stays_and_causes_are_counted_as_what_they_take():
    shorter = count_moves(adapt("discharge-reablement", ("dover",)), BASE)
    homes = count_moves(adapt("healthy-homes", ("dover",)), BASE)

    assert shorter.rows() == [
        ("shortened", "emergency_spell", 0.0, pytest.approx(0.15 * 3000, rel=0.001))
    ]
    assert homes["activity"].item() == pytest.approx(0.05 * 0.15 * 600, rel=0.01)


def test_the_provider_that_does_the_work_receives_it_unless_another_is_named():
    east, medway = adapt("rapid-response"), adapt("rapid-response", ("medway",))
    named = adapt("rapid-response", community="mch")

    assert [
        table["initiative_arrivals"]["provider"].to_list()
        for table in (east, medway, named)
    ] == [["kchft", "kcc"], ["mch", "council"], ["mch", "kcc"]]


def test_places_with_different_providers_are_refused_with_the_remedy():
    with pytest.raises(InputError) as caught:
        adapt("rapid-response", ("swale", "medway"))

    where = "activity/base.csv, initiative rapid-response-the-area"
    told = "expected one provider of {} for the places, found {}. Name one with {}, or"
    parts = "adapt the parts of the area one by one."
    cases = (
        ("community_contact", "kchft, mch", "--community"),
        ("reablement_episode", "council, kcc", "--social-care"),
    )
    assert [str(fault) for fault in caught.value.faults] == [
        f"{where}: {told.format(*case)} {parts}" for case in cases
    ]


def test_a_place_without_such_care_is_refused():
    with pytest.raises(InputError) as caught:
        adapt("self-care", ("dover", "thanet"))

    assert [fault.expected for fault in caught.value.faults] == [
        "activity of emergency_spell at ages 35-74 in thanet",
        "activity of gp_appointment at ages 35-74 in thanet",
    ]


def test_an_element_is_added_to_an_area_once():
    there = BASE | adapt("self-care")
    again = Adaptation("self-care", "the-area", "It", ("dover",), 2018, 2023)
    with pytest.raises(InputError) as caught:
        adapt_element(again, there)

    assert [(fault.file, fault.found) for fault in caught.value.faults] == [
        ("initiatives/initiatives.csv", "self-care-the-area")
    ]


def test_an_element_that_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(UnknownNameError) as caught:
        adapt("walk-in")

    assert caught.value.known == tuple(sorted(ELEMENTS))


def test_every_wrong_size_is_told_at_once():
    with pytest.raises(InputError) as caught:
        adapt(
            "integrated-teams",
            places=(),
            size_share=10.5,
            to_year=2017,
            status="certain",
            delivery_share=1.5,
            cost_pounds=-1,
        )

    assert [(fault.where, fault.expected) for fault in caught.value.faults] == [
        ("size", "0 to 10"),
        ("places", "at least one place"),
        ("to_year", "2018 or later"),
        ("status", "one of published, derived, calibrated, illustrative"),
        ("delivery_share", "0 to 1"),
        ("cost_pounds", "0 or more"),
    ]
