"""Where governance and programme contradict themselves, each with its record."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl

from placeplan.governance.check_words import CHECK_WORDS
from placeplan.governance.checker import KnownInconsistency
from placeplan.governance.finding import Finding
from placeplan_web.design.words import write_count
from placeplan_web.governance.presenters.frame import Frame, cell

REGISTERS: Final[Mapping[str, str]] = {
    "risks": "risks",
    "benefits": "benefits",
    "milestones": "milestones",
}


@dataclass(frozen=True)
class CheckerPage:
    """Findings over the records, and what papers are known to contradict.

    `programmes` gives the slug of the programme of each record of its registers, and
    `sheets` names documents that organisations sign.
    """

    frame: Frame
    findings: Sequence[Finding]
    known: Sequence[KnownInconsistency]
    programmes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sheets: Sequence[str] = ()
    meetings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def finding(self) -> str:
        if not self.findings and not self.known:
            return "Nothing contradicts itself."
        records = len({(each.table, each.record) for each in self.findings})
        said = (
            f"{write_count(len(self.findings), 'contradiction')} in "
            f"{write_count(records, 'record')}"
        )
        if not self.known:
            return f"{said}."
        found = sum(bool(each.findings) for each in self.known)
        silent = len(self.not_expressed)
        return (
            f"{said}; of {len(self.known)} that the papers are known to hold, {found} "
            f"are found and {silent} cannot be, for the reasons below."
        )

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Findings by check, those with most first within the order of the checks."""
        counted = Counter(each.check for each in self.findings)
        return [
            {
                "id": check.replace("_", "-"),
                "title": CHECK_WORDS[check].title,
                "count": counted[check],
                "rows": [
                    [cell(self._name(each), href=self._link(each)), each.words]
                    for each in self.findings
                    if each.check == check
                ],
            }
            for check in counted
        ]

    @property
    def not_expressed(self) -> list[KnownInconsistency]:
        return [each for each in self.known if each.why_not]

    @property
    def known_rows(self) -> list[list[Any]]:
        """What is known, and how it is found or why it cannot be."""
        return [[each.id, each.words, self._say_known(each)] for each in self.known]

    def _say_known(self, known: KnownInconsistency) -> str:
        if known.why_not:
            return f"Cannot be found: {known.why_not}"
        if known.findings:
            checks = dict.fromkeys(
                CHECK_WORDS[each.check].title for each in known.findings
            )
            return f"Found: {', '.join(checks)}"
        return "No longer there: somebody has mended it"

    def _name(self, finding: Finding) -> str:
        return finding.record

    def _link(self, finding: Finding) -> str:
        if finding.table == "groups":
            return self.frame.link("governance:group", slug=finding.record)
        if finding.table == "papers":
            reference = f"SGN-{finding.record}"
            if reference in self.sheets:
                return self.frame.link("governance:sign-off", reference=reference)
            return ""
        if finding.table == "bodies":
            return self.frame.link("governance:seats")
        if finding.table == "meetings" and finding.record in self.meetings:
            return self.frame.link_meeting(self.meetings[finding.record])
        register = REGISTERS.get(finding.table)
        programme = self.programmes.get((finding.table, finding.record))
        if register is None or programme is None:
            return ""
        return self.frame.link(
            "programme:record",
            scope=programme,
            register=register,
            reference=finding.record,
        )

    def link_file(self, kind: str) -> str:
        return self.frame.link("governance:checker-file", kind=kind)

    def make_table(self) -> pl.DataFrame:
        """Give one row for each finding, for a file."""
        rows = [
            {
                "check": CHECK_WORDS[each.check].title,
                "table": each.table,
                "record": each.record,
                "words": each.words,
            }
            for each in self.findings
        ]
        schema = dict.fromkeys(("check", "table", "record", "words"), pl.String)
        return pl.DataFrame(rows, schema=schema)
