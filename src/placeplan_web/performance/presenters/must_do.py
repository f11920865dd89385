"""How the must-dos read: what was asked, and what the latest figures say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import polars as pl

from placeplan.performance import Threshold, track_must_dos
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_pounds
from placeplan_web.performance.presenters.period import write_period
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
        return track_must_dos(
            tables["must_dos"], tables["must_do_thresholds"], ours
        ).with_columns(pl.col("status").cast(pl.String))

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Ids of sources and what rests on each, for the list of sources."""
        asked = self.register.tables["must_dos"]["source"].unique(maintain_order=True)
        figures = self.tracked["source"].drop_nulls().unique(maintain_order=True)
        return [
            *((source, "what was asked") for source in asked),
            *((source, "figures") for source in figures),
        ]

    @property
    def finding(self) -> str:
        """How many thresholds are met, and how many nobody can tell."""
        rows = self.tracked.to_dicts()
        if not rows:
            return ""
        states = [row["state"] for row in rows]
        missed = states.count("not met")
        told = states.count("met") + states.count("not met")
        silent = states.count("no figure")
        has = "has no figure and counts" if silent == 1 else "have no figure and count"
        return (
            f"{missed} of {write_count(told, 'figure')} "
            f"{'misses' if missed == 1 else 'miss'} what was asked for 2016/17; "
            f"{write_count(silent, 'threshold')} {has} as neither met nor missed."
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
                *self._write_latest(row),
                {"text": "", "status": row["state"]},
            ]

    def _write_latest(self, row: dict[str, Any]) -> list[Any]:
        """Whose the latest figure is, what it is, and of when; words where none is."""
        if row["value"] is None:
            return ["no body named", "no figure", "no period"]
        shown = write_level(row["value"], row["unit"])
        return [
            self.register.name_body(row["body"]),
            {"text": shown, "status": row["status"]},
            write_period(row["period"]),
        ]


def write_threshold(row: dict[str, Any]) -> str:
    """What is asked, in words."""
    if row["operator"] is None or row["level"] is None:
        said = f": {row['words']}" if row["words"] else ""
        return f"no level in the papers{said}"
    words = Threshold(row["operator"], row["level"]).words
    if row["unit"] == "GBP":
        return words.replace(f"{row['level']:g}", write_pounds(row["level"]))
    return f"{words}%" if row["unit"] == "%" else f"{words} {row['unit']}"


def write_level(value: float, unit: str) -> str:
    """A figure with its unit."""
    return f"{value:,.1f}%" if unit == "%" else f"{value:,g} {unit}"
