"""Many futures of a large plan: 2,000 draws, 15 years, 7,280 cells, 60 pods.

Held against the multiplication of the two matrices alone, in the same go and the same
precision. People of all draws would fill 870 MB, so a tenth of the draws is made up
once and projected ten times.
"""

import math
import time
from collections.abc import Callable, Collection, Iterator
from typing import Any

import numpy as np

from benchmarks.yardstick import Measured, register

DRAWS, YEARS, CELLS, PODS = 2000, 15, 7280, 60
PARTS = 10
TIMES = 15
BARS = {"projection_of_many_futures": 0.5}


def make_inputs(draws: int, years: int = YEARS, cells: int = CELLS) -> tuple[Any, ...]:
    """Make people, use and growth up."""
    rng = np.random.default_rng(20160309)
    people = rng.random((draws, years, cells), dtype=np.float32) * 1000
    use = rng.random((cells, PODS), dtype=np.float32)
    yearly = 1 + rng.normal(0.01, 0.005, (draws, 1, PODS)) * np.ones((1, years, 1))
    return people, use, np.cumprod(yearly, axis=1)


def measure_projection(_wanted: Collection[str]) -> Iterator[Measured]:
    """Measure both in turn, the best of fifteen each, and print how cost grows."""
    from placeplan.demand.many_futures import project_many

    people, use, index = make_inputs(DRAWS // PARTS)
    rows = people.reshape(-1, CELLS)
    ours, floor = [], []
    for _ in range(TIMES):
        floor.append(_time(lambda: rows @ use))
        ours.append(_time(lambda: project_many(people, use, index)))
    print_exponents(project_many)
    yield Measured(
        "projection_of_many_futures",
        min(ours) * PARTS,
        "s",
        "the multiplication of the matrices alone",
        min(floor) * PARTS,
        BARS["projection_of_many_futures"],
    )


def print_exponents(project: Callable[..., object]) -> None:
    """Print the exponent of cost in draws, cells and years: 1 is in proportion."""
    sizes = {
        "draws": ((200, 5, 2000), (1600, 5, 2000)),
        "cells": ((200, 5, 2000), (200, 5, 16000)),
        "years": ((200, 5, 2000), (200, 40, 2000)),
    }
    for name, ends in sizes.items():
        less, more = (_time_best(project, make_inputs(*size)) for size in ends)
        exponent = math.log(more / less) / math.log(8)
        print(f"  cost grows with {name} to the power {exponent:.2f}")


def _time_best(project: Callable[..., object], made: tuple[Any, ...]) -> float:
    return min(_time(lambda: project(*made)) for _ in range(TIMES))


def _time(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


register("projection", BARS, measure_projection)
