"""Pages of the rules: read, asked with a form, answered with reasons, never kept."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from placeplan.rulebook import RULE_WORDS, gather_rules
from placeplan_web.config.rule_entry import Entry, EntryKind, is_flat, list_entries

# Nothing here may ask the database: a test without the mark `django_db` cannot.


def read(response):
    page = response.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def open_rule(name, **asked):
    return Client().get(
        f"/rules/{name}/", {f"ask-{entry}": typed for entry, typed in asked.items()}
    )


def test_every_rule_is_listed_with_a_link():
    response = Client().get("/rules/")

    assert re.findall(r'href="/rules/([a-z-]+)/"', response.content.decode()) == list(
        RULE_WORDS
    )
    for about in RULE_WORDS.values():
        assert about in read(response)


@pytest.mark.parametrize("name", sorted(RULE_WORDS))
def test_a_rule_says_what_it_takes_and_answers_its_examples(name):
    rule = gather_rules()[name]

    response = Client().get(f"/rules/{name}/")

    page = read(response)
    assert response.status_code == 200
    assert "The answer" not in page  # nothing was asked
    for example in rule.examples:
        ruling = rule.ask(example)
        assert " ".join(ruling.source.split()) in page
        for reason in ruling.reasons:
            assert reason in page
    for entry in list_entries(rule):
        assert entry.about in page


@pytest.mark.parametrize("name", sorted(RULE_WORDS))
def test_an_example_can_be_sent_as_it_stands_in_the_form(name):
    rule = gather_rules()[name]
    example = rule.examples[0]

    if is_flat(list_entries(rule)):
        typed = {k: str(v).lower() if v is True else v for k, v in example.items()}
        response = open_rule(name, **typed)
    else:
        page = Client().get(f"/rules/{name}/").content.decode()
        held = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)[1]
        response = Client().post(f"/rules/{name}/", {"question": unescape(held)})

    assert response.status_code == 200
    page = read(response).partition("Ask it")[0]
    for reason in rule.ask(example).reasons:
        assert reason in page


@pytest.mark.parametrize(
    ("name", "flat"),
    [("risk-grade", True), ("milestone-rag", True), ("critical-path", False)],
)
def test_a_flat_question_has_fields(name, flat):
    page = Client().get(f"/rules/{name}/").content.decode()

    assert is_flat(list_entries(gather_rules()[name])) is flat
    assert ("<textarea" in page) is not flat


def test_an_amount_of_money_is_a_number_though_it_may_be_text():
    kinds = {
        each.name: each.kind for each in list_entries(gather_rules()["allocation"])
    }

    assert kinds["budget_pounds"] is EntryKind.NUMBER
    assert kinds["places"] is EntryKind.LIST


def test_an_answer_can_be_linked_to():
    page = read(open_rule("risk-grade", impact="2", likelihood="4"))

    assert "Score 8 Grade high Escalates yes" in page
    assert "Minor (2) x Likely (4) = 8, High: it escalates." in page


def test_a_bare_word_is_the_headline_of_its_answer():
    due = {"starts_on": "2019-09-01", "ends_on": "2019-10-31"}

    page = read(open_rule("milestone-state", **due, as_at="2019-10-31"))

    assert "The answer On time Why On 31 October 2019" in page


def test_every_fault_stands_at_its_field():
    response = open_rule("risk-grade", impact="6", likelihood="x", as_at="2019-02-30")

    page = response.content.decode()
    assert response.status_code == 422
    for entry, words in (
        ("impact", "Impact: expected 5 or less, found 6. Correct the entry."),
        (
            "likelihood",
            'Likelihood: expected a whole number, found "x". Correct the entry.',
        ),
        ("as_at", "As at: expected a date, such as 2019-10-31"),
    ):
        error = page.partition(f'id="id_ask-{entry}-error"')[2].partition("</span>\n")[
            0
        ]
        assert words in unescape(error)
        assert f'href="#id_ask-{entry}"' in page
    assert 'value="6"' in page
    assert "The answer" not in read(response)
    assert "<title>Refused: risk-grade" in page


def test_a_needed_entry_that_is_empty_is_asked_for():
    page = read(open_rule("risk-grade", impact="", likelihood="4"))

    assert "Impact: expected an entry, found nothing. Add the entry." in page


def test_a_fault_of_the_whole_question_stands_above_the_form():
    due = {"starts_on": "2019-10-31", "ends_on": "2019-09-01", "as_at": "2019-10-31"}

    response = open_rule("milestone-state", **due)

    assert response.status_code == 422
    assert "ends_on on 2019-10-31 (starts_on) or later" in read(response)


def test_a_name_that_only_the_answer_refuses_is_told():
    example = gather_rules()["milestone-rag"].examples[0]

    response = open_rule("milestone-rag", **{**example, "rule_set": "mine"})

    assert response.status_code == 422
    assert "'mine'" in read(response)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Expected JSON"),
        ("{", "Expected JSON"),
        (r'{"a": "\ud800"}', "characters that UTF-8 does not have"),
        ("[]", "as a JSON object"),
        ('{"activities": [{"id": ""}]}', "activities, entry 1, id: expected some text"),
    ],
)
def test_json_that_is_refused_is_told_and_kept_in_the_form(typed, words):
    response = Client().post("/rules/critical-path/", {"question": typed})

    assert response.status_code == 422
    assert words in read(response)
    assert typed in unescape(response.content.decode())


def test_lists_of_the_answer_are_tables():
    example = gather_rules()["critical-path"].examples[0]

    page = Client().post("/rules/critical-path/", {"question": json.dumps(example)})

    answer = page.content.decode().partition("Ask it")[0]
    assert answer.count("<table") == 1
    assert "Longest appoint, train, open" in read(page)


def test_hostile_words_stay_words():
    typed = '{"activities": [{"id": "<script>alert(1)</script>"}]}'

    page = Client().post("/rules/critical-path/", {"question": typed}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_day_of_a_rule_is_not_the_day_of_the_pages():
    due = {"starts_on": "2019-09-01", "ends_on": "2019-10-31", "as_at": "2019-11-01"}
    asked = {f"ask-{entry}": typed for entry, typed in due.items()}

    page = Client().get("/rules/milestone-state/", {**asked, "place": "swale"})

    words = page.content.decode()
    assert "pp-settings--past" not in words
    assert 'name="place" value="swale"' in words  # the form keeps the settings


def test_asking_needs_no_token_and_sets_no_cookie():
    strict = Client(enforce_csrf_checks=True)
    example = json.dumps(gather_rules()["critical-path"].examples[0])

    response = strict.post("/rules/critical-path/", {"question": example})

    assert response.status_code == 200
    assert response.cookies == {}


def test_a_question_that_is_too_large_is_refused_before_it_is_read():
    response = Client().post("/rules/critical-path/", {"question": "x" * 3 * 1024**2})

    assert response.status_code == 413


def test_an_unknown_rule_names_those_that_are_near():
    near, far = Client().get("/rules/risk-grad/"), Client().get("/rules/weather/")

    assert (near.status_code, far.status_code) == (404, 404)
    assert "Did you mean risk-grade?" in read(near)
    assert "Choose one of these." in read(far)


def test_the_guide_to_the_api_names_every_address_and_every_rule():
    page = read(Client().get("/api/"))

    for address in (
        *("GET /api/v1/rules", "GET /api/v1/rules/NAME", "POST /api/v1/rules/NAME"),
        *("GET /api/v1/openapi.json", "curl http://testserver/api/v1/rules/risk-grade"),
    ):
        assert address in page
    for name, about in RULE_WORDS.items():
        assert f"{name}: {about}" in page


def test_the_guide_loads_nothing_from_elsewhere():
    page = Client().get("/api/").content.decode()

    loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]*)"', page)
    assert [address for address in loaded if not address.startswith("/")] == []


def test_the_foot_of_every_page_leads_to_the_rules():
    footer = Client().get("/api/").content.decode().partition("<footer")[2]

    assert re.search(r'href="/rules/">Rules and API</a>', footer)


def test_the_start_of_the_api_leads_to_its_guide():
    assert Client().get("/api/v1/").headers["Location"] == "/api/"


def test_an_entry_is_read_out_of_a_schema():
    entries = {
        each.name: each for each in list_entries(gather_rules()["milestone-rag"])
    }

    assert entries["tolerance_days"] == Entry(
        "tolerance_days",
        EntryKind.WHOLE,
        "How far its project lets it slip.",
        is_needed=False,
        choices=(),
        bounds="0 or more, 3650 or less",
        default=0,
    )
    assert entries["starts_on"].is_needed
    assert entries["blocked"].kind is EntryKind.SWITCH
    assert entries["forecast_ends_on"].kind is EntryKind.DAY
    (outcome,) = (
        each
        for each in list_entries(gather_rules()["assumption-state"])
        if each.name == "outcome"
    )
    assert outcome.takes == "one of several, held, failed"


def test_list_is_told_from_entries_within_and_from_one_number_for_all():
    takes = {
        entry.name: entry.takes
        for rule in ("five-year-opportunity", "fund-payment", "break-even")
        for entry in list_entries(gather_rules()[rule])
    }
    assert takes["cost_growth"] == "number, or a list of them"
    assert takes["catch_up_pounds"] == "number, or a list of them"
    assert takes["phased_shares"] == "list"
    assert takes["bodies"] == "list"
    assert takes["rtt"] == "several entries"


def test_money_of_an_answer_is_told_to_the_penny_and_shares_in_percent():
    places = [
        {"id": "north", "people": 100, "allocation_pounds": 480_000},
        {"id": "south", "people": 100, "allocation_pounds": 510_000},
    ]
    question = {"budget_pounds": "1000000.01", "places": places, "pace": {}}

    page = Client().post("/rules/allocation/", {"question": json.dumps(question)})

    answer = read(page)
    assert "Total pounds £1,000,000.01" in answer
    assert "Target parts pounds Need: £500,000.01" in answer
    assert "Opening distance −3.03%" in answer
