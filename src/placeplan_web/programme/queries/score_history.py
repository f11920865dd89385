"""The scores of a risk, as the library's rules take them."""

from collections.abc import Iterable, Mapping

from placeplan.programme.score_history import (
    RiskScore,
    ScoreHistory,
    gather_history,
)
from placeplan_web.programme import models


def read_history(risk: models.Risk) -> ScoreHistory:
    """Give every score of one risk, in the order in which they count."""
    return read_histories([risk])[risk.pk]


def read_histories(risks: Iterable[models.Risk]) -> Mapping[int, ScoreHistory]:
    """Give the scores of many risks by their key, with one query."""
    listed = {risk.pk: risk for risk in risks}
    rows = models.RiskScore.objects.filter(risk__in=listed).order_by("pk")
    held: dict[int, list[RiskScore]] = {key: [] for key in listed}
    for row in rows:
        held[row.risk_id].append(
            RiskScore(
                listed[row.risk_id].reference,
                row.kind,
                row.impact,
                row.likelihood,
                row.scored_on,
                row.reason,
                row.by,
            )
        )
    return {
        key: gather_history(risk.reference, held[key]) for key, risk in listed.items()
    }
