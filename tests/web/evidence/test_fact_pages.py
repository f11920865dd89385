"""Pages of the facts register as a reader opens them."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest
from django.urls import reverse

from factories.account_factory import UserFactory
from factories.fact_factory import make_fact, write_facts
from factories.plan_folder import write_plan_folder
from placeplan.evidence import Conflict, Fact, FactRegister, FactValue
from placeplan_web.evidence.fact_correction import correct_fact
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.presenters.conflict import ask_which
from placeplan_web.places.operations import load_registry
from placeplan_web.places.queries import list_sources

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FACT = "/evidence/facts/F146/"
CORRECT = "/evidence/facts/F146/correct/"
SHORTFALL = Fact(
    *("F1", 1, "workforce", "More doctors needed", FactValue("number", "245"), "GPs"),
    *("The system", "2017", date(2017, 3, 1), "p", "The update", "Point 5"),
)


@pytest.fixture
def facts(tmp_path):
    folder = write_facts(write_plan_folder(tmp_path / "plan"))
    load_registry(folder=folder, by="command")
    return load_facts(folder=folder, by="command")


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return found.group(1).strip() if found else ""


def list_facts(page):
    return re.findall(r'<a href="/evidence/facts/(\w+)/[^"]*">\1 ', page)


def read_rows(client, url, **query):
    text = read(client, url, **query)
    return list(csv.DictReader(io.StringIO(text)))


def correct_shortfall():
    return correct_fact(
        by="somebody",
        fact="F146",
        value=FactValue("number", "175"),
        reason="The booklet says so.",
        known_on=date(2019, 8, 5),
        source="second-paper",
        document="The booklet",
        heading="Why things need to change",
        seen_version=1,
        at=NOON,
    )


def test_list_says_in_a_sentence_what_the_register_holds(client, facts):
    assert find_finding(read(client, "/evidence/facts/")) == (
        "14 figures that the papers state, each in one place: 2 conflicts between "
        "them, and 3 checks of their arithmetic, of which none has changed."
    )


def test_list_says_when_a_sum_no_longer_holds(client, facts):
    correct_shortfall()
    finding = find_finding(read(client, "/evidence/facts/"))
    assert finding.endswith("of which 1 no longer holds.")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "245"}, ["F146"]),
        ({"q": "f297"}, ["F297"]),
        ({"q": "doctors needed"}, ["F146", "F297", "F307", "X01"]),
        ({"q": "485"}, ["X01"]),
        ({"category": "finance"}, ["F151", "F152"]),
        ({"paper": "second-paper", "q": "rise"}, ["F010"]),
        ({"status": "derived"}, []),
    ],
)
def test_list_is_cut_by_number_words_category_paper_and_status(
    client, facts, asked, found
):
    page = read(client, "/evidence/facts/", **asked)
    assert sorted(list_facts(page)) == found
    assert ("No fact matches." in page) is (not found)


def test_number_is_found_in_a_version_before_too(client, facts):
    correct_shortfall()
    assert list_facts(read(client, "/evidence/facts/", q="245")) == ["F146"]


def test_list_is_paged_and_every_page_keeps_the_question(client, tmp_path):
    many = [make_fact(f"F{at:03}", str(at)) for at in range(1, 31)]
    empty = {name: [] for name in ("facts_outside", "conflicts", "checks")}
    folder = write_facts(tmp_path, facts=many, fact_citations=[], **empty)
    load_facts(folder=folder, by="command")

    first = read(client, "/evidence/facts/", q="doctors")
    second = read(client, "/evidence/facts/", q="doctors", page="2")

    assert (len(list_facts(first)), len(list_facts(second))) == (25, 5)
    assert "/evidence/facts/?q=doctors&amp;page=2" in first


def test_file_holds_the_list_as_it_was_asked_for(client, facts):
    rows = read_rows(client, "/evidence/facts/register.csv", category="finance")
    assert [(row["id"], row["value"]) for row in rows] == [
        ("F151", "110"),
        ("F152", "486"),
    ]
    assert rows[0]["paper"] == "The first paper"
    assert rows[0]["heading"] == "Point 5"


def test_list_shows_what_was_known_on_the_day(client, facts):
    page = read(client, "/evidence/facts/", as_at="2018-01-01", q="doctors needed")
    assert list_facts(page) == ["F146", "X01"]


def test_list_on_a_day_before_every_paper_says_so(client, facts):
    page = read(client, "/evidence/facts/", as_at="2010-01-01")
    assert "No fact was known on 1 January 2010." in page


def test_list_before_the_first_load_says_how_to_fill_it(client):
    page = read(client, "/evidence/facts/")
    assert "Every figure that the papers state would stand here." in page


def test_text_that_a_reader_typed_is_shown_as_text(client, facts):
    page = read(client, "/evidence/facts/", q="<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_fact_says_what_it_is_and_that_it_is_disputed(client, facts):
    page = read(client, FACT)
    assert find_finding(page) == (
        "245 GPs (The system, 2017). It stands in 1 conflict: see below."
    )
    for words in ("The first paper", "Point 5", "1 March 2017", "No paper says why."):
        assert words in page


def test_fact_links_to_its_place_and_paper(client, facts):
    page = read(client, FACT, as_at="2019-09-01")
    assert "/places/km-stp/?as_at=2019-09-01" in page
    assert "/evidence/sources/first-paper/?as_at=2019-09-01" in page


def test_fact_lists_what_rests_on_it_by_kind(client, facts):
    page = read(client, FACT)
    rests = page[page.index('id="rests"') : page.index('id="versions"')]
    titles = re.findall(r'<h3 class="nhsuk-heading-s">(.*?)</h3>', rests)
    assert titles == [
        "Pages",
        "Facts beside it",
        "Conflicts",
        "Checks of arithmetic",
        "Assumptions of the plan",
    ]
    links = re.findall(r'<a href="([^"]*)">', rests)
    assert links == [
        "/evidence/case-for-change/#staff",
        "/evidence/facts/F297/",
        "/evidence/conflicts/#C01",
        "/evidence/checks/#A03",
        "/capacity/",
    ]


def test_fact_not_known_on_the_day_says_so(client, facts):
    page = read(client, "/evidence/facts/F297/", as_at="2018-01-01")
    assert "This fact was not known on 1 January 2018." in page
    assert "175" not in page


def test_fact_that_is_none_is_not_found(client, facts):
    assert client.get("/evidence/facts/F999/").status_code == 404


def test_fact_keeps_its_history(client, facts):
    correct_shortfall()
    page = read(client, FACT)
    assert "The booklet says so." in page
    assert "a correction was written, by staff" in page
    assert page.index("Version 2") < page.index("Version 1")
    assert find_finding(page).startswith("175 GPs")
    assert find_finding(read(client, FACT, as_at="2018-01-01")).startswith("245 GPs")


@pytest.mark.parametrize("number", [1, 3])
def test_fact_pages_ask_the_same_whatever_they_list(
    client, tmp_path, number, django_assert_num_queries
):
    beside = " ".join(f"F{at:03}" for at in range(2, 2 + number))
    more = [make_fact(f"F{at:03}", str(at)) for at in range(2, 2 + number)]
    conflict = {
        "id": "C01",
        "kind": "direct",
        "about": "Doctors",
        "facts": f"F001 {beside}",
        "explanation": "No paper says why.",
        "handling": "show all",
    }
    tables = {
        "facts": [make_fact("F001", "1"), *more],
        "conflicts": [conflict],
        **{name: [] for name in ("facts_outside", "checks", "fact_citations")},
    }
    load_facts(folder=write_facts(tmp_path, **tables), by="command")
    read(client, "/evidence/facts/F001/")

    with django_assert_num_queries(6):
        read(client, "/evidence/facts/F001/")
    with django_assert_num_queries(5):
        read(client, "/evidence/facts/")
    with django_assert_num_queries(4):
        read(client, "/evidence/conflicts/")


def sign_in_staff(client):
    client.force_login(UserFactory(is_staff=True))


def fill(**changed):
    return {
        "value": "175",
        "known_on": "2019-08-05",
        "source": "second-paper",
        "heading": "Why things need to change",
        "reason": "The booklet says so.",
        "version": "1",
        **changed,
    }


def test_only_staff_are_offered_to_correct(client, facts):
    assert "Correct this fact" not in read(client, FACT)
    client.force_login(UserFactory())
    assert "Correct this fact" not in read(client, FACT)
    sign_in_staff(client)
    assert "Correct this fact" in read(client, FACT)
    assert "Correct this fact" not in read(client, FACT, as_at="2019-09-01")


def test_form_shows_what_rests_on_the_fact_before_it_changes(client, facts):
    sign_in_staff(client)
    page = read(client, CORRECT)
    assert "What rests on this fact: 5" in page
    assert 'value="245"' in page


def test_correction_shows_what_has_to_be_looked_at(client, facts):
    sign_in_staff(client)
    response = client.post(CORRECT, fill(), follow=True)
    page = response.content.decode()
    assert response.redirect_chain == [(f"{FACT}#rests", 302)]
    assert (
        "F146 was 245 GPs and is now 175 GPs. 5 things rest on it: look at each. "
        "1 check came out otherwise than before."
    ) in page


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reason": ""}, "Say in a sentence why the fact is corrected."),
        ({"value": "many"}, "This is not a number, such as 245 or -1.5."),
        ({"known_on": "5 August"}, "Write the day as year, month and day"),
        ({"known_on": ""}, "Give the day since which this is known"),
        ({"source": "no-paper"}, "Select a valid choice."),
        ({"source": ""}, "Choose the paper that gives the new figure."),
        ({"heading": ""}, "Give the heading or paragraph that says so."),
        ({"value": "245"}, "F146 is 245 GPs already."),
        ({"known_on": "2016-01-01"}, "cannot be known before that"),
        ({"version": "7"}, "Somebody else corrected this fact while you wrote."),
    ],
)
def test_form_with_faults_says_why_and_loses_nothing(client, facts, changed, words):
    sign_in_staff(client)
    response = client.post(CORRECT, fill(**changed))
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    if "reason" not in changed:
        assert "The booklet says so." in page
    assert get_register().get_fact("F146").version == 1


def test_no_paper_is_chosen_before_the_writer_chooses_one(client, facts):
    sign_in_staff(client)
    chosen = re.findall(r'<option value="([^"]*)" selected', read(client, CORRECT))
    assert chosen == [""]


def test_correction_is_credited_to_the_paper_that_says_it(client, facts):
    sign_in_staff(client)
    client.post(CORRECT, fill())
    new = get_register().get_fact("F146")
    paper = list_sources()["second-paper"].title
    assert (new.source, new.document, new.heading) == (
        "second-paper",
        paper,
        "Why things need to change",
    )


def test_address_of_a_fact_in_small_letters_leads_to_it(client, facts):
    response = client.get("/evidence/facts/f146/")
    assert (response.status_code, response["Location"]) == (301, FACT)


def test_range_is_corrected_at_both_ends(client, facts):
    sign_in_staff(client)
    url = reverse("evidence:correct", kwargs={"fact": "F307"})
    client.post(url, fill(value="40,000", value_to="60,000"))
    assert get_register().get_fact("F307").shown == "40,000 to 60,000 people"


def test_correction_of_no_fact_is_not_found(client, facts):
    sign_in_staff(client)
    assert client.get("/evidence/facts/F999/correct/").status_code == 404


def test_reader_who_is_not_staff_may_not_correct(client, facts):
    client.force_login(UserFactory())
    assert client.post(CORRECT, fill()).status_code == 403
    assert get_register().get_fact("F146").version == 1


def test_conflicts_are_put_as_questions(client, facts):
    page = read(client, "/evidence/conflicts/")
    titles = re.findall(r'<h2 class="nhsuk-heading-m" id="C\d+">(.*?)</h2>', page)
    assert titles == ["245 or 175 GPs?", "The gap"]
    assert "<strong>Until it is settled:</strong> show both." in page


@pytest.mark.parametrize(
    ("values", "unit", "question"),
    [
        (("245", "175"), "GPs", "245 or 175 GPs?"),
        (("-103", "110"), "GBP million", "−£103 million or £110 million?"),
        (("95", "92"), "%", "95% or 92%?"),
        (("1.0", "4.0"), "version", "Version 1.0 or version 4.0?"),
        (("5", "5"), "GPs", "What it is about"),
        (("1", "2", "3", "4"), "GPs", "What it is about"),
    ],
)
def test_every_figure_of_a_question_carries_its_unit(values, unit, question):
    ids = [f"F{at}" for at, _ in enumerate(values)]
    known = tuple(
        replace(SHORTFALL, id=id_, value=FactValue("number", value), unit=unit)
        for id_, value in zip(ids, values, strict=True)
    )
    conflict = Conflict("C1", "direct", "What it is about", tuple(ids), "", "", "p")
    assert ask_which(conflict, FactRegister(known)) == question


def test_question_names_figures_in_the_order_in_which_they_became_known(client, facts):
    correct_shortfall()
    third = replace(SHORTFALL, id="F328", known_on=date(2019, 6, 24))
    register = get_register()
    known = FactRegister((*register.versions, third))
    conflict = Conflict("C1", "direct", "GPs", ("F146", "F328"), "", "", "p")
    assert ask_which(conflict, known) == "245 or 175 GPs?"


def test_conflict_is_known_once_two_of_its_figures_are(client, facts):
    page = read(client, "/evidence/conflicts/", as_at="2018-01-01")
    assert "The gap" in page
    assert "175 GPs" not in page


def test_conflicts_before_every_paper(client, facts):
    page = read(client, "/evidence/conflicts/", as_at="2010-01-01")
    assert "Facts that disagree would stand here." in page
    assert client.get("/evidence/conflicts.csv?as_at=2010-01-01").status_code == 200


def test_file_of_conflicts_has_a_row_for_each_figure(client, facts):
    rows = read_rows(client, "/evidence/conflicts.csv")
    assert [(row["conflict"], row["fact"]) for row in rows] == [
        ("C01", "F146"),
        ("C01", "F297"),
        ("C07", "F152"),
        ("C07", "X01"),
    ]


def test_checks_are_done_again_with_the_facts_of_now(client, facts):
    assert find_finding(read(client, "/evidence/checks/")) == (
        "2 of 3 checks come out as recorded; 1 was read by a person, with nothing to "
        "count."
    )
    correct_shortfall()
    page = read(client, "/evidence/checks/")
    assert "350: no longer holds" in page
    assert "recorded 490, now 350" in page


def test_file_of_checks(client, facts):
    rows = read_rows(client, "/evidence/checks.csv")
    assert [(row["check"], row["state"]) for row in rows] == [
        ("A01", "holds"),
        ("A02", "read by a person"),
        ("A03", "holds"),
    ]


def test_checks_before_every_paper(client, facts):
    page = read(client, "/evidence/checks/", as_at="2010-01-01")
    assert client.get("/evidence/checks.csv?as_at=2010-01-01").status_code == 200
    assert "a number is used twice" in page  # it counts with no fact


def test_case_for_change_says_what_its_facts_say(client, facts):
    page = read(client, "/evidence/case-for-change/")
    assert (
        'If nothing changes they will be <a href="/evidence/facts/F152/">'
        "£486 million</a> short in 2020/21."
    ) in page
    assert "If nothing changes" not in read(
        client, "/evidence/case-for-change/", as_at="2016-01-01"
    )


def test_case_for_change_says_none_in_words(client, tmp_path):
    none = make_fact("F149", "0", unit="hospitals")
    limit = make_fact("F148", "60", unit="minutes")
    empty = {name: [] for name in ("conflicts", "checks", "fact_citations")}
    folder = write_facts(tmp_path, facts=[none, limit], **empty)
    load_facts(folder=folder, by="command")
    page = read(client, "/evidence/case-for-change/")
    assert '<a href="/evidence/facts/F149/">No hospitals</a> gave clot-busting' in page


def test_case_for_change_follows_a_corrected_fact(client, facts):
    before = read_rows(client, "/evidence/case-for-change.csv")
    correct_shortfall()
    after = read_rows(client, "/evidence/case-for-change.csv")
    shown = [
        next(row["value"] for row in rows if row["fact"] == "F146")
        for rows in (before, after)
    ]
    assert shown == ["245 GPs", "175 GPs"]


def test_inequalities_say_who_lives_longest(client, facts):
    page = read(client, "/evidence/inequalities/")
    assert find_finding(page) == (
        "People live 3.2 years longer in Ashford (82.6) than in Thanet (79.4)."
    )
    assert "Within Thanet the most deprived live 7.1 years less" in page
    assert "What is missing here" in page


def test_picture_of_inequality_has_its_names_and_numbers(client, facts):
    for query in ({}, {"for": "phone"}):
        svg = read(client, "/evidence/inequalities/slope-index.svg", **query)
        for words in ("Ashford", "Thanet", "7.1", "3.0"):
            assert f">{words}</text>" in svg


def test_picture_that_is_none_is_not_found(client, facts):
    assert client.get("/evidence/inequalities/height.svg").status_code == 404
    before = "/evidence/inequalities/slope-index.svg?as_at=2010-01-01"
    assert client.get(before).status_code == 404


def test_inequalities_before_every_paper(client, facts):
    page = read(client, "/evidence/inequalities/", as_at="2010-01-01")
    assert "would stand here" in page


def test_file_of_inequalities(client, facts):
    rows = read_rows(client, "/evidence/inequalities.csv")
    assert [(row["group"], row["years"]) for row in rows] == [
        ("Ashford", "82.6"),
        ("Thanet", "79.4"),
        ("All", "81.1"),
        ("Ashford", "3.0"),
        ("Thanet", "7.1"),
    ]


@pytest.mark.parametrize(
    "url",
    [
        "/evidence/facts/register",
        "/evidence/conflicts",
        "/evidence/checks",
        "/evidence/case-for-change",
        "/evidence/inequalities",
    ],
)
def test_workbook_holds_the_rows_of_the_csv(client, facts, url):
    content = client.get(f"{url}.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    listed = read_rows(client, f"{url}.csv")
    assert head == list(listed[0])
    assert len(rows) == len(listed)


def test_search_finds_facts_by_number(client, facts):
    page = read(client, "/search/", q="245")
    assert "Facts that papers state" in page
    assert 'href="/evidence/facts/F146/"' in page


def test_day_travels_in_every_link(client, facts):
    day = "2019-09-01"
    for url in ("/evidence/facts/", FACT, "/evidence/conflicts/", "/evidence/checks/"):
        page = read(client, url, as_at=day)
        links = re.findall(r'href="(/evidence/[^"]*)"', page)
        assert {link for link in links if f"as_at={day}" not in link} <= {url}


def test_fact_shows_its_note_and_what_it_takes_the_place_of(client, tmp_path):
    more = {"note": "Counted by head.", "supersedes": "F001", "body": ""}
    cited = {"fact": "F002", "kind": "slide", "id": "s1", "title": "A slide"}
    tables = {
        "facts": [make_fact("F001", "1"), make_fact("F002", "2", **more)],
        "fact_citations": [cited],
        **{name: [] for name in ("facts_outside", "conflicts", "checks")},
    }
    load_facts(folder=write_facts(tmp_path, **tables), by="command")
    page = read(client, "/evidence/facts/F002/")
    for words in ("Counted by head.", "Takes the place of", "Slide", "A slide"):
        assert words in page
    assert "/places/" not in page[page.index("<dl") : page.index("</dl>")]


def test_text_is_corrected_as_it_is_written(client, tmp_path):
    fact = make_fact("F002", "good, mostly", kind="text", unit="rating")
    empty = ("facts_outside", "conflicts", "checks", "fact_citations")
    folder = write_facts(
        write_plan_folder(tmp_path), facts=[fact], **{name: [] for name in empty}
    )
    load_registry(folder=folder, by="command")
    load_facts(folder=folder, by="command")
    sign_in_staff(client)
    client.post("/evidence/facts/F002/correct/", fill(value="fair, at best"))
    assert get_register().get_fact("F002").shown == "fair, at best"


def test_facts_on_which_nothing_rests_are_found(client, facts):
    register = get_register()
    every = [fact.id for fact in register.facts]
    idle = [each for each in every if not register.what_rests_on(each)]

    listed = list_facts(read(client, "/evidence/facts/", rests="nothing"))

    assert 0 < len(idle) < len(every)
    assert listed == idle
    rows = read_rows(client, "/evidence/facts/register.csv", rests="nothing")
    assert [row["id"] for row in rows] == idle


def test_the_file_for_a_plan_folder_loads_again_with_every_version(
    client, facts, tmp_path
):
    correct_shortfall()
    address = "/evidence/facts/register.csv"
    assert f'{address}?shape=folder"' in read(client, "/evidence/facts/")

    answer = client.get(address, {"shape": "folder"})

    assert answer.headers["Content-Disposition"] == 'attachment; filename="facts.csv"'
    folder = tmp_path / "plan"
    (folder / "facts/facts.csv").write_bytes(answer.content)
    again = FactRegister.from_folder(folder)
    assert again.versions == get_register().versions
