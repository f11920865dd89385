"""The command line: what a person types, and what is printed for them.

Each command stands in a module of its own name and imports its chapter only when it is
called, so that ``placeplan --help`` is quick. Commands that need the web part come in
by the entry-point group ``placeplan.commands`` and are listed without being loaded. An
error is told in words with what to do next; with ``--json`` it is printed as faults
for another program. Exit code 0 means done, 2 means that something needs mending.
"""

from placeplan.cli.app import app, main

__all__ = ["app", "main"]
