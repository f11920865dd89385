"""Writes of this room: each one transaction, with its audit row inside."""
