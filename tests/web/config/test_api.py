"""The API: any rule, asked over the web by anybody, and refused in words."""

import json
from http import HTTPStatus

import pytest
from django.test import Client

from placeplan.rulebook import RULE_WORDS, gather_rules
from placeplan_web.config.api import MOST_QUESTION_BYTES

RULES = "/api/v1/rules"
GRADE = f"{RULES}/risk-grade"

# Nothing here may ask the database: a test without the mark `django_db` cannot.


def ask(address, question, **more):
    words = question if isinstance(question, str | bytes) else json.dumps(question)
    return Client().post(address, words, content_type="application/json", **more)


def list_words(response):
    return [fault["words"] for fault in response.json()["faults"]]


def test_every_rule_is_listed_with_its_address():
    response = Client().get(RULES)

    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    assert response.json() == [
        {"name": name, "about": about, "address": f"{RULES}/{name}"}
        for name, about in RULE_WORDS.items()
    ]


@pytest.mark.parametrize("name", sorted(RULE_WORDS))
def test_a_rule_tells_what_it_takes_and_how_it_answers(name):
    rule = gather_rules()[name]

    told = Client().get(f"{RULES}/{name}").json()

    assert list(told) == ["name", "about", "address", "schema", "source", "examples"]
    assert told["about"] == RULE_WORDS[name]
    assert told["schema"] == rule.describe()
    assert told["source"] == told["examples"][0]["ruling"]["source"]
    for example in told["examples"]:
        answer = ask(told["address"], example["question"])
        assert (answer.status_code, answer.json()) == (200, example["ruling"])


def test_an_answer_has_its_reasons_and_its_source():
    response = ask(GRADE, {"impact": 2, "likelihood": 4})

    assert response.status_code == HTTPStatus.OK
    assert list(response.json()) == ["result", "reasons", "source"]
    assert response.json()["result"] == {
        "score": 8,
        "grade": "high",
        "escalates": True,
    }


def test_a_bare_string_may_be_the_result():
    due = {"starts_on": "2019-09-01", "ends_on": "2019-10-31"}

    on_time = ask(f"{RULES}/milestone-state", {**due, "as_at": "2019-10-31"})
    late = ask(f"{RULES}/milestone-state", {**due, "as_at": "2019-11-01"})

    assert (on_time.json()["result"], late.json()["result"]) == ("on_time", "late")


def test_what_a_rule_refuses_is_told_with_every_fault():
    response = ask(GRADE, {"impact": 6, "likelihood": "4", "colour": "red"})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert list_words(response) == [
        "rule risk-grade, impact: expected 5 or less, found 6. Correct the entry.",
        (
            'rule risk-grade, likelihood: expected a whole number, found "4". '
            "Correct the entry."
        ),
        (
            'rule risk-grade, colour: expected no such entry, found "red". '
            "Take the entry out, or correct its name."
        ),
    ]
    assert list(response.json()["faults"][0]) == [
        *("file", "where", "expected", "found", "remedy", "words")
    ]


def test_a_name_that_only_the_answer_can_refuse_is_refused_too():
    question = gather_rules()["milestone-rag"].examples[0]

    response = ask(f"{RULES}/milestone-rag", {**question, "rule_set": "mine"})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "'mine'" in list_words(response)[0]


@pytest.mark.parametrize(
    "words", ["", "{", b"\xff", '{"impact": NaN}', '{"a": 1, "a": 1}', "[" * 100_000]
)
def test_what_is_no_json_is_a_bad_request(words):
    response = ask(GRADE, words)

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert list_words(response)[0].startswith("what was sent: expected JSON, found ")


@pytest.mark.parametrize("question", [[], "text", 4, None, True])
def test_json_that_is_no_question_is_refused(question):
    response = ask(GRADE, json.dumps(question))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "as a JSON object" in list_words(response)[0]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("name", "near", "remedy"),
    [
        ("risk-grad", ["risk-grade"], "Did you mean risk-grade?"),
        ("weather", [], "See /api/v1/rules."),
    ],
)
def test_an_unknown_rule_names_those_that_are_near(method, name, near, remedy):
    response = getattr(Client(), method)(f"{RULES}/{name}")

    assert response.status_code == HTTPStatus.NOT_FOUND
    assert response.json()["near"] == near
    assert response.json()["faults"][0]["found"] == name
    assert response.json()["faults"][0]["remedy"] == remedy


def test_a_question_has_1_mb_at_most():
    room = MOST_QUESTION_BYTES - len('{"impact": 2, "likelihood": 4}')
    fits = '{"impact": 2, "likelihood": 4' + " " * room + "}"

    assert ask(GRADE, fits).status_code == HTTPStatus.OK
    too_large = ask(GRADE, fits + " ")

    assert too_large.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert list_words(too_large) == [
        "what was sent: expected 1 MB at most, found more. Ask in several questions."
    ]


def test_the_kind_of_content_does_not_matter():
    typed = '{"impact": 2, "likelihood": 4}'

    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        assert Client().post(GRADE, typed, content_type=kind).status_code == 200


def test_nobody_needs_a_token_and_nobody_gets_a_cookie():
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(
        GRADE,
        '{"impact": 2, "likelihood": 4}',
        content_type="application/json",
        headers={"origin": "https://elsewhere.example"},
    )

    assert response.status_code == HTTPStatus.OK
    assert response.cookies == {}
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("address", [RULES, GRADE])
def test_headers_alone_can_be_asked_for(address):
    response = Client().head(address)

    assert (response.status_code, response.content) == (200, b"")


def test_what_changes_nothing_cannot_be_changed():
    assert Client().put(GRADE).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert Client().delete(RULES).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_the_description_has_an_address_for_each_rule_with_its_own_schema():
    described = Client().get("/api/v1/openapi.json").json()

    assert list(described["paths"]) == [RULES, *(f"{RULES}/{n}" for n in RULE_WORDS)]
    schemas = described["components"]["schemas"]
    for name, rule in gather_rules().items():
        asked = described["paths"][f"{RULES}/{name}"]["post"]
        assert asked["operationId"] == f"ask-{name}"
        assert asked["requestBody"]["content"]["application/json"]["schema"] == {
            "$ref": f"#/components/schemas/{name}"
        }
        assert set(asked["responses"]) == {"200", "400", "413", "422"}
        assert (
            schemas[name]["properties"].keys() == rule.describe()["properties"].keys()
        )
        assert schemas[name]["additionalProperties"] is False


def test_everything_that_the_description_refers_to_is_there():
    words = Client().get("/api/v1/openapi.json").content.decode()
    schemas = json.loads(words)["components"]["schemas"]

    referred = {part.split('"')[0] for part in words.split("#/components/schemas/")[1:]}

    assert referred - set(schemas) == set()


def test_the_library_ships_no_page_with_scripts_from_elsewhere():
    assert Client().get("/api/v1/docs").status_code == HTTPStatus.NOT_FOUND
