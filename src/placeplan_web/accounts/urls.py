"""Sign in, second factor, password. The names are those that allauth looks for."""

from allauth.account import views
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.socialaccount.views import login_cancelled
from django.urls import include, path

from placeplan_web.accounts import invitation_views, openid_views, people_views
from placeplan_web.accounts.own_page import OwnPage

PEOPLE = [
    path("", people_views.index, name="index"),
    path("invite/", invitation_views.make, name="invite"),
    path(
        "invitations/<uuid:public_id>/withdraw/",
        invitation_views.withdraw_invitation,
        name="withdraw",
    ),
    path("<uuid:public_id>/", people_views.person, name="person"),
    path("<uuid:public_id>/<slug:action>/", people_views.act, name="act"),
]
urlpatterns = [
    path("sign-in/", views.login, name="account_login"),
    path("sign-in/code/", factor.authenticate, name="mfa_authenticate"),
    path("sign-out/", views.logout, name="account_logout"),
    path("sign-out/everywhere/", people_views.leave, name="account_end_sessions"),
    path("closed/", views.account_inactive, name="account_inactive"),
    path("password/", views.password_change, name="account_change_password"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("again/code/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/", OwnPage.as_view(), name="mfa_index"),
    path("second-factor/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-factor/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "second-factor/codes/",
        recovery.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/codes/new/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("invitation/<str:token>/", invitation_views.answer, name="account_invitation"),
    path("openid/<slug:provider_id>/", openid_views.leave, name="openid_connect_login"),
    path(
        "openid/<slug:provider_id>/back/",
        openid_views.come_back,
        name="openid_connect_callback",
    ),
    path("disconnect/", openid_views.disconnect, name="account_disconnect"),
    path("cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
    path("people/", include((PEOPLE, "people"))),
]
