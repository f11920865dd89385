"""Addresses of governance: pages of their own first, then the registers."""

from django.urls import include, path

from placeplan_web.governance.feed_addresses import FEED_PAGES
from placeplan_web.governance.meeting_addresses import MEETING_PAGES
from placeplan_web.governance.pack_addresses import PACK_PAGES
from placeplan_web.governance.page_addresses import PAGES
from placeplan_web.governance.registers.house import SLUG
from placeplan_web.governance.registers.room import GOVERNANCE_ROOM
from placeplan_web.governance.set_up_addresses import SET_UP_PAGES
from placeplan_web.registers.addressing import make_addresses

app_name = "governance"
urlpatterns = [
    *PAGES,
    *SET_UP_PAGES,
    *MEETING_PAGES,
    *PACK_PAGES,
    *FEED_PAGES,
    path("governance/", include(make_addresses(GOVERNANCE_ROOM, scope=SLUG))),
]
