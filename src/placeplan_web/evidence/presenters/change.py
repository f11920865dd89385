"""How a page on what the plan changes reads: its choices, pictures and tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from placeplan_web.design.address import Address
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.evidence.change.gallery import ChangeView
from placeplan_web.evidence.change.outcome import Chosen, find_outcome
from placeplan_web.evidence.change.page import PAGES, ChangePage
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.picture import Frame
from placeplan_web.evidence.provenance import find_origin


@dataclass(frozen=True, slots=True)
class ChangeLinks:
    """Addresses of what a page shows of a run, with what was chosen in each."""

    run: Run
    slug: str
    address: Address
    chosen: Chosen

    def link_view(self, id_: str) -> str:
        return f"{link_page(self.slug, self.run, self.address, self.chosen)}#{id_}"

    def link_svg(self, id_: str, **query: str) -> str:
        name, every = "evidence:change-svg", {**self.chosen, **query}
        return self.address.link(name, query=every, **self._name(id_))

    def list_files(self, id_: str) -> dict[str, str]:
        name, parts = "evidence:change-file", self._name(id_)
        return {
            "csv": self.address.link(name, query=self.chosen, kind=CSV, **parts),
            "excel": self.address.link(name, query=self.chosen, kind=EXCEL, **parts),
        }

    def _name(self, id_: str) -> dict[str, Any]:
        return {"public_id": self.run.public_id, "page": self.slug, "figure": id_}


def link_page(
    slug: str, run: Run, address: Address, chosen: Chosen | None = None
) -> str:
    """The address of a page for a run and what was chosen on it."""
    query = {"run": str(run.public_id), **(chosen or {})}
    return address.link("evidence:change", query=query, page=slug)


def present_view(
    page: ChangePage, run: Run, view: ChangeView, address: Address
) -> dict[str, Any]:
    """What the template of a page asks for."""
    links = ChangeLinks(run, page.slug, address, view.chosen)
    frame = Frame(run, address, links, page.cells)
    origin = find_origin(run, tables=page.tables)
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
        "pages": list_pages(
            run, address, [each for each in PAGES if each != page.slug]
        ),
    }


def list_pages(
    run: Run, address: Address, slugs: Iterable[str] = PAGES
) -> list[dict[str, str]]:
    """Pages on what the plan changes, as what hangs on others."""
    return [
        {
            "text": page.title,
            "href": link_page(page.slug, run, address),
            "note": page.about,
        }
        for page in (PAGES[slug] for slug in slugs)
    ]


def _present_choices(
    page: ChangePage, run: Run, view: ChangeView
) -> list[dict[str, Any]]:
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
