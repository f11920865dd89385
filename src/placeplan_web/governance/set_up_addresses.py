"""Addresses at which a group is set up: its seats, its terms, what lies ahead."""

from typing import Final

from django.urls import URLPattern, path

import placeplan_web.governance.set_up_permissions  # noqa: F401 - it adds them
from placeplan_web.governance.views import act, set_up

GROUP: Final = "governance/groups/<slug:slug>/"
SEAT: Final = GROUP + "seats/<str:reference>/"
INSTRUMENT: Final = "governance/instruments/<str:reference>/"

SET_UP_PAGES: list[URLPattern] = [
    path(GROUP + "set-up/", set_up.set_up, name="set-up"),
    path(GROUP + "do/<slug:act>/", act.group_act, name="group-act"),
    path(SEAT, set_up.seat, name="seat"),
    path(SEAT + "do/<slug:act>/", act.seat_act, name="seat-act"),
    path(INSTRUMENT + "do/<slug:act>/", act.instrument_act, name="instrument-act"),
]
