"""An arithmetic check: a sum over facts, as recorded, and whether it still holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from placeplan.errors import FormulaError
from placeplan.evidence.arithmetic import Result, list_ids, work_out
from placeplan.evidence.fact_value import FactValue


@dataclass(frozen=True, slots=True)
class ArithmeticCheck:
    """A sum that somebody did once, and that is done again whenever a fact changes.

    Parameters
    ----------
    id, name : str
        Such as ``A01``, and what is checked.
    calculation : str
        The sum in words, as first done.
    formula : str
        For `placeplan.evidence.work_out`; empty where there is nothing to count.
    result : tuple of Decimal
        Results as recorded.
    tolerance : Decimal
        How far each may be missed: half a digit where the record is rounded.
    verdict : str
        What was found, in words.
    source : str
        Id in ``sources.yaml``.
    against : str
        Formula of what the first result is held against, such as a stated total.
    margin : Decimal
        How far from it still agrees.
    agrees : bool or None
        Whether it agreed when recorded; None when held against nothing.
    """

    id: str
    name: str
    calculation: str
    formula: str
    result: Result
    tolerance: Decimal
    verdict: str
    source: str
    against: str = ""
    margin: Decimal = Decimal()
    agrees: bool | None = None

    def list_facts(self, known: Mapping[str, object]) -> tuple[str, ...]:
        """List the ids of the facts that it rests on."""
        parts = "; ".join(part for part in (self.formula, self.against) if part)
        return list_ids(parts, known) if parts else ()


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What came of doing a check again.

    Parameters
    ----------
    check : ArithmeticCheck
        The check.
    computed : tuple of Decimal
        Results now; empty when it could not be done.
    agrees : bool or None
        Whether the first result agrees with what it is held against.
    reason : str
        Why it does not hold, or why nothing was counted; empty when it holds.
    holds : bool or None
        Whether all came out as recorded; None when there is nothing to count.
    """

    check: ArithmeticCheck
    computed: Result
    agrees: bool | None
    reason: str
    holds: bool | None


def run_check(check: ArithmeticCheck, values: Mapping[str, FactValue]) -> CheckOutcome:
    """Do a check again with the facts as they now stand.

    Parameters
    ----------
    check : ArithmeticCheck
        The check.
    values : mapping of str to FactValue
        Current values by fact id.

    Returns
    -------
    CheckOutcome
        A formula that cannot be worked out gives an outcome that does not hold.

    Examples
    --------
    >>> check = ArithmeticCheck("A02", "2011 population plus rise", "a + b",
    ...     "F001 + F003", (Decimal(2024700),), Decimal(), "agrees", "facts-checks")
    >>> held = {"F001": FactValue("number", "1731400"),
    ...     "F003": FactValue("number", "293300")}
    >>> run_check(check, held).holds
    True
    >>> run_check(check, held | {"F003": FactValue("number", "414000")}).reason
    'recorded 2024700, now 2145400'
    """
    if not check.formula:
        reason = "nothing to count: a person read it"
        return CheckOutcome(check, (), None, reason, None)
    try:
        computed = work_out(check.formula, values)
        agrees = _compare(check, computed, values)
    except FormulaError as error:
        return CheckOutcome(check, (), None, str(error), holds=False)
    reasons = []
    if not _is_near(check, computed):
        recorded, now = _write(check.result), _write(computed)
        reasons.append(f"recorded {recorded}, now {now}")
    if agrees != check.agrees:
        was, is_ = ("agreed" if yes else "differed" for yes in (check.agrees, agrees))
        reasons.append(f"{was} with {check.against} when recorded, now {is_}")
    return CheckOutcome(check, computed, agrees, "; ".join(reasons), not reasons)


def _is_near(check: ArithmeticCheck, computed: Result) -> bool:
    if len(computed) != len(check.result):
        return False
    pairs = zip(computed, check.result, strict=True)
    return all(abs(now - then) <= check.tolerance for now, then in pairs)


def _compare(
    check: ArithmeticCheck, computed: Result, values: Mapping[str, FactValue]
) -> bool | None:
    if not check.against:
        return None
    stated = work_out(check.against, values)
    return abs(computed[0] - stated[0]) <= check.margin


def _write(numbers: Result) -> str:
    return " ".join(f"{number:.10g}" for number in numbers)
