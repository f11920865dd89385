"""Focus: the results as they stand for one place."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from placeplan.plan.results import Results
from placeplan.tables import STATUS


def focus_on_places(results: Results, reach: Mapping[str, float]) -> Results:
    """Keep what belongs to the people of some districts, or of shares of them.

    Parameters
    ----------
    results : Results
        Of a run.
    reach : mapping of str to float
        District to the share of its people, 0 to 1, as `placeplan.places.find_reach`
        gives it.

    Returns
    -------
    Results
        Rows that have a place, each times the share of its place; a number that was
        split is at best *derived*. Rows that have no place (beds, staff, money) are
        left out: they belong to bodies, not to people.

    Examples
    --------
    >>> from placeplan.tables import STATUS
    >>> table = pl.DataFrame({"place": ["dover", "swale", None],
    ...     "value": [100.0, 50.0, 7.0], "status": ["published"] * 3},
    ...     schema_overrides={"status": STATUS})
    >>> focus_on_places(Results(table, record=None), {"dover": 0.25}).table.rows()
    [('dover', 25.0, 'derived')]
    """
    shares = pl.DataFrame(
        {"place": list(reach), "share": list(reach.values())},
        schema={"place": pl.String, "share": pl.Float64},
    )
    derived = pl.lit("derived").cast(STATUS)
    kept = (
        results.table.join(shares, on="place", how="inner", maintain_order="left")
        .with_columns(
            pl.col("value") * pl.col("share"),
            status=pl.when(pl.col("share") < 1)
            .then(pl.max_horizontal(pl.col("status"), derived))
            .otherwise(pl.col("status")),
        )
        .drop("share")
    )
    return replace(results, table=kept)


def focus_on_provider(results: Results, provider: str) -> Results:
    """Keep what one provider or one of its sites does and has.

    Parameters
    ----------
    results : Results
        Of a run.
    provider : str
        Id of a provider or a site.
    """
    axes = [name for name in ("provider", "site") if name in results.table.columns]
    kept = results.table.filter(
        pl.any_horizontal(pl.col(name) == provider for name in axes)
    )
    return replace(results, table=kept)
