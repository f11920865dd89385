"""Rule sets for ratings: named, dated, with a source, as lists and not as branches."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from placeplan.errors import UnknownNameError
from placeplan.periods import Validity
from placeplan.tables import Column, TableContract, read_bundled

_RULE_SETS: Final = TableContract(
    "rule_sets",
    "rule_sets.csv",
    (
        Column("rule_set", "text", "Id, such as system-dashboard-2017."),
        Column("name", "text", "Name for people."),
        Column("starts_on", "date", "First day on which it rates."),
        Column("ends_on", "date", "Last day; empty while it does.", nullable=True),
        Column("set_by", "text", "Where it was read."),
        Column("note", "text", "What is ours in it, and what is not known."),
        Column("status", "status", "Of the rules as they stand here."),
    ),
    key=("rule_set",),
    sourced=False,
)
_WEIGHTS: Final = TableContract(
    "rule_weights",
    "rule_weights.csv",
    (
        Column("rule_set", "text", "Id."),
        Column("domain", "text", "Domain of the dashboard."),
        Column("weight", "number", "Its weight, against the others.", least=0),
    ),
    key=("rule_set", "domain"),
    sourced=False,
)
_CATEGORIES: Final = TableContract(
    "rule_categories",
    "rule_categories.csv",
    (
        Column("rule_set", "text", "Id."),
        Column("category", "whole", "1 is best.", least=1),
        Column("label", "text", "As published."),
        Column(
            "least", "number", "Lowest score in it; empty: not known.", nullable=True
        ),
    ),
    key=("rule_set", "category"),
    sourced=False,
)


@dataclass(frozen=True, slots=True)
class Category:
    """One category of a rating.

    Parameters
    ----------
    category : int
        1 is best.
    label : str
        As published.
    least : float or None
        Lowest score that reaches it; None where the rule set has no cut points.
    """

    category: int
    label: str
    least: float | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules by which bodies are rated over a period.

    Parameters
    ----------
    id, name : str
        Such as ``system-dashboard-2017``.
    validity : Validity
        The days on which it rates.
    weights : tuple of (str, float)
        Domains and their weights; empty where it does not weigh domains.
    categories : tuple of Category
        Best first.
    set_by, note, status : str
        Where it was read; what is ours in it; published or illustrative.
    """

    id: str
    name: str
    validity: Validity
    weights: tuple[tuple[str, float], ...]
    categories: tuple[Category, ...]
    set_by: str
    note: str
    status: str


@cache
def list_rule_sets() -> tuple[RuleSet, ...]:
    """List every rule set.

    Examples
    --------
    >>> [each.id for each in list_rule_sets() if each.status == "illustrative"]
    ['system-dashboard-2017']
    """
    package = "placeplan.performance"
    sets, weights, categories = (
        read_bundled(package, contract.path, contract).to_dicts()
        for contract in (_RULE_SETS, _WEIGHTS, _CATEGORIES)
    )
    return tuple(
        RuleSet(
            row["rule_set"],
            row["name"],
            Validity(row["starts_on"], row["ends_on"]),
            tuple(
                (each["domain"], each["weight"])
                for each in weights
                if each["rule_set"] == row["rule_set"]
            ),
            tuple(
                Category(each["category"], each["label"], each["least"])
                for each in sorted(categories, key=lambda each: int(each["category"]))
                if each["rule_set"] == row["rule_set"]
            ),
            row["set_by"],
            row["note"],
            row["status"],
        )
        for row in sets
    )


def get_rule_set(name: str) -> RuleSet:
    """Get a rule set by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_rule_set("ccg-assessment-2016").categories[2].label
    'requires improvement'
    """
    held = {each.id: each for each in list_rule_sets()}
    if name not in held:
        raise UnknownNameError("rule set", name, held)
    return held[name]
