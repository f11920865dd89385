"""What an option is worth: present cost and benefit, return, and when it pays back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from placeplan.money.appraisal.discount import DiscountSchedule, discount
from placeplan.money.pence import Pence


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount that is paid or gained in a year.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.
    side : str
        ``cost`` or ``benefit``.
    amount : Pence
        In prices of the base year, not discounted; positive on both sides.
    line : str
        What it is, in words.
    """

    year: int
    side: str
    amount: Pence
    line: str = ""

    @property
    def net(self) -> Pence:
        """What it adds: a cost is negative."""
        return self.amount if self.side == "benefit" else Pence(-self.amount)


@dataclass(frozen=True, slots=True)
class OptionValue:
    """What an option costs and brings, worth in the base year.

    Parameters
    ----------
    present_cost, present_benefit : Pence
        Discounted.
    payback_year : int or None
        First year by whose end benefits, not discounted, have made up for costs and
        never fall behind again; None when they do not, or nothing is ever paid.
    """

    present_cost: Pence
    present_benefit: Pence
    payback_year: int | None

    @property
    def net_present_value(self) -> Pence:
        """Benefit less cost; negative for a net present cost."""
        return Pence(self.present_benefit - self.present_cost)

    @property
    def return_on_investment(self) -> float | None:
        """Net present value as a share of present cost; None without any cost."""
        if self.present_cost <= 0:
            return None
        return self.net_present_value / self.present_cost


def value_flows(
    flows: Iterable[Flow], *, base_year: int, schedule: DiscountSchedule
) -> OptionValue:
    """Value the costs and benefits of an option.

    Each amount is discounted and rounded to the penny by itself, so that lines add up
    to the whole in any order: values of two sets of flows are additive to the penny.

    Parameters
    ----------
    flows : iterable of Flow
        None of them before the base year.
    base_year : int
        Year to which amounts are discounted, itself not discounted.
    schedule : DiscountSchedule
        By what years are discounted.

    Raises
    ------
    InputError
        When a flow lies before the base year.

    Examples
    --------
    >>> from placeplan.money.appraisal.discount import make_flat_schedule
    >>> flows = [Flow(2017, "cost", Pence(1000)), Flow(2018, "benefit", Pence(1500))]
    >>> found = value_flows(flows, base_year=2017, schedule=make_flat_schedule(0.25))
    >>> found.net_present_value, found.return_on_investment, found.payback_year
    (200, 0.2, 2018)
    """
    listed = list(flows)
    present = {
        side: Pence(
            sum(
                discount(each.amount, each.year - base_year, schedule)
                for each in listed
                if each.side == side
            )
        )
        for side in ("cost", "benefit")
    }
    return OptionValue(present["cost"], present["benefit"], find_payback_year(listed))


def find_payback_year(flows: Sequence[Flow]) -> int | None:
    """Find from which year on benefits have made up for costs, not discounted.

    Examples
    --------
    >>> paid, half = Flow(2017, "cost", Pence(1000)), Pence(500)
    >>> find_payback_year([paid, Flow(2018, "benefit", half)]) is None
    True
    >>> find_payback_year([paid, *(Flow(y, "benefit", half) for y in (2018, 2019))])
    2019
    """
    if not any(each.side == "cost" and each.amount for each in flows):
        return None
    years = sorted({each.year for each in flows})
    sums = accumulate(_sum_net(flows, year) for year in years)
    found = None
    for year, standing in zip(years, sums, strict=True):
        if standing < 0:
            found = None
        elif found is None:
            found = year
    return found


def _sum_net(flows: Iterable[Flow], year: int) -> int:
    return sum(each.net for each in flows if each.year == year)


def take_from_baseline(flows: Iterable[Flow], baseline: Iterable[Flow]) -> list[Flow]:
    """Give the flows of an option beyond those of what happens otherwise.

    By year: what it costs more is a cost, what it costs less a benefit; what it brings
    more is a benefit, what it brings less a cost. So the return on investment is that
    on the money that has to be found.

    Examples
    --------
    >>> option = [Flow(2017, "cost", Pence(900)), Flow(2018, "cost", Pence(300))]
    >>> baseline = [Flow(year, "cost", Pence(400)) for year in (2017, 2018)]
    >>> for each in take_from_baseline(option, baseline):
    ...     print(each.year, each.side, each.amount)
    2017 cost 500
    2018 benefit 100
    """
    standing: dict[tuple[int, str], int] = {}
    for sign, listed in ((1, flows), (-1, baseline)):
        for each in listed:
            key = (each.year, each.side)
            standing[key] = standing.get(key, 0) + sign * each.amount
    other = {"cost": "benefit", "benefit": "cost"}
    return [
        Flow(year, side if amount > 0 else other[side], Pence(abs(amount)))
        for (year, side), amount in sorted(standing.items())
        if amount
    ]


def rank_values(values: Mapping[str, Pence]) -> dict[str, int]:
    """Rank options by net present value, the highest first; equals share a rank.

    Examples
    --------
    >>> rank_values({"a": Pence(5), "b": Pence(9), "c": Pence(5)})
    {'a': 2, 'b': 1, 'c': 2}
    """
    ordered = sorted(values.values(), reverse=True)
    return {name: ordered.index(value) + 1 for name, value in values.items()}
