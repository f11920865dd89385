"""Who acts, in the audit, when nobody has signed in."""

from typing import Final

COMMAND: Final = "command"
"""Somebody at the command line of the machine."""
