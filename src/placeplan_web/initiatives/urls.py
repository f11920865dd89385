"""Addresses of initiatives: pages of a draft first, then its register."""

from django.urls import include, path

from placeplan_web.initiatives.registers.room import INITIATIVE_ROOM
from placeplan_web.initiatives.views import draft, part, version, workbook
from placeplan_web.registers.addressing import make_addresses

app_name = "initiatives"
_DRAFT = "initiatives/<slug:slug>/"
_SENT = f"{_DRAFT}workbook/<uuid:public_id>/"
urlpatterns = [
    path("initiatives/", draft.index, name="index"),
    path("initiatives/open/", draft.open_one, name="open"),
    path(_DRAFT, draft.draft, name="draft"),
    path(f"{_DRAFT}version/", version.make, name="make-version"),
    path(f"{_DRAFT}versions/<uuid:public_id>/", version.show, name="version"),
    path(f"{_DRAFT}workbook.xlsx", workbook.export, name="workbook"),
    path(f"{_DRAFT}workbook/", workbook.send, name="workbook-send"),
    path(_SENT, workbook.show, name="workbook-sent"),
    path(f"{_SENT}confirm/", workbook.confirm, name="workbook-confirm"),
    path(f"{_SENT}drop/", workbook.drop, name="workbook-drop"),
    path(
        f"{_DRAFT}initiatives/<str:reference>/parts/<slug:part>/",
        part.change,
        name="part",
    ),
    path("initiatives/", include(make_addresses(INITIATIVE_ROOM))),
]
