"""How the must-dos read: what was asked, and what the latest figures say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import polars as pl

from placeplan.performance import Threshold, track_must_dos
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count
from placeplan_web.performance.register import PerformanceRegister


@dataclass(frozen=True)
class MustDoPage:
    """The tracker of the must-dos, by the latest figures of our bodies."""

    register: PerformanceRegister
    address: Address

    @cached_property
    def tracked(self) -> pl.DataFrame:
        tables = self.register.tables
        ours = tables["indicator_values"].filter(
            ~pl.col("body").is_in(list(self.register.peers))
        )
        return track_must_dos(tables["must_dos"], tables["must_do_thresholds"], ours)

    @property
    def finding(self) -> str:
        """How many thresholds are met, and how many nobody can tell."""
        rows = self.tracked.to_dicts()
        if not rows:
            return ""
        states = [row["state"] for row in rows]
        missed = states.count("not met")
        told = states.count("met") + states.count("not met")
        silent = write_count(states.count("no figure"), "threshold")
        return (
            f"{missed} of {write_count(told, 'figure')} "
            f"{'misses' if missed == 1 else 'miss'} what was asked for "
            f"2016/17; for {silent} no figure is at hand, and what has "
            "no figure is not met for want of one."
        )

    @property
    def must_dos(self) -> list[dict[str, Any]]:
        """Each must-do with what is asked and the rows of its thresholds."""
        asks = {
            row["number"]: row for row in self.register.tables["must_dos"].to_dicts()
        }
        rows = self.tracked.to_dicts()
        return [
            {
                "number": number,
                "name": asks[number]["name"],
                "ask": asks[number]["ask"],
                "rows": list(self._list_rows(list(held))),
            }
            for number, held in groupby(rows, key=lambda row: int(row["number"]))
        ]

    def _list_rows(self, rows: list[dict[str, Any]]) -> Iterator[list[Any]]:
        for row in rows:
            if row["measure"] is None:
                continue
            yield [
                row["measure"],
                write_threshold(row),
                self.register.name_body(row["body"]) if row["body"] else "",
                "" if row["value"] is None else write_level(row["value"], row["unit"]),
                row["period"] or "",
                {"text": "", "status": row["state"]},
            ]


def write_threshold(row: dict[str, Any]) -> str:
    """What is asked, in words."""
    if row["operator"] is None or row["level"] is None:
        return "no level in the papers"
    words = Threshold(row["operator"], row["level"]).words
    return f"{words}%" if row["unit"] == "%" else f"{words} {row['unit']}"


def write_level(value: float, unit: str) -> str:
    """A figure with its unit."""
    return f"{value:,.1f}%" if unit == "%" else f"{value:,g} {unit}"
