"""Laws for official files: damaged ones are refused, or give what is still right."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.official_factory import (
    make_ambulance,
    make_beds,
    make_cancer_sheets,
    make_delayed_sheets,
    make_emergency,
    make_mid_year_csv,
    make_mid_year_sheets,
    make_mortality,
    make_nomis,
    make_practice,
    make_referrals,
    make_small_areas,
    make_subnational,
    make_trust,
    write_book,
    write_csv,
)
from placeplan.errors import InputError
from placeplan.tables import official

gently = settings(
    max_examples=settings.default.max_examples // 4,  # each example writes files
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

LAYOUTS = {
    "mid-year cut": (
        make_mid_year_csv(),
        lambda path: official.read_mid_year_csv(path, year=2019),
    ),
    "small areas": (
        make_small_areas(),
        lambda path: official.read_small_area_estimates(path, year=2019),
    ),
    "subnational": (make_subnational(), official.read_subnational_projection),
    "nomis": (
        make_nomis(),
        lambda path: official.read_nomis_population(path, year=2011),
    ),
    "practices": (
        [make_practice("G99901"), make_practice("G99902", closed="20211231")],
        official.read_practices,
    ),
    "trusts": ([make_trust("RXX"), make_trust("RXY")], official.read_trusts),
    "emergency": (make_emergency(), official.read_emergency_month),
    "mortality": (
        make_mortality(),
        lambda path: official.read_hospital_mortality(
            path, starts_on=date(2025, 2, 1), ends_on=date(2026, 1, 31)
        ),
    ),
    "ambulance": (make_ambulance(), official.read_ambulance_months),
    "referrals": (make_referrals(), official.read_referral_month),
}

HEADERLESS = {"practices", "trusts"}

every_layout = pytest.mark.parametrize("layout", LAYOUTS)


def read_or_refuse(read, path: Path) -> pl.DataFrame | None:
    try:
        return read(path)
    except InputError:
        return None


@every_layout
@given(at=st.floats(0, 1))
@gently
def test_a_file_cut_anywhere_is_refused_or_gives_rows_of_the_whole(
    layout, at, tmp_path
):
    rows, read = LAYOUTS[layout]
    path = write_csv(tmp_path / "whole.csv", rows)
    whole, content = read(path), path.read_bytes()
    path.write_bytes(content[: int(at * len(content))])

    part = read_or_refuse(read, path)

    if part is not None:
        shared = part.join(whole, on=part.columns, how="semi", nulls_equal=True)
        assert shared.height == part.height


@every_layout
@given(random=st.randoms(use_true_random=False))
@gently
def test_the_order_of_rows_does_not_matter(layout, random, tmp_path):
    rows, read = LAYOUTS[layout]
    whole = read(write_csv(tmp_path / "whole.csv", rows))
    top = 0 if layout in HEADERLESS else 1
    body = rows[top:]
    random.shuffle(body)

    assert read(write_csv(tmp_path / "moved.csv", [*rows[:top], *body])).equals(whole)


@pytest.mark.parametrize(
    ("layout", "first"),
    [("mid-year cut", 4), ("small areas", 2), ("emergency", 4), ("subnational", 5)],
)
@given(draw=st.data(), change=st.integers(1, 1000))
@gently
def test_one_changed_figure_never_gets_past_the_totals(
    layout, first, draw, change, tmp_path
):
    rows, read = LAYOUTS[layout]
    changed = [list(row) for row in rows]
    row = draw.draw(st.sampled_from(changed[1:]))
    column = draw.draw(st.integers(first, len(row) - 1))
    row[column] = f"{float(row[column]) + change:.3f}"

    with pytest.raises(InputError):
        read(write_csv(tmp_path / "changed.csv", changed))


@every_layout
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
@gently
def test_one_changed_byte_never_crashes(layout, at, byte, tmp_path):
    rows, read = LAYOUTS[layout]
    path = write_csv(tmp_path / "whole.csv", rows)
    content = bytearray(path.read_bytes())
    content[int(at * len(content))] = byte
    path.write_bytes(content)

    read_or_refuse(read, path)


@pytest.mark.parametrize(
    ("sheets", "read"),
    [
        (make_mid_year_sheets(), official.read_mid_year_workbook),
        (make_beds(), official.read_beds_open_overnight),
        (make_delayed_sheets(beds=True), official.read_delayed_transfers),
        (make_cancer_sheets(), official.read_cancer_waits),
    ],
    ids=["mid-year", "beds", "delayed", "cancer"],
)
@given(
    at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans()
)
@gently
def test_a_damaged_workbook_is_refused_or_gives_the_same(
    sheets, read, at, byte, cut, tmp_path
):
    path = tmp_path / "whole.xlsx"
    if not path.exists():
        write_book(path, sheets)
        read(path).write_parquet(tmp_path / "whole.parquet")
    content = bytearray(path.read_bytes())
    place = int(at * len(content))
    damaged = content[:place] if cut else content
    if not cut:
        damaged[place] = byte
    other = tmp_path / "damaged.xlsx"
    other.write_bytes(damaged)

    frame = read_or_refuse(read, other)

    if frame is not None:
        assert frame.equals(read(path))
