"""Pages of performance as a reader opens them."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

from factories.performance_factory import (
    STEADY,
    make_indicator,
    make_months,
    make_performance_tables,
    write_performance,
)
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.performance.operations import load_performance
from placeplan_web.performance.presenters.must_do import write_threshold
from placeplan_web.performance.presenters.period import write_period
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.operations.load import load_programme

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
PAGES = (
    "/performance/",
    "/performance/systems/",
    "/performance/must-dos/",
    "/performance/signals/",
)
GONE = ("beds", "next-door")
MONTHLY = "/performance/indicators/ae-by-month/"


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def read_rows(client, url, **query):
    return list(csv.DictReader(io.StringIO(read(client, url, **query))))


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return found.group(1).strip() if found else ""


def list_cells(page, row):
    """Give the texts of the row of a table that a text heads."""
    start = page.index(f">{row}</a>")
    cells = page[start : page.index("</tr>", start)]
    found = re.findall(r'<span class="pp-cell">(.*?)</span></td>', cells, re.S)
    return [" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in found]


@pytest.fixture
def kent(db):
    load_registry(folder=EXAMPLE, by="command")
    return load_performance(folder=EXAMPLE, by="command")


def load_changed(tmp_path, **changed):
    folder = write_performance(tmp_path / "changed", **changed)
    return load_performance(folder=folder, by="command")


def test_kent_and_medway_failed_six_six_four_and_one(client, kent):
    assert find_finding(read(client, "/performance/")) == (
        "East Kent Hospitals University NHS Foundation Trust and Medway NHS "
        "Foundation Trust failed six of seven standards, Maidstone and Tunbridge "
        "Wells NHS Trust four, Dartford and Gravesham NHS Trust one."
    )


def test_our_weights_keep_the_published_order_and_say_that_they_are_ours(client, kent):
    page = read(client, "/performance/systems/")
    rated = page[page.index('id="ratings"') : page.index('id="groups"')]
    scores = re.findall(r"<span class=\"pp-cell\">(0\.\d\d)</span>", rated)
    names = re.findall(
        r"<span class=\"pp-cell\">([A-Z][a-z ]+[A-Za-z ]*)</span>", rated
    )
    assert scores == sorted(scores, reverse=True)
    assert [name for name in names if name in rated][:4] == [
        "Surrey Heartlands",
        "South East London",
        "Kent and Medway",
        "Sussex and East Surrey",
    ]
    assert rated.count(">illustrative</strong>") == 5
    assert "does not claim to be the official rating" in rated


def test_provider_table_tags_what_fails_and_nothing_else(client, tables):
    page = read(client, "/performance/")
    assert list_cells(page, "Cancer") == [
        "2014/15",
        "at least 93%",
        "90.0% fails",
        "95.3%",
    ]
    assert list_cells(page, "Deaths") == [
        "2014/15",
        "no standard",
        "106.9",
        "no figure",
    ]
    assert find_finding(page) == (
        "East Trust failed two of two standards, West Trust none."
    )


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("2014-09 to 2015-08", "September 2014 to August 2015"),
        ("2017-03", "March 2017"),
        ("Q4 2016/17", "Q4 2016/17"),
        ("2015-16", "2015-16"),
        ("2015-06-01", "2015-06-01"),
        ("not stated", "not stated"),
    ],
)
def test_period_names_months_and_leaves_other_words(period, shown):
    assert write_period(period) == shown


def test_money_asked_for_reads_as_pounds():
    asked = {"operator": ">=", "level": 0.0, "unit": "GBP", "words": "in balance"}
    assert write_threshold(asked) == "at least £0"
    assert write_threshold({**asked, "level": -1500.0}) == "at least −£1,500"


def test_figures_carry_their_status(client, tables):
    assert 'pp-tag">published' in read(client, MONTHLY)
    for url in ("/performance/", "/performance/systems/", "/performance/signals/"):
        page = read(client, url)
        start = page.index("Status of these figures:")
        assert "published" in page[start : page.index("</p>", start)]


def test_provider_in_the_address_stands_alone(client, tables):
    page = read(client, "/performance/", place="west-trust")
    assert list_cells(page, "Cancer") == ["2014/15", "at least 93%", "95.3%"]
    assert find_finding(page) == "West Trust failed none of two standards."


def test_place_without_figures_leaves_the_table_whole(client, tables):
    assert (
        len(list_cells(read(client, "/performance/", place="ashford"), "Cancer")) == 4
    )


def test_file_of_providers_says_what_fails_and_why_not(client, tables):
    rows = read_rows(client, "/performance/providers.csv")
    assert [(r["indicator"], r["body"], r["meets"], r["reason"]) for r in rows] == [
        ("cancer", "east-trust", "no", ""),
        ("cancer", "west-trust", "yes", ""),
        ("deaths", "east-trust", "", "no standard"),
        ("tests", "east-trust", "no", ""),
        ("tests", "west-trust", "yes", ""),
    ]
    assert rows[0]["body_name"] == "East Trust"
    assert rows[0]["source"] == "first-paper"


def test_systems_are_ranked_on_each_indicator(client, tables):
    page = read(client, "/performance/systems/")
    assert list_cells(page, "Beds") == [
        "prevention",
        "2014/15",
        "449.0% rank 1",
        "461.0% rank 2",
    ]
    assert find_finding(page) == (
        "Of 2 indicators, The system is best or level with the best on 1 and worst or "
        "level with the worst on 1, among 2 systems."
    )


def test_file_of_systems(client, tables):
    rows = read_rows(client, "/performance/systems.csv")
    assert [(r["indicator"], r["body_name"], r["rank"], r["of"]) for r in rows] == [
        ("beds", "The system", "1", "2"),
        ("beds", "Next Door", "2", "2"),
        ("leaders", "The system", "2", "2"),
        ("leaders", "Next Door", "1", "2"),
    ]


def test_system_without_a_published_rating_is_said_to_have_none(client, tables):
    page = read(client, "/performance/systems/")
    assert "3 making progress, published 21 July 2017" in page
    assert "not published" in page


def test_must_dos_say_what_is_met_and_what_nobody_can_tell(client, tables):
    page = read(client, "/performance/must-dos/")
    assert find_finding(page) == (
        "1 of 2 figures misses what was asked for 2016/17; 1 threshold has no figure "
        "and counts as neither met nor missed."
    )
    for words in (
        "1. Plan",
        "No paper gives a measure for it.",
        "no level in the papers: as asked",
        "more than 95%",
        "no body named",
        "no period",
        "Gives what was asked, figures.",
    ):
        assert words in page


def test_file_of_must_dos(client, tables):
    rows = read_rows(client, "/performance/must-dos.csv")
    assert [(r["number"], r["measure"], r["body"], r["state"]) for r in rows] == [
        ("1", "", "", "no threshold"),
        ("4", "beds", "", "no figure"),
        ("4", "spending", "", "no threshold"),
        ("4", "two weeks", "east-trust", "not met"),
        ("4", "two weeks", "west-trust", "met"),
    ]


def test_signals_say_which_series_hold_one(client, tables):
    page = read(client, "/performance/signals/")
    assert find_finding(page) == (
        "Of 3 series, 2 are worse and 0 better than chance explains; 3 cannot be "
        "expected to meet the standard unless something changes."
    )
    assert (
        "East Trust: 76.0% in May 2017; falling and worse than chance explains (in a "
        "run of 6 months or more going one way). It cannot be expected to meet the "
        "standard of at least 95% unless something changes."
    ) in page
    assert (
        "West Trust: 82.0% in May 2017; no signal: it varies as chance would." in page
    )


def test_signals_of_one_provider(client, tables):
    page = read(client, "/performance/signals/", place="west-trust")
    assert page.count('class="pp-multiple"') == 1
    whole = read(client, "/performance/signals/", place="ashford")
    assert whole.count('class="pp-multiple"') == 3


def test_sum_of_all_says_who_is_in_it(client, tables):
    who = "All together are East Trust, West Trust."
    assert read(client, "/performance/signals/").count(who) == 2
    assert who in read(client, MONTHLY)
    rows = read_rows(client, "/performance/signals.csv")
    assert [row["of_whom"] for row in rows] == [who, "", ""]


@pytest.mark.parametrize("url", [*PAGES, "/performance/indicators/acute-ae-4h/"])
def test_page_shows_what_hangs_on_its_figures_both_ways(client, kent, url):
    load_facts(folder=EXAMPLE, by="command")
    page = read(client, url)
    hangs = page[page.index('id="hangs-title"') :]
    rests, resting = hangs.split(">Resting on this<")
    assert "/evidence/facts/F" in rests
    assert "/performance/must-dos/#must-do-4" in resting


def test_case_for_change_hangs_on_the_dashboard_of_systems(client, kent):
    load_facts(folder=EXAMPLE, by="command")
    page = read(client, "/performance/indicators/dashboard-ae/")
    assert "/evidence/case-for-change/#care" in page[page.index('id="hangs-title"') :]


def test_benefit_hangs_on_its_indicator(client, kent):
    load_programme(folder=EXAMPLE, by="command")
    page = read(client, "/performance/indicators/ae-4h-monthly/")
    benefit = "/programme/system-transformation-2019/benefits/BEN-02/"
    assert benefit in page[page.index('id="hangs-title"') :]


def test_file_of_signals(client, tables):
    rows = read_rows(client, "/performance/signals.csv")
    assert [(r["series"], r["variation"]) for r in rows] == [
        ("Ae by month, All together", "Worse: low"),
        ("Ae by month, East Trust", "Worse: low"),
        ("Ae by month, West Trust", "No signal"),
    ]


def read_sheet(client, url):
    """Give the cells of a workbook's table, under its heading."""
    content = client.get(url).content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.iter_rows(min_row=3)]


def test_workbook_of_signals_has_numbers_that_are_numbers(client, tables):
    head, first, *_ = read_sheet(client, "/performance/signals.xlsx")
    assert [cell.value for cell in head][:3] == ["series", "figure", "unit"]
    assert (first[0].value, first[1].value) == ("Ae by month, All together", 79.0)
    assert first[1].data_type == "n"


@pytest.mark.parametrize(
    "url",
    [
        "/performance/providers",
        "/performance/systems",
        "/performance/must-dos",
        "/performance/indicators/cancer",
        "/performance/indicators/ae-by-month",
    ],
)
def test_workbook_holds_the_rows_of_the_csv(client, tables, url):
    head, *rows = read_sheet(client, f"{url}.xlsx")
    listed = read_rows(client, f"{url}.csv")
    assert [cell.value for cell in head] == list(listed[0])
    assert len(rows) == len(listed)


def test_series_of_twelve_months_has_no_limits_and_says_why(client, tables, tmp_path):
    short = make_months("west-trust", [*STEADY[:12], "no row", "no row"])
    load_changed(tmp_path, indicator_series=short)
    page = read(client, "/performance/signals/")
    assert "12 months are too few for limits: 13 are needed." in page
    assert "Too few months" in page
    assert "Limit" not in read(client, f"{MONTHLY}west-trust.svg")


def test_month_that_nobody_reported_is_a_gap_and_no_step(client, tables, tmp_path):
    gaps = [*STEADY[:5], "no row", None, *STEADY[7:]]
    series = [*make_months("west-trust", gaps), *make_months("east-trust", [None] * 14)]
    load_changed(tmp_path, indicator_series=series)
    page = read(client, MONTHLY)
    assert find_finding(page).startswith("West Trust: 82.0% in May 2017")
    assert page.count("not reported") == 2
    svg = read(client, f"{MONTHLY}west-trust.svg")
    assert svg.count("<polyline") == 2
    assert client.get(f"{MONTHLY}east-trust.svg").status_code == 404


def test_series_that_gets_better_says_so(client, tables, tmp_path):
    rising = make_months("west-trust", [80] * 6 + [81, 83, 86, 89, 91, 94, 96, 98])
    load_changed(tmp_path, indicator_series=rising)
    page = read(client, MONTHLY)
    assert "rising and better than chance explains" in page
    assert "Better: high" in page


def test_signal_of_what_is_only_watched_is_a_purple_triangle(client, tables, tmp_path):
    held = make_performance_tables()["indicators"]
    watched = [row for row in held if row["id"] != "ae-by-month"]
    watched.append(make_indicator("ae-by-month", set="monthly", better="neither"))
    rising = make_months("west-trust", [80] * 6 + [81, 83, 86, 89, 91, 94, 96, 98])
    load_changed(tmp_path, indicators=watched, indicator_series=rising, trajectories=[])
    page = read(client, MONTHLY)
    assert "More than chance: high, neither better nor worse" in page
    assert "rising and more than chance explains, neither better nor worse" in page
    assert "Neither way is better: it is watched" in page
    svg = read(client, f"{MONTHLY}west-trust.svg")
    assert svg.count('fill="#490092"') == svg.count("<polygon") > 0


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([94, 96], "It meets the standard of at least 95% in some months and not in"),
        ([99, 98], "It can be expected to meet the standard of at least 95%."),
    ],
)
def test_series_is_held_against_the_standard(client, tables, tmp_path, counts, words):
    series = make_months("west-trust", counts * 7)
    load_changed(tmp_path, indicator_series=series)
    assert words in read(client, MONTHLY)


def test_indicator_says_what_it_counts_and_its_standard_by_period(client, tables):
    page = read(client, "/performance/indicators/cancer/")
    assert find_finding(page) == "1 of 2 misses the standard of the period: East Trust."
    assert "30 September 2023" in page
    assert (
        "Papers give 2 single figures of this indicator and no figure by month. A "
        "control chart needs 13 months"
    ) in page


def test_indicator_that_all_meet(client, tables):
    page = read(client, "/performance/indicators/cancer/", place="west-trust")
    assert find_finding(page) == "0 of 1 miss the standard of the period."


def test_indicator_without_a_standard_says_what_is_counted(client, tables):
    page = read(client, "/performance/indicators/deaths/")
    assert find_finding(page) == "What is counted."


def test_indicator_by_month_tells_every_signal_in_words(client, tables):
    page = read(client, MONTHLY, place="east-trust")
    words = page[page.index("Signals in words") :]
    assert "October 2016 to May 2017: falling, worse than chance explains" in words
    path = page[page.index("Agreed with the regulator") - 900 :]
    assert "at least 90" in path
    assert "off by" in path
    assert page.count("<tr") == 1 + 14 + 1 + 2 + 1 + 1  # chart, standards, paths


def test_tables_beside_others_are_short_and_say_so(client, tables):
    page = read(client, MONTHLY)
    assert page.count("the last 12; the file holds all</caption>") == 3


def test_file_of_an_indicator_by_month_holds_limits_and_rules(client, tables):
    rows = read_rows(client, "/performance/indicators/ae-by-month.csv")
    assert len(rows) == 3 * 14
    first = rows[0]
    assert (first["body"], first["month"]) == ("all", "2016-04-01")
    assert (first["numerator"], first["denominator"]) == ("170.0", "200.0")
    assert (first["value"], first["rules"]) == ("85.0", "national-2.6a")


def test_file_of_an_indicator_without_months(client, tables):
    rows = read_rows(client, "/performance/indicators/cancer.csv")
    assert [(row["body"], row["value"]) for row in rows] == [
        ("east-trust", "90.0"),
        ("west-trust", "95.3"),
    ]


@pytest.mark.parametrize("screen", ["", "phone", "small"])
def test_chart_names_its_lines_or_their_levels(client, tables, screen):
    svg = read(client, f"{MONTHLY}west-trust.svg", **{"for": screen})
    words = "Standard 95.0" if screen == "" else "95.0"
    assert f">{words}</text>" in svg
    assert svg.count("<circle") == 14
    assert "style=" not in svg


def test_chart_tells_signals_by_shape_too(client, tables):
    svg = read(client, f"{MONTHLY}east-trust.svg")
    squares = svg.count('fill="#c8500a"')
    assert squares == svg.count("<rect") - 1
    assert squares + svg.count("<circle") + svg.count("<polygon") == 14


def test_what_is_none_is_not_found(client, tables):
    for url in (
        "/performance/indicators/no-such/",
        "/performance/indicators/no-such.csv",
        f"{MONTHLY}no-such.svg",
        "/performance/indicators/cancer/east-trust.svg",
    ):
        assert client.get(url).status_code == 404


@pytest.mark.parametrize("url", PAGES)
def test_page_before_the_first_load_says_how_to_fill_it(client, db, url):
    assert "Load the performance tables of a plan folder" in read(client, url)


@pytest.mark.parametrize("url", PAGES)
def test_page_on_a_day_before_every_paper_says_so(client, tables, url):
    assert "by 1 January 2010." in read(client, url, as_at="2010-01-01")


@pytest.mark.parametrize("name", ["providers", "systems", "must-dos", "signals"])
def test_file_on_a_day_before_every_paper_is_empty(client, tables, name):
    assert read_rows(client, f"/performance/{name}.csv", as_at="2010-01-01") == []


def test_series_is_known_from_its_paper_on(client, tables):
    assert client.get(MONTHLY, {"as_at": "2018-01-01"}).status_code == 404
    assert "East Trust" in read(client, MONTHLY, as_at="2019-08-05")


@pytest.mark.parametrize("url", [*PAGES, MONTHLY, "/performance/indicators/cancer/"])
def test_day_and_place_travel_in_every_link(client, tables, url):
    page = read(client, url, as_at="2020-01-01", place="east-trust")
    links = re.findall(r'(?:href|src)="(/performance/[^"]*)"', page)
    without = {
        link
        for link in links
        if "as_at=2020-01-01" not in link or "place=east-trust" not in link
    }
    assert without <= {f"{url}?place=east-trust", url}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("url", [*PAGES, MONTHLY])
def test_pages_ask_the_same_whatever_they_list(
    client, tables, tmp_path, number, url, django_assert_num_queries
):
    bodies = ("east-trust", "west-trust", "km-stp")[:number]
    series = [row for body in bodies for row in make_months(body, STEADY)]
    held = make_performance_tables()["indicator_values"]
    values = [row for row in held if row["body"] in ("next-door", *bodies)]
    load_changed(tmp_path, indicator_series=series, indicator_values=values)
    read(client, url)
    with django_assert_num_queries(6):
        read(client, url)


def test_dashboard_without_ratings_or_a_figure_says_so(client, tables, tmp_path):
    held = make_performance_tables()["indicator_values"]
    values = [row for row in held if (row["indicator"], row["body"]) != GONE]
    load_changed(tmp_path, ratings=[], indicator_values=values)
    page = read(client, "/performance/systems/")
    assert list_cells(page, "Beds")[-1] == "no figure"
    assert "How the commissioning groups were rated" not in page
