"""Deprivation of small areas, as pages of inequalities read it from performance."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

from placeplan.performance import (
    DeprivationPairs,
    Indicator,
    Outline,
    find_edition,
    pair_deprivation,
    read_outline,
    sum_deprivation,
)
from placeplan_web.performance.register import PerformanceRegister

MAP: Final = "map"
LEAST_PLACES: Final = 3
"""Places that a scatter needs before it shows anything."""


@dataclass(frozen=True)
class Deprivation:
    """Small areas with their indices, and indicators of the places they lie in."""

    register: PerformanceRegister

    @cached_property
    def areas(self) -> pl.DataFrame:
        return self.register.tables["small_areas"]

    @cached_property
    def indices(self) -> pl.DataFrame:
        return self.register.tables["deprivation"]

    @cached_property
    def edition(self) -> int:
        """The newest edition of the indices; 0 when no areas have one."""
        return 0 if self.areas.is_empty() else find_edition(self.indices) or 0

    @cached_property
    def scored_edition(self) -> int:
        """The newest edition that has scores; 0 when none has."""
        return find_edition(self.indices, scored=True) or 0 if self.edition else 0

    @cached_property
    def summed(self) -> pl.DataFrame:
        """Places by the newest edition."""
        return sum_deprivation(self.areas, self.indices, self.edition)

    @cached_property
    def joined(self) -> pl.DataFrame:
        """Small areas with their index of the newest edition."""
        newest = self.indices.filter(pl.col("edition") == self.edition)
        kept = newest.select("edition", "area", "rank", "tenth", "score", "source")
        areas = self.areas.select("id", "place", "people", "outline")
        return areas.join(kept, left_on="id", right_on="area")

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """Outlines of the small areas that have one, by id."""
        drawn = self.joined.drop_nulls("outline")
        return {
            id_: read_outline(text)
            for id_, text in drawn.select("id", "outline").iter_rows()
        }

    @property
    def has_map(self) -> bool:
        """Whether there is an area with an index and an outline."""
        return bool(self.edition) and self.joined["outline"].count() > 0

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Indicators with figures of at least three places that have a score."""
        return {
            id_: self.register.indicators[id_]
            for id_, pairs in self.pairs.items()
            if pairs.table.height >= LEAST_PLACES
        }

    @cached_property
    def pairs(self) -> dict[str, DeprivationPairs]:
        """Each indicator that places have beside their score, by its id."""
        if not self.scored_edition:
            return {}
        scored = sum_deprivation(self.areas, self.indices, self.scored_edition)
        places = list(scored["place"])
        kept = self.register.tables["indicator_values"].filter(
            pl.col("body").is_in(places)
        )
        newest = kept.sort("starts_on", nulls_last=False).unique(
            ["indicator", "body"], keep="last", maintain_order=True
        )
        return {
            id_: pair_deprivation(scored, newest.filter(pl.col("indicator") == id_))
            for id_ in self.register.indicators
            if id_ in set(newest["indicator"])
        }

    def find_period(self, indicator: str) -> str:
        """The period of an indicator's figures, as printed."""
        frame = self.register.tables["indicator_values"]
        return str(frame.filter(pl.col("indicator") == indicator)["period"][-1])

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Ids of sources, and what rests on each."""
        if not self.edition:
            return []
        values = self.register.tables["indicator_values"].filter(
            pl.col("indicator").is_in(list(self.indicators))
        )
        return [
            *((id_, "deprivation") for id_ in self.indices["source"].unique()),
            *((id_, "small areas") for id_ in self.areas["source"].unique()),
            *((id_, "figures by district") for id_ in values["source"].unique()),
        ]
