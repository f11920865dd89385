"""Tables: what files must hold, and the only door through which files come in."""

from placeplan.tables.contract import Column, ColumnKind, TableContract

__all__ = ["Column", "ColumnKind", "TableContract"]
