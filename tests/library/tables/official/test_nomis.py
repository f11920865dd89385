"""Exports from Nomis, whose codes of age differ from data set to data set."""

import polars as pl
import pytest

from factories.official_factory import (
    count_people,
    list_faults,
    make_nomis,
    write_csv,
)
from library.official_files import KENT_AND_MEDWAY, NOT_HERE, SHARED
from placeplan.tables.official import close_ages, read_nomis_population

COUNTED = (
    SHARED / "population" / "nomis_NM_2002_1_mye_lad_sex_syoa_KM_and_neighbours.tsv"
)
PROJECTIONS = SHARED / "projections"
CODES = "the codes 101 to 191, 1 to 106, or 0 to 90"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "nomis.tsv"


def test_101_is_age_0_in_mid_year_estimates(path):
    write_csv(path, make_nomis(), delimiter="\t")

    people = read_nomis_population(path, year=2011)

    one = people.filter(area_code="E06000901", sex="female", age=0)
    count = float(count_people("E06000901", "Females", 0) + 1)
    assert one.rows() == [(2011, "E06000901", "female", 0, count, None, "from_101")]
    assert people["age"].max() == 90


def test_1_is_age_0_in_national_projections(path):
    people = read_nomis_population(write_csv(path, make_nomis(1, 106, years=True)))

    one = people.filter(area_code="E06000901", sex="male", age=105, year=2019)
    count = float(count_people("E06000901", "Males", 105) + 9)
    assert one.rows() == [(2019, "E06000901", "male", 105, count, None, "from_1")]


def test_0_is_age_0_in_the_tidied_variants(path):
    people = read_nomis_population(write_csv(path, make_nomis(0, 90, years=True)))

    assert set(people["age_coding"]) == {"plain"}
    assert people["age"].max() == 90


@pytest.mark.parametrize(("first", "last"), [(1, 91), (101, 190), (0, 105), (1, 105)])
def test_a_set_of_codes_that_fits_no_coding_is_never_guessed(path, first, last):
    write_csv(path, make_nomis(first, last))

    found = f"{last - first + 1} codes from {first} to {last}"
    assert list_faults(read_nomis_population, path, year=2011) == [
        ("column 'C_AGE'", CODES, found)
    ]


def test_the_data_set_that_a_caller_names_is_checked(path):
    write_csv(path, make_nomis())

    assert (
        list_faults(read_nomis_population, path, year=2011, dataset="NM_2002_1") == []
    )
    assert list_faults(read_nomis_population, path, year=2011, dataset="NM_2009_1") == [
        (
            "column 'C_AGE'",
            "the codes of NM_2009_1",
            "codes 101 to 191, those of NM_2002_1, NM_2006_1",
        )
    ]


def test_a_data_set_that_codes_plainly_is_none_of_nomis(path):
    write_csv(path, make_nomis(0, 90))

    assert list_faults(read_nomis_population, path, year=2011, dataset="NM_2009_1") == [
        (
            "column 'C_AGE'",
            "the codes of NM_2009_1",
            "codes 0 to 90, those of no data set of Nomis",
        )
    ]


def test_a_year_must_come_from_the_file_or_the_caller_and_not_both(path):
    write_csv(path, make_nomis())
    assert list_faults(read_nomis_population, path) == [
        ("row 1", "a column of years, or a year named", "neither")
    ]

    write_csv(path, make_nomis(years=True))
    assert list_faults(read_nomis_population, path, year=2011) == [
        ("row 1", "a file without years", "a column of years")
    ]


def test_all_ages_and_both_sexes_are_checks_and_left_out(path):
    rows = make_nomis()
    plain = read_nomis_population(write_csv(path, rows), year=2011)
    both = [
        [*one[:1], 0, one[2], one[3] + two[3]]
        for one in rows[1:]
        for two in rows[1:]
        if (one[0], one[2]) == (two[0], two[2]) and (one[1], two[1]) == (1, 2)
    ]
    rows += both
    for area in ("E06000901", "E07000902"):
        for gender in (0, 1, 2):
            total = sum(row[3] for row in rows[1:] if row[:2] == [area, gender])
            rows.append([area, gender, 200, total])
    whole = read_nomis_population(write_csv(path, rows), year=2011)
    assert whole.equals(plain)

    rows[-1][3] += 1
    assert list_faults(read_nomis_population, write_csv(path, rows), year=2011) == [
        (
            f"row {len(rows)}, column 'OBS_VALUE'",
            f"{rows[-1][3] - 1}, the sum of its ages",
            str(rows[-1][3]),
        )
    ]


def test_an_age_that_one_area_lacks_is_refused(path):
    rows = make_nomis()
    del rows[20]

    assert list_faults(read_nomis_population, write_csv(path, rows), year=2011) == [
        (
            "",
            "91 ages for each area, year and sex",
            "90 for male of E06000901 in 2011",
        )
    ]


def test_repeated_rows_wrong_codes_and_other_measures_are_all_named(path):
    rows = [
        [*row, "MEASURES"] if at == 0 else [*row, 20100]
        for at, row in enumerate(make_nomis(years=True))
    ]
    rows[1][0], rows[2][2], rows[3][3], rows[4][1] = "Kent", 3, "Aged 2", "mid-2018"
    rows[5][5], rows[7] = 20301, rows[6]

    found = list_faults(read_nomis_population, write_csv(path, rows))

    assert found == [
        ("row 2, column 'GEOGRAPHY_CODE'", "the code of an area", "Kent"),
        ("row 3, column 'GENDER'", "0 (all), 1 (male) or 2 (female)", "3"),
        ("row 4, column 'C_AGE'", "a code of age", "Aged 2"),
        ("row 5, column 'PROJECTED_YEAR_NAME'", "a year such as 2018", "mid-2018"),
        ("row 6, column 'MEASURES'", "20100, the measure that counts people", "20301"),
        (
            "rows 7, 8",
            "one row for each area_code, year, gender, code",
            "2 for E06000901, 2018, 1, 106",
        ),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not COUNTED.exists(), reason=NOT_HERE)
def test_kent_and_medway_in_2011_from_the_official_export():
    people = read_nomis_population(COUNTED, year=2011, dataset="NM_2002_1")

    here = people.filter(pl.col("area_code").is_in(KENT_AND_MEDWAY))
    assert here["value"].sum() == 1_731_351
    assert set(people["age_coding"]) == {"from_101"}


@pytest.mark.real_files
@pytest.mark.skipif(not PROJECTIONS.exists(), reason=NOT_HERE)
def test_three_official_files_of_2018_agree_on_the_people_of_england():
    principal = read_nomis_population(
        PROJECTIONS / "nomis_NM_2009_1_npp2018_principal_England.tsv"
    )
    high = read_nomis_population(PROJECTIONS / "npp2018_hhh_England.csv")
    low = read_nomis_population(PROJECTIONS / "npp2018_lll_England.csv")

    # All variants start from mid-2018, 55,977,178 people (also in table SAPE21DT6b);
    # the ages agree only if 1 and 0 are both read as age 0.
    frames = [
        frame.filter(year=2018).drop("age_coding")
        for frame in (close_ages(principal), high, low)
    ]
    assert frames[0]["value"].sum() == 55_977_178
    assert frames[1].equals(frames[0])
    assert frames[2].equals(frames[0])


@pytest.mark.real_files
@pytest.mark.skipif(not PROJECTIONS.exists(), reason=NOT_HERE)
def test_the_official_sample_of_subnational_projections_codes_from_101():
    people = read_nomis_population(
        PROJECTIONS / "nomis_NM_2006_1_snpp_three_LADs_FORMAT_SAMPLE.tsv",
        dataset="NM_2006_1",
    )

    assert set(people["age_coding"]) == {"from_101"}
    assert sorted(people["year"].unique()) == list(range(2016, 2030))
