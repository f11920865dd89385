from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "placeplan_web.config"
    label = "config"
