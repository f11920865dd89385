"""Provenance: what a number was made of, and why it is no stronger than it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.evidence.chain import CONTRACTS, find_tables
from placeplan.reference import STATUSES, get_measure
from placeplan.tables import get_weakest

AXES: Final[Mapping[str, str]] = {
    "place": "place",
    "provider": "provider",
    "site": "site",
    "organisation": "organisation",
    "pod": "pod",
    "staff_group": "staff_group",
    "initiative": "solution",
}
"""Axes of the results, and the column of input tables that holds the same ids."""

LATER_COUNTS: Final = frozenset({"people_counts"})
"""Tables whose later rows shape earlier years: a past between two counts."""

MEANINGS: Final[Mapping[str, str]] = {
    "published": "as it was published",
    "derived": "worked out from published figures",
    "calibrated": "set so that a published figure comes out",
    "illustrative": "our own assumption, until a real figure takes its place",
}
"""What each status says, in words."""


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One input file behind a number.

    Parameters
    ----------
    table, path : str
        Name of the table, and its file in the plan folder.
    rows : int
        How many of its rows bear on the number.
    sources : tuple of str
        Ids of the sources that these rows cite, in order.
    status : str
        Weakest status among them.
    """

    table: str
    path: str
    rows: int
    sources: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a number was made of.

    Parameters
    ----------
    measure : str
        Measure of the results.
    ingredients : tuple of Ingredient
        Input files, in the order of the story.
    """

    measure: str
    ingredients: tuple[Ingredient, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of every source behind the number, once each, in order."""
        cited = {source for each in self.ingredients for source in each.sources}
        return tuple(sorted(cited))

    @property
    def status(self) -> str:
        """Weakest status among the ingredients; published when there are none."""
        held = [each.status for each in self.ingredients]
        return get_weakest([STATUSES[0], *held])

    def find_weakest(self, status: str | None = None) -> tuple[Ingredient, ...]:
        """Find the ingredients of a status, the weakest unless told."""
        wanted = self.status if status is None else status
        return tuple(each for each in self.ingredients if each.status == wanted)


def trace(
    measure: str,
    tables: Mapping[str, pl.DataFrame],
    *,
    where: Mapping[str, str | int | None] | None = None,
    with_solutions: bool = False,
) -> Provenance:
    """Trace a measure, or one number of it, to input files and sources.

    Parameters
    ----------
    measure : str
        Measure of the results.
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each with `source` and `status`.
    where : mapping of axis to value or None
        Axes of the number, such as ``{"year": 2020, "pod": "day_case"}``. Of each
        table, rows that speak of another place, pod and so on are left out, and so are
        rows of later years. A table where that leaves nothing counts whole: it speaks
        of something else than the axis does, as growth of England does of Kent.
    with_solutions : bool
        Whether the scenario carries out planned solutions.

    Returns
    -------
    Provenance
        Tables that are not there or empty are left out.

    Raises
    ------
    UnknownNameError
        When there is no such measure.
    """
    axes = {name: value for name, value in (where or {}).items() if value is not None}
    ingredients = []
    for name in find_tables(measure, with_solutions=with_solutions):
        frame = tables.get(name)
        if frame is None or frame.is_empty():
            continue
        rows = _bear_on(frame, axes, all_years=name in LATER_COUNTS)
        ingredients.append(
            Ingredient(
                name,
                CONTRACTS[name].path,
                rows.height,
                tuple(sorted(rows["source"].unique())),
                str(rows["status"].max()),
            )
        )
    return Provenance(measure, tuple(ingredients))


def explain(provenance: Provenance, status: str | None = None) -> str:
    """Say in words what a number was made of and why it has its status.

    Parameters
    ----------
    provenance : Provenance
        From `trace`.
    status : str or None
        Status that stands beside the number in the results. It may be stronger than
        the weakest ingredient where the number meets a published figure by calibration.

    Returns
    -------
    str
        Two or three sentences.

    Examples
    --------
    >>> beds = Ingredient("beds", "capacity/beds.csv", 7, ("kh03",), "derived")
    >>> print(explain(Provenance("beds_available", (beds,))))
    Beds available: made of capacity/beds.csv. It is derived (worked out from \
published figures) because capacity/beds.csv is.
    """
    name = get_measure(provenance.measure).name
    files = [each.path for each in provenance.ingredients]
    if not files:
        return f"{name}: the plan folder holds no table behind it."
    made = f"{name}: made of {_join(files)}."
    weakest = provenance.status
    beside = weakest if status is None else status
    said = f"It is {beside} ({MEANINGS[beside]})"
    because = [each.path for each in provenance.find_weakest(weakest)]
    verb = "is" if len(because) == 1 else "are"
    if beside == weakest:
        return f"{made} {said} because {_join(because)} {verb}."
    return (
        f"{made} {said}, though {_join(because)} {verb} {weakest}: it was made to meet "
        "a published figure, and weaker inputs only share it out."
    )


def _bear_on(
    frame: pl.DataFrame, axes: Mapping[str, str | int], *, all_years: bool
) -> pl.DataFrame:
    kept = frame
    for axis, column in AXES.items():
        if axis in axes and column in frame.columns:
            named = pl.col(column).is_null() | (pl.col(column) == axes[axis])
            kept = _narrow(kept, named)
    start = "from_year" if "from_year" in frame.columns else "year"
    if "year" in axes and start in frame.columns and not all_years:
        kept = _narrow(kept, pl.col(start) <= axes["year"])
    return kept


def _narrow(frame: pl.DataFrame, condition: pl.Expr) -> pl.DataFrame:
    narrowed = frame.filter(condition)
    return frame if narrowed.is_empty() else narrowed


def _join(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
