from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "placeplan_web.money"
    label = "money"

    def ready(self) -> None:
        from placeplan_web.evidence.further import add_wing  # models are there now
        from placeplan_web.money.wing import MONEY_WING

        add_wing("money", MONEY_WING)
