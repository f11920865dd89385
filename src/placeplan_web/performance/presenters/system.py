"""How the dashboard of systems reads: indicators by heading, ranks, and ratings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final

import polars as pl

from placeplan.performance import (
    Indicator,
    RuleSet,
    get_rule_set,
    pool_ratings,
    rank_bodies,
    rate_bodies,
)
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.performance.presenters.period import write_period
from placeplan_web.performance.presenters.provider import link_indicator, write_value
from placeplan_web.performance.register import PerformanceRegister

SET: Final = "dashboard-2017"
RULES: Final = "system-dashboard-2017"
GROUP_RULES: Final = "ccg-assessment-2016"
OURS: Final = "km-stp"


@dataclass(frozen=True)
class SystemPage:
    """The dashboard of 2017 with its neighbours, and how they were rated."""

    register: PerformanceRegister
    address: Address

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        return self.register.list_set(SET)

    @cached_property
    def bodies(self) -> list[str]:
        return self.register.list_bodies(SET)

    @property
    def statuses(self) -> list[str]:
        """Words for the tags of the figures."""
        return self.register.list_statuses(self.indicators)

    @cached_property
    def values(self) -> pl.DataFrame:
        return self.register.tables["indicator_values"].filter(
            pl.col("indicator").is_in(list(self.indicators))
        )

    @cached_property
    def ranked(self) -> pl.DataFrame:
        return rank_bodies(self.indicators, self.values)

    @property
    def rules(self) -> RuleSet:
        return get_rule_set(RULES)

    @property
    def finding(self) -> str:
        """Where ours stands among its neighbours, in a sentence."""
        ours = self.ranked.filter(pl.col("body") == OURS)
        if ours.is_empty():
            return ""
        best = ours.filter(pl.col("rank") == 1).height
        worst = self._count_worst(ours)
        return (
            f"Of {ours.height} indicators, {self.name(OURS)} is best or level with the "
            f"best on {best} and worst or level with the worst on {worst}, among "
            f"{write_count(len(self.bodies), 'system')}."
        )

    def _count_worst(self, ours: pl.DataFrame) -> int:
        lowest = self.ranked.group_by("indicator").agg(pl.col("rank").max().alias("l"))
        return (
            ours.join(lowest, on="indicator")
            .filter(pl.col("rank") == pl.col("l"), pl.col("l") > 1)
            .height
        )

    @property
    def head(self) -> list[Any]:
        named = [{"text": self.name(body), "numeric": True} for body in self.bodies]
        return ["Indicator", "Domain", "Period", *named]

    @property
    def headings(self) -> list[dict[str, Any]]:
        """Tables by heading, in the order of the dashboard."""
        rows = self.ranked.to_dicts()
        return [
            {"title": heading.capitalize(), "rows": self._list_rows(list(held))}
            for heading, held in groupby(rows, key=lambda row: str(row["heading"]))
        ]

    def _list_rows(self, rows: list[dict[str, Any]]) -> list[list[Any]]:
        made = []
        for id_, held in groupby(rows, key=lambda row: str(row["indicator"])):
            cells = {row["body"]: row for row in held}
            indicator = self.indicators[id_]
            first = next(iter(cells.values()))
            made.append(
                [
                    {
                        "text": indicator.name,
                        "href": link_indicator(indicator, self.address),
                        "note": indicator.unit,
                    },
                    first["domain"],
                    self._find_period(id_),
                    *(_write_cell(cells.get(body), indicator) for body in self.bodies),
                ]
            )
        return made

    def _find_period(self, indicator: str) -> str:
        kept = self.values.filter(pl.col("indicator") == indicator)
        return write_period(kept["period"][0])

    @property
    def ratings(self) -> list[list[Any]]:
        """Each system as it was rated, and as our weights would rate it."""
        if not self.indicators or self.values.is_empty():
            return []
        rated = rate_bodies(self.indicators, self.values, self.rules).to_dicts()
        published = self._list_published(RULES)
        return [
            [
                self.name(row["body"]),
                self._say_published(published.get(row["body"])),
                f"{row['score']:.2f}",
                {
                    "text": f"{row['category']} {row['label']}",
                    "status": row["status"],
                },
            ]
            for row in rated
        ]

    @property
    def weights(self) -> list[list[Any]]:
        return [[domain, f"{weight:g}"] for domain, weight in self.rules.weights]

    @property
    def groups(self) -> list[list[Any]]:
        """Ratings of the commissioning groups, as published."""
        return [
            [
                {
                    "text": self.name(body),
                    "href": self.address.link("places:place", slug=body),
                },
                self._say_published(row),
                {"text": "", "status": row["status"]},
            ]
            for body, row in self._list_published(GROUP_RULES).items()
        ]

    @property
    def pooled(self) -> str:
        """The ratings of the groups pooled into one, in a sentence."""
        held = {
            body: row["category"]
            for body, row in self._list_published(GROUP_RULES).items()
        }
        if not held:
            return ""
        return (
            f"Pooled, each of the {len(held)} groups counting the same, they make "
            f"{pool_ratings(held):.2f}, where 1 is outstanding and 4 inadequate. That "
            "sum is derived here and was not published."
        )

    def name(self, body: str) -> str:
        name = self.register.name_body(body)
        return name.removesuffix(" Sustainability and Transformation Partnership")

    def make_table(self) -> pl.DataFrame:
        """Every figure with its rank, for a file."""
        names = self.ranked.with_columns(
            name=pl.col("indicator").map_elements(
                lambda id_: self.indicators[id_].name, pl.String
            ),
            unit=pl.col("indicator").map_elements(
                lambda id_: self.indicators[id_].unit, pl.String
            ),
            body_name=pl.col("body").map_elements(self.name, pl.String),
        )
        kept = self.values.select("indicator", "body", "period", "source", "status")
        return names.join(
            kept, on=["indicator", "body"], how="left", maintain_order="left"
        ).with_columns(pl.col("status").cast(pl.String))

    def _list_published(self, rules: str) -> dict[str, dict[str, Any]]:
        frame = self.register.tables["ratings"].filter(pl.col("rule_set") == rules)
        return {row["body"]: row for row in frame.to_dicts()}

    def _say_published(self, row: Mapping[str, Any] | None) -> str:
        if row is None:
            return "not published"
        day = write_day(row["published_on"])
        return f"{row['category']} {row['label']}, published {day}"


def _write_cell(row: Mapping[str, Any] | None, indicator: Indicator) -> Any:
    if row is None or row["value"] is None:
        return "no figure"
    return {
        "text": write_value(row["value"], indicator),
        "note": f"rank {row['rank']}",
    }
