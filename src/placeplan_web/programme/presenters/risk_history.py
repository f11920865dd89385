"""Every score of a risk, and whether what was done about it brought the score down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan.programme import (
    Mitigation,
    RiskMatrix,
    RiskScore,
    ScoreHistory,
    grade_risk,
    judge_efficacy,
)
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.design.words import write_count, write_day
from placeplan_web.programme.models import Risk
from placeplan_web.programme.presenters.frame import Frame, cite
from placeplan_web.programme.presenters.mark import cell
from placeplan_web.programme.presenters.step_picture import Mark, StepPicture
from placeplan_web.programme.queries.standing import Standing, find_matrix

SCORE_HEAD: Final = ("Scored on", "Kind", "Score and grade", "Why", "By")
MITIGATION_HEAD: Final = ("Mitigation", "Finished", "Whether the score fell")


@dataclass(frozen=True)
class RiskHistoryPage:
    """One risk on a day."""

    frame: Frame
    standing: Standing
    risk: Risk
    history: ScoreHistory
    mitigations: Sequence[Mitigation]
    authors: Mapping[str, str]

    @cached_property
    def known(self) -> list[RiskScore]:
        """Scores of any kind that count on the day."""
        day = self.standing.day
        return [each for each in self.history.scores if each.scored_on <= day]

    @property
    def current(self) -> list[RiskScore]:
        return [each for each in self.known if each.kind == "current"]

    @cached_property
    def matrix(self) -> RiskMatrix:
        return find_matrix(self.standing.day)

    @property
    def finding(self) -> str:
        """How far the score has come."""
        scores = self.current
        if not scores:
            from_papers = ": the papers give none" if self.risk.source else ""
            return f"{self.risk.reference} has no score{from_papers}."
        now = grade_risk(scores[-1].impact, scores[-1].likelihood, self.matrix)
        said = f"{self.risk.reference} stands at {now.score}, {now.name.lower()}"
        if len(scores) == 1:
            return f"{said}, since {write_day(scores[0].scored_on)}."
        move = now.score - scores[0].score
        way = (
            f"down from {scores[0].score}"
            if move < 0
            else (f"up from {scores[0].score}" if move > 0 else "as at first")
        )
        counted = write_count(len(scores), "score")
        return f"{said}, {way} on {write_day(scores[0].scored_on)} ({counted})."

    @cached_property
    def picture(self) -> Any:
        """Steps of the current score; nothing where there is none."""
        if not self.current:
            return ""
        day = self.standing.day
        marks = [
            Mark(each.id, each.finished_on)
            for each in self.mitigations
            if each.finished_on and each.finished_on <= day
        ]
        drawn = StepPicture(
            f"Scores of {self.risk.reference} over time",
            f"{self.finding} {' '.join(self.verdicts)} The tables below hold the same "
            "in words.",
            self.current,
            marks,
            self.matrix,
            day,
        )
        return drawn.draw()

    @property
    def verdicts(self) -> list[str]:
        return [f"{row[0]['text']}: {row[2]}" for row in self.mitigation_rows]

    @property
    def mitigation_head(self) -> Sequence[str]:
        return MITIGATION_HEAD

    @cached_property
    def mitigation_rows(self) -> list[list[Any]]:
        day = self.standing.day
        rows = []
        for each in self.mitigations:
            is_done = each.finished_on is not None and each.finished_on <= day
            judged = judge_efficacy(each, self.history, self.mitigations, as_at=day)
            by = f", with {each.milestone}" if each.milestone else ""
            done = f"{write_day(each.finished_on)}{by}" if is_done else f"not yet{by}"
            rows.append([cell(f"{each.id} {each.title}"), done, judged.words])
        return rows

    @property
    def score_head(self) -> Sequence[str]:
        return SCORE_HEAD

    @property
    def score_rows(self) -> list[list[Any]]:
        """Every score, the newest first."""
        return [
            [
                write_day(each.scored_on),
                each.kind,
                grade_risk(each.impact, each.likelihood, self.matrix).words,
                each.reason,
                self.authors.get(each.scored_by, each.scored_by),
            ]
            for each in reversed(self.known)
        ]

    def make_table(self) -> pl.DataFrame:
        """Every score, for a file; whoever wrote is named by post, never by name."""
        rows = [
            {
                "risk": self.risk.reference,
                "scored_on": each.scored_on,
                "kind": each.kind,
                "impact": each.impact,
                "likelihood": each.likelihood,
                "score": each.score,
                "grade": self.matrix.get_grade(each.score).name,
                "reason": each.reason,
                "by": self.authors.get(each.scored_by, each.scored_by),
            }
            for each in self.known
        ]
        return pl.DataFrame(rows)

    @property
    def files(self) -> dict[str, str]:
        return {
            name: self.frame.link(
                "programme:risk-history-file",
                reference=self.risk.reference,
                file=kind,
            )
            for name, kind in (("csv", CSV), ("excel", EXCEL))
        }

    @property
    def cited(self) -> list[tuple[str, str]]:
        return cite([self.risk], "this risk")
