"""The report: one page of HTML that holds everything it shows."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Final

import polars as pl

from placeplan.plan.beds_figure import draw_beds
from placeplan.plan.bridge import BRIDGE_MEASURES
from placeplan.plan.caution_note import say_cautions
from placeplan.plan.demand_figure import draw_demand
from placeplan.plan.figure import Figure
from placeplan.plan.gap_figure import draw_bridge, draw_gap
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.plan.initiative_section import list_sections
from placeplan.plan.licence import list_statements
from placeplan.plan.people_figure import draw_ageing, draw_pyramid
from placeplan.plan.report_page import lay_figure, lay_page, lay_table
from placeplan.plan.results_table import HoldsTable
from placeplan.plan.run_record import RunRecord
from placeplan.plan.source_list import list_sources

MEASURES_OF_MONEY: Final = {
    "bridge": BRIDGE_MEASURES,
    "gap": ("gap_pounds", "solution_pounds"),
}
"""Measures whose cautions stand beside a figure, by its id."""


def list_figures(results: HoldsTable, record: RunRecord) -> list[Figure]:
    """Draw up every figure that the results have numbers for, in the story's order.

    Parameters
    ----------
    results : Results
        Of one run.
    record : RunRecord
        Of the run; growth of people is counted from the base year of its plan.
    """
    figures = [
        draw_bridge(results),
        draw_gap(results),
        draw_pyramid(results),
        draw_ageing(results, base_year=record.manifest.base_year),
        draw_demand(results, record.names),
        draw_beds(results, record.names),
    ]
    return [figure for figure in figures if figure is not None]


def write_report(
    results: HoldsTable,
    record: RunRecord,
    account: InitiativeAccount | None = None,
    *,
    tell: Callable[[], None] = lambda: None,
) -> str:
    """Write the report of a run as HTML.

    Parameters
    ----------
    results : Results
        Of the run.
    record : RunRecord
        Of the run.
    account : InitiativeAccount or None
        Of the run, where it has one.
    tell : callable
        Called before each figure is drawn; may raise, which stops the work.

    Returns
    -------
    str
        A whole page. The same results make the same page, letter by letter.
    """
    figures = list_figures(results, record)
    lead = figures[0].finding if figures else "This run holds no numbers to draw."
    parts = [
        f"<h1>{escape(record.manifest.name)}</h1>",
        f"<p><strong>{escape(lead)}</strong></p>",
        *_lay_figures(figures, record, tell),
        *_lay_account(account),
        "<h2>Where the numbers come from</h2>",
        lay_table(list_sources(record)),
        "<h2>How this run was made</h2>",
        _lay_record(results, record),
        "<h2>Licences</h2>",
        *(
            f"<p>{escape(statement)}</p>"
            for statement in list_statements(record.sources)
        ),
    ]
    return lay_page(record.manifest.name, parts)


def _lay_figures(
    figures: Iterable[Figure], record: RunRecord, tell: Callable[[], None]
) -> Iterable[str]:
    for figure in figures:
        tell()
        yield lay_figure(
            figure, say_cautions(record, MEASURES_OF_MONEY.get(figure.id, ()))
        )


def _lay_account(account: InitiativeAccount | None) -> Iterable[str]:
    for section in list_sections(account):
        notes = "".join(f"<p>{escape(note)}</p>\n" for note in section.notes)
        yield (
            f'<h2 id="{section.id}">{escape(section.title)}</h2>\n{notes}'
            f"{lay_table(section.table)}"
        )


def _lay_record(results: HoldsTable, record: RunRecord) -> str:
    manifest = record.manifest
    rows = [
        ("Plan", f"{manifest.name} ({manifest.id})"),
        ("Placeplan", record.version),
        ("Scenarios", ", ".join(record.scenarios)),
        ("Seed and draws", f"{manifest.seed}, {record.draws}"),
        ("Numbers in the results", f"{results.table.height:,}"),
    ]
    facts = pl.DataFrame(rows, schema=["What", "Value"], orient="row")
    files = pl.DataFrame(
        sorted(record.inputs.items()), schema=["Input file", "SHA-256"], orient="row"
    )
    return (
        f"{lay_table(facts)}\n<details><summary>Input files and their digests"
        f"</summary>\n{lay_table(files)}</details>"
    )
