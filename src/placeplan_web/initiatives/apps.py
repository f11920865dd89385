from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "placeplan_web.initiatives"
    label = "initiatives"
