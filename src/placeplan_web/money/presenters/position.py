"""How the position of a system, or of one member, reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan.money.forecast import FORECAST_METHODS, Forecast
from placeplan.money.ledger import BreakEven, say_mismatches, say_statement
from placeplan.money.pence import Pence
from placeplan.periods import FinancialYear
from placeplan_web.money.presenters.amount import (
    NONE_AGREED,
    write_amount,
    write_difference,
    write_stand,
)
from placeplan_web.money.presenters.choice import list_choices
from placeplan_web.money.presenters.figure import PageLinks, present_figure
from placeplan_web.money.presenters.line import (
    LINE_HEAD,
    SIDE_WORDS,
    list_line_rows,
)
from placeplan_web.money.queries.exhibit import (
    draw_position,
    name_members,
    name_whole,
)
from placeplan_web.money.queries.standing import Standing

SYSTEM_HEAD: Final = (
    "Side",
    {"text": "Members booked", "numeric": True},
    {"text": "Paid to each other", "numeric": True},
    {"text": "System booked", "numeric": True},
    {"text": "System planned", "numeric": True},
    {"text": "Difference", "numeric": True},
    {"text": "Booked non-recurrent", "numeric": True},
    "Status",
)
BODY_HEAD: Final = (
    "Side",
    {"text": "Planned", "numeric": True},
    {"text": "Booked", "numeric": True},
    {"text": "Difference", "numeric": True},
    {"text": "Booked non-recurrent", "numeric": True},
    "Status",
)
MEMBER_AMOUNTS: Final = (
    "Planned to date",
    "Booked to date",
    "Difference",
    "Control total",
    "Forecast outturn",
    "Against control total",
)


@dataclass(frozen=True)
class PositionPage:
    """The page of a position; `changes` are ids of changes by their number."""

    standing: Standing
    links: PageLinks
    changes: Mapping[int, str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        return name_members(self.standing)

    @cached_property
    def whose(self) -> str:
        return name_whole(self.standing)

    @property
    def title(self) -> str:
        return f"Position to {self.standing.question.month_words}"

    @cached_property
    def forecast(self) -> Forecast:
        return self.standing.forecast(self.standing.question.method)

    @cached_property
    def to_date(self) -> Mapping[str, Pence]:
        """Sums of the members to date, and of their differences from the plan."""
        members = self.standing.members
        names = ("plan_to_date_pence", "actual_to_date_pence", "from_plan_pence")
        return {name: Pence(int(members[name].sum())) for name in names}

    @cached_property
    def finding(self) -> str:
        asked, stand = self.standing.question, self.to_date
        if asked.through is None:
            return f"{self.whose} has booked no month of {asked.year_words}."
        now = (
            f"{self.whose} is {write_stand(stand['actual_to_date_pence'])} by the end "
            f"of {asked.month_words}, {write_difference(stand['from_plan_pence'])}"
        )
        if stand["from_plan_pence"]:
            now += " than planned"
        ends = write_stand(self.forecast.total.forecast_pence)
        total = self.standing.control_total
        against = (
            "; no control total was agreed"
            if total is None
            else f" against a control total of {write_stand(total)}"
        )
        over = "ended" if self.is_over else "is forecast to end"
        return f"{now}; it {over} {asked.year_words} {ends}{against}."

    @property
    def statement(self) -> str:
        """Say how far it is from its control total to date, and of what turnover."""
        said, is_one = self.standing.statement, bool(self.standing.question.body)
        return say_statement(self.whose, said, is_one_body=is_one) if said else ""

    @property
    def is_over(self) -> bool:
        through = self.standing.question.through
        return through is not None and through.month == 3

    @property
    def tiles(self) -> list[dict[str, Any]]:
        said, total = self.forecast.total, self.standing.control_total
        status = self.forecast.status
        method = FORECAST_METHODS[self.standing.question.method].name.lower()
        stand = self.to_date
        return [
            {
                "number": write_amount(stand["actual_to_date_pence"]),
                "words": "surplus or deficit to date",
                "direction": f"{write_difference(stand['from_plan_pence'])}"
                f"{' than planned' if stand['from_plan_pence'] else ''}",
                "status": status,
            },
            {
                "number": write_amount(total, nothing=NONE_AGREED),
                "words": "control total of the year",
                "status": status if total is not None else "",
            },
            {
                "number": write_amount(said.forecast_pence),
                "words": "outturn" if self.is_over else f"forecast outturn, {method}",
                "href": "" if self.is_over else self._link_forecast(),
                "direction": ""
                if total is None
                else write_difference(said.forecast_pence - total)
                + " against the control total",
                "status": status,
            },
        ]

    def _link_forecast(self) -> str:
        query = {**self.links.query, **self.links.parts}
        return self.links.address.link("money:forecast", query=query)

    @property
    def choices(self) -> list[dict[str, Any]]:
        return list_choices(self.standing, self.names)

    @property
    def pictures(self) -> list[dict[str, Any]]:
        drawn = draw_position(self.standing).values()
        return [present_figure(figure, self.links) for figure in drawn]

    @property
    def member_rows(self) -> list[list[Any]]:
        rows = sorted(
            self.standing.members.iter_rows(named=True),
            key=lambda row: self.names[row["organisation"]],
        )
        return [self._make_member_row(row) for row in rows]

    def _make_member_row(self, row: Mapping[str, Any]) -> list[Any]:
        link = self.links.address.link(
            "money:position-of",
            query=self.links.query,
            organisation=row["organisation"],
        )
        return [
            {"text": self.names[row["organisation"]], "href": link},
            write_amount(row["plan_to_date_pence"]),
            write_amount(row["actual_to_date_pence"]),
            write_difference(row["from_plan_pence"]),
            write_amount(row["control_total_pence"], nothing=NONE_AGREED),
            write_amount(row["forecast_pence"]),
            write_difference(row["from_total_pence"], nothing=NONE_AGREED),
            {"text": "", "status": row["status"]},
        ]

    @property
    def side_head(self) -> tuple[Any, ...]:
        return BODY_HEAD if self.standing.question.body else SYSTEM_HEAD

    @property
    def side_rows(self) -> list[list[Any]]:
        one_off = self._sum_one_off()
        if self.standing.question.body:
            return [
                [
                    SIDE_WORDS[row["side"]],
                    write_amount(row["plan_pence"]),
                    write_amount(row["actual_pence"]),
                    write_difference(row["difference_pence"]),
                    write_amount(one_off.get(row["side"], 0)),
                    {"text": "", "status": row["status"]},
                ]
                for row in self.standing.sides.iter_rows(named=True)
            ]
        return [
            [
                SIDE_WORDS[row["side"]],
                write_amount(row["members_actual_pence"]),
                write_amount(row["eliminated_actual_pence"]),
                write_amount(row["actual_pence"]),
                write_amount(row["plan_pence"]),
                write_difference(row["difference_pence"]),
                write_amount(one_off.get(row["side"], 0)),
                {"text": "", "status": row["status"]},
            ]
            for row in self.standing.system.sides.iter_rows(named=True)
        ]

    def _sum_one_off(self) -> dict[str, int]:
        found = self.standing.recurrence.filter(~pl.col("recurrent"))
        return dict(found.select("side", "actual_pence").iter_rows())

    @property
    def mismatches(self) -> tuple[str, ...]:
        """Sentences on members that do not book the same with each other."""
        if self.standing.question.body:
            return ()
        named = self.standing.system.eliminations.with_columns(
            pl.col("receiver", "payer").replace(dict(self.names))
        )
        return say_mismatches(named)

    line_head = LINE_HEAD

    @property
    def member_head(self) -> list[Any]:
        named = {"Forecast outturn": "Outturn"} if self.is_over else {}
        amounts = [
            {"text": named.get(each, each), "numeric": True} for each in MEMBER_AMOUNTS
        ]
        return ["Organisation", *amounts, "Status"]

    @property
    def has_fund(self) -> bool:
        """Whether money of a fund is planned or booked to date."""
        return not self.standing.lines.filter(pl.col("fund").is_not_null()).is_empty()

    @property
    def line_rows(self) -> list[list[Any]]:
        return list_line_rows(self.standing, self.changes, self.links.address)

    @property
    def status(self) -> str:
        """The weakest status of the year, whose end the tests are put to."""
        return self.forecast.status

    @cached_property
    def tests(self) -> list[BreakEven]:
        """The test of the year, and the one that still holds where it differs."""
        year = FinancialYear(self.standing.question.year)
        of_the_year = self.standing.check_break_even(year.ends_on)
        newest = self.standing.check_break_even()
        return [of_the_year, *([newest] if newest.rules != of_the_year.rules else [])]
