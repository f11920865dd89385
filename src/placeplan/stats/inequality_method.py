"""The slope and relative index of inequality, asked by name."""

from typing import Any, Final

import numpy as np

from placeplan.stats.array import Floats, Ints
from placeplan.stats.inequality import ValueType
from placeplan.stats.inequality_index import (
    DEFAULT_REPETITIONS,
    IndexOptions,
    InequalityIndex,
    error_from_limits,
    measure_inequality,
)
from placeplan.stats.inequality_reliability import measure_reliability
from placeplan.stats.level import name_levels
from placeplan.stats.life_method import read_first_age
from placeplan.stats.method import (
    CONFIDENCE,
    GROUP,
    STRUCTURE,
    Answer,
    InputColumn,
    Method,
    Option,
)
from placeplan.stats.rate_method import GUIDE
from placeplan.stats.request import Request
from placeplan.stats.structure import Inspection

FEWEST_QUANTILES: Final = 5
MOST_QUANTILES: Final = 100


def _answer_sii(request: Request) -> Answer:
    labels, area = request.groups()
    options = IndexOptions(
        _value_type(request),
        request.flag("transform", False),
        request.number("multiplier", 1.0),
        request.levels(),
        request.whole("repetitions", DEFAULT_REPETITIONS),
    )
    look = request.inspect()
    value, error, people = _read_groups(request, look, options.value_type)
    rank = _rank_quantiles(request)
    quantiles = int(rank.max(initial=-1)) + 1
    if not FEWEST_QUANTILES <= quantiles <= MOST_QUANTILES:
        expected = f"{FEWEST_QUANTILES} to {MOST_QUANTILES} quantiles"
        look.refuse("column quantile", expected, str(quantiles), "Regroup the areas.")
        look.close()
    whole = _whole_areas(look, area, rank, quantiles)
    checks = look.close()
    order = np.lexsort([rank, area])
    kept = order[np.isin(area[order], whole)]
    size = (len(whole), quantiles)
    tables = (
        value[kept].reshape(size),
        error[kept].reshape(size),
        people[kept].reshape(size),
    )
    seed = request.whole("seed", 1)
    found, apart = _measure(request, tables, options, seed)
    kept_labels = {
        name: [held[code] for code in whole] for name, held in labels.items()
    }
    if found.simulated:
        drawn = " and ".join(found.simulated)
        checks += (f"limits of {drawn}: {options.repetitions} draws, seed {seed}.",)
    named = {**kept_labels, **_name_index(found, options.levels), **apart}
    reasons = np.where(np.isnan(found.rii), "no_intercept", "")
    return Answer(named, checks, reasons.tolist())


def _measure(
    request: Request,
    tables: tuple[Floats, Floats, Floats],
    options: IndexOptions,
    seed: int,
) -> tuple[InequalityIndex, dict[str, Any]]:
    """Measure once, or ten times to tell how far drawn limits move."""
    generator = np.random.default_rng(seed)
    if not request.flag("reliability_stat", False):
        return measure_inequality(*tables, options, generator), {}
    runs = measure_reliability(*tables, options, generator)
    apart = {}
    for place, suffix in enumerate(name_levels(options.levels)):
        apart[f"sii_mad{suffix}"] = runs.sii[:, place]
        apart[f"rii_mad{suffix}"] = runs.rii[:, place]
    return runs.index, apart


def _value_type(request: Request) -> ValueType:
    known = [str(kind.value) for kind in ValueType]
    return ValueType(int(request.choice("value_type", "0", known)))


def _rank_quantiles(request: Request) -> Ints:
    """Rank quantiles as numbers, so that 10 follows 9 also when written as text."""
    given = [read_first_age(label) for label in request.column("quantile")]
    return np.unique(given, return_inverse=True)[1].ravel().astype(np.int64)


def _read_groups(
    request: Request, look: Inspection, kind: ValueType
) -> tuple[Floats, Floats, Floats]:
    people = request.numbers("population")
    look.refuse_rows(~(people > 0), "population", "people above 0", "Correct them.")
    if not request.has("value") and request.has("x"):
        value = request.numbers("x") / people
    else:
        value = request.numbers("value")
    _check_scale(look, value, "value", kind)
    if request.has("se"):
        error = request.numbers("se")
        look.refuse_rows(~(error >= 0), "se", "a standard error", "Give them all.")
        return value, error, people
    lower, upper = request.numbers("lower_cl"), request.numbers("upper_cl")
    _check_scale(look, lower, "lower_cl", kind)
    _check_scale(look, upper, "upper_cl", kind)
    look.refuse_rows(upper < lower, "upper_cl", "no limit below the lower", "Swap.")
    return value, error_from_limits(lower, upper, kind), people


def _check_scale(look: Inspection, values: Floats, name: str, kind: ValueType) -> None:
    bad = ~np.isfinite(values)
    expected = "a number"
    if kind is ValueType.CRUDE_OR_STANDARDISED_RATE:
        bad |= values <= 0
        expected = "a number above 0, since rates vary on the log scale"
    elif kind is ValueType.PROPORTION:
        bad |= (values <= 0) | (values >= 1)
        expected = "a share between 0 and 1"
    look.refuse_rows(bad, name, expected, "Correct it.")


def _whole_areas(look: Inspection, area: Ints, rank: Ints, quantiles: int) -> list[int]:
    """Give the areas that have every quantile once; tell of the others."""
    areas = int(area.max()) + 1
    seen = np.zeros((areas, quantiles), dtype=int)
    np.add.at(seen, (area, rank), 1)
    whole = (seen == 1).all(axis=1)
    for code in (~whole).nonzero()[0]:
        look.find(
            f"area {code + 1}",
            "every quantile once",
            f"{(seen[code] == 0).sum()} absent, {(seen[code] > 1).sum()} twice",
            "Complete it; it is left out.",
        )
    if not whole.any():
        look.refuse("data", "an area with every quantile once", "none", "Complete one.")
    return [int(code) for code in whole.nonzero()[0]]


def _name_index(found: InequalityIndex, levels: tuple[float, ...]) -> dict[str, Any]:
    named: dict[str, Any] = {
        "sii": found.sii,
        "rii": found.rii,
        "intercept": found.intercept,
    }
    for place, suffix in enumerate(name_levels(levels)):
        named[f"sii_lower{suffix}"] = found.sii_lower[:, place]
        named[f"sii_upper{suffix}"] = found.sii_upper[:, place]
        named[f"rii_lower{suffix}"] = found.rii_lower[:, place]
        named[f"rii_upper{suffix}"] = found.rii_upper[:, place]
    return named


INEQUALITY_METHODS: Final = (
    Method(
        "sii",
        "Slope and relative index of inequality, with interval.",
        (
            InputColumn("quantile", "Deprivation group, 1 the most deprived."),
            InputColumn("population", "People of the group."),
            InputColumn("value", "Its value.", False),
            InputColumn("x", "Its count, for value_type 2 without value.", False),
            InputColumn("se", "Standard error of the value.", False),
            InputColumn("lower_cl", "Lower 95% limit, without se.", False),
            InputColumn("upper_cl", "Upper 95% limit, without se.", False),
        ),
        (
            GROUP,
            Option("value_type", "integer", 0, "0 other, 1 rate, 2 proportion."),
            Option("transform", "boolean", False, "Fit on the log or logit scale."),
            Option("multiplier", "number", 1, "Times the slope index."),
            CONFIDENCE,
            Option("repetitions", "integer", 100_000, "Draws, where they are needed."),
            Option("seed", "integer", 1, "Seed of those draws."),
            Option(
                "reliability_stat",
                "boolean",
                False,
                "Draw ten times and give the mean absolute difference of the limits.",
            ),
            Option("seeds", "integer", None, "Not used: one seed is enough."),
            STRUCTURE,
        ),
        _answer_sii,
        GUIDE,
    ),
)
