"""Which record each row of a programme folder becomes, field by field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from placeplan_web.programme import models
from placeplan_web.registers.models import RegisterRecord, SourcedRow

Row = Mapping[str, Any]
Found = Mapping[str, Mapping[str, Any]]
"""Records made so far: table, then id in the folder."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table whose rows are records: its fields by name of column or by a function.

    `parent` is the column, and the table it refers to, whose programme is the record's.
    """

    table: str
    model: type[RegisterRecord]
    words: Mapping[str, str]
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    parent: tuple[str, str] = ("programme", "programmes")

    def make_fields(self, row: Row, found: Found) -> dict[str, Any]:
        """Give the fields of a record; an empty cell is no words, or nothing."""
        fields = {
            name: _fit(self.model, name, row[column])
            for name, column in self.words.items()
        }
        for name, (column, table) in self.links.items():
            fields[name] = found[table][row[column]] if row[column] else None
        return fields


def _fit(model: type[RegisterRecord], name: str, value: Any) -> Any:
    """Give a value as the field wants it: its default where a cell is empty."""
    found: Any = model._meta.get_field(name)
    if value is None and not found.null:
        return found.get_default()
    exact = repr(value) if isinstance(value, float) else value  # 0.4 stays 0.4
    return found.to_python(exact)


OWN = {"source": "source", "status": "status", "paragraph": "paragraph"}
TITLE = {**OWN, "title": "name"}

RECORDS = (
    RecordTable(
        "projects",
        models.Project,
        {
            **OWN,
            "name": "name",
            "kind": "kind",
            "governed_by": "group",
            "owner_words": "lead",
            "components": "components",
            "tolerance_days": "tolerance_days",
            "about": "words",
        },
    ),
    RecordTable(
        "objectives", models.Objective, {**OWN, "level": "level", "text": "name"}
    ),
    RecordTable(
        "deliverables",
        models.Deliverable,
        TITLE,
        {"project": ("project", "projects")},
        ("project", "projects"),
    ),
    RecordTable(
        "milestones",
        models.Milestone,
        {
            **TITLE,
            "printed": "printed",
            "baseline_starts_on": "starts_on",
            "baseline_ends_on": "ends_on",
            "forecast_starts_on": "forecast_starts_on",
            "forecast_ends_on": "forecast_ends_on",
            "finished_on": "finished_on",
            "decision_by": "decided_by",
            "note": "words",
        },
    ),
    RecordTable(
        "dates",
        models.KeyDate,
        {
            **TITLE,
            "printed": "printed",
            "starts_on": "starts_on",
            "ends_on": "ends_on",
            "event": "event",
        },
    ),
    RecordTable(
        "resources",
        models.Resource,
        {
            **OWN,
            "role": "name",
            "purpose": "purpose",
            "wte": "wte",
            "band": "band",
            "months": "months",
            "funding": "funding",
            "note": "words",
        },
    ),
    RecordTable(
        "risks",
        models.Risk,
        {**TITLE, "cause": "cause", "effect": "effect", "owner_words": "managed_by"},
    ),
    RecordTable(
        "mitigations",
        models.Mitigation,
        TITLE,
        {"risk": ("risk", "risks"), "milestone": ("milestone", "milestones")},
        ("risk", "risks"),
    ),
    RecordTable(
        "assumptions",
        models.Assumption,
        {**TITLE, "text": "words", "test": "test", "test_on": "test_on"},
    ),
    RecordTable(
        "benefits",
        models.Benefit,
        {
            **TITLE,
            "kind": "kind",
            "owner_words": "owner",
            "beneficiary": "beneficiary",
            "measured_through": "measured_through",
            "target_value": "target",
            "unit": "unit",
        },
        {"objective": ("objective", "objectives")},
        ("objective", "objectives"),
    ),
    RecordTable(
        "documents",
        models.ControlledDocument,
        {
            **TITLE,
            "kind": "kind",
            "owner_words": "approved_by",
            "reviewers_words": "reviewers",
            "distribution_words": "distribution",
        },
    ),
    RecordTable(
        "impact_domains", models.ImpactDomain, {**OWN, "name": "name", "rates": "about"}
    ),
)
"""Tables of records, those that others refer to first."""


@dataclass(frozen=True, slots=True)
class LinkTable:
    """A table whose rows tie two records: how a row becomes the fields of the tie."""

    table: str
    model: type[SourcedRow]
    tie: Callable[[Row, Found], dict[str, Any]]
    further: Mapping[str, str] = field(default_factory=dict)


def _join(**ends: tuple[str, str]) -> Callable[[Row, Found], dict[str, Any]]:
    """Find both ends of a tie by the columns that name them."""

    def tie(row: Row, found: Found) -> dict[str, Any]:
        return {
            name: found[table][row[column]] for name, (column, table) in ends.items()
        }

    return tie


def _join_test(row: Row, found: Found) -> dict[str, Any]:
    by_milestone = row["tested_by"] == "milestone"
    return {
        "assumption": found["assumptions"][row["assumption"]],
        "milestone": found["milestones"][row["id"]] if by_milestone else None,
        "key_date": None if by_milestone else found["dates"][row["id"]],
    }


def _join_input(row: Row, found: Found) -> dict[str, Any]:
    return {
        "assumption": found["assumptions"][row["assumption"]],
        "plan": found["plan"]["id"],
        "table": row["table"],
        "entry": row["entry"],
    }


def _join_indicator(row: Row, found: Found) -> dict[str, Any]:
    return {
        "benefit": found["benefits"][row["benefit"]],
        "indicator": row["indicator"],
        "body": row["body"],
    }


PROJECT = ("project", "projects")
RISK = ("risk", "risks")
LINKS = (
    LinkTable(
        "objective_projects",
        models.ObjectiveProject,
        _join(objective=("objective", "objectives"), project=PROJECT),
    ),
    LinkTable(
        "milestone_projects",
        models.MilestoneProject,
        _join(milestone=("milestone", "milestones"), project=PROJECT),
    ),
    LinkTable(
        "milestone_dependencies",
        models.MilestoneDependency,
        _join(after=("milestone", "milestones"), before=("depends_on", "milestones")),
        {"lag_days": "lag_days"},
    ),
    LinkTable("risk_projects", models.RiskProject, _join(risk=RISK, project=PROJECT)),
    LinkTable(
        "assumption_risks",
        models.AssumptionRisk,
        _join(assumption=("assumption", "assumptions"), risk=RISK),
    ),
    LinkTable("assumption_tests", models.AssumptionTest, _join_test),
    LinkTable("assumption_inputs", models.AssumptionInput, _join_input),
    LinkTable("benefit_indicators", models.BenefitIndicator, _join_indicator),
)
"""Tables of ties."""
