"""Pictures and tables of the ledger as the macros of pages ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from placeplan.plan.figure import Figure
from placeplan_web.design.address import Address
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.evidence.presenters.picture import PHONE, present_table


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Addresses of what stands on a page: `page` is its name, `parts` name whose.

    A drawing is at the address ``<page>-svg`` and a file at ``<page>-file``, both with
    the id of what is shown as `figure`.
    """

    address: Address
    page: str
    parts: Mapping[str, str]
    query: Mapping[str, str]

    def link_page(self) -> str:
        return self.address.link(self.page, query=self.query, **self.parts)

    def link_view(self, figure: str) -> str:
        return f"{self.link_page()}#{figure}"

    def list_files(self, figure: str) -> dict[str, str]:
        name, parts = f"{self.page}-file", {**self.parts, "figure": figure}
        return {
            "csv": self.address.link(name, query=self.query, **parts, kind=CSV),
            "excel": self.address.link(name, query=self.query, **parts, kind=EXCEL),
        }

    def link_svg(self, figure: str, more: Mapping[str, str] | None = None) -> str:
        query = {**self.query, **(more or {})}
        name, parts = f"{self.page}-svg", {**self.parts, "figure": figure}
        return self.address.link(name, query=query, **parts)


def present_figure(figure: Figure, links: PageLinks) -> dict[str, Any]:
    """What the macro ``picture`` asks for."""
    head, rows, _ = present_table(figure.table)
    return {
        "id": figure.id,
        "finding": figure.finding,
        "src": links.link_svg(figure.id),
        "src_narrow": links.link_svg(figure.id, PHONE),
        "alt": f"{figure.title}. {figure.finding} The table below holds the numbers.",
        "view": links.link_view(figure.id),
        "head": head,
        "rows": rows,
        "table_caption": figure.title,
        "status": figure.status,
        "note": f"{figure.title}.",
        **links.list_files(figure.id),
    }
