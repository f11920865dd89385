"""What waits for what in a programme, and what a slip does to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from placeplan.programme import LinkedMilestone, MilestoneNetwork, link_milestones
from placeplan_web.programme.models import MilestoneDependency
from placeplan_web.programme.queries.standing import Standing


@dataclass(frozen=True, slots=True)
class ReadNetwork:
    """The network of a programme on a day, with who waits for whom by reference."""

    found: MilestoneNetwork
    waits_for: Mapping[str, Mapping[str, int]]


def read_network(standing: Standing) -> ReadNetwork:
    """Read the ties between milestones; those of one that is not known are left out."""
    names = {each.record.pk: each.record.reference for each in standing.milestones}
    ties = MilestoneDependency.objects.filter(after__programme=standing.programme)
    waits: dict[str, dict[str, int]] = {name: {} for name in names.values()}
    for before, after, lag in ties.values_list("before", "after", "lag_days"):
        if before in names and after in names:
            waits[names[after]][names[before]] = lag
    linked = [
        LinkedMilestone(each.record.reference, each.plan, waits[each.record.reference])
        for each in standing.milestones
    ]
    return ReadNetwork(link_milestones(linked, standing.day), waits)
