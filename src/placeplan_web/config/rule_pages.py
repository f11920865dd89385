"""Pages of the rules: what each says, a form to ask it, and how a program asks.

A question changes nothing, so a form needs no token against forged requests; without
one, asking makes no session and sets no cookie. What a form with fields asks stands in
the address, so that an answer can be linked to; JSON is sent, as it may be long.
"""

import json
from dataclasses import dataclass
from http import HTTPStatus
from shlex import quote
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from placeplan.errors import PlaceplanError
from placeplan.reference import Rule
from placeplan.rulebook import (
    RULE_WORDS,
    find_near_names,
    gather_rules,
    parse_question,
)
from placeplan_web.config.api import MOST_QUESTION_BYTES
from placeplan_web.config.rule_answer import Answer, present_ruling
from placeplan_web.config.rule_entry import Entry, is_flat, list_entries
from placeplan_web.config.rule_form import (
    PREFIX,
    EntriesForm,
    JsonForm,
    write_json,
)
from placeplan_web.design.address import Address
from placeplan_web.design.views import too_large

ENTRY_HEAD = ("Entry", "What it takes", "Needed", "What it is")
# A rule knows no place and no day but those it is asked about: no page here shows the
# settings for both, and so none asks the database.
PLAIN: Final = {"shows_settings": False}
ADDRESSES: Final[tuple[tuple[str, str, dict[str, str], str], ...]] = (
    ("GET", "api:rules", {}, "Every rule, with a line about it."),
    ("GET", "api:rule", {"name": "NAME"}, "A rule: its schema, source and examples."),
    ("POST", "api:rule", {"name": "NAME"}, "A question as JSON; gives the ruling."),
    ("GET", "api:openapi-json", {}, "All of it for programs, as OpenAPI 3.1."),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A form, and the answer once it was sent and not refused."""

    form: EntriesForm | JsonForm
    answer: Answer | None = None


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    count = f"Any of these {len(RULE_WORDS)} rules can be asked by anyone"
    return _render_list(request, f"{count}, so that what a page says can be checked.")


@csrf_exempt  # nothing is changed: see above
@require_http_methods(["GET", "HEAD", "POST"])
def show_rule(request: HttpRequest, rule: str) -> HttpResponse:
    chosen = gather_rules().get(rule)
    if chosen is None:
        return _miss(request, rule)
    if int(request.META.get("CONTENT_LENGTH") or 0) > 3 * MOST_QUESTION_BYTES:
        return too_large(request)  # a form writes some signs with three
    entries = list_entries(chosen)
    asked = _ask_entries(request, chosen, entries) if is_flat(entries) else None
    asked = asked or _ask_json(request, chosen)
    context = {
        **PLAIN,
        "title": chosen.name,
        "about": chosen.about,
        "form": asked.form,
        "flat": isinstance(asked.form, EntriesForm),
        "answer": asked.answer,
        "entry_head": ENTRY_HEAD,
        "entry_rows": [_write_entry(entry) for entry in entries],
        "examples": _list_examples(chosen),
        "schema": write_json(chosen.describe()),
        "source": chosen.ask(chosen.examples[0]).source,
        "command": _write_command(request, chosen),
    }
    refused = bool(asked.form.errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "config/rule.jinja", context, status=status)


@require_safe
def api_guide(request: HttpRequest) -> HttpResponse:
    rules = gather_rules()
    example = rules["risk-grade"]
    rows = [
        [f"{method} {reverse(name, kwargs=parts or None)}", about]
        for method, name, parts, about in ADDRESSES
    ]
    described = [
        {
            "name": each.name,
            "about": each.about,
            "rows": [_write_entry(entry) for entry in list_entries(each)],
            "schema": write_json(each.describe()),
        }
        for each in rules.values()
    ]
    context = {
        **PLAIN,
        "title": "API",
        "rows": rows,
        "rules": described,
        "entry_head": ENTRY_HEAD,
        "command": _write_command(request, example),
        "answer": write_json(example.ask(example.examples[0]).as_json()),
        "description": reverse("api:openapi-json"),
    }
    return render(request, "config/api.jinja", context)


def _miss(request: HttpRequest, name: str) -> HttpResponse:
    near = " or ".join(find_near_names(name))
    words = f"Did you mean {near}?" if near else "Choose one of these."
    status = HTTPStatus.NOT_FOUND
    return _render_list(request, f"There is no rule of that name. {words}", status)


def _render_list(
    request: HttpRequest, finding: str, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    address: Address = request.address  # type: ignore[attr-defined]  # by the middleware
    rows = [
        [{"text": name, "href": address.link("rule", rule=name)}, about]
        for name, about in RULE_WORDS.items()
    ]
    context = {"title": "Rules", "finding": finding, "rows": rows, **PLAIN}
    return render(request, "config/rules.jinja", context, status=status)


def _ask_entries(request: HttpRequest, rule: Rule, entries: list[Entry]) -> Asked:
    sent = request.GET if any(n.startswith(f"{PREFIX}-") for n in request.GET) else None
    form = EntriesForm(entries, sent)
    if sent is None:
        form.start_from(rule.examples[0])
        return Asked(form)
    form.full_clean()
    return _ask(rule, form, form.read_question())


def _ask_json(request: HttpRequest, rule: Rule) -> Asked:
    form = JsonForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        form.start_from(rule.examples[0])
        return Asked(form)
    form.full_clean()
    try:
        question = parse_question(request.POST.get("question", ""), "the question")
    except PlaceplanError as error:
        form.show(error)
        return Asked(form)
    return _ask(rule, form, question)


def _ask(rule: Rule, form: EntriesForm | JsonForm, question: object) -> Asked:
    try:
        return Asked(form, present_ruling(rule.ask(question)))
    except PlaceplanError as error:
        form.show(error)
        return Asked(form)


def _list_examples(rule: Rule) -> list[dict[str, Any]]:
    return [
        {"question": write_json(each), "answer": present_ruling(rule.ask(each))}
        for each in rule.examples
    ]


def _write_entry(entry: Entry) -> list[str]:
    needed = "yes" if entry.is_needed else "no"
    return [entry.name, entry.takes, needed, entry.about]


def _write_command(request: HttpRequest, rule: Rule) -> str:
    address = request.build_absolute_uri(reverse("api:rule", args=[rule.name]))
    return f"curl {address} --data {quote(json.dumps(rule.examples[0]))}"
