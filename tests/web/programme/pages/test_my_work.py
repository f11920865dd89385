"""What is due from somebody, by the posts that they hold, on a page and elsewhere."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from smtplib import SMTPServerDisconnected

import icalendar
import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import programme_factory as make
from factories.account_factory import UserFactory
from factories.page_words import say
from factories.post_factory import make_holding, make_post
from placeplan_web.audit.models import AuditEntry
from placeplan_web.config.digest import send_digests
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.models import (
    CalendarFeed,
    DigestAddress,
    DocumentPart,
    DocumentRecipient,
    RiskAcceptance,
    ScoreKind,
)
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.programme.queries.duty import list_own

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"
DAY = date(2019, 11, 1)
PAST = datetime(2019, 11, 1, 12, tzinfo=UTC)
SECRET_TITLE = "What a named person said"


@pytest.fixture
def holding(db):
    return make.PostHoldingFactory()


@pytest.fixture
def own(holding):
    """Give a browser of somebody who holds a post."""
    client = Client()
    client.force_login(holding.user)
    return client


def make_one_of_each(post, programme):
    """Make what can be due, each owned by the post."""
    ours = {"owner_post": post, "programme": programme}
    make.MilestoneFactory(reference="MS-01", title=SECRET_TITLE, **ours)
    risk = make.RiskFactory(reference="RSK-01", review_on=date(2019, 11, 5), **ours)
    make.MitigationFactory(
        reference="MIT-01", risk=risk, due_on=date(2019, 12, 31), **ours
    )
    make.IssueFactory(reference="ISS-01", due_on=DAY, **ours)
    make.AssumptionFactory(reference="ASM-01", test_on=date(2020, 4, 1), **ours)
    make.BenefitFactory(reference="BEN-01", target_on=date(2020, 4, 1), **ours)
    make.ImpactMitigationFactory(reference="IM-01", due_on=date(2020, 1, 1), **ours)
    score = add_score(
        by="tests",
        risk=risk,
        kind=ScoreKind.CURRENT,
        impact=2,
        likelihood=2,
        reason="reviewed",
        scored_on=date(2019, 8, 1),
        at=PAST,
    )
    RiskAcceptance.objects.create(
        risk=risk,
        score=score,
        approver_post=post,
        accepted_on=date(2019, 8, 1),
        expires_on=date(2019, 10, 1),
        reason="nothing more to do",
        by="tests",
        at=PAST,
    )
    document = make.ControlledDocumentFactory(reference="DOC-01", programme=programme)
    make.DocumentVersionFactory(document=document, state="in_review")
    DocumentRecipient.objects.create(
        document=document, post=post, part=DocumentPart.APPROVER
    )
    change = make.ServiceChangeFactory(
        programme=programme, consultation_began_on=date(2020, 2, 1)
    )
    make.GateCheckFactory(reference="GATE-01", service_change=change, **ours)


def test_everything_that_can_be_due_is_listed_the_most_pressing_first(holding):
    make_one_of_each(holding.post, make.ProgrammeFactory())
    other = make.PostFactory()
    make.MilestoneFactory(owner_post=other)
    make.RiskFactory(owner_post=other, review_on=DAY)

    duties = list_own(holding.user, DAY).duties

    assert [(str(duty.state), duty.item.kind) for duty in duties] == [
        ("overdue", "acceptance"),
        ("overdue", "milestone"),
        ("due", "document_review"),
        ("due", "issue"),
        ("soon", "risk_review"),
        ("later", "mitigation"),
        ("later", "impact_mitigation"),
        ("later", "gate"),
        ("later", "assumption"),
        ("later", "benefit"),
    ]


def test_post_that_was_left_asks_for_nothing(holding):
    holding.ends_on = date(2019, 10, 31)
    holding.save()
    make_one_of_each(holding.post, make.ProgrammeFactory())

    assert list_own(holding.user, DAY).duties == ()
    assert len(list_own(holding.user, date(2019, 10, 31)).duties) == 10


def test_page_counts_names_and_leads(own, holding):
    programme = make.ProgrammeFactory(slug="ours")
    make.MilestoneFactory(
        reference="MS-01", title="Open", owner_post=holding.post, programme=programme
    )

    page = own.get("/my-work/", {"as_at": "2019-11-01"})

    assert "1 thing is waiting for you: 1 overdue." in say(page)
    assert (
        "Reach the milestone MS-01: it was due by 31 October 2019, 1 day ago."
        in say(page)
    )
    link = "/programme/ours/milestones/MS-01/?as_at=2019-11-01"
    assert link in page.content.decode()


def test_somebody_without_a_post_is_told_why_nothing_is_here(client):
    client.force_login(UserFactory())

    assert "You hold no post, so nothing can be due from you." in say(
        client.get("/my-work/")
    )


def test_visitor_signs_in_first(client, db):
    assert client.get("/my-work/").status_code == 302


def test_page_asks_as_often_for_three_as_for_one(own, holding):
    def count():
        with CaptureQueriesContext(connection) as queries:
            own.get("/my-work/")
        return len(queries)

    make_one_of_each(holding.post, make.ProgrammeFactory())
    own.get("/my-work/")  # what a session asks for once
    one = count()
    for _ in range(2):
        make_one_of_each(holding.post, make.ProgrammeFactory())

    assert count() == one


def open_link(own):
    """Make a calendar link as its owner does, and give its path."""
    page = own.post("/my-work/calendar/", {"act": "open"}).content.decode()
    return re.search(r"http://testserver(/my-work/calendar/\S+?\.ics)", page).group(1)


def test_calendar_holds_references_and_links_and_nobodys_words(own, holding):
    programme = make.ProgrammeFactory(slug="ours")
    make.MilestoneFactory(
        reference="MS-01",
        title=SECRET_TITLE,
        owner_post=holding.post,
        programme=programme,
    )

    answer = Client().get(open_link(own))
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert [event["dtstart"].dt for event in events] == [date(2019, 10, 31)]
    assert str(events[0]["url"]) == "http://testserver/programme/ours/milestones/MS-01/"
    assert SECRET_TITLE not in answer.content.decode()
    assert holding.user.username not in answer.content.decode()


def test_link_works_until_it_is_made_anew_or_taken_back(own, holding):
    first = open_link(own)
    second = open_link(own)
    assert [Client().get(each).status_code for each in (first, second)] == [404, 200]

    own.post("/my-work/calendar/", {"act": "close"})

    assert Client().get(second).status_code == 404
    assert CalendarFeed.objects.count() == 0


def test_link_of_a_closed_account_works_no_more(own, holding):
    link = open_link(own)
    holding.user.is_active = False
    holding.user.save()

    assert Client().get(link).status_code == 404


def test_word_of_a_link_is_kept_nowhere(own):
    token = open_link(own).removesuffix(".ics").rsplit("/", 1)[1]

    assert token not in str(list(CalendarFeed.objects.values()))
    assert token not in own.get("/my-work/").content.decode()


def test_address_is_shown_to_its_owner_alone_and_never_to_the_audit(own, holding):
    own.post("/my-work/digest/", {"address": "office@example.org"})

    assert "office@example.org" in own.get("/my-work/").content.decode()
    assert "office@example.org" not in str(list(AuditEntry.objects.values()))
    own.post("/my-work/digest/", {"address": ""})
    assert DigestAddress.objects.count() == 0


def test_address_that_is_none_is_refused_and_stays_in_the_box(own):
    answer = own.post("/my-work/digest/", {"address": "office"})

    assert answer.status_code == 422
    assert 'value="office"' in answer.content.decode()
    assert "Write an e-mail address" in say(answer)


@pytest.fixture
def asked(holding, settings):
    """Give somebody who asked for a digest and has an overdue milestone."""
    settings.PLACEPLAN_ADDRESS = "https://plan.example.org/"
    make.MilestoneFactory(title=SECRET_TITLE, owner_post=holding.post)
    return DigestAddress.objects.create(
        user=holding.user, address="office@example.org", set_at=PAST
    )


def test_digest_is_counted_alone_unless_it_is_to_be_sent(asked, capsys):
    assert send_digests(send=False) == 0
    assert mail.outbox == []
    assert capsys.readouterr().out == (
        "1 would be sent now. Nothing was sent: add --send to do it.\n"
    )


def test_digest_holds_counts_and_one_link_and_goes_once_a_day(asked, holding):
    assert send_digests(send=True) == 0
    assert send_digests(send=True) == 0

    assert [message.to for message in mail.outbox] == [["office@example.org"]]
    message = mail.outbox[0]
    assert message.subject == "Placeplan: 1 thing to do"
    assert message.body == (
        "1 thing is waiting for you: 1 overdue.\n\n"
        "What they are: https://plan.example.org/my-work/\n\n"
        "You asked for this on that page, where you can also stop it."
    )


def test_digest_is_not_sent_where_nothing_presses_or_the_account_is_closed(
    asked, holding
):
    holding.user.is_active = False
    holding.user.save()
    free = make.PostHoldingFactory()
    DigestAddress.objects.create(
        user=free.user, address="free@example.org", set_at=PAST
    )

    assert send_digests(send=True) == 0
    assert mail.outbox == []


def test_failure_is_told_without_the_address_and_tried_again(
    asked, monkeypatch, caplog, capsys
):
    def fail(*_args):
        raise SMTPServerDisconnected("office@example.org")

    with monkeypatch.context() as broken:
        broken.setattr("placeplan_web.config.digest.send_mail", fail)
        assert send_digests(send=True) == 1

    assert capsys.readouterr().out == "0 sent, 1 failed.\n"
    assert "office@example.org" not in caplog.text
    assert send_digests(send=True) == 0
    assert len(mail.outbox) == 1


def test_digest_without_an_address_of_the_pages_is_refused(asked, settings, capsys):
    settings.PLACEPLAN_ADDRESS = ""

    assert send_digests(send=True) == 2
    assert "set PLACEPLAN_ADDRESS" in capsys.readouterr().err


def test_post_is_named_with_its_organisation_though_that_has_ended():
    load_registry(folder=EXAMPLE, by=make.BY)
    user = UserFactory()
    post = make_post("Programme office", organisation="km-stp")
    make_holding(post, user)
    client = Client()
    client.force_login(user)

    page = say(client.get("/my-work/"))

    name = "Kent and Medway Sustainability and Transformation Partnership"
    assert f"Programme office, {name}" in page
    assert "km-stp" not in page
