"""Events by area that are known only in total, however they are written."""

from collections.abc import Mapping, Sequence
from typing import Any

from placeplan.stats.array import Floats
from placeplan.stats.request import read_numbers
from placeplan.stats.structure import Inspection

Key = tuple[str, ...]


def read_totals(
    look: Inspection, given: Any, labels: Mapping[str, Sequence[object]]
) -> Floats | None:
    """Read the observed totals of areas.

    Parameters
    ----------
    look : Inspection
        Where totals of areas that the table does not have are told.
    given : object
        By name of the area, as columns, as rows, or a list in the order of the areas.
    labels : mapping of str to sequence
        For each group column the label of each area.

    Returns
    -------
    array of float, shape (areas,), or None
        NaN where an area has none; `None` when nothing is given.

    Raises
    ------
    InputError
        Totals of another shape, or fewer or more of them than areas.

    Examples
    --------
    >>> from placeplan.stats.structure import Structure
    >>> look = Inspection(Structure.REPORT)
    >>> areas = {"area": ["a", "b"]}
    >>> read_totals(look, {"area": ["b", "a"], "x": [15, 6]}, areas).tolist()
    [6.0, 15.0]
    >>> read_totals(look, {"a": 6, "b": 15, "c": 4}, areas).tolist(), look.close()
    ([6.0, 15.0], ('observed_totals: expected areas of the table, found c.',))
    """
    if given is None:
        return None
    rows = zip(*labels.values(), strict=True)
    areas = [tuple(str(label) for label in row) for row in rows]
    amounts: list[Any] = []
    by_area: dict[Key, Any] | None = None
    try:
        by_area = _key_totals(given, list(labels))
        amounts = [] if by_area is not None else _list_amounts(given)
    except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
        found = "another shape"
        look.refuse("observed_totals", "a total for each area", found, "See --schema.")
        look.close()
    if by_area is not None:
        strange = [", ".join(key) for key in by_area if key not in areas]
        if strange:
            found = "; ".join(strange)
            look.find("observed_totals", "areas of the table", found, "Leave them out.")
        amounts = [by_area.get(area) for area in areas]
    if len(amounts) != max(len(areas), 1):
        found = f"{len(amounts)} for {max(len(areas), 1)}"
        look.refuse("observed_totals", "a total for each area", found, "Complete them.")
        look.close()
    return read_numbers(amounts, "observed_totals")


def _key_totals(given: Any, names: list[str]) -> dict[Key, Any] | None:
    """Give totals by the labels of their area; none when they are only in order."""
    if isinstance(given, Mapping) and any(isinstance(v, list) for v in given.values()):
        keys = [name for name in names if name in given]
        if not keys:
            return None
        amounts = next(held for name, held in given.items() if name not in keys)
        labelled = zip(*(given[name] for name in keys), strict=True)
        return {
            tuple(str(label) for label in key): amount
            for key, amount in zip(labelled, amounts, strict=True)
        }
    if isinstance(given, Mapping) and names:
        return {(str(name),): amount for name, amount in given.items()}
    if names and isinstance(given, list) and given and isinstance(given[0], Mapping):
        return {
            tuple(str(row[name]) for name in names): next(
                amount for name, amount in row.items() if name not in names
            )
            for row in given
        }
    return None


def _list_amounts(given: Any) -> list[Any]:
    if isinstance(given, Mapping):
        given = next(iter(given.values()))
    return list(given) if isinstance(given, list) else [given]
