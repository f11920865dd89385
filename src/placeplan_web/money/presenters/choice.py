"""Choices of a page on the ledger."""

from collections.abc import Mapping
from typing import Any

from placeplan.money.forecast import FORECAST_METHODS
from placeplan.periods import FinancialYear
from placeplan_web.money.queries.question import MONTH, list_booked
from placeplan_web.money.queries.standing import Standing

WHOLE = "The system"


def list_choices(standing: Standing, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the macro ``filters`` asks for."""
    asked, ledger = standing.question, standing.ledger
    years = [(str(year), str(FinancialYear(year))) for year in ledger.years]
    months = [
        (f"{month:{MONTH}}", f"{month:%B %Y}")
        for month in list_booked(ledger, asked.year, asked.body)
    ]
    bodies = sorted(names.items(), key=lambda each: each[1])
    methods = [(each.id, each.name) for each in FORECAST_METHODS.values()]
    through = f"{asked.through:{MONTH}}" if asked.through else ""
    fields = (
        ("organisation", "Organisation", asked.body, [("", WHOLE), *bodies]),
        ("year", "Year", str(asked.year), years),
        ("month", "To the end of", through, months),
        ("method", "Forecast", asked.method, methods),
    )
    return [
        {"name": name, "label": label, "value": value, "options": options}
        for name, label, value, options in fields
        if len(options) > 1
    ]
