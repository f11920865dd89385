from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "placeplan_web.audit"
    label = "audit"
