"""A document goes from draft to issue by steps, and its approvers are asked."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan.programme.document import DocumentVerb
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import DocumentReview, DocumentVersion
from placeplan_web.programme.operations import document as operations

pytestmark = pytest.mark.django_db
DAY = NOW.date()


@pytest.fixture
def document():
    """Give a document that one post approves and another reviews."""
    made = make.ControlledDocumentFactory()
    for part in ("approver", "reviewer", "recipient"):
        made.recipients.create(post=make.PostFactory(), part=part)
    return made


def _draft(document, number="0.9", **more):
    fields = {
        "summary": "as discussed",
        "text": "# Purpose",
        "drafted_on": DAY,
        "by": BY,
        "at": NOW,
    }
    return operations.add_version(
        document=document, number=number, **{**fields, **more}
    )


def _move(version, verb, *, later=0, **more):
    at = NOW + timedelta(hours=later)
    return operations.move_version(
        by=BY, version=version, verb=DocumentVerb(verb), on=DAY, at=at, **more
    )


def _review(version, part, outcome="agreed", *, later=0, **more):
    post = version.document.recipients.get(part=part).post
    return operations.record_review(
        by=BY,
        version=version,
        post=post,
        outcome=outcome,
        reviewed_on=DAY,
        at=NOW + timedelta(hours=later),
        **more,
    )


def _issue(document, number):
    version = _move(_draft(document, number), "submit", later=1)
    _review(version, "approver", later=2)
    version = _move(version, "approve", later=3)
    return _move(version, "issue", later=4)


def test_issue_supersedes_the_version_before(document):
    first = _issue(document, "1.0")

    second = _issue(document, "2.0")

    first.refresh_from_db()
    assert (first.state, second.state) == ("superseded", "issued")
    assert (second.approved_on, second.issued_on) == (DAY, DAY)
    verbs = AuditEntry.objects.filter(identifier=str(first.public_id))
    assert [entry.verb for entry in verbs] == [
        *("draft", "submit", "approve", "issue"),
        "supersede",
    ]


def test_version_waits_for_its_approver(document):
    version = _move(_draft(document), "submit", later=1)
    _review(version, "reviewer", later=2)

    with pytest.raises(ValidationError, match="Expected agreed"):
        _move(version, "approve", later=3)


def test_return_needs_a_reason_and_asks_the_approver_anew(document):
    version = _move(_draft(document), "submit", later=1)
    _review(version, "approver", later=2)
    with pytest.raises(ValidationError, match="Say what is to be changed"):
        _move(version, "return", later=3)

    back = _move(version, "return", later=3, reason="the costs are missing")
    again = _move(back, "submit", later=4)

    with pytest.raises(ValidationError, match="Expected agreed"):
        _move(again, "approve", later=5)


def test_draft_cannot_be_issued(document):
    with pytest.raises(ValidationError, match="Expected submit"):
        _move(_draft(document), "issue")


def test_number_stands_once(document):
    _draft(document, "0.9")

    with pytest.raises(ValidationError):
        _draft(document, "0.9")

    assert DocumentVersion.objects.count() == 1


def test_draft_says_what_is_new(document):
    with pytest.raises(ValidationError, match="what is new"):
        _draft(document, summary=" ")


def test_version_of_a_withdrawn_document_is_refused():
    gone = make.ControlledDocumentFactory(withdrawn_at=NOW, withdrawn_reason="merged")

    with pytest.raises(ValidationError, match="is withdrawn"):
        _draft(gone)


def test_review_comes_from_somebody_who_is_named(document):
    version = _move(_draft(document), "submit")

    with pytest.raises(ValidationError, match="as neither"):
        _review(version, "recipient")

    assert DocumentReview.objects.count() == 0


def test_review_that_asks_for_changes_says_which(document):
    version = _move(_draft(document), "submit")

    with pytest.raises(ValidationError, match="what is to be changed"):
        _review(version, "reviewer", "refused")


def test_draft_is_not_reviewed(document):
    with pytest.raises(ValidationError, match="not in review"):
        _review(_draft(document), "reviewer")


def test_issue_that_fails_leaves_the_issued_version(document, monkeypatch):
    first = _issue(document, "1.0")
    save, calls = operations.save_record, []

    def fail_at_the_second(**fields):
        calls.append(fields)
        if len(calls) == 2:
            raise RuntimeError("the disk is full")
        return save(**fields)

    second = _draft(document, "2.0")
    second = _move(second, "submit", later=1)
    _review(second, "approver", later=2)
    second = _move(second, "approve", later=3)
    entries = AuditEntry.objects.count()
    monkeypatch.setattr(operations, "save_record", fail_at_the_second)

    with pytest.raises(RuntimeError):
        _move(second, "issue", later=4)

    first.refresh_from_db()
    assert first.state == "issued"
    assert AuditEntry.objects.count() == entries
