from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "placeplan_web.places"
    label = "places"
