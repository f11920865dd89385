"""Areas, sites and the minutes between them, as arrays."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.capacity.choice import BoolArray, FloatArray
from placeplan.capacity.inputs import Tables, get_table
from placeplan.capacity.option_inputs import AREAS, FLOWS, SITES, TRAVEL


@dataclass(frozen=True, slots=True)
class Geography:
    """Everything that a question about sites knows of places.

    Parameters
    ----------
    sites, site_names, standings : tuple of str
        Ids of sites, names for readers, and their standing (`STANDINGS`).
    is_open_now : array of bool
        Shaped (site,): open today.
    size, capacity : array
        Shaped (site,): what draws people; cases a year that it can take, NaN where
        nobody says.
    areas, wider_places : tuple of str
        Ids of areas, and the wider place that each is part of.
    is_here : array of bool
        Shaped (area,): residents of the area that is planned.
    fifth : array of int
        Shaped (area,): fifth of deprivation, 1 the most deprived, 0 where not stated.
    cases : array
        Shaped (area,): cases a year.
    minutes : array
        Shaped (area, site): minutes of travel.
    flows : array
        Shaped (area, site): observed cases; zeros where none are stated.
    status : str
        The weakest of all that.
    """

    sites: tuple[str, ...]
    site_names: tuple[str, ...]
    standings: tuple[str, ...]
    is_open_now: BoolArray
    size: FloatArray
    capacity: FloatArray
    areas: tuple[str, ...]
    wider_places: tuple[str, ...]
    is_here: BoolArray
    fifth: NDArray[np.int64]
    cases: FloatArray
    minutes: FloatArray
    flows: FloatArray
    status: str

    @classmethod
    def from_tables(cls, tables: Tables, geography: str) -> "Geography":
        """Take one geography out of tables that `check_options` finds sound.

        Sites and areas stand in the order of their ids, however their rows stand.
        """
        sites, areas, travel, flows = (
            get_table(tables, contract)
            .filter(pl.col("geography") == geography)
            .sort(contract.key)
            for contract in (SITES, AREAS, TRAVEL, FLOWS)
        )
        column = {site: at for at, site in enumerate(sites["site"])}
        row = {area: at for at, area in enumerate(areas["area"])}
        shape = len(row), len(column)

        def lay(frame: pl.DataFrame, value: str) -> FloatArray:
            laid = np.zeros(shape)
            rows = frame["area"].replace_strict(row, return_dtype=pl.Int64)
            columns = frame["site"].replace_strict(column, return_dtype=pl.Int64)
            laid[rows.to_numpy(), columns.to_numpy()] = frame[value].to_numpy()
            return laid

        weakest = pl.concat(
            [frame["status"] for frame in (sites, areas, travel, flows)]
        ).max()
        return cls(
            sites=(*column,),
            site_names=(*sites["name"],),
            standings=(*sites["standing"],),
            is_open_now=sites["open_now"].to_numpy(),
            size=sites["size"].to_numpy(),
            capacity=sites["capacity"].fill_null(np.nan).to_numpy(),
            areas=(*row,),
            wider_places=(*areas["part_of"],),
            is_here=areas["here"].to_numpy(),
            fifth=areas["fifth"].fill_null(0).to_numpy(),
            cases=areas["cases"].to_numpy(),
            minutes=lay(travel, "minutes"),
            flows=lay(flows, "cases"),
            status=str(weakest or "published"),
        )

    @property
    def is_candidate(self) -> BoolArray:
        """Which sites may be open or not."""
        return np.array([each == "candidate" for each in self.standings], dtype=bool)

    @property
    def is_neighbour(self) -> BoolArray:
        """Which sites lie outside the area."""
        return np.array([each == "neighbour" for each in self.standings], dtype=bool)

    @property
    def candidates(self) -> tuple[str, ...]:
        """Ids of the sites that may be open or not."""
        pairs = zip(self.sites, self.is_candidate, strict=True)
        return tuple(site for site, is_candidate in pairs if is_candidate)

    def open_sites(self, is_open: BoolArray) -> BoolArray:
        """Say which of all sites are open, by which candidates are.

        Parameters
        ----------
        is_open : array of bool
            Shaped (..., candidate).

        Returns
        -------
        array of bool
            Shaped (..., site): fixed sites and neighbours are always open.
        """
        everywhere = np.ones((*is_open.shape[:-1], len(self.sites)), dtype=bool)
        everywhere[..., self.is_candidate] = is_open
        return everywhere
