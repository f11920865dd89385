"""How a run reads on a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from placeplan_web.design.address import Address
from placeplan_web.design.words import write_moment
from placeplan_web.evidence.models import Run, RunState
from placeplan_web.evidence.queries import RELEASED, Reader
from placeplan_web.evidence.store import results_path

TAGS = {
    RunState.QUEUED: "waiting",
    RunState.RUNNING: "running",
    RunState.FINISHED: "finished",
    RunState.FAILED: "failed",
    RunState.CANCELLED: "cancelled",
}
HEAD = ("Plan", "Asked for", "Whose", "State")
FILES = {
    "report.html": "Report, one file with charts and tables",
    "summary.xlsx": "Workbook of the main tables",
    "results.csv": "Every number as CSV",
    "results.parquet": "Every number as Parquet",
    "ledger.csv": "What leaves and what arrives, line by line",
    "claims.csv": "What each initiative claims, and what is left for it",
    "initiative_bridge.csv": "What each initiative adds to the change",
    "spread.csv": "How far the totals spread",
    "drivers.csv": "What drives the spread",
    "draws.parquet": "Every total in every draw",
    "drawn_inputs.parquet": "What was drawn: every uncertain input in every draw",
    "options.csv": "Every way to open sites, with its scores",
    "option_sites.csv": "What each site would do under each option",
    "option_flows.csv": "Where people would go under each option",
    "licences.txt": "What the sources ask to be said wherever the numbers go",
    "run.json": "Record of the run: inputs with their hashes, version, times",
}
ROOMS = (
    ("People", "evidence:people"),
    ("Demand", "evidence:demand"),
    ("Capacity", "evidence:capacity"),
    ("Money", "evidence:money"),
    ("What the plan changes", "evidence:changes"),
)
ASKS = {"cancel": "steer_run", "retry": "steer_run", "release": "release_run"}
BUTTONS = {
    "cancel": "Cancel this run",
    "retry": "Try this run again",
    "release": "Release: open this run and its plan folder to everyone",
}
STATES = [
    ("", "Every state"),
    *((str(state), state.label) for state in RunState),
    (RELEASED, "Released"),
]


@dataclass(frozen=True, slots=True)
class RunPage:
    """A run with everything that its reader may know and do."""

    run: Run
    reader: Reader
    address: Address

    @property
    def title(self) -> str:
        return f"Run of {self.run.dataset.title}"

    @property
    def tag(self) -> str:
        return "released" if self.run.released_at else TAGS[RunState(self.run.state)]

    @property
    def finding(self) -> str:
        run = self.run
        if run.state == RunState.QUEUED:
            return "The run waits for a worker. You may close this page: it goes on."
        if run.state == RunState.RUNNING and run.cancel_requested_at:
            return "The run was asked to stop, and stops at its next step."
        if run.state == RunState.RUNNING:
            return "The run is under way. You may close this page: it goes on."
        if run.state == RunState.FAILED:
            return "The run stopped before its end. Nothing of it is shown as finished."
        if run.state == RunState.CANCELLED:
            return "The run was cancelled. Nothing of it is shown as finished."
        return f"The run finished on {write_moment(run.ended_at)}."

    @property
    def progress(self) -> dict[str, Any]:
        run = self.run
        left = run.steps_total - run.steps_done
        return {
            "doing": f"{run.step or TAGS[RunState(run.state)]}.",
            "done": run.steps_done,
            "all": max(run.steps_total, 1),
            "left": f"{left} of {run.steps_total} steps left."
            if run.steps_total
            else "",
        }

    @property
    def facts(self) -> list[tuple[str, Any]]:
        run = self.run
        rows: list[tuple[str, Any]] = [
            ("Plan folder", {"text": run.dataset.title, "href": self._plan_link()}),
            ("State", {"text": "", "status": self.tag}),
            ("Asked for", write_moment(run.requested_at)),
        ]
        if run.ended_at:
            rows.append(("Ended", write_moment(run.ended_at)))
        if run.released_at:
            rows.append(("Open to everyone since", write_moment(run.released_at)))
        if run.attempt:
            rows.append(("Attempt", str(run.attempt)))
        if run.is_finished:
            rows += [
                ("Version of the software", run.version),
                ("Seed of random numbers", run.seed or ""),
                ("SHA-256 of the results", run.results_sha256),
            ]
        return rows

    @property
    def files(self) -> list[dict[str, str]]:
        """Files of a finished run."""
        return [
            {"name": name, "words": words, "href": self._file_link(name)}
            for name, words in FILES.items()
            if (results_path(self.run) / name).is_file()
        ]

    @property
    def rooms(self) -> list[dict[str, str]]:
        """Pages of a finished run; others have none."""
        if not self.run.is_finished:
            return []
        query = {"run": str(self.run.public_id)}
        return [
            {"text": text, "href": self.address.link(name, query=query)}
            for text, name in ROOMS
        ]

    @property
    def doings(self) -> list[dict[str, str]]:
        """What the reader may do, as forms: address, words of the button."""
        run = self.run
        if run.is_under_way:
            verb = "" if run.cancel_requested_at else "cancel"
        elif run.is_finished:
            verb = "" if run.released_at else "release"
        else:
            verb = "" if run.dataset.withdrawn_at else "retry"
        if not verb or not self.reader.has_perm(f"evidence.{ASKS[verb]}", run):
            return []
        return [self._do(verb, BUTTONS[verb])]

    @property
    def rests_on(self) -> list[dict[str, str]]:
        sources = {"query": {"run": str(self.run.public_id)}}
        rests = [{"text": self.run.dataset.title, "href": self._plan_link()}]
        rests[0]["note"] = "the plan folder"
        if self.run.is_finished:
            href = self.address.link("evidence:sources", **sources)
            rests.append(
                {"text": "Sources", "href": href, "note": "of the plan folder"}
            )
        return rests

    def _do(self, verb: str, words: str) -> dict[str, str]:
        name = f"evidence:{verb}"
        href = self.address.link(name, public_id=self.run.public_id)
        return {"verb": verb, "href": href, "words": words}

    def _file_link(self, name: str) -> str:
        return self.address.link(
            "evidence:file", public_id=self.run.public_id, file=name
        )

    def _plan_link(self) -> str:
        return self.address.link("evidence:plan", public_id=self.run.dataset.public_id)


def list_filters(text: str, state: str) -> list[dict[str, Any]]:
    """What the macro ``filters`` asks for."""
    return [
        {"name": "q", "label": "Words in the title of the plan", "value": text},
        {"name": "state", "label": "State", "value": state, "options": STATES},
    ]


def list_rows(runs: Iterable[Run], reader: Reader, address: Address) -> list[list[Any]]:
    """Rows of the table of runs, by `HEAD`."""
    return [
        [
            {
                "text": run.dataset.title,
                "href": address.link("evidence:run", public_id=run.public_id),
            },
            write_moment(run.requested_at),
            _say_whose(run, reader),
            {"text": "", "status": RunPage(run, reader, address).tag},
        ]
        for run in runs
    ]


def _say_whose(run: Run, reader: Reader) -> str:
    if run.owner_id is None:
        return "example"
    if run.owner_id == reader.pk:
        return "yours"
    return run.organisation or "released by its owner"
