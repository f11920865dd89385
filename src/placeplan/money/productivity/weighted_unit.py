"""Cost per weighted activity unit: what a body spends for a standard piece of care."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.money.pence import PENCE_PER_POUND, Pence
from placeplan.money.share import Weight, to_fraction
from placeplan.periods import FinancialYear
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_CONSTANTS: Final[Listing[dict[str, Any]]] = Listing(
    "constant",
    state_list(
        "wau_constants",
        Column("constant", "text", "Id of the row."),
        Column("year", "year", "Year in which the financial year starts."),
        Column("pounds", "number", "National average cost of one unit.", least=0),
    ),
    dict,
)


def get_unit_constant(year: int) -> Fraction:
    """Get the national average cost of one weighted activity unit of a year, in pounds.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.

    Raises
    ------
    InputError
        When none was published for that year.

    References
    ----------
    Methodology for calculating cost per WAU, Model Health System.

    Examples
    --------
    >>> float(get_unit_constant(2016))
    3514.55
    """
    return to_fraction(_get_row(year)["pounds"])


def cite_unit_constant(year: int) -> str:
    """Say where the constant of a year was read."""
    return get_publication(_get_row(year)["source"]).words


def _get_row(year: int) -> dict[str, Any]:
    for row in _CONSTANTS.values():
        if row["year"] == year:
            return row
    expected = f"one of the years {', '.join(_list_years())}"
    remedy = "Take costs of a year for which a constant was published."
    found = str(FinancialYear(year))
    raise InputError([Fault("wau_constants", "year", expected, found, remedy)])


def _list_years() -> list[str]:
    return [str(FinancialYear(row["year"])) for row in _CONSTANTS.values()]


@dataclass(frozen=True, slots=True)
class UnitCost:
    """The cost of a body or a specialty, per weighted activity unit.

    Parameters
    ----------
    cost : Pence
        Actual cost, already without what local prices do to it.
    units : Fraction
        Weighted activity units; above 0.
    """

    cost: Pence
    units: Fraction

    @property
    def pounds(self) -> Fraction:
        """Cost of one unit in pounds."""
        return Fraction(self.cost, PENCE_PER_POUND) / self.units

    def find_opportunity(self, benchmark: Fraction) -> Pence:
        """Find what costs above a benchmark come to: 0 when they are not above.

        ``max(0, cost per unit - benchmark) * units``, rounded to the penny.

        Parameters
        ----------
        benchmark : Fraction
            Cost of one unit elsewhere, pounds.

        Examples
        --------
        >>> UnitCost(Pence(40_000_000), Fraction(100)).find_opportunity(Fraction(3500))
        5000000
        >>> UnitCost(Pence(40_000_000), Fraction(100)).find_opportunity(Fraction(4001))
        0
        """
        above = max(Fraction(0), self.pounds - benchmark) * self.units
        return Pence(round(above * PENCE_PER_POUND))


def find_unit_cost(
    cost: Pence, national_cost: Pence, *, year: int, market_forces_factor: Weight = 1
) -> UnitCost:
    """Find the cost per weighted activity unit.

    Units are the activity at national average cost over the constant of the year;
    actual cost is divided by the market forces factor first.

    Parameters
    ----------
    cost, national_cost : Pence
        Actual cost, and the same activity at national average cost; both above 0.
    year : int
        Year in which the financial year starts.
    market_forces_factor : number
        1 for the national average of local prices.

    Returns
    -------
    UnitCost
        Adjusted cost in whole pence, and units.

    Raises
    ------
    InputError
        When the year has no constant.

    Examples
    --------
    A body that spends just the national average costs the constant a unit.

    >>> float(find_unit_cost(Pence(70_000_00), Pence(70_000_00), year=2015).pounds)
    3512.58
    """
    adjusted = Pence(round(cost / to_fraction(market_forces_factor)))
    constant = get_unit_constant(year) * PENCE_PER_POUND
    return UnitCost(adjusted, national_cost / constant)
