"""The rule on what a fund pays that anyone can ask by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field

from placeplan.errors import Fault, InputError, PeriodError
from placeplan.money.asked_pounds import AskedPoundsFromZero, write_pounds
from placeplan.money.fund.access import AccessResult, get_level
from placeplan.money.fund.payment import FundPayment, QuarterResult, pay_quarter
from placeplan.money.fund.rule_set import FundRules, get_fund_rules, list_funds
from placeplan.periods import FinancialYear, Quarter
from placeplan.periods.quarter import QUARTERS
from placeplan.reference.rule import Question, Rule, Ruling

_RULE: Final = "rule fund-payment"
_LONGEST: Final = 60


class AccessQuestion(Question):
    """What was agreed for an access standard, and what came of it."""

    actual: float | None = Field(
        default=None, ge=0, le=1, description="Share seen in time, such as 0.93."
    )
    trajectory: float | None = Field(
        default=None, ge=0, le=1, description="Share that was agreed, if any."
    )

    def as_result(self) -> AccessResult:
        """Make the result that is asked about."""
        return AccessResult.read(self.actual, self.trajectory)


def _read_quarter(period: str) -> Quarter:
    words = period.strip()
    if " " in words:
        return Quarter.parse(words)
    return Quarter(FinancialYear.parse(words).start, QUARTERS)


def _check_fund(fund: str) -> str:
    if fund in list_funds():
        return fund
    message = f"one of: {', '.join(list_funds())}, and not {fund[:_LONGEST]!r}"
    raise ValueError(message)


def _check_period(period: str) -> str:
    try:
        _read_quarter(period)
    except PeriodError as error:
        found = repr(period[:_LONGEST])
        message = (
            f"a quarter such as 2016/17 Q2, or a year such as 2016/17, not {found}"
        )
        raise ValueError(message) from error
    return period


class FundPaymentQuestion(Question):
    """One quarter of a provider: what it may be paid, and what came of it."""

    fund: Annotated[str, AfterValidator(_check_fund)] = Field(
        description="Id of the fund, such as stf."
    )
    quarter_allocation_pounds: AskedPoundsFromZero = Field(
        description="What the quarter may pay, 0 or more."
    )
    control_total_met: bool = Field(
        description="Year to date, before money of the fund."
    )
    rtt: AccessQuestion | None = Field(
        default=None, description="Referral to treatment within 18 weeks."
    )
    ae: AccessQuestion | None = Field(
        default=None, description="A&E within four hours."
    )
    cancer: AccessQuestion | None = Field(
        default=None, description="Cancer treated within 62 days."
    )
    system_total_met: bool | None = Field(
        default=None,
        description="Where part of a fund is tied to the results of the system.",
    )
    period: Annotated[str, AfterValidator(_check_period)] = Field(
        description="A quarter such as 2016/17 Q1, or a year such as 2016/17: the "
        "rules of its last quarter count."
    )


def _get_rules(fund: str, period: str) -> FundRules:
    try:
        return get_fund_rules(fund, _read_quarter(period))
    except InputError as error:
        faults = [
            Fault(_RULE, each.file, each.expected, period, each.remedy)
            if each.file == "period"
            else Fault(_RULE, each.file, each.expected, each.found, each.remedy)
            for each in error.faults
        ]
        raise InputError(faults) from error


def _list_needed(rules: FundRules) -> dict[str, str]:
    """List the entries that the tests of these rules need, with what they take."""
    return {
        "system_total_met" if part.test == "system_total" else part.part: _NEEDED[
            part.test
        ]
        for part in rules.parts
        if part.test in _NEEDED
    }


def _find_missing(asked: object) -> list[Fault]:
    """Say what the fund and the period lack, though other entries are refused."""
    if not isinstance(asked, Mapping):
        return []
    fund, period = asked.get("fund"), asked.get("period")
    if not (isinstance(fund, str) and isinstance(period, str)):
        return []
    try:
        _check_fund(fund)
        _check_period(period)
    except ValueError:
        return []
    try:
        needed = _list_needed(_get_rules(fund, period))
    except InputError as error:
        return [*error.faults]
    return [
        _ask_for(entry, expected)
        for entry, expected in needed.items()
        if asked.get(entry) is None
    ]


def _find_gaps(asked: FundPaymentQuestion, rules: FundRules) -> list[Fault]:
    """Say which entries the tests of these rules need and the question lacks."""
    faults = []
    is_shut = rules.has_gate and not asked.control_total_met
    for entry, expected in _list_needed(rules).items():
        given = getattr(asked, entry)
        if given is None:
            faults.append(_ask_for(entry, expected))
        elif expected == _ACTUAL and given.actual is None and not is_shut:
            faults.append(_ask_for(f"{entry}, actual", expected))
    return faults


def _ask_for(entry: str, expected: str) -> Fault:
    return Fault(_RULE, entry, expected, "nothing", "Add the entry.")


_ACTUAL: Final = "the share seen in time, 0 to 1"
_NEEDED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "system_total": "true or false",
        "agreed": "the trajectory that was agreed, if any",
        "trajectory_or_standard": _ACTUAL,
        "milestone": _ACTUAL,
    }
)


def _answer(asked: FundPaymentQuestion) -> Ruling:
    rules = _get_rules(asked.fund, asked.period)
    if faults := _find_gaps(asked, rules):
        raise InputError(faults)
    access = {name: getattr(asked, name) for name in ("rtt", "ae", "cancer")}
    known = {name: each.as_result() for name, each in access.items() if each}
    result = QuarterResult(asked.control_total_met, known, asked.system_total_met)
    paid = pay_quarter(rules, asked.quarter_allocation_pounds, result)
    period = f"By the rules of {rules.quarter}: {rules.words}"
    reasons = (*(each.words for each in paid.parts), period)
    return Ruling(_write(paid), reasons, _cite(rules))


def _cite(rules: FundRules) -> str:
    """Say where the rules were read, and the national levels that they hold to."""
    kinds = {"trajectory_or_standard": "standard", "milestone": "milestone"}
    levels = (
        get_level(part.part, kinds[part.test], rules.quarter).source
        for part in rules.parts
        if part.test in kinds
    )
    return "; ".join(dict.fromkeys([*rules.sources, *levels]))


def _write(paid: FundPayment) -> dict[str, Any]:
    return {
        "earned_pounds": write_pounds(paid.sum_state("earned")),
        "lost_pounds": write_pounds(paid.sum_state("lost")),
        "parts": {
            each.part: write_pounds(each.pence) if each.state == "earned" else 0
            for each in paid.parts
        },
    }


_EXAMPLES: Final = (
    {
        "fund": "stf",
        "quarter_allocation_pounds": 1_000_000,
        "control_total_met": True,
        "rtt": {"actual": 0.921, "trajectory": 0.915},
        "ae": {"actual": 0.876, "trajectory": 0.9},
        "cancer": {"actual": 0.86, "trajectory": 0.85},
        "period": "2016/17",
    },
    {
        "fund": "stf",
        "quarter_allocation_pounds": 750_000,
        "control_total_met": True,
        "rtt": {"actual": 0.89, "trajectory": 0.92},
        "ae": {"actual": 0.81, "trajectory": 0.88},
        "cancer": {"actual": 0.7, "trajectory": 0.85},
        "period": "2016/17 Q1",
    },
)

FUND_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "fund-payment": Rule(
            "fund-payment",
            "What a fund pays for a quarter: what is earned and lost, by which part.",
            FundPaymentQuestion,
            _answer,
            _EXAMPLES,
            find_missing=_find_missing,
        )
    }
)
"""Rules on funds, by name."""
