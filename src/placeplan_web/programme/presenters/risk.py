"""The page of a risk: its scores, what is done about it, what it is tied to."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from placeplan.programme import acceptance, mitigation
from placeplan.programme.grade import grade_risk
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan_web.design.words import write_day
from placeplan_web.programme.models import Mitigation, Risk, RiskScore
from placeplan_web.programme.presenters.way import Ways, name_project, name_record
from placeplan_web.programme.queries.author import name_by_post
from placeplan_web.programme.queries.score_history import read_history
from placeplan_web.registers.kind import Section

SCORE_HEAD: Final = (
    "Score",
    "Scored on",
    {"text": "Impact", "numeric": True},
    {"text": "Likelihood", "numeric": True},
    {"text": "Result", "numeric": True},
    "Grade",
    "Why",
    "By",
)


def list_risk_sections(_scope: Any, risk: Risk, user: Any) -> list[Section]:
    """Give the parts of the page of a risk."""
    ways = Ways(risk, "risks", user)
    return [
        _show_scores(risk, ways),
        _show_mitigations(risk, ways),
        _show_acceptance(risk, ways),
        _show_ties(risk, ways),
    ]


def _show_scores(risk: Risk, ways: Ways) -> Section:
    rows = list(risk.scores.order_by("scored_on", "pk"))
    names = name_by_post({row.by for row in rows}, ways.user)
    crossings = risk.crossings.select_related("score").order_by("pk")
    said = [_say_crossing(each) for each in crossings]
    return Section(
        "Scores",
        words=" ".join(said),
        head=SCORE_HEAD,
        rows=[_make_row(row, names) for row in rows],
        links=[_link_history(risk)] if rows else [],
        actions=ways.list("score"),
        empty="Nobody has scored this risk yet. The papers give no scores.",
    )


def _link_history(risk: Risk) -> dict[str, str]:
    parts = {"slug": risk.programme.slug, "reference": risk.reference}
    return {
        "text": "Its scores as steps, and whether what was done brought them down",
        "href": reverse("programme:risk-history", kwargs=parts),
    }


def _make_row(row: RiskScore, names: Mapping[str, str]) -> list[Any]:
    graded = grade_risk(row.impact, row.likelihood, get_risk_matrix_at(row.scored_on))
    return [
        row.get_kind_display(),
        write_day(row.scored_on),
        row.impact,
        row.likelihood,
        graded.score,
        {"text": "", "status": graded.name.lower()},
        row.reason,
        names[row.by],
    ]


def _say_crossing(crossing: Any) -> str:
    way = "Reached" if crossing.is_upward else "Fell below"
    day = write_day(crossing.score.scored_on)
    return f"{way} the threshold of {crossing.threshold} on {day}."


def _show_mitigations(risk: Risk, ways: Ways) -> Section:
    rows = list(
        risk.mitigations.filter(withdrawn_at__isnull=True)
        .select_related("milestone__programme", "owner_post", "programme")
        .order_by("reference_order")
    )
    history = read_history(risk)
    rules = {row.pk: read_mitigation(row) for row in rows}
    today = timezone.localdate()
    return Section(
        "What is done about it",
        head=("Mitigation", "Done by", "Owner", "What it did"),
        rows=[
            [
                f"{row.reference} {row.title}",
                _say_due(row),
                row.owner_post.title if row.owner_post else row.owner_words,
                mitigation.judge_efficacy(
                    rules[row.pk], history, rules.values(), as_at=today
                ).words,
            ]
            for row in rows
        ],
        actions=ways.list("mitigate", "finish"),
        empty="Nothing is planned against it.",
    )


def read_mitigation(row: Mitigation) -> mitigation.Mitigation:
    """Give a mitigation as the library's rules take it: done with its milestone."""
    milestone = row.milestone
    finished = milestone.finished_on if milestone else row.finished_on
    reference = milestone.reference if milestone else ""
    return mitigation.Mitigation(
        row.reference, row.risk.reference, row.title, reference, finished
    )


def _say_due(row: Mitigation) -> Any:
    if row.milestone:
        return name_record(row.milestone, "milestones")
    if row.finished_on:
        return f"done on {write_day(row.finished_on)}"
    return write_day(row.due_on) if row.due_on else "no day is set"


def _show_acceptance(risk: Risk, ways: Ways) -> Section:
    rows = risk.acceptances.select_related("approver_post", "score").order_by("pk")
    now = risk.current_score.score if risk.current_score else None
    today = timezone.localdate()
    return Section(
        "Acceptance",
        head=("By", "From", "Until", "At a score of", "Why", "Today"),
        rows=[
            [
                row.approver_post.title,
                write_day(row.accepted_on),
                write_day(row.expires_on),
                row.score.score,
                row.reason,
                acceptance.ACCEPTANCE_STATES[
                    acceptance.RiskAcceptance(
                        *(risk.reference, row.approver_post.title, row.reason),
                        *(row.accepted_on, row.expires_on, row.score.score),
                    ).find_state(today, now)
                ],
            ]
            for row in rows
        ],
        actions=ways.list("accept"),
        empty="Nobody has accepted it as it stands.",
    )


def _show_ties(risk: Risk, ways: Ways) -> Section:
    return Section(
        "What it is tied to",
        links=list(_list_ties(risk)),
        actions=ways.list("happened"),
        empty="It is tied to no issue, assumption or project.",
    )


def _list_ties(risk: Risk) -> Iterator[dict[str, str]]:
    if risk.happened_on:
        yield {"text": f"It happened on {write_day(risk.happened_on)}."}
    for issue in risk.issues.select_related("programme").order_by("reference_order"):
        yield {**name_record(issue, "issues"), "note": "the issue that it became"}
    for tie in risk.assumption_links.select_related("assumption__programme"):
        note = f"grows if this fails ({tie.status})"
        yield {**name_record(tie.assumption, "assumptions"), "note": note}
    held_up = list(risk.project_links.select_related("project"))
    for link in held_up:
        note = f"would be held up ({link.status})"
        yield {**name_project(link.project, risk.programme), "note": note}
    if held_up:
        at_stake = reverse("programme:at-stake", kwargs={"slug": risk.programme.slug})
        yield {
            "text": "Which share of the gap hangs on it",
            "href": f"{at_stake}#by-risk",
        }
