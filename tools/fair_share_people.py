"""Who lives in each place that shares in a budget, and how they fare."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

from people_network import BANDS, read_lists
from placeplan.population import project_population, sum_by_band
from placeplan.reference import AGE_BANDS
from places_codes import DISTRICTS

EARLY_DEATHS = "Deaths from all causes,  under 75 years"
LIVES = "population/local_health_mortality_le_ltla_KM_and_neighbours.csv"
PRACTICES = "gp/practice_imd_2019_KM.csv"
KEY = ["level", "place"]

Frames = Mapping[str, pl.DataFrame]
PlaceKey = tuple[str, str]
"""A level, and a place of it."""


def spread_districts(frames: Frames) -> pl.DataFrame:
    """Say which share of each district's people belongs to each place, by age."""
    narrow = pl.DataFrame(
        {
            "band": list(AGE_BANDS),
            "wide": [_find_wide(band.first_age) for band in AGE_BANDS.values()],
        }
    )
    lookups = frames["lookups"].select("share", district="area", place="organisation")
    groups = lookups.join(narrow.select("band"), how="cross")
    members = dict(list_alliances(frames))
    networks = frames["networks"].select(
        "share", wide="age_band", district="place", place="network"
    )
    parts = {
        "alliance": groups.with_columns(pl.col("place").replace_strict(members)),
        "group": groups,
        "district": groups.with_columns(place="district"),
        "network": networks.join(narrow, on="wide"),
    }
    columns = ["level", "place", "district", "band"]
    every = pl.concat(
        frame.with_columns(level=pl.lit(level)).select(*columns, "share")
        for level, frame in parts.items()
    )
    return every.group_by(columns).sum().sort(columns)


def _find_wide(age: int) -> str:
    return next(str(band) for band in reversed(BANDS) if band.first_age <= age)


def list_alliances(frames: Frames) -> Iterator[tuple[str, str]]:
    """Give the place alliance of each commissioning group."""
    members = frames["footprint_members"]
    kept = members.filter(pl.col("footprint").str.starts_with("icp-"))
    yield from kept.select("member", "footprint").sort("member").iter_rows()


def count_people(frames: Frames, spread: pl.DataFrame, year: int) -> pl.DataFrame:
    """Count people by place, district and band at the middle of a year."""
    people = sum_by_band(project_population(frames, first_year=year, last_year=year))
    banded = people.group_by(district="place", band="age_band").agg(
        pl.col("value").sum()
    )
    joined = spread.join(banded, on=["district", "band"])
    return joined.select(
        *KEY, "district", "band", people=pl.col("share") * pl.col("value")
    ).sort(*KEY, "district", "band")


def price_heads(frames: Frames, people: pl.DataFrame, pods: list[str]) -> pl.DataFrame:
    """Work out what modelled activity costs a head of each age, in the base year."""
    activity = frames["activity_base"].filter(
        pl.col("pod").is_in(pods), pl.col("place").is_not_null()
    )
    costs = (
        activity.join(frames["prices"], on="pod")
        .group_by(band="age_band")
        .agg(cost=(pl.col("activity") * pl.col("price_pounds")).sum())
    )
    heads = people.filter(level="district").group_by("band").agg(pl.col("people").sum())
    joined = heads.join(costs, on="band", how="left").fill_null(0)
    return joined.select("band", each=pl.col("cost") / pl.col("people"))


def score_districts(frames: Frames) -> pl.DataFrame:
    """Average the score of deprivation of 2015 over the small areas of a district."""
    scores = frames["deprivation"].filter(edition=2015).select("area", "score")
    areas = frames["small_areas"].select(area="id", district="place", people="people")
    weighted = (pl.col("score") * pl.col("people")).sum() / pl.col("people").sum()
    return areas.join(scores, on="area").group_by("district").agg(score=weighted)


def score_networks(official: Path) -> pl.DataFrame:
    """Average the score of practices of 2019 over the patients of a network."""
    scores = pl.read_csv(official / PRACTICES).select(
        practice="practice_code", score="imd_score"
    )
    weighted = (pl.col("score") * pl.col("patients")).sum() / pl.col("patients").sum()
    lists = read_lists(official).join(scores, on="practice")
    return lists.group_by(place="network").agg(score=weighted)


def score_places(
    frames: Frames, official: Path, people: pl.DataFrame
) -> Mapping[tuple[str, str], float]:
    """Say how deprived each place is beside the mean of all people, 1 as the mean."""
    weighted = (pl.col("score") * pl.col("people")).sum() / pl.col("people").sum()
    districts = people.join(score_districts(frames), on="district")
    wide = districts.group_by(KEY).agg(score=weighted)
    networks = score_networks(official).with_columns(level=pl.lit("network"))
    own = wide.filter(pl.col("level") != "network").select(*KEY, "score")
    every = pl.concat([own, networks.select(*KEY, "score")])
    counted = people.group_by(KEY).agg(pl.col("people").sum())
    means = every.join(counted, on=KEY).with_columns(mean=weighted.over("level"))
    relative = means.select(*KEY, pl.col("score") / pl.col("mean")).sort(KEY)
    return {(level, place): score for level, place, score in relative.iter_rows()}


def list_early_deaths(
    official: Path, people: pl.DataFrame
) -> Iterator[tuple[str, str, float]]:
    """Average early deaths of districts (England 1) over the people of each place."""
    ids = {code: id_ for code, (id_, *_) in DISTRICTS.items()}
    ratios = pl.read_csv(official / LIVES).filter(pl.col("Code").is_in(list(ids)))
    named = ratios.select(
        district=pl.col("Code").replace_strict(ids), ratio=pl.col(EARLY_DEATHS) / 100
    )
    mean = (pl.col("ratio") * pl.col("people")).sum() / pl.col("people").sum()
    joined = people.join(named, on="district").group_by(KEY).agg(mean).sort(KEY)
    yield from joined.iter_rows()


def find_parents(frames: Frames) -> dict[str, str]:
    """Name the alliance of each group, and that of the groups of each network.

    A network that no register ties to a group goes with that of its district.
    """
    members = dict(list_alliances(frames))
    belong = frames["footprint_members"].filter(
        pl.col("footprint").is_in(list(members)),
        pl.col("member").str.starts_with("pcn-"),
    )
    networks = {
        network: members[group]
        for group, network in belong.select("footprint", "member").iter_rows()
    }
    homes = frames["lookups"].sort("area", "share").unique("area", keep="last")
    by_district = dict(homes.select("area", "organisation").iter_rows())
    rows = frames["networks"].sort("network", "share").unique("network", keep="last")
    lone = {
        network: members[by_district[district]]
        for network, district in rows.select("network", "place").iter_rows()
    }
    return members | lone | networks


def find_needs(
    people: pl.DataFrame, heads: Mapping[str, pl.DataFrame]
) -> dict[str, dict[PlaceKey, float]]:
    """Work out the mean cost of a head by place and stream, for its ages alone."""
    mean = (pl.col("people") * pl.col("each")).sum() / pl.col("people").sum()
    return {
        stream: {
            (level, place): value
            for level, place, value in people.join(each, on="band")
            .group_by(KEY)
            .agg(mean.alias("need"))
            .sort(KEY)
            .iter_rows()
        }
        for stream, each in heads.items()
    }


def sum_people(people: pl.DataFrame) -> dict[PlaceKey, float]:
    summed = people.group_by(KEY).agg(pl.col("people").sum()).sort(KEY)
    return {(level, place): count for level, place, count in summed.iter_rows()}
