"""An import: what it would do or did, how far it is, and what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from placeplan_web.design.words import write_count
from placeplan_web.registers.addresses import Register
from placeplan_web.registers.models import ImportState, RegisterImport

VERBS = (
    ("new", "would be added", "was added", "were added"),
    ("changed", "would be changed", "was changed", "were changed"),
    ("withdrawn", "would be withdrawn", "was withdrawn", "were withdrawn"),
    ("unchanged", "would stay as it is", "stayed as it was", "stayed as they were"),
)
DOING = {
    ImportState.QUEUED: "waiting for its turn",
    ImportState.RUNNING: "beginning",
}


@dataclass(frozen=True)
class ImportPage:
    """What the template of an import shows."""

    register: Register
    row: RegisterImport
    page: "Page[Any]"

    @property
    def title(self) -> str:
        return f"Import of {self.row.file_name}"

    @property
    def finding(self) -> str:
        """One sentence that says where it stands."""
        row = self.row
        if row.state == ImportState.CHECKED:
            return row.reason or "Nothing is written yet. Look at what would change."
        if row.state == ImportState.FINISHED:
            return "It is done, all of it."
        if row.state == ImportState.DROPPED:
            return "It was dropped. Nothing was written."
        if row.state == ImportState.FAILED:
            return row.reason
        return "It goes on if you close this page."

    @property
    def counts(self) -> list[str]:
        """How many rows would do what."""
        counts = self.row.counts
        lines = [
            f"{write_count(counts[name], 'row')} {self._say(counts[name], *verbs)}"
            for name, *verbs in VERBS
            if counts.get(name)
        ]
        if left := counts.get("left_out"):
            kind = self.register.kind
            many = write_count(left, kind.noun, kind.nouns)
            verb = "is" if left == 1 else "are"
            what = "it stays as it is" if left == 1 else "they stay as they are"
            lines.append(f"{many} {verb} not in the file: {what}")
        return lines

    @property
    def has_differences(self) -> bool:
        counts = self.row.counts
        return any(counts.get(name) for name in ("new", "changed", "withdrawn"))

    @property
    def progress(self) -> dict[str, Any]:
        """What the page asks for every second."""
        row = self.row
        doing = row.step or DOING.get(ImportState(row.state), row.state)
        total = max(row.steps_total, 1)
        left = f"{row.steps_done:,} of {row.steps_total:,}" if row.steps_total else ""
        return {"doing": doing, "done": row.steps_done, "all": total, "left": left}

    @property
    def differences(self) -> Sequence[dict[str, Any]]:
        return list(self.page)

    def _say(self, count: int, would: str, was: str, were: str) -> str:
        if self.row.state == ImportState.FINISHED:
            return was if count == 1 else were
        many = count != 1 and would.startswith("would stay")
        return "would stay as they are" if many else would
