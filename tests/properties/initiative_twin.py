"""Slow, obvious twin of the engine: one spell after another, in plain Python."""

import math

from placeplan.reference import AgeBand

ORDER = ("attributable_share", "avoidance", "substitution", "change_of_setting")
SHORTENING = ("shorter_stay", "general_shorter_stay")


def _acts(effect, cell):
    _, _, pod, place, provider, sex, band, *_ = effect
    if (
        pod != cell[0]
        or place not in (None, cell[1])
        or provider not in (None, cell[2])
    ):
        return False
    if sex not in (None, cell[4]):
        return False
    if band is None:
        return True
    outer, inner = AgeBand.parse(band), AgeBand.parse(cell[5])
    last = 150 if inner.last_age is None else inner.last_age
    return outer.contains(inner.first_age) and outer.contains(last)


def _in_order(effects):
    units = [e for m in ORDER for e in sorted(effects) if e[1] == m]
    return units, [e for e in sorted(effects) if e[1] in SHORTENING]


def _choose_stays(stays, cell):
    """Those that may shorten a cell's spells; general ones where nothing else does."""
    mine = [e for e in stays if _acts(e, cell)]
    return [e for e in mine if e[1] != SHORTENING[-1]] or mine


def _take(effect, remaining):
    return _find_due(effect) * (1 - remaining)


def _find_due(effect):
    return 1.0 if effect[7] is None else effect[7]


def expect_slowly(base, effects):
    """Exact means with fixed sizes: (pod, place) -> units and nights that are left."""
    units, stays = _in_order(effects)
    left = {}
    for cell in base:
        count, nights = cell[6], cell[7]
        share = 1.0
        for effect in units:
            if _acts(effect, cell):
                share *= 1 - _take(effect, effect[8])
        ends = [e[8] for e in _choose_stays(stays, cell)]
        kept = sum(ends) / len(ends) if ends else 1.0
        was = left.get(cell[:2], (0.0, 0.0))
        left[cell[:2]] = (was[0] + count * share, was[1] + nights * share * kept)
    return left


def draw_slowly(rng, base, effects):
    """Draw one future spell by spell: (pod, place) -> units and nights left."""
    units, stays = _in_order(effects)
    left = {}
    for cell in base:
        mean = cell[7] / cell[6] if cell[6] else 0.0
        low = math.floor(mean)
        for stay, count in (
            (low, cell[6] * (1 - mean + low)),
            (low + 1, cell[6] * (mean - low)),
        ):
            for _ in range(rng.poisson(count)):
                spell = _live(rng, stay, units, stays, cell)
                if spell is not None:
                    was = left.get(cell[:2], (0, 0))
                    left[cell[:2]] = (was[0] + 1, was[1] + spell)
    return left


def _live(rng, stay, units, stays, cell):
    """Nights of one spell; None when it is avoided or moved."""
    for effect in units:
        if _acts(effect, cell):
            # Chance first decides whether the spell is due to the cause at all.
            due = rng.random() < _find_due(effect)
            if due and rng.random() < 1 - effect[8]:
                return None
    mine = _choose_stays(stays, cell)
    if not mine or not stay:
        return stay
    chosen = mine[rng.integers(len(mine))]
    return sum(rng.random() < chosen[8] for _ in range(stay))
