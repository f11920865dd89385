"""Capacity that initiatives add: beds and staff from a year onward, as expected."""

from collections.abc import Mapping, Sequence

import polars as pl

from placeplan.tables import STATUS

Tables = Mapping[str, pl.DataFrame]

_AXES = ("provider", "site", "staff_group")
_MEASURES = {
    "beds": ("beds_available", "beds_headroom"),
    "staff": ("staff_available_wte", "staff_headroom_wte"),
}


def add_capacity(
    capacity: pl.DataFrame, tables: Tables, years: Sequence[int]
) -> pl.DataFrame:
    """Add to what is available, and to the headroom, what initiatives bring.

    ``added = sum over initiatives begun of amount * probability of delivery``

    Parameters
    ----------
    capacity : DataFrame
        Of `placeplan.capacity.compare_capacity`.
    tables : mapping of table name to DataFrame
        ``initiatives`` and ``initiative_capacity``; amounts of places for which nothing
        is stated as available are left out, as all their capacity is.
    years : sequence of int
        Years of the plan.

    Returns
    -------
    DataFrame
        As `capacity`.
    """
    chance = tables["initiatives"].select("id", "delivery_share")
    wanted = pl.DataFrame({"year": list(years)}, {"year": pl.Int32})
    added = (
        tables["initiative_capacity"]
        .join(chance, left_on="initiative", right_on="id")
        .join(wanted, how="cross")
        .filter(pl.col("from_year") <= pl.col("year"))
        .with_columns(added=pl.col("amount") * pl.col("delivery_share"))
        .with_columns(
            pl.when(pl.col("staff_group").is_null())
            .then(pl.lit("beds"))
            .otherwise(pl.lit("staff"))
            .alias("resource"),
            pl.when(pl.col("staff_group").is_null()).then("site").alias("site"),
        )
        .group_by("year", *_AXES, "resource")
        .agg(pl.col("added").sum(), pl.col("status").max().alias("added_status"))
    )
    resource = pl.lit(None, pl.String)
    for name, measures in _MEASURES.items():
        hit = pl.col("measure").is_in(measures)
        resource = pl.when(hit).then(pl.lit(name)).otherwise(resource)
    return (
        capacity.with_columns(resource.alias("resource"))
        .join(
            added,
            on=["year", *_AXES, "resource"],
            how="left",
            nulls_equal=True,
            maintain_order="left",
        )
        .with_columns(
            pl.col("value") + pl.col("added").fill_null(0.0),
            pl.max_horizontal("status", "added_status").cast(STATUS).alias("status"),
        )
        .select(capacity.columns)
    )
