"""From districts to sites: flows that meet both what people use and what sites did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from activity_official import Spot
from activity_people import Array
from activity_volumes import OUTSIDE, Supply

ROUNDS = 300
"""Rounds of fitting; the last change is far below one unit."""


@dataclass(frozen=True, slots=True)
class Map:
    """Where people and hospitals are.

    Parameters
    ----------
    places : tuple of str
        Districts, in order.
    district : array
        Index of the district of each small area.
    people : array
        Share of its district's people in each small area.
    km : array
        Straight distance to each hospital, at least 1, shaped (small area, hospital).
    hospitals : tuple of str
        Names of the hospitals, in order.
    """

    places: tuple[str, ...]
    district: NDArray[np.int64]
    people: Array
    km: Array
    hospitals: tuple[str, ...]

    def distance_to(self, supply: Supply) -> Array:
        """Give the distance from each small area to where a supply stands.

        Elsewhere is the nearest hospital over the border; the county's community trust
        has a unit equally near to everyone but those of Medway.
        """
        if supply.site:
            found: Array = self.km[:, self.hospitals.index(supply.site)]
            return found
        if supply.provider == OUTSIDE:
            over = [name.startswith("outside") for name in self.hospitals]
            nearest: Array = self.km[:, over].min(axis=1)
            return nearest
        in_medway = self.district == self.places.index("medway")
        return np.where(in_medway, np.inf, float(np.median(self.km.min(axis=1))))


def draw_map(
    places: Sequence[str],
    areas: Mapping[str, Sequence[Spot]],
    hospitals: Mapping[str, Spot],
) -> Map:
    """Measure straight distances from the centre of each small area."""
    spots = [(at, spot) for at, place in enumerate(places) for spot in areas[place]]
    weights = np.array([spot.weight for _, spot in spots])
    district = np.array([at for at, _ in spots])
    totals = np.bincount(district, weights)
    km = [
        [
            np.hypot(spot.east - there.east, spot.north - there.north) / 1000
            for there in hospitals.values()
        ]
        for _, spot in spots
    ]
    return Map(
        tuple(places),
        district,
        weights / totals[district],
        np.maximum(np.array(km), 1.0),
        tuple(hospitals),
    )


def fit_margins(seed: Array, rows: Array, columns: Array) -> Array:
    """Scale rows and columns in turn until both tie (proportional fitting)."""
    rows = rows * columns.sum() / rows.sum()
    by_column = np.ones_like(columns)
    for _ in range(ROUNDS):
        by_row = rows / (seed @ by_column)
        by_column = columns / (seed.T @ by_row)
    found: Array = by_row[:, None] * seed * by_column
    return found


def find_flows(
    where: Map,
    supplies: Sequence[Supply],
    expected: Array,
    *,
    power: float,
    least_share: float,
) -> Array:
    """Share the residents' work of each supply over districts.

    A small area's pull to a supply falls with distance ** -power (a gravity model);
    both the use of every small area and the work of every supply tie.

    Parameters
    ----------
    where : Map
        People and hospitals.
    supplies : sequence of Supply
        Columns of the result.
    expected : array
        What each district would use, by its people.
    power : float
        How fast pull falls with distance.
    least_share : float
        Flows below this share of the district's work are left out.

    Returns
    -------
    array
        Units, shaped (district, supply).
    """
    columns = np.array([supply.total - supply.inflow for supply in supplies], float)
    distances = [where.distance_to(supply) for supply in supplies]
    seed = np.stack(distances, axis=1) ** -power
    rows = expected[where.district] * where.people
    flows = fit_margins(seed, rows, columns)
    by_district = np.zeros((len(where.places), len(supplies)))
    np.add.at(by_district, where.district, flows)
    small = by_district < least_share * by_district.sum(axis=1, keepdims=True)
    kept = np.where(small, 0.0, by_district)
    return fit_margins(kept, expected, columns)
