"""The rooms that show results: their pictures, and the measures behind each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from placeplan.errors import QuestionError
from placeplan.plan import Results
from placeplan.plan.back_test_figure import draw_back_test
from placeplan.plan.beds_figure import draw_beds
from placeplan.plan.demand_figure import draw_demand
from placeplan.plan.figure import Figure
from placeplan.plan.gap_figure import draw_bridge, draw_gap
from placeplan.plan.outturn_figure import draw_outturn
from placeplan.plan.people_figure import draw_ageing, draw_pyramid
from placeplan.plan.place_figure import draw_places
from placeplan.plan.provider_figure import draw_providers, draw_staff
from placeplan.population import back_test
from placeplan_web.evidence.focus import Focus, focus_on
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import (
    get_boundaries,
    get_names,
    get_plan,
    get_registry,
    get_results,
)

Draw = Callable[[Results, Run], Figure | None]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a room: how it is drawn, and the measures that it shows."""

    id: str
    draw: Draw
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A page of results."""

    slug: str
    title: str
    pictures: tuple[Picture, ...]
    empty: str


def _base_year(run: Run) -> int:
    return get_plan(run.dataset).manifest.base_year


def _draw_places(results: Results, run: Run) -> Figure | None:
    return draw_places(
        results,
        base_year=_base_year(run),
        boundaries=get_boundaries(run.dataset),
        names=get_names(run.dataset),
    )


def _draw_back_test(results: Results, run: Run) -> Figure | None:
    """Draw the back-test of all districts; a part of them would say less."""
    if results is not get_results(run):
        return None
    try:
        return draw_back_test(back_test(get_plan(run.dataset).tables))
    except QuestionError:  # a plan with one count alone has nothing to test against
        return None


def _named(draw: Callable[..., Figure | None]) -> Draw:
    return lambda results, run: draw(results, names=get_names(run.dataset))


def _plain(draw: Callable[[Results], Figure | None]) -> Draw:
    return lambda results, _: draw(results)


_PEOPLE = Room(
    "people",
    "People",
    (
        Picture("people-by-age", _plain(draw_pyramid), ("population",)),
        Picture(
            "ageing",
            lambda results, run: draw_ageing(results, base_year=_base_year(run)),
            ("population",),
        ),
        Picture("people-by-place", _draw_places, ("population",)),
        Picture("back-test", _draw_back_test, ("population",)),
    ),
    "This run holds no people of the place you chose.",
)
_DEMAND = Room(
    "demand",
    "Demand",
    (
        Picture("demand", _plain(draw_demand), ("activity",)),
        Picture("providers", _named(draw_providers), ("activity",)),
    ),
    "This run holds no activity of the place you chose.",
)
_CAPACITY = Room(
    "capacity",
    "Capacity",
    (
        Picture("beds", _named(draw_beds), ("beds_needed", "beds_available")),
        Picture(
            "staff", _plain(draw_staff), ("staff_needed_wte", "staff_available_wte")
        ),
    ),
    "Beds, spaces and staff are counted by hospital and provider, not by where people "
    "live. Choose a provider or a site, or the whole system.",
)
_MONEY = Room(
    "money",
    "Money",
    (
        Picture("bridge", _plain(draw_bridge), ("gap_pounds", "solution_pounds")),
        Picture("gap", _plain(draw_gap), ("gap_pounds",)),
        Picture("outturn", _named(draw_outturn), ("outturn_pounds",)),
    ),
    "Money is counted for the whole system and by organisation, not by where people "
    "live. Choose the whole system.",
)
ROOMS: Mapping[str, Room] = {
    room.slug: room for room in (_PEOPLE, _DEMAND, _CAPACITY, _MONEY)
}


def get_focus(run: Run, place: str | None) -> Focus:
    """The results of a run for the place that a page is about."""
    return focus_on(get_results(run), get_registry(run.dataset), place)


def list_figures(run: Run, room: Room, place: str | None) -> dict[str, Figure]:
    """Figures of a room that the results of a run have numbers for, by id."""
    return _draw_room(_Shown(run), room.slug, place)


class _Shown:
    """A run as a key: two records of the same finished results are one."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._key = (run.folder, run.results_sha256)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown) and self._key == other._key


@lru_cache(maxsize=256)
def _draw_room(shown: _Shown, slug: str, place: str | None) -> dict[str, Figure]:
    results = get_focus(shown.run, place).results
    drawn = {
        picture.id: picture.draw(results, shown.run) for picture in ROOMS[slug].pictures
    }
    return {name: figure for name, figure in drawn.items() if figure is not None}


@lru_cache(maxsize=256)
def draw_svg(shown: _Shown, slug: str, place: str | None, figure_id: str) -> str:
    """A figure of a room as SVG text."""
    return _draw_room(shown, slug, place)[figure_id].draw_svg()


def draw_picture(run: Run, room: Room, place: str | None, figure_id: str) -> str:
    """Draw a figure that `list_figures` holds."""
    return draw_svg(_Shown(run), room.slug, place, figure_id)
