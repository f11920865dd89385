import pytest

from factories.people_factory import people_frame
from placeplan.errors import QuestionError
from placeplan.population import sum_by_band
from placeplan.reference import AgeBand

ROWS = [
    (2011, "dover", "male", 4, 1.0),
    (2011, "dover", "male", 0, 2.0),
    (2011, "dover", "male", 90, 4.0),
    (2011, "ashford", "female", 17, 8.0, "illustrative"),
    (2011, "ashford", "female", 5, 16.0),
]


def test_the_five_year_bands_stand_unless_others_are_given():
    banded = sum_by_band(people_frame(ROWS))
    assert banded.drop("status").rows() == [
        (2011, "ashford", "5-9", "female", 16.0),
        (2011, "ashford", "15-19", "female", 8.0),
        (2011, "dover", "0-4", "male", 3.0),
        (2011, "dover", "90+", "male", 4.0),
    ]


def test_bands_may_be_given_in_any_order():
    banded = sum_by_band(people_frame(ROWS), [AgeBand(18), AgeBand(0, 17)])
    assert banded.filter(place="ashford").rows() == [
        (2011, "ashford", "0-17", "female", 24.0, "illustrative")
    ]


@pytest.mark.parametrize(
    "bands",
    [
        [AgeBand(0, 64)],
        [AgeBand(65)],
        [AgeBand(0, 64), AgeBand(60)],
        [AgeBand(0, 60), AgeBand(65)],
        [AgeBand(0), AgeBand(65)],
        [],
    ],
)
def test_bands_that_lose_or_repeat_anybody_are_refused(bands):
    with pytest.raises(QuestionError, match="every age once"):
        sum_by_band(people_frame(ROWS), bands)


def test_bands_beyond_the_open_age_are_refused():
    with pytest.raises(QuestionError, match="no band can start at 95"):
        sum_by_band(people_frame(ROWS), [AgeBand(0, 94), AgeBand(95)])
