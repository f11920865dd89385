"""Answers: what every budget of a plan folder comes to, at every level."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from placeplan.money.fair_share.fair_share import (
    FairShares,
    find_fair_shares,
    share_among_members,
)
from placeplan.money.fair_share.share_case import (
    ShareCase,
    Tables,
    list_keys,
    read_case,
)
from placeplan.money.fair_share.target import find_distance
from placeplan.money.fair_share.weighted_people import weigh_people
from placeplan.money.pence import Pence


@dataclass(frozen=True, slots=True)
class ShareAnswer:
    """One budget of one year, shared out at one level.

    Parameters
    ----------
    case : ShareCase
        What was asked.
    found : FairShares
        Targets, and what the pace of change gives.
    placed : mapping of str to Pence or None
        What each place gets of what the place to which it belongs got, by the same
        weights; None where places belong to no other.
    """

    case: ShareCase
    found: FairShares
    placed: Mapping[str, Pence] | None

    @property
    def allocations(self) -> Mapping[str, Pence]:
        """What each place gets: through the place to which it belongs, where it does.

        A place that had money of its own before keeps what the pace gives it.
        """
        if self.is_placed and self.placed is not None:
            return self.placed
        return self.found.allocations

    @property
    def is_placed(self) -> bool:
        """Whether what places get comes through the place to which they belong."""
        return self.case.pace is None and self.placed is not None

    @property
    def distances(self) -> dict[str, Fraction | None]:
        """How far what each place gets is from its fair share of the whole budget."""
        return {
            share.place.id: find_distance(
                self.allocations[share.place.id], share.target
            )
            for share in self.found.shares
        }


def answer_cases(tables: Tables) -> tuple[ShareAnswer, ...]:
    """Share out every budget of a plan folder, at every level.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables of the plan folder, checked with `check_fair_share`.

    Returns
    -------
    tuple of ShareAnswer
        In the order of the tables; empty where the folder has none of them.

    Raises
    ------
    InputError
        Where a budget cannot be shared out as the tables say.
    """
    cases = [read_case(tables, *key) for key in list_keys(tables)]
    found = {
        (case.year, case.budget, case.level): find_fair_shares(
            case.places, case.formula, case.amount, case.pace
        )
        for case in cases
    }
    return tuple(
        ShareAnswer(
            case,
            found[case.year, case.budget, case.level],
            _share_parents(case, cases, found),
        )
        for case in cases
    )


def _share_parents(
    case: ShareCase,
    cases: list[ShareCase],
    found: Mapping[tuple[int, str, str], FairShares],
) -> dict[str, Pence] | None:
    """Share what the places of the level above got among the places of this one."""
    if len(case.parents) < len(case.places):
        return None
    above = {*case.parents.values()}
    for each in cases:
        same = (each.year, each.budget) == (case.year, case.budget)
        if same and above <= {*each.names} and each.level != case.level:
            allocations = found[each.year, each.budget, each.level].allocations
            weighted = weigh_people(case.places, case.formula)
            return share_among_members(allocations, case.parents, weighted)
    return None
