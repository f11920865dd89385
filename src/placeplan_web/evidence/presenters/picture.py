"""How a figure reads on a page: its finding, its table, its ways out, its sources."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from placeplan.evidence import Source, explain, trace
from placeplan.plan.figure import Figure
from placeplan_web.design.address import Address
from placeplan_web.design.words import MINUS
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.rooms import Room
from placeplan_web.evidence.shelf import get_plan


def present_picture(
    figure: Figure, *, run: Run, room: Room, address: Address
) -> dict[str, Any]:
    """What the macro ``picture`` asks for."""
    parts = {"public_id": run.public_id, "room": room.slug, "figure": figure.id}
    head, rows = present_table(figure.table)
    return {
        "id": figure.id,
        "finding": figure.finding,
        "src": address.link("evidence:svg", **parts),
        "alt": f"{figure.title}. {figure.finding} The table below holds the numbers.",
        "csv": address.link("evidence:csv", **parts),
        "excel": address.link(
            "evidence:file", public_id=run.public_id, file="summary.xlsx"
        ),
        "view": address.link(f"evidence:{room.slug}", query={"run": str(run.public_id)})
        + f"#{figure.id}",
        "head": head,
        "rows": rows,
        "table_caption": figure.title,
        "status": figure.status,
    }


def present_table(
    frame: pl.DataFrame,
) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Head and rows of a frame, as the macro ``table`` takes them."""
    head = [
        {"text": name, "numeric": frame[name].dtype.is_numeric()}
        for name in frame.columns
    ]
    return head, [[write_cell(value) for value in row] for row in frame.iter_rows()]


def write_cell(value: object) -> str:
    """A cell in a reader's way: 1,234.5, a true minus sign, nothing for no number."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.1f}".removesuffix(".0").replace("-", MINUS)
    return str(value)


def present_sources(
    measures: Iterable[str], *, run: Run, address: Address
) -> tuple[list[str], list[dict[str, Any]]]:
    """Words on what each measure was made of, and the sources behind them."""
    plan = get_plan(run.dataset)
    known = {source.id: source for source in plan.sources}
    words, cited = [], {}
    for measure in dict.fromkeys(measures):
        provenance = trace(measure, plan.tables, with_solutions=True)
        words.append(explain(provenance))
        cited |= {name: known[name] for name in provenance.sources if name in known}
    shown = sorted(cited.values(), key=lambda source: source.title)
    return words, [present_source(source, run=run, address=address) for source in shown]


def present_source(source: Source, *, run: Run, address: Address) -> dict[str, Any]:
    """What the macro ``sources`` asks for."""
    return {
        "title": source.title,
        "href": address.link(
            "evidence:source",
            source=source.id,
            query={"run": str(run.public_id)},
        ),
        "publisher": source.publisher,
        "dated": source.dated,
        "licence": source.licence,
        "status": source.status,
    }
