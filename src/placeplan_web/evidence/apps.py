from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "placeplan_web.evidence"
    label = "evidence"

    def ready(self) -> None:
        from placeplan_web.evidence.presenters.indicator_link import list_links
        from placeplan_web.performance.hanging import add_links  # models are there now

        add_links(list_links)
