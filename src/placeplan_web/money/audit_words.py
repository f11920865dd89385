"""How entries about ledgers read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(
    RecordKind("money.ledgerbook", "the ledger", {"open": "opened the ledger"}),
    RecordKind(
        "money.ledgerchange",
        "the change of the ledger",
        {
            "load": "loaded the ledger from a plan folder as",
            "workbook": "applied a workbook as",
            "undo": "took something back with",
        },
        address="money:change",
    ),
)
