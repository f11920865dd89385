"""Find a number in the results of a run: who reads “486” in a paper finds the gap."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from placeplan.errors import PlaceplanError
from placeplan.plan import DO_NOTHING, PLAN, Results, answer
from placeplan.reference import STATUSES
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import get_results

NUMBER = re.compile(
    r"[-−]?£?[-−]?(?P<figure>\d[\d,]*(?:\.\d+)?) ?(?P<scale>k|m|bn|million|billion)?",
    re.IGNORECASE,
)
SCALES = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
SHORT = {"pounds": 6}  # money is spoken of in millions: 486 means 486 million
RUNS_KEPT = 4


@dataclass(frozen=True, slots=True)
class Total:
    """A total of the whole system, with the years and scenarios that share it."""

    measure: str
    value: float
    unit: str
    status: str
    years: tuple[int, ...]
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A number as it was typed: its size, and how exactly it was put."""

    value: Decimal
    step: Decimal

    def is_near(self, value: float, power: int) -> bool:
        """Tell whether `value`, rounded as the number was, is that number."""
        scale = Decimal(10) ** power
        away = abs(abs(Decimal(repr(value))) - self.value * scale)
        return away <= self.step * scale / 2


def read_number(text: str) -> Sought | None:
    """Read a number as papers write it: 1,731,400 or −£486 million or 1.86m."""
    found = NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    figure = Decimal(found["figure"].replace(",", ""))
    step = Decimal(1).scaleb(int(figure.as_tuple().exponent))
    scale = Decimal(10) ** SCALES.get((found["scale"] or "").lower(), 0)
    return Sought(figure * scale, step * scale)


def find_totals(run: Run, text: str) -> list[Total]:
    """List the yearly totals of a run that are the number in `text`, or round to it."""
    sought = read_number(text)
    if sought is None or sought.value == 0:
        return []
    near = [
        total
        for total in _list_totals(_Key(run, run.results_sha256))
        if sought.is_near(total.value, 0)
        or sought.is_near(total.value, SHORT.get(total.unit, 0))
    ]
    return sorted(near, key=lambda total: STATUSES.index(total.status))


@dataclass(frozen=True)
class _Key:
    """A run as a key: what it holds is told by its digest."""

    run: Run = field(compare=False)
    digest: str


@lru_cache(maxsize=RUNS_KEPT)
def _list_totals(key: _Key) -> tuple[Total, ...]:
    shared: dict[tuple[str, float, str, str], list[tuple[str, int]]] = {}
    for measure, scenario, year, value, unit, status in _walk(get_results(key.run)):
        found = shared.setdefault((measure, value, unit, status), [])
        found.append((scenario, year))
    return tuple(
        Total(
            *what,
            years=tuple(sorted({year for _, year in when})),
            scenarios=tuple(dict.fromkeys(scenario for scenario, _ in when)),
        )
        for what, when in shared.items()
    )


def _walk(results: Results) -> Iterator[tuple[str, str, int, float, str, str]]:
    """Give every yearly total: measure, scenario, year, value, unit, status."""
    for measure in sorted(results.table["measure"].unique()):
        for scenario in (DO_NOTHING, PLAN):
            try:
                found = answer(results, measure, by=["year"], scenario=scenario)
            except PlaceplanError:  # not told by year, or not in this scenario
                continue
            for year, value, unit, status in found.iter_rows():
                yield measure, scenario, year, value, unit, status
