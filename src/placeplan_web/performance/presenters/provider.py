"""How the table that boards know reads: indicators by provider, with what fails."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan.performance import Indicator, Threshold, count_failed
from placeplan_web.design.address import Address
from placeplan_web.performance.presenters.period import write_period
from placeplan_web.performance.register import PerformanceRegister

SET: Final = "acute-2016"
WORDS: Final = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight")


@dataclass(frozen=True)
class ProviderPage:
    """The acute indicators of every provider, or of one."""

    register: PerformanceRegister
    address: Address

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        return self.register.list_set(SET)

    @cached_property
    def bodies(self) -> list[str]:
        """Providers with figures; one alone where the address names it."""
        bodies = self.register.list_bodies(SET)
        return [self.address.place] if self.address.place in bodies else bodies

    @cached_property
    def compared(self) -> pl.DataFrame:
        return self.register.compared.filter(
            pl.col("indicator").is_in(list(self.indicators)),
            pl.col("body").is_in(self.bodies),
        )

    @property
    def statuses(self) -> list[str]:
        """Words for the tags of the figures."""
        return self.register.list_statuses(self.indicators)

    @cached_property
    def failed(self) -> list[tuple[str, int, int]]:
        """Each provider with how many standards it fails, of how many; worst first."""
        counted = count_failed(self.compared).iter_rows()
        return sorted(counted, key=lambda row: (-row[1], self.name(row[0])))

    @property
    def finding(self) -> str:
        """Who failed how many standards, in a sentence."""
        if not self.failed:
            return ""
        by_number: dict[int, list[str]] = {}
        for body, failed, _ in self.failed:
            by_number.setdefault(failed, []).append(self.name(body))
        of = count_words(max(row[2] for row in self.failed))
        first, *rest = by_number.items()
        said = f"{_join(first[1])} failed {count_words(first[0])} of {of} standards"
        said += "".join(f", {_join(who)} {count_words(n)}" for n, who in rest)
        return f"{said}."

    @property
    def tiles(self) -> list[dict[str, Any]]:
        """Failed standards of each provider."""
        return [
            {
                "number": f"{failed} of {standards}",
                "words": f"standards failed by {self.name(body)}",
            }
            for body, failed, standards in self.failed
        ]

    @property
    def head(self) -> list[Any]:
        named = [{"text": self.name(body), "numeric": True} for body in self.bodies]
        return ["Indicator", "Period", "Standard then", *named]

    @property
    def rows(self) -> list[list[Any]]:
        """A row for each indicator: its standard, and each provider with what fails."""
        made = []
        for id_, indicator in self.indicators.items():
            cells = {
                row["body"]: row
                for row in self.compared.filter(pl.col("indicator") == id_).to_dicts()
            }
            if not cells:
                continue
            first = next(iter(cells.values()))
            made.append(
                [
                    {
                        "text": indicator.name,
                        "href": link_indicator(indicator, self.address),
                    },
                    write_period(first["period"]),
                    write_standard(first, indicator),
                    *(write_figure(cells.get(b), indicator) for b in self.bodies),
                ]
            )
        return made

    def name(self, body: str) -> str:
        return self.register.name_body(body)

    def make_table(self) -> pl.DataFrame:
        """Every figure with its standard, for a file."""
        return describe_figures(self.register, self.compared)


def describe_figures(
    register: PerformanceRegister, compared: pl.DataFrame
) -> pl.DataFrame:
    """Figures with the names of indicators and bodies, and their sources, as a file."""
    values = register.tables["indicator_values"].select(
        "indicator", "body", "period", "source", "status"
    )
    joined = compared.join(
        values, on=["indicator", "body", "period"], how="left", maintain_order="left"
    )
    return joined.with_columns(
        name=pl.col("indicator").map_elements(
            lambda id_: register.indicators[id_].name, pl.String
        ),
        unit=pl.col("indicator").map_elements(
            lambda id_: register.indicators[id_].unit, pl.String
        ),
        body_name=pl.col("body").map_elements(register.name_body, pl.String),
        status=pl.col("status").cast(pl.String),
    ).select(
        *("indicator", "name", "body", "body_name", "period", "value", "unit"),
        *("operator", "level", "meets", "reason", "source", "status"),
    )


def link_indicator(indicator: Indicator, address: Address) -> str:
    return address.link("performance:indicator", indicator=indicator.id)


def write_value(value: float, indicator: Indicator) -> str:
    """A figure as boards read it: 90.0%, 8, 103.8."""
    if indicator.unit == "yes/no":
        return "yes" if value else "no"
    if indicator.unit == "%":
        return f"{value:,.1f}%".replace("-", "−")
    whole = indicator.unit in ("patients", "category 1-4") or value >= 1000
    return f"{value:,.0f}" if whole else f"{value:,.1f}"


def write_standard(row: Mapping[str, Any], indicator: Indicator) -> str:
    """The standard of the period, in words, or that there is none."""
    if row["level"] is None:
        return str(row["reason"])
    words = Threshold(row["operator"], row["level"]).words
    return f"{words}%" if indicator.unit == "%" else f"{words} {indicator.unit}"


def write_figure(row: Mapping[str, Any] | None, indicator: Indicator) -> Any:
    """A cell: the figure, and a tag where it fails its standard."""
    if row is None or row["value"] is None:
        return "no figure"
    shown = write_value(row["value"], indicator)
    return {"text": shown, "status": "fails"} if row["meets"] is False else shown


def count_words(number: int) -> str:
    """A small number as a word."""
    return WORDS[number] if number < len(WORDS) else str(number)


def _join(names: list[str]) -> str:
    *first, last = sorted(names)
    return f"{', '.join(first)} and {last}" if first else last
