"""The page of an impact assessment: what is missing, then each part of it."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils import timezone

from placeplan.programme.characteristic import (
    CHARACTERISTICS,
    EQUALITY_AIMS,
    list_equality_pairs,
)
from placeplan.programme.domain_set import get_domain_set
from placeplan.programme.impact import list_reopened_domains
from placeplan.programme.signatory import find_missing_signatories
from placeplan_web.design.words import write_day
from placeplan_web.programme.forms.assessment import MEANING, is_unsigned
from placeplan_web.programme.models import (
    Direction,
    DomainRating,
    EqualityFinding,
    ImpactAssessment,
)
from placeplan_web.programme.operations.impact_assessment import list_gaps
from placeplan_web.programme.presenters.frame import join_words
from placeplan_web.programme.presenters.way import Ways
from placeplan_web.programme.queries.impact_state import (
    list_findings,
    list_ratings,
    read_ratings,
)
from placeplan_web.registers.kind import Section

DOMAIN_HEAD: Final = (
    "Domain",
    "What is rated",
    "Which way",
    {"text": "Score", "numeric": True},
    "Why",
)
SHORTEST: Final = 90


def list_assessment_sections(
    _scope: Any, record: ImpactAssessment, user: Any
) -> list[Section]:
    """Give the parts of the page of an assessment."""
    ways = Ways(record, "assessments", user)
    return [
        _show_missing(record),
        _show_domains(record, ways),
        _show_equality(record, ways),
        _show_mitigations(record, ways),
        _show_signatures(record, ways),
        _show_editions(record),
    ]


def _show_missing(record: ImpactAssessment) -> Section:
    gaps = list_gaps(record, timezone.localdate())
    if not gaps:
        return Section("What is missing", words="Nothing is missing.")
    words = f"{len(gaps)} things are missing before it can be signed."
    if len(gaps) == 1:
        words = "One thing is missing before it can be signed."
    links = [{"text": gap} for gap in gaps]
    return Section("What is missing", words=words, links=links)


def _show_domains(record: ImpactAssessment, ways: Ways) -> Section:
    found = get_domain_set(record.domain_set)
    ratings = list_ratings(record, record.edition)
    can = ways.can("rate")
    return Section(
        "Domains",
        words=f"{found.name}. {found.about}",
        head=DOMAIN_HEAD,
        rows=[
            [
                {
                    "text": each.name,
                    "href": ways.link("rate", domain=each.domain) if can else "",
                },
                each.rates,
                *_write_rating(ratings.get(each.domain)),
            ]
            for each in found.domains
        ],
        actions=ways.list("rate"),
    )


def _write_rating(row: DomainRating | None) -> list[Any]:
    if row is None:
        return [{"text": "", "status": "not rated"}, "", ""]
    score = row.score or 0
    signed = -score if row.direction == Direction.WORSE else score
    return [row.get_direction_display(), f"{signed}".replace("-", "−"), row.reason]


def _show_equality(record: ImpactAssessment, ways: Ways) -> Section:
    findings = list_findings(record, record.edition)
    pairs = list_equality_pairs(timezone.localdate(), local=True)
    ids = dict.fromkeys(id_ for id_, _ in pairs)
    return Section(
        "Equality: each characteristic and each aim of the duty",
        words="Evidence, or why there is none. What is not asked says so.",
        head=(
            "Characteristic",
            *(f"({aim}) {each.name}" for aim, each in EQUALITY_AIMS.items()),
        ),
        rows=[
            [
                CHARACTERISTICS[id_].name,
                *(
                    _write_finding(findings, ways, id_, aim)
                    if (id_, aim) in pairs
                    else "not asked"
                    for aim in EQUALITY_AIMS
                ),
            ]
            for id_ in ids
        ],
        actions=ways.list("find"),
    )


def _write_finding(
    findings: Mapping[tuple[str, str], EqualityFinding],
    ways: Ways,
    characteristic: str,
    aim: str,
) -> Any:
    row = findings.get((characteristic, aim))
    href = ""
    if ways.can("find"):
        href = ways.link("find", characteristic=characteristic, aim=aim)
    if row is None:
        required = CHARACTERISTICS[characteristic].required
        words = "not considered yet" if required else "not considered: a local addition"
        return {"text": words, "href": href}
    words = row.evidence or f"No evidence: {row.no_evidence_reason}"
    if len(words) > SHORTEST:
        words = f"{words[:SHORTEST].rstrip()}…"
    return {"text": row.get_direction_display(), "href": href, "note": words}


def _show_mitigations(record: ImpactAssessment, ways: Ways) -> Section:
    rows = record.mitigations.filter(withdrawn_at__isnull=True)
    names = {
        each.domain: each.name for each in get_domain_set(record.domain_set).domains
    }
    return Section(
        "Mitigations",
        head=("Mitigation", "For", "Post that does it", "Due on", "Done on"),
        rows=[
            [
                f"{row.reference} {row.title}",
                CHARACTERISTICS[row.characteristic].name
                if row.characteristic
                else names.get(row.domain, row.domain),
                row.owner_post.title if row.owner_post else row.owner_words,
                write_day(row.due_on) if row.due_on else "no day is set",
                write_day(row.finished_on) if row.finished_on else "",
            ]
            for row in rows.select_related("owner_post").order_by("reference_order")
        ],
        actions=ways.list("mitigate"),
        empty="Nothing is planned.",
    )


def _show_signatures(record: ImpactAssessment, ways: Ways) -> Section:
    rows = list(record.sign_offs.select_related("post").order_by("edition", "pk"))
    signed = [row.post.title for row in rows if row.edition == record.edition]
    missing = [each.words for each in find_missing_signatories(signed)]
    needed = f"Still to sign: {join_words(missing)}." if missing else ""
    meaning = MEANING if is_unsigned(record) else ""
    return Section(
        "Sign-off",
        words=f"{meaning} {needed}".strip(),
        head=("Edition", "Post", "Signed on", "What it meant"),
        rows=[
            [str(row.edition), row.post.title, write_day(row.signed_on), row.meaning]
            for row in rows
        ],
        actions=ways.list("sign", "reopen"),
        empty="Nobody has signed it.",
    )


def _show_editions(record: ImpactAssessment) -> Section:
    before = record.edition - 1
    if before == 0:
        return Section("Editions", words="This is the first edition.")
    changed = list_reopened_domains(
        read_ratings(record, before), read_ratings(record, record.edition)
    )
    names = {
        each.domain: each.name for each in get_domain_set(record.domain_set).domains
    }
    told = ", ".join(names.get(each, each) for each in changed)
    said = (
        f"Rated anew since edition {before}: {told}."
        if told
        else (f"No domain is rated otherwise than in edition {before}.")
    )
    return Section("Editions", words=f"This is edition {record.edition}. {said}")
