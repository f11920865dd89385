"""Where days stand on a picture, and which months are named below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

MONTH_WIDTH: Final = 58
"""Least room for the name of a month."""
STEPS: Final = (1, 2, 3, 6, 12, 24, 60)
"""Months between names, each of which keeps January."""


@dataclass(frozen=True)
class TimeScale:
    """Whole months from the first to the last, between two edges of a picture."""

    first: date
    last: date
    left: float
    right: float

    @cached_property
    def starts_on(self) -> date:
        return self.first.replace(day=1)

    @cached_property
    def ends_on(self) -> date:
        """The first day after the last month."""
        return add_months(self.last.replace(day=1), 1)

    def place(self, day: date) -> float:
        """Give the place where a day begins; days outside stand at the edges."""
        share = (day - self.starts_on).days / (self.ends_on - self.starts_on).days
        return round(
            self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1
        )

    def place_end(self, day: date) -> float:
        """Give the place where a day is over."""
        return self.place(day + timedelta(days=1))

    def has(self, day: date) -> bool:
        return self.starts_on <= day < self.ends_on

    def list_months(self) -> Iterator[tuple[date, str]]:
        """Give the first days of months that are named, with their words."""
        count = count_months(self.starts_on, self.ends_on)
        room = (self.right - self.left) / count
        step = next((n for n in STEPS if n * room >= MONTH_WIDTH), STEPS[-1])
        month = self.starts_on
        is_first = True
        while month < self.ends_on:
            if is_first or (month.year * 12 + month.month - 1) % step == 0:
                yield month, f"{month:%b %Y}"
                is_first = False
            month = add_months(month, 1)


def add_months(day: date, months: int) -> date:
    """Give the first day of the month so many later."""
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def count_months(first: date, end: date) -> int:
    """Count the months from one first day to another."""
    return (end.year - first.year) * 12 + end.month - first.month
