"""When a fact holds."""

from dataclasses import dataclass
from datetime import date

from placeplan.errors import PeriodError


@dataclass(frozen=True, slots=True)
class Validity:
    """The days from one date to another, both inside; None is open.

    Parameters
    ----------
    starts_on, ends_on : date or None
        First and last day; None when there is no known start or end.

    Raises
    ------
    PeriodError
        When it ends before it starts.

    Examples
    --------
    >>> ccgs = Validity(date(2013, 4, 1), date(2020, 3, 31))
    >>> ccgs.contains(date(2020, 3, 31)), ccgs.contains(date(2020, 4, 1))
    (True, False)
    >>> str(ccgs)
    '1 April 2013 to 31 March 2020'
    """

    starts_on: date | None = None
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            message = (
                f"A period cannot end on {self.ends_on}, before it starts on "
                f"{self.starts_on}. Correct one of the two."
            )
            raise PeriodError(message)

    @property
    def first(self) -> date:
        """First day, or the first day of the calendar when open."""
        return self.starts_on or date.min

    @property
    def last(self) -> date:
        """Last day, or the last day of the calendar when open."""
        return self.ends_on or date.max

    def contains(self, day: date) -> bool:
        """Whether the fact holds on a day."""
        return self.first <= day <= self.last

    def overlaps(self, other: "Validity") -> bool:
        """Whether two periods share a day.

        Examples
        --------
        >>> early, late = Validity(None, date(2020, 3, 31)), Validity(date(2020, 4, 1))
        >>> early.overlaps(late), early.overlaps(Validity())
        (False, True)
        """
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        start = (
            f"{self.starts_on.day} {self.starts_on:%B %Y}" if self.starts_on else None
        )
        end = f"{self.ends_on.day} {self.ends_on:%B %Y}" if self.ends_on else None
        if start and end:
            return f"{start} to {end}"
        if start:
            return f"from {start}"
        return f"until {end}" if end else "always"
