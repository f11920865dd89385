"""Pictures and tables of the pages on what the plan changes, kept once made."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from placeplan.plan.figure import Figure
from placeplan_web.evidence.change.choice import read_chosen
from placeplan_web.evidence.change.outcome import Chosen, find_outcome
from placeplan_web.evidence.change.page import PAGES, ChangePage
from placeplan_web.evidence.gallery import Screen, draw_figure
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import Shown, as_key

KEPT_VIEWS: Final = 64
KEPT_DRAWINGS: Final = 128
_Settings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What a page shows of a run for what was chosen."""

    chosen: Chosen
    figures: Mapping[str, Figure]
    records: Mapping[str, Record]


def find_view(run: Run, page: ChangePage, query: Mapping[str, str]) -> ChangeView:
    """Find what a page shows of a run for the settings of an address."""
    chosen = read_chosen(page.choices, find_outcome(run), query)
    return _make_view(as_key(run), page.slug, tuple(chosen.items()))


def draw_view_svg(
    run: Run, page: ChangePage, view: ChangeView, id_: str, screen: Screen
) -> str:
    """A figure of a view as SVG text."""
    settings = tuple(view.chosen.items())
    return _draw_svg(as_key(run), page.slug, settings, id_, screen)


@lru_cache(maxsize=KEPT_VIEWS)
def _make_view(shown: Shown, slug: str, settings: _Settings) -> ChangeView:
    outcome, page, chosen = find_outcome(shown.run), PAGES[slug], dict(settings)
    figures = [draw(outcome, chosen) for draw in page.pictures]
    records = [make(outcome, chosen) for make in page.records]
    return ChangeView(
        chosen,
        {figure.id: figure for figure in figures if figure is not None},
        {record.id: record for record in records if record is not None},
    )


@lru_cache(maxsize=KEPT_DRAWINGS)
def _draw_svg(
    shown: Shown, slug: str, settings: _Settings, id_: str, screen: Screen
) -> str:
    return draw_figure(_make_view(shown, slug, settings).figures[id_], screen)
