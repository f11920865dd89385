"""An accepted risk is accepted by somebody, for a reason and until a day."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.programme.acceptance import ACCEPTANCE_STATES, RiskAcceptance

FIRST, LAST = date(2019, 9, 1), date(2019, 11, 30)


def accept(**changes):
    fields = {
        "risk": "RSK-06",
        "approver": "chair",
        "reason": "Nothing more can be done here",
        "accepted_on": FIRST,
        "expires_on": LAST,
        "accepted_score": 9,
    }
    return RiskAcceptance(**(fields | changes))


def test_an_acceptance_without_approver_or_reason_or_end_is_refused():
    with pytest.raises(InputError) as caught:
        accept(approver="", reason=" ", expires_on=date(2019, 8, 31))
    assert [each.where for each in caught.value.faults] == [
        "approver",
        "reason",
        "expires_on",
    ]


@pytest.mark.parametrize(
    ("day", "score", "withdrawn_on", "state"),
    [
        (date(2019, 8, 31), None, None, "not_yet"),
        (FIRST, None, None, "in_force"),
        (LAST, 9, None, "in_force"),
        (LAST, 10, None, "outgrown"),
        (date(2019, 12, 1), 10, None, "expired"),
        (date(2019, 10, 1), 12, date(2019, 10, 1), "withdrawn"),
        (date(2019, 10, 1), 6, date(2019, 10, 2), "in_force"),
    ],
)
def test_state_of_an_acceptance(day, score, withdrawn_on, state):
    assert accept(withdrawn_on=withdrawn_on).find_state(day, score) == state
    assert state in ACCEPTANCE_STATES


def test_an_acceptance_may_hold_for_one_day():
    assert accept(expires_on=FIRST).find_state(FIRST) == "in_force"
