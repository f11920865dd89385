"""Which places make up an area: a place itself, or the best fit of a footprint."""

from collections.abc import Mapping

import polars as pl

from placeplan.errors import UnknownNameError

Tables = Mapping[str, pl.DataFrame]


def find_places(tables: Tables, area: str) -> tuple[str, ...]:
    """Find the places of an area, by the shares of their people.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan: activity, footprints and their members, lookups.
    area : str
        A place with activity, or a footprint. A place belongs to a footprint that names
        it, or that names the organisation with most of its people.

    Returns
    -------
    tuple of str
        Places, in order.

    Raises
    ------
    UnknownNameError
        There is no such place or footprint, or no place belongs to it.

    Examples
    --------
    >>> tables = {"activity_base": pl.DataFrame({"place": ["dover", "swale"]}),
    ...     "footprint_members": pl.DataFrame({"footprint": ["east", "north"],
    ...         "member": ["ccg-coast", "ccg-swale"]}),
    ...     "lookups": pl.DataFrame({"area": ["dover", "dover", "swale"],
    ...         "organisation": ["ccg-coast", "ccg-east", "ccg-swale"],
    ...         "share": [0.8, 0.2, 1.0]})}
    >>> find_places(tables, "swale"), find_places(tables, "east")
    (('swale',), ('dover',))
    """
    places = tables["activity_base"]["place"].drop_nulls().unique().sort()
    if area in places:
        return (area,)
    members = tables["footprint_members"].filter(pl.col("footprint") == area)["member"]
    best = tables["lookups"].sort("share", "organisation").group_by("area").last()
    fitting = best.filter(pl.col("organisation").is_in(members.to_list()))["area"]
    named = {*members, *fitting}
    if found := tuple(place for place in places if place in named):
        return found
    footprints = tables["footprint_members"]["footprint"].unique()
    raise UnknownNameError("area", area, {*places, *footprints})
