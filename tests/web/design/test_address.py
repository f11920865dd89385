"""The place and the day travel in the address, and every link keeps them."""

from datetime import date

import pytest

from placeplan_web.design.address import Address, AddressError, read_address, read_day

JULY = date(2019, 7, 12)
SWALE_THEN = Address("swale", JULY)


def test_nothing_in_the_address_means_every_place_today():
    address = read_address({})

    assert address == Address(None, None)
    assert address.day(today=date(2026, 8, 14)) == date(2026, 8, 14)
    assert address.parameters == {}


def test_both_settings_are_read():
    address = read_address({"place": " swale ", "as_at": "2019-07-12", "run": "7"})

    assert address == SWALE_THEN
    assert address.day(today=date(2026, 8, 14)) == JULY


def test_empty_settings_mean_none():
    assert read_address({"place": "", "as_at": ""}) == Address()


@pytest.mark.parametrize(
    "text",
    ["2019-02-30", "12/07/2019", "yesterday", "0001-01-01", "9999-12-31", "2019-7-12"],
)
def test_date_that_cannot_be_is_told_in_words(text):
    with pytest.raises(AddressError, match="such as 2019-07-12"):
        read_address({"as_at": text})


@pytest.mark.parametrize("text", ["Swale", "sw ale", "-swale", "a" * 81, "swale;"])
def test_place_that_cannot_be_is_told_in_words(text):
    with pytest.raises(AddressError, match="such as swale"):
        read_address({"place": text})


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/money/", "/money/?place=swale&as_at=2019-07-12"),
        ("/money/?run=7", "/money/?run=7&place=swale&as_at=2019-07-12"),
        ("/money/?place=thanet", "/money/?place=thanet&as_at=2019-07-12"),
        ("/money/#gap", "/money/?place=swale&as_at=2019-07-12#gap"),
        ("/money/?as_at=", "/money/?place=swale"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_link_keeps_both_settings_unless_it_states_its_own(url, expected):
    assert SWALE_THEN.keep(url) == expected


def test_link_of_a_reader_with_no_settings_stays_as_it_is():
    assert Address().keep("/money/?run=7#gap") == "/money/?run=7#gap"


def test_words_added_to_a_link_replace_those_that_it_states():
    found = Address("swale").keep("/runs/?page=1", page=2, sort=None)

    assert found == "/runs/?page=2&place=swale"


def test_settings_are_changed_without_changing_the_page():
    here = "/money/?run=7&as_at=2019-07-12&place=swale"

    assert SWALE_THEN.at(None).restate(here) == "/money/?run=7&place=swale"
    assert SWALE_THEN.about("thanet").restate(here) == (
        "/money/?run=7&place=thanet&as_at=2019-07-12"
    )


def test_named_page_keeps_both_settings():
    found = SWALE_THEN.link("design:privacy", query={"a": "x y"})

    assert found == "/privacy/?a=x+y&place=swale&as_at=2019-07-12"


def test_day_is_read_as_year_month_and_day():
    assert read_day("2020-04-01") == date(2020, 4, 1)
