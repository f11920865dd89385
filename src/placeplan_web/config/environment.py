"""What an installation may set, read from environment variables.

Each variable begins with ``PLACEPLAN_``. None is needed to try Placeplan on one's own
machine; ``docs/how-to/run-it-for-real.md`` says which to set on a server.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "yes", "true", "on"}
NO = {"", "0", "no", "false", "off"}
BUSY_SECONDS = 30
SQLITE_START = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA cache_size=-20000;"
)


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables, with words for the ones that cannot be read."""

    variables: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        return self.variables.get(f"PLACEPLAN_{name}", default).strip()

    def flag(self, name: str, *, default: bool = False) -> bool:
        word = self.text(name, "yes" if default else "no").lower()
        if word not in YES | NO:
            raise ImproperlyConfigured(
                f"PLACEPLAN_{name} is {word!r}. Set it to yes or no."
            )
        return word in YES

    def whole(self, name: str, default: int) -> int:
        word = self.text(name, str(default))
        if not word.isdecimal():
            raise ImproperlyConfigured(
                f"PLACEPLAN_{name} is {word!r}. Set it to a whole number."
            )
        return int(word)

    def names(self, name: str, default: str = "") -> list[str]:
        return self.text(name, default).replace(",", " ").split()

    @property
    def home(self) -> Path:
        """Folder of the database, the secret and everything else that is written."""
        folder = Path(self.text("HOME") or "var").resolve()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def read_environment() -> Environment:
    return Environment(os.environ)


def read_or_make_secret(path: Path) -> str:
    """Give the secret kept at `path`; the first call makes it, for its owner alone."""
    if not path.exists():
        made = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
        descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(made, path)  # whole or not at all, even when two start at once
        made.unlink()
    return path.read_text(encoding="ascii").strip()


def parse_database_url(url: str, home: Path) -> dict[str, Any]:
    """Give Django's settings for a database address; an empty one means SQLite.

    ``sqlite:///path`` and ``postgresql://user:password@host:5432/name`` are known.
    """
    parts = urlsplit(url or f"sqlite:///{home / 'placeplan.sqlite3'}")
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": BUSY_SECONDS,
                "init_command": SQLITE_START,
            },
        }
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise ImproperlyConfigured(
        f"PLACEPLAN_DATABASE_URL begins with {parts.scheme!r}. Begin it with "
        "sqlite:/// and a path, or postgresql:// and user:password@host:port/name."
    )
