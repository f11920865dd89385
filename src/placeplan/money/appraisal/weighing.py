"""Weighing options by criteria, and how far a weight must move to change the winner."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from placeplan.errors import Fault, InputError
from placeplan.money.share import Weight, to_fraction

Scores = Mapping[str, Mapping[str, Weight]]
"""By option, by criterion."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Options by criteria, with weights that sum to 1.

    Parameters
    ----------
    weights : mapping of str to Fraction
        By criterion.
    scores : mapping of str to mapping of str to Fraction
        By option, by criterion.
    """

    weights: Mapping[str, Fraction]
    scores: Mapping[str, Mapping[str, Fraction]]

    @classmethod
    def from_weights(cls, weights: Mapping[str, Weight], scores: Scores) -> "Weighing":
        """Take weights on any scale.

        Raises
        ------
        InputError
            When a weight is below 0, all are 0, or a score is missing: all at once.
        """
        exact = {name: to_fraction(weight) for name, weight in weights.items()}
        whole = sum(exact.values(), Fraction(0))
        faults = _list_faults(exact, scores)
        if faults:
            raise InputError(faults)
        return cls(
            {name: weight / whole for name, weight in exact.items()},
            {
                option: {name: to_fraction(told[name]) for name in exact}
                for option, told in scores.items()
            },
        )

    def find_totals(self) -> dict[str, Fraction]:
        """Find the weighted score of each option."""
        return {
            option: sum(
                (self.weights[name] * score for name, score in told.items()),
                Fraction(0),
            )
            for option, told in self.scores.items()
        }

    def find_ranks(self) -> dict[str, int]:
        """Rank options by weighted score, the highest first; equals share a rank.

        Examples
        --------
        >>> scores = {"a": {"x": 1, "y": 5}, "b": {"x": 4, "y": 3}}
        >>> Weighing.from_weights({"x": 60, "y": 40}, scores).find_ranks()
        {'a': 2, 'b': 1}
        """
        totals = self.find_totals()
        ordered = sorted(totals.values(), reverse=True)
        return {option: ordered.index(total) + 1 for option, total in totals.items()}

    def list_winners(self) -> tuple[str, ...]:
        """List the options of rank 1, in the order in which they were given."""
        return tuple(option for option, rank in self.find_ranks().items() if rank == 1)

    def find_total_at(self, option: str, criterion: str, share: Weight) -> Fraction:
        """Find the weighted score of an option with another weight of one criterion.

        The others keep their proportions among each other; where they have no weight
        they share what is left alike.
        """
        told = self.scores[option]
        rest = _rest(self, option, criterion)
        moved = to_fraction(share)
        return moved * told[criterion] + (1 - moved) * rest


def _rest(weighing: Weighing, option: str, criterion: str) -> Fraction:
    """Find the weighted score of an option on all criteria but one."""
    told = weighing.scores[option]
    others = {name: w for name, w in weighing.weights.items() if name != criterion}
    if not others:
        return told[criterion]
    whole = sum(others.values(), Fraction(0))
    if not whole:
        return sum((told[name] for name in others), Fraction(0)) / len(others)
    return sum(
        (weight * told[name] for name, weight in others.items()), Fraction(0)
    ) / (whole)


def _list_faults(weights: Mapping[str, Fraction], scores: Scores) -> list[Fault]:
    remedy = "Correct the weight."
    faults = [
        Fault("weights", name, "0 or more", f"{float(weight):g}", remedy)
        for name, weight in weights.items()
        if weight < 0
    ]
    if not any(weights.values()):
        expected = "a weight above 0"
        faults.append(Fault("weights", "", expected, "none", "Give one a weight."))
    return faults + [
        Fault("scores", option, f"a score on {name}", "nothing", "Add the score.")
        for option, told in scores.items()
        for name in weights
        if name not in told
    ]


@dataclass(frozen=True, slots=True)
class Switch:
    """How far one weight has to move to change the winner.

    Parameters
    ----------
    criterion : str
        Whose weight moves.
    share : Fraction
        Its weight now, of the sum.
    at_share : Fraction
        Weight at which another option draws level; beyond it, that one leads.
    rival : str
        The other option.
    """

    criterion: str
    share: Fraction
    at_share: Fraction
    rival: str

    @property
    def move(self) -> Fraction:
        """How far the weight moves, in shares of the sum: negative when it falls."""
        return self.at_share - self.share


def find_switches(weighing: Weighing) -> tuple[Switch, ...]:
    """Find for every criterion the nearest weights at which the winner changes.

    With one weight moving, the score of each option is a straight line in it, so the
    crossings with the winner's line are exact. Where two options win together, any
    weight that parts them counts from 0.

    Parameters
    ----------
    weighing : Weighing
        Two options or more.

    Returns
    -------
    tuple of Switch
        At most one below and one above the weight of each criterion, the smallest move
        first. A criterion whose weight never changes the winner has none.

    Examples
    --------
    >>> scores = {"a": {"x": 1, "y": 5}, "b": {"x": 4, "y": 3}}
    >>> for each in find_switches(Weighing.from_weights({"x": 60, "y": 40}, scores)):
    ...     print(each.criterion, each.rival, float(each.share), float(each.at_share))
    x a 0.6 0.4
    y a 0.4 0.6
    """
    winners = weighing.list_winners()
    if not winners:
        return ()
    found = [
        switch
        for criterion in weighing.weights
        for switch in _find_nearest(weighing, winners[0], criterion)
    ]
    order = list(weighing.weights)
    return tuple(sorted(found, key=lambda s: (abs(s.move), order.index(s.criterion))))


def _find_nearest(weighing: Weighing, winner: str, criterion: str) -> list[Switch]:
    """Find the nearest crossing on each side of the weight of one criterion."""
    share = weighing.weights[criterion]
    crossings = [
        Switch(criterion, share, at, rival)
        for rival in weighing.scores
        if rival != winner
        for at in _find_crossing(weighing, winner, rival, criterion)
    ]
    below = [each for each in crossings if _falls(weighing, winner, each)]
    above = [each for each in crossings if not _falls(weighing, winner, each)]
    return [
        min(side, key=lambda each: (abs(each.move), each.rival))
        for side in (below, above)
        if side
    ]


def _find_crossing(
    weighing: Weighing, winner: str, rival: str, criterion: str
) -> list[Fraction]:
    """Find the weight at which a rival draws level, where it then goes ahead."""
    lead_at_none = weighing.find_total_at(winner, criterion, 0) - (
        weighing.find_total_at(rival, criterion, 0)
    )
    lead_at_all = weighing.find_total_at(winner, criterion, 1) - (
        weighing.find_total_at(rival, criterion, 1)
    )
    if lead_at_none == lead_at_all or min(lead_at_none, lead_at_all) >= 0:
        return []
    return [lead_at_none / (lead_at_none - lead_at_all)]


def _falls(weighing: Weighing, winner: str, switch: Switch) -> bool:
    """Tell whether the rival leads where the weight is lower."""
    ahead = weighing.find_total_at(winner, switch.criterion, 0)
    return ahead < weighing.find_total_at(switch.rival, switch.criterion, 0)
