"""The rule of fair shares, as anyone asks it."""

import pytest

from placeplan.errors import InputError
from placeplan.rulebook import gather_rules

RULE = gather_rules()["allocation"]


def make_place(name, now=None, **more):
    return {"id": name, "people": 100, "allocation_pounds": now, **more}


def list_faults(asked):
    with pytest.raises(InputError) as caught:
        RULE.ask(asked)
    return [
        f"{fault.where}: expected {fault.expected}, found {fault.found}"
        for fault in caught.value.faults
    ]


def test_a_budget_is_shared_by_people_and_need():
    north, south = {"id": "north", "people": 6000, "need": 1.25}, make_place("south")
    south |= {"people": 4000, "need": 0.625, "allocation_pounds": "312.50"}

    ruling = RULE.ask({"budget_pounds": "1000.00", "places": [north, south]})

    assert ruling.result == {
        "places": [
            {
                "id": "north",
                "weighted_people": 7500,
                "target_pounds": 750,
                "target_parts_pounds": {"need": 750},
                "distance": None,
                "allocation_pounds": 750,
            },
            {
                "id": "south",
                "weighted_people": 2500,
                "target_pounds": 250,
                "target_parts_pounds": {"need": 250},
                "distance": 0.25,
                "allocation_pounds": 250,
            },
        ],
        "total_pounds": 1000,
        "weighted_people": 10000,
        "common_growth_share": None,
    }
    assert ruling.reasons == (
        "£1,000 is shared by people, weighed by need and by what care costs.",
        "north: the fair share is £750.",
        "south: the fair share is £250; it has £312.50, 25.0 % over target.",
    )


def test_policy_of_the_day_fills_what_is_left_open():
    need = {"need": 1, "inequalities": 1}
    places = [
        make_place("north", 4700, need=need),
        make_place("south", 5300, need=need),
    ]
    asked = {"budget_pounds": 10500, "places": places, "as_at": "2016-04-01"}

    ruling = RULE.ask({**asked, "pace": {"minimum_growth_share": 0.01}})

    # North is 6 % under £5,250 and may stay 5 % under; south, 6 % over, keeps four
    # fifths of its minimum growth and has what is left.
    assert [
        (each["allocation_pounds"], each["floor_pounds"], each["decided_by"])
        for each in ruling.result["places"]
    ] == [(4987.5, 4987.5, "floor"), (5512.5, 5342.4, "rule")]
    assert ruling.result["places"][0]["target_parts_pounds"] == {
        "need": 4725,
        "inequalities": 525,
    }
    assert ruling.reasons[-2:] == (
        (
            "north: the fair share is £5,250; it has £4,700, 6.0 % under target; it "
            "gets £4,987.50, its floor, 5.0 % under target."
        ),
        (
            "south: the fair share is £5,250; it has £5,300, 6.0 % over target; it "
            "gets £5,512.50, 5.0 % over target."
        ),
    )
    assert ruling.reasons[4] == (
        "10 % of what commissioners have for core services follows inequalities in "
        "health. Recalled, not read in the source: check it, or state your own share."
    )


def test_what_is_stated_stands_before_policy():
    need = {"need": 1, "inequalities": 1}
    places = [
        make_place("north", 4700, need=need),
        make_place("south", 5300, need=need),
    ]
    pace = {"minimum_growth_share": 0.01, "most_under_share": None}

    ruling = RULE.ask(
        {
            "budget_pounds": 10500,
            "places": places,
            "inequalities_share": 0.2,
            "pace": pace,
            "as_at": "2016-04-01",
        }
    )

    parts = ruling.result["places"][0]["target_parts_pounds"]
    assert parts == {"need": 4200, "inequalities": 1050}
    assert ruling.result["places"][0]["floor_pounds"] == 4747
    assert ruling.reasons[1] == "20 % of it follows inequalities in health."


def test_a_ceiling_is_named():
    places = [make_place("north", 40), make_place("south", 60)]
    pace = {"pull_share": 1, "most_growth_share": 0.15}

    ruling = RULE.ask({"budget_pounds": 110, "places": places, "pace": pace})

    assert ruling.reasons[-2] == (
        "north: the fair share is £55; it has £40, 20.0 % under target; it gets £46, "
        "its ceiling, 16.4 % under target."
    )


def test_every_fault_is_told_at_once():
    asked = {
        "budget_pounds": 10,
        "streams": {"acute": 0.5, "mental": 0.4},
        "places": [
            {"id": "north", "people": 1, "need": {"acut": 1, "inequalities": 2}},
            make_place("south", 1, need={"acute": 1, "mental": 1, "inequalities": 1}),
        ],
        "pace": {"fades_from_share": 0.1},
    }

    assert list_faults(asked) == [
        "streams: expected shares that sum to 1, found 0.9",
        "north, need: expected a need for the stream acute, found none",
        "north, need: expected a need for the stream mental, found none",
        "north, need: expected one of: acute, mental, inequalities, found acut",
        (
            "inequalities_share: expected a share, as places state the need that "
            "follows inequalities, found none, and no policy is listed for core "
            "without as_at"
        ),
        "north: expected what it is allocated now, found nothing",
        "fades_from_share, fades_to_share: expected both or neither, found one",
    ]


def test_a_share_that_needs_a_need():
    asked = {"budget_pounds": 10, "places": [make_place("north")]}

    assert list_faults({**asked, "inequalities_share": 0.1}) == [
        "north, need: expected a need for the stream inequalities, found none"
    ]
    assert list_faults({**asked, "pace": {}}) == [
        "north: expected what it is allocated now, found nothing"
    ]


def test_a_day_without_policy():
    place = make_place("north", need={"need": 1, "inequalities": 1})
    asked = {"budget_pounds": 10, "places": [place], "as_at": "2025-04-01"}

    assert list_faults(asked) == [
        (
            "inequalities_share: expected a share, as places state the need that "
            "follows inequalities, found none, and no policy is listed for core "
            "on 2025-04-01"
        )
    ]


def test_a_place_without_any_need_has_no_closing_distance():
    places = [make_place("north", 5, need=0.0), make_place("south", 5)]

    ruling = RULE.ask({"budget_pounds": 10, "places": places, "pace": {}})

    assert ruling.result["places"][0]["closing_distance"] is None
    assert ruling.reasons[-2] == ("north: the fair share is £0; it has £5; it gets £5.")


def test_a_minimum_below_zero_needs_no_other_entry():
    places = [make_place("north", 300), make_place("south", 690, people=300)]
    pace = {"minimum_growth_share": -0.01}

    found = RULE.ask({"budget_pounds": 1000, "places": places, "pace": pace}).result

    # £990 grow to £1,000: 1/99 each, 1 % and 1/99 more than the minimum.
    assert [
        (each["floor_pounds"], each["allocation_pounds"]) for each in found["places"]
    ] == [(297, 303.03), (683.1, 696.97)]
    assert found["common_growth_share"] == 0.020101


def test_what_a_place_without_people_has_is_told_though_nothing_compares_with_it():
    places = [make_place("north", 100, people=0), make_place("south", 100)]

    ruling = RULE.ask({"budget_pounds": 210, "places": places, "pace": {}})

    assert ruling.reasons[-2] == (
        "north: the fair share is £0; it has £100; it gets £105."
    )


def test_faults_of_need_and_pounds_are_told_once_and_as_they_were_asked():
    places = [
        {"id": "north", "people": 1, "need": -2, "allocation_pounds": -5},
        {"id": "south", "people": 1, "need": {"acute": True}},
        {"id": "coast", "people": 1, "need": "1"},
    ]

    assert list_faults({"budget_pounds": "-0.01", "places": places}) == [
        "budget_pounds: expected pounds, 0 or more, and not -0.01, found ",
        "places, entry 1, need: expected 0 or more, found -2",
        (
            "places, entry 1, allocation_pounds: expected pounds, 0 or more, and not "
            "-5, found "
        ),
        "places, entry 2, need, acute: expected a number, found true",
        'places, entry 3, need: expected a number, found "1"',
    ]


def test_spaces_around_the_name_of_a_place_make_no_other_place():
    places = [make_place("north"), make_place(" north ")]
    blank = [make_place("north"), make_place("  ")]

    assert list_faults({"budget_pounds": 1, "places": places}) == [
        "north: expected each place once, found 2 times"
    ]
    assert list_faults({"budget_pounds": 1, "places": blank}) == [
        'places, entry 2, id: expected some text, found "  "'
    ]
