"""Addresses of money: those of the ledger, then the pages made of a run."""

from django.urls import URLPattern, path

from placeplan_web.evidence.addressing import make_addresses
from placeplan_web.money.views import change, forecast, position, workbook
from placeplan_web.money.wing import MONEY_WING

app_name = "money"
_OF_ONE = "money/position/<slug:organisation>/"
urlpatterns: list[URLPattern] = [
    path("money/position/", position.position, name="position"),
    path("money/position/<slug:figure>.svg", position.svg, name="position-svg"),
    path(
        "money/position/<slug:figure>.<table:kind>",
        position.file,
        name="position-file",
    ),
    path(_OF_ONE, position.position_of, name="position-of"),
    path(f"{_OF_ONE}<slug:figure>.svg", position.svg, name="position-of-svg"),
    path(
        f"{_OF_ONE}<slug:figure>.<table:kind>",
        position.file,
        name="position-of-file",
    ),
    path("money/forecast/", forecast.forecast, name="forecast"),
    path("money/forecast/<slug:figure>.svg", forecast.svg, name="forecast-svg"),
    path(
        "money/forecast/<slug:figure>.<table:kind>",
        forecast.file,
        name="forecast-file",
    ),
    path("money/changes/", change.changes, name="changes"),
    path("money/changes/<uuid:public_id>/", change.change, name="change"),
    path("money/changes/<uuid:public_id>/undo/", change.undo, name="undo"),
    path(
        "money/changes/<uuid:public_id>.<table:kind>",
        change.cells_file,
        name="change-file",
    ),
    path("money/workbook/", workbook.workbook, name="workbook"),
    path("money/workbook/ledger.xlsx", workbook.file, name="workbook-file"),
    path("money/workbook/send/", workbook.send, name="workbook-send"),
    path(
        "money/workbook/<uuid:public_id>/",
        workbook.show,
        name="workbook-sent",
    ),
    path(
        "money/workbook/<uuid:public_id>/apply/",
        workbook.confirm,
        name="workbook-confirm",
    ),
    path("money/workbook/<uuid:public_id>/drop/", workbook.drop, name="workbook-drop"),
    *make_addresses(MONEY_WING),  # last: /money/<page>/ would take the others
]
