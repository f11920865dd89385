"""The list of what a backup holds, by which it is checked before and after."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from placeplan_web.audit.queries import Head
from placeplan_web.config.errors import BackupError
from placeplan_web.config.table_lines import Digest
from placeplan_web.design.words import write_count

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    `tables` maps a table to the digest of its lines, `media` a path below the media
    folder to the SHA-256 of the file. `migrations` names the state of the database;
    `head` is the newest audit entry.
    """

    made_at: str
    version: str
    migrations: tuple[tuple[str, str], ...]
    tables: dict[str, Digest]
    media: dict[str, str]
    head: Head

    def describe(self) -> str:
        """Say in words how much there is."""
        rows = sum(digest.rows for digest in self.tables.values())
        return (
            f"{write_count(rows, 'row')} of {write_count(len(self.tables), 'table')}, "
            f"{write_count(len(self.media), 'file')}, "
            f"{write_count(self.head.sequence, 'audit entry', 'audit entries')}"
        )

    def write(self) -> str:
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True)

    @classmethod
    def read(cls, text: bytes) -> Self:
        try:
            found = json.loads(text)
            if found["format"] != FORMAT:
                raise BackupError(
                    f"The backup has format {found['format']}, and this version of "
                    f"Placeplan reads format {FORMAT}. Restore it with the version "
                    "that made it."
                )
            return cls(
                made_at=found["made_at"],
                version=found["version"],
                migrations=tuple((app, name) for app, name in found["migrations"]),
                tables={k: Digest(**v) for k, v in found["tables"].items()},
                media=dict(found["media"]),
                head=Head(**found["head"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BackupError(
                f"The list of contents, {NAME}, cannot be read. The backup is damaged; "
                "take an earlier one."
            ) from error
