"""Three stroke units of seven by small area, from the files beside the project."""

import numpy as np
import polars as pl

from make_options import SITES, read_sites, read_small_areas
from placeplan.capacity import (
    Geography,
    HuffRule,
    OptionQuestion,
    fill_minutes,
    find_site_factor,
    fit_travel,
)

MATRIX = "travel/lsoa_travel_time_matrix_calibrated_KM_and_neighbours.csv"
BETWEEN = "travel/inter_hospital_time_2016_127_units.csv"
UNITS = [postcode.replace(" ", "") for postcode in SITES]
CANDIDATES = 7


def read_minutes(official, areas):
    """Minutes of small areas to units; NaN for those that the matrix lacks."""
    frame = pl.read_csv(official / MATRIX)
    frame = frame.rename({name: name.strip() for name in frame.columns})
    rows = areas.join(
        frame, left_on="name", right_on="LSOA", how="left", maintain_order="left"
    )
    nothing = np.full(areas.height, np.nan)
    known = [
        rows[unit].to_numpy() if unit in frame.columns else nothing for unit in UNITS
    ]
    return np.stack(known, axis=1)


def read_between(official):
    """Minutes between the units, in their order."""
    frame = pl.read_csv(official / BETWEEN)
    frame = frame.rename({name: name.strip() for name in frame.columns})
    order = pl.DataFrame({"from_postcode": UNITS})
    rows = order.join(
        frame.with_columns(pl.col("from_postcode").str.strip_chars()),
        on="from_postcode",
        maintain_order="left",
    )
    return rows.select(UNITS).to_numpy().astype(float)


def measure_metres(some, others):
    """Straight-line metres between the points of two frames."""
    one, two = (frame.select("x", "y").to_numpy() for frame in (some, others))
    return np.hypot(*(one[:, None] - two[None]).transpose(2, 0, 1))


def fill(official, areas, minutes):
    """Fill units that a matrix lacks from distance, by the matrix between units."""
    sites = read_sites(official)
    between, apart = read_between(official), measure_metres(sites, sites)
    factor = find_site_factor(apart, between, fit_travel(apart, between))
    metres = measure_metres(areas, sites)
    ours = slice(0, CANDIDATES)
    fit = fit_travel(metres[:, ours], minutes[:, ours])
    return np.maximum(fill_minutes(minutes, metres, factor, fit), 1.0)


def ask_by_small_area(official, choice):
    """Give the question of three of seven on all small areas."""
    areas = read_small_areas(official)
    here = areas["here"].to_numpy()
    minutes = fill(official, areas, read_minutes(official, areas))
    count = len(SITES)
    places = Geography(
        sites=tuple(site for site, *_ in SITES.values()),
        site_names=tuple(name for _, name, _ in SITES.values()),
        standings=tuple(standing for *_, standing in SITES.values()),
        is_open_now=np.ones(count, dtype=bool),
        size=np.ones(count),
        capacity=np.full(count, np.nan),
        areas=tuple(areas["code"]),
        wider_places=tuple(areas["district_name"]),
        is_here=here,
        fifth=np.where(here, areas["fifth"].to_numpy(), 0),
        cases=areas["cases"].to_numpy(),
        minutes=minutes,
        flows=np.zeros(minutes.shape),
        status="derived",
    )
    goals = ("mean_minutes", "worst_minutes", "smallest_cases")
    rule = HuffRule(0.0, 4.0)
    return OptionQuestion(
        "q", "q", places, 3, 3, choice, rule, None, 600.0, goals, "derived"
    )
