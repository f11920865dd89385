"""Nights in hospital: published stay by age, fitted to the beds that were occupied."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from activity_official import ACUTE, TRUST_SITES
from activity_people import FIRST_AGES, Array
from activity_volumes import OUTSIDE, Supply, share_whole

STAYING = ("emergency_spell", "elective_spell", "maternity_spell")
"""Pods that stay overnight. The nights of babies are not counted in these beds."""

Units = Mapping[tuple[str, Supply], Array]


def find_bed_days(
    units: Units,
    figures: Mapping[str, Any],
    site_beds: Mapping[str, tuple[int, int]],
) -> dict[tuple[str, Supply], Array]:
    """Give bed days of each cell of the pods that stay overnight.

    Units times the trust's mean stay by age (2017/18) are scaled by one factor a site
    so that the site's bed days are those of the beds occupied at midnight: KH03 of
    April to June 2016 for the trust, shared over its sites by the beds occupied in the
    estates return of 2014-15.
    """
    raw = {
        key: cells * _stay_by_band(figures, key[1].provider)
        for key, cells in units.items()
        if key[0] in STAYING
    }
    occupied = _days_occupied(figures, site_beds)
    factors, found = {}, {}
    for site, total in occupied.items():
        keys = [key for key in raw if key[1].site == site]
        factors[site] = total / sum(float(raw[key].sum()) for key in keys)
        cells = np.concatenate([raw[key].ravel() for key in keys])
        whole = np.array(share_whole(total, cells))
        ends = np.cumsum([raw[key].size for key in keys])[:-1]
        for key, part in zip(keys, np.split(whole, ends), strict=True):
            found[key] = part.reshape(raw[key].shape)
    _report(raw, occupied, factors)
    mean = sum(occupied.values()) / sum(
        float(cells.sum()) for key, cells in raw.items() if key[1].site
    )
    for key, cells in raw.items():
        if key[1].provider == OUTSIDE:
            total = round(float(cells.sum()) * mean)
            found[key] = np.array(share_whole(total, cells.ravel())).reshape(
                cells.shape
            )
    return found


def _stay_by_band(figures: Mapping[str, Any], provider: str) -> Array:
    stays = figures["length_of_stay_days"]
    days = stays["england" if provider == OUTSIDE else provider]
    at = np.searchsorted(stays["first_ages"], FIRST_AGES, side="right") - 1
    found: Array = np.asarray(days, dtype=float)[at]
    return found


def _days_occupied(
    figures: Mapping[str, Any], site_beds: Mapping[str, tuple[int, int]]
) -> dict[str, int]:
    found: dict[str, int] = {}
    for trust in ACUTE:
        sites = [site for site, owner in TRUST_SITES.values() if owner == trust]
        row = figures["beds_open_2016"][trust]
        total = round(row["beds"] * row["occupancy"] * 365)
        shares = share_whole(total, [site_beds[site][1] for site in sites])
        found |= dict(zip(sites, shares, strict=True))
    return found


def _report(
    raw: Units, occupied: Mapping[str, int], factors: Mapping[str, float]
) -> None:
    print("bed days: stay by age before fitting, beds occupied (KH03 2016), factor")
    for site, total in occupied.items():
        before = sum(
            float(cells.sum()) for key, cells in raw.items() if key[1].site == site
        )
        print(f"  {site:26}{before:>10,.0f}{total:>10,}{factors[site]:>8.3f}")
