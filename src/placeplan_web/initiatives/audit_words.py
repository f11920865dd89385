"""How entries about drafts and their initiatives read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(
    RecordKind(
        "initiatives.draft",
        "the draft",
        {
            "open": "opened the draft",
            "refresh": "brought up to date with its plan folder the draft",
        },
    ),
    RecordKind("initiatives.initiative", "the initiative"),
    RecordKind(
        "initiatives.planversion",
        "the plan version",
        {"add": "made the plan version"},
    ),
)
