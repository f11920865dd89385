"""How entries about plan folders, runs and facts read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(
    RecordKind(
        "run",
        "the run",
        {
            "start": "asked for the run",
            "begin": "began an attempt at the run",
            "take-over": "queued again the run of a worker that had fallen silent:",
            "finished": "finished the run",
            "failed": "stopped, by a fault, the run",
            "cancelled": "stopped, as asked, the run",
            "cancel": "cancelled the run",
            "retry": "asked again for the run",
            "release": "opened to everyone the run",
        },
        address="evidence:run",
    ),
    RecordKind(
        "dataset",
        "the plan folder",
        {"add": "stored the plan folder"},
        address="evidence:plan",
    ),
    RecordKind("evidence.facts", "the register of facts"),
    RecordKind("evidence.fact", "the fact", address="evidence:fact", part="fact"),
    RecordKind("evidence.citations", "what rests on facts"),
)
