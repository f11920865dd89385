"""Where each organisation ended the year: its surplus or deficit."""

import polars as pl

from placeplan.money.pence import to_pence_column


def list_outturn(outturn: pl.DataFrame) -> pl.DataFrame:
    """Say the position of every organisation in whole pence.

    Parameters
    ----------
    outturn : DataFrame
        Table `outturn`: `year`, `organisation`, `kind`, `value_pounds`, `status`.

    Returns
    -------
    DataFrame
        `year`, `organisation`, `kind`, `outturn_pence`, `status`, in that order.
    """
    return outturn.select(
        pl.col("year").cast(pl.Int32),
        "organisation",
        "kind",
        to_pence_column("value_pounds").alias("outturn_pence"),
        "status",
    ).sort("year", "organisation")


def sum_outturn(outturn: pl.DataFrame, *, by_kind: bool) -> pl.DataFrame:
    """Add positions up, exactly: providers and commissioners, or all together.

    Parameters
    ----------
    outturn : DataFrame
        Table `outturn`.
    by_kind : bool
        Whether providers and CCGs stand apart.

    Returns
    -------
    DataFrame
        `year`, `kind` (where asked), `outturn_pence`, `status` (weakest), in order.

    Examples
    --------
    >>> from placeplan.tables import STATUS
    >>> table = pl.DataFrame({"year": [2015] * 2, "kind": ["provider", "ccg"],
    ...     "organisation": ["mft", "ccg-swale"], "value_pounds": [-52.1e6, 1.4e6],
    ...     "status": ["published"] * 2}, schema_overrides={"status": STATUS})
    >>> sum_outturn(table, by_kind=False).row(0)
    (2015, -5070000000, 'published')
    """
    keys = ["year", "kind"] if by_kind else ["year"]
    return (
        list_outturn(outturn)
        .group_by(keys)
        .agg(pl.col("outturn_pence").sum(), pl.col("status").max())
        .sort(keys)
    )
