"""Where a system and its members stand: worked out by the library, once, and kept."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

import polars as pl

from placeplan.money.forecast import (
    ALL_BODIES,
    Forecast,
    ForecastQuestion,
    SavingsProfile,
    back_test,
    find_savings_profile,
    forecast_outturn,
)
from placeplan.money.ledger import (
    BreakEven,
    Ledger,
    SystemPosition,
    SystemStatement,
    check_break_even,
    compare_with_control_totals,
    find_months,
    find_position,
    find_system_position,
    list_lines,
    read_ledger,
    sum_statements,
)
from placeplan.money.pence import Pence
from placeplan_web.money.models import LedgerBook
from placeplan_web.money.queries.book import Newest, find_newest
from placeplan_web.money.queries.cells import list_known_sources
from placeplan_web.money.queries.name import LedgerNames, get_names
from placeplan_web.money.queries.question import Question, list_booked
from placeplan_web.money.queries.tables import get_ledger_tables
from placeplan_web.places.queries import find_load

LEDGERS_KEPT: Final = 4
STANDINGS_KEPT: Final = 64


@dataclass(frozen=True, eq=False)
class Standing:
    """Everything that pages say of a question on a ledger."""

    ledger: Ledger
    names: LedgerNames
    question: Question
    as_at: date | None

    @cached_property
    def sides(self) -> pl.DataFrame:
        """Income, pay, non-pay and surplus to date, with money of funds."""
        return self._find_position(by=())

    @cached_property
    def recurrence(self) -> pl.DataFrame:
        """The same, told apart by whether it comes back every year."""
        return self._find_position(by=("recurrent",))

    def _find_position(self, *, by: tuple[str, ...]) -> pl.DataFrame:
        asked = self.question
        return find_position(
            self.ledger,
            year=asked.year,
            through=asked.through,
            bodies=asked.bodies,
            by=by,
        )

    @cached_property
    def system(self) -> SystemPosition:
        """The system as one: its members, less what they pay each other."""
        asked = self.question
        return find_system_position(self.ledger, year=asked.year, through=asked.through)

    @cached_property
    def months(self) -> pl.DataFrame:
        """Surplus of each month of the year, before money of funds."""
        asked = self.question
        return find_position(
            self.ledger,
            year=asked.year,
            bodies=asked.bodies,
            by=("month",),
            with_funds=False,
        )

    @cached_property
    def lines(self) -> pl.DataFrame:
        """What was planned and booked on each line, by whether it comes back."""
        asked = self.question
        return list_lines(
            self.ledger,
            year=asked.year,
            through=asked.through,
            bodies=asked.bodies,
            by=("recurrent",),
        )

    @cached_property
    def members(self) -> pl.DataFrame:
        """Each member against its control total, with the forecast of its year."""
        asked = self.question
        against = compare_with_control_totals(
            self.ledger,
            year=asked.year,
            through=asked.through,
            bodies=asked.bodies,
            as_at=self.as_at,
        )
        said = self.forecast(asked.method).bodies
        return against.join(
            said.select("organisation", "forecast_pence"),
            on="organisation",
            how="left",
            maintain_order="left",
        ).with_columns(
            (pl.col("actual_to_date_pence") - pl.col("plan_to_date_pence")).alias(
                "from_plan_pence"
            ),
            (pl.col("forecast_pence") - pl.col("control_total_pence")).alias(
                "from_total_pence"
            ),
        )

    def forecast(self, method: str, *, with_funds: bool = False) -> Forecast:
        """How the year ends by a method, as it would have been said at the month."""
        asked, key = self.question, (method, with_funds)
        if key not in self._forecasts:
            self._forecasts[key] = forecast_outturn(
                self.ledger,
                ForecastQuestion(method),
                year=asked.year,
                through=asked.through,
                bodies=asked.bodies,
                with_funds=with_funds,
            )
        return self._forecasts[key]

    @cached_property
    def _forecasts(self) -> dict[tuple[str, bool], Forecast]:
        """Forecasts that were asked for: several parts of a page tell of each."""
        return {}

    @cached_property
    def back_test(self) -> pl.DataFrame | None:
        """What each method would have said a year earlier, of all that are asked about.

        Nothing where that year is not booked to its end, or no month of this one is.
        """
        asked = self.question
        months = len(find_months(asked.year, asked.through)) if asked.through else 0
        before = list_booked(self.ledger, asked.year - 1, asked.body)
        if not 0 < months < len(before):
            return None
        said = back_test(
            self.ledger,
            year=asked.year - 1,
            months_booked=[months],
            bodies=asked.bodies,
        )
        return said.filter(pl.col("organisation") == ALL_BODIES)

    @cached_property
    def savings(self) -> SavingsProfile:
        asked = self.question
        return find_savings_profile(
            self.ledger, year=asked.year, through=asked.through, bodies=asked.bodies
        )

    @cached_property
    def control_total(self) -> Pence | None:
        """Control total of the year; nothing where none is agreed."""
        agreed = self.members["control_total_pence"].drop_nulls()
        return Pence(int(agreed.sum())) if len(agreed) else None

    @cached_property
    def statement(self) -> SystemStatement | None:
        """To date against the control total; nothing where none is agreed."""
        asked = self.question
        if self.control_total is None or asked.through is None:
            return None
        return sum_statements(
            self.ledger,
            year=asked.year,
            through=asked.through,
            bodies=asked.bodies,
            as_at=self.as_at,
        )

    def check_break_even(self, day: date | None = None) -> BreakEven:
        """Whether the year, as forecast, breaks even by the test of a day or of now."""
        said = self.forecast(self.question.method, with_funds=True).bodies
        ends = said.select("organisation", "forecast_pence").iter_rows()
        named = {
            self.names.name_organisation(body): Pence(pence) for body, pence in ends
        }
        return check_break_even(named, day)


def get_ledger(book: LedgerBook, as_at: date | None = None) -> Ledger:
    """Get a ledger as the library reads it, as it stands or was known on a day."""
    return _read_ledger(find_newest(book), as_at, list_known_sources(as_at))


def get_standing(
    book: LedgerBook, question: Question, as_at: date | None = None
) -> Standing:
    """Get where a ledger stands on a question, as it was known on a day."""
    places = find_load()
    return _stand(
        find_newest(book),
        question,
        as_at,
        list_known_sources(as_at),
        places.fingerprint if places else "",
    )


@lru_cache(maxsize=LEDGERS_KEPT)
def _read_ledger(newest: Newest, as_at: date | None, known: frozenset[str]) -> Ledger:
    return read_ledger(get_ledger_tables(_get_book(newest), as_at))


@lru_cache(maxsize=STANDINGS_KEPT)
def _stand(
    newest: Newest,
    question: Question,
    as_at: date | None,
    known: frozenset[str],
    places: str,
) -> Standing:
    names = get_names(_get_book(newest), question.day)
    return Standing(_read_ledger(newest, as_at, known), names, question, as_at)


def _get_book(newest: Newest) -> LedgerBook:
    return LedgerBook.objects.get(pk=newest.book)
