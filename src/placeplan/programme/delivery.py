"""What a slip puts at stake: a planned solution that comes later, or less likely.

A project that slips holds up the part of a solution that hangs on it. That part is
moved later by as many days, and what it is worth is lowered by how likely it still is.
Both are proposals: somebody accepts or refuses them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from placeplan.errors import Fault, InputError
from placeplan.programme.delivery_rule import DeliveryRuleSet
from placeplan.programme.milestone import MilestonePlan
from placeplan.programme.progress import Progress, find_progress

DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class ProjectSlip:
    """How a project gets on as a whole.

    Parameters
    ----------
    progress : Progress
        That of its worst milestone.
    slip_days : int
        By how many days what is still to come slips: the most of those milestones that
        are not reached, or that of the last where all are.
    """

    progress: Progress
    slip_days: int


@dataclass(frozen=True, slots=True)
class YearStake:
    """A planned solution in one financial year, and what of it is at stake.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.
    planned_pounds, proposed_pounds : float
        What the plan counts, and what is proposed instead.
    """

    year: int
    planned_pounds: float
    proposed_pounds: float

    @property
    def at_stake_pounds(self) -> float:
        """Planned less proposed; below 0 in a year into which money is put off."""
        return round(self.planned_pounds - self.proposed_pounds, 2)


@dataclass(frozen=True, slots=True)
class DeliveryProposal:
    """What is proposed for a solution because its project slips.

    Parameters
    ----------
    probability : float
        How likely delivery is now taken to be; never more than before.
    delay_days : int
        By how many days the part that hangs on the project comes later.
    years : tuple of YearStake
        Year by year, in order.
    rule_set, status : str
        Which probabilities were used, and whether anybody has agreed them.
    """

    probability: float
    delay_days: int
    years: tuple[YearStake, ...]
    rule_set: str
    status: str

    @property
    def at_stake_pounds(self) -> float:
        """What is at stake over all years together."""
        return round(sum(each.at_stake_pounds for each in self.years), 2)


def find_project_slip(plans: Iterable[MilestonePlan], as_at: date) -> ProjectSlip:
    """Find how a project gets on from its milestones.

    Parameters
    ----------
    plans : iterable of MilestonePlan
        Its milestones; with none it is on track, for nothing says otherwise.
    as_at : date
        The day on which one looks.

    Examples
    --------
    >>> from placeplan.programme.interval import DateInterval
    >>> done = MilestonePlan(DateInterval.parse("May 2019"), None, date(2019, 6, 9))
    >>> due = MilestonePlan(DateInterval.parse("September 2019"))
    >>> find_project_slip([done, due], date(2019, 10, 12))
    ProjectSlip(progress=<Progress.LATE: 'late'>, slip_days=12)
    """
    listed = list(plans)
    order = list(Progress)
    found = [(plan, find_progress(plan, as_at)) for plan in listed]
    worst = max((p for _, p in found), key=order.index, default=Progress.ON_TRACK)
    to_come = [plan for plan, each in found if each is not Progress.COMPLETE]
    if to_come:
        return ProjectSlip(worst, max(plan.find_slip_days(as_at) for plan in to_come))
    last = max(listed, key=lambda plan: plan.baseline.ends_on, default=None)
    return ProjectSlip(worst, last.find_slip_days(as_at) if last else 0)


def shift_later(planned: Mapping[int, float], days: int) -> dict[int, float]:
    """Move pounds by year later, as if each year's came evenly through the year.

    With whole years ``k`` and the rest ``f`` of a year, each year gets ``1 - f`` of
    what was planned ``k`` years before, and ``f`` of what was planned ``k + 1`` before.
    What moves past the last year is no longer in it.

    Parameters
    ----------
    planned : mapping of int to float
        Pounds by year; years follow each other.
    days : int
        0 or more; a year has 365.

    Raises
    ------
    InputError
        When days are below 0, or a year is left out between two others.

    Examples
    --------
    >>> shift_later({2019: 100.0, 2020: 200.0, 2021: 200.0}, 73)
    {2019: 80.0, 2020: 180.0, 2021: 200.0}
    >>> shift_later({2019: 100.0, 2020: 200.0}, 365)
    {2019: 0.0, 2020: 100.0}
    """
    years = sorted(planned)
    faults = []
    if days < 0:
        faults.append(
            Fault(
                "delivery",
                "days",
                "0 or more",
                str(days),
                "Nothing comes earlier by slipping.",
            )
        )
    faults += [
        Fault(
            "delivery",
            "planned",
            f"the year {early + 1}",
            str(late),
            "Give every year between the first and the last.",
        )
        for early, late in pairwise(years)
        if late != early + 1
    ]
    if faults:
        raise InputError(faults)
    whole, rest = divmod(days, DAYS_A_YEAR)
    part = rest / DAYS_A_YEAR
    return {
        year: (1 - part) * planned.get(year - whole, 0.0)
        + part * planned.get(year - whole - 1, 0.0)
        for year in years
    }


def propose_delivery(
    planned: Mapping[int, float],
    slip: ProjectSlip,
    rule_set: DeliveryRuleSet,
    *,
    share: float = 1.0,
    probability: float = 1.0,
) -> DeliveryProposal:
    """Propose when and how likely a solution is delivered, now that its project slips.

    Parameters
    ----------
    planned : mapping of int to float
        Pounds that the plan counts, by year.
    slip : ProjectSlip
        How the project gets on.
    rule_set : DeliveryRuleSet
        How likely delivery is, by progress.
    share : float
        How much of the solution hangs on this project, from 0 to 1.
    probability : float
        How likely delivery was taken to be until now, above 0 and up to 1: the planned
        pounds already count it.

    Returns
    -------
    DeliveryProposal
        For a year: planned, less the share that hangs on the project, plus that share
        moved later, times the proposed probability over the one until now; to the
        penny.

    Raises
    ------
    InputError
        When a share or a probability cannot be, or a year is left out.

    Examples
    --------
    >>> from placeplan.programme.delivery_rule import get_delivery_rule_set
    >>> proposal = propose_delivery({2019: 100.0, 2020: 200.0},
    ...     ProjectSlip(Progress.LATE, 73), get_delivery_rule_set())
    >>> [(each.year, each.proposed_pounds) for each in proposal.years]
    [(2019, 48.0), (2020, 108.0)]
    >>> proposal.probability, proposal.at_stake_pounds
    (0.6, 144.0)
    """
    _check_shares(share, probability)
    proposed = min(probability, rule_set.get_probability(slip.progress))
    moved = shift_later(planned, slip.slip_days)
    kept = proposed / probability
    years = tuple(
        YearStake(
            year,
            round(planned[year], 2),
            round(planned[year] * (1 - share) + moved[year] * share * kept, 2),
        )
        for year in sorted(planned)
    )
    return DeliveryProposal(
        proposed, slip.slip_days, years, rule_set.rule_set, rule_set.status
    )


def _check_shares(share: float, probability: float) -> None:
    faults = []
    if not 0 <= share <= 1:
        faults.append(
            Fault(
                "delivery",
                "share",
                "a share from 0 to 1",
                f"{share:g}",
                "Correct the share.",
            )
        )
    if not 0 < probability <= 1:
        faults.append(
            Fault(
                "delivery",
                "probability",
                "above 0 and up to 1",
                f"{probability:g}",
                "Correct the probability.",
            )
        )
    if faults:
        raise InputError(faults)
