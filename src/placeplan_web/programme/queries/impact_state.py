"""Impact assessments as the library's rules take them, by edition."""

from collections.abc import Mapping

from placeplan.programme.equality import EqualityFinding
from placeplan.programme.impact import DomainRating
from placeplan_web.programme import models


def list_ratings(
    assessment: models.ImpactAssessment, edition: int
) -> Mapping[str, models.DomainRating]:
    """Give the rating that holds for each domain: the newest of the edition."""
    rows = assessment.ratings.filter(edition=edition).order_by("pk")
    return {row.domain: row for row in rows}


def list_findings(
    assessment: models.ImpactAssessment, edition: int
) -> Mapping[tuple[str, str], models.EqualityFinding]:
    """Give the finding that holds for each characteristic and aim of an edition."""
    rows = assessment.findings.filter(edition=edition).order_by("pk")
    return {(row.characteristic, row.aim): row for row in rows}


def read_ratings(
    assessment: models.ImpactAssessment, edition: int
) -> list[DomainRating]:
    return [
        DomainRating(row.domain, row.direction, row.impact, row.likelihood, row.reason)
        for row in list_ratings(assessment, edition).values()
    ]


def read_findings(
    assessment: models.ImpactAssessment, edition: int
) -> list[EqualityFinding]:
    """Give findings, each with the mitigation of its characteristic and who owns it."""
    kept = assessment.mitigations.filter(withdrawn_at=None).exclude(characteristic="")
    by_characteristic = {
        each.characteristic: each for each in kept.select_related("owner_post")
    }
    return [
        EqualityFinding(
            row.characteristic,
            row.aim,
            row.direction,
            row.evidence,
            row.no_evidence_reason,
            *_name_mitigation(by_characteristic.get(row.characteristic)),
        )
        for row in list_findings(assessment, edition).values()
    ]


def _name_mitigation(mitigation: models.ImpactMitigation | None) -> tuple[str, str]:
    if mitigation is None:
        return "", ""
    post = mitigation.owner_post
    return mitigation.title, post.title if post else mitigation.owner_words
