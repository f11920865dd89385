"""What a room shows of a run, of the whole or of one place; kept once drawn."""

import re
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Literal

import vl_convert

from placeplan.plan.figure import Figure
from placeplan_web.evidence.focus import Focus, focus_on
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.narrow import narrow
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.rooms import ROOMS, Picture, Room
from placeplan_web.evidence.shelf import Shown, as_key, get_registry, get_results

Screen = Literal["desk", "phone"]
KEPT_ROOMS = 64
KEPT_DRAWINGS = 256
LARGER = 1.2
_SIZE = re.compile(r'\b(width|height)="([0-9.]+)"')
_pen = Lock()  # the look of charts is one setting for all threads of a process


def get_focus(run: Run, place: str | None) -> Focus:
    """The results of a run for the place that a page is about."""
    return focus_on(get_results(run), get_registry(run.dataset), place)


def list_figures(run: Run, room: Room, place: str | None) -> Mapping[str, Figure]:
    """Figures of a room that the results of a run have numbers for, by id."""
    return _draw_room(as_key(run), room.slug, _find_place(run, place))


def list_records(run: Run, room: Room, place: str | None) -> Mapping[str, Record]:
    """Tables of a room for the whole system; a single place has its pictures alone."""
    return {} if _find_place(run, place) else _fill_room(as_key(run), room.slug)


def draw_svg(
    run: Run, room: Room, place: str | None, figure_id: str, screen: Screen
) -> str:
    """A figure that `list_figures` holds as SVG text."""
    known = _find_place(run, place)
    return _draw_svg(as_key(run), room.slug, known, figure_id, screen)


def draw_figure(figure: Figure, screen: Screen) -> str:
    """A figure that belongs to no room, as SVG text."""
    with _pen:
        if screen == "desk":
            return _enlarge(figure.draw_svg())
        spec = figure.narrow_specification or narrow(figure.specification)
        drawn: str = vl_convert.vegalite_to_svg(spec)
        return drawn


def _find_place(run: Run, place: str | None) -> str | None:
    """The place that results are kept for: one that narrows nothing is none."""
    return get_focus(run, place).place


@lru_cache(maxsize=KEPT_ROOMS)
def _draw_room(shown: Shown, slug: str, place: str | None) -> Mapping[str, Figure]:
    results = get_focus(shown.run, place).results
    drawn = {
        picture.id: picture.draw(results, shown.run) for picture in ROOMS[slug].pictures
    }
    return {name: figure for name, figure in drawn.items() if figure is not None}


@lru_cache(maxsize=KEPT_ROOMS)
def _fill_room(shown: Shown, slug: str) -> Mapping[str, Record]:
    made = [make(shown.run) for make in ROOMS[slug].records]
    return {record.id: record for record in made if record is not None}


@lru_cache(maxsize=KEPT_DRAWINGS)
def _draw_svg(
    shown: Shown, slug: str, place: str | None, figure_id: str, screen: Screen
) -> str:
    figure = _draw_room(shown, slug, place)[figure_id]
    if screen == "phone":
        picture = next(each for each in ROOMS[slug].pictures if each.id == figure_id)
        with _pen:
            figure = _draw_for_phone(picture, shown.run, place) or figure
    return draw_figure(figure, screen)


def _draw_for_phone(picture: Picture, run: Run, place: str | None) -> Figure | None:
    if picture.draw_narrow is None:
        return None
    return picture.draw_narrow(get_focus(run, place).results, run)


def _enlarge(svg: str) -> str:
    """Let a drawing stand larger on a desk, so that its words are as large as ours."""
    head, rest = svg.split(">", 1)
    larger = _SIZE.sub(lambda size: f'{size[1]}="{float(size[2]) * LARGER:.0f}"', head)
    return f"{larger}>{rest}"
