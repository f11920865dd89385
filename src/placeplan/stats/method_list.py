"""Every method of this chapter by name."""

from collections.abc import Mapping
from typing import Final

from placeplan.stats.chart_method import CHART_METHODS
from placeplan.stats.count_chart_method import COUNT_CHART_METHODS
from placeplan.stats.funnel_method import FUNNEL_METHODS
from placeplan.stats.inequality_method import INEQUALITY_METHODS
from placeplan.stats.life_method import LIFE_METHODS
from placeplan.stats.method import Method
from placeplan.stats.rate_method import RATE_METHODS
from placeplan.stats.standard_method import STANDARD_METHODS
from placeplan.stats.wait_method import WAIT_METHODS

METHODS: Final[Mapping[str, Method]] = {
    method.name: method
    for method in (
        *RATE_METHODS,
        *STANDARD_METHODS,
        *LIFE_METHODS,
        *INEQUALITY_METHODS,
        *FUNNEL_METHODS,
        *CHART_METHODS,
        *COUNT_CHART_METHODS,
        *WAIT_METHODS,
    )
}
"""Methods that can be asked through ``placeplan stats``."""
