"""The official files themselves: each ties to what is printed in it."""

import csv
from datetime import date

import polars as pl
import pytest

from factories.official_factory import list_faults
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import (
    read_ambulance_months,
    read_cancer_waits,
    read_delayed_transfers,
    read_hospital_mortality,
    read_referral_month,
)

OURS = {"RVV", "RWF", "RPA", "RN7"}
DELAYED = sorted((SHARED / "discharge").glob("DTOC_*.xls"))
CANCER = sorted((SHARED / "cancer").glob("*.xlsx"))
MORTALITY = SHARED / "outcomes" / "SHMI_data_at_trust_level_Feb25-Jan26.csv"
AMBULANCE = SHARED / "urgent_care" / "AmbSYS_2024-01_to_2024-05.csv"
REFERRALS = SHARED / "rtt" / "20260131-RTT-January-2026-full-extract_KM.csv"
ENGLAND = SHARED / "rtt" / "Full-CSV-data-file-Jan26-ZIP-4M-WL5BiP.zip"

pytestmark = pytest.mark.real_files


def needs(path):
    return pytest.mark.skipif(not path, reason=NOT_HERE)


@needs(MORTALITY.exists())
def test_mortality_of_the_four_trusts():
    frame = read_hospital_mortality(
        MORTALITY, starts_on=date(2025, 2, 1), ends_on=date(2026, 1, 31)
    )
    wide = frame.filter(pl.col("provider").is_in(OURS)).pivot(
        on="measure", index="provider", values="value"
    )
    assert wide.select("provider", "ratio", "banding").sort("provider").rows() == [
        ("RN7", 1.0048, 2.0),
        ("RPA", 1.3048, 1.0),
        ("RVV", 1.1451, 2.0),
        ("RWF", 0.9372, 2.0),
    ]
    assert frame["provider"].n_unique() == 118


@needs(DELAYED)
@pytest.mark.parametrize("file", DELAYED, ids=lambda file: file.stem)
def test_delayed_days_tie_to_england(file):
    england = {  # by type of care and organisation on the sheet England, not read here
        "DTOC_April_13": 113297,
        "DTOC_April_16": 168018,
        "DTOC_Oct_16": 200095,
        "DTOC_March_17": 199641,
        "DTOC_March_18": 154494,
        "DTOC_Mar_19": 138776,
    }
    frame = read_delayed_transfers(file)
    sums = dict(frame.group_by("breakdown").agg(pl.col("value").sum()).iter_rows())
    assert sums == dict.fromkeys(
        ("type_of_care", "responsible", "reason"), england[file.stem]
    )
    ours = frame.filter(pl.col("name").str.contains("^(Kent|Medway.*)$"))
    assert ours["code"].n_unique() == 2


@needs(CANCER)
@pytest.mark.parametrize("file", CANCER, ids=lambda file: file.stem[:10])
def test_cancer_waits_tie_to_all_english_providers(file):
    printed = {
        "APRIL-2024": {
            "28_day": (269798, 197882),
            "31_day": (55968, 49997),
            "62_day": (27199, 18236),
        },
    }
    frame = read_cancer_waits(file)
    summed = frame.group_by("standard", "measure").agg(pl.col("value").sum())
    sums = {(s, m): value for s, m, value in summed.iter_rows()}
    for standard, (total, within) in printed.get(file.stem[:10], {}).items():
        assert (sums[standard, "total"], sums[standard, "within"]) == (total, within)
    assert set(frame["provider"]) >= OURS


@needs(AMBULANCE.exists())
def test_the_ambulance_file_is_cut_in_may_and_refused():
    assert [fault[1] for fault in list_faults(read_ambulance_months, AMBULANCE)] == [
        "a line break at the end"
    ]


@needs(AMBULANCE.exists())
def test_ambulance_months_before_the_cut_tie_to_england(tmp_path):
    lines = AMBULANCE.read_text(encoding="utf-8").splitlines(keepends=True)
    whole = tmp_path / "months.csv"
    whole.write_text("".join(lines[: 1 + 4 * 19]), encoding="utf-8")

    frame = read_ambulance_months(whole)

    january = frame.filter(
        measure="incidents", category="all", starts_on=date(2024, 1, 1)
    )
    assert january["value"].sum() == 755354
    assert frame["starts_on"].n_unique() == 4
    assert "RYD" in set(frame["provider"])


@needs(REFERRALS.exists())
def test_referrals_of_kent_and_medway_against_a_plain_reading():
    frame = read_referral_month(REFERRALS)
    with REFERRALS.open(encoding="utf-8-sig", newline="") as file:
        total = sum(
            int(row["Total All"])
            for row in csv.DictReader(file)
            if row["RTT Part Type"] == "Part_2"
            and row["Treatment Function Code"] == "C_999"
        )
    waiting = frame.filter(part="incomplete")
    assert waiting["people"].sum() == total
    assert set(waiting["people_by_week"].list.len()) == {105}


@needs(ENGLAND.exists())
def test_referrals_of_england_are_read_from_their_archive_and_tie():
    frame = read_referral_month(ENGLAND)

    waiting = frame.filter(part="incomplete")
    assert frame.height == 142929
    weeks = waiting["people_by_week"].list.sum().sum()
    assert weeks == waiting["people"].sum()
