"""A question about sites: what may be open, how people choose, and what counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from placeplan.capacity.choice import (
    BoolArray,
    FloatArray,
    HuffRule,
    share_by_odds,
    share_nearest,
    share_observed,
)
from placeplan.capacity.geography import Geography
from placeplan.capacity.huff_fit import HuffFit, fit_huff
from placeplan.capacity.inputs import Tables, get_table
from placeplan.capacity.landing import (
    Land,
    land_as_observed,
    land_by_huff,
    land_nearest,
)
from placeplan.capacity.option_inputs import GOALS, QUESTIONS

USUAL_GOALS = ("mean_minutes", "worst_minutes", "smallest_cases")
"""What counts where a question states no goals."""


@dataclass(frozen=True, slots=True)
class OptionQuestion:
    """Which of some sites should be open.

    Parameters
    ----------
    id, name : str
        Short name, and the question for readers.
    places : Geography
        Sites, areas and minutes.
    fewest_sites, most_sites : int
        How many of the candidates are open.
    choice : str
        ``nearest``, ``huff`` or ``observed``.
    rule : HuffRule
        Odds by which people choose; unused where all go to the nearest.
    fit : HuffFit or None
        How the rule was fitted, where it was.
    fewest_cases : float
        Cases a year that a site should have.
    goals : tuple of str
        Scores that count, the first two of them the axes of the picture.
    status : str
        The weakest of all that.
    """

    id: str
    name: str
    places: Geography
    fewest_sites: int
    most_sites: int
    choice: str
    rule: HuffRule
    fit: HuffFit | None
    fewest_cases: float
    goals: tuple[str, ...]
    status: str

    def prepare(self) -> Land:
        """Prepare the rule of choice for many configurations."""
        if self.choice == "nearest":
            return land_nearest(self.places)
        if self.choice == "huff":
            return land_by_huff(self.places, self.rule)
        return land_as_observed(self.places, self.rule)

    def share_out(self, is_open: BoolArray) -> FloatArray:
        """Share the people of each area out over the sites of one configuration.

        Parameters
        ----------
        is_open : array of bool
            Shaped (candidate,).

        Returns
        -------
        array
            Shaped (area, site); each row sums to 1.
        """
        places, sites = self.places, self.places.open_sites(is_open)
        if self.choice == "nearest":
            return share_nearest(places.minutes, sites)
        weight = self.rule.weigh(places.size, places.minutes)
        if self.choice == "huff":
            return share_by_odds(weight, sites)
        return share_observed(places.flows, weight, sites)

    def mark_open(self, sites: Sequence[str]) -> BoolArray:
        """Mark the candidates among some sites, in the order of the table of sites."""
        return np.array([site in sites for site in self.places.candidates], dtype=bool)


def list_questions(tables: Tables) -> list[OptionQuestion]:
    """List the questions of a plan, ready to be answered.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Of ``options/``, which `check_options` finds sound.

    Returns
    -------
    list of OptionQuestion
        In the order of their ids.

    Raises
    ------
    QuestionError
        When exponents should be fitted to flows that cannot tell.

    Examples
    --------
    >>> list_questions({})
    []
    """
    goals = get_table(tables, GOALS).sort("question", "rank")
    found = []
    for row in get_table(tables, QUESTIONS).sort("id").iter_rows(named=True):
        places = Geography.from_tables(tables, row["geography"])
        wanted = goals.filter(pl.col("question") == row["id"])
        rule, fit = _find_rule(row["choice"], places, row)
        status = pl.concat(
            [
                pl.Series([row["status"], places.status], dtype=goals["status"].dtype),
                wanted["status"],
            ]
        ).max()
        found.append(
            OptionQuestion(
                row["id"],
                row["name"],
                places,
                row["fewest_sites"],
                row["most_sites"],
                row["choice"],
                rule,
                fit,
                row["fewest_cases"],
                (*wanted["score"],) or USUAL_GOALS,
                str(status),
            )
        )
    return found


def _find_rule(
    choice: str, places: Geography, row: dict[str, float | None]
) -> tuple[HuffRule, HuffFit | None]:
    size, travel = row["size_exponent"], row["travel_exponent"]
    if choice == "nearest":
        return HuffRule(size or 0.0, travel or 0.0), None
    if travel is not None and size is not None:
        return HuffRule(size, travel), None
    there = places.is_open_now  # nobody could choose a site that was closed
    fit = fit_huff(
        places.flows[:, there],
        places.size[there],
        places.minutes[:, there],
        size_exponent=size,
    )
    return fit.rule, fit
