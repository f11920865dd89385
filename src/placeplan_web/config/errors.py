"""Errors of the commands; each says what to do next.

::

    placeplan.errors.PlaceplanError
    ├── BackupError             a backup that cannot be written, or is damaged
    └── RestoreRefusedError     a restore that would overwrite, or that cannot fit
"""

from placeplan.errors import PlaceplanError


class BackupError(PlaceplanError):
    """A backup that cannot be written, or is damaged."""


class RestoreRefusedError(PlaceplanError):
    """A restore that would overwrite, or that cannot fit; nothing was changed."""
