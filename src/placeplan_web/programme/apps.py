from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "placeplan_web.programme"
    label = "programme"

    def ready(self) -> None:
        from placeplan_web.evidence.further import add_sentence  # models are there now
        from placeplan_web.performance.hanging import add_links
        from placeplan_web.programme.presenters.indicator_benefit import (
            list_benefit_links,
        )
        from placeplan_web.programme.presenters.run_sentence import say_what_hangs

        add_sentence(say_what_hangs)
        add_links(list_benefit_links)
