"""The points of delivery that a plan may use: those of the reference and its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.demand.inputs import PODS, Tables, get_table
from placeplan.reference import POINTS_OF_DELIVERY

FOLLOWS_BIRTHS: Final = frozenset({"birth", "maternity_spell"})
"""Points of delivery that follow births by age of mother, not people by age."""


@dataclass(frozen=True, slots=True)
class PodWords:
    """What demand needs to know of a point of delivery.

    Parameters
    ----------
    name : str
        Name for people.
    unit : str
        What is counted, in the plural.
    beds : bool
        Whether it has bed days.
    """

    name: str
    unit: str
    beds: bool


def list_pods(tables: Tables) -> Mapping[str, PodWords]:
    """List the points of delivery of the reference, then the plan's own.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan; ``pods`` may be missing.

    Returns
    -------
    mapping of str to PodWords
        By id. The reference wins where a plan repeats one of its ids (`check_demand`
        refuses that).

    Examples
    --------
    >>> list_pods({})["emergency_spell"].unit
    'spells'
    """
    rows = get_table(tables, PODS).select("pod", "name", "unit", "beds").iter_rows()
    own = {pod: PodWords(name, unit, beds) for pod, name, unit, beds in rows}
    reference = {
        pod.pod: PodWords(pod.name, pod.unit, pod.beds)
        for pod in POINTS_OF_DELIVERY.values()
    }
    return reference | {
        pod: words for pod, words in own.items() if pod not in reference
    }


def list_birth_pods(tables: Tables) -> list[str]:
    """List the points of delivery that follow births, those of the plan's own last.

    Examples
    --------
    >>> list_birth_pods({})
    ['birth', 'maternity_spell']
    """
    own = get_table(tables, PODS).filter(pl.col("follows_births"))["pod"].sort()
    return [*sorted(FOLLOWS_BIRTHS), *own]
