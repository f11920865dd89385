"""An assessment is signed when nothing is missing, and opened again on change."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan.programme.characteristic import list_equality_pairs
from placeplan.programme.domain_set import get_domain_set
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import DomainRating, EqualityFinding, SignOff
from placeplan_web.programme.operations import impact_assessment as operations
from placeplan_web.registers.clash import ClashError

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def _rate(assessment, domain="safety", direction="neutral", **more):
    fields = {"by": BY, "reason": "the panel agreed", "at": NOW, **more}
    return operations.rate_domain(
        assessment=assessment, domain=domain, direction=direction, **fields
    )


def _find(assessment, characteristic="age", aim="ii", **more):
    fields = {"direction": "neutral", "evidence": "survey", "by": BY, "at": NOW, **more}
    return operations.record_finding(
        assessment=assessment, characteristic=characteristic, aim=aim, **fields
    )


def _sign_both(assessment):
    """Sign as both offices; give the first signature."""
    first = _sign(assessment, post=make.PostFactory(title="Medical director"))
    _sign(assessment, post=make.PostFactory(title="Director of nursing"))
    return first


def _sign(assessment, **more):
    fields = {
        "by": BY,
        "post": make.PostFactory(),
        "meaning": "patients are safe with it",
        "signed_on": DAY,
        "at": NOW,
    }
    return operations.sign_off(assessment=assessment, **{**fields, **more})


@pytest.fixture
def whole():
    """Give an assessment with every domain and every pair of the duty."""
    assessment = make.ImpactAssessmentFactory()
    for each in get_domain_set("papers_2019").domains:
        _rate(assessment, each.domain)
    for characteristic, aim in list_equality_pairs(DAY):
        _find(assessment, characteristic, aim)
    return assessment


def test_grave_rating_asks_for_a_full_assessment():
    assessment = make.ImpactAssessmentFactory()

    _rate(assessment, direction="worse", impact=2, likelihood=4)
    assessment.refresh_from_db()
    assert assessment.stage == "screening"  # 8 is not above 8
    _rate(assessment, direction="worse", impact=3, likelihood=3)

    assessment.refresh_from_db()
    assert assessment.stage == "full"


@pytest.mark.parametrize(
    "changed",
    [
        {"reason": " "},
        {"domain": "colour"},
        {"direction": "worse"},
        {"direction": "worse", "impact": 6, "likelihood": 1},
    ],
    ids=str,
)
def test_rating_that_may_not_be_leaves_nothing(changed):
    with pytest.raises(ValidationError):
        _rate(make.ImpactAssessmentFactory(), **changed)

    assert (DomainRating.objects.count(), AuditEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "changed",
    [
        {"evidence": ""},
        {"no_evidence_reason": "nobody asked"},
        {"characteristic": "marriage_and_civil_partnership"},
        {"characteristic": "height"},
    ],
    ids=str,
)
def test_finding_that_may_not_be_leaves_nothing(changed):
    with pytest.raises(ValidationError):
        _find(make.ImpactAssessmentFactory(), **changed)

    assert (EqualityFinding.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_what_is_missing_is_named_before_anybody_signs(whole):
    bare = make.ImpactAssessmentFactory()
    _rate(bare, "safety")

    with pytest.raises(ValidationError) as refused:
        _sign(bare)

    assert refused.value.messages[0] == "Effectiveness is not rated."
    assert len(refused.value.messages) == 5 + len(list_equality_pairs(DAY))
    assert SignOff.objects.count() == 0


def test_what_gets_worse_needs_a_mitigation_with_an_owner(whole):
    _find(whole, direction="worse")
    with pytest.raises(ValidationError, match="there is no mitigation"):
        _sign(whole)

    make.ImpactMitigationFactory(
        assessment=whole,
        programme=whole.programme,
        characteristic="age",
        owner_words="director of nursing",
    )

    assert _sign(whole).edition == 1


def test_signed_assessment_is_not_changed_until_it_is_opened_again(whole):
    signed = _sign_both(whole)

    whole.refresh_from_db()
    assert (whole.state, signed.meaning) == ("signed_off", "patients are safe with it")
    with pytest.raises(ValidationError, match="Open it again first"):
        _rate(whole)
    with pytest.raises(ValidationError, match="Open it again first"):
        _find(whole)


def test_two_posts_sign_and_none_signs_twice(whole):
    first = _sign_both(whole)

    with pytest.raises(ValidationError):
        _sign(whole, post=first.post)

    assert SignOff.objects.count() == 2


@pytest.mark.parametrize(
    ("titles", "state", "missing"),
    [
        (["Medical director"], "draft", ["a director of nursing"]),
        (["Chief nurse"], "draft", ["a medical director"]),
        (
            ["Programme director", "Finance director"],
            "draft",
            ["a medical director", "a director of nursing"],
        ),
        (
            ["Medical director", "Deputy director of nursing"],
            "draft",
            ["a director of nursing"],
        ),
        (["Medical director", "Medical director"], "draft", ["a director of nursing"]),
        (["Chief nursing officer", "Director of medicine"], "signed_off", []),
    ],
)
def test_it_is_signed_off_when_both_directors_have_signed(
    whole, titles, state, missing
):
    for title in titles:
        _sign(whole, post=make.PostFactory(title=title))

    whole.refresh_from_db()
    assert whole.state == state
    assert operations.list_missing_signatories(whole) == missing


def test_edition_stays_as_it_is_from_the_first_signature(whole):
    _sign(whole, post=make.PostFactory(title="Medical director"))

    with pytest.raises(ValidationError, match="Open it again first"):
        _rate(whole)
    opened = operations.reopen(by=BY, assessment=whole, reason="no nurse", at=NOW)

    assert (opened.edition, opened.is_signed) == (2, False)
    assert operations.list_missing_signatories(opened) == [
        "a medical director",
        "a director of nursing",
    ]
    _rate(opened)


def test_signature_on_an_older_version_is_refused(whole):
    _rate(whole, "safety", "worse", impact=3, likelihood=3)  # makes it a full one

    with pytest.raises(ClashError):
        _sign(whole, expected_version=1)


def test_opened_again_it_is_a_new_edition_that_begins_as_the_last_stood(whole):
    _sign(whole)

    opened = operations.reopen(
        by=BY, assessment=whole, reason="a third site was added", at=NOW
    )

    assert (opened.state, opened.edition) == ("reopened", 2)
    assert operations.list_gaps(opened, DAY) == []
    assert opened.sign_offs.filter(edition=2).count() == 0
    assert DomainRating.objects.filter(edition=1).count() == 6
    with pytest.raises(ValidationError, match="Only a signed"):
        operations.reopen(by=BY, assessment=opened, reason="again", at=NOW)


def test_opening_that_fails_leaves_the_edition(whole, monkeypatch):
    _sign_both(whole)
    entries = AuditEntry.objects.count()

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "_carry_over", fail)

    with pytest.raises(RuntimeError):
        operations.reopen(by=BY, assessment=whole, reason="changed", at=NOW)

    whole.refresh_from_db()
    assert (whole.state, whole.edition) == ("signed_off", 1)
    assert AuditEntry.objects.count() == entries


def test_signature_of_a_day_to_come_is_refused(whole):
    with pytest.raises(ValidationError, match="not come yet"):
        _sign(whole, signed_on=DAY + timedelta(days=1))
