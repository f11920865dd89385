"""The pages on money made of a run: where they stand, and what each holds to."""

import csv
import io
import re

import pytest
from markupsafe import escape

from factories.change_factory import add_moving_run
from placeplan_web.design.words import hold_minus
from placeplan_web.evidence.wing.gallery import find_finding
from placeplan_web.money.wing import MONEY_WING

pytestmark = pytest.mark.django_db
FIRST_KB = 200
PAGES = MONEY_WING.by_slug


@pytest.fixture
def run(db, settings):
    return add_moving_run(settings)


def read(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_no_two_pages_share_an_address():
    assert len(PAGES) == len(MONEY_WING.pages)


def test_page_of_money_lists_each_with_its_finding(run, client):
    page = read(client, "/money/")

    for slug, shown in PAGES.items():
        link = f'href="/money/{slug}/?run={run.public_id}">{shown.title}</a>'
        assert page.count(link) == 1
        assert str(escape(shown.about)) in page
        assert page.count(f"<p>{hold_minus(find_finding(run, shown))}</p>") == 1


@pytest.mark.parametrize("slug", PAGES)
def test_page_leads_back_to_money_and_to_its_neighbours(slug, run, client):
    page = read(client, f"/money/{slug}/")

    assert re.search(r'<a[^>]*href="/money/"[^>]*>Money</a>', page)
    for other, shown in PAGES.items():
        link = f'href="/money/{other}/?run={run.public_id}">{shown.title}</a>'
        assert (link in page) == (other != slug)


@pytest.mark.parametrize("slug", PAGES)
def test_page_stays_small_and_asks_the_same_few_questions(
    slug, run, client, django_assert_num_queries
):
    client.get(f"/money/{slug}/")  # what is kept in memory is read once

    with django_assert_num_queries(2):  # the run, the registry
        page = client.get(f"/money/{slug}/")

    assert len(page.content) < FIRST_KB * 1024


@pytest.mark.parametrize("slug", PAGES)
def test_every_picture_is_drawn_for_desk_and_phone_and_saved(slug, run, client):
    page = read(client, f"/money/{slug}/")

    found = re.findall(r'(?:src|srcset)="(/evidence[^"]+\.svg[^"]*)"', page)
    shown = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    assert len(found) == 2 * len(shown)
    below = f"/evidence/runs/{run.public_id}/money/{slug}/"
    for drawing in found:
        assert drawing.startswith(below)
        assert read(client, drawing.replace("&amp;", "&")).startswith("<svg ")
    for picture in shown:
        saved = client.get(f"{below}{picture}.csv").content.decode()
        assert [*csv.DictReader(io.StringIO(saved))]


@pytest.mark.parametrize("slug", PAGES)
def test_without_any_run_a_page_says_how_there_will_be_one(slug, client):
    page = read(client, f"/money/{slug}/")
    assert "Numbers would be shown here once a run" in page


@pytest.mark.parametrize(
    "address",
    ["/money/kitchen/", "/money/gap/?run=none", "/evidence/runs/{}/money/gap/x.svg"],
)
def test_page_that_is_none_is_not_found(address, run, client):
    assert client.get(address.format(run.public_id)).status_code == 404
