"""Numbers, money and days read as the pages promise (spec: manners of a page)."""

from datetime import UTC, date, datetime

import pytest
from django.utils.safestring import SafeString
from markupsafe import Markup

from placeplan_web.design.words import (
    hold_minus,
    write_count,
    write_day,
    write_moment,
    write_number,
    write_one,
    write_percent,
    write_pounds,
)


def test_day_reads_as_a_person_says_it():
    assert write_day(date(2019, 8, 14)) == "14 August 2019"
    assert write_day(date(2019, 8, 1)) == "1 August 2019"
    assert write_day(None) == "not known"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2019, 8, 14, 14, 5, tzinfo=UTC), "14 August 2019 at 3:05pm"),
        (datetime(2019, 1, 14, 9, 30, tzinfo=UTC), "14 January 2019 at 9:30am"),
        (datetime(2019, 1, 14, 0, 0, tzinfo=UTC), "14 January 2019 at midnight"),
        (datetime(2019, 8, 14, 11, 0, tzinfo=UTC), "14 August 2019 at midday"),
        (datetime(2019, 8, 14, 11, 1, tzinfo=UTC), "14 August 2019 at 12:01pm"),
        (datetime(2019, 1, 14, 0, 1, tzinfo=UTC), "14 January 2019 at 12:01am"),
        (datetime(2019, 8, 31, 23, 30, tzinfo=UTC), "1 September 2019 at 12:30am"),
        (None, "not known"),
    ],
)
def test_moment_reads_in_london_time(moment, expected):
    assert write_moment(moment) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1_731_400, 0, "1,731,400"),
        (-103.0, 1, "−103.0"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (0.125, 2, "0.13"),
        (-0.2, 0, "0"),
        (float("nan"), 0, "not known"),
        (None, 0, "not known"),
    ],
)
def test_number_has_commas_and_a_true_minus(value, places, expected):
    assert write_number(value, places) == expected


@pytest.mark.parametrize(
    ("pounds", "expected"),
    [
        (1_200_000, "£1.2 million"),
        (-486_000_000, "−£486 million"),
        (-103_000_000.0, "−£103 million"),
        (3_456_000_000, "£3.5 billion"),
        (85_000, "£85,000"),
        (-85_000, "−£85,000"),
        (999_960, "£999,960"),
        (0.2, "£0"),
        (-0.2, "£0"),
        (None, "not known"),
        (float("nan"), "not known"),
    ],
)
def test_money_reads_in_pounds(pounds, expected):
    assert write_pounds(pounds) == expected


def test_share_reads_as_per_cent():
    assert write_percent(0.255) == "25.5%"
    assert write_percent(None) == "not known"


def test_count_agrees_with_its_noun():
    assert write_count(1, "run") == "1 run"
    assert write_count(1_200, "run") == "1,200 runs"
    assert write_count(2, "body", "bodies") == "2 bodies"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("risk", "a risk"),
        ("assumption", "an assumption"),
        ("impact assessment", "an impact assessment"),
        ("unit", "a unit"),
    ],
)
def test_noun_has_its_article(noun, expected):
    assert write_one(noun) == expected


def test_minus_stays_on_the_line_of_its_pounds():
    assert hold_minus("from −£1 to −£2") == "from −\u2060£1 to −\u2060£2"
    assert str(hold_minus("<b>−£1</b>")) == "&lt;b&gt;−\u2060£1&lt;/b&gt;"
    assert hold_minus(None) is None


@pytest.mark.parametrize("safe", [Markup, SafeString])
def test_words_with_links_keep_them_when_their_minus_is_held(safe):
    assert str(hold_minus(safe("<b>−£1</b>"))) == "<b>−\u2060£1</b>"
    assert hasattr(hold_minus(safe("<b>−£1</b>")), "__html__")
