"""People of areas smaller than a district: each shares in the district's change by age.

Shares are held by band of ages. A small area's people are its shares of the people of
each district it draws on, so its change is the same shares of the district's change.
"""

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.population.age_band import order_bands, sum_by_band
from placeplan.population.inputs import NETWORKS
from placeplan.reference import AgeBand


def share_out_people(people: pl.DataFrame, shares: pl.DataFrame) -> pl.DataFrame:
    """Share the people of districts out among small areas.

    Parameters
    ----------
    people : polars.DataFrame
        ``year, place, sex, age, value, status``; place is a district.
    shares : polars.DataFrame
        ``network, place, age_band, share, status``: the small areas; shares sum to 1
        within each district and band, and are scaled so that they do to the last digit.

    Returns
    -------
    polars.DataFrame
        ``year, place, age_band, sex, value, status`` with the small area as place. Over
        all small areas the people are those of the districts.

    Raises
    ------
    InputError
        When a district has people of an age that no small area has a share of.
    """
    banded = sum_by_band(people, _bands(shares["age_band"]))
    places = banded.select("place").unique()
    wanted = shares.join(places, on="place", how="semi").sort(
        "place", "age_band", "network"
    )
    _check_cover(banded, wanted)
    scaled = wanted.with_columns(
        pl.col("share") / pl.col("share").sum().over("place", "age_band")
    )
    order = pl.Enum([str(band) for band in _bands(shares["age_band"])])
    return (
        scaled.rename({"place": "district", "status": "share_status"})
        .join(
            banded.rename({"place": "district"}),
            on=["district", "age_band"],
            how="inner",
        )
        .sort("year", "network", "age_band", "sex", "district")
        .group_by("year", "network", "age_band", "sex", maintain_order=True)
        .agg(
            (pl.col("value") * pl.col("share")).sum(),
            pl.max_horizontal(pl.max("status"), pl.max("share_status")).alias("status"),
        )
        .rename({"network": "place"})
        .with_columns(pl.col("age_band").cast(order))
        .sort("year", "place", "age_band", "sex")
        .with_columns(pl.col("age_band").cast(pl.String))
    )


def _bands(labels: pl.Series) -> tuple[AgeBand, ...]:
    return order_bands(AgeBand.parse(label) for label in labels.unique())


def _check_cover(banded: pl.DataFrame, shares: pl.DataFrame) -> None:
    held = shares.filter(pl.col("share") > 0)
    lost = (
        banded.filter(pl.col("value") > 0)
        .select("place", "age_band")
        .unique()
        .join(held, on=["place", "age_band"], how="anti")
        .sort("place", "age_band")
    )
    if lost.height:
        raise InputError(
            Fault(
                NETWORKS.path,
                f"place {place}, age_band {band}",
                "shares that sum to 1",
                "none",
                "Say which networks these people belong to.",
            )
            for place, band in lost.iter_rows()
        )
