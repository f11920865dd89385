"""Addresses of money: those of the ledger, then the pages made of a run."""

from django.urls import URLPattern

from placeplan_web.evidence.addressing import make_addresses
from placeplan_web.money.wing import MONEY_WING

app_name = "money"
urlpatterns: list[URLPattern] = [
    *make_addresses(MONEY_WING),  # last: /money/<page>/ would take the others
]
