"""A draft as a plan folder: its stored files, with tables of initiatives replaced."""

import json
import shutil
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from placeplan.demand.initiative_inputs import INITIATIVE_TABLES
from placeplan.errors import Fault, InputError
from placeplan.plan import Plan
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.store import dataset_path
from placeplan_web.initiatives.queries.difference import compare_tables
from placeplan_web.initiatives.queries.draft import read_tables
from placeplan_web.initiatives.queries.table import Tables, write_csv

CHECKS_KEPT = 32


def make_files(before: Tables, after: Tables) -> Mapping[str, bytes | None]:
    """Give the files that have to change, by path; None for one that has to go.

    A table without a difference keeps its file, to the byte.
    """
    files: dict[str, bytes | None] = {}
    for difference in compare_tables(before, after):
        contract = difference.contract
        rows = after.get(contract.name, ())
        files[contract.path] = write_csv(contract, rows) if rows else None
    return files


def write_files(files: Mapping[str, bytes | None], folder: Path) -> None:
    """Put the files of `make_files` into a plan folder."""
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def digest_tables(dataset: Dataset, tables: Tables) -> str:
    """Tell one state of a draft from another: what it says, and of which folder."""
    said = json.dumps([dataset.fingerprint, _list_texts(tables)], sort_keys=True)
    return sha256(said.encode()).hexdigest()


def find_faults(dataset: Dataset, tables: Tables) -> tuple[Fault, ...]:
    """Give everything for which the library would refuse the plan as it now stands."""
    files = make_files(read_tables(dataset), tables)
    changed = tuple(sorted(files.items()))
    return _check(str(dataset_path(dataset)), dataset.fingerprint, changed)


@lru_cache(maxsize=CHECKS_KEPT)
def _check(
    folder: str, _fingerprint: str, changed: tuple[tuple[str, bytes | None], ...]
) -> tuple[Fault, ...]:
    if not changed:
        return ()
    with TemporaryDirectory() as home:
        copy = Path(home) / "plan"
        shutil.copytree(folder, copy)
        write_files(dict(changed), copy)
        try:
            Plan.from_folder(copy)
        except InputError as error:
            return tuple(error.faults)
    return ()


def _list_texts(tables: Tables) -> list[list[str]]:
    return [
        [contract.name, write_csv(contract, tables.get(contract.name, ())).decode()]
        for contract in INITIATIVE_TABLES
    ]
