"""Search finds anything by name, other name, code or number, as at the day."""

from decimal import Decimal
from pathlib import Path

import pytest

from factories.plan_folder import write_plan_folder
from placeplan.plan import answer
from placeplan.reference import MEASURES
from placeplan_web.config.number_search import Sought, find_totals, read_number
from placeplan_web.config.search import MOST_SHOWN, ROOMS_BY_UNIT
from placeplan_web.evidence.example import prepare_example
from placeplan_web.evidence.heartbeat import RunHeartbeat
from placeplan_web.evidence.shelf import get_results
from placeplan_web.places.operations import load_registry

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("486", "486", "1"),
        ("−£486 million", "486000000", "1000000"),
        ("-£103.0m", "103000000", "100000"),
        ("1,731,400", "1731400", "1"),
        ("£1.2 billion", "1200000000", "100000000"),
        ("85k", "85000", "1000"),
    ],
)
def test_number_is_read_as_papers_write_it(text, value, step):
    assert read_number(text) == Sought(Decimal(value), Decimal(step))


@pytest.mark.parametrize("text", ["", "swale", "10A", "1.2.3", "486 beds"])
def test_words_are_no_number(text):
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "near"),
    [
        ("486", 486.4, True),
        ("486", -486.5, True),
        ("486", 486.6, False),
        ("1.86 million", 1_860_111.0, True),
        ("1.87 million", 1_860_111.0, False),
    ],
)
def test_number_is_found_as_exactly_as_it_was_put(text, value, near):
    assert read_number(text).is_near(value, 0) is near


def test_every_unit_leads_to_a_room():
    assert {measure.unit for measure in MEASURES.values()} == set(ROOMS_BY_UNIT)


@pytest.fixture
def run(db, tmp_path, monkeypatch):
    # The heart beats on a connection of its own, which sees nothing of this test.
    monkeypatch.setattr(RunHeartbeat, "_beat_until_over", lambda _: None)
    folder = tmp_path / "plan"
    write_plan_folder(folder)
    load_registry(folder=folder, by="command")
    return prepare_example(folder)


def search(client, text, **settings):
    response = client.get("/search/", {"q": text, **settings})
    assert response.status_code == 200
    page = response.content.decode()
    return " ".join(page[page.index("<main") : page.index("</main>")].split())


def test_place_is_found_by_part_of_its_name(client, run):
    page = search(client, "east hosp")

    assert '<a href="/places/east-site/">East Hospital</a>' in page
    assert "West Hospital" not in page
    assert "1 thing found." in page


def test_place_that_has_ended_is_found_by_its_code_and_told_apart(client, db):
    load_registry(folder=EXAMPLE, by="command")

    now = search(client, "10A")
    then = search(client, "10A", as_at="2016-06-01")

    assert "NHS South Kent Coast CCG" in now
    assert "another day" in now
    assert "NHS South Kent Coast CCG" in then
    assert "another day" not in then


def test_link_keeps_the_day(client, run):
    page = search(client, "east hosp", as_at="2019-07-12")

    assert 'href="/places/east-site/?as_at=2019-07-12"' in page


def test_number_leads_to_the_room_where_it_stands(client, run):
    gap = answer(get_results(run), "gap_pounds", by=["year"]).row(-1, named=True)
    typed = f"{abs(gap['value']):.0f}"

    page = search(client, typed)

    assert "Gap, " in page
    assert 'href="/money/"' in page
    assert "if nothing changes" in page
    assert [total.measure for total in find_totals(run, typed)].count("gap_pounds") == 1


def test_nothing_is_a_number_of_everything(run):
    assert find_totals(run, "0") == []


def test_measure_is_found_by_its_name(client, run):
    assert '<a href="/capacity/">Beds needed</a>' in search(client, "beds needed")


def test_source_is_found_by_its_title(client, run):
    from placeplan_web.evidence.shelf import get_plan

    source = get_plan(run.dataset).sources[0]

    page = search(client, source.title)

    assert f'href="/evidence/sources/{source.id}/"' in page


def test_before_the_first_run_places_alone_are_found(client, db, tmp_path):
    folder = tmp_path / "plan"
    write_plan_folder(folder)
    load_registry(folder=folder, by="command")

    assert "Numbers" not in search(client, "100")
    assert "East Hospital" in search(client, "east")


def test_long_list_is_cut_and_says_so(client, run):
    page = search(client, "e")

    found = page.count("/places/")
    assert found <= MOST_SHOWN


def test_nothing_found_says_what_to_try(client, db):
    assert "Nothing was found." in search(client, "zzz")
    assert "What you search for will stand here." in search(client, "  ")


def test_hostile_words_stay_words(client, db):
    assert "<script>" not in search(client, "<script>alert(1)</script>")
