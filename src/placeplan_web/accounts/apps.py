from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "placeplan_web.accounts"
    label = "accounts"
