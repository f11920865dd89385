"""The rule on what a slip puts at stake, which anyone can ask by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic import Field, model_validator

from placeplan.programme.delivery import ProjectSlip, propose_delivery
from placeplan.programme.delivery_rule import get_delivery_rule_set
from placeplan.programme.progress import Progress
from placeplan.reference.rule import Question, Rule, Ruling


class PlannedYear(Question):
    """What the plan counts in one financial year."""

    year: int = Field(ge=1900, le=2150, description="Year in which it starts.")
    pounds: float = Field(ge=0, le=1e13, description="What the plan counts.")


class DeliveryQuestion(Question):
    """A planned solution, and how the project gets on that it hangs on."""

    planned: tuple[PlannedYear, ...] = Field(min_length=1, max_length=250)
    progress: Progress = Field(description="That of the worst milestone.")
    slip_days: int = Field(ge=0, le=36500)
    share: float = Field(
        default=1.0, ge=0, le=1, description="How much of it hangs on the project."
    )
    probability: float = Field(
        default=1.0, gt=0, le=1, description="How likely it was taken to be until now."
    )
    rule_set: str = Field(
        default="delivery_assumed", description="Id of the probabilities."
    )

    @model_validator(mode="after")
    def _check_years(self) -> "DeliveryQuestion":
        years = [each.year for each in self.planned]
        if len(set(years)) < len(years):
            message = "each year once"
            raise ValueError(message)
        return self


def _answer_delivery(asked: DeliveryQuestion) -> Ruling:
    rule_set = get_delivery_rule_set(asked.rule_set)
    proposal = propose_delivery(
        {each.year: each.pounds for each in asked.planned},
        ProjectSlip(asked.progress, asked.slip_days),
        rule_set,
        share=asked.share,
        probability=asked.probability,
    )
    result = {
        "probability": proposal.probability,
        "delay_days": proposal.delay_days,
        "years": [
            {
                "year": each.year,
                "planned_pounds": each.planned_pounds,
                "proposed_pounds": each.proposed_pounds,
                "at_stake_pounds": each.at_stake_pounds,
            }
            for each in proposal.years
        ],
        "at_stake_pounds": proposal.at_stake_pounds,
        "status": proposal.status,
    }
    words = str(asked.progress).replace("_", " ")
    on_it = f"{asked.share:.0%} of the solution hangs on it"
    until_now = f"against {asked.probability:.0%} until now"
    reasons = (
        f"The project is {words} and slips by {asked.slip_days} days; {on_it}.",
        f"Delivery is taken to be {proposal.probability:.0%} likely, {until_now}.",
        f"Those probabilities are {proposal.status}.",
        f"Over all years £{proposal.at_stake_pounds:,.2f} is at stake.",
    )
    return Ruling(result, reasons, rule_set.source)


_RULES: Final = (
    Rule(
        "delivery-proposal",
        "What a slip of its project puts at stake of a planned solution.",
        DeliveryQuestion,
        _answer_delivery,
    ),
)

STAKE_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on what is at stake, by name."""
