"""What a page on the ledger is asked: which year, to which month, whose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.money.forecast import FORECAST_METHODS, PROBABILISTIC
from placeplan.money.ledger import Ledger, find_last_month, find_months
from placeplan.periods import FinancialYear

MONTH: Final = "%Y-%m"


@dataclass(frozen=True, slots=True)
class Question:
    """A year to a month, of one member or of the system, and how the rest is forecast.

    `through` is the first day of the last month that counts, or nothing while no month
    is booked; `body` is empty for the system.
    """

    year: int
    through: date | None
    body: str = ""
    method: str = PROBABILISTIC

    @property
    def bodies(self) -> tuple[str, ...] | None:
        """Members that it is about; nothing for all."""
        return (self.body,) if self.body else None

    @property
    def year_words(self) -> str:
        return str(FinancialYear(self.year))

    @property
    def month_words(self) -> str:
        """The last month that counts: September 2016."""
        return f"{self.through:%B %Y}" if self.through else self.year_words

    @property
    def day(self) -> date:
        """A day on which organisations bore the names that the page shows."""
        return self.through or date(self.year, 4, 1)

    def write(self) -> dict[str, str]:
        """Write it as it stands in an address, whose organisation apart."""
        through = {"month": f"{self.through:{MONTH}}"} if self.through else {}
        return {"year": str(self.year), **through, "method": self.method}


def read_question(
    ledger: Ledger, asked: Mapping[str, str], body: str = ""
) -> Question | None:
    """Read what is asked; what cannot be is answered by the newest that is booked.

    Nothing while a ledger has no year.
    """
    if not ledger.years:
        return None
    years = {str(year): year for year in ledger.years}
    year = years.get(asked.get("year", ""), find_newest_year(ledger))
    months = {f"{month:{MONTH}}": month for month in list_booked(ledger, year, body)}
    last = list(months.values())[-1] if months else None
    method = asked.get("method", "")
    return Question(
        year,
        months.get(asked.get("month", ""), last),
        body,
        method if method in FORECAST_METHODS else PROBABILISTIC,
    )


def list_booked(ledger: Ledger, year: int, body: str = "") -> list[date]:
    """List the months that all members, or this one, have booked."""
    bodies = (body,) if body else None
    last = find_last_month(ledger, year=year, bodies=bodies)
    return find_months(year, last) if last else []


def find_newest_year(ledger: Ledger) -> int:
    """Find the newest year of which a month is booked, or the newest there is."""
    booked = [year for year in ledger.years if list_booked(ledger, year)]
    return booked[-1] if booked else ledger.years[-1]
