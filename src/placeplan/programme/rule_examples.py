"""One question or two for each rule of this chapter, as anyone might ask it.

They stand in the JSON Schema of the rule, in the API and on its page, where they are
what a form holds at first. Values are made up unless a line says which paper has them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

# "September / October 2019": milestone MS-13 of the initiation document of 2019.
_DUE: Final = {"starts_on": "2019-09-01", "ends_on": "2019-10-31"}
_SCORES: Final = [
    {"scored_on": "2019-06-24", "impact": 4, "likelihood": 4},
    {"scored_on": "2019-11-05", "impact": 3, "likelihood": 2},
]

_SCHEDULE: Final[Mapping[str, tuple[Mapping[str, Any], ...]]] = {
    "milestone-state": (
        {**_DUE, "as_at": "2019-10-31"},
        {**_DUE, "as_at": "2019-11-01", "finished_on": "2019-10-30"},
    ),
    "milestone-rag": (
        {
            **_DUE,
            "as_at": "2019-09-16",
            "forecast_starts_on": "2019-11-01",
            "forecast_ends_on": "2019-11-30",
            "tolerance_days": 14,
        },
    ),
    "critical-path": (
        {
            "activities": [
                {"id": "appoint", "duration_days": 60},
                {"id": "train", "duration_days": 20, "depends_on": ["appoint"]},
                {"id": "furnish", "duration_days": 45},
                {"id": "open", "depends_on": ["train", "furnish"]},
            ]
        },
    ),
    "delivery-proposal": (
        {
            "planned": [
                {"year": 2019, "pounds": 2_000_000},
                {"year": 2020, "pounds": 5_000_000},
            ],
            "progress": "slipping",
            "slip_days": 90,
        },
    ),
}
_RISK: Final[Mapping[str, tuple[Mapping[str, Any], ...]]] = {
    "risk-grade": (
        {"impact": 2, "likelihood": 4},
        {"impact": 2, "likelihood": 3, "as_at": "2019-06-24"},
    ),
    "risk-crossings": ({"scores": _SCORES},),
    "risk-efficacy": (
        {"scores": _SCORES, "finished_on": "2019-10-01", "as_at": "2019-12-01"},
    ),
    "assumption-state": (
        {
            "test": "Every partner has signed the agreement.",
            "test_on": "2019-12-31",
            "as_at": "2020-01-02",
        },
    ),
}
_CHANGE: Final[Mapping[str, tuple[Mapping[str, Any], ...]]] = {
    "impact-level": (
        {
            "domain_set": "papers_2019",
            "ratings": [
                {
                    "domain": "safety",
                    "direction": "worse",
                    "impact": 3,
                    "likelihood": 3,
                    "words": "Longer journeys for some emergencies.",
                },
                {"domain": "effectiveness", "direction": "neutral"},
                {"domain": "experience", "direction": "neutral"},
                {"domain": "other", "direction": "neutral"},
                {"domain": "equality", "direction": "neutral"},
                {"domain": "prevention", "direction": "neutral"},
            ],
        },
    ),
    "equality-complete": (
        {
            "findings": [
                {
                    "characteristic": "age",
                    "aim": "i",
                    "direction": "neutral",
                    "evidence": "The survey of patients shows no difference.",
                },
                {
                    "characteristic": "pregnancy_and_maternity",
                    "aim": "ii",
                    "direction": "worse",
                    "evidence": "Journeys to the unit grow by 20 minutes.",
                    "mitigation": "A transport fund.",
                    "owner": "Director of maternity",
                },
            ]
        },
    ),
    "benefit-position": (
        {
            "title": "Fewer people wait for care at home",
            "owner": "Director of delivery",
            "beneficiary": "Older people in hospital",
            "type": "qualitative",
            "measure": "Delayed days a month",
            "unit": "days",
            "baseline": 800,
            "target": 500,
            "due_on": "2020-03-31",
            "evidence": "A trial on two wards.",
            "profile": [
                {"on": "2019-09-30", "value": 700},
                {"on": "2020-03-31", "value": 500},
            ],
            "readings": [{"on": "2019-09-30", "value": 740}],
            "as_at": "2019-10-31",
        },
    ),
    "service-change-gates": (
        {
            "as_at": "2019-06-24",
            "substantial": True,
            "beds_fall": True,
            "passed": {"case_for_change": "2019-02-01", "involvement": "2019-05-01"},
        },
    ),
    "service-change-notice": (
        {"as_at": "2024-02-01", "substantial": True},
        {
            "as_at": "2024-02-01",
            "substantial": True,
            "consultation_began_on": "2024-01-15",
        },
    ),
    "document-step": (
        {
            "state": "in_review",
            "verb": "approve",
            "reviews": [
                {
                    "post": "Programme director",
                    "outcome": "agreed",
                    "approver": True,
                }
            ],
        },
    ),
}

RULE_EXAMPLES: Final[Mapping[str, tuple[Mapping[str, Any], ...]]] = MappingProxyType(
    {**_SCHEDULE, **_RISK, **_CHANGE}
)
"""Questions by the name of the rule."""
