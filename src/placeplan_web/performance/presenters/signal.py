"""How a control chart reads on a page: icons with words, picture, table, sentences."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final

import polars as pl

from placeplan.stats import DEFAULT_RULE_SET
from placeplan_web.design.address import Address
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.design.words import write_count
from placeplan_web.performance.register import PerformanceRegister
from placeplan_web.performance.spc import ControlChart, list_charts
from placeplan_web.performance.spc_picture import say_span

VARIATION: Final = {
    "common_cause": ("steady", "No signal"),
    "improvement_high": ("better-up", "Better: high"),
    "improvement_low": ("better-down", "Better: low"),
    "concern_high": ("worse-up", "Worse: high"),
    "concern_low": ("worse-down", "Worse: low"),
    "neither_high": ("other-up", "More than chance: high, neither better nor worse"),
    "neither_low": ("other-down", "More than chance: low, neither better nor worse"),
    "suppressed": ("few", "Too few months"),
}
ASSURANCE: Final = {
    "pass": ("meets", "Can be expected to meet the standard"),
    "fail": ("misses", "Cannot be expected to meet the standard"),
    "hit_or_miss": ("chance", "Meets the standard by chance"),
    "": ("none", "No standard to hold it against"),
}
MEANINGS: Final = {
    "common_cause": "no signal",
    "improvement_high": "better, high",
    "improvement_low": "better, low",
    "concern_high": "worse, high",
    "concern_low": "worse, low",
    "neither_high": "high, neither better nor worse",
    "neither_low": "low, neither better nor worse",
    "suppressed": "too few months",
}
MONTHS_BESIDE_OTHERS: Final = 12
"""Months in the table of a chart that stands beside others, so that no page grows long;
the page of one body and the file hold them all."""
WHOLE: Final = "all"
"""The word in an address for all bodies together."""


def show_chart(
    chart: ControlChart,
    address: Address,
    *,
    small: bool = False,
    is_alone: bool = False,
) -> dict[str, Any]:
    """What the macro ``picture`` asks for."""
    body = chart.body or WHOLE
    link = address.link("performance:indicator", indicator=chart.indicator.id)
    rows = list_rows(chart)
    is_cut = not is_alone and len(rows) > MONTHS_BESIDE_OTHERS
    cut = f": the last {MONTHS_BESIDE_OTHERS}; the file holds all" if is_cut else ""
    return {
        "id": f"chart-{body}",
        "name": chart.name,
        "indicator": chart.indicator.name,
        "href": f"{link}#chart-{body}",
        "finding": chart.sentence,
        "variation": VARIATION[chart.variation],
        "assurance": ASSURANCE[chart.assurance],
        **_link_files(chart, address, small=small),
        "alt": f"Control chart of {chart.indicator.name}, {chart.name}, "
        f"{say_span(chart.months)}: a point a month between limits. The table below "
        "holds the numbers.",
        "width": 360 if small else 760,
        "height": 210 if small else 330,
        "view": f"{link}#chart-{body}",
        "who": chart.who,
        "note": f"Limits by {DEFAULT_RULE_SET.source}, over all months shown. "
        f"{chart.who}".strip(),
        "head": HEAD,
        "rows": rows if is_alone else rows[-MONTHS_BESIDE_OTHERS:],
        "table_caption": f"{chart.indicator.name}, {chart.name}, by month{cut}",
        "signals": chart.signals,
    }


def _link_files(
    chart: ControlChart, address: Address, *, small: bool
) -> dict[str, str]:
    """Addresses of the picture for each screen, and of its numbers."""
    id_ = chart.indicator.id
    parts = {"indicator": id_, "body": chart.body or WHOLE}
    screen = {"for": "small"} if small else {}
    phone = {"for": "phone"}
    file = "performance:indicator-file"
    return {
        "src": address.link("performance:chart", query=screen, **parts),
        "src_narrow": address.link("performance:chart", query=phone, **parts),
        "csv": address.link(file, indicator=id_, kind=CSV),
        "excel": address.link(file, indicator=id_, kind=EXCEL),
    }


HEAD: Final = [
    "Month",
    *(
        {"text": words, "numeric": True}
        for words in (
            "Numerator",
            "Denominator",
            "Figure",
            "Lower limit",
            "Upper limit",
        )
    ),
    "Signal",
]


def list_rows(chart: ControlChart) -> list[list[Any]]:
    """Rows of a chart's table, month by month."""
    return [
        [
            f"{row['month']:%B %Y}",
            _write(row["numerator"], 0),
            _write(row["denominator"], 0),
            _write(row["value"], 1) or "not reported",
            _write(row["lower"], 1),
            _write(row["upper"], 1),
            MEANINGS[row["meaning"]] if row["value"] is not None else "",
        ]
        for row in chart.table.to_dicts()
    ]


def _write(value: float | None, places: int) -> str:
    return "" if value is None else f"{value:,.{places}f}"


@dataclass(frozen=True)
class SignalPage:
    """Every series on a small chart, with icons and a sentence each."""

    register: PerformanceRegister
    address: Address

    @cached_property
    def charts(self) -> list[ControlChart]:
        return [
            chart
            for indicator in self.register.indicators.values()
            for chart in list_charts(self.register, indicator)
            if self.address.place in (None, chart.body) or not self._is_body
        ]

    @cached_property
    def _is_body(self) -> bool:
        """Whether the place in the address has a series of its own."""
        return self.address.place in set(self.register.monthly["body"])

    @property
    def finding(self) -> str:
        """How many series hold a signal, and how many cannot meet their standard."""
        charts = self.charts
        if not charts:
            return ""
        worse = sum(chart.variation.startswith("concern") for chart in charts)
        better = sum(chart.variation.startswith("improvement") for chart in charts)
        neither = sum(chart.variation.startswith("neither") for chart in charts)
        fail = sum(chart.assurance == "fail" for chart in charts)
        watched = f" {neither} differ by more than chance and are neither;"
        return (
            f"Of {write_count(len(charts), 'series', 'series')}, {worse} "
            f"{'is' if worse == 1 else 'are'} worse and {better} better than chance "
            f"explains;{watched if neither else ''} {fail} cannot be expected to meet "
            "the standard unless something changes."
        )

    @property
    def statuses(self) -> list[str]:
        """Words for the tags of the figures."""
        shown = {chart.indicator.id for chart in self.charts}
        return self.register.list_statuses(shown, "indicator_series")

    @property
    def groups(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """Small charts under the name of their indicator, in its order."""
        return [
            (name, [show_chart(chart, self.address, small=True) for chart in group])
            for name, group in groupby(self.charts, lambda each: each.indicator.name)
        ]

    @property
    def rows(self) -> list[list[Any]]:
        """A row for each series, as the charts say it."""
        return [
            [
                {
                    "text": f"{chart.indicator.name}, {chart.name}",
                    "note": chart.who,
                },
                chart.write(chart.values[chart.last]),
                f"{chart.months[chart.last]:%B %Y}",
                VARIATION[chart.variation][1],
                ASSURANCE[chart.assurance][1],
            ]
            for chart in self.charts
        ]

    def make_table(self) -> pl.DataFrame:
        """A row for each series, with its latest figure as a number."""
        names = (
            *("series", "figure", "unit", "month", "variation", "assurance"),
            "of_whom",
        )
        rows = [
            (
                f"{chart.indicator.name}, {chart.name}",
                chart.summary["value"],
                chart.indicator.unit,
                chart.summary["month"],
                VARIATION[chart.variation][1],
                ASSURANCE[chart.assurance][1],
                chart.who,
            )
            for chart in self.charts
        ]
        kinds = {"figure": pl.Float64, "month": pl.Date}
        schema = dict.fromkeys(names, pl.String) | kinds
        return pl.DataFrame(rows, schema=schema, orient="row")

    @property
    def cited(self) -> list[tuple[str, str]]:
        series = self.register.tables["indicator_series"]
        return [(id_, "figures by month") for id_ in series["source"].unique()]
