from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "placeplan_web.design"
    label = "design"

    def ready(self) -> None:
        from placeplan_web.design import checks  # noqa: F401 - registers itself
