"""A year of the example's ledger: sellers and buyers of care, costs and savings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from ledger_contract import Contract
from ledger_series import MONTHS, Calendar, Series, add_months

Figures = Mapping[str, Any]
Saving = tuple[Mapping[str, Any], Series]


@dataclass(frozen=True, slots=True)
class Known:
    """What a year starts from, in pence.

    Parameters
    ----------
    contracts : mapping of Contract to pence
        Planned for the year.
    elsewhere : mapping of (commissioner, line) to pence
        Care bought without a counterparty, planned, before savings.
    a_head : mapping of (commissioner, line) to pence
        What commissioners spend on each person, planned, before savings.
    planned : mapping of str to pence
        Surplus of each body before money of a fund.
    outturn : mapping of str to pence
        Surplus at the end of the year, where it is over.
    cost_before : mapping of str to pence
        Cost of each provider in the year before; empty where it is not known.
    """

    contracts: Mapping[Contract, float]
    elsewhere: Mapping[tuple[str, str], float]
    a_head: Mapping[tuple[str, str], float]
    planned: Mapping[str, int]
    outturn: Mapping[str, int]
    cost_before: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class LedgerYear:
    """Every series of a year, made in the order of the module."""

    figures: Figures
    calendar: Calendar
    known: Known
    values: list[Series] = field(default_factory=list)
    savings: list[Saving] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = count(1)
        self.sell(numbers)
        for provider in self.figures["providers"]:
            self.spend(provider, numbers)
        for commissioner in sorted({buyer for buyer, _ in self.known.a_head}):
            self.commission(commissioner, numbers)

    def total(
        self, body: str, basis: str, lines: Mapping[str, Any] | None = None
    ) -> int:
        """Add up the year of a body, on all lines so far or on some."""
        return sum(
            sum(getattr(each, basis))
            for each in self.values
            if each.organisation == body and (lines is None or each.line in lines)
        )

    def sell(self, numbers: Iterator[int]) -> None:
        """Book income under contracts, other and one-off income."""
        over = 1 + self.figures["over_plan_share"]["income"]
        for contract, pence in self.known.contracts.items():
            self._add(
                contract.seller, contract.line, pence, over, numbers, contract.buyer
            )
        for provider, each in self.figures["providers"].items():
            sold = self.total(provider, "plan")
            self._add(provider, "other-income", sold * each["other_share"], 1, numbers)
            if each["one_off_share"]:
                last = self.calendar.spread(
                    sold * each["one_off_share"], [0] * 11 + [1]
                )
                booked = last[: self.calendar.closed]
                booked = (
                    booked if self.calendar.closed == MONTHS else (0,) * len(booked)
                )
                self.values.append(
                    Series(provider, "one-off-income", last, booked, recurrent="no")
                )

    def spend(self, provider: str, numbers: Iterator[int]) -> None:
        """Book cost, so that planned and actual surplus come out to the penny."""
        known, closed = self.known, self.calendar.closed
        planned = self.total(provider, "plan") - known.planned[provider]
        if provider in known.cost_before:
            grown = known.cost_before[provider] * (
                1 + self.figures["cost_growth_share"]
            )
            target = round(grown) - planned
        else:
            target = round(planned * self.figures["savings_share"]["providers"])
        saved = [*self._save(provider, "providers", target, numbers)]
        gross = planned + _sum_savings(saved, "plan")
        gross_booked = None
        if closed == MONTHS:
            cost = self.total(provider, "actual") - known.outturn[provider]
            gross_booked = cost + _sum_savings(saved, "actual")
        self._share_cost(provider, gross, gross_booked, saved, numbers)

    def commission(self, body: str, numbers: Iterator[int]) -> None:
        """Book what a commissioner buys; its allocation is what then balances."""
        closed, over = self.calendar.closed, 1 + self.figures["over_plan_share"]["cost"]
        self.values += self._mirror(body)
        own = {
            line: pence
            for amounts in (self.known.elsewhere, self.known.a_head)
            for (buyer, line), pence in amounts.items()
            if buyer == body
        }
        target = round(
            sum(own.values()) * self.figures["savings_share"]["commissioners"]
        )
        saved = [*self._save(body, "commissioners", target, numbers)]
        for line, pence in own.items():
            mine = [each for scheme, each in saved if scheme["line"] == line]
            self._add(body, line, pence, over, numbers, less=mine, side="cost")
        planned = self.total(body, "plan") + self.known.planned[body]
        plan = self.calendar.spread(planned, self.calendar.weigh("allocation"))
        booked = plan[:closed]
        if closed == MONTHS:
            due = self.total(body, "actual") + self.known.outturn[body]
            booked = self.calendar.spread(due, self.calendar.weigh("allocation"))
        self.values.append(Series(body, "allocation", plan, booked))

    def _add(
        self,
        body: str,
        line: str,
        pence: float,
        over: float,
        numbers: Iterator[int],
        counterparty: str | None = None,
        less: list[Series] | None = None,
        side: str = "income",
    ) -> None:
        weights = self.calendar.weigh(line)
        plan = self.calendar.spread(pence, weights)
        total = pence * over if self.calendar.closed == MONTHS else over
        number = next(numbers)
        booked = self.calendar.book(plan, weights, body=number, side=side, total=total)
        series = Series(body, line, plan, booked, counterparty)
        self.values.append(series.less(less) if less else series)

    def _share_cost(
        self,
        provider: str,
        gross: int,
        gross_booked: int | None,
        saved: list[Saving],
        numbers: Iterator[int],
    ) -> None:
        """Share cost before savings out over lines, then take the savings off."""
        kind = self.figures["providers"][provider]["kind"]
        lines, weights = zip(*self.figures["cost_shares"][kind].items(), strict=True)
        over = 1 + self.figures["over_plan_share"]["cost"]
        planned = self.calendar.spread(gross, weights)
        known = self.calendar.spread(gross_booked or 0, weights)
        for at, line in enumerate(lines):
            shape = self.calendar.weigh(line)
            plan = self.calendar.spread(planned[at], shape)
            booked = self.calendar.book(
                plan,
                shape,
                body=next(numbers),
                side="cost",
                total=over if gross_booked is None else known[at],
            )
            mine = [each for scheme, each in saved if scheme["line"] == line]
            self.values.append(Series(provider, line, plan, booked).less(mine))

    def _save(
        self, body: str, kind: str, target: int, numbers: Iterator[int]
    ) -> Iterator[Saving]:
        """Plan savings by scheme; some bodies plan all of theirs evenly."""
        schemes = self.figures["schemes"][kind]
        own = self.figures["providers"].get(body, {}).get("profile")
        parts = self.calendar.spread(target, [each["share"] for each in schemes])
        for scheme, pence in zip(schemes, parts, strict=True):
            profile = self.figures["profiles"][own or scheme["profile"]]
            plan = self.calendar.spread(pence, profile)
            made = scheme["made_share"]
            total = pence * made if self.calendar.closed == MONTHS else made
            booked = self.calendar.book(
                plan, profile, body=next(numbers), side="cost", total=total
            )
            series = Series(
                body, scheme["line"], plan, booked, recurrent=scheme["recurrent"]
            )
            self.savings.append((scheme, series))
            yield scheme, series

    def _mirror(self, body: str) -> Iterator[Series]:
        """Book as cost what others booked as income from this body."""
        sold = [each for each in self.values if each.counterparty == body]
        on = self.figures["bought_on"]
        pairs = sorted(
            {(on.get(s.line, "bought-hospital-care"), s.organisation) for s in sold}
        )
        for line, seller in pairs:
            mine = [
                each
                for each in sold
                if (on.get(each.line, "bought-hospital-care"), each.organisation)
                == (line, seller)
            ]
            plan = add_months((each.plan for each in mine), MONTHS)
            booked = add_months((s.actual for s in mine), self.calendar.closed)
            yield Series(body, line, plan, self._dispute(body, seller, booked), seller)

    def _dispute(
        self, body: str, seller: str, booked: tuple[int, ...]
    ) -> tuple[int, ...]:
        open_one = self.figures["disputed"]
        if self.calendar.closed == MONTHS or (seller, body) != (
            open_one["seller"],
            open_one["buyer"],
        ):
            return booked
        less = round(open_one["pounds"] * 100)
        return tuple(
            pence - (less if month in open_one["months"] else 0)
            for month, pence in enumerate(booked, 1)
        )


def _sum_savings(saved: list[Saving], basis: str) -> int:
    return sum(sum(getattr(each, basis)) for _, each in saved)
