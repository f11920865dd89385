"""Answers to a plan's questions about sites, as tables and as files."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from placeplan.capacity import (
    ComparedOptions,
    list_option_flows,
    list_option_sites,
    list_options,
)
from placeplan.tables import STATUS
from placeplan.tables.frame_file import read_frame_csv, write_frame_csv

OPTIONS_FILE: Final = "options.csv"
OPTION_SITES_FILE: Final = "option_sites.csv"
OPTION_FLOWS_FILE: Final = "option_flows.csv"

OPTION_FILES: Final = (OPTIONS_FILE, OPTION_SITES_FILE, OPTION_FLOWS_FILE)
"""What stands beside the results of a plan that asks about sites: the frames of
`OptionAnswer`, in order."""

_FLAGS: Final = ("is_now", "front", "open", "enough")
_WORDS: Final = (
    *("question", "option", "beaten_by", "goals", "words", *_FLAGS),
    *("site", "name", "standing", "place", "kind", "unit"),
)
_TYPES: Final[dict[str, pl.DataType]] = {
    **dict.fromkeys(_WORDS, pl.String()),
    "open_sites": pl.Int64(),
    "status": STATUS,
}


@dataclass(frozen=True, slots=True)
class OptionAnswer:
    """The options of every question of a plan.

    Parameters
    ----------
    options : polars.DataFrame
        Of `placeplan.capacity.list_options`: one row an option, with its scores.
    sites : polars.DataFrame
        Of `placeplan.capacity.list_option_sites`: today and each option of the front.
    flows : polars.DataFrame
        ``question, option, place, site, kind, unit, value, place_share, end_share,
        status``: where people go, today and under each option of the front.
    """

    options: pl.DataFrame
    sites: pl.DataFrame
    flows: pl.DataFrame

    @classmethod
    def from_compared(cls, compared: Sequence[ComparedOptions]) -> "OptionAnswer":
        """Lay out the options of one or more questions."""
        return cls(
            pl.concat([list_options(each) for each in compared]),
            pl.concat([list_option_sites(each) for each in compared]),
            pl.concat([_list_flows(each) for each in compared]),
        )

    @classmethod
    def from_folder(cls, folder: Path) -> "OptionAnswer | None":
        """Read what `write` wrote; None where it wrote nothing.

        Raises
        ------
        InputError
            A file that is missing or cannot be read.
        """
        if not (folder / OPTIONS_FILE).exists():
            return None
        return cls(*(_read(folder / name) for name in OPTION_FILES))

    def write(self, folder: Path) -> None:
        """Write each table into its file."""
        for name, field in zip(OPTION_FILES, fields(self), strict=True):
            write_frame_csv(getattr(self, field.name), folder / name)


def _list_flows(compared: ComparedOptions) -> pl.DataFrame:
    options = [*np.flatnonzero(compared.on_front)]
    if compared.now not in options:
        options.append(np.intp(compared.now))
    frames = []
    for option in map(int, options):
        flows = list_option_flows(compared, option).rename({"pod": "question"})
        name = pl.lit(compared.name_option(option)).alias("option")
        frames.append(flows.select("question", name, pl.exclude("question")))
    return pl.concat(frames)


def _read(file: Path) -> pl.DataFrame:
    frame = read_frame_csv(file, types=_TYPES)
    flags = [name for name in _FLAGS if name in frame.columns]
    return frame.with_columns(
        pl.col(flags).replace_strict(
            {"yes": True, "no": False}, default=None, return_dtype=pl.Boolean
        )
    )
