"""Small areas with their people and outlines, and how deprived each is."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from performance_outlines import Outlines
from places_codes import DISTRICTS

Row = Mapping[str, Any]

OUTLINES = "geography/LSOA11_boundaries_KM.geojson"
PEOPLE = "population/mye2017_lsoa11_persons_syoa_KM_and_neighbours.csv"
EARLIER = "deprivation/imd2015_england_lsoa11_KM_and_neighbours.csv"
LATER = "deprivation/imd2019_england_lsoa11_ranks_deciles_KM_and_neighbours.csv"
LIVES = "population/local_health_mortality_le_ltla_KM_and_neighbours.csv"


def list_small_areas(official: Path) -> Iterator[Row]:
    """Lower-layer areas of the census of 2011, in the order of their codes."""
    features = json.loads((official / OUTLINES).read_text("utf-8"))["features"]
    outlines = Outlines([feature["geometry"] for feature in features])
    people = pl.read_csv(official / PEOPLE)
    counted = dict(people.select(people.columns[0], "total_population").iter_rows())
    for feature in sorted(features, key=lambda each: each["properties"]["LSOA11CD"]):
        code = feature["properties"]["LSOA11CD"]
        yield {
            "id": code,
            "place": DISTRICTS[feature["properties"]["LADCD_ACTIVE"]][0],
            "people": counted[code],
            "outline": outlines.write(feature["geometry"]),
            "source": "small-areas-2011",
            "status": "derived",
        }


def list_deprivation(official: Path, areas: list[Row]) -> Iterator[Row]:
    """Rank, tenth and score of each area; the copy of 2019 holds no scores."""
    kept = {area["id"] for area in areas}
    for edition, file, columns in (
        (2015, EARLIER, ("IMD_rank", "IMD_decile", "IMD_score")),
        (2019, LATER, ("IMD_rank", "IMD_decile")),
    ):
        table = pl.read_csv(official / file).filter(
            pl.col("lsoa11_code").is_in(list(kept))
        )
        for row in table.sort("lsoa11_code").iter_rows(named=True):
            rank, tenth, *score = (row[name] for name in columns)
            yield {
                "edition": edition,
                "area": row["lsoa11_code"],
                "rank": round(rank),
                "tenth": round(tenth),
                "score": score[0] if score else None,
                "source": f"imd-{edition}",
                "status": "published",
            }


def list_lives(official: Path) -> Iterator[Row]:
    """Life expectancy at birth by district and sex."""
    table = pl.read_csv(official / LIVES)
    for sex in ("males", "females"):
        for code, years in table.select(
            "Code", f"Life expectancy at birth for {sex}"
        ).iter_rows():
            if code in DISTRICTS:
                yield {
                    "indicator": f"district-life-{sex}",
                    "body": DISTRICTS[code][0],
                    "starts_on": "2015-01-01",
                    "ends_on": "2019-12-31",
                    "period": "2015 to 2019",
                    "value": years,
                    "source": "local-health-2015-2019",
                    "status": "published",
                }
