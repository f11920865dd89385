"""Count over footprints that overlap, each member once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placeplan.errors import UnknownNameError
from placeplan.places.footprint import Footprint


@dataclass(frozen=True, slots=True)
class Count:
    """What several footprints hold together.

    Parameters
    ----------
    total : float
        Sum over all members that sit wholly somewhere, each counted once; in the unit
        of the values.
    counted_once : tuple of str
        Members that sit wholly in several footprints and were counted once.
    naive_total : float
        What adding footprint by footprint would have given.
    in_part : tuple of str
        Members that sit nowhere wholly but somewhere in part. How large the parts are
        is not known, so that they are not in the total.
    in_part_total : float
        Their whole values: the truth lies between `total` and `most`.

    Examples
    --------
    >>> Count(367, ("ccg-swale",), 475, (), 0).double_counted
    108
    """

    total: float
    counted_once: tuple[str, ...]
    naive_total: float
    in_part: tuple[str, ...] = ()
    in_part_total: float = 0

    @property
    def double_counted(self) -> float:
        """By how much adding footprint by footprint would overstate."""
        return self.naive_total - self.total

    @property
    def most(self) -> float:
        """The total, were every part the whole of its member."""
        return self.total + self.in_part_total


def count_over_footprints(
    values: Mapping[str, float], footprints: Iterable[Footprint]
) -> Count:
    r"""Count people or money over footprints that may share members.

    .. math:: T = \sum_{m \in \bigcup_f W_f} v_m

    with :math:`W_f` the members that sit wholly in footprint *f*. Values are summed in
    the order of the members' ids, so that the order of footprints does not matter.

    Parameters
    ----------
    values : mapping of str to float
        Value of each member, in any one unit.
    footprints : iterable of Footprint
        The footprints to count over, such as those of a set.

    Returns
    -------
    Count
        Total, who was counted once, and what adding up naively would have given.

    Raises
    ------
    UnknownNameError
        A member has no value. It is not taken as zero.

    Examples
    --------
    >>> from placeplan.places import Member
    >>> north = [Footprint(id=i, name=i, footprint_set="plans",
    ...     members=(Member(m), Member("swale")))
    ...     for i, m in (("north-east", "medway"), ("north-west", "dgs"))]
    >>> count = count_over_footprints({"medway": 278, "swale": 119, "dgs": 268}, north)
    >>> count.total, count.counted_once, count.naive_total
    (665, ('swale',), 784)
    """
    seats = [member for footprint in footprints for member in footprint.members]
    for member in seats:
        if member.id not in values:
            raise UnknownNameError("value for member", member.id, values)
    whole = Counter(member.id for member in seats if member.is_whole)
    in_part = sorted({member.id for member in seats} - set(whole))
    return Count(
        total=sum(values[id_] for id_ in sorted(whole)),
        counted_once=tuple(sorted(id_ for id_, times in whole.items() if times > 1)),
        naive_total=sum(whole[id_] * values[id_] for id_ in sorted(whole)),
        in_part=tuple(in_part),
        in_part_total=sum(values[id_] for id_ in in_part),
    )
