"""The rule of break-even that anyone can ask by name."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from placeplan.errors import Fault, InputError
from placeplan.money.asked_pounds import AskedPounds, write_pounds
from placeplan.money.ledger.break_even import check_break_even
from placeplan.reference.rule import Question, Rule, Ruling

MOST_BODIES: Final = 1000
"""So that a question is answered at once, whatever it holds."""


class BodyQuestion(Question):
    """A body and its surplus."""

    id: Annotated[str, StringConstraints(strip_whitespace=True)] = Field(
        min_length=1, max_length=100, description="Which body."
    )
    surplus_pounds: AskedPounds = Field(
        description="Surplus of the year; negative for a deficit."
    )


class BreakEvenQuestion(Question):
    """The bodies of one system, on a day."""

    bodies: tuple[BodyQuestion, ...] = Field(
        min_length=1, max_length=MOST_BODIES, description="Each once, in any order."
    )
    as_at: date | None = Field(
        default=None, description="Day whose test counts; the newest when left out."
    )


def _answer_break_even(asked: BreakEvenQuestion) -> Ruling:
    _refuse_repeated(asked)
    surpluses = {each.id: each.surplus_pounds for each in asked.bodies}
    found = check_break_even(surpluses, asked.as_at)
    result = {
        "met": found.met,
        "test": found.rules.test,
        "rule_set": found.rules.rule,
        "system_surplus_pounds": write_pounds(found.system_surplus),
        "bodies_in_deficit": list(found.bodies_in_deficit),
    }
    return Ruling(result, found.reasons, found.source)


def _refuse_repeated(asked: BreakEvenQuestion) -> None:
    counts = Counter(each.id for each in asked.bodies)
    faults = [
        Fault(
            "rule break-even",
            "bodies",
            f"{name[:60]} once",
            f"{count} entries",
            "Give each body once, with all of its surplus.",
        )
        for name, count in counts.items()
        if count > 1
    ]
    if faults:
        raise InputError(faults)


_BREAK_EVEN: Final = Rule(
    "break-even",
    "Whether bodies break even, by the test of a day: all together, or each of them.",
    BreakEvenQuestion,
    _answer_break_even,
    examples=(
        {
            "bodies": [
                {"id": "providers", "surplus_pounds": -121200000},
                {"id": "commissioners", "surplus_pounds": "18200000.00"},
            ],
            "as_at": "2016-04-01",
        },
    ),
    most_listed=MOST_BODIES,
)

BREAK_EVEN_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {_BREAK_EVEN.name: _BREAK_EVEN}
)
"""The rule on break-even, by name."""
