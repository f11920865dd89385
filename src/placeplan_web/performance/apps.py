from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "placeplan_web.performance"
    label = "performance"
