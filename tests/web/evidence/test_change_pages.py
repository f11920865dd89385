"""Pages on what the plan changes say what the library says, for what was chosen."""

import csv
import io
import re

import polars as pl
import pytest
from openpyxl import load_workbook

from factories.change_factory import add_moving_run
from placeplan.plan.claim_figure import say_claims
from placeplan.plan.ledger_figure import say_ledger
from placeplan_web.evidence.change.page import PLAN_WING
from placeplan_web.evidence.shelf import get_results

pytestmark = pytest.mark.django_db
FIRST_KB = 200
PAGES = PLAN_WING.by_slug


@pytest.fixture
def run(db, settings):
    return add_moving_run(settings)


@pytest.fixture
def still(db, settings):
    return add_moving_run(settings, "still")


def read(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, page, figure, **query):
    address = f"/evidence/runs/{run.public_id}/plan/{page}/{figure}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def list_shown(page):
    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    return figures, records


def list_findings(page):
    found = re.findall(r'pp-picture__finding".*?<h2[^>]*>(.*?)</h2>', page)
    return [words.strip() for words in found]


def keep(frame, **where):
    for column, value in ({"scenario": "plan", "year": 2019} | where).items():
        frame = frame.filter(pl.col(column) == value)
    return frame


SHOWN = {
    "ledger": (
        ["ledger-by-initiative", "ledger-by-pod", "ledger-by-provider"],
        ["ends", "tie", "entries"],
    ),
    "claims": (["claims"], ["claim-sums"]),
    "bridge": (["initiative-bridge"], []),
    "spread": (["fan", "dots"], ["enough"]),
    "drivers": (["drivers"], []),
    "scenarios": (["difference"], ["differences"]),
    "runs": ([], []),
    "flows": (["flows"], []),
    "options": ([], []),
}


@pytest.mark.parametrize("slug", PAGES)
def test_page_shows_its_pictures_and_tables_in_order(slug, run, client):
    assert list_shown(read(client, f"/plan/{slug}/")) == SHOWN[slug]


@pytest.mark.parametrize("slug", PAGES)
def test_page_stays_small_and_asks_the_same_few_questions(
    slug, run, client, django_assert_num_queries
):
    client.get(f"/plan/{slug}/")  # what is kept in memory is read once

    others = 2 if slug == "runs" else 0  # runs to compare with, read and offered
    with django_assert_num_queries(2 + others):  # the run, the registry
        page = client.get(f"/plan/{slug}/")

    assert len(page.content) < FIRST_KB * 1024


@pytest.mark.parametrize("slug", [*[*PAGES][:5], "runs", "options"])
def test_page_with_nothing_to_show_says_how_there_would_be(slug, still, client):
    page = read(client, f"/plan/{slug}/")

    assert list_shown(page) == ([], [])
    assert PAGES[slug].empty in page


@pytest.mark.parametrize("address", ["/plan/", *(f"/plan/{slug}/" for slug in PAGES)])
def test_without_any_run_a_page_says_how_there_will_be_one(address, client):
    assert "Numbers would be shown here once a run" in read(client, address)


def test_first_page_says_the_finding_of_each(run, client):
    page = read(client, "/plan/")

    ledger = keep(get_results(run).account.ledger, measure="cost_pounds")
    assert page.count(say_ledger(ledger)) == 2  # under the title, and in its section
    for slug, shown in PAGES.items():
        link = f'href="/plan/{slug}/?run={run.public_id}">{shown.title}</a>'
        assert link in page


@pytest.mark.parametrize("address", ["/plan/kitchen/", "/plan/ledger/?run=none"])
def test_page_that_is_none_is_not_found(address, run, client):
    assert client.get(address).status_code == 404


# The ledger


def test_ledger_says_what_leaves_arrives_and_costs(run, client):
    page = read(client, "/plan/ledger/", measure="activity", year="2018")

    rows = keep(get_results(run).account.ledger, measure="activity", year=2018)
    by_pod = "Most leaves Emergency hospital spells (216 spells) and most arrives at "
    by_provider = "Most leaves East Trust (164 spells) and most arrives at East Trust "
    assert list_findings(page) == [
        say_ledger(rows),
        by_pod + "A&amp;E attendances, major departments (type 1) (331 attendances).",
        by_provider + "(331 attendances).",
    ]


def test_choice_narrows_pictures_and_files_alike(run, client):
    chosen = {"initiative": "falls", "measure": "activity", "year": "2018"}

    page = read(client, "/plan/ledger/", **chosen)
    rows = read_csv(client, run, "ledger", "ledger-by-initiative", **chosen)

    assert '<option value="falls" selected>Falls prevention</option>' in page
    assert [row["Initiative"] for row in rows] == ["Falls prevention"]
    left = keep(
        get_results(run).account.ledger,
        measure="activity",
        year=2018,
        initiative="falls",
    )
    assert float(rows[0]["Avoided"]) == pytest.approx(left["value"].sum(), abs=0.05)
    assert rows[0]["Status"] == "illustrative"


def test_choice_that_is_none_is_as_if_nothing_was_chosen(run, client):
    plain = read_csv(client, run, "ledger", "ledger-by-pod")

    odd = read_csv(client, run, "ledger", "ledger-by-pod", year="1066", measure="x")

    assert odd == plain


def test_both_ends_stand_beside_each_other(run, client):
    rows = {row["Initiative"]: row for row in read_csv(client, run, "ledger", "ends")}

    ledger = keep(get_results(run).account.ledger, initiative="home")
    beds = ledger.filter(pl.col("measure") == "beds_needed")["value"].sum()
    home = rows["Care at home"]
    assert float(home["Beds no longer needed"]) == pytest.approx(beds, abs=0.05)
    assert float(home["£ million needed elsewhere"]) > 0
    assert float(rows["Falls prevention"]["£ million needed elsewhere"]) == 0


def test_both_sides_tie_to_the_last_unit(run, client):
    page = read(client, "/plan/ledger/")

    assert "is what the plan has, to the last unit of every kind of care." in page
    rows = read_csv(client, run, "ledger", "tie")
    assert {float(row["Left over"]) for row in rows} == {0.0}
    assert {row["Kind of care"] for row in rows} == {
        "Emergency hospital spells",
        "A&E attendances, major departments (type 1)",
    }


def test_every_entry_is_in_its_file(run, client):
    rows = read_csv(client, run, "ledger", "entries")

    ledger = keep(get_results(run).account.ledger, measure="cost_pounds")
    assert len(rows) == ledger.height
    assert sum(float(row["Value"]) for row in rows) == pytest.approx(
        ledger["value"].sum()
    )


def test_excel_holds_the_finding_and_the_table(run, client):
    address = f"/evidence/runs/{run.public_id}/plan/claims/claims.xlsx"
    sheet = load_workbook(io.BytesIO(client.get(address).content)).active

    rows = [[cell for cell in row if cell is not None] for row in sheet.values]
    claims = keep(get_results(run).account.claims, measure="bed_days")
    assert rows[0] == [say_claims(claims)]
    assert ["Status: illustrative."] in rows


# Claims


def test_page_says_how_much_was_double_counted_in_the_sum_of_the_claims(run, client):
    page = read(client, "/plan/claims/", measure="activity")

    claims = keep(get_results(run).account.claims, measure="activity")
    assert claims["double_counted"].sum() > 1
    assert list_findings(page) == [say_claims(claims)]
    rows = read_csv(client, run, "claims", "claim-sums")
    spells = next(row for row in rows if row["Counted in"] == "spells")
    claimed, counted, twice = (
        float(spells[name])
        for name in ("Sum of the claims", "There to be taken", "Double-counted")
    )
    assert claimed == pytest.approx(counted + twice, abs=0.11)
    assert twice == pytest.approx(claims["double_counted"].sum(), abs=0.05)


# Drawings


@pytest.mark.parametrize("slug", PAGES)
def test_every_picture_is_drawn_for_desk_and_phone(slug, run, client):
    page = read(client, f"/plan/{slug}/")
    drawings = [
        each.replace("&amp;", "&")
        for each in re.findall(r'(?:src|srcset)="(/evidence[^"]+\.svg[^"]*)"', page)
    ]

    assert len(drawings) == 2 * len(SHOWN[slug][0])
    for drawing in drawings:
        assert read(client, drawing).startswith("<svg ")


@pytest.mark.parametrize(
    "address", ["ledger/claims.svg", "ledger/claims.csv", "kitchen/claims.svg"]
)
def test_picture_that_is_not_there_is_not_found(address, run, client):
    link = f"/evidence/runs/{run.public_id}/plan/{address}"
    assert client.get(link).status_code == 404
