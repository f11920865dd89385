from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "placeplan_web.money"
    label = "money"

    def ready(self) -> None:
        # models are there now
        from placeplan_web.evidence.further import (
            add_pages,
            add_sentence,
            add_wing,
        )
        from placeplan_web.money.presenters.run_sentence import say_what_counts
        from placeplan_web.money.presenters.summary import list_ledger_pages
        from placeplan_web.money.wing import MONEY_WING

        add_pages("money", list_ledger_pages)
        add_wing("money", MONEY_WING)
        add_sentence(say_what_counts)
