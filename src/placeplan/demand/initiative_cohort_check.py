"""Cohorts of effects held to the base activity and its mix."""

from collections.abc import Mapping
from dataclasses import asdict
from itertools import combinations

import polars as pl

from placeplan.demand.cohort_match import (
    is_band,
    lies_inside,
    match_cells,
    match_named,
    overlaps,
)
from placeplan.demand.initiative import COHORT_AXES, Effect, InitiativeSet
from placeplan.demand.initiative_inputs import EFFECTS, INITIATIVES
from placeplan.demand.inputs import ACTIVITY_BASE, ACTIVITY_MIX, Tables, get_table
from placeplan.demand.mix import split_cells
from placeplan.demand.mix_check import check_mix
from placeplan.errors import Fault


def check_cohorts(tables: Tables) -> list[Fault]:
    """Hold cohorts to the base activity, once names and sizes are sound.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan in which `check_initiatives` finds nothing else.

    Returns
    -------
    list of Fault
        Effects whose ages cut a band, whose cohort nobody is in, or that meet another
        of the same initiative.

    Examples
    --------
    >>> check_cohorts({})
    []
    """
    if get_table(tables, EFFECTS).is_empty():
        return []
    cells = get_table(tables, ACTIVITY_BASE)
    if not all(map(is_band, cells["age_band"].unique())) or check_mix(tables):
        return []
    cells = split_cells(cells, tables).cells
    effects = InitiativeSet.from_tables(tables, []).effects
    ids = get_table(tables, INITIATIVES)["id"].sort()
    acts = match_cells(cells, effects)
    faults = [
        _say(ids[effect.initiative], effect, *words)
        for at, effect in enumerate(effects)
        if (words := _find_misfit(cells, effect, found=bool(acts[:, at].any())))
    ]
    for (at, first), (then, second) in combinations(enumerate(effects), 2):
        if (
            first.initiative == second.initiative
            and (acts[:, at] & acts[:, then]).any()
        ):
            faults.append(
                _say(
                    ids[second.initiative],
                    second,
                    "cohorts of one initiative that do not meet",
                    f"one that meets its {first.mechanism}",
                    "Tell the cohorts apart: what an initiative avoids or moves it "
                    "cannot change again, nor shorten. Or make it two initiatives.",
                )
            )
    return faults


def _find_misfit(
    cells: pl.DataFrame, effect: Effect, *, found: bool
) -> tuple[str, str, str] | None:
    bands = cells.filter(match_named(effect))["age_band"].unique().sort()
    cut = [
        band
        for band in bands
        if overlaps(band, effect.ages) and not lies_inside(band, effect.ages)
    ]
    if cut:
        return (
            "ages that do not cut a band of the base activity",
            f"some that cut {cut[0]}",
            "Begin and end where the bands of the base activity do.",
        )
    if not found:
        remedy = f"Correct the cohort; {ACTIVITY_BASE.path} shows who is there."
        if effect.spells.is_stated:
            remedy = (
                f"Correct the cohort, or tell in {ACTIVITY_MIX.path} which spells of "
                "that pod and age belong to it."
            )
        return "a cohort that has activity", "one that has none", remedy
    return None


def name_effect(row: Mapping[str, object]) -> str:
    """Name a row of effects by all that its key states, so that no other is meant.

    Parameters
    ----------
    row : mapping of column name to value
        A row of the effects table; a cell that is None or absent is left out.

    Returns
    -------
    str
        Such as ``initiative a, mechanism avoidance, pod emergency_spell``.

    Examples
    --------
    >>> name_effect({"initiative": "a", "pod": "day_case", "place": None})
    'initiative a, pod day_case'
    """
    stated = ((column, row.get(column)) for column in EFFECTS.key)
    return ", ".join(f"{column} {each}" for column, each in stated if each is not None)


def _say(name: str, effect: Effect, expected: str, found: str, remedy: str) -> Fault:
    row = {
        "initiative": name,
        "mechanism": effect.mechanism,
        **dict(zip(COHORT_AXES, effect.cohort, strict=True)),
        "age_band": effect.ages,
        **asdict(effect.spells),
    }
    return Fault(EFFECTS.path, name_effect(row), expected, found, remedy)
