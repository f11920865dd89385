"""A page of HTML that holds everything it shows: figures, tables, words."""

from collections.abc import Iterable
from html import escape
from typing import Final

import polars as pl

from placeplan.plan.figure import Figure

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


def lay_page(title: str, parts: Iterable[str]) -> str:
    """Lay parts out as a whole page."""
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


def lay_figure(figure: Figure, cautions: Iterable[str] = ()) -> str:
    """Lay a figure out: picture, finding, what to be careful about, table."""
    items = "".join(f"<li>{escape(caution)}</li>" for caution in cautions)
    notes = f"<ul>{items}</ul>\n" if items else ""
    words = escape(f"{figure.title}. {figure.finding}", quote=True)
    return (
        f'<h2 id="{figure.id}">{escape(figure.title)}</h2>\n'
        f'<figure><div role="img" aria-label="{words}">{figure.draw_svg()}</div>\n'
        f"<figcaption>{escape(figure.finding)} "
        f'<span class="status">{figure.status}</span></figcaption></figure>\n{notes}'
        f"<details><summary>{escape(figure.title)}: show as table</summary>\n"
        f"{lay_table(figure.table)}</details>"
    )


def lay_table(frame: pl.DataFrame) -> str:
    """Lay a frame out as a table, numbers to the right."""
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
