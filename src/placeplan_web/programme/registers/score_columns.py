"""The columns of scores, which a file may move with a reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from placeplan_web.programme.models import ScoreKind
from placeplan_web.programme.operations.score_batch import NewScore, add_scores
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.row_act import Differences, RowAct, RowActs

KINDS_OF_SCORE: Final = tuple(kind.value for kind in ScoreKind)
PARTS: Final = ("impact", "likelihood")


def _read_score(kind: str, part: str) -> Any:
    def read(risk: Any) -> int | None:
        score = getattr(risk, f"{kind}_score")
        return None if score is None else getattr(score, part)

    return read


def _multiply(kind: str) -> Any:
    def work_out(values: Mapping[str, Any]) -> int | None:
        impact = values.get(f"{kind}_impact")
        likelihood = values.get(f"{kind}_likelihood")
        return None if None in (impact, likelihood) else impact * likelihood  # type: ignore[operator] # both are numbers

    return work_out


def make_score_columns(kind: str) -> tuple[Column, ...]:
    """Give impact, likelihood and score of one kind."""
    parts = (
        Column(
            name=f"{kind}_{part}",
            label=f"{kind.capitalize()} {part}",
            holds=Holds.WHOLE,
            least=1,
            most=5,
            read=_read_score(kind, part),
            empty="not scored",
        )
        for part in PARTS
    )
    score = Column(
        name=f"{kind}_score",
        label=f"{kind.capitalize()} score",
        holds=Holds.WHOLE,
        read=_read_score(kind, "score"),
        work_out=_multiply(kind),
        empty="not scored",
        is_listed=kind == "current",
    )
    return (*parts, score)


def _find_problems(
    values: Mapping[str, Any], moves: Differences
) -> Sequence[tuple[str, str]]:
    """Refuse half a score, and a score of a risk that is closed."""
    found = [
        (name, "Give the impact and the likelihood: a score has both.")
        for name in _list_parts(moves)
        if values.get(name) is None
    ]
    if values.get("closed_on"):
        words = "A closed risk is not scored: open it again, or leave its score."
        found += [(name, words) for name in moves]
    return found


def _list_parts(moves: Differences) -> list[str]:
    return [f"{kind}_{part}" for kind in _list_kinds(moves) for part in PARTS]


def _list_kinds(moves: Differences) -> list[str]:
    moved = {name.partition("_")[0] for name in moves}
    return [kind for kind in KINDS_OF_SCORE if kind in moved]


def _carry_out(
    *, by: UUID | str, acts: Sequence[tuple[Any, RowAct]], at: datetime
) -> int:
    """Score each risk on the day of the import; what does not move stays as it was."""
    scores = [
        NewScore(
            risk.pk,
            ScoreKind(kind),
            **{
                part: act.moves.get(f"{kind}_{part}", (None, None))[1]
                or _read_score(kind, part)(risk)
                for part in PARTS
            },
            reason=act.reason,
        )
        for risk, act in acts
        for kind in _list_kinds(act.moves)
    ]
    return add_scores(by=by, scores=scores, scored_on=timezone.localdate(at), at=at)


SCORE_ACTS: Final = RowActs(
    columns=tuple(f"{kind}_{part}" for kind in KINDS_OF_SCORE for part in PARTS),
    reason=Column(
        name="score_reason",
        label="Reason for the score",
        holds=Holds.WORDS,
        read=lambda _risk: None,
    ),
    find_problems=_find_problems,
    carry_out=_carry_out,
)
