"""A document goes from draft to issue, by those whom it names."""

import pytest

from factories.page_words import say
from factories.programme_factory import NOW, ControlledDocumentFactory
from placeplan_web.programme.models import DocumentVersion
from placeplan_web.registers.operations import save_record

DRAFT = {"number": "0.9", "summary": "After the board", "drafted_on": "2019-06-24"}
STEP = {"number": "0.9", "on": "2019-07-01"}
QUERIES = 27


@pytest.fixture
def here(circle):
    plain = ControlledDocumentFactory.build(
        programme=circle.programme,
        reference="DOC-PID-2019",
        distribution_words="NHS England",
    )
    save_record(by="tests", record=plain, changes={}, at=NOW)
    return circle.link("documents/DOC-PID-2019/")


@pytest.fixture
def draft(keeper, here):
    keeper.post(f"{here}do/draft/", DRAFT)


def test_page_says_what_is_printed_and_that_no_post_is_named(keeper, here):
    words = say(keeper.get(here))

    assert "No version is recorded." in words
    assert "NHS England" in words
    assert words.count("no post is named") == 3


def test_next_number_is_offered(keeper, here, draft):
    content = keeper.get(f"{here}do/draft/").content.decode()

    assert 'value="0.10"' in content
    assert keeper.post(f"{here}do/draft/", DRAFT).status_code == 422  # stands already


def test_document_is_submitted_agreed_approved_and_issued(
    keeper, lead, leading, here, draft
):
    post = str(leading[1].public_id)
    keeper.post(f"{here}do/name/", {"post": post, "part": "approver"})
    keeper.post(f"{here}do/submit/", STEP)
    early = lead.post(f"{here}do/approve/", STEP)
    lead.post(f"{here}do/review/", {**STEP, "post": post, "outcome": "agreed"})
    approved = say(lead.post(f"{here}do/approve/", STEP, follow=True))

    issued = say(keeper.post(f"{here}do/issue/", STEP, follow=True))

    assert early.status_code == 422
    assert "Expected agreed." in say(early)
    assert "Version 0.9 is approved." in approved
    assert "Version 0.9 is issued." in issued
    assert "Programme director (km-stp)" in issued
    assert DocumentVersion.objects.get().state == "issued"


def test_version_is_returned_with_what_is_to_be_changed(keeper, here, draft):
    keeper.post(f"{here}do/submit/", STEP)

    without = keeper.post(f"{here}do/return/", STEP)
    keeper.post(f"{here}do/return/", {**STEP, "reason": "Name the costs"})

    assert without.status_code == 422
    assert DocumentVersion.objects.get().state == "drafted"


def test_review_in_a_post_that_is_not_named_is_refused(
    keeper, lead, leading, here, draft
):
    keeper.post(f"{here}do/submit/", STEP)
    sent = {**STEP, "post": str(leading[1].public_id), "outcome": "agreed"}

    answer = lead.post(f"{here}do/review/", sent)

    assert "The document names this post as neither." in say(answer)


def test_named_reviewer_reviews_whatever_their_role(reader, keeper, circle, here):
    keeper.post(f"{here}do/draft/", DRAFT)
    keeper.post(f"{here}do/submit/", STEP)
    assert reader.get(f"{here}do/review/").status_code == 403
    holding = circle.reader.holdings.get()
    post = str(holding.post.public_id)
    keeper.post(f"{here}do/name/", {"post": post, "part": "reviewer"})
    sent = {**STEP, "post": post, "outcome": "refused", "reason": "Too short"}

    words = say(reader.post(f"{here}do/review/", sent, follow=True))

    assert "Kept: refused." in words
    assert "Too short" in words
    assert reader.post(f"{here}do/approve/", STEP).status_code == 403


def test_post_has_a_part_once(keeper, circle, here):
    sent = {"post": str(circle.post.public_id), "part": "recipient"}
    keeper.post(f"{here}do/name/", sent)

    assert "This post has that part already." in say(
        keeper.post(f"{here}do/name/", sent)
    )


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_however_many_versions(
    count, keeper, here, django_assert_num_queries
):
    for at in range(count):
        keeper.post(f"{here}do/draft/", {**DRAFT, "number": f"0.{at}"})

    with django_assert_num_queries(QUERIES):
        keeper.get(here)
