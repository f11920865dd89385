"""How the end of a year reads: three methods beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from placeplan.money.forecast import FORECAST_METHODS, PROBABILISTIC, OutturnSum
from placeplan_web.money.presenters.amount import (
    NONE_AGREED,
    write_amount,
    write_difference,
)
from placeplan_web.money.presenters.choice import list_choices
from placeplan_web.money.presenters.figure import PageLinks, present_figure
from placeplan_web.money.queries.exhibit import (
    draw_forecasts,
    name_members,
    name_whole,
)
from placeplan_web.money.queries.standing import Standing

METHOD_HEAD: Final = (
    "Method",
    "What it takes for granted",
    {"text": "Forecast outturn", "numeric": True},
    {"text": "Against the plan", "numeric": True},
    {"text": "Against the control total", "numeric": True},
    "Eight futures of ten",
)
BODY_HEAD: Final = (
    "Organisation",
    {"text": "Booked to date", "numeric": True},
    {"text": "A month so far", "numeric": True},
    {"text": "Planned for the year", "numeric": True},
    *({"text": each.name, "numeric": True} for each in FORECAST_METHODS.values()),
)


@dataclass(frozen=True)
class ForecastPage:
    """The page of a forecast."""

    standing: Standing
    links: PageLinks

    @property
    def title(self) -> str:
        return f"How {self.standing.question.year_words} may end"

    @cached_property
    def whose(self) -> str:
        return name_whole(self.standing)

    @cached_property
    def pictures(self) -> list[dict[str, Any]]:
        drawn = draw_forecasts(self.standing).values()
        return [present_figure(figure, self.links) for figure in drawn]

    @property
    def choices(self) -> list[dict[str, Any]]:
        offered = list_choices(self.standing, name_members(self.standing))
        return [each for each in offered if each["name"] != "method"]

    @cached_property
    def totals(self) -> Mapping[str, OutturnSum]:
        return {
            method: self.standing.forecast(method).total for method in FORECAST_METHODS
        }

    @property
    def status(self) -> str:
        return self.standing.forecast(PROBABILISTIC).status

    method_head = METHOD_HEAD
    body_head = BODY_HEAD

    @property
    def method_rows(self) -> list[list[Any]]:
        agreed = self.standing.control_total
        return [
            [
                method.name,
                method.about,
                write_amount(said.forecast_pence),
                write_difference(
                    None
                    if said.plan_pence is None
                    else said.forecast_pence - said.plan_pence,
                    nothing="no plan",
                ),
                write_difference(
                    None if agreed is None else said.forecast_pence - agreed,
                    nothing=NONE_AGREED,
                ),
                _write_range(said),
            ]
            for method, said in zip(
                FORECAST_METHODS.values(), self.totals.values(), strict=True
            )
        ]

    @property
    def body_rows(self) -> list[list[Any]]:
        names = name_members(self.standing)
        said = {
            method: self.standing.forecast(method).bodies.rows_by_key(
                "organisation", named=True, unique=True
            )
            for method in FORECAST_METHODS
        }
        first = said[PROBABILISTIC]
        return [
            [
                {"text": names[body], "href": self._link_position(body)},
                write_amount(first[body]["to_date_pence"]),
                write_amount(first[body]["run_rate_pence"], nothing="nothing booked"),
                write_amount(first[body]["plan_pence"], nothing="no plan"),
                *(
                    write_amount(said[method][body]["forecast_pence"])
                    for method in FORECAST_METHODS
                ),
            ]
            for body in sorted(first, key=lambda each: names[each])
        ]

    def _link_position(self, body: str) -> str:
        return self.links.address.link(
            "money:position-of",
            query=self.standing.question.write(),
            organisation=body,
        )


def _write_range(said: OutturnSum) -> str:
    if said.p10_pence is None:
        return "not drawn"
    return f"{write_amount(said.p10_pence)} to {write_amount(said.p90_pence)}"
