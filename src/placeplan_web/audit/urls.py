"""Addresses of the audit, for staff."""

from django.urls import path

from placeplan_web.audit import views

app_name = "audit"
urlpatterns = [
    path("audit/", views.index, name="index"),
    path("audit/verify/", views.check, name="verify"),
    path("audit/head.txt", views.export_head, name="head"),
]
