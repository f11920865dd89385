"""Figures of the Better Care Fund: who pays in, and metrics against their plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import altair as alt
import polars as pl

from placeplan.money import Pence
from placeplan.money.amount_words import say_pence
from placeplan.money.better_care import TOGETHER
from placeplan.money.pence import to_millions_column, to_pounds_column
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, NO_NAMES, PALE, Figure
from placeplan.plan.results_table import find_weakest

_BASES: Final = ("Planned", "Came of it")


@dataclass(frozen=True, slots=True)
class PoolView:
    """What of the Better Care Fund is shown.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.
    pool : str
        The organisation that hosts the pool; empty for all pools together.
    """

    year: int
    pool: str = TOGETHER

    def keep(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Keep the rows of the year, and of the pool where one is shown."""
        kept = frame.filter(pl.col("year") == self.year)
        return kept.filter(pl.col("pool") == self.pool) if self.pool else kept

    def say_which(self, names: Mapping[str, str]) -> str:
        """Name the pool within a sentence."""
        if not self.pool:
            return "all pools together"
        return f"the pool of {names.get(self.pool, self.pool)}"


def draw_pool(
    pools: pl.DataFrame,
    partners: pl.DataFrame,
    view: PoolView,
    names: Mapping[str, str] = NO_NAMES,
) -> Figure | None:
    """Show what each partner pays into a pooled budget.

    Parameters
    ----------
    pools, partners : DataFrame
        Of `placeplan.money.better_care.sum_pools` and `list_partners`.
    view : PoolView
        What is shown.
    names : mapping of str to str
        Names of organisations for readers.

    Returns
    -------
    Figure or None
        None when nobody pays anything in.
    """
    kept = view.keep(partners).sort(
        "paid_in_pence", "partner", descending=[True, False]
    )
    if kept.is_empty():
        return None
    named = kept.with_columns(
        Partner=pl.col("partner").replace(dict(names)),
        millions=to_millions_column("paid_in_pence"),
    )
    chart = (
        alt.Chart(named.select("Partner", "millions"))
        .mark_bar(color=COLOURS[0])
        .encode(
            y=alt.Y("Partner:N", sort=None, title=None, axis=alt.Axis(labelLimit=330)),
            x=alt.X("millions:Q", title="£ million paid in"),
        )
        .properties(width=360, height=alt.Step(22))
    )
    table = named.select(
        "Partner",
        to_pounds_column("paid_in_pence").alias("Paid in (£)"),
        to_pounds_column("difference_pence").alias("Its part of the difference (£)"),
    )
    finding = _say_pool(view.keep(pools), view, names)
    return Figure(
        *("pool", "Who pays into the pool", finding, chart, table),
        find_weakest(kept.with_columns(status=_find_status())),
    )


def _find_status() -> pl.Expr:
    """Take the status of what is paid in, and of the difference where it is known."""
    is_known = pl.col("difference_pence").is_not_null()
    return (
        pl.when(is_known)
        .then(pl.max_horizontal("status", "difference_status"))
        .otherwise("status")
    )


def _say_pool(pools: pl.DataFrame, view: PoolView, names: Mapping[str, str]) -> str:
    paid, planned = (
        Pence(int(pools[f"{each}_pence"].sum())) for each in ("paid_in", "planned")
    )
    words = (
        f"In {FinancialYear(view.year)} {say_pence(paid)} is paid into "
        f"{view.say_which(names)}"
    )
    ties = "and what is planned is the same, to the penny"
    if paid != planned:
        ties = f"of which {say_pence(planned)} is planned for"
    words = f"{words}, {ties}"
    if pools["difference_pence"].null_count():
        return f"{words}; what was spent is not known yet."
    difference = Pence(int(pools["difference_pence"].sum()))
    if not difference:
        return f"{words}; so much was spent."
    more = "more" if difference > 0 else "less"
    return f"{words}; {say_pence(Pence(abs(difference)))} {more} was spent."


def draw_metric(
    compared: pl.DataFrame,
    view: PoolView,
    metric: str,
    names: Mapping[str, str] = NO_NAMES,
) -> Figure | None:
    """Show one metric by quarter, planned and as it came out.

    Parameters
    ----------
    compared : DataFrame
        Of `placeplan.money.better_care.compare_metrics`.
    view : PoolView
        What is shown.
    metric : str
        Id of the metric.
    names : mapping of str to str
        Names of organisations for readers.

    Returns
    -------
    Figure or None
        None when the metric has no figures.
    """
    kept = compared.filter(
        (pl.col("year") == view.year)
        & (pl.col("pool") == view.pool)
        & (pl.col("metric") == metric)
    )
    if kept.is_empty():
        return None
    periods = kept.with_columns(
        Period=pl.when(pl.col("quarter").is_null())
        .then(pl.lit(str(FinancialYear(view.year))))
        .otherwise(pl.format("Q{}", "quarter"))
    )
    drawn = (
        periods.select("Period", *_rename())
        .unpivot(index="Period", variable_name="basis", value_name="value")
        .drop_nulls()
    )
    colours = alt.Scale(domain=list(_BASES), range=[PALE, COLOURS[0]])
    unit = kept["unit"][0]
    chart = (
        alt.Chart(drawn)
        .mark_bar()
        .encode(
            x=alt.X("Period:N", title=None, axis=alt.Axis(labelAngle=0)),
            xOffset=alt.XOffset("basis:N", sort=list(_BASES)),
            y=alt.Y("value:Q", title=_head(unit)),
            color=alt.Color("basis:N", title=None, scale=colours),
        )
        .properties(width=440, height=260)
    )
    columns = [pl.col(name).round(1).alias(f"{name} ({unit})") for name in _BASES]
    table = periods.with_columns(*_rename()).select("Period", *columns, _say_met())
    title = kept["name"][0]
    finding = _say_metric(kept, view, names)
    return Figure("metric", title, finding, chart, table, find_weakest(kept))


def _rename() -> list[pl.Expr]:
    pairs = zip(("plan", "actual"), _BASES, strict=True)
    return [pl.col(name).alias(words) for name, words in pairs]


def _say_met() -> pl.Expr:
    words = pl.when("met").then(pl.lit("met")).otherwise(pl.lit("missed"))
    return pl.when(pl.col("met").is_not_null()).then(words).alias("Result")


def _head(unit: str) -> str:
    return unit[0].upper() + unit[1:]


def _say_metric(kept: pl.DataFrame, view: PoolView, names: Mapping[str, str]) -> str:
    known = kept.filter(pl.col("met").is_not_null())
    words: str = kept["words"][-1]
    if known.height > 1:
        missed = known.filter(~pl.col("met")).height
        words = f"The plan was missed in {missed} of {known.height} quarters. {words}"
    which = view.say_which(names)
    caution: str = kept["caution"][0]
    return f"{which[0].upper()}{which[1:]}. {words} {caution}".strip()
