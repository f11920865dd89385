"""How likely a planned solution is to be delivered, by how its project gets on.

No source gives such probabilities: those that are listed are illustrative, and a
programme that has agreed its own passes them in.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from placeplan.errors import UnknownNameError
from placeplan.periods import Validity
from placeplan.programme.progress import Progress
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_LISTED: Final[Listing[dict[str, Any]]] = Listing(
    "delivery rule",
    state_list(
        "delivery_rules",
        Column("rule", "text", "Id: rule set and progress."),
        Column("rule_set", "text", "Id of the rule set."),
        Column("progress", "text", choices=frozenset(Progress)),
        Column("probability", "share", "How likely the solution then is."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class DeliveryRuleSet:
    """How likely delivery is, by progress.

    Parameters
    ----------
    rule_set : str
        Id, such as ``delivery_assumed``.
    probabilities : tuple of (Progress, float)
        For every kind of progress, from 0 to 1.
    validity : Validity
        The days on which it holds.
    source : str
        Where it was read, or that it is ours.
    status : str
        ``illustrative`` unless a programme has agreed it.

    Raises
    ------
    ValueError
        When a kind of progress is missing, a probability is not from 0 to 1, or a worse
        kind of progress would make delivery likelier.
    """

    rule_set: str
    probabilities: tuple[tuple[Progress, float], ...]
    validity: Validity
    source: str
    status: str = "illustrative"

    def __post_init__(self) -> None:
        given = dict(self.probabilities)
        if missing := [str(each) for each in Progress if each not in given]:
            message = f"the rule set {self.rule_set} says nothing of {missing}"
            raise ValueError(message)
        in_order = [given[each] for each in Progress]
        if any(not 0 <= each <= 1 for each in in_order):
            message = f"a probability of {self.rule_set} is not from 0 to 1"
            raise ValueError(message)
        if in_order != sorted(in_order, reverse=True):
            message = f"the rule set {self.rule_set} rewards worse progress"
            raise ValueError(message)

    def get_probability(self, progress: Progress) -> float:
        """Get how likely delivery is, from 0 to 1."""
        return dict(self.probabilities)[progress]


@cache
def list_delivery_rule_sets() -> tuple[DeliveryRuleSet, ...]:
    """List every rule set for delivery.

    Examples
    --------
    >>> [(each.rule_set, each.status) for each in list_delivery_rule_sets()]
    [('delivery_assumed', 'illustrative')]
    """
    names = sorted({row["rule_set"] for row in _LISTED.values()})
    return tuple(_make_set(name) for name in names)


def get_delivery_rule_set(name: str = "delivery_assumed") -> DeliveryRuleSet:
    """Get a rule set for delivery by its id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.
    """
    held = {each.rule_set: each for each in list_delivery_rule_sets()}
    if name not in held:
        raise UnknownNameError("rule set", name, held)
    return held[name]


def _make_set(name: str) -> DeliveryRuleSet:
    rows = [row for row in _LISTED.values() if row["rule_set"] == name]
    source = get_publication(rows[0]["source"])
    return DeliveryRuleSet(
        name,
        tuple((Progress(row["progress"]), row["probability"]) for row in rows),
        rows[0]["validity"],
        f"{source.title}, {source.publisher}, {source.edition}",
    )
