"""The front page says in one sentence how the system stands, and leads on from it."""

import re

import pytest

from factories.run_factory import add_dataset, add_failed_run, add_run
from placeplan.plan import answer
from placeplan_web.design.address import Address
from placeplan_web.evidence.presenters import front as front_module
from placeplan_web.evidence.presenters.front import FrontPage
from placeplan_web.evidence.shelf import get_results

pytestmark = pytest.mark.django_db


def read(client, address="/"):
    return " ".join(client.get(address).content.decode().split())


def read_words(text):
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


@pytest.fixture
def front(released):
    return FrontPage(released, Address())


def test_sentence_says_what_the_library_answers(front, released):
    results = get_results(released)
    gap, left, closed = (
        answer(results, measure, where={"year": 2019}, scenario=scenario)["value"][0]
        for measure, scenario in (
            ("gap_pounds", "do_nothing"),
            ("gap_pounds", "plan"),
            ("solution_pounds", "plan"),
        )
    )

    assert read_words(front.sentence) == (
        f"If nothing changes, The system will be £{-gap:,.0f} short in 2019/20 "
        f"(illustrative); the plan closes £{closed:,.0f} of it (illustrative) and "
        f"leaves it £{-left:,.0f} short. What the plan changes, and how sure that is."
    )


def test_every_number_of_the_sentence_leads_to_where_it_comes_from(front, released):
    links = re.findall(r'href="([^"]+)"', front.sentence)

    query = f"?run={released.public_id}"
    assert links == [
        f"/money/{query}#gap",
        f"/money/{query}#solutions",
        f"/money/{query}#bridge",
        f"/plan/{query}",
    ]


@pytest.mark.parametrize(
    ("gap_pounds", "words"),
    [(-486e6, "£486 million short"), (2.5e6, "£2.5 million in surplus")],
)
def test_gap_is_said_in_words_beside_its_sign(gap_pounds, words):
    assert front_module.say_short(gap_pounds) == words


def test_title_of_a_plan_is_written_as_words(released):
    released.dataset.title = "<b>Bold</b> plan"

    sentence = FrontPage(released, Address()).sentence

    assert "&lt;b&gt;Bold&lt;/b&gt; plan" in sentence


def test_tiles_tell_people_beds_and_money_with_their_direction(front, released):
    people, beds, money = front.tiles

    counts = answer(get_results(released), "population", by=["year"])
    by_year = dict(counts.select("year", "value").iter_rows())
    assert people["number"] == f"{by_year[2016]:,.0f}"
    assert people["words"] == "people in 2016"
    assert people["direction"] == f"down 4.5 % to {by_year[2020]:,.0f} by 2020"
    assert beds["words"] == "beds spare in 2019/20 if nothing changes"
    assert (beds["number"], beds["direction"]) == ("1", "beside the 30 there are")
    assert (money["number"], money["direction"]) == (
        "−£2 million",
        "together in deficit",
    )
    assert {tile["status"] for tile in front.tiles} == {"illustrative"}
    assert money["href"] == f"/money/?run={released.public_id}#outturn"


def test_tile_without_its_numbers_is_left_out(front, monkeypatch):
    monkeypatch.setattr(front_module, "list_axes", lambda *_: ())

    assert [tile["words"] for tile in front.tiles] == ["people in 2016"]


def test_bridge_comes_before_the_tiles_and_shows_its_sources(released, client):
    page = read(client)

    assert page.index('id="bridge"') < page.index("pp-tile__number")
    assert "Where these numbers come from" in page
    assert "Made up for tests" in page


def test_day_travels_in_every_link(released):
    address = Address(as_at=released.released_at.date())

    for tile in FrontPage(released, address).tiles:
        assert "as_at=2019-07-12" in tile["href"]


def test_reader_who_signed_in_sees_their_own_work(released, client, owner):
    add_failed_run(released.dataset, owner=owner)
    add_failed_run(add_dataset(title="Of another"))

    assert "My work" not in read(client)
    client.force_login(owner)
    page = read(client)

    mine = page[page.index("My work") : page.index("</main>")]
    assert ">failed</strong>" in mine
    assert "Of another" not in mine


def test_reader_without_runs_is_told_where_to_start_one(released, client, owner):
    client.force_login(owner)

    assert "Your runs would be listed here. Start one from the list of runs." in read(
        client
    )


@pytest.mark.parametrize("count", [1, 3])
def test_own_work_asks_the_same_few_questions(
    count, released, client, owner, django_assert_num_queries
):
    for _ in range(count):
        add_failed_run(released.dataset, owner=owner)
    client.force_login(owner)
    read(client)

    with django_assert_num_queries(6):  # and which programmes say something
        read(client)


def test_waiting_run_of_mine_is_told(released, client, owner):
    add_run(released.dataset, owner=owner)
    client.force_login(owner)

    assert ">waiting</strong>" in read(client)
