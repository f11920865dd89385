"""The API, version 1: any rule of the rulebook, asked over the web.

Nobody signs in to ask, and nothing is kept or changed: an answer follows from what was
sent alone. So the API reads no cookie, and a token against forged requests would guard
nothing: another site can make a browser ask, but it changes nothing here, learns
nothing about the person who browses, and cannot read the answer, since no header
shares it with other origins (``Cross-Origin-Resource-Policy: same-origin``).
"""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from ninja import NinjaAPI, Schema
from ninja.openapi.schema import OpenAPISchema
from ninja.responses import Status
from pydantic import Field

from placeplan.errors import Fault, InputError, PlaceplanError, list_faults
from placeplan.reference import Rule
from placeplan.rulebook import (
    RULE_WORDS,
    find_near_names,
    gather_rules,
    parse_question,
)
from placeplan_web.config.api_description import add_rules

MOST_QUESTION_BYTES: Final = 1024 * 1024
SENT: Final = "what was sent"


class RulingAnswer(Schema):
    """What a rule answers, why in full sentences, and where it was read."""

    result: Any
    reasons: list[str]
    source: str


class RuleLine(Schema):
    """A rule of the list."""

    name: str
    about: str
    address: str


class ExampleAnswer(Schema):
    """A question, and what the rule answers."""

    question: dict[str, Any]
    ruling: RulingAnswer


class RuleAnswer(RuleLine):
    """A rule: what it takes, where it was read, and how it answers."""

    question_schema: dict[str, Any] = Field(alias="schema")
    source: str
    examples: list[ExampleAnswer]


class FaultAnswer(Schema):
    """One thing that is wrong: the parts, and the whole in words."""

    file: str
    where: str
    expected: str
    found: str
    remedy: str
    words: str


class Refusal(Schema):
    """Everything that is wrong with what was sent, at once."""

    faults: list[FaultAnswer]


class UnknownRule(Refusal):
    """There is no such rule; these are near."""

    near: list[str]


class RulesAPI(NinjaAPI):
    """An API whose description has an entry for each rule, with its own schema."""

    def get_root_path(self, path_params: dict[str, Any]) -> str:
        return reverse("api:rules").removesuffix("rules")

    def get_openapi_schema(
        self,
        *,
        path_prefix: str | None = None,
        path_params: dict[str, Any] | None = None,
    ) -> OpenAPISchema:
        described = super().get_openapi_schema(
            path_prefix=path_prefix, path_params=path_params
        )
        add_rules(described, gather_rules())
        return described


# No page of documents is made by the library: it would load scripts from elsewhere,
# which our policy refuses. Ours stands at /api/.
api = RulesAPI(
    title="Placeplan",
    version="1",
    description="Every rule that stands behind the pages, so that anyone can check it.",
    urls_namespace="api",
    docs_url=None,
)


@api.api_operation(
    ["GET", "HEAD"],
    "/rules",
    response=list[RuleLine],
    url_name="rules",
    operation_id="list-rules",
    summary="List every rule, with a line about it",
)
def list_rules(request: HttpRequest) -> list[dict[str, str]]:
    return [_write_line(name, about) for name, about in RULE_WORDS.items()]


@api.api_operation(
    ["GET", "HEAD"],
    "/rules/{name}",
    response={200: RuleAnswer, 404: UnknownRule},
    by_alias=True,
    url_name="rule",
    operation_id="describe",
)
def describe_rule(request: HttpRequest, name: str) -> Status[dict[str, Any]]:
    rule = gather_rules().get(name)
    if rule is None:
        return _refuse_name(name)
    examples = [
        {"question": dict(each), "ruling": rule.ask(each).as_json()}
        for each in rule.examples
    ]
    described = {
        **_write_line(rule.name, rule.about),
        "schema": rule.describe(),
        "source": examples[0]["ruling"]["source"],
        "examples": examples,
    }
    return Status(200, described)


@api.post(
    "/rules/{name}",
    response={
        200: RulingAnswer,
        400: Refusal,
        404: UnknownRule,
        413: Refusal,
        422: Refusal,
    },
    url_name="rule",
    operation_id="ask",
)
def ask_rule(request: HttpRequest, name: str) -> Status[dict[str, Any]]:
    rule = gather_rules().get(name)
    if rule is None:
        return _refuse_name(name)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_QUESTION_BYTES:
        remedy = "Ask in several questions."
        fault = Fault(SENT, "", "1 MB at most", "more", remedy)
        return _refuse(413, InputError([fault]))
    try:
        question = parse_question(request.body, SENT)
    except InputError as error:
        return _refuse(400, error)
    return _answer(rule, question)


def _answer(rule: Rule, question: object) -> Status[dict[str, Any]]:
    try:
        return Status(200, rule.ask(question).as_json())
    except PlaceplanError as error:
        return _refuse(422, error)


def _refuse(status: int, error: PlaceplanError) -> Status[dict[str, Any]]:
    return Status(status, {"faults": list_faults(error)})


def _refuse_name(name: str) -> Status[dict[str, Any]]:
    near = find_near_names(name)
    remedy = f"Did you mean {' or '.join(near)}?" if near else "See /api/v1/rules."
    fault = Fault("the address", "", "the name of a rule", name[:100], remedy)
    refused = {"faults": list_faults(InputError([fault])), "near": list(near)}
    return Status(404, refused)


def _write_line(name: str, about: str) -> dict[str, str]:
    return {"name": name, "about": about, "address": reverse("api:rule", args=[name])}


_PATTERNS, _APP, _NAMESPACE = api.urls
# The library's own front page of the API only says that there is none: ours is /api/.
API_URLS: Final = (
    [each for each in _PATTERNS if getattr(each, "name", "") != "api-root"],
    _APP,
    _NAMESPACE,
)
