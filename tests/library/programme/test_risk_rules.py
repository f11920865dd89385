"""The rules on risks, asked as anyone may ask them."""

import pytest

from placeplan.errors import InputError
from placeplan.programme.characteristic import list_equality_pairs
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
        (0, "1 or more", "0"),
        (6, "5 or less", "6"),
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


def test_risk_crossings_are_told_in_order_with_their_days():
    ruling = ask(
        "risk-crossings",
        scores=[
            {"scored_on": "2019-12-01", "impact": 2, "likelihood": 3},
            {"scored_on": "2019-09-01", "impact": 2, "likelihood": 4},
        ],
    )
    assert [
        (each["crossed_on"], each["direction"], each["from_score"], each["to_score"])
        for each in ruling.result
    ] == [("2019-09-01", "up", None, 8), ("2019-12-01", "down", 8, 6)]
    assert ruling.reasons[1] == (
        "The risk fell below the threshold of 8 on 1 December 2019: from 8 to 6."
    )


def test_no_score_crosses_nothing():
    ruling = ask("risk-crossings", scores=[])
    assert (ruling.result, ruling.reasons) == (
        [],
        ("No score crosses the threshold.",),
    )


SCORES = [
    {"scored_on": "2019-05-01", "impact": 4, "likelihood": 4},
    {"scored_on": "2019-07-01", "impact": 4, "likelihood": 2},
]


@pytest.mark.parametrize(
    ("question", "result"),
    [
        (
            {"finished_on": "2019-06-15"},
            {"verdict": "fell", "before": 16, "after": 8, "fall": 8},
        ),
        (
            {"finished_on": "2019-06-15", "others_finished_on": ["2019-06-20"]},
            {"verdict": "shared", "before": 16, "after": 8, "fall": None},
        ),
        (
            {"finished_on": "2019-08-01"},
            {"verdict": "no_score_since", "before": 8, "after": None, "fall": None},
        ),
        (
            {"finished_on": None},
            {"verdict": "not_finished", "before": None, "after": None, "fall": None},
        ),
    ],
)
def test_risk_efficacy(question, result):
    ruling = ask("risk-efficacy", scores=SCORES, as_at="2019-12-31", **question)
    assert ruling.result == result


def test_an_assumption_that_nobody_has_shown_to_hold_lapses_after_its_day():
    question = {"test": "MS-16 is reached", "test_on": "2020-04-30"}
    assert ask("assumption-state", as_at="2020-04-30", **question).result == "open"
    ruling = ask("assumption-state", as_at="2020-05-01", **question)
    assert ruling.result == "lapsed"
    assert ruling.reasons == ("Its day has passed and nobody has shown that it holds.",)


def test_an_outcome_without_its_day_is_refused():
    (fault,) = list_faults(
        "assumption-state", test="MS-16", outcome="held", as_at="2020-05-01"
    )
    assert fault[1] == "outcome and tested_on together, or neither"


def test_impact_level_by_the_set_of_the_day_or_by_name():
    rated = {"direction": "worse", "impact": 3, "likelihood": 3}
    ruling = ask(
        "impact-level", ratings=[{"domain": "safety", **rated}], as_at="2019-08-14"
    )
    assert ruling.result == {
        "level": "full",
        "scores": {"safety": -9},
        "missing": ["effectiveness", "experience", "other", "equality", "prevention"],
        "full_domains": ["safety"],
    }
    assert ruling.reasons[-1] == (
        "Rated on: Six domains of the initiation document of 2019."
    )
    named = ask("impact-level", ratings=[], domain_set="papers_2019")
    assert (named.result["level"], len(named.result["missing"])) == ("incomplete", 6)
    (fault,) = list_faults("impact-level", ratings=[{"domain": "safety", **rated}])
    assert fault[2] == "safety"


def test_equality_complete_names_the_pairs_that_are_missing():
    age = {"characteristic": "age", "aim": "i", "direction": "neutral", "evidence": "e"}
    ruling = ask("equality-complete", findings=[age], as_at="2019-08-14")
    assert ruling.result["complete"] is False
    assert (ruling.result["needed"], ruling.result["found"]) == (25, 1)
    assert ruling.result["missing"][0] == {"characteristic": "age", "aim": "ii"}
    assert ruling.source.startswith("Equality Act 2010, ")


def test_equality_complete_says_when_nothing_is_missing():
    findings = [
        {"characteristic": id_, "aim": aim, "direction": "neutral", "evidence": "e"}
        for id_, aim in list_equality_pairs(None)
    ]
    ruling = ask("equality-complete", findings=findings)
    assert ruling.result == {
        "complete": True,
        "needed": 25,
        "found": 25,
        "missing": [],
    }
    assert ruling.reasons == ("All 25 pairs are considered.",)


def test_benefit_position_says_why_a_benefit_cannot_be_claimed():
    ruling = ask("benefit-position", title="Better self-management", as_at="2020-04-01")
    assert ruling.result["state"] == "not_claimable"
    assert ruling.reasons[0] == "It has no owner."


def test_benefit_position_tells_realised_over_planned():
    ruling = ask(
        "benefit-position",
        owner="finance lead",
        beneficiary="organisations",
        type="cash_releasing",
        measure="management costs",
        unit="pounds",
        baseline=50,
        target=40,
        due_on="2021-03-31",
        evidence="One body in place of eight",
        profile=[{"on": "2020-04-01", "value": 46}],
        readings=[{"on": "2020-04-01", "value": 49}],
        as_at="2020-04-01",
    )
    assert ruling.result == {
        "state": "behind",
        "planned": -4.0,
        "realised": -1.0,
        "realised_share": 0.25,
    }
