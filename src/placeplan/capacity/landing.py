"""Where everyone lands, for many configurations of open sites at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.capacity.choice import (
    BoolArray,
    FloatArray,
    HuffRule,
    share_observed,
)
from placeplan.capacity.geography import Geography

LIMITS: Final = (30, 45, 60)
"""Minutes within which people should reach a site."""

_LOT: Final = 1024


@dataclass(frozen=True, slots=True)
class Landing:
    """What configurations of open sites do to people and sites.

    Parameters
    ----------
    cases : array
        Shaped (configuration, site): cases a year, of people from anywhere.
    minutes : array
        Shaped (configuration, area): mean travel of the area's people.
    within : array
        Shaped (configuration, limit): share of residents' cases within `LIMITS`.
    elsewhere : array
        Shaped (configuration,): share of residents' cases treated at neighbours.
    """

    cases: FloatArray
    minutes: FloatArray
    within: FloatArray
    elsewhere: FloatArray


Land = Callable[[BoolArray], Landing]
"""Lands everyone, given the open candidates, shaped (configuration, candidate)."""


def land_by_huff(places: Geography, rule: HuffRule) -> Land:
    """Prepare Huff's rule for many configurations.

    What sites that are always open weigh is summed once; a configuration then adds the
    candidates that it opens, so that all of them are a few products of matrices.

    Parameters
    ----------
    places : Geography
        Areas, sites and minutes.
    rule : HuffRule
        How much a site draws.

    Returns
    -------
    Land
        For any configurations; at least one site must be open in each.
    """
    weight, base = _weigh_always_open(places, rule)
    is_candidate, ours = places.is_candidate, _weigh_residents(places)
    some, near = weight[:, is_candidate], places.minutes[:, is_candidate]
    # What counts of each site that is within a limit, sites always open in one column.
    reach = {
        limit: np.column_stack([base[limit], some * (near <= limit)]) * ours[:, None]
        for limit in LIMITS
    }
    beyond, ways = base["neighbour"] * ours, (some * near).T

    def land(is_open: BoolArray) -> Landing:
        opened = is_open.astype(float)
        share = opened @ some.T
        share += base["weight"]
        np.reciprocal(share, out=share)
        cases = (share * places.cases) @ weight
        cases[:, is_candidate] *= opened
        minutes = opened @ ways
        minutes += base["minutes"]
        minutes *= share
        counted = np.column_stack([np.ones(len(opened)), opened])
        within = [((share @ reach[limit]) * counted).sum(axis=1) for limit in LIMITS]
        return Landing(cases, minutes, np.stack(within, axis=1), share @ beyond)

    return land


def _weigh_always_open(
    places: Geography, rule: HuffRule
) -> tuple[FloatArray, dict[str | int, FloatArray]]:
    """Weigh sites for areas, and sum over those that are always open.

    Areas are taken in lots that a processor keeps at hand, which halves the time.
    """
    always = (~places.is_candidate).astype(float)
    neighbour = places.is_neighbour.astype(float)
    weight = np.empty(places.minutes.shape)
    names = ("weight", "neighbour", "minutes", *LIMITS)
    base = {name: np.empty(len(weight)) for name in names}
    for start in range(0, len(weight), _LOT):
        lot = slice(start, start + _LOT)
        away = places.minutes[lot]
        weight[lot] = here = rule.weigh(places.size, away)
        base["weight"][lot] = here @ always
        base["neighbour"][lot] = here @ neighbour
        base["minutes"][lot] = (here * away) @ always
        for limit in LIMITS:
            base[limit][lot] = (here * (away <= limit)) @ always
    return weight, base


def land_nearest(places: Geography) -> Land:
    """Prepare the rule of the nearest open site, for many configurations.

    Parameters
    ----------
    places : Geography
        Areas, sites and minutes.

    Returns
    -------
    Land
        For any configurations; at least one site must be open in each.
    """
    ours = _weigh_residents(places)
    always = np.where(places.is_candidate, np.inf, places.minutes)
    base = always.argmin(axis=1)
    base_minutes = np.take_along_axis(always, base[:, None], axis=1)[:, 0]
    some = np.flatnonzero(places.is_candidate)
    count = len(places.sites)

    def land(is_open: BoolArray) -> Landing:
        to = np.broadcast_to(base, (len(is_open), len(base))).copy()
        minutes = np.broadcast_to(base_minutes, to.shape).copy()
        for at, site in enumerate(some):
            away = places.minutes[:, site]
            nearer = (away < minutes) | ((away == minutes) & (site < to))
            nearer &= is_open[:, at, None]
            to[nearer] = site
            np.copyto(minutes, away, where=nearer)
        flat = (np.arange(len(to))[:, None] * count + to).ravel()
        people = np.broadcast_to(places.cases, to.shape).ravel()
        cases: FloatArray = np.bincount(flat, people, len(to) * count).astype(float)
        reached = [(minutes <= limit) @ ours for limit in LIMITS]
        landed = cases.reshape(len(to), count)
        elsewhere = places.is_neighbour[to] @ ours
        return Landing(landed, minutes, np.stack(reached, axis=1), elsewhere)

    return land


def land_as_observed(places: Geography, rule: HuffRule) -> Land:
    """Prepare observed shares, with odds where a site closes or opens.

    Parameters
    ----------
    places : Geography
        Areas, sites, minutes and flows.
    rule : HuffRule
        The odds of those whose site closes.

    Returns
    -------
    Land
        For any configurations; at least one site must be open in each.
    """
    weight = rule.weigh(places.size, places.minutes)

    def land(is_open: BoolArray) -> Landing:
        return join_landings(
            [
                land_shares(places, share_observed(places.flows, weight, each))
                for each in places.open_sites(is_open)
            ]
        )

    return land


def land_shares(places: Geography, share: FloatArray) -> Landing:
    """Land everyone by given shares, of one configuration.

    Parameters
    ----------
    places : Geography
        Areas, sites and minutes.
    share : array
        Shaped (area, site); each row sums to 1.

    Returns
    -------
    Landing
        Of one configuration.
    """
    ours = _weigh_residents(places)
    reached = [
        ours @ (share * (places.minutes <= limit)).sum(axis=1) for limit in LIMITS
    ]
    return Landing(
        (places.cases @ share)[None],
        (share * places.minutes).sum(axis=1)[None],
        np.array([reached]),
        np.array([ours @ share[:, places.is_neighbour].sum(axis=1)]),
    )


def join_landings(landings: list[Landing]) -> Landing:
    """Put landings of several lots of configurations under one another."""
    return Landing(
        np.concatenate([each.cases for each in landings]),
        np.concatenate([each.minutes for each in landings]),
        np.concatenate([each.within for each in landings]),
        np.concatenate([each.elsewhere for each in landings]),
    )


def _weigh_residents(places: Geography) -> FloatArray:
    """Give each area's share of the cases of residents."""
    ours = places.cases * places.is_here
    share: FloatArray = ours / ours.sum()
    return share
