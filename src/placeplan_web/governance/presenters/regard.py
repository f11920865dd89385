"""Due regard on a page: who had read which assessment, and what it says of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from placeplan.governance.due_regard import SOURCE, MemberReading
from placeplan.programme.characteristic import CHARACTERISTICS, EQUALITY_AIMS
from placeplan.programme.equality import EqualityFinding
from placeplan_web.design.words import write_moment
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.queries.reading import AssessmentRegard
from placeplan_web.programme.models import Direction

SAID: Final = {
    "read": "had read version {}",
    "older_version": "version {} alone",
    "too_late": "version {}, after the vote",
    "unread": "not recorded",
}
PRIVATE: Final = "An impact assessment that is kept private"


@dataclass(frozen=True)
class RegardWords:
    """An assessment of an item: its version that stood, and who had read it.

    `is_served` is whether the reader is served it; `is_settled` whether they have voted
    on it or it was decided; `findings` is what it says of each characteristic, where it
    sets out an assessment of a programme.
    """

    frame: Frame
    of: AssessmentRegard
    is_served: bool
    is_settled: bool
    findings: Sequence[EqualityFinding] = ()

    @property
    def source(self) -> str:
        return SOURCE

    @property
    def title(self) -> str:
        version = self.of.version
        return version.paper.title if self.is_served else PRIVATE

    @property
    def caption(self) -> str:
        return f"Who {'had' if self.is_settled else 'has'} read {self.title}"

    @property
    def href(self) -> str:
        version = self.of.version
        if not self.is_served:
            return ""
        where = {"public_id": version.paper.public_id, "number": version.number}
        return self.frame.link("governance:paper", **where)

    @property
    def sentence(self) -> str:
        """Say how many had read it, and whether it was opened again since."""
        regard = self.of.regard
        read = sum(each.state == "read" for each in regard.members)
        count, version = f"{read} of {len(regard.members)}", regard.version
        said = f"{count} had read version {version}, which stood, before the vote."
        if not self.is_settled:
            has = "has" if read == 1 else "have"
            said = f"{count} {has} read version {version}, the newest. No vote yet."
        return f"{said} {self._say_edition()}".strip()

    def _say_edition(self) -> str:
        version = self.of.version
        assessment = version.paper.assessment
        if not self.is_served or assessment is None:
            return ""
        said = f"It sets out edition {version.edition} of {assessment.reference}."
        if assessment.edition > (version.edition or 0):
            now = (
                f"The assessment was opened again since: edition {assessment.edition}."
            )
            return f"{said} {now}"
        return said

    @property
    def rows(self) -> list[list[Any]]:
        return [self._list_member(each) for each in self.of.regard.members]

    def _list_member(self, each: MemberReading) -> list[Any]:
        said = SAID[each.state].format(each.version)
        if not self.is_settled:
            said = said.replace("had read", "has read")
        return [
            each.who,
            said if each.state == "read" else cell("", status=said),
            write_moment(each.at) if each.at else "",
        ]

    @property
    def finding_rows(self) -> list[list[Any]]:
        return [_list_finding(each) for each in self.findings]


def _list_finding(each: EqualityFinding) -> list[Any]:
    done = ", ".join(part for part in (each.mitigation, each.owner) if part)
    return [
        CHARACTERISTICS[each.characteristic].name,
        EQUALITY_AIMS[each.aim].name,
        Direction(each.direction).label,
        each.evidence or f"No evidence: {each.no_evidence_reason}",
        done or "none",
    ]
