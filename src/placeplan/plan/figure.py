"""A figure: a chart, the finding that it shows, in words, and its table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import polars as pl

INK: Final = "#212b32"
COLOURS: Final = ("#005eb8", "#ed8b00", "#007f3b", "#7c2855", "#768692", "#00a499")
"""Told apart by people who see few colours, and never without words beside them."""
PALE: Final = "#aeb7bd"
"""Of what others are held against: a plan, a baseline, what lies between two points."""

FONT: Final = "Arial, 'Liberation Sans', sans-serif"


NO_NAMES: Final[Mapping[str, str]] = {}
"""Where ids stand for themselves."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture of the results.

    Parameters
    ----------
    id : str
        Short name with hyphens.
    title : str
        What the picture shows.
    finding : str
        The sentence that it says, with its numbers.
    chart : altair chart
        Its specification, the same for page, report and notebook.
    table : polars.DataFrame
        The numbers of the picture, with headers for readers.
    status : str
        The weakest status of those numbers.
    narrow_chart : altair chart, optional
        The same for a narrow screen, where the chart itself does not fit one.
    """

    id: str
    title: str
    finding: str
    chart: alt.TopLevelMixin
    table: pl.DataFrame
    status: str
    narrow_chart: alt.TopLevelMixin | None = None

    @property
    def specification(self) -> dict[str, Any]:
        """The chart in Vega-Lite, with the look that all figures share."""
        return _specify(self.chart)

    @property
    def narrow_specification(self) -> dict[str, Any] | None:
        """The chart for a narrow screen in the same look, if it has one of its own."""
        return None if self.narrow_chart is None else _specify(self.narrow_chart)

    def draw_svg(self) -> str:
        """Draw the figure as SVG, with ids that no other figure of a page has."""
        import vl_convert  # takes a seventh of a second, which only drawing needs

        drawn: str = vl_convert.vegalite_to_svg(self.specification)
        return re.sub(r'(id="|url\(#|href="#)', rf"\g<1>{self.id}-", drawn)


def _specify(chart: alt.TopLevelMixin) -> dict[str, Any]:
    with alt.theme.enable("placeplan"):
        return chart.to_dict()


@alt.theme.register("placeplan", enable=False)
def _theme() -> alt.theme.ThemeConfig:
    config: Mapping[str, Any] = {
        "background": "white",
        "font": FONT,
        "axis": {
            "labelColor": INK,
            "titleColor": INK,
            "labelFontSize": 13,
            "titleFontSize": 13,
            "titleFontWeight": "normal",
            "gridColor": "#d8dde0",
        },
        "header": {"labelFontSize": 13, "titleFontSize": 13, "labelColor": INK},
        "legend": {"labelFontSize": 13, "titleFontSize": 13, "labelColor": INK},
        "mark": {"color": COLOURS[0]},
        "range": {"category": list(COLOURS)},
        "view": {"stroke": None, "continuousWidth": 560, "continuousHeight": 300},
    }
    return {"config": config}  # type: ignore[typeddict-item] # a plain mapping will do
