"""The life story of a decision: consultation, plan, risks, actions, day by day."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.meeting_factory import make_meeting, make_thanet
from factories.page_words import find_rows, read_page
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
PAGE = "/governance/decisions/DN-7/"
EXEMPT = {
    "classification": "exempt",
    "exempt_reason": "schedule_12a_3",
    "balance_words": "Prices are in it.",
}


def read_story(client, **query):
    """Give the rows of the story, without the group that all of them name."""
    rows = find_rows(read_page(client, PAGE, **query), "Its story across bodies")
    return [tuple(row[:2]) for row in rows]


@pytest.fixture
def thanet(db):
    return make_thanet()


@pytest.fixture
def decision(thanet):
    """Give a recommendation of 14 August 2019 on a matter that was consulted on."""
    item = make_meeting(thanet, "4").items.get()
    item.subject, item.consultation, item.title = "stroke", "Stroke 2018", "Three sites"
    item.save()
    return make.DecisionFactory(
        item=item, reference="DN-7", title="Stroke sites", subject="stroke"
    )


def add_all(decision):
    """Hang on its item one of everything that may be told."""
    item, group = decision.item, decision.item.meeting.group
    results = make.PaperFactory(item=item, kind="results", title="What people said")
    out = datetime(2019, 8, 6, 9, 0, tzinfo=UTC)
    make.PaperVersionFactory(paper=results, published_at=out, at=out)
    make.ForwardPlanEntryFactory(
        group=group, item=item, title="Stroke care", published_on=date(2019, 7, 1)
    )
    make.EscalationFactory(
        group=group,
        item=item,
        raised_on=date(2019, 8, 1),
        crossing__risk__title="Too few nurses",
        crossing__risk__reference="RSK-09",
        discussed_on=date(2019, 8, 14),
        discussion="Recruit abroad.",
    )
    make.ActionFactory(
        group=group,
        item=item,
        reference="ACT-7",
        text="Ask Kent.",
        owner_words="Clerk",
        raised_on=date(2019, 8, 14),
        state="done",
        closed_on=date(2019, 9, 2),
        closed_reason="Asked.",
    )


def test_story_tells_all_that_led_to_it_and_came_of_it_in_order(client, decision):
    add_all(decision)

    assert read_story(client) == [
        ("1 July 2019", "Announced in the forward plan: Stroke care"),
        ("1 August 2019", "Laid before the group: risk RSK-09 Too few nurses"),
        (
            "6 August 2019",
            "Results of the consultation published: What people said",
        ),
        ("14 August 2019", "Item 4: Three sites (planned)"),
        ("14 August 2019", "Rests on a consultation: Stroke 2018"),
        ("14 August 2019", "Discussed, risk RSK-09 Too few nurses: Recruit abroad."),
        ("14 August 2019", "DN-7, recommendation: Stroke sites"),
        ("14 August 2019", "Action ACT-7 for Clerk: Ask Kent."),
        ("2 September 2019", "Action ACT-7 done: Asked."),
    ]


def test_each_event_leads_to_the_page_that_tells_more(client, decision):
    add_all(decision)

    page = read_page(client, PAGE)

    paper = decision.item.papers.get()
    (risk,) = decision.item.escalations.all()
    (entry,) = decision.item.forward_plan.all()
    for address in (
        "/governance/actions/ACT-7/",
        f"/governance/forward-plan/{entry.reference}/",
        f"/governance/escalations/{risk.reference}/",
        f"/governance/papers/{paper.public_id}/versions/1/",
    ):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_past_day_knows_nothing_of_what_came_after_it(client, decision):
    add_all(decision)

    told = read_story(client, as_at="2019-09-01")

    assert told[-1] == ("14 August 2019", "Action ACT-7 for Clerk: Ask Kent.")
    assert len(told) == 8


def test_story_tells_of_open_items_on_its_subject_and_of_no_private_one(
    client, thanet, decision
):
    meeting = make.MeetingFactory(group=thanet, held_on=date(2019, 7, 10))
    for number, kept in (("1", {}), ("2", EXEMPT)):
        item = make.AgendaItemFactory(
            meeting=meeting, number=number, subject="Stroke", title="Early", **kept
        )
        make.ActionFactory(
            group=thanet,
            item=item,
            text=f"Do {number}.",
            owner_words="Clerk",
            raised_on=meeting.held_on,
            reference=f"ACT-{number}",
        )
    for number, kept in (("1", {}), ("2", {"private_reason": "Prices."})):
        make.ForwardPlanEntryFactory(
            group=thanet,
            subject="stroke",
            title=f"Matter {number}",
            published_on=date(2019, 6, 1),
            is_private=bool(kept),
            **kept,
        )

    told = [words for _, words in read_story(client)]

    assert told == [
        "Announced in the forward plan: Matter 1",
        "Item 1: Early (planned)",
        "Action ACT-1 for Clerk: Do 1.",
        "Item 4: Three sites (planned)",
        "Rests on a consultation: Stroke 2018",
        "DN-7, recommendation: Stroke sites",
    ]


def test_results_that_are_exempt_are_not_named(client, decision):
    for name in ("paper", "version"):
        paper = make.PaperFactory(
            item=decision.item, kind="results", is_exempt=name == "paper", title=name
        )
        make.PaperVersionFactory(paper=paper, is_exempt=True)

    assert [words[:7] for _, words in read_story(client)] == [
        *("Item 4:", "Rests o", "DN-7, r"),
    ]


def test_risk_that_stands_on_a_later_item_now_is_told_without_what_was_said_there(
    client, thanet, decision
):
    risk = make.EscalationFactory(
        group=thanet,
        item=decision.item,
        raised_on=date(2019, 8, 1),
        crossing__risk__title="Too few nurses",
        crossing__risk__reference="RSK-09",
    )
    later = make.AgendaItemFactory(
        meeting=make.MeetingFactory(group=thanet, held_on=date(2019, 9, 4)), **EXEMPT
    )
    heard = {"discussed_on": date(2019, 9, 4), "discussion": "Their prices."}
    at = datetime(2019, 9, 4, 12, 0, tzinfo=UTC)
    kept = {"by": "somebody", "record": risk, "at": at}
    save_record(changes={"item": decision.item, "raised_on": date(2019, 8, 2)}, **kept)
    save_record(changes={"item": later, **heard}, **kept)

    told = [words for _, words in read_story(client)]

    assert told == [
        "Laid before the group: risk RSK-09 Too few nurses",
        "Item 4: Three sites (planned)",
        "Rests on a consultation: Stroke 2018",
        "DN-7, recommendation: Stroke sites",
    ]


def test_story_asks_as_often_for_many_events_as_for_few(client, decision):
    add_all(decision)

    def count():
        read_page(client, PAGE)  # reads what is kept between pages
        with CaptureQueriesContext(
            connection,
        ) as asked:
            read_page(client, PAGE)
        return len(asked)

    few = count()
    item, group = decision.item, decision.item.meeting.group
    for number in range(3):
        make.ActionFactory(group=group, item=item, raised_on=make.DAY)
        make.EscalationFactory(group=group, item=item, raised_on=make.DAY)
        make.ForwardPlanEntryFactory(group=group, item=item, published_on=make.DAY)
        paper = make.PaperFactory(item=item, kind="results", title=f"Part {number}")
        make.PaperVersionFactory(paper=paper)

    assert count() == few
