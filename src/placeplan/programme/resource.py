"""Who does the work: posts, how much of them, for how long, and what that costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Resource:
    """A post or a team; never a person.

    Parameters
    ----------
    post : str
        Title.
    wte : float or None
        Whole-time equivalents; None where nobody has said.
    band : str or None
        Pay band, such as ``AfC 8a``.
    months : float or None
        For how long.
    yearly_pounds : float or None
        What one whole-time equivalent costs a year, on-costs included.

    Raises
    ------
    ValueError
        When a number is below 0.

    Examples
    --------
    >>> Resource("Programme Manager", 2.0, "AfC 8a", 10, 60000).cost_pounds
    100000.0
    >>> Resource("Clinical Chair", 0.4).cost_pounds is None
    True
    """

    post: str
    wte: float | None = None
    band: str | None = None
    months: float | None = None
    yearly_pounds: float | None = None

    def __post_init__(self) -> None:
        given = (self.wte, self.months, self.yearly_pounds)
        if any(each is not None and each < 0 for each in given):
            message = f"wte, months and pounds of {self.post} must be 0 or more"
            raise ValueError(message)

    @property
    def cost_pounds(self) -> float | None:
        """Cost over its months, to the penny; None while something is not stated.

        ``wte x yearly_pounds x months / 12``.
        """
        if self.wte is None or self.months is None or self.yearly_pounds is None:
            return None
        exact = (
            Decimal(str(self.wte))
            * Decimal(str(self.yearly_pounds))
            * Decimal(str(self.months))
            / MONTHS_A_YEAR
        )
        return float(exact.quantize(Decimal("0.01"), ROUND_HALF_EVEN))


@dataclass(frozen=True, slots=True)
class ResourceTotal:
    """What several resources come to, and of how many that is not known.

    Parameters
    ----------
    posts : int
        How many there are.
    wte, cost_pounds : float
        Sums of what is stated.
    without_wte, without_cost : int
        How many do not state it: the sums are too low by theirs.
    """

    posts: int
    wte: float
    cost_pounds: float
    without_wte: int
    without_cost: int


def sum_resources(resources: Iterable[Resource]) -> ResourceTotal:
    """Sum resources; what is not stated is counted as such, and never as 0.

    Examples
    --------
    >>> sum_resources([Resource("Chair", 0.4), Resource("Volunteers"),
    ...                Resource("Officer", 1.0, "AfC 4", 6, 24000)])
    ResourceTotal(posts=3, wte=1.4, cost_pounds=12000.0, without_wte=1, without_cost=2)
    """
    listed = list(resources)
    wte = [Decimal(str(each.wte)) for each in listed if each.wte is not None]
    costs = [each.cost_pounds for each in listed]
    known = [Decimal(str(each)) for each in costs if each is not None]
    return ResourceTotal(
        len(listed),
        float(sum(wte)),
        float(sum(known)),
        len(listed) - len(wte),
        len(listed) - len(known),
    )
