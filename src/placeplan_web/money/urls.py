"""Addresses of the ledger."""

app_name = "money"
urlpatterns: list[object] = []
