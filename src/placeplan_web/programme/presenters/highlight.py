"""A highlight report on a page and as files; nobody types it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan.programme import ReportRecords, ReportSection, make_highlight_report
from placeplan_web.design.words import write_day
from placeplan_web.programme.presenters.frame import Frame, cite
from placeplan_web.programme.queries.standing import Standing

MARKDOWN: Final = "md"


@dataclass(frozen=True)
class HighlightPage:
    """The report of a period; its last day is that of the standing."""

    frame: Frame
    standing: Standing
    records: ReportRecords

    @cached_property
    def sections(self) -> Sequence[ReportSection]:
        return make_highlight_report(self.records)

    @property
    def period(self) -> str:
        first, last = self.records.starts_on, self.records.as_at
        return f"{write_day(first)} to {write_day(last)}"

    @property
    def finding(self) -> str:
        """The first sentence of the report."""
        return self.sections[0].sentences[0]

    @property
    def head(self) -> Sequence[str]:
        return ("Part", "Sentence")

    def make_table(self) -> pl.DataFrame:
        """A row for each sentence."""
        return pl.DataFrame(
            {"part": section.heading, "sentence": sentence}
            for section in self.sections
            for sentence in section.sentences
        )

    def make_markdown(self) -> str:
        """The report as text for a paper."""
        lines = [f"# Highlight report: {_escape(self.frame.programme.name)}", ""]
        lines += [f"{self.period}. Made of the registers; nobody typed it.", ""]
        for section in self.sections:
            lines += [f"## {section.heading}", ""]
            lines += [f"- {_escape(each)}" for each in section.sentences]
            lines.append("")
        return "\n".join(lines)

    def link(self, page: str, **parts: Any) -> str:
        """Give an address with the period kept."""
        return self.frame.address.keep(
            self.frame.link(page, **parts),
            **{
                "from": self.records.starts_on.isoformat(),
                "to": self.records.as_at.isoformat(),
            },
        )

    @property
    def ways(self) -> list[dict[str, str]]:
        kinds = (("Markdown", MARKDOWN), ("CSV", "csv"), ("Excel", "xlsx"))
        return [
            {"text": words, "href": self.link("programme:highlight-file", file=kind)}
            for words, kind in kinds
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        return [
            *cite([each.record for each in self.standing.milestones], "milestones"),
            *cite([each.record for each in self.standing.risks], "risks"),
        ]


def _escape(text: str) -> str:
    """Keep signs of Markdown in typed words from being taken for marks."""
    for sign in "\\`*_[]<>#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def find_period(
    first: date | None, last: date | None, day: date, usual_days: int
) -> tuple[date, date]:
    """Give the first and last day of a report; both lie in the past or today."""
    end = min(last or day, day)
    start = first or date.fromordinal(end.toordinal() - usual_days)
    return (start, end) if start <= end else (end, end)
