"""Fair shares of one budget: targets, distances, and what the pace of change gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from placeplan.money.fair_share.formula import Formula
from placeplan.money.fair_share.pace import Pace
from placeplan.money.fair_share.paced import Paced, PacedPlace, pace_allocations
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.fair_share.target import find_distance, find_targets, split_target
from placeplan.money.fair_share.weighted_people import WeightedPeople, weigh_people
from placeplan.money.pence import Pence
from placeplan.money.share import share_out


@dataclass(frozen=True, slots=True)
class FairShare:
    """What one place has, would have, and gets.

    Parameters
    ----------
    place : SharePlace
        As it was given.
    weighted_people : Fraction
        People of average need and cost that it counts for.
    target : Pence
        Its fair share.
    target_parts : mapping of str to Pence
        What each stream brings of the target; they sum to it.
    distance : Fraction or None
        ``allocation now / target - 1``; None without either.
    paced : PacedPlace or None
        How the pace of change came to what it gets; None where there is none.
    allocation : Pence
        What it gets: the target where there is no pace of change.
    """

    place: SharePlace
    weighted_people: Fraction
    target: Pence
    target_parts: Mapping[str, Pence]
    distance: Fraction | None
    paced: PacedPlace | None
    allocation: Pence

    @property
    def closing_distance(self) -> Fraction | None:
        """Distance from target of what it gets."""
        return find_distance(self.allocation, self.target)

    @property
    def growth(self) -> Fraction | None:
        """Growth of what it gets over what it has; None where it has nothing."""
        now = self.place.allocation
        return Fraction(self.allocation, now) - 1 if now else None


@dataclass(frozen=True, slots=True)
class FairShares:
    """A budget shared out.

    Parameters
    ----------
    budget : Pence
        All of it.
    shares : tuple of FairShare
        In the order of the places; their allocations sum to the budget.
    common_growth : Fraction or None
        Points of growth that all places get alike under a pace of change.
    """

    budget: Pence
    shares: tuple[FairShare, ...]
    common_growth: Fraction | None

    @property
    def allocations(self) -> dict[str, Pence]:
        """What each place gets."""
        return {share.place.id: share.allocation for share in self.shares}


def find_fair_shares(
    places: Sequence[SharePlace],
    formula: Formula,
    budget: Pence,
    pace: Pace | None = None,
) -> FairShares:
    """Share a budget among places by the need of their people.

    Parameters
    ----------
    places : sequence of SharePlace
        One or more; each with its current allocation where there is a pace of change.
    formula : Formula
        Which part of the budget follows which need.
    budget : Pence
        0 or more.
    pace : Pace or None
        How places move towards their targets; None gives each its target.

    Returns
    -------
    FairShares
        Targets and allocations, each summing to the budget to the penny.

    Raises
    ------
    InputError
        With all that keeps the places from sharing.

    Examples
    --------
    >>> places = [SharePlace("north", 100, {"acute": 3}),
    ...           SharePlace("south", 100, {"acute": 1})]
    >>> find_fair_shares(places, Formula({"acute": 1}), Pence(1001)).allocations
    {'north': 751, 'south': 250}
    """
    weighted = weigh_people(places, formula)
    targets = find_targets(budget, weighted)
    paced = pace_allocations(places, targets, budget, pace) if pace else None
    shares = (_make_share(each, weighted, targets[each.id], paced) for each in places)
    return FairShares(budget, tuple(shares), paced.common_growth if paced else None)


def share_among_members(
    allocations: Mapping[str, Pence],
    parents: Mapping[str, str],
    weighted: WeightedPeople,
) -> dict[str, Pence]:
    """Share what places got among their practices or networks, by the same weights.

    Parameters
    ----------
    allocations : mapping of str to Pence
        What each place got, whatever the pace of change left it with.
    parents : mapping of str to str
        Place of each member.
    weighted : WeightedPeople
        From `weigh_people`, of the members.

    Returns
    -------
    dict of str to Pence
        By member, in the order of ``parents``; those of a place sum to what it got,
        and members of a place that is not named get nothing.

    Raises
    ------
    InputError
        When a place got money and none of its members has weighted people.

    Examples
    --------
    >>> weighted = {"one": {"acute": Fraction(2)}, "two": {"acute": Fraction(1)}}
    >>> share_among_members({"north": Pence(100)}, {"one": "north", "two": "north"},
    ...     weighted)
    {'one': 67, 'two': 33}
    """
    given: dict[str, Pence] = {}
    for place, amount in allocations.items():
        members = [member for member, parent in parents.items() if parent == place]
        weights = {member: sum(weighted[member].values()) for member in members}
        given |= share_out(amount, weights)
    return {member: given.get(member, Pence(0)) for member in parents}


def _make_share(
    place: SharePlace, weighted: WeightedPeople, target: Pence, paced: Paced | None
) -> FairShare:
    parts, now = weighted[place.id], place.allocation
    given = paced.places[place.id] if paced else None
    return FairShare(
        place,
        sum(parts.values(), Fraction(0)),
        target,
        split_target(target, parts),
        None if now is None else find_distance(now, target),
        given,
        given.allocation if given else target,
    )
