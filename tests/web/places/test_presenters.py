"""Pages hold together while rooms told later are not there yet."""

from datetime import date

import pytest
from django.urls import NoReverseMatch

from factories.places_factory import make_registry
from placeplan_web.design.address import Address
from placeplan_web.places.export import write_register
from placeplan_web.places.models import Source
from placeplan_web.places.presenters.cell import join_words, write_span
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.presenters.place import PlacePage

DAY = date(2016, 6, 1)


class LonelyAddress(Address):
    """Addresses of a site that has no room after this one."""

    def link(self, name, *, query=None, **parts):
        if not name.startswith("places:"):
            raise NoReverseMatch(name)
        return super().link(name, query=query, **parts)


def test_place_lists_results_only_where_there_are_pages_for_them():
    view = make_registry().as_at(DAY)
    assert PlacePage(view, "ccg-mill", LonelyAddress()).results == []
    found = PlacePage(view, "ccg-mill", Address()).results
    assert [each["text"] for each in found] == ["People here", "Demand of these people"]
    assert PlacePage(view, "trust", Address()).results == []


def test_source_is_named_without_a_link_while_it_has_no_page():
    source = Source(slug="paper", title="Paper", publisher="Us", note="As printed.")
    cited = [("paper", "codes"), ("paper", "names"), ("paper", "codes"), ("gone", "x")]
    (origin,) = list_origins(cited, {"paper": source}, LonelyAddress())
    assert (origin["title"], origin["href"]) == ("Paper", "")
    assert origin["note"] == "Gives codes, names. As printed."


def test_export_names_a_source_that_it_cannot_describe():
    entry = make_registry().as_at(DAY).get_entry("hill")
    assert write_register([entry], {}).splitlines()[1] == (
        "hill,Hill,district,,in_force,,E07H,,,,,paper,published,,"
    )


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_in_a_sentence(words, joined):
    assert join_words(words) == joined


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (None, None, "start not known"),
        (date(2013, 4, 1), date(2020, 3, 31), "from 1 April 2013"),  # not ended yet
        (None, date(2016, 5, 31), "to 31 May 2016"),
        (date(2013, 4, 1), date(2016, 5, 31), "from 1 April 2013 to 31 May 2016"),
    ],
)
def test_span_leaves_out_an_end_to_come(starts_on, ends_on, words):
    assert write_span(starts_on, ends_on, DAY) == words
