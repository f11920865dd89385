"""The rules on impacts, equality and benefits that anyone can ask by name."""

from datetime import date
from typing import Final, Literal

from pydantic import Field

from placeplan.programme.benefit import BENEFIT_TYPES, Benefit
from placeplan.programme.benefit_profile import BenefitReading, compare_benefit
from placeplan.programme.characteristic import EQUALITY_AIMS
from placeplan.programme.domain_set import (
    get_assessment_threshold,
    get_domain_set,
    get_domain_set_at,
)
from placeplan.programme.equality import EqualityFinding, check_equality
from placeplan.programme.impact import DomainRating, find_impact_level
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan.reference import get_publication
from placeplan.reference.rule import Question, Rule, Ruling

THRESHOLD: Final = "two_stage"
"""The threshold by which `impact-level` rules."""

MOST_AMOUNT: Final = 1e13
"""So that a difference of two amounts is a number, in pounds or any other unit."""
MOST_ENTRIES: Final = 1000
"""So that a question is answered at once, whatever it holds."""

Direction = Literal["better", "neutral", "worse"]


class RatingQuestion(Question):
    """What a change does to one domain."""

    domain: str = Field(description="Id of the domain in its set, such as safety.")
    direction: Direction = Field(description="Which way it goes.")
    impact: int | None = Field(
        default=None, ge=1, le=5, description="Step, 1 is least; none when neutral."
    )
    likelihood: int | None = Field(
        default=None, ge=1, le=5, description="Step, 1 is least; none when neutral."
    )
    words: str = Field(default="", description="Why it is rated so.")


class ImpactLevelQuestion(Question):
    """A change by its ratings, on a day."""

    ratings: tuple[RatingQuestion, ...] = Field(
        max_length=MOST_ENTRIES, description="One for each domain."
    )
    domain_set: str | None = Field(
        default=None, description="Id of a set; that of the day when left out."
    )
    as_at: date | None = Field(
        default=None, description="Day whose sets count; the newest when left out."
    )


def _answer_impact_level(asked: ImpactLevelQuestion) -> Ruling:
    if asked.domain_set is None:
        domains = get_domain_set_at(asked.as_at)
    else:
        domains = get_domain_set(asked.domain_set)
    threshold = get_assessment_threshold(THRESHOLD)
    ratings = [
        DomainRating(
            each.domain, each.direction, each.impact, each.likelihood, each.words
        )
        for each in asked.ratings
    ]
    found = find_impact_level(
        ratings, domains, get_risk_matrix_at(asked.as_at), threshold
    )
    result = {
        "level": found.level,
        "scores": dict(found.scores),
        "missing": list(found.missing),
        "full_domains": list(found.full_domains),
    }
    sources = (get_publication(each.source).words for each in (domains, threshold))
    return Ruling(
        result, (*found.reasons, f"Rated on: {domains.name}."), "; ".join(sources)
    )


class FindingQuestion(Question):
    """What was found for one characteristic and one aim."""

    characteristic: str = Field(description="Id, such as pregnancy_and_maternity.")
    aim: Literal["i", "ii", "iii"] = Field(description="Aim of section 149(1).")
    direction: Direction = Field(description="Which way it goes.")
    evidence: str = Field(default="", description="What it rests on.")
    no_evidence_reason: str = Field(default="", description="Why there is none.")
    mitigation: str = Field(default="", description="What is done about harm.")
    owner: str = Field(default="", description="The post that does it.")


class EqualityCompleteQuestion(Question):
    """An equality impact assessment by its findings, on a day."""

    findings: tuple[FindingQuestion, ...] = Field(
        max_length=MOST_ENTRIES, description="One for each pair."
    )
    as_at: date | None = Field(
        default=None, description="Day whose law counts; the newest when left out."
    )


def _answer_equality_complete(asked: EqualityCompleteQuestion) -> Ruling:
    findings = [EqualityFinding(**each.model_dump()) for each in asked.findings]
    found = check_equality(findings, asked.as_at)
    result = {
        "complete": found.complete,
        "needed": found.needed,
        "found": found.found,
        "missing": [{"characteristic": id_, "aim": aim} for id_, aim in found.missing],
    }
    reasons = found.reasons or (f"All {found.needed} pairs are considered.",)
    return Ruling(result, reasons, get_publication(EQUALITY_AIMS["i"].source).words)


class PointQuestion(Question):
    """A value on a day."""

    on: date = Field(description="The day.")
    value: float = Field(
        ge=-MOST_AMOUNT, le=MOST_AMOUNT, description="In the unit of the benefit."
    )


class BenefitPositionQuestion(Question):
    """A benefit as planned and as read, on a day."""

    title: str = Field(default="", description="What gets better.")
    owner: str = Field(default="", description="The post that answers for it.")
    beneficiary: str = Field(default="", description="Whom it reaches.")
    type: str = Field(default="", description="Id of a type, such as cash_releasing.")
    measure: str = Field(default="", description="What is counted.")
    unit: str = Field(default="", description="In which unit.")
    baseline: float | None = Field(
        default=None, ge=-MOST_AMOUNT, le=MOST_AMOUNT, description="Where it starts."
    )
    target: float | None = Field(
        default=None,
        ge=-MOST_AMOUNT,
        le=MOST_AMOUNT,
        description="Where it is to come.",
    )
    due_on: date | None = Field(default=None, description="By when.")
    evidence: str = Field(default="", description="Why the change should bring it.")
    profile: tuple[PointQuestion, ...] = Field(
        default=(), max_length=MOST_ENTRIES, description="As planned."
    )
    readings: tuple[PointQuestion, ...] = Field(
        default=(), max_length=MOST_ENTRIES, description="As read."
    )
    as_at: date = Field(description="Day on which one looks.")


def _answer_benefit_position(asked: BenefitPositionQuestion) -> Ruling:
    fields = asked.model_dump(exclude={"profile", "readings", "as_at"})
    found = compare_benefit(
        Benefit("as asked", **fields),
        [BenefitReading(each.on, each.value) for each in asked.profile],
        [BenefitReading(each.on, each.value) for each in asked.readings],
        as_at=asked.as_at,
    )
    result = {
        "state": found.state,
        "planned": found.planned,
        "realised": found.realised,
        "realised_share": found.realised_share,
    }
    first = next(iter(BENEFIT_TYPES.values()))
    return Ruling(result, found.reasons, get_publication(first.source).words)


_RULES: Final = (
    Rule(
        "impact-level",
        "Whether a change to care needs a full impact assessment.",
        ImpactLevelQuestion,
        _answer_impact_level,
    ),
    Rule(
        "equality-complete",
        "Whether an equality impact assessment considers all that the law asks.",
        EqualityCompleteQuestion,
        _answer_equality_complete,
    ),
    Rule(
        "benefit-position",
        "Whether a benefit can be claimed, and what of it is realised on a day.",
        BenefitPositionQuestion,
        _answer_benefit_position,
    ),
)

IMPACT_RULES: Final = {rule.name: rule for rule in _RULES}
"""Rules on impacts, equality and benefits, by name."""
