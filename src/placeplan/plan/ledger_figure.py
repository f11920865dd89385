"""Figures of the ledger: what leaves where, and what arrives where."""

from collections.abc import Mapping
from typing import Final

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, NO_NAMES, Figure
from placeplan.plan.initiative_account import LEAVING, SPENT
from placeplan.plan.ledger_sum import ARRIVED, KINDS, sum_kinds
from placeplan.plan.number_in_unit import name_unit, say_amount, scale_unit
from placeplan.plan.results_table import find_weakest

KIND_NAMES: Final[Mapping[str, str]] = {
    "avoided": "Avoided",
    "moved": "Moved away",
    "shortened": "Shortened",
    ARRIVED: "Arrived",
    SPENT: "Spent on it",
}
"""Kinds of entries, for readers."""

BY: Final[Mapping[str, str]] = {
    "initiative": "By initiative",
    "pod": "By kind of care",
    "provider": "By provider",
}
"""What a picture of the ledger may tell apart, with its title."""

APART: Final = "Not told apart"
_AXIS: Final = alt.Axis(labelLimit=600)


def draw_ledger(
    ledger: pl.DataFrame, *, by: str, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show what leaves to the left of nothing, and what arrives to the right.

    Parameters
    ----------
    ledger : DataFrame
        Rows of one scenario, year and measure of `InitiativeAccount.ledger`.
    by : str
        One of `BY`.
    names : mapping of str to str
        Of initiatives, kinds of care and providers.

    Returns
    -------
    Figure or None
        None where the ledger has no such rows.
    """
    if ledger.is_empty():
        return None
    sums = _name_rows(sum_kinds(ledger, [by]), by, names)
    signed = (
        sums.unpivot(
            list(KINDS), index=["row", "unit"], variable_name="kind", value_name="value"
        )
        .filter(pl.col("value") != 0)
        .with_columns(_sign_and_scale(sums["unit"]))
        .with_columns(pl.col("kind").replace_strict(KIND_NAMES))
    )
    kinds = [KIND_NAMES[kind] for kind in KINDS]
    units = sums["unit"].unique().sort().to_list()
    title = name_unit(units[0]) if len(units) == 1 else "in the unit beside each name"
    chart = (
        alt.Chart(signed.select("row", "kind", "shown"))
        .mark_bar()
        .encode(
            y=alt.Y("row:N", title=None, sort=sums["row"].to_list(), axis=_AXIS),
            x=alt.X("shown:Q", title=f"{title}: leaves (left), arrives (right)"),
            color=alt.Color(
                "kind:N",
                title=None,
                legend=alt.Legend(orient="top"),
                sort=kinds,
                scale=alt.Scale(domain=kinds, range=list(COLOURS[: len(kinds)])),
            ),
        )
        .properties(width=420, height=alt.Step(22))
    )
    return Figure(
        f"ledger-by-{by}",
        f"What leaves and what arrives: {BY[by].lower()}",
        say_ledger(ledger) if by == "initiative" else _say_most(sums, by),
        chart,
        _lay_table(sums, BY[by].removeprefix("By ").capitalize()),
        find_weakest(ledger),
    )


def say_ledger(ledger: pl.DataFrame) -> str:
    """Say what leaves, what arrives and what it costs, unit by unit, in one sentence.

    Parameters
    ----------
    ledger : DataFrame
        Rows of one scenario, year and measure, at least one.
    """
    sums = sum_kinds(ledger, ["unit"])
    off = sums.with_columns(off=pl.sum_horizontal(*LEAVING))
    when = FinancialYear(int(ledger["year"][0]))
    parts = [
        f"what leaves is {_say_all(off, 'off') or 'nothing'}",
        f"what arrives elsewhere is {_say_all(off, ARRIVED) or 'nothing'}",
    ]
    if spent := _say_all(off, SPENT):
        parts.append(f"what initiatives cost is {spent}")
    return f"In {when}, {'; '.join(parts)}."


def _say_most(sums: pl.DataFrame, by: str) -> str:
    """Say where most leaves and where most arrives."""
    told = sums.filter(pl.col(by) != APART).with_columns(
        off=pl.sum_horizontal(*LEAVING)
    )
    parts = []
    for column, verb in (("off", "leaves"), (ARRIVED, "arrives at")):
        top = told.filter(pl.col(column) > 0).sort(column, maintain_order=True)[-1:]
        for name, value, unit in top.select(by, column, "unit").iter_rows():
            parts.append(f"most {verb} {name} ({say_amount(value, unit)})")
    said = " and ".join(parts) or "nothing here leaves or arrives"
    return f"{said[0].upper()}{said[1:]}."


def _say_all(sums: pl.DataFrame, column: str) -> str:
    rows = sums.filter(pl.col(column) > 0).select(column, "unit").iter_rows()
    return ", ".join(say_amount(value, unit) for value, unit in rows)


def _sign_and_scale(units: pl.Series) -> pl.Expr:
    scale = {unit: scale_unit(unit) for unit in units.unique()}
    sign = pl.when(pl.col("kind").is_in(LEAVING)).then(-1.0).otherwise(1.0)
    divisor = pl.col("unit").replace_strict(scale, return_dtype=pl.Float64)
    return (sign * pl.col("value") / divisor).alias("shown")


def _name_rows(sums: pl.DataFrame, by: str, names: Mapping[str, str]) -> pl.DataFrame:
    """Give each row its name and, where units differ, the unit beside it."""
    named = pl.col(by).replace(dict(names)).fill_null(APART)
    if sums["unit"].n_unique() > 1:
        named = named + " · " + pl.col("unit")
    size = pl.sum_horizontal(*KINDS)
    return (
        sums.with_columns(named.alias("row"))
        .sort(size, "row", descending=[True, False])
        .with_columns(pl.col(by).replace(dict(names)).fill_null(APART))
    )


def _lay_table(sums: pl.DataFrame, head: str) -> pl.DataFrame:
    """Lay the table of the picture; a kind that nothing is of has no column."""
    kept = [kind for kind in KINDS if sums[kind].sum() > 0]
    scale = {unit: scale_unit(unit) for unit in sums["unit"].unique()}
    divisor = pl.col("unit").replace_strict(scale, return_dtype=pl.Float64)
    units = {unit: name_unit(unit) for unit in scale}
    shown = sums.with_columns(pl.col(*kept, "net") / divisor)
    return shown.select(
        pl.col(sums.columns[0]).alias(head),
        pl.col("unit").replace_strict(units).alias("Counted in"),
        *[pl.col(kind).round(1).alias(KIND_NAMES[kind]) for kind in kept],
        pl.col("net").round(1).alias("Change"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
