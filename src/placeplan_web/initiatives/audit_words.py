"""How entries about drafts and their initiatives read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(
    RecordKind("initiatives.draft", "the draft", {"open": "opened the draft"}),
    RecordKind("initiatives.initiative", "the initiative"),
    RecordKind(
        "initiatives.planversion",
        "the plan version",
        {"add": "made the plan version"},
    ),
)
