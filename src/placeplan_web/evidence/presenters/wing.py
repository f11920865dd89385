"""How a page of a wing reads: its choices, pictures and tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from placeplan_web.design.address import Address
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.picture import Frame
from placeplan_web.evidence.provenance import find_origin
from placeplan_web.evidence.wing.gallery import WingView, find_finding
from placeplan_web.evidence.wing.outcome import Chosen, find_outcome
from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.evidence.wing.wing import Wing


@dataclass(frozen=True, slots=True)
class WingLinks:
    """Addresses of what a page shows of a run, with what was chosen in each."""

    wing: Wing
    slug: str
    run: Run
    address: Address
    chosen: Chosen

    def link_view(self, id_: str) -> str:
        page = link_page(self.wing, self.slug, self.run, self.address, self.chosen)
        return f"{page}#{id_}"

    def link_svg(self, id_: str, **query: str) -> str:
        name, every = f"{self.wing.address}-svg", {**self.chosen, **query}
        return self.address.link(name, query=every, **self._name(id_))

    def list_files(self, id_: str) -> dict[str, str]:
        name, parts = f"{self.wing.address}-file", self._name(id_)
        return {
            "csv": self.address.link(name, query=self.chosen, kind=CSV, **parts),
            "excel": self.address.link(name, query=self.chosen, kind=EXCEL, **parts),
        }

    def _name(self, id_: str) -> dict[str, Any]:
        return {"public_id": self.run.public_id, "page": self.slug, "figure": id_}


def link_page(
    wing: Wing, slug: str, run: Run, address: Address, chosen: Chosen | None = None
) -> str:
    """The address of a page for a run and what was chosen on it."""
    query = {"run": str(run.public_id), **(chosen or {})}
    return address.link(wing.address, query=query, page=slug)


def present_view(
    wing: Wing, page: WingPage, run: Run, view: WingView, address: Address
) -> dict[str, Any]:
    """What the template of a page asks for."""
    frame = Frame(
        run, address, WingLinks(wing, page.slug, run, address, view.chosen), page.cells
    )
    origin = find_origin(run, page.measures, page.tables)
    others = [each.slug for each in wing.pages if each is not page]
    return {
        "pictures": [
            frame.present_picture(figure, origin) for figure in view.figures.values()
        ],
        "records": [
            frame.present_record(record, find_origin(run, tables=record.tables))
            for record in view.records.values()
        ],
        "choices": _present_choices(page, run, view),
        "kept": {"run": str(run.public_id), **address.parameters},
        "pages": list_pages(wing, run, address, others),
    }


def list_pages(
    wing: Wing, run: Run, address: Address, slugs: Iterable[str]
) -> list[dict[str, str]]:
    """Pages of a wing, as what hangs on others."""
    return [
        {
            "text": page.title,
            "href": link_page(wing, page.slug, run, address),
            "note": page.about,
        }
        for page in (wing.by_slug[slug] for slug in slugs)
    ]


def list_findings(wing: Wing, run: Run, address: Address) -> list[dict[str, str]]:
    """Every page of a wing, with its finding in a sentence."""
    pages = list_pages(wing, run, address, wing.by_slug)
    return [
        {**shown, "finding": find_finding(run, page)}
        for shown, page in zip(pages, wing.pages, strict=True)
    ]


def _present_choices(page: WingPage, run: Run, view: WingView) -> list[dict[str, Any]]:
    """What the macro ``filters`` asks for; a choice of one is none."""
    outcome = find_outcome(run)
    offered = [(choice, choice.list_options(outcome)) for choice in page.choices]
    return [
        {
            "name": choice.name,
            "label": choice.label,
            "value": view.chosen[choice.name],
            "options": options,
        }
        for choice, options in offered
        if len(options) > 1
    ]
