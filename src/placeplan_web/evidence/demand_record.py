"""Records of demand: why more of each thing is done."""

import polars as pl

from placeplan.demand import split_growth
from placeplan.periods import FinancialYear
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import (
    get_names,
    get_people,
    get_plan,
    get_possible_people,
)


def explain_growth(run: Run) -> Record:
    """Split the growth of each kind of care into more people and more use."""
    dataset = run.dataset
    plan, names = get_plan(dataset), dict(get_names(dataset))
    start, year = plan.manifest.base_year, plan.manifest.horizon_year
    split = split_growth(
        plan.tables,
        get_people(dataset),
        base_year=start,
        years=[year],
        possible=get_possible_people(dataset),
    )
    wide = (
        split.pivot("driver", index=["pod", "unit"], values="value")
        .with_columns(all=pl.col("demographic") + pl.col("non_demographic"))
        .sort("pod")
        .select(
            pl.col("pod").replace(names).alias("What"),
            pl.col("unit").alias("Counted in"),
            pl.col("demographic").round(0).alias("More and older people"),
            pl.col("non_demographic").round(0).alias("More use by as many people"),
            pl.col("all").round(0).alias("Both"),
        )
    )
    return Record(
        "growth",
        f"Why more is done in {FinancialYear(year)} than in {FinancialYear(start)}",
        "What people alone would change is counted first; the rest is growth of use by "
        "as many people as there then are. The whole system, if nothing changes.",
        wide,
        status=str(split["status"].max()),
        tables=("activity_base", "growth"),
    )
