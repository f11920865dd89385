from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "placeplan_web.accounts"
    label = "accounts"

    def ready(self) -> None:
        from placeplan_web.accounts import factor_audit, openid  # noqa: F401 - they listen
