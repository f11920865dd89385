"""Gates of a service change: what is passed, what is next, what waits."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.programme import RULES, ServiceChange, check_gates

TODAY = date(2026, 11, 22)
SUBSTANTIAL = ServiceChange(substantial=True)


def states(change, passed, as_at=TODAY):
    return {
        each.gate.step: str(each.state) for each in check_gates(change, passed, as_at)
    }


def test_the_first_gate_that_is_not_passed_is_next_and_the_rest_wait():
    passed = {"case_for_change": date(2026, 1, 5), "involvement": date(2026, 3, 2)}

    found = list(states(SUBSTANTIAL, passed).values())

    assert found == ["passed", "passed", "next", *["waiting"] * 10]


def test_what_is_not_needed_holds_nothing_up():
    found = states(ServiceChange(), dict.fromkeys(("case_for_change",), TODAY))

    assert found["notification"] == found["scrutiny"] == "not_needed"
    assert found["involvement"] == "next"


def test_what_is_passed_later_is_not_known_yet():
    found = states(SUBSTANTIAL, {"case_for_change": date(2026, 11, 23)})

    assert found["case_for_change"] == "next"


def test_a_gate_that_is_passed_before_an_earlier_one_says_so():
    checks = check_gates(SUBSTANTIAL, {"stage_1": date(2026, 2, 1)}, TODAY)

    stage_1 = next(each for each in checks if each.gate.step == "stage_1")
    assert stage_1.reason == (
        "It was passed on 1 February 2026, before Case for change."
    )
    assert stage_1.passed_on == date(2026, 2, 1)


def test_a_step_of_no_version_is_refused():
    with pytest.raises(InputError, match="found stage_3"):
        check_gates(SUBSTANTIAL, {"stage_3": TODAY}, TODAY)


def test_the_rule_gives_gates_and_tests_of_the_day():
    asked = {"as_at": "2019-08-14", "substantial": True, "beds_fall": True}

    ruling = RULES["service-change-gates"].ask(
        asked | {"passed": {"case_for_change": "2019-01-01"}}
    )

    assert ruling.result["next"] == "involvement"
    assert len(ruling.result["gates"]) == 12
    assert [each["test"] for each in ruling.result["tests"]][-1] == "beds"
    assert "14Z2" in ruling.source


def test_the_rule_says_when_everything_is_passed_and_when_nothing_held():
    rule = RULES["service-change-gates"]
    steps = [each["step"] for each in rule.ask({"as_at": "2019-08-14"}).result["gates"]]

    passed = dict.fromkeys(steps, "2019-01-01")
    done = rule.ask({"as_at": "2019-08-14", "passed": passed})

    assert done.result["next"] is None
    assert rule.ask({"as_at": "1999-01-01"}).source == "No version held on that day"


def test_the_rule_on_notice_answers_yes_or_no():
    rule = RULES["service-change-notice"]

    assert rule.ask({"as_at": "2026-11-22", "substantial": True}).result is True
    refused = rule.ask({"as_at": "2026-11-22", "substantial": True, "urgent": True})
    assert refused.result is False
    assert "31 January 2024" in refused.source
