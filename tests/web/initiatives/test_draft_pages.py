"""Pages of drafts: who sees which, what differs, what would be refused."""

import re

import pytest

from factories.account_factory import UserFactory
from factories.initiative_plan import add_initiative_plan, make_draft
from factories.page_words import list_rows
from factories.run_factory import add_released_run
from placeplan_web.initiatives.models import Draft, Initiative

pytestmark = pytest.mark.django_db
HOME = "/initiatives/"
ASSUMED = ("made-up", "illustrative")


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def test_opening_a_draft_makes_a_record_of_each_initiative(signed_in, planner):
    dataset = add_initiative_plan(planner)

    answer = signed_in.post(f"{HOME}open/", {"dataset": dataset.public_id})

    assert answer.headers["Location"] == f"{HOME}tiny/"
    first, second = Initiative.objects.all()
    assert (first.reference, first.slug, first.delivery_share) == (
        "INI-01",
        "local-care",
        0.8,
    )
    assert (second.reference, second.slug, second.planning_level) == (
        "INI-02",
        "stay-at-home",
        None,
    )
    assert [row["remaining_low"] for row in first.rows["initiative_effects"]] == ["0.8"]
    assert [row["cost_pounds"] for row in first.rows["initiative_costs"]] == ["12500.5"]
    assert second.rows["initiative_costs"] == []


def test_a_second_draft_of_a_plan_has_an_address_of_its_own(planner):
    make_draft(planner)

    assert make_draft(planner, name="again").slug == "tiny-2"


def test_draft_that_says_what_its_plan_folder_says_differs_in_nothing(draft, signed_in):
    page = read(signed_in, f"{HOME}{draft.slug}/")

    assert "<p>Nothing differs.</p>" in page
    assert "Why the plan would be refused" not in page
    assert "Make a new version" not in page


def test_nobody_else_reads_a_draft_of_a_private_plan(draft, client):
    assert client.get(f"{HOME}{draft.slug}/").status_code == 403
    client.force_login(UserFactory(organisation="ekhuft"))
    assert client.get(f"{HOME}{draft.slug}/").status_code == 403
    client.force_login(UserFactory(organisation="km-stp"))
    assert client.get(f"{HOME}{draft.slug}/").status_code == 200


def test_everybody_reads_the_draft_of_the_example_and_staff_change_it(client):
    make_draft()
    assert read(client, f"{HOME}tiny/")
    part = f"{HOME}tiny/initiatives/INI-01/parts/effects/"
    client.force_login(UserFactory())
    assert client.get(part).status_code == 403
    client.force_login(UserFactory(is_staff=True))
    assert client.get(part).status_code == 200


def test_list_shows_the_drafts_that_a_reader_may_read(draft, signed_in, client):
    assert ">The system</a>" in read(signed_in, HOME)
    client.logout()
    assert "Sign in to open one" in read(client, HOME)


def test_plan_folder_that_one_may_not_read_cannot_be_opened(signed_in):
    strange = add_initiative_plan(UserFactory(organisation="ekhuft"))

    signed_in.post(f"{HOME}open/", {"dataset": strange.public_id})

    assert not Draft.objects.exists()


def test_page_of_an_initiative_shows_every_part(draft, signed_in):
    page = read(signed_in, f"{HOME}{draft.slug}/initiatives/INI-01/")

    for part in ("effects", "phasing", "arrivals", "capacity", "costs", "correlations"):
        assert f">Change its {part}</a>" in page
    assert list_rows(page, "Effects") == [
        ["avoidance", "Emergency hospital spells", "0.8", "0.9", *ASSUMED]
    ]
    assert list_rows(page, "Costs") == [["2017/18", "12,500.5", "yes", *ASSUMED]]
    assert "Nothing yet. Where what leaves arrives" in page
    assert "What it does in the newest released run" not in page


def test_page_of_an_initiative_leads_to_what_it_does_once_its_plan_has_run(client):
    draft = make_draft()
    add_released_run(draft.dataset)

    page = read(client, f"{HOME}tiny/initiatives/INI-02/")

    assert re.findall(r'href="(/plan/[^"?]+)[?]initiative=stay-at-home"', page) == [
        "/plan/ledger/",
        "/plan/claims/",
        "/plan/bridge/",
    ]


@pytest.mark.parametrize("page", ["", "initiatives/INI-01/parts/effects/"])
def test_page_on_which_sizes_are_changed_says_what_they_do_to_the_gap(
    draft, signed_in, page
):
    said = read(signed_in, f"{HOME}{draft.slug}/{page}")

    assert "They do not change the gap: it takes off what the planned solutions" in said


def test_past_day_shows_the_parts_as_they_were_known(draft, signed_in):
    page = read(signed_in, f"{HOME}{draft.slug}/initiatives/INI-01/?as_at=2019-08-01")

    assert "Change its effects" not in page
    assert "mechanism avoidance, pod emergency_spell, remaining low 0.8" in page
