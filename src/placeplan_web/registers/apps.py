from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "placeplan_web.registers"
    label = "registers"
