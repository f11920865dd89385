"""What people do with a risk: score it, accept it, see it happen, act against it."""

from datetime import date

import pytest
from django.test import Client

from factories.page_words import say
from factories.programme_factory import MilestoneFactory, ProjectFactory
from factories.register_factory import make_risk
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import (
    Issue,
    Mitigation,
    RiskProject,
    RiskScore,
)

QUERIES = 24
SCORE = {
    "kind": "current",
    "impact": "2",
    "likelihood": "4",
    "reason": "Three posts are empty",
    "scored_on": "2019-09-02",
}


@pytest.fixture
def risk(circle):
    return make_risk(circle, reference="RSK-08", title="Too few people")


def link(circle, act):
    return circle.link(f"risks/RSK-08/do/{act}/")


def test_score_and_grade_follow_from_what_was_chosen(keeper, circle, risk):
    answer = keeper.post(link(circle, "score"), SCORE, follow=True)

    words = say(answer)
    assert "RSK-08, current score: Minor (2) x Likely (4) = 8, High" in words
    assert "It reached the threshold of 8." in words
    assert "Reached the threshold of 8 on 2 September 2019." in words
    assert RiskScore.objects.get().score == 8


def test_score_below_the_threshold_crosses_nothing(keeper, circle, risk):
    sent = {**SCORE, "likelihood": "3"}

    answer = keeper.post(link(circle, "score"), sent, follow=True)

    assert "threshold of 8" not in say(answer)
    assert RiskScore.objects.get().score == 6


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("impact", "7", "Select a valid choice"),
        ("likelihood", "", "Choose from “Likelihood”."),
        ("reason", "", "Fill in “Why is it scored so?”."),
        ("scored_on", "31 September 2019", "Write a day such as 2019-10-31."),
        ("scored_on", "2119-09-02", "This day has not come yet."),
    ],
)
def test_refused_score_says_why_and_loses_nothing(
    field, value, words, keeper, circle, risk
):
    before = AuditEntry.objects.count()

    answer = keeper.post(link(circle, "score"), {**SCORE, field: value})

    assert answer.status_code == 422
    assert words in say(answer)
    assert "<title>Error: Score this risk" in answer.content.decode()
    assert not RiskScore.objects.exists()
    assert AuditEntry.objects.count() == before


def test_score_of_a_version_that_changed_is_told_and_kept(keeper, circle, risk):
    keeper.post(link(circle, "score"), {**SCORE, "version": "1"})

    sent = {**SCORE, "version": "1", "likelihood": "5", "reason": "A fourth is empty"}
    answer = keeper.post(link(circle, "score"), sent)

    assert answer.status_code == 409
    assert "changed by somebody else while you typed" in say(answer)
    assert "A fourth is empty" in answer.content.decode()
    assert RiskScore.objects.count() == 1
    again = keeper.post(link(circle, "score"), {**sent, "version": "2"})
    assert again.status_code == 302


def test_only_who_may_change_the_risk_is_offered_to_and_scores_it(reader, circle, risk):
    words = say(reader.get(circle.link("risks/RSK-08/")))

    assert "Nobody has scored this risk yet." in words
    assert "Score this risk" not in words
    assert reader.post(link(circle, "score"), SCORE).status_code == 403
    assert Client().post(link(circle, "score"), SCORE).status_code == 302
    assert not RiskScore.objects.exists()


def test_lead_accepts_a_scored_risk_in_a_post_of_their_own(
    keeper, lead, leading, circle, risk
):
    assert lead.get(link(circle, "accept")).status_code == 302  # not scored yet
    keeper.post(link(circle, "score"), SCORE)
    sent = {
        "approver_post": str(leading[1].public_id),
        "reason": "Nothing more can be done before April",
        "accepted_on": "2019-09-03",
        "expires_on": "2019-11-30",
    }

    words = say(lead.post(link(circle, "accept"), sent, follow=True))

    assert "RSK-08 is accepted at 8." in words
    assert "its last day is over: decide anew" in words
    assert keeper.post(link(circle, "accept"), sent).status_code == 403


def test_acceptance_in_a_post_of_somebody_else_is_refused(keeper, lead, circle, risk):
    keeper.post(link(circle, "score"), SCORE)
    sent = {
        "approver_post": str(circle.post.public_id),
        "reason": "so",
        "accepted_on": "2019-09-03",
        "expires_on": "2019-11-30",
    }

    assert lead.post(link(circle, "accept"), sent).status_code == 422


def test_risk_that_happens_becomes_an_issue_and_stays(keeper, circle, risk):
    sent = {"happened_on": "2019-10-01", "effect": "The plan waits"}

    words = say(keeper.post(link(circle, "happened"), sent, follow=True))

    assert "ISS-01 was raised. RSK-08 stays, linked to it." in words
    assert "It happened on 1 October 2019." in words
    assert Issue.objects.get().risk == risk
    assert keeper.get(link(circle, "happened")).status_code == 302  # once alone


def test_mitigation_is_done_with_its_milestone_and_its_effect_is_told(
    keeper, circle, risk
):
    MilestoneFactory(
        programme=circle.programme, reference="MS-04", finished_on=date(2019, 9, 20)
    )
    keeper.post(link(circle, "score"), SCORE)
    sent = {"title": "Recruit early", "milestone": "MS-04"}
    keeper.post(link(circle, "mitigate"), sent)
    later = {**SCORE, "likelihood": "2", "scored_on": "2019-10-02"}

    words = say(keeper.post(link(circle, "score"), later, follow=True))

    assert "The score fell when it was finished: 8 on 2 September 2019" in words
    assert "Fell below the threshold of 8 on 2 October 2019." in words


def test_mitigation_takes_its_day_from_its_milestone_or_of_its_own(
    keeper, circle, risk
):
    MilestoneFactory(programme=circle.programme, reference="MS-04")
    sent = {"title": "Recruit", "milestone": "MS-04", "due_on": "2019-09-30"}

    refused = keeper.post(link(circle, "mitigate"), sent)
    keeper.post(link(circle, "mitigate"), {"title": "Recruit", "due_on": "2019-09-30"})
    done = {"mitigation": "MIT-01", "finished_on": "2019-09-12"}
    keeper.post(link(circle, "finish"), done)

    assert "It is due when its milestone is." in say(refused)
    assert Mitigation.objects.get().finished_on == date(2019, 9, 12)


def test_page_of_a_risk_leads_on_along_the_chain(keeper, circle, risk):
    project = ProjectFactory(programme=circle.programme, reference="PRJ-1")
    RiskProject.objects.create(
        risk=risk, project=project, status="illustrative", source="ours"
    )
    keeper.post(link(circle, "score"), SCORE)

    page = keeper.get(circle.link("risks/RSK-08/")).text

    for way in (
        "risks/RSK-08/history/",
        "timeline/?project=PRJ-1",
        "at-stake/#by-risk",
    ):
        assert f'href="{circle.link(way)}"' in page


def test_unknown_act_and_closed_risk_are_refused(keeper, circle, risk):
    assert keeper.get(link(circle, "juggle")).status_code == 404
    assert keeper.get(circle.link("issues/ISS-01/do/score/")).status_code == 404


@pytest.mark.parametrize("scores", [1, 3])
def test_page_of_a_risk_asks_as_often_whatever_it_holds(
    scores, keeper, circle, risk, django_assert_num_queries
):
    MilestoneFactory(programme=circle.programme, reference="MS-04")
    for at in range(scores):
        day = f"2019-09-{at + 2:02}"
        keeper.post(link(circle, "score"), {**SCORE, "scored_on": day})
        sent = {"title": f"Step {at}", "milestone": "MS-04"}
        keeper.post(link(circle, "mitigate"), sent)

    with django_assert_num_queries(QUERIES):
        keeper.get(circle.link("risks/RSK-08/"))
