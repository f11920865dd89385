"""Weighted people: how many people of average need and cost a place counts for."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from placeplan.errors import Fault, InputError
from placeplan.money.fair_share.formula import Formula
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.share import to_fraction

WeightedPeople = dict[str, dict[str, Fraction]]
"""Weighted people by place and stream; over all of them as many as there are people."""


def weigh_people(places: Sequence[SharePlace], formula: Formula) -> WeightedPeople:
    """Weigh the people of each place by need and by what care costs there.

    ``wp[i, k] = share[k] * people[i] * need[i, k] / norm[k]``, where ``norm[k]`` is the
    mean need of a person over all places, so that a stream gets its share of the
    budget whatever the scale of its need; then times the cost factor, and scaled so
    that there are as many weighted people as people.

    Parameters
    ----------
    places : sequence of SharePlace
        One or more, with people in at least one.
    formula : Formula
        Its streams; each place states a need for each.

    Returns
    -------
    dict of str to dict of str to Fraction
        By place, in the order given, and by stream.

    Raises
    ------
    InputError
        With every place that lacks a need, and every stream that nobody needs.

    References
    ----------
    NHS England, Technical guide to allocation formulae and pace of change.

    Examples
    --------
    >>> places = [SharePlace("north", 100, {"acute": 3}),
    ...           SharePlace("south", 100, {"acute": 1})]
    >>> weighted = weigh_people(places, Formula({"acute": 1}))
    >>> {place: float(sum(parts.values())) for place, parts in weighted.items()}
    {'north': 150.0, 'south': 50.0}
    """
    shares = formula.shares
    if faults := list_place_faults(places, list(shares)):
        raise InputError(faults)
    needs = {
        name: [to_fraction(p.people) * to_fraction(p.need[name]) for p in places]
        for name in shares
    }
    wholes = {name: sum(every) for name, every in needs.items()}
    costed = [
        {
            name: to_fraction(place.cost_factor)
            * share
            * needs[name][at]
            / wholes[name]
            for name, share in shares.items()
        }
        for at, place in enumerate(places)
    ]
    people = sum((to_fraction(place.people) for place in places), Fraction(0))
    scale = people / sum(sum(parts.values()) for parts in costed)
    return {
        place.id: {name: part * scale for name, part in parts.items()}
        for place, parts in zip(places, costed, strict=True)
    }


def list_place_faults(
    places: Sequence[SharePlace], streams: Sequence[str], file: str = "places"
) -> list[Fault]:
    """List all that keeps places from sharing by the need of some streams.

    Examples
    --------
    >>> places = [SharePlace("north", 0, {"acute": 1})]
    >>> [fault.expected for fault in list_place_faults(places, ["acute"])]
    ['people in at least one place']
    """
    ids = Counter(place.id for place in places)
    faults = [
        Fault(file, each, "each place once", f"{times} times", "Name it once.")
        for each, times in ids.items()
        if times > 1
    ]
    faults += [
        Fault(
            *(file, f"{place.id}, need", f"a need for the stream {name}", "none"),
            "Add it, or leave the stream out of the formula.",
        )
        for place in places
        for name in streams
        if name not in place.need
    ]
    if faults:
        return faults
    if not any(place.people for place in places):
        remedy = "State the people on the lists of each place."
        return [Fault(file, "", "people in at least one place", "none", remedy)]
    return [
        Fault(
            *(file, f"need, {name}", "a need above 0 where there are people", "none"),
            "Correct the need, or leave the stream out of the formula.",
        )
        for name in streams
        if not any(place.people and place.need[name] for place in places)
    ]
