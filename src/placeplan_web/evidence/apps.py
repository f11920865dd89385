from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "placeplan_web.evidence"
    label = "evidence"
