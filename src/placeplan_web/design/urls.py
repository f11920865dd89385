from django.urls import path

from placeplan_web.design import views

app_name = "design"
urlpatterns = [
    path("brand.css", views.brand, name="brand"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("cookies/", views.cookies, name="cookies"),
]
