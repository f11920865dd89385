"""Addresses of meetings, items, papers, decisions and what follows them."""

from typing import Final

from django.urls import URLPattern, path

import placeplan_web.governance.meeting_permissions  # noqa: F401 - it adds them
from placeplan_web.governance.views import (
    act,
    decision,
    escalation,
    lists,
    meeting,
    paper,
)

MEETING: Final = "governance/meetings/<uuid:public_id>/"
PAPER: Final = "governance/papers/<uuid:public_id>/versions/<int:number>/"
DECISION: Final = "governance/decisions/<str:reference>/"
ESCALATION: Final = "governance/escalations/<str:reference>/"
ITEM: Final = MEETING + "items/<str:number>/"

MEETING_PAGES: list[URLPattern] = [
    path(MEETING, meeting.meeting, name="meeting"),
    path(MEETING + "do/<slug:act>/", act.meeting_act, name="meeting-act"),
    path(ITEM, meeting.item, name="item"),
    path(ITEM + "do/<slug:act>/", act.item_act, name="item-act"),
    path(DECISION, decision.decision, name="decision"),
    path(DECISION + "do/<slug:act>/", act.decision_act, name="decision-act"),
    path("governance/ratifications/", decision.ratifications, name="ratifications"),
    path(
        "governance/actions/<str:reference>/do/<slug:act>/",
        act.action_act,
        name="action-act",
    ),
    path("governance/escalations/", lists.escalations, name="escalations"),
    path(ESCALATION, escalation.escalation, name="escalation"),
    path(ESCALATION + "do/<slug:act>/", act.escalation_act, name="escalation-act"),
    path("my-meetings/", lists.my_meetings, name="my-meetings"),
    path(PAPER, paper.paper, name="paper"),
    path(PAPER + "file", paper.paper_file, name="paper-file"),
]
