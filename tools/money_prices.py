"""Prices of the example: what one unit of each point of delivery costs in 2016/17."""

from collections.abc import Iterator, Mapping
from typing import Any

Figures = Mapping[str, Any]
Price = tuple[str, float, str, str]
"""Point of delivery, pounds, source, status."""

COSTS = "money-reference-costs-2016"
GP = "money-gp-time-2015"
CARE = "money-social-care-2016"
ASSUMED = "money-prices-assumed"


def list_prices(figures: Figures) -> list[Price]:
    """List a price for each point of delivery, in order."""
    found = [
        *_hospital(figures),
        *_outside_hospital(figures),
        *_assumed(figures),
    ]
    return sorted(found)


def _hospital(figures: Figures) -> Iterator[Price]:
    costs = figures["reference_costs_2016_17"]
    ae, elective = costs["ae"], costs["elective"]
    admitted = _share(figures["emergency_admissions"]["through_type_1"])
    mixed = (
        admitted * ae["type_1_admitted"] + (1 - admitted) * ae["type_1_not_admitted"]
    )
    excess = elective["excess_days"] * elective["excess_day_cost"]
    yield "ae_type_1", mixed, COSTS, "derived"
    yield "ae_type_2", ae["type_2_not_admitted"], COSTS, "derived"
    yield "ae_type_3", ae["type_3_not_admitted"], COSTS, "derived"
    yield "emergency_spell", _price_emergency(figures), COSTS, "derived"
    yield (
        "elective_spell",
        elective["unit_cost"] + excess / elective["episodes"],
        COSTS,
        "derived",
    )
    yield "day_case", costs["day_case"], COSTS, "published"
    # A delivery is priced once, on the birth; the maternity spell around it is not.
    yield "birth", costs["deliveries"]["unit_cost"], COSTS, "derived"
    yield "maternity_spell", 0.0, COSTS, "derived"
    for pod in ("outpatient_first", "outpatient_follow_up"):
        yield pod, _mix_outpatients(costs[pod]), COSTS, "derived"
    for pod in ("outpatient_procedure", "outpatient_tele"):
        yield pod, costs[pod], COSTS, "published"


def _price_emergency(figures: Figures) -> float:
    """Spread all non-elective cost but deliveries over emergency admissions."""
    costs = figures["reference_costs_2016_17"]
    stays = costs["non_elective"]
    total = sum(stays[kind]["episodes"] * stays[kind]["unit_cost"] for kind in _STAYS)
    total += stays["excess_days"]["days"] * stays["excess_days"]["unit_cost"]
    births = costs["deliveries"]
    total -= births["deliveries"] * births["unit_cost"]
    return float(total / figures["emergency_admissions"]["year_to_february_2017"])


_STAYS = ("long", "short")


def _mix_outpatients(cost: Figures) -> float:
    led = cost["consultant_led"] / cost["all"]
    return float(led * cost["consultant_led_cost"] + (1 - led) * cost["other_cost"])


def _outside_hospital(figures: Figures) -> Iterator[Price]:
    costs, gp = figures["reference_costs_2016_17"], figures["gp"]
    led = gp["with_a_gp_share"]
    yield (
        "gp_appointment",
        led * gp["gp_consultation"] + (1 - led) * gp["nurse_consultation"],
        GP,
        "derived",
    )
    yield "ambulance_incident", _price_incident(costs["ambulance"]), COSTS, "derived"
    yield "community_contact", costs["community_contact"], COSTS, "published"
    yield "mh_bed_day", costs["mh_bed_day"], COSTS, "derived"
    for pod in ("mh_contact", "mh_crisis"):
        yield pod, costs[pod], COSTS, "illustrative"
    care = figures["social_care"]
    yield "residential_care_week", care["residential_week"], CARE, "published"
    yield "nursing_care_week", care["nursing_week"], CARE, "published"


def _price_incident(ambulance: Figures) -> float:
    """Spread the cost of calls and responses over incidents that were answered."""
    total = sum(each["number"] * each["unit_cost"] for each in ambulance.values())
    answered = sum(
        each["number"] for name, each in ambulance.items() if name != "calls"
    )
    return float(total / answered)


def _assumed(figures: Figures) -> Iterator[Price]:
    assumed = figures["assumptions"]
    hour = figures["social_care"]["home_care_hour"]
    midway = (hour["year_2014"] + hour["year_2018"]) / 2
    week = midway * assumed["home_care_hours_a_week"]
    yield "home_care_week", week, ASSUMED, "illustrative"
    for pod, price in assumed["prices"].items():
        yield pod, float(price), ASSUMED, "illustrative"


def _share(figures: Figures) -> float:
    return float(figures["admissions"] / figures["attendances"])
