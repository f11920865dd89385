"""Interests, gifts, the forward plan and delegations: declared, changed and seen."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.page_words import say
from factories.post_factory import make_holding, make_post
from placeplan_web.governance.models import (
    ForwardPlanEntry,
    Instrument,
    Interest,
    OfficeKind,
)

pytestmark = pytest.mark.django_db
DECLARED = {
    "regime": "localism_act",
    "kind": "dpi",
    "nature": "owns the lease of the hall",
    "tags": "hall; stroke",
    "declared_on": "2019-07-01",
}


@pytest.fixture
def member(client):
    """Give a post whose holder has signed in."""
    user = UserFactory()
    post = make_holding(make_post("Councillor for the harbour"), user).post
    client.force_login(user)
    return post


def code(post):
    return f"{post.title}, {post.organisation.slug}"


def declare(client, post, **more):
    sent = {**DECLARED, "post": code(post), **more}
    return client.post("/governance/interests/add/", sent)


def test_member_declares_an_interest_and_is_told_what_it_lets_them_do(client, member):
    answer = declare(client, member)

    interest = Interest.objects.get()
    assert answer.url == "/governance/interests/INT-01/"
    assert (interest.post, interest.tags) == (member, ["hall", "stroke"])
    said = "On any item it touches Declare you must Speak you may not Vote you may not"
    assert said in say(client.get(answer.url))


def test_form_names_organisations_and_asks_for_no_status_or_source(client, member):
    body = make.BodyFactory(slug="org-ashford-ccg", name="NHS Ashford CCG")

    form = client.get("/governance/interests/add/").content.decode()
    declare(client, member, body="org-ashford-ccg", status="published", source="spoof")

    assert form.count('<option value="org-ashford-ccg">NHS Ashford CCG</option>') == 1
    asked = [form.count(f'name="{name}"') for name in ("nature", "status", "source")]
    assert asked == [1, 0, 0]
    interest = Interest.objects.get()
    assert (interest.body, interest.status, interest.source) == (body, "recorded", "")


def test_interest_shows_the_item_that_it_leaves_inquorate(client, member):
    today = timezone.localdate()
    meeting = make.MeetingFactory(held_on=today, starts_at=None)
    make.TermsFactory(group=meeting.group, quorum_number=1)
    make.SeatHoldingFactory(seat__group=meeting.group, post=member)
    make.AgendaItemFactory(meeting=meeting, number="5", title="Hall", tags=["Hall"])
    make.AgendaItemFactory(meeting=meeting, number="6", title="Roads", tags=["roads"])
    declare(client, member, starts_on="2019-07-01")

    words = say(client.get("/governance/interests/INT-01/"))

    assert words.count("5. Hall") == 1
    assert words.count("inquorate through interests") == 1
    assert words.count("6. Roads") == 0


def test_sensitive_interest_is_in_no_public_copy(client, member):
    declare(client, member, nature="a house in Acacia Road", is_sensitive="yes")
    own = say(client.get("/governance/interests/"))
    client.logout()

    public = [
        client.get(f"/governance/interests/{end}")
        for end in ("", "register.csv", "INT-01/", "?q=Acacia", "?state=all")
    ]

    assert own.count("a house in Acacia Road") == 1
    assert [answer.status_code for answer in public] == [200, 200, 404, 200, 200]
    assert sum(b"Acacia Road" in answer.content for answer in public) == 0


def test_interest_that_became_sensitive_is_kept_back_on_every_past_day(client, member):
    declare(client, member, nature="a house in Acacia Road")
    interest = Interest.objects.get()
    past = (timezone.localdate() + timedelta(days=1)).isoformat()
    sensitive = {"is_sensitive": "yes", "nature": "a house in Acacia Road"}
    client.post(
        "/governance/interests/INT-01/edit/",
        {**DECLARED, "post": code(member), **sensitive, "version": interest.version},
    )
    client.logout()

    day = {"as_at": past}
    listed = client.get("/governance/interests/", day)
    record = client.get("/governance/interests/INT-01/", day)

    assert (listed.status_code, record.status_code) == (200, 404)
    assert b"Acacia Road" not in listed.content


def test_words_that_were_sensitive_once_are_in_no_history_of_others(client, member):
    declare(client, member, nature="a house in Acacia Road", is_sensitive="yes")
    told = {**DECLARED, "post": code(member), "nature": "a house", "version": 1}
    client.post("/governance/interests/INT-01/edit/", told)

    own = client.get("/governance/interests/INT-01/")
    client.logout()
    public = client.get("/governance/interests/INT-01/")

    assert b"Acacia Road" in own.content
    assert public.status_code == 200
    assert b"Acacia Road" not in public.content


def test_monitoring_officer_sees_what_is_sensitive_and_others_do_not(client, member):
    declare(client, member, is_sensitive="yes")
    officer, other = UserFactory(), UserFactory()
    post = make_holding(make_post("Monitoring officer"), officer).post
    make.GroupOfficeFactory(post=post, kind=OfficeKind.MONITORING)
    make_holding(make_post("Councillor for the hill"), other)

    def look(user):
        client.force_login(user)
        return client.get("/governance/interests/INT-01/").status_code

    assert (look(officer), look(other)) == (200, 404)


def test_nobody_declares_for_a_post_that_they_do_not_hold(client, member):
    other = make_post("Councillor for the hill")

    answer = declare(client, other)

    assert (answer.status_code, Interest.objects.count()) == (422, 0)


def test_member_ends_an_interest_and_it_stays_in_the_register(client, member):
    declare(client, member)
    ended = {**DECLARED, "post": code(member), "ends_on": "2019-08-01", "version": 1}

    client.post("/governance/interests/INT-01/edit/", ended)

    interest = Interest.objects.get()
    assert (interest.ends_on, interest.version) == (date(2019, 8, 1), 2)
    assert "ended" in say(client.get("/governance/interests/"))


def test_member_changes_no_interest_of_another_post(client, member):
    make.InterestFactory(reference="INT-07")

    assert client.get("/governance/interests/INT-07/edit/").status_code == 403


def test_nil_return_is_a_declaration_without_a_kind(client, member):
    told = declare(client, member, is_nil="yes")
    nil = declare(client, member, is_nil="yes", kind="", nature="", tags="")

    assert (told.status_code, nil.status_code) == (422, 302)
    assert say(client.get("/governance/interests/")).count("Nothing to declare") >= 1


def test_kind_of_the_other_rules_is_refused(client, member):
    answer = declare(client, member, regime="nhs")

    assert answer.status_code == 422
    assert "These rules know: Financial interest" in say(answer)


@pytest.mark.parametrize(
    ("worth", "said"),
    [
        ("24.99", "It reaches no threshold, and need not be declared."),
        ("25.00", "It has to be declared."),
    ],
)
def test_gift_is_held_against_the_threshold(client, worth, said):
    make.GiftDeclarationFactory(reference="GIFT-01", value_pounds=worth)

    assert said in say(client.get("/governance/gifts/GIFT-01/"))


def test_gifts_of_one_donor_count_together(client):
    first = make.GiftDeclarationFactory(reference="GIFT-01", value_pounds="10.00")
    for number in (2, 3):
        make.GiftDeclarationFactory(
            reference=f"GIFT-0{number}", post=first.post, value_pounds="10.00"
        )

    assert "It has to be declared." in say(client.get("/governance/gifts/GIFT-01/"))


def test_a_donor_spelt_otherwise_is_the_same_donor(client):
    first = make.GiftDeclarationFactory(
        reference="GIFT-01", donor="Acme Ltd", value_pounds="10.00"
    )
    make.GiftDeclarationFactory(
        reference="GIFT-02", post=first.post, donor="ACME  ltd", value_pounds="15.00"
    )

    assert "It has to be declared." in say(client.get("/governance/gifts/GIFT-01/"))


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (date(2019, 7, 16), "enough: 28 of 28 clear days"),
        (date(2019, 7, 17), "short: 27 of 28 clear days"),
        (None, "none: the public has not been told"),
    ],
)
def test_key_decision_needs_28_days_of_notice(client, published, said):
    make.ForwardPlanEntryFactory(
        is_key_decision=True,
        published_on=published,
        due_starts_on=date(2019, 8, 14),
        due_ends_on=date(2019, 8, 14),
    )

    assert said in say(client.get("/governance/forward-plan/"))


def test_clerk_keeps_the_forward_plan_of_their_own_group_alone(client, member):
    own, other = make.GroupFactory(slug="own"), make.GroupFactory(slug="other")
    make.GroupOfficeFactory(group=own, post=member)
    entry = {"title": "Stroke care", "status": "recorded"}

    refused = client.post("/governance/forward-plan/add/", {**entry, "group": "other"})
    added = client.post("/governance/forward-plan/add/", {**entry, "group": "own"})

    assert (refused.status_code, added.status_code) == (422, 302)
    assert [each.group for each in ForwardPlanEntry.objects.all()] == [own]
    make.ForwardPlanEntryFactory(group=other, reference="FP-77")
    assert client.get("/governance/forward-plan/FP-77/edit/").status_code == 403


def test_delegation_names_who_delegates(client):
    made = make.InstrumentFactory(
        *(),
        reference="DEL-01",
        is_for_all_members=False,
        subjects=["Stroke", "Cancer"],
    )
    made.bodies.create(body=make.BodyFactory(name="Swale CCG"))

    page = say(client.get("/governance/instruments/DEL-01/"))

    assert "Swale CCG" in page
    assert "Stroke; Cancer" in page
    assert Instrument.objects.count() == 1


def test_record_of_a_private_group_is_in_no_register_of_others(client):
    make.ForwardPlanEntryFactory(group__is_public=False, title="Quiet matter")
    make.InstrumentFactory(group__is_public=False, name="Quiet scheme")

    words = [
        say(client.get(f"/governance/{n}/")) for n in ("forward-plan", "instruments")
    ]

    assert [each.count("Quiet") for each in words] == [0, 0]


@pytest.mark.parametrize(
    ("slug", "factory"),
    [
        ("interests", make.InterestFactory),
        ("gifts", make.GiftDeclarationFactory),
        ("forward-plan", make.ForwardPlanEntryFactory),
        ("instruments", make.InstrumentFactory),
    ],
)
def test_register_asks_as_often_for_thirty_records_as_for_three(client, slug, factory):
    def count():
        caches["memory"].clear()
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/governance/{slug}/")
        return len(asked)

    factory.create_batch(3)
    count()
    three = count()
    factory.create_batch(27)

    assert count() == three
