"""The position of every organisation adds up to that of the system."""

import polars as pl

from factories.money_factory import make_table
from placeplan.money import list_outturn

# Section 12 of the initiation document of March 2016, £ million.
PROVIDERS = {
    "mtw": -23.5,
    "mft": -52.1,
    "dgt": -7.9,
    "ekhuft": -36.4,
    "kchft": 3.0,
    "kmpt": -4.3,
    "secamb": 0.0,
}
CCGS = {
    "ccg-swale": 1.4,
    "ccg-medway": 3.6,
    "ccg-dgs": 0.0,
    "ccg-west-kent": 5.6,
    "ccg-ashford": 0.0,
    "ccg-canterbury-coastal": 2.7,
    "ccg-south-kent-coast": 2.8,
    "ccg-thanet": 2.1,
}
OUTTURN = make_table(
    "outturn",
    [
        (2015, organisation, kind, millions * 1e6)
        for kind, positions in (("provider", PROVIDERS), ("ccg", CCGS))
        for organisation, millions in positions.items()
    ],
)
MILLION = 100_000_000


def test_every_organisation_is_listed_in_order():
    listed = list_outturn(OUTTURN)

    assert listed["organisation"].to_list() == sorted([*PROVIDERS, *CCGS])
    assert listed.row(0) == (2015, "ccg-ashford", "ccg", 0, "published")


def test_providers_are_121_2_million_short_and_commissioners_18_2_million_over():
    sums = list_outturn(OUTTURN).group_by("year", "kind").agg(pl.sum("outturn_pence"))

    assert sums.sort("kind").rows() == [
        (2015, "ccg", 1_820_000_000),
        (2015, "provider", -12_120_000_000),
    ]
