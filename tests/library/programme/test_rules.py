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
    with pytest.raises(InputError, match="an ends_on of 2019-09-01 or later"):
        RULES["milestone-state"].ask(ASKED | {"ends_on": "2019-08-31"})
