"""Growth that people's number and age do not explain, by pod and period."""

from collections.abc import Iterator, Mapping
from typing import Any

NEAR, FAR = (2017, 2020), (2021, 2030)
"""The years of the 2016 plan, for which its time's trend stands; and those after."""

ADMITTED = ("emergency_spell", "elective_spell", "day_case")
FIXED = ("maternity_spell", "birth")
LIKE_THE_NATIONAL_MODEL = {
    "ae_type_1": "ae",
    "ae_type_2": "ae",
    "ae_type_3": "ae",
    "emergency_spell": "emergency",
    "elective_spell": "elective",
    "day_case": "elective",
    "maternity_spell": "maternity",
    "birth": "maternity",
    "outpatient_first": "outpatient",
    "outpatient_follow_up": "outpatient",
    "outpatient_procedure": "outpatient",
    "outpatient_tele": "outpatient",
}
OTHERS = (
    *("ambulance_incident", "call_111", "gp_appointment", "community_contact"),
    *("mh_contact", "mh_bed_day", "mh_crisis", "diagnostic_test", "home_care_week"),
    *("residential_care_week", "nursing_care_week", "reablement_episode"),
)


def list_growth(figures: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """List the growth of every pod: near years, then those after."""
    growth = figures["growth_a_year"]
    trend, moderation = (
        growth["all_activity"]["non_demographic"],
        growth["all_activity"]["moderation"],
    )
    for pod in sorted([*LIKE_THE_NATIONAL_MODEL, *OTHERS]):
        yield _near_row(pod, growth, trend, moderation)
        if pod in LIKE_THE_NATIONAL_MODEL:
            low, high = growth["national_model"][LIKE_THE_NATIONAL_MODEL[pod]]
            # the range was published, and for other years; its middle is ours
            known = "published" if low == high else "derived"
            source = ("growth-national-model", known)
        else:
            low, high = 0.0, trend
            source = ("growth-assumed", "illustrative")
        yield (pod, *FAR, _tidy((low + high) / 2), low, high, *source)


def _near_row(
    pod: str, growth: Mapping[str, Any], trend: float, moderation: float
) -> tuple[object, ...]:
    if pod in FIXED:
        return (pod, *NEAR, 0.0, 0.0, 0.0, "growth-national-model", "published")
    if pod in ADMITTED:
        trend = growth["admissions"]["non_demographic"]
        source = ("growth-admissions-2005-2015", "derived")
    elif pod in LIKE_THE_NATIONAL_MODEL:
        source = ("growth-activity-2016", "derived")
    else:
        source = ("growth-activity-2016", "illustrative")
    low, high = _tidy(trend - moderation), _tidy(trend + moderation)
    return (pod, *NEAR, trend, low, high, *source)


def _tidy(share: float) -> float:
    return round(share, 6)
