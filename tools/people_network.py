"""How the people of each district are shared among primary care networks."""

from pathlib import Path

import numpy as np
import polars as pl

from people_codes import AWAY_WEIGHT, HOME_DISTRICTS
from people_official import keep_districts
from placeplan.population import sum_by_band
from placeplan.reference import AgeBand
from placeplan.tables import STATUS
from placeplan.tables.official.small_area import read_small_area_estimates
from places_codes import GROUPS, Row
from places_official import read_headless

BANDS = (AgeBand(0, 17), AgeBand(18, 64), AgeBand(65, 84), AgeBand(85))
SOURCE = ("placeplan-network-shares", "illustrative")
_ROUNDS = 500  # of fitting; cells move by less than one in a million after 60
_COMMISSIONER = 14  # field of epraccur
_NO_NETWORK = "U"


def read_lists(official: Path) -> pl.DataFrame:
    """Read patients by network, commissioning group and postcode district.

    Practices without a network are left out (0.7 % of patients): their people are
    shared among the networks around them.
    """
    gp = official / "gp"
    lists = pl.read_csv(gp / "gp-reg-pat-prac-all_2021-01_KM.csv").select(
        practice="CODE",
        postcode_district=pl.col("POSTCODE").str.split(" ").list.first(),
        patients="NUMBER_OF_PATIENTS",
    )
    networks = pl.concat(
        [
            pl.read_csv(gp / "QOF_2020-21_MAPPING_NHS_GEOGRAPHIES_KM.csv").select(
                practice="PRACTICE_CODE", network="PCN_ODS_CODE"
            ),
            pl.read_csv(gp / "gp-reg-pat-prac-map_2022-01_KM.csv").select(
                practice="PRACTICE_CODE", network="PCN_CODE"
            ),
        ]
    ).filter(pl.col("network") != _NO_NETWORK)
    first = networks.unique("practice", keep="first", maintain_order=True)
    joined = lists.join(first, on="practice").with_columns(
        network=pl.lit("pcn-") + pl.col("network").str.to_lowercase()
    )
    return joined.join(_read_groups(official), on="practice", how="left")


def _read_groups(official: Path) -> pl.DataFrame:
    """Read the commissioning group of each practice before the groups merged."""
    by_code = {code: id_ for id_, (code, _) in GROUPS.items()}
    groups: dict[str, str] = {}
    for row in read_headless(official / "ods" / "epcmem_KM.csv"):
        if row[1] in by_code:
            groups[row[0]] = by_code[row[1]]
    for row in read_headless(official / "ods" / "epraccur_2019-11_KM.csv"):
        if row[_COMMISSIONER] in by_code:
            groups[row[0]] = by_code[row[_COMMISSIONER]]
    return pl.DataFrame({"practice": list(groups), "group": list(groups.values())})


def read_residents(official: Path) -> pl.DataFrame:
    """Count residents by district, commissioning group and band of ages, mid-2019."""
    path = official / "population" / "mye2019_lsoa11_persons_syoa_KM_and_neighbours.csv"
    areas = pl.read_csv(official / "geography" / "derived_LSOA11_to_CCG15_KM.csv")
    by_gss = {gss: id_ for id_, (_, gss) in GROUPS.items()}
    small = read_small_area_estimates(path, year=2019).join(
        areas.select(
            "LSOA11CD", area="LAD21CD", group=pl.col("CCG15CD").replace_strict(by_gss)
        ),
        left_on="area_code",
        right_on="LSOA11CD",
    )
    people = keep_districts(small.drop("area_code").rename({"area": "area_code"}))
    banded = sum_by_band(
        people.with_columns(
            place=pl.col("place") + "|" + pl.col("group"),
            status=pl.lit("derived").cast(STATUS),
        ),
        BANDS,
    )
    parts = pl.col("place").str.split_exact("|", 1)
    return banded.with_columns(parts.struct.rename_fields(["place", "group"])).unnest(
        "place"
    )


def fit_cells(seed: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Fit a table to its margins by turns (iterative proportional fitting)."""
    cells = seed.astype(float)
    for _ in range(_ROUNDS):
        cells *= (rows / cells.sum(axis=1))[:, None]
        cells *= columns / cells.sum(axis=0)
    return cells


def share_group(lists: pl.DataFrame, residents: pl.DataFrame) -> pl.DataFrame:
    """Share the residents of one commissioning group among its networks, by district.

    Lists are scaled to the group's residents; patients lean to the district that their
    practice's postcode lies in, within official totals of both.
    """
    here = residents.group_by("place").agg(pl.col("value").sum()).sort("place")
    places = here["place"].to_list()
    rows = (
        lists.group_by("network", "postcode_district")
        .agg(pl.col("patients").sum())
        .sort("network", "postcode_district")
    )
    homes = {place: set(codes.split()) for place, codes in HOME_DISTRICTS.items()}
    seed = np.array(
        [
            [1.0 if code in homes[place] else AWAY_WEIGHT for place in places]
            for code in rows["postcode_district"]
        ]
    )
    columns = here["value"].to_numpy()
    patients = rows["patients"].to_numpy()
    cells = fit_cells(seed, patients * columns.sum() / patients.sum(), columns)
    return pl.DataFrame(
        {
            "network": np.repeat(rows["network"].to_numpy(), len(places)),
            "place": places * rows.height,
            "share": (cells / columns).ravel(),
        }
    )


def make_network_rows(official: Path) -> list[Row]:
    """Compute shares of each district's people by network and band of ages."""
    lists, residents = read_lists(official), read_residents(official)
    shares = [
        share_group(
            lists.filter(pl.col("group") == group),
            residents.filter(pl.col("group") == group),
        ).with_columns(group=pl.lit(group))
        for group in sorted(GROUPS)
    ]
    within = residents.with_columns(
        part=pl.col("value") / pl.col("value").sum().over("place", "age_band")
    )
    made = (
        pl.concat(shares)
        .join(within, on=["place", "group"])
        .group_by("network", "place", "age_band")
        .agg((pl.col("share") * pl.col("part")).sum())
        .filter(pl.col("share") > 0)
    )
    return [(*row, *SOURCE) for row in _round_shares(made).iter_rows()]


def _round_shares(shares: pl.DataFrame) -> pl.DataFrame:
    """Round to a millionth; the largest share of a cell takes what rounding left."""
    key = ["place", "age_band"]
    order = pl.Enum([str(band) for band in BANDS])
    millionths = shares.with_columns(
        (pl.col("share") * 1_000_000).round().cast(int)
    ).sort(*key, "share", "network", descending=[False, False, True, False])
    first = pl.int_range(pl.len()).over(key) == 0
    left = 1_000_000 - pl.col("share").sum().over(key)
    return (
        millionths.with_columns(
            pl.when(first).then(pl.col("share") + left).otherwise(pl.col("share"))
        )
        .filter(pl.col("share") > 0)
        .with_columns(pl.col("share") / 1_000_000, pl.col("age_band").cast(order))
        .sort("network", "place", "age_band")
        .select("network", "place", pl.col("age_band").cast(str), "share")
    )
