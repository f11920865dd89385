"""An assumption is tested; when it fails, its risks are proposed up."""

import pytest

from factories.page_words import say
from factories.programme_factory import (
    NOW,
    AssumptionFactory,
    AssumptionInputFactory,
    MilestoneFactory,
)
from factories.register_factory import make_risk
from placeplan_web.programme.models import (
    Assumption,
    AssumptionRisk,
    RiskProposal,
    RiskScore,
)
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.registers.operations import save_record

QUERIES = 26
FAILED = {
    "outcome": "failed",
    "tested_on": "2019-10-02",
    "outcome_words": "The order was not made",
}


@pytest.fixture
def assumption(circle):
    risk = make_risk(circle, reference="RSK-15", title="No single body")
    add_score(
        by="tests",
        risk=risk,
        kind="current",
        impact=2,
        likelihood=3,
        reason="first",
        scored_on=NOW.date(),
        at=NOW,
    )
    plain = AssumptionFactory.build(programme=circle.programme, reference="ASM-04")
    saved = save_record(by="tests", record=plain, changes={}, at=NOW)
    AssumptionRisk.objects.create(assumption=saved, risk=risk)
    AssumptionInputFactory(assumption=saved, entry="local-care")
    return saved


@pytest.fixture
def here(circle, assumption):
    return circle.link("assumptions/ASM-04/")


def test_failed_assumption_proposes_its_risk_up_and_flags_its_input(keeper, here):
    words = say(keeper.post(f"{here}do/test/", FAILED, follow=True))

    assert "ASM-04 failed. 1 risk proposed up: each waits for a decision." in words
    assert "Seen on 2 October 2019: The order was not made" in words
    assert "Take or refuse (RSK-15)" in words
    assert "flagged since 2 October 2019" in words
    assert RiskScore.objects.count() == 1  # nothing moves by itself
    assert RiskProposal.objects.get().likelihood == 4


@pytest.mark.parametrize(("verdict", "scores"), [("take", 2), ("refuse", 1)])
def test_proposal_is_taken_or_refused_with_a_reason(verdict, scores, keeper, here):
    keeper.post(f"{here}do/test/", FAILED)
    proposal = RiskProposal.objects.get()
    link = f"{here}do/decide/?proposal={proposal.public_id}"
    assert "RSK-15: likelihood from 3 to 4" in say(keeper.get(link))
    sent = {
        "proposal": str(proposal.public_id),
        "verdict": verdict,
        "reason": "The board of October",
        "scored_on": "2019-10-03",
    }

    refused = keeper.post(link, {**sent, "reason": ""})
    words = say(keeper.post(link, sent, follow=True))

    assert refused.status_code == 422
    assert "The proposal for RSK-15 was" in words
    assert RiskScore.objects.count() == scores
    assert "Take or refuse" not in words


def test_held_assumption_proposes_nothing(keeper, here):
    sent = {**FAILED, "outcome": "held"}

    words = say(keeper.post(f"{here}do/test/", sent, follow=True))

    assert "ASM-04 held." in words
    assert not RiskProposal.objects.exists()
    assert Assumption.objects.get().outcome == "held"


def test_day_that_passed_unmet_offers_to_propose(keeper, here):
    words = say(keeper.get(here))  # its day was 1 April 2020

    assert "Propose what follows for its risks" in words
    said = say(keeper.post(f"{here}do/follow/", {}, follow=True))
    assert "1 risk proposed up" in said


def test_reader_sees_proposals_and_decides_nothing(reader, keeper, here):
    keeper.post(f"{here}do/test/", FAILED)

    words = say(reader.get(here))

    assert "Waiting for a decision" in words
    assert "Take or refuse" not in words
    assert reader.post(f"{here}do/test/", FAILED).status_code == 403
    assert reader.get(f"{here}do/decide/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_whatever_rests_on_it(
    count, circle, keeper, assumption, here, django_assert_num_queries
):
    for at in range(count):
        risk = make_risk(circle, reference=f"RSK-{at + 20}")
        AssumptionRisk.objects.create(assumption=assumption, risk=risk)
        milestone = MilestoneFactory(programme=circle.programme)
        assumption.tests.create(milestone=milestone)

    with django_assert_num_queries(QUERIES):
        keeper.get(here)
