"""What a fund pays for one quarter: earned, at risk and lost, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.money.amount_words import say_pence
from placeplan.money.fund.access import (
    NOT_KNOWN,
    AccessResult,
    Verdict,
    judge_access,
)
from placeplan.money.fund.rule_set import FundPart, FundRules
from placeplan.money.pence import Pence, check_pence
from placeplan.money.share import share_out

STATES: Final = ("earned", "at_risk", "lost")
"""What becomes of a part; at risk while its test or the gate is not known yet."""


SAID: Final = {"earned": "earned", "at_risk": "at risk", "lost": "lost"}
"""States as people say them."""


@dataclass(frozen=True, slots=True)
class QuarterResult:
    """What came of a quarter; None is what is not known yet.

    Parameters
    ----------
    total_met : bool or None
        Whether the control total was met, year to date and before money of the fund.
    access : mapping of str to AccessResult
        By part; a part that is missing is not known yet.
    system_met : bool or None
        Whether the system as a whole met its control total.
    """

    total_met: bool | None = None
    access: Mapping[str, AccessResult] = field(default_factory=dict)
    system_met: bool | None = None


@dataclass(frozen=True, slots=True)
class PartPayment:
    """What becomes of one part of a quarter's allocation.

    Parameters
    ----------
    part, name : str
        Id, and name for people.
    pence : Pence
        What it may pay.
    state : str
        One of `STATES`.
    words : str
        Why, as a sentence.
    """

    part: str
    name: str
    pence: Pence
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class FundPayment:
    """What becomes of a quarter's allocation: its parts sum to it, to the penny.

    Parameters
    ----------
    allocation : Pence
        What the quarter may pay.
    parts : tuple of PartPayment
        Those that pay something, in the order of the rules.
    """

    allocation: Pence
    parts: tuple[PartPayment, ...]

    def sum_state(self, state: str) -> Pence:
        """Sum the parts that are in a state, in pence."""
        return Pence(sum(each.pence for each in self.parts if each.state == state))


def split_allocation(rules: FundRules, allocation: Pence) -> dict[str, Pence]:
    """Split what a quarter may pay among its parts, in whole pence.

    Parameters
    ----------
    rules : FundRules
        Rules of the quarter.
    allocation : Pence
        What the quarter may pay.

    Returns
    -------
    dict of str to Pence
        By part; they sum to the allocation.

    Examples
    --------
    >>> from placeplan.money.fund.rule_set import get_fund_rules
    >>> from placeplan.periods import Quarter
    >>> split_allocation(get_fund_rules("stf", Quarter(2016, 2)), Pence(1001))
    {'finance': 701, 'rtt': 125, 'ae': 125, 'cancer': 50}
    """
    weights = {each.part: each.share for each in rules.parts if each.share}
    return share_out(check_pence(allocation), weights)


def pay_quarter(
    rules: FundRules, allocation: Pence, result: QuarterResult
) -> FundPayment:
    """Find what a fund pays for one quarter.

    ``paid = allocation * gate * sum(share * test)``, in whole pence: the allocation is
    split among the parts first, so that what is earned, at risk and lost is it.

    Parameters
    ----------
    rules : FundRules
        Rules of the fund in that quarter.
    allocation : Pence
        What the quarter may pay, 0 or more.
    result : QuarterResult
        What came of the quarter.

    Returns
    -------
    FundPayment
        Its parts, each with its state and the reason.

    Raises
    ------
    InputError
        When the allocation is below zero.

    Examples
    --------
    >>> from placeplan.money.fund.rule_set import get_fund_rules
    >>> from placeplan.periods import Quarter
    >>> rules = get_fund_rules("stf", Quarter(2016, 1))
    >>> paid = pay_quarter(rules, Pence(100_000), QuarterResult(total_met=False))
    >>> paid.sum_state("earned"), paid.sum_state("lost")
    (0, 100000)
    """
    if allocation < 0:
        fault = ("allocation", "", "0 pence or more", str(allocation), "Correct it.")
        raise InputError([Fault(*fault)])
    split = split_allocation(rules, allocation)
    gate = result.total_met if rules.has_gate else True
    parts = []
    for part in rules.parts:
        if part.part in split:
            state, why = _find_state(_judge(part, rules, result), gate=gate)
            pence = split[part.part]
            words = f"{part.name}: {why}: {say_pence(pence)} {SAID[state]}."
            parts.append(PartPayment(part.part, part.name, pence, state, words))
    return FundPayment(allocation, tuple(parts))


_TOTAL_WORDS: Final = {
    True: "is met",
    False: "is missed",
    None: "is not known yet",
}


def _judge(part: FundPart, rules: FundRules, result: QuarterResult) -> Verdict:
    if part.test == "control_total":
        words = f"the control total {_TOTAL_WORDS[result.total_met]}"
        return Verdict(result.total_met, words)
    if part.test == "system_total":
        words = f"the control total of the system {_TOTAL_WORDS[result.system_met]}"
        return Verdict(result.system_met, words)
    if part.part not in result.access:
        return NOT_KNOWN
    return judge_access(part, rules.quarter, result.access[part.part])


def _find_state(verdict: Verdict, *, gate: bool | None) -> tuple[str, str]:
    if gate is False:
        return "lost", "the control total is missed, so nothing is paid"
    if verdict.met is False:
        return "lost", verdict.words
    if gate and verdict.met:
        return "earned", verdict.words
    if verdict.met:
        return "at_risk", f"{verdict.words}, but the control total is not known yet"
    return "at_risk", verdict.words
