"""Standardised rates and small-area estimates, asked by name."""

from typing import Any, Final

import numpy as np

from placeplan.stats.array import Floats, Ints
from placeplan.stats.crude_rate import PER_100K
from placeplan.stats.direct_rate import standardise_rows
from placeplan.stats.group import code_groups
from placeplan.stats.indirect_ratio import standardise_ratio
from placeplan.stats.method import (
    CONFIDENCE,
    GROUP,
    STRUCTURE,
    Answer,
    InputColumn,
    Method,
    Option,
)
from placeplan.stats.observed_total import read_totals
from placeplan.stats.rate_method import GUIDE, name_limits
from placeplan.stats.request import Request, read_numbers
from placeplan.stats.small_area_estimate import estimate_small_areas
from placeplan.stats.structure import Inspection


def check_bands(
    look: Inspection, area: Ints, band: Ints | None, declared: int | None = None
) -> None:
    """Note age bands that an area lacks, or has twice.

    Parameters
    ----------
    look : Inspection
        Where findings go.
    area : array of int, shape (rows,)
        Codes of areas.
    band : array of int, shape (rows,), optional
        Codes of bands; none when the table does not name them.
    declared : int, optional
        Bands that every area should have; all that occur when left out.

    Examples
    --------
    >>> from placeplan.stats.structure import Structure
    >>> look = Inspection(Structure.REPORT)
    >>> check_bands(look, np.array([0, 0, 1]), np.array([0, 1, 1]))
    >>> look.close()
    ('bands: expected every age band in every area, found 1 absent.',)
    """
    areas = int(area.max()) + 1
    if band is None:
        uneven = len(set(np.bincount(area).tolist())) > 1
        if uneven:
            expected = "as many bands in every area"
            look.find("bands", expected, "different numbers", "Add what is absent.")
        return
    bands = declared or int(band.max()) + 1
    count = np.zeros((areas, max(bands, int(band.max()) + 1)), dtype=int)
    np.add.at(count, (area, band), 1)
    absent, twice = int((count == 0).sum()), int((count > 1).sum())
    if absent:
        look.find(
            "bands", "every age band in every area", f"{absent} absent", "Add them."
        )
    if twice:
        look.find("bands", "each age band once", f"{twice} repeated", "Merge them.")


def _code_bands(request: Request) -> Ints | None:
    if not request.has("ageband"):
        return None
    return code_groups(request.column("ageband"))[1]


def _answer_dsr(request: Request) -> Answer:
    labels, area = request.groups()
    band, look = _code_bands(request), request.inspect()
    repeat = not request.flag("independent_events", True)
    times = None
    if repeat:
        name = str(request.option("eventfreq", "eventfreq"))
        times = request.numbers(name)
        if band is not None:
            check_bands(look, area, _pair(band, times))
    else:
        check_bands(look, area, band)
    found = standardise_rows(
        area,
        request.numbers("x"),
        request.numbers("n"),
        _reference(request, "stdpop", area),
        frequency=times,
        band=band,
        multiplier=request.number("multiplier", PER_100K),
        confidence=request.levels(),
        look=look,
    )
    total = {"total_count": _whole(found.parts["total_count"])}
    named = {**labels, **total, **name_limits(found)}
    return Answer(named, found.checks, found.reason.tolist())


def _pair(band: Ints, times: Floats) -> Ints:
    _, code = np.unique(times, return_inverse=True)
    pair = band * (int(code.max(initial=0)) + 1) + code.ravel()
    code_of_pair: Ints = (
        np.unique(pair, return_inverse=True)[1].ravel().astype(np.int64)
    )
    return code_of_pair


def _answer_indirect(request: Request, *, as_rate: bool) -> Answer:
    labels, area = request.groups()
    look = request.inspect()
    check_bands(look, area, _code_bands(request))
    scale = request.number(
        *(("multiplier", PER_100K) if as_rate else ("refvalue", 1.0))
    )
    observed = read_totals(look, request.aux.get("observed_totals"), labels)
    found = standardise_ratio(
        area,
        request.numbers("n"),
        _reference(request, "x_ref", area),
        _reference(request, "n_ref", area),
        count=None if observed is not None else _local_count(request),
        observed=observed,
        reference_value=scale,
        per_reference_rate=as_rate,
        confidence=request.levels(),
        look=look,
    )
    named = {
        **labels,
        "observed": _whole(found.parts["observed"]),
        "expected": found.parts["expected"],
        **name_limits(found),
    }
    return Answer(named, found.checks, found.reason.tolist())


def _local_count(request: Request) -> Floats | None:
    return request.numbers("x") if request.has("x") else None


def _reference(request: Request, name: str, area: Ints) -> Floats:
    """Take the reference from its column, or repeat it for every area from aux."""
    given = request.aux.get(name)
    if request.has(name) or given is None:
        return request.numbers(name)
    once = read_numbers(given, name)
    if len(once) == len(area):
        return once
    repeats = -(-len(area) // max(len(once), 1))
    return np.tile(once, repeats)[: len(area)]


def _whole(values: Floats) -> list[Any]:
    return [int(value) if value == int(value) else value for value in values.tolist()]


def _answer_small_area(request: Request) -> Answer:
    labels, area = code_groups(request.column("area"))
    known = request.option("control_total", None)
    look = request.inspect()
    group = code_groups(request.column("group"))[1] if request.has("group") else None
    check_bands(look, area, group)
    checks = look.close()
    found = estimate_small_areas(
        area,
        request.numbers("population"),
        request.numbers("rate"),
        known_total=None if known is None else request.number("control_total", 0.0),
    )
    named = {
        "area": labels,
        "estimate": found.estimate,
        "prevalence": found.share,
        "scale": [found.scale] * len(labels),
    }
    return Answer(named, checks, [""] * len(labels))


BANDED: Final = (
    InputColumn("x", "Events in the age band."),
    InputColumn("n", "People in the age band."),
    InputColumn("ageband", "The age band, to find absent or repeated ones.", False),
)
INDIRECT: Final = (
    InputColumn("x", "Events in the age band, without observed_totals.", False),
    *BANDED[1:],
    InputColumn("x_ref", "Events of the reference in the band; or in aux.", False),
    InputColumn("n_ref", "People of the reference in the band; or in aux.", False),
)
TOTALS: Final = (
    InputColumn("observed_totals", "Events by area, as an object or as columns."),
    InputColumn("x_ref", "Events of the reference by band, once for all areas."),
    InputColumn("n_ref", "People of the reference by band, once for all areas."),
)

STANDARD_METHODS: Final = (
    Method(
        "dsr",
        "Directly standardised rates with Dobson's interval.",
        (
            *BANDED,
            InputColumn("stdpop", "Standard population; or in aux.", False),
            InputColumn("eventfreq", "Events a person, for repeat events.", False),
        ),
        (
            GROUP,
            Option("multiplier", "number", 100_000, "People that a rate is for."),
            CONFIDENCE,
            Option(
                "independent_events",
                "boolean",
                True,
                "false: x is unique people, each with eventfreq events.",
            ),
            Option("eventfreq", "string", "eventfreq", "Column of events a person."),
            STRUCTURE,
        ),
        _answer_dsr,
        GUIDE,
        (InputColumn("stdpop", "Standard population by band, once for all areas."),),
    ),
    Method(
        "isratio",
        "Indirectly standardised ratios.",
        INDIRECT,
        (
            GROUP,
            Option("refvalue", "number", 1, "What a ratio of 1 is shown as."),
            CONFIDENCE,
            STRUCTURE,
        ),
        lambda request: _answer_indirect(request, as_rate=False),
        GUIDE,
        TOTALS,
    ),
    Method(
        "israte",
        "Indirectly standardised rates.",
        INDIRECT,
        (
            GROUP,
            Option("multiplier", "number", 100_000, "People that a rate is for."),
            CONFIDENCE,
            STRUCTURE,
        ),
        lambda request: _answer_indirect(request, as_rate=True),
        GUIDE,
        TOTALS,
    ),
    Method(
        "small_area",
        "Synthetic estimates from shares of groups, scaled to a known total.",
        (
            InputColumn("area", "The area."),
            InputColumn("group", "The group of people.", False),
            InputColumn("population", "People of the group in the area."),
            InputColumn("rate", "Share of the group with the condition, 0 to 1."),
        ),
        (
            Option("control_total", "number", None, "Total that estimates sum to."),
            STRUCTURE,
        ),
        _answer_small_area,
        "Definition: people times share, summed and scaled.",
    ),
)
