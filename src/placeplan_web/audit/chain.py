"""How entries hang together: each digest covers its entry and the digest before it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

START = "0" * 64


def write_canonical(value: object) -> str:
    """Write JSON in the one way that digests are made from."""
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


def digest_entry(previous: str, fields: Mapping[str, object], at: datetime) -> str:
    """Give the SHA-256 of the digest before and the canonical JSON of an entry.

    `fields` holds sequence, by, verb, kind, identifier and changes; `at` is written in
    UTC to the microsecond.
    """
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    line = write_canonical({**fields, "at": moment})
    return sha256((previous + line).encode("utf-8")).hexdigest()
