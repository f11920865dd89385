"""Laws for damaged copies of the official files themselves, where they are at hand.

Each copy is refused in words or read as what it still rightly says: never a figure that
the whole file does not hold. A figure that becomes a mark may go missing, with its
reason. Figures that nothing in their file checks are named as `free`.
"""

import csv
import functools
import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from library.official_files import NOT_HERE, SHARED
from placeplan.errors import InputError
from placeplan.tables import official
from placeplan.tables.file import LoadedFile
from placeplan.tables.official import workbook_sheet
from placeplan.tables.spreadsheet import load_cells, open_workbook

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not SHARED.exists(), reason=NOT_HERE),
]

Rows = list[list[str]]
FIGURE = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?%?")


@dataclass(frozen=True)
class Real:
    """An official file, cut where it can be, and what nothing in it checks."""

    file: str
    read: Callable[[Path], pl.DataFrame]
    sheets: tuple[str, ...] = ()
    rows: int = 10_000
    keep: Callable[[list[str]], bool] = field(default=lambda _: True)
    free: tuple[str, ...] = ()
    tied: bool = True
    headed: bool = True
    tries: int = 2

    @property
    def path(self) -> Path:
        return SHARED / self.file


def among(column: int, *codes: str) -> Callable[[list[str]], bool]:
    return lambda row: row[column] in codes


REAL = {
    "referrals": Real(
        "rtt/20260131-RTT-January-2026-full-extract_KM.csv",
        official.read_referral_month,
        keep=lambda row: row[3] == "RPA" and row[7] in {"91Q", "72Q", "97R"},
    ),
    "cancer": Real(
        "cancer/APRIL-2024-CWT-CRS-PROVIDER-WORKBOOK-FINAL.xlsx",
        official.read_cancer_waits,
        ("28-DAY FDS (ALL ROUTES)", "31-DAY (ALL CANCER)", "62-DAY (ALL CANCER)"),
        tries=1,
    ),
    "delays": Real(
        "discharge/DTOC_March_18.xls",
        official.read_delayed_transfers,
        ("LA - by type of care", "LA - by responsible org", "LA - by reason"),
    ),
    "mortality": Real(
        "outcomes/SHMI_data_at_trust_level_Feb25-Jan26.csv",
        lambda path: official.read_hospital_mortality(
            path, starts_on=date(2025, 2, 1), ends_on=date(2026, 1, 31)
        ),
        rows=40,
        free=("SPELLS", "OBSERVED", "EXPECTED", "SHMI_VALUE"),  # rounded, so that
    ),
    "ambulances": Real(
        "urgent_care/AmbSYS_2024-01_to_2024-05.csv",
        official.read_ambulance_months,
        rows=1 + 2 * 19,
        free=("A26", "A29", "A32", "A35", "A38"),  # the 90th in a hundred
    ),
    "beds": Real(
        "beds/Beds-Open-Overnight-Web_File-Final-DE5WC_2020-21_Q1.xlsx",
        official.read_beds_open_overnight,
        ("NHS Trust by Sector",),
    ),
    "emergency": Real(
        "urgent_care/Monthly-AE-June-2025-1-1.csv", official.read_emergency_month
    ),
    "emergency sheet": Real(
        "urgent_care/June-2025-AE-by-provider-3euC4-1.xlsx",
        official.read_emergency_providers,
        ("Provider Level Data",),
    ),
    "emergency export": Real(
        "urgent_care/July-2025-AE_provider_sheet_export.csv",
        lambda path: official.read_emergency_providers(
            path, starts_on=date(2025, 7, 1)
        ),
        rows=80,
        free=(
            "Number of patients spending >4 hours from decision to admit to admission",
            "Number of patients spending >12 hours from decision to admit to admission",
        ),
    ),
    "mid-year cut": Real(
        "population/mye2019_lad_sex_syoa_KM_and_neighbours.csv",
        lambda path: official.read_mid_year_csv(path, year=2019),
    ),
    "small areas": Real(
        "population/mye2019_lsoa11_persons_syoa_KM_and_neighbours.csv",
        lambda path: official.read_small_area_estimates(path, year=2019),
        rows=40,
    ),
    "health areas": Real(
        "population/ccg_2018_pop_est.xlsx",
        official.read_health_areas_by_sex,
        ("Mid-2018 Persons", "Mid-2018 Males", "Mid-2018 Females"),
        tries=1,
    ),
    "projection": Real(
        "projections/snpp2014_persons_Bristol_FORMAT_SAMPLE.csv",
        official.read_subnational_projection,
    ),
    "nomis": Real(
        "projections/nomis_NM_2009_1_npp2018_principal_England.tsv",
        official.read_nomis_population,
        tied=False,
    ),
    "practices": Real(
        "ods/epraccur_2023_KM.csv",
        official.read_practices,
        rows=60,
        tied=False,
        headed=False,
    ),
    "trusts": Real(
        "ods/etr_2022-02.csv", official.read_trusts, rows=60, tied=False, headed=False
    ),
    "networks": Real(
        "ods/ePCN_2020.xlsx",
        official.read_network_members,
        ("PCNDetails", "PCN Core Partner Details"),
        tied=False,
        tries=1,
    ),
}

each_file = pytest.mark.parametrize("name", REAL)
each_tied = pytest.mark.parametrize(
    "name", [n for n, real in REAL.items() if real.tied]
)
each_headed = pytest.mark.parametrize(
    "name", [n for n, real in REAL.items() if real.headed]
)
each_csv = pytest.mark.parametrize("name", [n for n, r in REAL.items() if not r.sheets])
each_book = pytest.mark.parametrize("name", [n for n, r in REAL.items() if r.sheets])


@functools.cache
def load(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Cells of the file, by sheet; a CSV file is one sheet without a name."""
    real = REAL[name]
    if real.sheets:
        book = open_workbook(LoadedFile(real.file, real.path.read_bytes()))
        return {
            sheet: tuple(load_cells(book, sheet, file=real.file).fill_null("").rows())
            for sheet in real.sheets
        }
    text = real.path.read_bytes().decode("utf-8-sig")
    mark = "\t" if real.path.suffix == ".tsv" else ","
    head, *body = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    kept = [head, *filter(real.keep, body)][: real.rows]
    return {"": tuple(tuple(row) for row in kept)}


def copy(name: str) -> dict[str, Rows]:
    return {sheet: [list(row) for row in rows] for sheet, rows in load(name).items()}


BOOK: dict[str, Rows] = {}
"""What stands in the one workbook that was written last: writing takes too long."""


@pytest.fixture(autouse=True)
def cells_as_written(request, monkeypatch):
    """Let readers see the cells of `BOOK`, save where a test is about the file."""
    if "workbook_itself" in request.node.name:
        return

    def open_book(file):
        return SimpleNamespace(sheet_names=[*BOOK])

    def load_cells(book, sheet, **named):
        rows = [[cell or None for cell in row] for row in BOOK[sheet]]
        width = max(map(len, rows), default=0)
        texts = [row + [None] * (width - len(row)) for row in rows]
        schema = {f"column_{at}": pl.String for at in range(width)}
        return pl.DataFrame(texts, schema=schema, orient="row")

    monkeypatch.setattr(workbook_sheet, "open_workbook", open_book)
    monkeypatch.setattr(workbook_sheet, "load_cells", load_cells)


def write(folder: Path, name: str, sheets: dict[str, Rows]) -> Path:
    path = folder / ("file.xlsx" if REAL[name].sheets else REAL[name].path.name)
    if REAL[name].sheets:
        path.touch()
        BOOK.clear()
        BOOK.update(sheets)
        return path
    mark = "\t" if path.suffix == ".tsv" else ","
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=mark).writerows(sheets[""])
    return path


@functools.cache
def read_whole(name: str, folder: Path) -> pl.DataFrame:
    return REAL[name].read(write(folder, name, copy(name)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("whole")


def holds_only(part: pl.DataFrame, whole: pl.DataFrame) -> bool:
    """Whether every row with a figure is a row of the whole file."""
    if part.columns != whole.columns:
        return False
    known = part.drop_nulls("value") if "value" in part.columns else part
    return (
        known.join(whole, on=part.columns, how="semi", nulls_equal=True).height
        == known.height
    )


def check(name: str, folder: Path, path: Path) -> bool:
    """Read a damaged copy; whether it was refused."""
    try:
        part = REAL[name].read(path)
    except InputError as error:
        faults = error.faults
    else:
        assert holds_only(part, read_whole(name, folder))
        return False
    assert all(fault.expected and fault.remedy for fault in faults)
    return True


def start(seed: str) -> random.Random:
    """The same damages in every run."""
    return random.Random(seed)  # noqa: S311


Damage = Callable[[Rows, random.Random], None]


def find_header(rows: Rows) -> int:
    """The row of headings: the first with many cells, and figures or codes below."""
    wide = max(sum(map(bool, row)) for row in rows[:40])
    return next(at for at, row in enumerate(rows) if sum(map(bool, row)) > wide * 0.7)


def drop_column(rows: Rows, draw: random.Random) -> None:
    at = draw.randrange(len(rows[0]))
    for row in rows:
        del row[at : at + 1]


def repeat_column(rows: Rows, draw: random.Random) -> None:
    at = draw.randrange(len(rows[0]))
    for row in rows:
        row.insert(at, row[at] if at < len(row) else "")


def swap_columns(rows: Rows, draw: random.Random) -> None:
    one, two = draw.sample(range(len(rows[0])), 2)
    for row in rows:
        row[one], row[two] = row[two], row[one]


def drop_row(rows: Rows, draw: random.Random) -> None:
    del rows[draw.randrange(len(rows))]


def repeat_row(rows: Rows, draw: random.Random) -> None:
    rows.insert(draw.randrange(len(rows)), list(draw.choice(rows)))


def cut_rows(rows: Rows, draw: random.Random) -> None:
    del rows[draw.randrange(len(rows)) :]


def shift_row(rows: Rows, draw: random.Random) -> None:
    row = draw.choice([row for row in rows if sum(map(bool, row)) > 3])
    row.insert(0, "")
    row.pop()


def push_down(rows: Rows, draw: random.Random) -> None:
    rows.insert(draw.randrange(len(rows)), [""] * len(rows[0]))


def damage_and_check(name: str, damage: Damage, folder: Path, tmp_path: Path) -> None:
    draw = start(f"{name} {damage.__name__}")
    for _ in range(REAL[name].tries):
        sheets = copy(name)
        damage(sheets[draw.choice([*sheets])], draw)
        check(name, folder, write(tmp_path, name, sheets))


@each_headed
@pytest.mark.parametrize(
    "damage", [drop_column, repeat_column, swap_columns, shift_row, push_down]
)
def test_columns_and_rows_out_of_place(name, damage, folder, tmp_path):
    damage_and_check(name, damage, folder, tmp_path)


@each_file
@pytest.mark.parametrize("damage", [drop_row, repeat_row, cut_rows])
def test_rows_lost_and_repeated(name, damage, folder, tmp_path):
    damage_and_check(name, damage, folder, tmp_path)


def choose_figure(name: str, rows: Rows, draw: random.Random) -> tuple[int, int]:
    """A figure below the headings, in a column that is read and checked."""
    top = find_header(rows)
    while True:
        at = draw.randrange(top + 1, len(rows))
        place = draw.randrange(len(rows[at]))
        heading = rows[top][place]
        if heading not in REAL[name].free and FIGURE.fullmatch(rows[at][place]):
            return at, place


@each_tied
def test_one_digit_of_any_figure_or_total(name, folder, tmp_path):
    draw = start(name)
    refused = 0
    for _ in range(2 * REAL[name].tries):
        sheets = copy(name)
        rows = sheets[draw.choice([*sheets])]
        at, place = choose_figure(name, rows, draw)
        text = rows[at][place]
        digit = draw.choice([n for n in range(min(3, len(text))) if text[n].isdigit()])
        other = draw.choice([n for n in "123456789" if n != text[digit]])
        rows[at][place] = text[:digit] + other + text[digit + 1 :]
        refused += check(name, folder, write(tmp_path, name, sheets))
    assert refused


WORDS = ("n/a", "#REF!", "", "1,23", "nan", "1e400", "٧", "-1", "=1+1", "*", "[x]")


@each_tied
def test_a_figure_that_becomes_text(name, folder, tmp_path):
    draw = start(name)
    for words in (WORDS, [lambda text: f"{text}%", lambda text: f"{text[:1]},{text}"]):
        sheets = copy(name)
        rows = sheets[draw.choice([*sheets])]
        at, place = choose_figure(name, rows, draw)
        word = draw.choice(words)
        rows[at][place] = word if isinstance(word, str) else word(rows[at][place])
        check(name, folder, write(tmp_path, name, sheets))


@each_headed
def test_two_headings_that_changed_places(name, folder, tmp_path):
    draw = start(name)
    for _ in range(REAL[name].tries):
        sheets = copy(name)
        rows = sheets[draw.choice([*sheets])]
        head = rows[find_header(rows)]
        one, two = draw.sample([at for at, cell in enumerate(head) if cell], 2)
        head[one], head[two] = head[two], head[one]
        check(name, folder, write(tmp_path, name, sheets))


@each_tied
def test_a_column_of_figures_moved_down_by_one_row(name, folder, tmp_path):
    draw = start(name)
    sheets = copy(name)
    rows = sheets[draw.choice([*sheets])]
    _, place = choose_figure(name, rows, draw)
    body = rows[find_header(rows) + 1 :]
    for row, above in zip(body[::-1], body[-2::-1], strict=False):
        row[place] = above[place]
    check(name, folder, write(tmp_path, name, sheets))


@pytest.mark.parametrize(
    ("name", "period", "other"),
    [
        ("referrals", "RTT-January-2026", "RTT-January-2025"),
        ("cancer", "Apr-24", "May-24"),
        ("delays", "March 2018", "February 2018"),
        ("beds", "June", "September"),
        ("beds", "2020-21", "2020-22"),
        ("emergency", "MSitAE-JUNE-2025", "MSitAE-JULY-2025"),
        ("ambulances", "2024", "2023"),
    ],
)
def test_a_period_changed_in_one_place_is_refused(
    name, period, other, folder, tmp_path
):
    sheets = copy(name)
    rows = next(iter(sheets.values()))
    at, place = next(
        (at, place)
        for at, row in enumerate(rows)
        for place, cell in enumerate(row)
        if cell == period
    )
    rows[at][place] = other

    assert check(name, folder, write(tmp_path, name, sheets))


@each_book
def test_a_renamed_sheet_is_refused(name, folder, tmp_path):
    for sheet in load(name):
        named = {
            (s if s != sheet else "Sheet1"): rows for s, rows in copy(name).items()
        }
        assert check(name, folder, write(tmp_path, name, named))


@pytest.mark.parametrize("name", [n for n, r in REAL.items() if len(r.sheets) > 1])
def test_two_sheets_under_each_others_names_are_refused(name, folder, tmp_path):
    one, two, *_ = load(name)
    sheets = copy(name)
    sheets[one], sheets[two] = sheets[two], sheets[one]

    assert check(name, folder, write(tmp_path, name, sheets))


@each_csv
def test_bytes_cut_off_changed_or_in_another_encoding(name, folder, tmp_path):
    draw = start(name)
    path = write(tmp_path, name, copy(name))
    content = path.read_bytes()
    at = draw.randrange(len(content))
    path.write_bytes(content[:at])
    check(name, folder, path)
    for wrong in (b"\xe9", b"\0", b"\xff\xfe"):
        path.write_bytes(content[:at] + wrong + content[at:])
        assert check(name, folder, path)


@each_book
def test_bytes_of_the_workbook_itself(name, tmp_path):
    """The file as published; a flipped byte may lie where nothing is read."""
    real = REAL[name]
    draw = start(name)
    content = real.path.read_bytes()
    path = tmp_path / f"file{real.path.suffix}"
    at = draw.randrange(len(content))
    flipped = content[:at] + bytes([content[at] ^ 1 << draw.randrange(8)])
    for damaged in (content[:at], flipped + content[at + 1 :]):
        path.write_bytes(damaged)
        try:
            part = real.read(path)
        except InputError:
            continue
        assert holds_only(part, real.read(real.path))
