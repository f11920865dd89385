"""Errors are told in plain words, in the frame of every other page."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from factories.account_factory import UserFactory
from placeplan_web.config import urls
from placeplan_web.config.access import ACCESS, Who


def fail(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    *urls.urlpatterns,
    path("no/", fail(PermissionDenied("It is not released yet.")), name="no"),
    path("odd/", fail(SuspiciousOperation("<b>inner words</b>")), name="odd"),
    path("broken/", fail(RuntimeError("secret of the code")), name="broken"),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def read(client, db, settings, monkeypatch):
    settings.ROOT_URLCONF = __name__
    for name in ("no", "odd", "broken"):
        monkeypatch.setitem(ACCESS, name, Who.EVERYONE)
    client.raise_request_exception = False

    def read(address):
        response = client.get(address)
        return response.status_code, response.content.decode()

    return read


def test_date_that_cannot_be_is_a_page_in_words(read):
    status, page = read("/cookies/?as_at=2019-02-30")

    assert status == 400
    assert "“2019-02-30”" in page
    assert "such as 2019-07-12" in page
    assert "Go to the front page" in page


def test_unknown_page(read):
    status, page = read("/nowhere/")

    assert status == 404
    assert "There is no such page" in page


def test_reason_that_a_page_is_shut_is_told_with_the_way_in(read):
    status, page = read("/no/")

    assert status == 403
    assert "It is not released yet." in page
    assert "/accounts/sign-in/?next=%2Fno%2F" in page


def test_odd_request_is_refused_without_inner_words(read):
    status, page = read("/odd/")

    assert status == 400
    assert "inner words" not in page


def test_our_fault_is_told_as_ours_without_inner_words(read):
    status, page = read("/broken/")

    assert status == 500
    assert "It is our fault, not yours." in page
    assert "secret of the code" not in page


@pytest.mark.parametrize(
    ("is_known", "words"),
    [(False, "If you are one of them, sign in."), (True, "You are signed in.")],
)
def test_nobody_who_has_signed_in_is_asked_to(is_known, words, read, client):
    if is_known:
        client.force_login(UserFactory())

    status, page = read("/no/")

    assert status == 403
    assert (words in page, "sign in." in page) == (True, not is_known)
