"""An assumption that fails proposes its risks up and flags inputs of the plan."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.programme.assumption import (
    ASSUMPTION_STATES,
    FAILURES,
    Assumption,
    AssumptionTest,
    RiskProposal,
    follow_assumption,
)
from placeplan.programme.matrix_list import get_risk_matrix
from placeplan.programme.score_history import RiskScore, gather_history

LAST = date(2020, 4, 30)
AFTER = date(2020, 5, 1)
SAID = (
    "ASM-04 (Single CCG by April 2020): its day has passed and nobody has shown that "
    "it holds."
)


def assume(**changes):
    """ASM-04 of the papers: one CCG by April 2020, tested by MS-16, bears on RSK-15."""
    fields = {
        "id": "ASM-04",
        "title": "Single CCG by April 2020",
        "test": "MS-16 is reached",
        "test_on": LAST,
        "risks": ("RSK-15",),
        "inputs": ("solutions: system-commissioner",),
    }
    return Assumption(**(fields | changes))


def make_history(risk, impact, likelihood):
    score = RiskScore(
        *(risk, "current", impact, likelihood, date(2019, 9, 2), "why", "office")
    )
    return gather_history(risk, [score])


def follow(assumption, *histories, as_at=AFTER, **options):
    matrix = get_risk_matrix("papers_2019")
    return follow_assumption(assumption, histories, matrix, as_at=as_at, **options)


@pytest.mark.parametrize(
    ("changes", "day", "state"),
    [
        ({}, LAST, "open"),
        ({}, AFTER, "lapsed"),
        ({"test": " "}, AFTER, "untestable"),
        ({"test_on": None}, AFTER, "untestable"),
        ({"outcome": "held", "tested_on": LAST}, AFTER, "held"),
        ({"outcome": "failed", "tested_on": LAST}, LAST, "failed"),
        ({"outcome": "failed", "tested_on": AFTER}, LAST, "open"),
        ({"outcome": "held", "tested_on": date(2020, 5, 9)}, AFTER, "lapsed"),
        ({"test": "", "outcome": "held", "tested_on": LAST}, AFTER, "held"),
    ],
)
def test_state_of_an_assumption(changes, day, state):
    assert assume(**changes).find_state(day) == state
    assert state in ASSUMPTION_STATES


@pytest.mark.parametrize(
    ("finished", "own_day", "day", "state"),
    [
        ([None, None], None, LAST, "open"),
        ([None, None], None, AFTER, "lapsed"),
        ([LAST, None], None, AFTER, "open"),
        ([LAST, None], None, date(2022, 1, 1), "lapsed"),
        ([LAST, date(2021, 12, 31)], None, date(2021, 12, 30), "open"),
        ([LAST, date(2021, 12, 31)], None, date(2021, 12, 31), "held"),
        ([AFTER, date(2021, 12, 31)], None, date(2022, 1, 1), "lapsed"),  # a day late
        ([LAST, LAST], date(2022, 6, 30), date(2022, 6, 30), "open"),
        ([LAST, LAST], date(2022, 6, 30), date(2022, 7, 1), "lapsed"),
        ([LAST, None], date(2020, 6, 30), date(2020, 7, 1), "lapsed"),
    ],
)
def test_milestones_and_dates_show_whether_an_assumption_holds(
    finished, own_day, day, state
):
    """MS-16 by the end of April 2020, and all alliances in place by 2021 (DT-04)."""
    first, second = finished
    timing = assume(
        test="All is in place" if own_day else "",
        test_on=own_day,
        tests=(
            AssumptionTest("MS-16", LAST, first),
            AssumptionTest("DT-04", date(2021, 12, 31), second),
        ),
    )
    assert timing.find_state(day) == state


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"outcome": "broken", "tested_on": LAST}, ["outcome"]),
        ({"outcome": "held"}, ["tested_on"]),
        ({"tested_on": LAST}, ["tested_on"]),
        ({"outcome": "broken"}, ["outcome", "tested_on"]),
    ],
)
def test_an_outcome_is_held_or_failed_and_has_its_day(changes, where):
    with pytest.raises(InputError) as caught:
        assume(**changes)
    assert [each.where for each in caught.value.faults] == where


def test_an_unmet_day_proposes_the_risk_up_and_flags_the_inputs():
    found = follow(assume(), make_history("RSK-15", 2, 3))
    assert found.state == "lapsed"
    assert found.reason == SAID
    assert found.flagged_inputs == ("solutions: system-commissioner",)
    assert found.proposals == (
        RiskProposal(
            "RSK-15",
            3,
            4,
            True,
            f"{SAID} Proposed from Possible to Likely: the score from 6 to 8.",
        ),
    )


@pytest.mark.parametrize(
    ("impact", "likelihood", "steps", "to", "crosses"),
    [
        (2, 2, 1, 3, False),  # 4 to 6: stays below
        (5, 2, 1, 3, False),  # 10 to 15: was above already
        (3, 2, 2, 4, True),  # 6 to 12
        (1, 4, 3, 5, False),  # 4 to 5, and no further than the top
        (5, 5, 1, 5, False),  # nothing stands above
    ],
)
def test_likelihood_goes_up_by_steps_and_never_above_the_top(
    impact, likelihood, steps, to, crosses
):
    history = make_history("RSK-15", impact, likelihood)
    (proposal,) = follow(assume(), history, steps=steps).proposals
    assert (proposal.from_likelihood, proposal.to_likelihood) == (likelihood, to)
    assert proposal.crosses is crosses


def test_a_risk_at_the_top_is_named_with_the_reason():
    (proposal,) = follow(assume(), make_history("RSK-15", 2, 5)).proposals
    assert proposal.reason == f"{SAID} It is Almost certain already."


def test_a_risk_without_a_score_is_named_and_nothing_is_invented():
    """The papers score none of their risks."""
    (proposal,) = follow(assume()).proposals
    assert proposal == RiskProposal(
        "RSK-15",
        None,
        None,
        False,
        f"{SAID} The risk has no score, so there is nothing to raise: score it.",
    )


def test_every_linked_risk_is_followed_in_its_order():
    both = assume(risks=("RSK-15", "RSK-03"))
    other, first = make_history("RSK-03", 4, 1), make_history("RSK-15", 2, 3)
    found = follow(both, other, first, make_history("RSK-01", 5, 1))
    assert [(each.risk, each.to_likelihood) for each in found.proposals] == [
        ("RSK-15", 4),
        ("RSK-03", 2),
    ]


@pytest.mark.parametrize(
    "assumption", [assume(outcome="held", tested_on=LAST), assume(test_on=AFTER)]
)
def test_an_assumption_that_has_not_failed_proposes_nothing(assumption):
    found = follow(assumption, make_history("RSK-15", 2, 3))
    assert found.state not in FAILURES
    assert (found.proposals, found.flagged_inputs) == ((), ())
