"""Pictures and tables of the pages of wings, kept once made."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from placeplan.plan.figure import Figure
from placeplan_web.evidence.gallery import Screen, draw_figure
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import Shown, as_key
from placeplan_web.evidence.wing.choice import read_chosen
from placeplan_web.evidence.wing.outcome import Chosen, find_outcome
from placeplan_web.evidence.wing.page import WingPage

KEPT_VIEWS: Final = 128
KEPT_DRAWINGS: Final = 256
_Settings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WingView:
    """What a page shows of a run for what was chosen."""

    chosen: Chosen
    figures: Mapping[str, Figure]
    records: Mapping[str, Record]


def find_view(run: Run, page: WingPage, query: Mapping[str, str]) -> WingView:
    """Find what a page shows of a run for the settings of an address."""
    chosen = read_chosen(page.choices, find_outcome(run), query)
    return _make_view(as_key(run), page, tuple(chosen.items()))


def find_finding(run: Run, page: WingPage) -> str:
    """The sentence of the first picture of a page, or what it says without any."""
    first = next(iter(find_view(run, page, {}).figures.values()), None)
    return first.finding if first else page.empty


def draw_view_svg(
    run: Run, page: WingPage, view: WingView, id_: str, screen: Screen
) -> str:
    """A figure of a view as SVG text."""
    settings = tuple(view.chosen.items())
    return _draw_svg(as_key(run), page, settings, id_, screen)


@lru_cache(maxsize=KEPT_VIEWS)
def _make_view(shown: Shown, page: WingPage, settings: _Settings) -> WingView:
    outcome, chosen = find_outcome(shown.run), dict(settings)
    figures = [draw(outcome, chosen) for draw in page.pictures]
    records = [make(outcome, chosen) for make in page.records]
    return WingView(
        chosen,
        {figure.id: figure for figure in figures if figure is not None},
        {record.id: record for record in records if record is not None},
    )


@lru_cache(maxsize=KEPT_DRAWINGS)
def _draw_svg(
    shown: Shown, page: WingPage, settings: _Settings, id_: str, screen: Screen
) -> str:
    return draw_figure(_make_view(shown, page, settings).figures[id_], screen)
