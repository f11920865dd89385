"""Rules of the programme, asked as anyone would ask them."""

import pytest

from placeplan.errors import InputError
from placeplan.programme import RULES

ASKED = {"starts_on": "2019-09-01", "ends_on": "2019-10-31", "as_at": "2019-10-31"}


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_describes_what_it_takes_and_takes_nothing_else(name):
    described = RULES[name].describe()

    assert RULES[name].name == name
    assert described["title"] == name
    assert described["description"] == RULES[name].about
    assert described["additionalProperties"] is False
    with pytest.raises(InputError, match="no such entry"):
        RULES[name].ask({"colour": "red"})


@pytest.mark.parametrize(
    ("more", "result"),
    [
        ({}, "on_time"),
        ({"as_at": "2019-11-01"}, "late"),
        ({"as_at": "2019-08-31"}, "not_due"),
        ({"finished_on": "2019-10-31"}, "done"),
        ({"finished_on": None}, "on_time"),
        ({"finished_on": "2019-11-01"}, "on_time"),
    ],
)
def test_milestone_state(more, result):
    ruling = RULES["milestone-state"].ask(ASKED | more)

    assert ruling.result == result
    assert "section" in ruling.source


def test_milestone_state_says_what_it_left_out():
    ruling = RULES["milestone-state"].ask(ASKED | {"finished_on": "2019-11-01"})

    assert ruling.reasons == (
        "On 31 October 2019 it may still be reached in time: until 31 October 2019.",
        "That it is reached on 1 November 2019 is not known on 31 October 2019.",
    )


def test_milestone_state_refuses_an_end_before_the_start():
    with pytest.raises(InputError, match="ends_on on 2019-09-01"):
        RULES["milestone-state"].ask(ASKED | {"ends_on": "2019-08-31"})


def test_milestone_rag_rates_by_the_ratings_of_its_day():
    asked = ASKED | {"as_at": "2019-11-02", "tolerance_days": 1}

    ruling = RULES["milestone-rag"].ask(asked)

    assert ruling.result == {
        "progress": "late",
        "rating": "amber_red",
        "computed": "amber_red",
        "differs": False,
        "slip_days": 2,
        "rule_set": "confidence_2011",
    }
    assert ruling.reasons[1] == "Amber/red: In doubt; urgent action is needed."


def test_milestone_rag_tells_the_words_of_a_judgement_first():
    forecast = {"forecast_starts_on": "2019-11-01", "forecast_ends_on": "2019-11-30"}
    judged = {"judged": "green", "words": "Agreed by phone.", "as_at": "2019-09-02"}

    ruling = RULES["milestone-rag"].ask(
        ASKED | forecast | judged | {"rule_set": "confidence_2021"}
    )

    assert ruling.result["slip_days"] == 30
    assert (ruling.result["rating"], ruling.result["computed"]) == ("green", "red")
    assert ruling.reasons[0] == "It is judged Green and not Red: Agreed by phone."


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"forecast_ends_on": "2019-12-01"}, "both forecast_starts_on and"),
        (
            {"forecast_starts_on": "2019-12-02", "forecast_ends_on": "2019-12-01"},
            "forecast_ends_on on 2019-12-02",
        ),
        ({"tolerance_days": -1}, "tolerance_days: expected 0 or more"),
        ({"judged": "red"}, "Red is judged where the dates give Green"),
    ],
)
def test_milestone_rag_refuses_what_does_not_fit(more, words):
    with pytest.raises(InputError, match=words):
        RULES["milestone-rag"].ask(ASKED | {"starts_on": "2019-09-01"} | more)


def test_critical_path_names_the_chain():
    activities = [
        {"id": "apply", "duration_days": 30},
        {"id": "train", "duration_days": 5},
        {"id": "open", "depends_on": ["apply", "train"]},
    ]

    ruling = RULES["critical-path"].ask({"activities": activities})

    assert ruling.result["longest"] == ["apply", "open"]
    floats = {each["id"]: each["float_days"] for each in ruling.result["activities"]}
    assert floats == {"apply": 0, "train": 25, "open": 0}
    assert ruling.reasons[1] == "What sets the end: apply, then open."
    assert RULES["critical-path"].ask({"activities": []}).result["longest"] == []


def test_critical_path_names_a_circle():
    activities = [{"id": "a", "depends_on": ["b"]}, {"id": "b", "depends_on": ["a"]}]

    with pytest.raises(InputError, match="which waits for"):
        RULES["critical-path"].ask({"activities": activities})


def test_delivery_proposal_says_that_its_probabilities_are_illustrative():
    asked = {
        "planned": [{"year": 2019, "pounds": 100}, {"year": 2020, "pounds": 200}],
        "progress": "late",
        "slip_days": 73,
    }

    ruling = RULES["delivery-proposal"].ask(asked)

    assert ruling.result["at_stake_pounds"] == 144.0
    assert ruling.result["status"] == "illustrative"
    assert ruling.reasons[2] == "Those probabilities are illustrative."


def test_delivery_proposal_takes_each_year_once():
    planned = [{"year": 2019, "pounds": 1}, {"year": 2019, "pounds": 2}]

    with pytest.raises(InputError, match="each year once"):
        RULES["delivery-proposal"].ask(
            {"planned": planned, "progress": "late", "slip_days": 0}
        )
