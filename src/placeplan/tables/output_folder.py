"""An output folder that is either whole or not there."""

import os
import secrets
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from placeplan.errors import Fault, InputError

MARK = ".being-written"
"""Stands in a folder that is being written, from its first moment to its last."""


@contextmanager
def write_whole_folder(out: Path, *, names: Collection[str]) -> Iterator[Path]:
    """Write a folder so that nobody ever sees half of it.

    Files go into a temporary sibling, which takes the name of the folder at the end,
    in one step. Leaving by an exception removes the sibling and leaves an earlier
    folder of that name as it was. What a killed program left behind is removed; so is
    what another program is writing at this moment for the same folder, which then
    fails: of two, the later wins, and their files never mix.

    Parameters
    ----------
    out : Path
        Folder to be written. An earlier one is replaced only if it holds nothing but
        `names`, so that no other work is ever lost.
    names : collection of str
        Files that the folder may hold.

    Yields
    ------
    Path
        Folder to write into.

    Raises
    ------
    InputError
        The folder holds something else, or cannot be written.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 - keeps links; resolve() would not
    _refuse_other_work(out, names)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _remove_remains(out)
        partial = _name_sibling(out, "partial")
        partial.mkdir()
        (partial / MARK).touch()
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield partial
        (partial / MARK).unlink()  # is missing when another writer swept it away
        _take_place(partial, out)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _refuse_other_work(out: Path, names: Collection[str]) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        remedy = "Choose another name for the output folder."
        raise InputError([Fault(str(out), "", "a folder", "a file", remedy)])
    others = sorted({path.name for path in out.iterdir()} - set(names))
    if others:
        found = ", ".join(others[:3]) + (" …" if len(others) > 3 else "")
        remedy = "Choose another output folder, or empty this one yourself."
        expected = "a new folder, an empty one, or an earlier run"
        raise InputError([Fault(str(out), "", expected, found, remedy)])


def _take_place(partial: Path, out: Path) -> None:
    if not out.exists():
        partial.rename(out)
        return
    earlier = _name_sibling(out, "earlier")
    out.rename(earlier)
    try:
        partial.rename(out)
    except OSError:
        earlier.rename(out)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _name_sibling(out: Path, kind: str) -> Path:
    return out.parent / f".{out.name}.{kind}-{secrets.token_hex(4)}"


def _remove_remains(out: Path) -> None:
    """Remove what killed programs left; what they had moved aside comes back."""
    for path in sorted(out.parent.glob(f".{out.name}.earlier-*")):
        if out.exists():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.rename(out)
    for path in out.parent.glob(f".{out.name}.partial-*"):
        shutil.rmtree(path, ignore_errors=True)


def _unwritable(out: Path, error: OSError) -> InputError:
    reason = (error.strerror or str(error)).lower()
    remedy = "Choose a folder that you may write to, with room on its disk."
    return InputError([Fault(str(out), "", "a folder to write to", reason, remedy)])
