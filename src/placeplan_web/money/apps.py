from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "placeplan_web.money"
    label = "money"
