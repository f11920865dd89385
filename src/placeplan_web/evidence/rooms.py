"""The rooms that show results: their pictures and tables, and the measures behind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

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
from placeplan_web.evidence.demand_record import explain_growth
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.money_record import list_solutions
from placeplan_web.evidence.people_record import (
    compare_people,
    list_unmet_moves,
    share_among_networks,
    sum_up_back_test,
)
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import (
    get_back_test,
    get_boundaries,
    get_names,
    get_plan,
    get_results,
)

Draw = Callable[[Results, Run], Figure | None]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a room: how it is drawn, and the measures that it shows.

    `draw_narrow` draws another chart of the same numbers for a phone.
    """

    id: str
    draw: Draw
    measures: tuple[str, ...]
    draw_narrow: Draw | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A page of results; `empty` is said where there is nothing to show.

    `leads_to` names the pages on what the plan changes that its reader may want next.
    """

    slug: str
    title: str
    pictures: tuple[Picture, ...]
    records: tuple[Callable[[Run], Record | None], ...]
    empty: str
    leads_to: tuple[str, ...] = ()


def _base_year(run: Run) -> int:
    return get_plan(run.dataset).manifest.base_year


def _draw_map(results: Results, run: Run) -> Figure | None:
    return draw_places(
        results,
        base_year=_base_year(run),
        boundaries=get_boundaries(run.dataset),
        names=get_names(run.dataset),
    )


def _draw_bars(results: Results, run: Run) -> Figure | None:
    names = get_names(run.dataset)
    return draw_places(results, base_year=_base_year(run), names=names)


def _draw_ageing(results: Results, run: Run) -> Figure | None:
    return draw_ageing(results, base_year=_base_year(run))


def _draw_back_test(results: Results, run: Run) -> Figure | None:
    """Draw the back-test of all districts; a part of them would say less."""
    errors = get_back_test(run.dataset) if results is get_results(run) else None
    return None if errors is None else draw_back_test(errors)


def _named(draw: Callable[..., Figure | None]) -> Draw:
    return lambda results, run: draw(results, names=get_names(run.dataset))


def _plain(draw: Callable[[Results], Figure | None]) -> Draw:
    return lambda results, _: draw(results)


_PEOPLE = Room(
    "people",
    "People",
    (
        Picture("people-by-age", _plain(draw_pyramid), ("population",)),
        Picture("ageing", _draw_ageing, ("population",)),
        Picture("people-by-place", _draw_map, ("population",), _draw_bars),
        Picture("back-test", _draw_back_test, ("population",)),
    ),
    (compare_people, list_unmet_moves, sum_up_back_test, share_among_networks),
    "This run holds no people of the place you chose. People are counted by district: "
    "choose a district, a commissioner or a footprint, or the whole system.",
)
_DEMAND = Room(
    "demand",
    "Demand",
    (
        Picture("demand", _named(draw_demand), ("activity",)),
        Picture("providers", _named(draw_providers), ("activity",)),
    ),
    (explain_growth,),
    "This run holds no care of the place you chose. Choose a district, a commissioner, "
    "a footprint or a provider, or the whole system.",
    ("ledger", "flows", "spread"),
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
    (),
    "Beds, spaces and staff are counted by hospital and provider, not by where people "
    "live. Choose a provider or a site, or the whole system.",
    ("ledger", "bridge", "spread", "options"),
)
_MONEY = Room(
    "money",
    "Money",
    (
        Picture("bridge", _plain(draw_bridge), ("gap_pounds", "solution_pounds")),
        Picture("gap", _plain(draw_gap), ("gap_pounds",)),
        Picture("outturn", _named(draw_outturn), ("outturn_pounds",)),
    ),
    (list_solutions,),
    "Money is counted for the whole system and by organisation, not by where people "
    "live. Choose the whole system.",
    ("ledger", "claims", "bridge", "drivers"),
)
ROOMS: Final[Mapping[str, Room]] = {
    room.slug: room for room in (_PEOPLE, _DEMAND, _CAPACITY, _MONEY)
}
