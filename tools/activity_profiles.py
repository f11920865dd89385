"""Use by age and sex: how much people of each single year of age use in a year."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from activity_people import AGES, Array, People

Profiles = Mapping[str, Array]
"""Rates by name, each shaped (sex, age) or (district, sex, age)."""


def spread(first_ages: Sequence[int], rates: Sequence[float]) -> Array:
    """Give each single age the rate of its band."""
    at = np.searchsorted(np.asarray(first_ages), np.arange(AGES), side="right") - 1
    found: Array = np.where(at >= 0, np.asarray(rates, dtype=float)[at], 0.0)
    return found


def both(rates: Array) -> Array:
    """Use the same rates for both sexes."""
    return np.stack([rates, rates])


def share_of_england(rates: Array, people: People) -> float:
    """Give Kent and Medway's share of England's use, at the same use by age."""
    return float((rates * people.later).sum() / (rates * people.england).sum())


def make_profiles(figures: Mapping[str, Any], people: People) -> dict[str, Array]:
    """Make every profile from the published figures."""
    found = {
        name: np.stack(
            [spread(row["first_ages"], row[sex]) for sex in ("female", "male")]
        )
        for name, row in figures["profiles"].items()
    }
    found["planned"] = _without_maternity(figures["profiles"]["planned_with_maternity"])
    england = figures["volumes"]["england"]
    found["community"] = both(
        _shares_to_rates(england["community_shares_by_age"], people)
    )
    found["mental_health"] = both(_mental_health(england, people))
    found["long_term_care"] = both(
        spread([0, 18, 65], [0, *_per_head(england["long_term_care_per_1000_2016_17"])])
    )
    found["care_home"] = both(_care_homes(england["care_home_residents"], people))
    found["mental_health_bed"] = both(_bed_use(figures, people))
    found["older"] = both(spread([0, 65], [0, 1]))
    return found


def _without_maternity(row: Mapping[str, Any]) -> Array:
    """Draw women's planned care straight from 10-14 to 45-49: the rest is maternity."""
    first, women = row["first_ages"], list(row["female"])
    low, high = first.index(10), first.index(45)
    for at in range(low + 1, high):
        step = (at - low) / (high - low)
        women[at] = women[low] + (women[high] - women[low]) * step
    return np.stack([spread(first, women), spread(first, row["male"])])


def _per_head(row: Mapping[str, float]) -> list[float]:
    return [row["age_18"] / 1000, row["age_65"] / 1000]


def _shares_to_rates(row: Mapping[str, Any], people: People) -> Array:
    first = row["first_ages"]
    persons = people.england.sum(axis=0)
    bounds = [*first, AGES]
    rates = [
        share / persons[low:high].sum()
        for share, low, high in zip(row["shares"], first, bounds[1:], strict=True)
    ]
    return spread(first, rates)


def _mental_health(england: Mapping[str, Any], people: People) -> Array:
    counts = england["mental_health_people_2016_17"]
    persons = people.england.sum(axis=0)
    children = counts["under_18"] / persons[:18].sum()
    adults = (counts["all"] - counts["under_18"]) / persons[18:].sum()
    return spread([0, 18], [children, adults])


def _care_homes(row: Mapping[str, float], people: People) -> Array:
    """Set mid-2016 halfway between the two censuses."""
    share = (row["share_of_65_plus_2011"] + row["share_of_65_plus_2021"]) / 2
    oldest = (row["aged_85_plus_2011"] + row["aged_85_plus_2021"]) / 2
    persons = people.base.sum(axis=(0, 1))
    residents = share * persons[65:].sum()
    younger = residents * (1 - oldest) / persons[65:85].sum()
    return spread([0, 65, 85], [0, younger, residents * oldest / persons[85:].sum()])


def _bed_use(figures: Mapping[str, Any], people: People) -> Array:
    """Spread the mental health trust's episodes times stay over its people."""
    stays = figures["length_of_stay_days"]
    persons = people.base.sum(axis=(0, 1))
    first = [18 if age == 10 else age for age in stays["first_ages"]]  # adults alone
    days = np.multiply(figures["ordinary_episodes"]["kmpt"], stays["kmpt"])
    per_band = np.add.reduceat(persons, first)
    return spread(first, list(days / per_band))
