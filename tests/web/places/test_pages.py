"""Pages of the registry as a reader opens them."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from factories.places_factory import make_tables, write_folder
from placeplan_web.places.operations import load_registry

pytestmark = pytest.mark.django_db


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return found.group(1).strip() if found else ""


def open_place(client, slug, **query):
    return read(client, reverse("places:place", kwargs={"slug": slug}), **query)


def list_links(page):
    return re.findall(r'href="(/places/[^"]*)"', page)


def test_list_says_in_a_sentence_what_stood(client, tiny):
    page = read(client, "/places/", as_at="2016-06-01")
    assert find_finding(page) == (
        "12 places stand in the registry; among them 3 clinical commissioning groups, "
        "1 acute trust and 2 districts."
    )


def test_list_says_how_many_were_proposed(client, tiny):
    page = read(client, "/places/", as_at="2019-07-15")
    assert find_finding(page) == (
        "15 places stand in the registry, 2 of them proposed; among them 3 clinical "
        "commissioning groups, 1 proposed clinical commissioning group, 1 acute trust, "
        "2 districts, 1 primary care network and 1 proposed place alliance."
    )


def test_list_tells_of_overlaps_the_whole_ones_first(client, tiny):
    page = read(client, "/places/", as_at="2016-06-01")
    whole = page.index(
        "sits in 2 of the 2 footprints of “Plans”: North and South. A total counts it "
        "once."
    )
    part = page.index(
        "sits in part in 2 of the 2 footprints of “Council”: North and South. No paper "
        "says how large the parts are."
    )
    assert whole < part


def test_list_is_cut_by_search_and_kind(client, tiny):
    page = read(client, "/places/", q="mill", kind="ccg", as_at="2016-06-01")
    assert (
        "Clinical commissioning groups that match “mill” as at 1 June 2016: 1" in page
    )
    assert "/places/ccg-mill/?as_at=2016-06-01" in list_links(page)
    assert "/places/ccg-hill/?as_at=2016-06-01" not in list_links(page)


def test_kind_that_is_none_asks_for_every_kind(client, tiny):
    page = read(client, "/places/", kind="icp", as_at="2016-06-01")
    assert "Places as at 1 June 2016: 12" in page


def test_search_that_finds_nothing_says_so(client, tiny):
    page = read(client, "/places/", q="nowhere")
    assert "No place matches." in page


def test_text_that_a_reader_typed_is_shown_as_text(client, tiny):
    page = read(client, "/places/", q="<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_list_before_the_first_load_says_how_to_fill_it(client):
    page = read(client, "/places/")
    assert "Organisations, areas, sites and footprints would stand here." in page


def test_list_on_a_day_before_everything(client, tmp_path, db):
    later = (date(2018, 4, 1), None)
    folder = write_folder(
        tmp_path,
        organisations=[("trust", "Trust", "acute_trust", "RHI", None, None, *later)],
        areas=[("hill", "Hill", "district", "E07H", *later)],
        sites=[("infirmary", "Infirmary", "trust", "RHI01", *later)],
        footprints=[("north", "North", "footprint", "plans", None, *later)],
        footprint_members=[("north", "trust", "whole")],
        lookups=[("hill", "trust", 1.0)],
    )
    for name in ("names", "planning_levels", "functions", "catchments", "succession"):
        (folder / "places" / f"{name}.csv").unlink()
    load_registry(folder=folder, by="command")

    page = read(client, "/places/", as_at="2016-06-01")
    assert "No place of the registry stood on this day." in page


def test_list_is_paged_and_every_page_keeps_the_rest(client, tmp_path, db):
    many = [
        (f"d{n:02}", f"District {n:02}", "district") + (None,) * 3 for n in range(30)
    ]
    tables = make_tables()["areas"].rows()
    folder = write_folder(tmp_path, areas=[*(row[:6] for row in tables), *many])
    load_registry(folder=folder, by="command")

    first = read(client, "/places/", kind="district", as_at="2016-06-01")
    second = read(client, "/places/", kind="district", as_at="2016-06-01", page="2")

    assert "/places/?as_at=2016-06-01&amp;kind=district&amp;page=2" in list_links(first)
    assert "/places/d29/?as_at=2016-06-01" not in list_links(first)
    assert "/places/mill/?as_at=2016-06-01" in list_links(second)


def test_day_travels_in_every_link(client, tiny):
    for url in ("/places/", "/places/ccg-mill/", "/places/planning/levels/"):
        links = list_links(read(client, url, as_at="2016-06-01"))
        without = {link for link in links if "as_at=2016-06-01" not in link}
        assert without == {url}  # "Show today"


def test_place_says_that_it_sits_in_two_footprints(client, tiny):
    page = open_place(client, "ccg-mill", as_at="2016-06-01")
    assert find_finding(page) == (
        "NHS Mill CCG sits in 2 of the 2 footprints of “Plans”: North and South. "
        "A total over them counts it once. NHS Mill CCG sits in part in 2 of the 2 "
        "footprints of “Council”: North and South. No paper says how large the parts "
        "are."
    )


@pytest.mark.parametrize(
    ("slug", "day", "finding"),
    [
        ("ccg-mill", "2020-04-02", "It ended on 31 March 2020; NHS All CCG took over."),
        (
            "ccg-all",
            "2019-07-15",
            "It was proposed by a paper of 24 June 2019. It holds One PCN.",
        ),
        (
            "ccg-all",
            "2020-04-02",
            "It took over from 3 bodies on 1 April 2020. It holds One PCN.",
        ),
        (
            "ccg-all",
            "2016-06-01",
            "It did not exist on 1 June 2016: it was proposed on 24 June 2019.",
        ),
        (
            "pcn-one",
            "2016-06-01",
            "It did not exist on 1 June 2016: it began on 1 July 2019.",
        ),
        (
            "alliance",
            "2019-07-15",
            (
                "It was proposed by a paper of 24 June 2019. No source here confirms "
                "that it began. It holds NHS Mill CCG."
            ),
        ),
        (
            "hill",
            "2016-06-01",
            "Of its people 62% to NHS Hill CCG and 38% to NHS Quay CCG belong.",
        ),
        ("infirmary", "2016-06-01", "A hospital site of Hill Infirmary Trust."),
        ("trust", "2016-06-01", "It stands, and no source here says since when."),
        ("pcn-one", "2019-07-15", "It has stood since 1 July 2019."),
        ("north", "2016-06-01", "It holds NHS Hill CCG and NHS Mill CCG."),
    ],
)
def test_finding_of_a_place(client, tiny, slug, day, finding):
    page = open_place(client, slug, as_at=day)
    assert find_finding(page).startswith(finding)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2018-03-31", "Hill Infirmary Trust"), ("2018-04-01", "Hill &amp; Quay Trust")],
)
def test_address_stays_when_the_name_changes(client, tiny, day, name):
    page = open_place(client, "trust", as_at=day)
    assert re.search(r"<h1.*?>(.*?)</h1>", page, re.S).group(1).strip().endswith(name)


def test_place_shows_codes_names_seats_levels_and_shares(client, tiny):
    page = open_place(client, "ccg-mill", as_at="2016-06-01")
    for words in (
        "01M, E38M",
        "Mill CCG",
        "care homes",
        "What it sits in",
        "Shares of districts, by people",
        "100.0%",
        "The paper",
    ):
        assert words in page


def test_footprint_shows_its_set_members_and_people(client, tiny):
    page = open_place(client, "north", as_at="2016-06-01")
    links = list_links(page)
    assert "/places/planning/sets/plans/?as_at=2016-06-01" in links
    assert "/places/ccg-hill/?as_at=2016-06-01" in links
    assert "700" in page


def test_organisation_shows_its_sites_and_its_names(client, tiny):
    page = open_place(client, "trust", as_at="2019-07-15")
    assert "/places/infirmary/?as_at=2019-07-15" in list_links(page)
    assert "Its names over time" in page


def test_part_of_the_system_shows_its_functions(client, tiny):
    page = open_place(client, "ccg-all", as_at="2020-04-02")
    assert "allocate budgets" in page
    assert "/places/ccg-hill/?as_at=2020-04-02" in list_links(page)


@pytest.mark.parametrize(
    ("slug", "later"),
    [
        (
            "ccg-mill",
            [
                "31 March 2020: it stood for the last time.",
                "1 April 2020: NHS All CCG took over from it.",
            ],
        ),
        (
            "ccg-all",
            [
                "24 June 2019: a paper proposed it.",
                "1 April 2020: it began.",
                "1 April 2020: it took over from NHS Hill CCG.",
                "1 April 2020: it took over from NHS Mill CCG.",
                "1 April 2020: it took over from NHS Quay CCG.",
            ],
        ),
        ("trust", ["1 April 2018: it took the name Hill &amp; Quay Trust."]),
    ],
)
def test_what_came_later_stands_apart(client, tiny, slug, later):
    page = open_place(client, slug, as_at="2016-06-01")
    (part,) = re.findall(r"What came later.*?</details>", page, re.S)
    assert re.findall(r"<li>(.*?)</li>", part) == later


def test_place_that_nobody_knows_is_not_found(client, tiny):
    assert client.get("/places/ccg-dell/").status_code == 404
    assert client.get("/places/planning/sets/none/").status_code == 404


def test_day_that_is_none_is_refused_in_words(client, tiny):
    response = client.get("/places/", {"as_at": "2019-02-30"})
    assert response.status_code == 400


def test_levels_show_services_and_the_footprints_of_the_day(client, tiny):
    page = read(client, "/places/planning/levels/", as_at="2016-06-01")
    assert find_finding(page) == (
        "3 services are planned at 2 levels, each as locally as is workable; no one "
        "set of footprints suits every service."
    )
    assert "Its footprints reach beyond this system, so none is listed." in page
    assert "/places/north/?as_at=2016-06-01" in list_links(page)


def test_levels_after_their_footprints_ended(client, tiny):
    page = read(client, "/places/planning/levels/", as_at="2020-04-02")
    assert "None of its footprints stood on this day." in page


def test_levels_before_any_paper(client, tiny):
    page = read(client, "/places/planning/levels/", as_at="2015-01-01")
    assert "Planning levels would stand here." in page


def test_parts_of_the_system_with_their_functions(client, tiny):
    page = read(client, "/places/planning/care/", as_at="2019-07-15")
    assert find_finding(page) == (
        "3 parts of the system hold 4 functions between them."
    )
    assert "Primary care networks (1)" in page


def test_parts_before_any_paper(client, tiny):
    page = read(client, "/places/planning/care/", as_at="2015-01-01")
    assert "Parts of the integrated care system would stand here." in page


def test_long_part_of_the_system_is_folded(client, tmp_path, db):
    rows = [row[:8] for row in make_tables()["organisations"].rows()]
    many = [(f"pcn-{n}", f"PCN {n}", "pcn") + (None,) * 5 for n in range(9)]
    load_registry(
        folder=write_folder(tmp_path, organisations=[*rows, *many]), by="command"
    )
    page = read(client, "/places/planning/care/", as_at="2019-07-15")
    assert "Show all 10" in page


def test_long_list_of_members_is_folded(client, tmp_path, db):
    rows = [row[:8] for row in make_tables()["organisations"].rows()]
    many = [(f"pcn-{n}", f"PCN {n}", "pcn") + (None,) * 5 for n in range(13)]
    members = [("ccg-hill", f"pcn-{n}", "whole") for n in range(13)]
    folder = write_folder(
        tmp_path,
        organisations=[*rows, *many],
        footprint_members=[*members, ("north", "ccg-hill", "whole")],
    )
    load_registry(folder=folder, by="command")
    page = open_place(client, "ccg-hill", as_at="2016-06-01")
    assert "Show all 13 that sit in it" in page


@pytest.mark.parametrize(
    ("slug", "day", "finding"),
    [
        (
            "plans",
            "2016-06-01",
            (
                "2 footprints. NHS Mill CCG sits in several, so that a total over them "
                "counts it once."
            ),
        ),
        (
            "council",
            "2016-06-01",
            (
                "2 footprints. NHS Mill CCG sits in several, in part; no paper says "
                "how large the parts are."
            ),
        ),
        (
            "whole",
            "2016-06-01",
            "1 footprint, without overlap: their figures can be added.",
        ),
        ("plans", "2020-04-02", "None of its footprints stood on 2 April 2020."),
    ],
)
def test_set_says_whether_its_figures_can_be_added(client, tiny, slug, day, finding):
    page = read(client, f"/places/planning/sets/{slug}/", as_at=day)
    assert find_finding(page) == finding


def test_set_of_proposals(client, tiny):
    page = read(client, "/places/planning/sets/alliances/", as_at="2019-07-15")
    assert "proposed 24 June 2019" in page


def test_set_adds_catchments_that_do_not_overlap(client, tmp_path, db):
    members = [
        ("north", "ccg-hill", "whole"),
        ("south", "ccg-quay", "whole"),
    ]
    folder = write_folder(tmp_path, footprint_members=members)
    load_registry(folder=folder, by="command")
    page = read(client, "/places/planning/sets/plans/", as_at="2016-06-01")
    assert "Together the catchments hold 1,600 people." in page


def test_set_whose_members_overlap_adds_no_catchments(client, tiny):
    page = read(client, "/places/planning/sets/plans/", as_at="2016-06-01")
    assert "Together the catchments" not in page


def test_csv_holds_the_whole_list_with_its_licence(client, tiny):
    response = client.get(
        "/places/register.csv", {"as_at": "2020-04-02", "kind": "ccg", "page": "9"}
    )
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="places-2020-04-02.csv"'
    )
    assert rows == [
        {
            "id": "ccg-all",
            "name": "NHS All CCG",
            "kind": "ccg",
            "set": "",
            "standing": "in_force",
            "ods_code": "99A",
            "gss_code": "",
            "starts_on": "2020-04-01",
            "ends_on": "",
            "members": "pcn-one",
            "predecessors": "ccg-hill ccg-mill ccg-quay",
            "source": "The paper",
            "evidence": "published",
            "licence": "OGL-3.0",
            "statement": "Contains public sector information licensed under the Open "
            "Government Licence v3.0.",
        }
    ]


def test_csv_cannot_be_taken_for_a_formula(client, tmp_path, db):
    site = [("infirmary", "=HYPERLINK(1)", "trust", "RHI01", None, None)]
    folder = write_folder(tmp_path, sites=site)
    try:
        load_registry(folder=folder, by="command")
    except Exception:
        return
    text = client.get("/places/register.csv", {"kind": "site"}).content.decode()
    assert "'=HYPERLINK(1)" in text


@pytest.mark.parametrize("districts", [1, 3])
def test_list_asks_the_database_alike_however_long_it_is(
    client, tmp_path, db, django_assert_num_queries, districts
):
    areas = [
        (f"d{n}", f"District {n}", "district", None, None, None)
        for n in range(districts)
    ]
    kept = [row[:6] for row in make_tables()["areas"].rows()]
    load_registry(folder=write_folder(tmp_path, areas=[*kept, *areas]), by="command")
    client.get("/places/")  # build the registry once
    with django_assert_num_queries(4):
        client.get("/places/", {"kind": "district"})


def test_other_pages_offer_the_places_of_the_day(client, tiny):
    page = read(client, "/", as_at="2016-06-01")
    assert '<optgroup label="Clinical commissioning groups">' in page
    assert '<option value="ccg-mill">NHS Mill CCG</option>' in page


@pytest.mark.parametrize(
    ("place", "name"),
    [("ccg-mill", "NHS Mill CCG"), ("ccg-all", "NHS All CCG"), ("dell", "dell")],
)
def test_place_in_the_address_is_shown_by_its_name(client, tiny, place, name):
    page = read(client, "/", place=place, as_at="2016-06-01")
    assert f"Place: {name}" in page
