from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "placeplan_web.audit"
    label = "audit"

    def ready(self) -> None:
        autodiscover_modules("audit_words")  # each room says how its entries read
