"""What moved since a decision: facts, runs and papers that it rested on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from placeplan.errors import UnknownNameError
from placeplan.evidence import FactRegister
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.models import Run
from placeplan_web.governance.models import (
    Decision,
    DecisionEvidence,
    EvidenceKind,
    PaperVersion,
)
from placeplan_web.programme.models import ImpactAssessment


@dataclass(frozen=True, slots=True)
class EvidenceNow:
    """What a decision cited, and what stands now; None where it is there no longer."""

    cited: DecisionEvidence
    version_now: str | None

    @property
    def has_changed(self) -> bool:
        return self.version_now != self.cited.evidence_version


def list_evidence(decision: Decision, as_at: date | None = None) -> list[EvidenceNow]:
    """Hold the evidence of a decision against what is known now, or was on a day."""
    return _compare(decision.evidence.all(), as_at)


def list_changed_decisions(as_at: date | None = None) -> dict[int, list[EvidenceNow]]:
    """Give, for the key of each decision whose evidence moved, what did."""
    changed: dict[int, list[EvidenceNow]] = {}
    for each in _compare(DecisionEvidence.objects.all(), as_at):
        if each.has_changed:
            changed.setdefault(each.cited.decision_id, []).append(each)
    return changed


def list_decisions_on_fact(fact: str) -> list[Decision]:
    """Give every decision that rested on a fact, in whichever version."""
    return list(
        Decision.objects.filter(
            evidence__kind=EvidenceKind.FACT, evidence__identifier=fact
        )
    )


def find_version(
    kind: str, identifier: str, register: FactRegister, as_at: date | None = None
) -> str | None:
    """Find the version of some evidence that stands now, or stood on a day."""
    if kind == EvidenceKind.FACT:
        try:
            return str(register.get_fact(identifier).version)
        except UnknownNameError:
            return None
    if kind == EvidenceKind.RUN:
        return _find_run(identifier, as_at)
    if kind == EvidenceKind.PAPER:
        return _find_paper(identifier, as_at)
    assessment = ImpactAssessment.objects.filter(public_id=identifier).first()
    return str(assessment.edition) if assessment else None


def _compare(
    cited: Iterable[DecisionEvidence], as_at: date | None
) -> list[EvidenceNow]:
    register = get_register(as_at)
    known: dict[tuple[str, str], str | None] = {}
    found = []
    for each in cited:
        key = (each.kind, each.identifier)
        if key not in known:
            known[key] = find_version(*key, register, as_at)
        found.append(EvidenceNow(each, known[key]))
    return found


def _find_run(identifier: str, as_at: date | None) -> str | None:
    """Give the id of the newest released run of the same plan: runs never change."""
    run = Run.objects.filter(public_id=identifier).select_related("dataset").first()
    if run is None:
        return None
    released = Run.objects.filter(
        dataset__plan=run.dataset.plan,
        dataset__withdrawn_at=None,
        released_at__isnull=False,
    )
    if as_at is not None:
        released = released.filter(released_at__date__lte=as_at)
    newest = released.order_by("-released_at").first()
    return str(newest.public_id) if newest else identifier


def _find_paper(identifier: str, as_at: date | None) -> str | None:
    versions = PaperVersion.objects.filter(paper__public_id=identifier)
    if as_at is not None:
        versions = versions.filter(published_at__date__lte=as_at)
    newest = versions.order_by("-number").first()
    return str(newest.number) if newest else None
