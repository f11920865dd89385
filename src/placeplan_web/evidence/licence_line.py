"""What the sources of the stored plan folders ask to be said on every page.

Told from the folders and not from records, so that no page asks one question more: what
was gathered stays right until the folder that holds them all has changed, and each list
of sources is read once in a process.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from placeplan.evidence import SOURCES_FILE, read_sources
from placeplan.plan.licence import list_statements
from placeplan.tables import read_folder
from placeplan_web.evidence.store import media_path

KEPT_FOLDERS: Final = 1024
OWN_LISTS: Final[Mapping[str, str]] = {"licence": "OGL-3.0"}
"""The lists of codes that come with the program, whatever is stored."""

LINKS: Final[Mapping[str, str]] = {
    "Open Government Licence v3.0": (
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    ),
    "OpenStreetMap": "https://www.openstreetmap.org/copyright",
}
"""Words of a statement that lead to the licence."""


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """A statement, parted where it links to its licence."""

    before: str
    link: str = ""
    href: str = ""
    after: str = ""


def list_lines() -> tuple[LicenceLine, ...]:
    """List what the sources of every stored plan folder ask for, each once."""
    folder = media_path("datasets")
    changed = folder.stat().st_mtime_ns if folder.exists() else 0
    return _gather(folder, changed)


@lru_cache(maxsize=2)
def _gather(folder: Path, changed: int) -> tuple[LicenceLine, ...]:
    paths = folder.glob(f"*/{SOURCES_FILE}") if changed else ()
    found = [OWN_LISTS]
    for path in paths:
        found += _read(path.parent, path.stat().st_mtime_ns)
    return tuple(_part(statement) for statement in list_statements(found))


@lru_cache(maxsize=KEPT_FOLDERS)
def _read(folder: Path, changed: int) -> tuple[Mapping[str, str], ...]:
    """Read the sources of a folder; none of one that is being written or at fault."""
    document = read_folder(folder, (), documents=(SOURCES_FILE,)).documents.get(
        SOURCES_FILE
    )
    sources = read_sources(document)[0] if document else ()
    return tuple(source.model_dump(mode="json") for source in sources)


def _part(statement: str) -> LicenceLine:
    for words, href in LINKS.items():
        before, link, after = statement.partition(words)
        if link:
            return LicenceLine(before, link, href, after)
    return LicenceLine(statement)
