"""What is at stake in pounds: by year and solution, and what hangs on which risk."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import Figure
from placeplan.programme.stake_figure import draw_stakes
from placeplan_web.design.words import write_count, write_percent, write_pounds
from placeplan_web.evidence.presenters.picture import present_table
from placeplan_web.programme.models import Risk, SolutionLink
from placeplan_web.programme.presenters.frame import Frame, cite, join_words
from placeplan_web.programme.presenters.solution import name_solution
from placeplan_web.programme.queries.risk_stake import RiskStakes
from placeplan_web.programme.queries.stake import Stakes
from placeplan_web.programme.queries.standing import Standing

SOLUTION_HEAD: Final = (
    "Solution",
    "Project",
    "By its dates",
    {"text": "Days later", "numeric": True},
    {"text": "As planned", "numeric": True},
    {"text": "At stake", "numeric": True},
    "Proposal",
)
RISK_HEAD: Final = (
    "Risk",
    {"text": "Pounds that hang on it", "numeric": True},
    {"text": "Share of the gap", "numeric": True},
    "Status",
)


@dataclass(frozen=True)
class StakePage:
    """The pounds at stake of one programme on a day."""

    frame: Frame
    standing: Standing
    stakes: Stakes | None
    risks: RiskStakes | None
    links: tuple[SolutionLink, ...]
    open_links: frozenset[int]

    solution_head = SOLUTION_HEAD
    risk_head = RISK_HEAD

    @property
    def finding(self) -> str:
        if self.stakes is None:
            return (
                "Nothing can be said in pounds: no released run counts a solution that "
                "hangs on this programme."
            )
        return " ".join(each for each in (self._say_stake(), self.risk_words) if each)

    def _say_stake(self) -> str:
        amount = say_at_stake(self.stakes) if self.stakes else ""
        if not amount:
            return "By its dates nothing of the plan is at stake."
        late = sum(each.slip_days > 0 for each in self.standing.slips.values())
        return (
            f"{amount} of the plan hangs on what slips, over all its "
            f"years: {write_count(late, 'project')} slip."
        )

    @property
    def risk_words(self) -> str:
        """What hangs on the risks that matter most, each pound counted once."""
        return say_main_risks(self.risks)

    @property
    def status(self) -> str:
        return self.stakes.status if self.stakes else ""

    @cached_property
    def figure(self) -> Figure | None:
        return draw_stakes(self.stakes.table, self.names) if self.stakes else None

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of projects and solutions as readers know them."""
        projects = {each.reference: each.name for each in self.standing.projects}
        solutions = {each.solution: name_solution(each.solution) for each in self.links}
        return {**projects, **solutions}

    @property
    def picture(self) -> dict[str, Any] | None:
        """What the macro ``picture`` takes."""
        if self.figure is None:
            return None
        head, rows, left_out = present_table(self.figure.table)
        more = f": the first {len(rows)} rows; CSV and Excel hold all" * bool(left_out)
        return {
            "id": self.figure.id,
            "finding": self.figure.finding,
            "src": self.frame.link("programme:at-stake-svg"),
            "src_narrow": self.frame.link("programme:at-stake-svg") + self._phone,
            "alt": f"{self.figure.finding} The table below holds the numbers.",
            "head": head,
            "rows": rows,
            "table_caption": f"{self.figure.title}{more}",
            "csv": self.frame.link("programme:at-stake-file", kind="csv"),
            "excel": self.frame.link("programme:at-stake-file", kind="xlsx"),
            "view": self.frame.link("programme:at-stake"),
            "status": self.figure.status,
            "note": "How much of a solution hangs on a project, and how sure delivery "
            "then is, nobody has published.",
        }

    @property
    def _phone(self) -> str:
        together = "&" if self.frame.address.parameters else "?"
        return f"{together}for=phone"

    @property
    def solutions(self) -> list[list[Any]]:
        """A row for each solution and project, that with most at stake first."""
        if self.stakes is None:
            return []
        summed = self.stakes.table.group_by("initiative", "project").agg(
            pl.col("planned_pounds", "at_stake_pounds").sum()
        )
        pounds = {(row[0], row[1]): row[2:] for row in summed.iter_rows()}
        held = [each for each in self.links if self._key(each) in pounds]
        held.sort(key=lambda each: (-pounds[self._key(each)][1], each.reference))
        return [self._write(each, *pounds[self._key(each)]) for each in held]

    def _key(self, link: SolutionLink) -> tuple[str, str]:
        return link.solution, link.project.reference

    def _write(self, link: SolutionLink, planned: float, stake: float) -> list[Any]:
        slip = self.standing.slips.get(link.project.reference)
        waits = link.pk in self.open_links
        return [
            {
                "text": name_solution(link.solution),
                "href": self.frame.link_record("solutions", link.reference),
            },
            {
                "text": link.project.name,
                "href": self.frame.link_register(
                    "milestones", project=link.project.reference
                ),
            },
            str(slip.progress).replace("_", " ") if slip else "not known that day",
            slip.slip_days if slip else "",
            write_pounds(planned),
            write_pounds(stake),
            "waits for a decision" if waits else "none open",
        ]

    @property
    def year(self) -> str:
        return str(FinancialYear(self.risks.year)) if self.risks else ""

    @property
    def risk_rows(self) -> list[list[Any]]:
        """A row for each risk on which something hangs, the most first."""
        if self.risks is None:
            return []
        rows = self.risks.table.sort("pounds", "risk", descending=[True, False])
        return [
            [
                {
                    "text": row["risk"],
                    "href": self.frame.link_record("risks", row["risk"]),
                    "note": self._risk_titles.get(row["risk"], ""),
                },
                write_pounds(row["pounds"]),
                write_percent(row["gap_share"]),
                {"text": "", "status": str(row["status"])},
            ]
            for row in rows.iter_rows(named=True)
        ]

    @cached_property
    def _risk_titles(self) -> Mapping[str, str]:
        named = Risk.objects.filter(programme=self.frame.programme)
        return dict(named.values_list("reference", "title"))

    @property
    def cited(self) -> list[tuple[str, str]]:
        return cite(self.links, "what hangs on which project")


def say_at_stake(stakes: Stakes) -> str:
    """Say the pounds at stake; less than one is not nothing. Empty where it is."""
    pounds = round(stakes.at_stake_pounds, 2)
    if 0 < pounds < 1:
        return "Less than £1"
    return write_pounds(pounds) if pounds > 0 else ""


def say_main_risks(risks: RiskStakes | None) -> str:
    """Say what hangs on the few risks that matter most in the year of the gap."""
    if risks is None or risks.main is None:
        return ""
    main = risks.main
    named = join_words(main.risks)
    count = write_count(len(main.risks), "risk")
    return (
        f"{write_pounds(main.pounds)} of what the plan closes in "
        f"{FinancialYear(risks.year)} hangs on {count}: {named} ({main.status})."
    )
