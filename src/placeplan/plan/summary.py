"""The summary: sheets of a workbook that a person reads and copies from."""

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.bridge import BRIDGE_MEASURES, build_bridge
from placeplan.plan.caution_note import say_cautions
from placeplan.plan.licence import list_statements
from placeplan.plan.question import answer
from placeplan.plan.results_table import (
    HoldsTable,
    find_weakest,
    list_axes,
    list_years,
    sum_values,
)
from placeplan.plan.run_record import RunRecord
from placeplan.plan.scenario import DO_NOTHING, PLAN
from placeplan.plan.source_list import list_sources
from placeplan.reference import MEASURES, POINTS_OF_DELIVERY, STAFF_GROUPS
from placeplan.tables.workbook import Sheet

_BY_SHEET = {
    "People by place": ("population", "place"),
    "Activity by pod": ("activity", "pod"),
    "Beds needed by site": ("beds_needed", "site"),
    "Beds headroom by site": ("beds_headroom", "site"),
    "Staff needed by group": ("staff_needed_wte", "staff_group"),
}


def list_sheets(results: HoldsTable, record: RunRecord) -> list[Sheet]:
    """Lay a run out as sheets.

    Parameters
    ----------
    results : Results
        Of the run.
    record : RunRecord
        Of the run.

    Returns
    -------
    list of Sheet
        Totals of every measure by year and scenario; the gap bridge; people, activity,
        beds and staff if nothing changes, each where the results have them; sources.
    """
    sheets = [_lay_totals(results, record)]
    if list_axes(results.table, "gap_pounds"):
        sheets.append(_lay_bridge(results, record))
    for title, (measure, axis) in _BY_SHEET.items():
        if {axis, "year"} <= {*list_axes(results.table, measure)}:
            sheets.append(_lay_measure(results, record, title, measure, axis))
    notes = [
        "Every row of the plan folder cites one of these.",
        *list_statements(record.sources),
    ]
    sources = list_sources(record)
    sheets.append(Sheet("Sources", "Where the numbers come from", notes, sources))
    return sheets


def _lay_totals(results: HoldsTable, record: RunRecord) -> Sheet:
    keys = ["year", "scenario", "measure", "unit"]
    totals = sum_values(results.table, keys)
    weakest = totals.group_by("scenario", "measure", "unit").agg(pl.col("status").max())
    wide = totals.pivot("year", index=["scenario", "measure", "unit"], values="value")
    years = sorted(name for name in wide.columns if name.isdecimal())
    frame = (
        wide.join(weakest, on=["scenario", "measure", "unit"])
        .sort(
            "scenario",
            pl.col("measure").replace_strict(
                {name: at for at, name in enumerate(MEASURES)}, return_dtype=pl.Int32
            ),
            "unit",
        )
        .select(
            pl.col("scenario").alias("Scenario"),
            pl.col("measure").replace(_name_measures()).alias("Measure"),
            pl.col("unit").alias("Unit"),
            pl.col("status").alias("Status"),
            *years,
        )
    )
    notes = [
        "Totals over all places. People are counted in the middle of the year.",
        "All else belongs to the financial year that starts in the year.",
        "Status: the weakest of the numbers that went into the row.",
        *(
            f"{MEASURES[measure].name}: {caution}"
            for measure in dict.fromkeys(totals["measure"].sort())
            for caution in say_cautions(record, [measure])
        ),
    ]
    return Sheet("Totals", record.manifest.name, notes, frame)


def _lay_bridge(results: HoldsTable, record: RunRecord) -> Sheet:
    scenario = PLAN if PLAN in results.table["scenario"] else DO_NOTHING
    frame = build_bridge(results, scenario=scenario).select(
        pl.col("step").alias("Step"),
        pl.col("kind").alias("Kind"),
        pl.col("value_pounds").alias("Pounds"),
        pl.col("status").alias("Status"),
    )
    notes = [
        "The steps between two totals sum to their difference. A gap is negative.",
        *say_cautions(record, BRIDGE_MEASURES),
    ]
    return Sheet("Gap bridge", "From the gap to what is left", notes, frame)


def _lay_measure(
    results: HoldsTable, record: RunRecord, title: str, measure: str, axis: str
) -> Sheet:
    words = MEASURES[measure]
    found = answer(results, measure, by=[axis, "year"])
    years = list_years(found)
    calendar = measure == "population"
    labels = {n: str(n) if calendar else str(FinancialYear(n)) for n in years}
    frame = (
        found.with_columns(pl.col(axis).replace(_name_values(record)))
        .sort(axis, "unit", "year")
        .with_columns(pl.col("year").replace_strict(labels, return_dtype=pl.String))
        .pivot("year", index=[axis, "unit"], values="value")
        .rename({axis: axis.replace("_", " ").capitalize(), "unit": "Unit"})
    )
    notes = [words.about, f"If nothing changes. Status: {find_weakest(found)}."]
    return Sheet(title, words.name, notes, frame)


def _name_values(record: RunRecord) -> dict[str, str]:
    pods = {name: pod.name for name, pod in POINTS_OF_DELIVERY.items()}
    groups = {name: group.name for name, group in STAFF_GROUPS.items()}
    return {**pods, **groups, **record.names}


def _name_measures() -> dict[str, str]:
    return {name: measure.name for name, measure in MEASURES.items()}
