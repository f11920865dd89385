"""How entries about performance read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(RecordKind("performance.tables", "the tables of performance"))
