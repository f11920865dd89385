"""Addresses of calendars of meetings, and of open data."""

from typing import Final

from django.urls import URLPattern, path

from placeplan_web.governance.views import feed, oparl

OPARL: Final = "governance/oparl/"

FEED_PAGES: Final[list[URLPattern]] = [
    path("governance/meetings.ics", feed.public_feed, name="public-feed"),
    path("my-meetings/calendar/", feed.own_link, name="own-feed-link"),
    path("my-meetings/<str:token>.ics", feed.own_feed, name="own-feed"),
    path(OPARL, oparl.system, name="oparl"),
    path(f"{OPARL}bodies/", oparl.bodies, name="oparl-bodies"),
    path(f"{OPARL}body/", oparl.body, name="oparl-body"),
    path(f"{OPARL}<slug:kind>/", oparl.listing, name="oparl-list"),
    path(f"{OPARL}<slug:kind>/<uuid:public_id>/", oparl.record, name="oparl-record"),
]
