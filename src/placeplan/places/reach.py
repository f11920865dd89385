"""Reach: which share of each area's people a body answers for."""

from placeplan.errors import UnknownNameError
from placeplan.places.area import Area
from placeplan.places.registry import Registry


def find_reach(registry: Registry, id_: str) -> dict[str, float]:
    """Find the areas that a body reaches into, each with its share.

    Parameters
    ----------
    registry : Registry
        The whole registry; the day does not matter.
    id_ : str
        A district, a commissioner, or anything that holds such bodies, directly or
        through others.

    Returns
    -------
    dict of str to float
        Area to the share of its people, above 0 and at most 1, in order of area. A
        member of several footprints is counted once; one that sits in part is left out,
        since no paper says which part. Empty for a body that has no
        people of its own, such as a trust.

    Raises
    ------
    UnknownNameError
        No body has the id.
    """
    if id_ not in registry.periods:
        raise UnknownNameError("body", id_, registry.periods)
    reach: dict[str, float] = {}
    for body in sorted(_list_inner(registry, id_)):
        if isinstance(registry.periods[body][-1], Area):
            reach[body] = 1.0
        for cell in registry.lookup.cells:
            if cell.organisation == body and cell.share > 0:
                reach[cell.area] = min(1.0, reach.get(cell.area, 0.0) + cell.share)
    return dict(sorted(reach.items()))


def _list_inner(registry: Registry, id_: str) -> set[str]:
    """List the body and whatever it ever held or took over, directly or not."""
    found: set[str] = set()
    waiting = [id_]
    while waiting:
        body = waiting.pop()
        if body in found:
            continue
        found.add(body)
        waiting += [
            each.member.id
            for each in registry.memberships
            if each.body == body and each.member.is_whole
        ]
        waiting += [
            each.predecessor for each in registry.successions if each.successor == body
        ]
    return found
