"""Risks on their matrix: a table whose cells say score, grade and which risks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan.programme import SCORE_KINDS, RiskMatrix
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.design.words import write_count
from placeplan_web.programme.presenters.frame import Frame, cite, join_words
from placeplan_web.programme.queries.standing import RiskStanding, Standing, find_matrix

MOST_NAMED: Final = 8
"""Risks that a cell names; the register holds the rest."""
KIND_WORDS: Final = {
    "current": "Current: as it stands",
    "inherent": "Inherent: before anything is done",
    "target": "Target: as it is meant to be",
}
DEFAULT_KIND: Final = "current"


@dataclass(frozen=True)
class HeatMapPage:
    """Risks of one kind of score; an unknown kind is the current one."""

    frame: Frame
    standing: Standing
    asked_kind: str = DEFAULT_KIND

    @property
    def kind(self) -> str:
        return self.asked_kind if self.asked_kind in SCORE_KINDS else DEFAULT_KIND

    @cached_property
    def matrix(self) -> RiskMatrix:
        return find_matrix(self.standing.day)

    @cached_property
    def placed(self) -> Mapping[tuple[int, int], Sequence[RiskStanding]]:
        """Risks by impact and likelihood."""
        held: dict[tuple[int, int], list[RiskStanding]] = {}
        for each in self.standing.risks:
            if graded := each.grades.get(self.kind):
                held.setdefault((graded.impact, graded.likelihood), []).append(each)
        return held

    @cached_property
    def unscored(self) -> list[RiskStanding]:
        return [each for each in self.standing.risks if self.kind not in each.grades]

    @property
    def finding(self) -> str:
        risks = self.standing.risks
        if not risks:
            return ""
        counted = write_count(len(risks), "risk")
        scored = len(risks) - len(self.unscored)
        if not scored:
            papers = all(each.record.source for each in risks)
            why = ": the papers give none" if papers else ""
            return f"{counted}, none has {_name_score(self.kind)}{why}."
        parts = [
            f"{count} {grade.name.lower()}"
            for grade in reversed(self.matrix.grades)
            if (count := self._count(grade.grade))
        ]
        if self.unscored:
            parts.append(f"{len(self.unscored)} without {_name_score(self.kind)}")
        return f"{counted}: {join_words(parts)}."

    def _count(self, grade: str) -> int:
        return sum(
            each.grades[self.kind].grade == grade
            for held in self.placed.values()
            for each in held
        )

    @property
    def columns(self) -> list[str]:
        """Words of the likelihoods, the lowest first."""
        return [
            f"{words} ({at})" for at, words in enumerate(self.matrix.likelihoods, 1)
        ]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """A row for each impact, the highest first."""
        steps = range(len(self.matrix.impacts), 0, -1)
        across = range(1, len(self.matrix.likelihoods) + 1)
        return [
            {
                "head": f"{self.matrix.impacts[impact - 1]} ({impact})",
                "cells": [self._make_cell(impact, each) for each in across],
            }
            for impact in steps
        ]

    def _make_cell(self, impact: int, likelihood: int) -> dict[str, Any]:
        score = self.matrix.score(impact, likelihood)
        grade = self.matrix.get_grade(score)
        held = self.placed.get((impact, likelihood), ())
        return {
            "words": f"{score} {grade.name}",
            "grade": grade.grade,
            "pattern": grade.pattern,
            "count": write_count(len(held), "risk") if held else "none",
            "links": [self._link(each) for each in held[:MOST_NAMED]],
            "more": max(0, len(held) - MOST_NAMED),
        }

    def _link(self, each: RiskStanding) -> dict[str, str]:
        name = each.record.reference
        href = self.frame.link("programme:risk-history", reference=name)
        return {"text": name, "title": each.record.title, "href": href}

    @property
    def unscored_links(self) -> list[dict[str, str]]:
        return [self._link(each) for each in self.unscored]

    @property
    def switch(self) -> list[dict[str, Any]]:
        """Links to the three kinds of score."""
        link = self.frame.link("programme:heat-map")
        return [
            {
                "text": words,
                "href": self.frame.address.keep(link, kind=kind),
                "is_here": kind == self.kind,
            }
            for kind, words in KIND_WORDS.items()
        ]

    def make_table(self) -> pl.DataFrame:
        """Every open risk with its score of this kind, for a file."""
        rows = [
            {
                "risk": each.record.reference,
                "name": each.record.title,
                "kind": self.kind,
                "impact": graded.impact if graded else None,
                "likelihood": graded.likelihood if graded else None,
                "score": graded.score if graded else None,
                "grade": graded.name if graded else "no score",
                "source": each.record.source,
                "status": each.record.status,
            }
            for each in self.standing.risks
            for graded in [each.grades.get(self.kind)]
        ]
        numbers = dict.fromkeys(("impact", "likelihood", "score"), pl.Int64())
        return pl.DataFrame(rows, schema_overrides=numbers, infer_schema_length=None)

    @property
    def files(self) -> dict[str, str]:
        return {
            name: self.frame.address.keep(
                self.frame.link("programme:heat-map-file", file=kind), kind=self.kind
            )
            for name, kind in (("csv", CSV), ("excel", EXCEL))
        }

    @property
    def cited(self) -> list[tuple[str, str]]:
        return cite([each.record for each in self.standing.risks], "risks")


def _name_score(kind: str) -> str:
    return (
        "a score"
        if kind == DEFAULT_KIND
        else f"an {kind} score".replace("an target", "a target")
    )
