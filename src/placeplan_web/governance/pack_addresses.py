"""Addresses of packs and of minutes in Word."""

from typing import Final

from django.urls import URLPattern, path

from placeplan_web.governance.meeting_addresses import MEETING
from placeplan_web.governance.views import minutes_word, pack

PACK_PAGES: Final[list[URLPattern]] = [
    path(MEETING + "pack/", pack.pack, name="pack"),
    path(MEETING + "pack/public.pdf", pack.public_pack, name="public-pack"),
    path(MEETING + "pack/private.pdf", pack.private_pack, name="private-pack"),
    path(
        MEETING + "minutes/public.docx",
        minutes_word.public_minutes,
        name="public-minutes",
    ),
    path(
        MEETING + "minutes/private.docx",
        minutes_word.private_minutes,
        name="private-minutes",
    ),
]
