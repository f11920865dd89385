"""Rate domains, find for characteristics, sign off, and open again on change."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme.domain_set import get_assessment_threshold, get_domain_set
from placeplan.programme.equality import EqualityFinding as FindingRule
from placeplan.programme.equality import check_equality
from placeplan.programme.impact import DomainRating as RatingRule
from placeplan.programme.impact import find_impact_level
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan.programme.signatory import find_missing_signatories
from placeplan_web.places.models import Post
from placeplan_web.programme.models import (
    AssessmentStage,
    AssessmentState,
    Direction,
    DomainRating,
    EqualityAim,
    EqualityFinding,
    ImpactAssessment,
    SignOff,
)
from placeplan_web.programme.operations.refusal import (
    need_past,
    need_words,
    refuse_in_words,
)
from placeplan_web.programme.queries.impact_state import (
    list_findings,
    list_ratings,
    read_findings,
    read_ratings,
)
from placeplan_web.registers.operations import (
    append_row,
    check_version,
    lock_record,
    save_record,
)

THRESHOLD = "two_stage"


def rate_domain(
    *,
    by: UUID | str,
    assessment: ImpactAssessment,
    domain: str,
    direction: Direction,
    reason: str,
    at: datetime,
    impact: int | None = None,
    likelihood: int | None = None,
) -> DomainRating:
    """Rate one domain of the assessment's set; where it is grave, a full one is due.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, a domain or step that is none, or the assessment is signed.
    """
    need_words(reason, "reason", "Say why it is rated so.")
    with transaction.atomic():
        held = _lock_unsigned(assessment)
        with refuse_in_words("domain"):
            rule = RatingRule(domain, direction, impact, likelihood, reason)
            level = find_impact_level(
                [rule],
                get_domain_set(held.domain_set),
                get_risk_matrix_at(None),
                get_assessment_threshold(THRESHOLD),
            )
        row = DomainRating(
            assessment=held,
            edition=held.edition,
            domain=domain,
            direction=direction,
            impact=impact,
            likelihood=likelihood,
        )
        rating = append_row(by=by, row=row, at=at, reason=reason, verb="rate")
        if level.level == "full" and held.stage != AssessmentStage.FULL:
            changes = {"stage": AssessmentStage.FULL}
            save_record(by=by, record=held, changes=changes, at=at, reason=reason)
    return rating


def record_finding(
    *,
    by: UUID | str,
    assessment: ImpactAssessment,
    characteristic: str,
    aim: EqualityAim,
    direction: Direction,
    at: datetime,
    evidence: str = "",
    no_evidence_reason: str = "",
) -> EqualityFinding:
    """Say what was found for a characteristic and an aim: evidence, or why none.

    Raises
    ------
    django.core.exceptions.ValidationError
        Neither or both, a pair that the law does not have, or it is signed.
    """
    if bool(evidence.strip()) == bool(no_evidence_reason.strip()):
        raise ValidationError({"evidence": "Give evidence, or say why there is none."})
    with transaction.atomic():
        held = _lock_unsigned(assessment)
        with refuse_in_words("aim"):
            check_equality([FindingRule(characteristic, aim, direction)], None)
        row = EqualityFinding(
            assessment=held,
            edition=held.edition,
            characteristic=characteristic,
            aim=aim,
            direction=direction,
            evidence=evidence.strip(),
            no_evidence_reason=no_evidence_reason.strip(),
        )
        return append_row(by=by, row=row, at=at, verb="find")


def sign_off(
    *,
    by: UUID | str,
    assessment: ImpactAssessment,
    post: Post,
    meaning: str,
    signed_on: date,
    at: datetime,
    expected_version: int | None = None,
) -> SignOff:
    """Sign an assessment in the name of a post, in words that say what it means.

    From the first signature the edition stays as it is; it is signed off once every
    office that has to sign has done so (`SIGNATORIES`).

    Raises
    ------
    ClashError
        It has changed since `expected_version`: read it again before you sign.
    django.core.exceptions.ValidationError
        A domain is not rated or a finding is missing, each named; or the post has
        signed this edition.
    """
    need_words(meaning, "meaning", "Say what signing means.")
    need_past(signed_on, at, "signed_on")
    with transaction.atomic():
        held = lock_record(assessment)
        check_version(held, expected_version)
        gaps = list_gaps(held, signed_on)
        if gaps:
            raise ValidationError(gaps)
        row = SignOff(
            assessment=held,
            edition=held.edition,
            post=post,
            meaning=meaning.strip(),
            signed_on=signed_on,
        )
        signed = append_row(by=by, row=row, at=at, verb="sign")
        if not list_missing_signatories(held):
            changes = {"state": AssessmentState.SIGNED_OFF}
            save_record(by=by, record=held, changes=changes, at=at, verb="sign")
    return signed


def reopen(
    *,
    by: UUID | str,
    assessment: ImpactAssessment,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> ImpactAssessment:
    """Open a signed assessment again, as a new edition that begins as the last stood.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, or nobody has signed it.
    """
    need_words(reason, "reason", "Say what has changed.")
    with transaction.atomic():
        held = lock_record(assessment)
        check_version(held, expected_version)
        if not held.is_signed:
            raise ValidationError("Only a signed assessment can be opened again.")
        changes = {"state": AssessmentState.REOPENED, "edition": held.edition + 1}
        saved = save_record(
            by=by, record=held, changes=changes, at=at, verb="reopen", reason=reason
        )
        _carry_over(by, saved, held.edition, at)
    return saved


def list_gaps(assessment: ImpactAssessment, as_at: date) -> list[str]:
    """Give what is missing before the edition can be signed, in sentences."""
    domains = get_domain_set(assessment.domain_set)
    level = find_impact_level(
        read_ratings(assessment, assessment.edition),
        domains,
        get_risk_matrix_at(None),
        get_assessment_threshold(THRESHOLD),
    )
    names = {
        each.domain: each.name for each in get_domain_set(assessment.domain_set).domains
    }
    gaps = [f"{names[domain]} is not rated." for domain in level.missing]
    findings = read_findings(assessment, assessment.edition)
    return [*gaps, *check_equality(findings, as_at).reasons]


def list_missing_signatories(assessment: ImpactAssessment) -> list[str]:
    """Give the offices that have still to sign the edition, in words."""
    signed = assessment.sign_offs.filter(edition=assessment.edition)
    titles = signed.values_list("post__title", flat=True)
    return [each.words for each in find_missing_signatories(titles)]


def _carry_over(
    by: UUID | str, assessment: ImpactAssessment, edition: int, at: datetime
) -> None:
    """Begin an edition with what held in the last, each row as it stood."""
    rows: list[DomainRating | EqualityFinding] = [
        *list_ratings(assessment, edition).values(),
        *list_findings(assessment, edition).values(),
    ]
    for row in rows:
        kept = {
            field.name: getattr(row, field.name)
            for field in row._meta.concrete_fields
            if not field.generated and field.name not in ("id", "public_id", "edition")
        }
        reason = kept.pop("reason")
        fresh = type(row)(**kept, edition=assessment.edition)
        append_row(by=by, row=fresh, at=at, reason=reason, verb="carry-over")


def _lock_unsigned(assessment: ImpactAssessment) -> ImpactAssessment:
    held = lock_record(assessment)
    if held.is_withdrawn or held.is_signed:
        raise ValidationError(
            f"{held.reference} is signed or withdrawn. Open it again first."
        )
    return held
