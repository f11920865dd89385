"""Registers: what every list of records can do, whatever chapter it belongs to.

A record of a register has a reference that people say aloud (RSK-01), a version that
grows by one at each write, a history, and an end that is a withdrawal with a reason.
This room knows no chapter: a chapter builds its records on ``RegisterRecord`` and
writes them with ``registers.operations``.
"""
