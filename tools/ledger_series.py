"""Amounts of the example's ledger by month: what was planned and what was booked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from placeplan.money import Pence
from placeplan.money.share import share_out

Figures = Mapping[str, Any]
MONTHS = 12
_STEP_BODY, _STEP_MONTH = 0.7548776662466927, 0.5698402909980532
"""Steps of the R2 sequence (Roberts, 2018), which fills a square evenly."""


@dataclass(frozen=True, slots=True)
class Series:
    """Pence of one line of an organisation in one year, by month from April.

    Parameters
    ----------
    actual : tuple
        Only as many months as are closed.
    """

    organisation: str
    line: str
    plan: tuple[int, ...]
    actual: tuple[int, ...]
    counterparty: str | None = None
    recurrent: str = "yes"

    def less(self, saved: Iterable["Series"]) -> "Series":
        """Take savings from it, month by month."""
        plan, actual = list(self.plan), list(self.actual)
        for each in saved:
            for month, pence in enumerate(each.plan):
                plan[month] -= pence
            for month, pence in enumerate(each.actual):
                actual[month] -= pence
        return Series(
            self.organisation, self.line, tuple(plan), tuple(actual), self.counterparty
        )


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the months of a year are booked.

    Parameters
    ----------
    year : int
        In which the financial year starts.
    first : int
        Months of the ledger before it, so that waves go on from year to year.
    closed : int
        Months that are booked; 12 where the year is over and its total is known.
    """

    figures: Figures
    year: int
    first: int
    closed: int

    def weigh(self, line: str) -> Sequence[int]:
        """Give the shape of a line over the year."""
        shape: Sequence[int] = self.figures["shapes"].get(line, [100] * MONTHS)
        return shape

    def stray(self, body: int, side: str, month: int) -> int:
        """Say how far a month strays from its shape, in thousandths."""
        place = body * _STEP_BODY + (self.first + month) * _STEP_MONTH
        reach: int = self.figures["waves"][side]
        return round((place % 1 - 0.5) * 2 * reach)

    def spread(self, pence: float, weights: Sequence[int]) -> tuple[int, ...]:
        """Share a year out over its months, to the penny."""
        parts = share_out(Pence(round(pence)), dict(enumerate(weights)))
        return tuple(parts[month] for month in range(len(weights)))

    def book(
        self,
        plan: Sequence[int],
        weights: Sequence[int],
        *,
        body: int,
        side: str,
        total: float,
    ) -> tuple[int, ...]:
        """Say what was booked: a known year by shape and wave, else plan and wave.

        Parameters
        ----------
        total : float
            Pence of the year where it is over; else what a pound of plan becomes.
        """
        waves = [1000 + self.stray(body, side, month) for month in range(self.closed)]
        if self.closed == MONTHS:
            return self.spread(
                total, [w * v for w, v in zip(weights, waves, strict=True)]
            )
        return tuple(
            round(plan[month] * total * wave / 1000) for month, wave in enumerate(waves)
        )


def add_months(rows: Iterable[Sequence[int]], months: int) -> tuple[int, ...]:
    """Add series up, month by month."""
    kept = [*rows]
    return tuple(sum(row[month] for row in kept) for month in range(months))
