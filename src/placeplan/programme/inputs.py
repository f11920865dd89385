"""What the programme tables of a plan folder must hold."""

from typing import Final

from placeplan.programme.document_inputs import DOCUMENT_TABLES
from placeplan.programme.schedule_inputs import PARAGRAPH, PROGRAMME, SCHEDULE_TABLES
from placeplan.tables import Column, TableContract

TESTED_BY: Final = ("milestone", "date")
"""What can show that an assumption holds."""

_ID = Column("id", "text", "Reference, as printed on registers.")
_RISK = Column("risk", "text", refers_to=("risks", "id"))
_ASSUMPTION = Column("assumption", "text", refers_to=("assumptions", "id"))

RISKS: Final = TableContract(
    "risks",
    "programme/risks.csv",
    (
        _ID,
        PROGRAMME,
        Column("name", "text", "The risk, in our own words."),
        Column("cause", "text", "Why it may come.", nullable=True),
        Column("effect", "text", "What it would do.", nullable=True),
        Column("managed_by", "text", "Groups that manage it.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Risks, without scores: a score has an author and a reason.",
    required=False,
)

MITIGATIONS: Final = TableContract(
    "mitigations",
    "programme/mitigations.csv",
    (
        _ID,
        _RISK,
        Column("name", "text", "What is done about it."),
        Column(
            "milestone",
            "text",
            "When it is done.",
            nullable=True,
            refers_to=("milestones", "id"),
        ),
        PARAGRAPH,
    ),
    key=("id",),
    about="What is done about each risk.",
    required=False,
)

RISK_PROJECTS: Final = TableContract(
    "risk_projects",
    "programme/risk_projects.csv",
    (_RISK, Column("project", "text", refers_to=("projects", "id"))),
    key=("risk", "project"),
    about="Which projects a risk would hold up.",
    required=False,
)

ASSUMPTIONS: Final = TableContract(
    "assumptions",
    "programme/assumptions.csv",
    (
        _ID,
        PROGRAMME,
        Column("name", "text", "What it is about."),
        Column("words", "text", "What is assumed."),
        Column("test", "text", "What would show that it holds.", nullable=True),
        Column("test_on", "date", "By when it must have shown.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Assumptions, with their test where a source gives one.",
    required=False,
)

ASSUMPTION_RISKS: Final = TableContract(
    "assumption_risks",
    "programme/assumption_risks.csv",
    (_ASSUMPTION, _RISK),
    key=("assumption", "risk"),
    about="Which risks grow when an assumption fails.",
    required=False,
)

ASSUMPTION_TESTS: Final = TableContract(
    "assumption_tests",
    "programme/assumption_tests.csv",
    (
        _ASSUMPTION,
        Column("tested_by", "text", choices=frozenset(TESTED_BY)),
        Column("id", "text", "Its reference."),
    ),
    key=("assumption", "id"),
    about="Which milestones and dates show whether an assumption holds.",
    required=False,
)

ASSUMPTION_INPUTS: Final = TableContract(
    "assumption_inputs",
    "programme/assumption_inputs.csv",
    (
        _ASSUMPTION,
        Column("table", "text", "Table of the plan folder."),
        Column("entry", "text", "Which rows of it: the id in their first column."),
    ),
    key=("assumption", "table", "entry"),
    about="Which inputs of the plan are in doubt when an assumption fails.",
    required=False,
)

BENEFITS: Final = TableContract(
    "benefits",
    "programme/benefits.csv",
    (
        _ID,
        Column("objective", "text", refers_to=("objectives", "id")),
        Column("name", "text", "The benefit, in our own words."),
        Column(
            "kind", "text", "How it would count as money, if it does.", nullable=True
        ),
        Column("owner", "text", "Post that answers for it.", nullable=True),
        Column("beneficiary", "text", "To whom it accrues."),
        Column("measured_through", "text", "How it would be seen."),
        Column("target", "number", "What is aimed at.", nullable=True),
        Column("unit", "text", "Unit of the target.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Benefits; one without a number is not claimable yet.",
    required=False,
)

BENEFIT_INDICATORS: Final = TableContract(
    "benefit_indicators",
    "programme/benefit_indicators.csv",
    (
        Column("benefit", "text", refers_to=("benefits", "id")),
        Column("indicator", "text", refers_to=("indicators", "id")),
        Column("body", "text", "Whose series."),
    ),
    key=("benefit", "indicator", "body"),
    about="Which series would show a benefit.",
    required=False,
)

IMPACT_DOMAINS: Final = TableContract(
    "impact_domains",
    "programme/impact_domains.csv",
    (
        _ID,
        PROGRAMME,
        Column("name", "text", "Name for people."),
        Column("about", "text", "What is rated."),
        PARAGRAPH,
    ),
    key=("id",),
    about="In which respects a change is assessed.",
    required=False,
)

TABLES: Final = (
    *SCHEDULE_TABLES,
    RISKS,
    MITIGATIONS,
    RISK_PROJECTS,
    ASSUMPTIONS,
    ASSUMPTION_RISKS,
    ASSUMPTION_TESTS,
    ASSUMPTION_INPUTS,
    BENEFITS,
    BENEFIT_INDICATORS,
    IMPACT_DOMAINS,
    *DOCUMENT_TABLES,
)
"""Contracts of every table that this chapter reads."""
