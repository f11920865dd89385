"""Scenarios: the futures that a plan compares."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

DO_NOTHING: Final = "do_nothing"
PLAN: Final = "plan"

GrowthLevel = Literal["low", "expected", "high"]

ScenarioId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class Scenario(BaseModel):
    """One future: whether the plan's solutions are carried out, and how demand grows.

    Parameters
    ----------
    id : str
        Lower case with underscores; ``do_nothing`` and ``plan`` are always so called.
    name : str
        Title for readers.
    based_on : str
        ``do_nothing`` leaves the planned solutions out, ``plan`` carries them out.
        The two that are always there may leave it out.
    growth : str
        Which column of the growth table holds: ``low``, ``expected`` or ``high``.

    Examples
    --------
    >>> Scenario(id="strong_growth", name="Strong growth", based_on="plan",
    ...          growth="high").with_solutions
    True
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: ScenarioId
    name: Annotated[str, Field(min_length=1, max_length=120)]
    based_on: Literal["do_nothing", "plan"] | None = None
    growth: GrowthLevel = "expected"

    @property
    def with_solutions(self) -> bool:
        """Whether the planned solutions are carried out."""
        return PLAN in (self.id, self.based_on)

    @model_validator(mode="after")
    def _fixed_ones_stay_fixed(self) -> "Scenario":
        if self.id in (DO_NOTHING, PLAN):
            if self.based_on not in (None, self.id) or self.growth != "expected":
                raise ValueError(
                    f"'{self.id}' without based_on and growth: they are for the plan's "
                    "own scenarios"
                )
        elif self.based_on is None:
            raise ValueError("based_on: do_nothing or based_on: plan")
        return self
