"""How the end of a year reads: three methods beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from placeplan.money.forecast import FORECAST_METHODS, PROBABILISTIC, OutturnSum
from placeplan.periods import FinancialYear
from placeplan_web.money.presenters.amount import (
    NONE_AGREED,
    write_amount,
    write_difference,
    write_stand,
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
INSIDE: Final = {None: "no range", True: "yes", False: "no"}
PROOF_HEAD: Final = (
    "Method",
    {"text": "Said then", "numeric": True},
    {"text": "How it ended", "numeric": True},
    {"text": "Off by", "numeric": True},
    "Inside eight futures of ten",
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
    def finding(self) -> str:
        said, agreed = self.totals[PROBABILISTIC], self.standing.control_total
        ends = f"{self.whose} may end {self.standing.question.year_words}"
        stand = f"{ends} {write_stand(said.forecast_pence)}"
        against = ""
        if agreed is not None:
            apart = write_difference(said.forecast_pence - agreed)
            against = f", {apart} against its control total"
        late = (
            " Savings are back-loaded." if self.standing.savings.is_back_loaded else ""
        )
        return f"{stand}{against}.{late}"

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

    @property
    def proof_words(self) -> str:
        """Of which year and month the methods are tried; empty where they cannot be."""
        tried = self.standing.back_test
        if tried is None:
            return ""
        year, months = self.standing.question.year - 1, tried["months_booked"][0]
        return f"{FinancialYear(year)} after {months} month{'s' * (months > 1)}"

    proof_head = PROOF_HEAD

    @property
    def proof_rows(self) -> list[list[Any]]:
        tried = self.standing.back_test
        return [
            [
                FORECAST_METHODS[row["method"]].name,
                write_amount(row["forecast_pence"]),
                write_amount(row["outturn_pence"]),
                _write_miss(row["missed_pence"]),
                INSIDE[row["inside"]],
            ]
            for row in (() if tried is None else tried.rows(named=True))
        ]

    def _link_position(self, body: str) -> str:
        return self.links.address.link(
            "money:position-of",
            query=self.standing.question.write(),
            organisation=body,
        )


def _write_range(said: OutturnSum) -> str:
    if said.p10_pence is None:
        return "no range"
    return f"{write_amount(said.p10_pence)} to {write_amount(said.p90_pence)}"


def _write_miss(pence: int) -> str:
    if not pence:
        return "nothing"
    words = "too hopeful" if pence > 0 else "too gloomy"
    return f"{write_amount(abs(pence))} {words}"
