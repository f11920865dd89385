"""Where there is work: where the base year has it, and where initiatives bring it."""

import polars as pl

from placeplan.demand.baseline import LINE
from placeplan.demand.initiative_inputs import ARRIVALS, EFFECTS, WITH_ARRIVALS
from placeplan.demand.inputs import ACTIVITY_BASE, Tables, get_table

_MEASURES = ("activity", "bed_days")


def list_work_places(tables: Tables) -> pl.DataFrame:
    """List where there is work, before anything is worked out.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each already checked against its contract.

    Returns
    -------
    DataFrame
        `place`, `provider`, `site`, `pod`, `measure` (``activity`` or ``bed_days``) and
        `value`, more than 0: of the base year, and for each one that leaves where work
        of an initiative arrives.

    Examples
    --------
    >>> list_work_places({}).height
    0
    """
    base = get_table(tables, ACTIVITY_BASE)
    effects = (
        get_table(tables, EFFECTS)
        .filter(pl.col("mechanism").is_in(WITH_ARRIVALS))
        .select("initiative", from_pod="pod", of_place="place", of_provider="provider")
    )
    arrivals = get_table(tables, ARRIVALS).select(
        "initiative",
        "from_pod",
        to_pod="pod",
        to_provider="provider",
        to_site="site",
        activity=pl.col("units_each").cast(pl.Float64),
        bed_days=(pl.col("units_each") * pl.col("bed_days_each")).cast(pl.Float64),
    )
    stays = pl.coalesce("to_provider", "provider") == pl.col("provider")
    brought = (
        effects.join(arrivals, on=["initiative", "from_pod"])
        .join(base.select(LINE).unique(), left_on="from_pod", right_on="pod")
        .filter(
            (pl.col("of_place").is_null() | pl.col("of_place").eq(pl.col("place")))
            & (
                pl.col("of_provider").is_null()
                | pl.col("of_provider").eq(pl.col("provider"))
            )
        )
        .select(
            "place",
            provider=pl.coalesce("to_provider", "provider"),
            site=pl.coalesce("to_site", pl.when(stays).then("site")),
            pod="to_pod",
            activity="activity",
            bed_days="bed_days",
        )
    )
    there = base.select(*LINE, pl.col(*_MEASURES).cast(pl.Float64))
    return (
        pl.concat([there, brought])
        .unpivot(list(_MEASURES), index=list(LINE), variable_name="measure")
        .filter(pl.col("value") > 0)
        .unique(maintain_order=True)
    )
