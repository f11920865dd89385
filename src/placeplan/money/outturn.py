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
