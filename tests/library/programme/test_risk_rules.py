"""The rules on risks, asked as anyone may ask them."""

import pytest

from placeplan.errors import InputError
from placeplan.programme.risk_rules import RISK_RULES


def ask(name, **question):
    return RISK_RULES[name].ask(question)


def list_faults(name, **question):
    with pytest.raises(InputError) as caught:
        ask(name, **question)
    return [(each.where, each.expected, each.found) for each in caught.value.faults]


def test_risk_grade_gives_score_grade_and_escalation():
    ruling = ask("risk-grade", impact=2, likelihood=4, as_at="2019-08-14")
    assert ruling.result == {"score": 8, "grade": "high", "escalates": True}
    assert ruling.reasons == (
        "Minor (2) x Likely (4) = 8, High: it escalates.",
        "Scores from 8 to 12 are graded High.",
        (
            "Risks that score 8 or more are discussed at the System Transformation "
            "Executive Board and the steering groups of the system commissioner and of "
            "the integrated care partnerships."
        ),
        (
            "The matrix 'Five by five of the initiation document of 2019' held on "
            "2019-08-14."
        ),
    )
    assert ruling.source.startswith(
        "Kent and Medway System Transformation Programme: Initiation Document, "
    )


def test_risk_grade_without_a_day_uses_the_newest_matrix():
    ruling = ask("risk-grade", impact=3, likelihood=2)
    assert ruling.result == {"score": 6, "grade": "moderate", "escalates": False}
    assert ruling.reasons[-1].endswith("counts, the newest.")


@pytest.mark.parametrize(
    ("step", "expected", "found"),
    [
        (0, "greater than or equal to 1", "0"),
        (6, "less than or equal to 5", "6"),
        (2.5, "a whole number", "2.5"),
        (3.0, "a whole number", "3.0"),
        ("3", "a whole number", '"3"'),
        (True, "a whole number", "true"),
        (None, "a whole number", "null"),
    ],
)
def test_risk_grade_refuses_what_is_no_step_on_both_axes_at_once(step, expected, found):
    assert list_faults("risk-grade", impact=step, likelihood=step) == [
        ("impact", expected, found),
        ("likelihood", expected, found),
    ]


def test_risk_grade_refuses_a_day_before_any_matrix():
    assert list_faults("risk-grade", impact=2, likelihood=4, as_at="2016-03-09") == [
        (
            "as_at",
            "a day on which a risk matrix is known, from 24 June 2019 on",
            "2016-03-09",
        )
    ]


def test_risk_grade_refuses_a_typed_grade():
    (fault,) = list_faults("risk-grade", impact=2, likelihood=4, grade="low")
    assert fault == ("grade", "no such entry", '"low"')


@pytest.mark.parametrize("name", RISK_RULES)
def test_every_rule_describes_its_question(name):
    schema = RISK_RULES[name].describe()
    assert schema["title"] == name
    assert schema["additionalProperties"] is False
