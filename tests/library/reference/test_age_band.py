"""Ages fall into bands, and the open band takes everybody above."""

import polars as pl
import pytest

from placeplan.errors import UnknownNameError
from placeplan.reference import AGE_BANDS, AgeBand, band_of, label_ages


def test_five_year_bands_run_from_birth_to_90_and_over():
    assert list(AGE_BANDS) == [
        *("0-4", "5-9", "10-14", "15-19", "20-24", "25-29", "30-34", "35-39"),
        *("40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70-74", "75-79"),
        *("80-84", "85-89", "90+"),
    ]
    assert [str(band) for band in AGE_BANDS.values()] == list(AGE_BANDS)


@pytest.mark.parametrize(
    ("age", "band"), [(0, "0-4"), (4, "0-4"), (5, "5-9"), (89, "85-89"), (117, "90+")]
)
def test_band_of_an_age(age, band):
    assert band_of(age) == band
    assert pl.DataFrame({"age": [age]}).select(label_ages()).item() == band


def test_a_band_of_one_age_holds_that_age_alone():
    bands = [AgeBand(0, 0), AgeBand(1, 17), AgeBand(18)]
    ages = pl.DataFrame({"years": [0, 1, 17, 18]})

    labels = ages.select(label_ages("years", bands))

    assert labels["age_band"].to_list() == ["0", "1-17", "1-17", "18+"]
    assert ages.select(label_ages(pl.col("years"), bands)).equals(labels)


def test_an_age_outside_the_bands_has_no_label_and_an_error():
    bands = [AgeBand(18, 64)]

    assert pl.DataFrame({"age": [70]}).select(label_ages(bands=bands)).item() is None
    with pytest.raises(UnknownNameError) as caught:
        band_of(70, bands)
    assert str(caught.value) == (
        "There is no age band for age '70'. Use one of: 18-64."
    )


@pytest.mark.parametrize("text", ["0-4", "90+", "7", "100-104"])
def test_band_reads_as_it_prints(text):
    assert str(AgeBand.parse(text)) == text


@pytest.mark.parametrize("text", ["", "old", "9-5", "-4", "65 +", "1234"])
def test_what_is_no_band_is_refused(text):
    with pytest.raises(UnknownNameError):
        AgeBand.parse(text)


@pytest.mark.parametrize(("first", "last"), [(-1, 4), (9, 5)])
def test_impossible_band_is_refused(first, last):
    with pytest.raises(ValueError, match=f"no ages lie from {first} to {last}"):
        AgeBand(first, last)
