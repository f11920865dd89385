"""Words that must stand beside a figure of money wherever it is shown."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import polars as pl

NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


def find_cautions(
    cautions: pl.DataFrame,
    *,
    measure: str,
    organisation: str | None = None,
    names: Mapping[str, str] = NO_NAMES,
) -> list[str]:
    """Find what a reader must know beside a measure, general words first.

    Parameters
    ----------
    cautions : DataFrame
        Table `cautions`: `measure`, `organisation` (empty for all), `words`.
    measure : str
        Measure of the results, such as ``outturn_pounds``.
    organisation : str or None
        Where given, words about other organisations are left out.
    names : mapping of str to str
        Names of organisations by id: words about one that is named here start with it.

    Returns
    -------
    list of str
        In the order of the table; empty when there is none.

    Examples
    --------
    >>> table = pl.DataFrame({"measure": ["outturn_pounds"] * 2,
    ...     "organisation": ["secamb", None],
    ...     "words": ["Covers Surrey and Sussex too.", "A forecast, not audited."]})
    >>> find_cautions(table, measure="outturn_pounds", organisation="mft")
    ['A forecast, not audited.']
    """
    about = pl.col("measure") == measure
    general = pl.col("organisation").is_null()
    if organisation is not None:
        about &= general | (pl.col("organisation") == organisation)
    found = cautions.filter(about).sort(
        pl.col("organisation").is_not_null(), maintain_order=True
    )
    return [
        f"{names[whose]}: {words}" if whose in names else words
        for whose, words in found.select("organisation", "words").iter_rows()
    ]
