from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "placeplan_web.programme"
    label = "programme"
