"""What comes in: allocations and all other income, year by year."""

import polars as pl

from placeplan.money.pence import to_pence_column


def sum_income(income: pl.DataFrame) -> pl.DataFrame:
    """Add up the income of each year, in whole pence.

    Parameters
    ----------
    income : DataFrame
        Table `income`: `year`, `allocation_pounds`, `other_pounds`, `status`.

    Returns
    -------
    DataFrame
        `year`, `income_pence`, `income_status` (weakest), in order of year.

    Examples
    --------
    >>> from placeplan.tables import STATUS
    >>> table = pl.DataFrame({"year": [2016], "organisation": ["km-stp"],
    ...     "allocation_pounds": [3_036e6], "other_pounds": [364e6],
    ...     "status": ["derived"]}, schema_overrides={"status": STATUS})
    >>> sum_income(table).row(0)
    (2016, 340000000000, 'derived')
    """
    both = to_pence_column("allocation_pounds") + to_pence_column("other_pounds")
    return (
        income.select(
            pl.col("year").cast(pl.Int32), both.alias("income_pence"), "status"
        )
        .group_by("year")
        .agg(
            pl.col("income_pence").sum(), pl.col("status").max().alias("income_status")
        )
        .sort("year")
    )
