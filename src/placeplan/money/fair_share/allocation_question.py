"""What the rule of fair shares is asked: a budget, its places, and a pace."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final

from pydantic import (
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
)

from placeplan.money.asked_pounds import AskedPoundsFromZero
from placeplan.money.fair_share.formula import ALL_NEED, INEQUALITIES
from placeplan.money.fair_share.pace import Pace
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.share import Weight
from placeplan.reference.rule import Question

MOST_PLACES: Final = 1000
"""So that a question is answered at once, whatever it holds."""

_Number = Annotated[float, Field(ge=0, le=1e12)]
_Share = Annotated[float, Field(ge=0, le=1)]
_Growth = Annotated[float, Field(ge=-1, le=10)]
_Id = Annotated[str, Field(min_length=1, max_length=100)]
_Alike = _Number
_ByStream = dict[_Id, _Number]
_AS_ASKED: Final = ConfigDict(strict=True, allow_inf_nan=False)
_ALIKE: Final[TypeAdapter[float]] = TypeAdapter(_Alike, config=_AS_ASKED)
_BY_STREAM: Final[TypeAdapter[dict[str, float]]] = TypeAdapter(
    _ByStream, config=_AS_ASKED
)


def _read_need(asked: object) -> float | dict[str, float]:
    """Read one need, or one by stream, and tell the faults of that one alone."""
    if isinstance(asked, dict):
        return _BY_STREAM.validate_python(asked)
    return _ALIKE.validate_python(asked)


_Need = Annotated[
    float | dict[str, float],
    PlainValidator(_read_need, json_schema_input_type=_Alike | _ByStream),
]


class PlaceQuestion(Question):
    """A place that shares in the budget."""

    id: Annotated[_Id, StringConstraints(strip_whitespace=True)]
    people: _Number = Field(description="On the lists of its practices.")
    need: _Need = Field(
        default=1.0,
        description="Need of a person, on any scale: one number, or one by stream.",
    )
    cost_factor: float = Field(
        default=1.0,
        gt=0,
        le=100,
        description="What the same care costs; 1 as anywhere.",
    )
    allocation_pounds: AskedPoundsFromZero | None = Field(
        default=None, description="What it has now; null where nobody knows."
    )
    people_before: _Number | None = Field(
        default=None, description="People when it got that; null: as many as now."
    )

    def as_place(self) -> SharePlace:
        """Make the place that is asked about."""
        need = self.need if isinstance(self.need, dict) else {ALL_NEED: self.need}
        return SharePlace(
            *(self.id, self.people, need, self.cost_factor),
            *(self.allocation_pounds, self.people_before),
        )


class PaceQuestion(Question):
    """How places move towards their targets; all shares from 0 to 1."""

    minimum_growth_share: _Growth = Field(default=0.0, description="In cash.")
    minimum_growth_per_head_share: _Growth | None = None
    least_growth_share: _Growth | None = Field(
        default=None,
        description="Of places so far over target that floors have faded; null: 0, or "
        "the minimum growth where that is lower.",
    )
    fades_from_share: _Share | None = Field(
        default=None, description="Over target, from where floors fade."
    )
    fades_to_share: _Share | None = Field(
        default=None, description="Over target, from where no floor is left."
    )
    most_under_share: _Share | None = Field(
        default=None, description="No place is left further under target."
    )
    pull_share: _Share = Field(
        default=0.0, description="Part of the distance under target that is gained."
    )
    tolerance_share: _Share = Field(
        default=0.0, description="Distance under target that gains nothing."
    )
    most_growth_share: _Growth | None = Field(
        default=None, description="In cash; null for no ceiling."
    )

    def as_pace(self, limits: Mapping[str, Weight]) -> Pace:
        """Make the pace; limits that it does not state are those given."""
        return Pace(**{**limits, **self.model_dump(exclude_unset=True)})


class AllocationQuestion(Question):
    """A budget, and the places that share in it."""

    budget_pounds: AskedPoundsFromZero = Field(description="All that is shared out.")
    places: tuple[PlaceQuestion, ...] = Field(min_length=1, max_length=MOST_PLACES)
    streams: dict[_Id, _Share] | None = Field(
        default=None,
        max_length=100,
        description="Share of each stream of care; they sum to 1. Left out where need "
        "is one number.",
    )
    inequalities_share: float | None = Field(
        default=None,
        ge=0,
        lt=1,
        description=f"Of the whole budget; it follows the need named {INEQUALITIES}. "
        "Left out, that of national policy on the day holds where places state it.",
    )
    budget: _Id = Field(
        default="core",
        description="Whose national policy counts: core, primary_medical, specialised.",
    )
    pace: PaceQuestion | None = Field(
        default=None,
        description="Left out, each place gets its target. Limits that it leaves out "
        "are those of national policy on the day; null lifts one.",
    )
    as_at: date | None = Field(
        default=None, description="Day whose policy counts; left out, none is used."
    )
