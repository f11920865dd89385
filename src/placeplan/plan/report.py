"""The report: one page of HTML that holds everything it shows."""

from collections.abc import Iterable
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
from placeplan.plan.results_table import HoldsTable
from placeplan.plan.run_record import RunRecord
from placeplan.plan.source_list import list_sources

STYLE: Final = """
body { font: 1.0625rem/1.5 Arial, "Liberation Sans", sans-serif; color: #212b32;
  max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
figure { margin: 1rem 0; overflow-x: auto; } svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: 0.5rem 0; }
th, td { border-bottom: 1px solid #d8dde0; padding: 0.25rem 0.75rem 0.25rem 0;
  text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.status { border: 1px solid #212b32; padding: 0 0.4rem; font-size: 0.875rem; }
summary { cursor: pointer; text-decoration: underline; }
.scroll { overflow-x: auto; }
@media print { h2, figure { break-inside: avoid; } }
"""

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
    results: HoldsTable, record: RunRecord, account: InitiativeAccount | None = None
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
        *(
            _lay_figure(
                figure, say_cautions(record, MEASURES_OF_MONEY.get(figure.id, ()))
            )
            for figure in figures
        ),
        *_lay_account(account),
        "<h2>Where the numbers come from</h2>",
        _lay_table(list_sources(record)),
        "<h2>How this run was made</h2>",
        _lay_record(results, record),
        "<h2>Licences</h2>",
        *(
            f"<p>{escape(statement)}</p>"
            for statement in list_statements(record.sources)
        ),
    ]
    return _lay_page(record.manifest.name, parts)


def _lay_page(title: str, parts: Iterable[str]) -> str:
    head = (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style>"
    )
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="en-GB"><head>{head}</head>\n'
        f"<body><main>\n{body}\n</main></body></html>\n"
    )


def _lay_figure(figure: Figure, cautions: list[str]) -> str:
    items = "".join(f"<li>{escape(caution)}</li>" for caution in cautions)
    notes = f"<ul>{items}</ul>\n" if items else ""
    words = escape(f"{figure.title}. {figure.finding}", quote=True)
    return (
        f'<h2 id="{figure.id}">{escape(figure.title)}</h2>\n'
        f'<figure><div role="img" aria-label="{words}">{figure.draw_svg()}</div>\n'
        f"<figcaption>{escape(figure.finding)} "
        f'<span class="status">{figure.status}</span></figcaption></figure>\n{notes}'
        f"<details><summary>{escape(figure.title)}: show as table</summary>\n"
        f"{_lay_table(figure.table)}</details>"
    )


def _lay_account(account: InitiativeAccount | None) -> Iterable[str]:
    for section in list_sections(account):
        notes = "".join(f"<p>{escape(note)}</p>\n" for note in section.notes)
        yield (
            f'<h2 id="{section.id}">{escape(section.title)}</h2>\n{notes}'
            f"{_lay_table(section.table)}"
        )


def _lay_table(frame: pl.DataFrame) -> str:
    numeric = [frame[name].dtype.is_numeric() for name in frame.columns]
    headers = "".join(
        f'<th scope="col"{_mark(is_number)}>{escape(name)}</th>'
        for name, is_number in zip(frame.columns, numeric, strict=True)
    )
    rows = "\n".join(
        "<tr>"
        + "".join(
            f"<td{_mark(is_number)}>{escape(_write_cell(value))}</td>"
            for value, is_number in zip(row, numeric, strict=True)
        )
        + "</tr>"
        for row in frame.iter_rows()
    )
    return (
        f'<div class="scroll"><table><thead><tr>{headers}</tr></thead>\n'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _mark(is_number: bool) -> str:  # noqa: FBT001 - one of two looks
    return ' class="number"' if is_number else ""


def _write_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:,.1f}".removesuffix(".0")
        return text.replace("-", "−")
    return str(value)


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
        f"{_lay_table(facts)}\n<details><summary>Input files and their digests"
        f"</summary>\n{_lay_table(files)}</details>"
    )
