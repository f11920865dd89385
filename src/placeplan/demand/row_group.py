"""Rows grouped by the initiatives that act on them: small parts that add up."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from placeplan.demand.change import Work
from placeplan.demand.coded_demand import CodedDemand
from placeplan.demand.coded_rows import CodedRows, number_sets


def group_rows(demand: CodedDemand) -> list[tuple[list[int], CodedDemand]]:
    """Group rows by the initiatives that may act on them.

    What a set of initiatives changes is the sum of what it changes in each row, and in
    a row nothing moves but by those that act on it. Shapley's split is linear, so each
    group of rows is shared out among its own few initiatives: the same shares as over
    all of them, exact, from far fewer sets. A row whose initiatives are all among those
    of another group is counted there.

    Returns
    -------
    list of tuple
        Initiatives in order, by position, and the demand of their rows with the effects
        of these initiatives alone.
    """
    owner = np.array([each.initiative for each in demand.initiatives.effects], np.int64)
    sets, which = number_sets(demand.work.rows.acts)
    met = [frozenset(owner[acting].tolist()) for acting in sets]
    groups: list[frozenset[int]] = []
    for members in sorted(set(met) - {frozenset()}, key=lambda m: (-len(m), sorted(m))):
        if not any(members <= group for group in groups):
            groups.append(members)
    home = np.array(
        [next((g for g, of in enumerate(groups) if m and m <= of), -1) for m in met]
    )
    row = home[which]
    return [
        (sorted(group), _narrow(demand, group, row == at))
        for at, group in enumerate(groups)
    ]


def keep_initiative(demand: CodedDemand, initiative: int) -> CodedDemand:
    """Keep one initiative alone, by position, and the rows on which it acts.

    What it takes from each line is the same as among all rows; what lines hold is not.
    """
    members = frozenset([initiative])
    own = [effect.initiative in members for effect in demand.initiatives.effects]
    acts = np.logical_or.reduce(demand.work.rows.acts[:, own], axis=1)
    return _narrow(demand, members, acts)


def _narrow(
    demand: CodedDemand, members: frozenset[int], belongs: NDArray[np.bool_]
) -> CodedDemand:
    """Keep the rows of a group and the effects of its initiatives alone."""
    kept = [
        at
        for at, effect in enumerate(demand.initiatives.effects)
        if effect.initiative in members
    ]
    number = {effect: at for at, effect in enumerate(kept)}
    rows, work = demand.work.rows, demand.work
    return replace(
        demand,
        initiatives=replace(
            demand.initiatives,
            effects=tuple(demand.initiatives.effects[at] for at in kept),
        ),
        work=Work(
            CodedRows(
                rows.line[belongs],
                rows.stay_days[belongs],
                rows.acts[belongs][:, kept],
                rows.count[belongs],
            ),
            tuple(work.mechanisms[at] for at in kept),
            work.begun[kept],
            tuple(
                replace(landing, effect=number[landing.effect])
                for landing in work.landings
                if landing.effect in number
            ),
            work.line_count,
            tuple(work.days_off[at] for at in kept) if work.days_off else (),
        ),
        pod=demand.pod[belongs],
    )
