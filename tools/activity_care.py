"""Work outside hospital in 2016/17: England's volumes at Kent and Medway's ages."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from activity_people import BANDS, Array, People, sum_bands
from activity_profiles import Profiles, share_of_england
from activity_volumes import OUTSIDE, share_whole

SEXES = ("female", "male")
WEEKS = 52
FOR_ADULTS = ("mh_contact", "mh_crisis")
CHILDREN = ("0-4", "5-9", "10-14")

# What stands for each pod: profile, provider, provider for Medway, source, status.
PODS = {
    "ambulance_incident": (
        *("emergency", "secamb", "secamb"),
        *("activity-ambulance-2016", "illustrative"),
    ),
    "call_111": ("ae", "secamb", "secamb", "activity-assumed", "illustrative"),
    "gp_appointment": (
        *("gp", "general-practice", "general-practice"),
        *("activity-gp-2016", "calibrated"),
    ),
    "community_contact": (
        *("community", "kchft", "mch"),
        *("activity-community-2016", "illustrative"),
    ),
    "mh_contact": (
        *("mental_health", "kmpt", "kmpt"),
        *("activity-assumed", "illustrative"),
    ),
    "mh_crisis": (
        *("mental_health", "kmpt", "kmpt"),
        *("activity-assumed", "illustrative"),
    ),
    "mh_bed_day": (
        *("mental_health_bed", "kmpt", "kmpt"),
        *("activity-mh-beds-2016", "calibrated"),
    ),
    "home_care_week": (
        *("care_home", "kcc", "medway-council"),
        *("activity-assumed", "illustrative"),
    ),
    "residential_care_week": (
        *("care_home", "kcc", "medway-council"),
        *("activity-assumed", "illustrative"),
    ),
    "nursing_care_week": (
        *("care_home", "kcc", "medway-council"),
        *("activity-assumed", "illustrative"),
    ),
    "reablement_episode": (
        *("older", "kcc", "medway-council"),
        *("activity-social-care-2016", "calibrated"),
    ),
}


def list_care(
    figures: Mapping[str, Any], people: People, profiles: Profiles
) -> Iterator[tuple[str | int, ...]]:
    """List rows of the base year for care outside hospital."""
    volumes = count_care(figures, people, profiles)
    for pod, (profile, provider, for_medway, source, status) in PODS.items():
        use = sum_bands(profiles[profile] * people.base)
        cells = np.array(share_whole(volumes[pod], use.ravel())).reshape(use.shape)
        for at in np.argwhere(cells):
            place, sex, band = people.places[at[0]], SEXES[at[1]], BANDS[at[2]]
            units = int(cells[tuple(at)])
            days = units if pod == "mh_bed_day" else 0
            found = for_medway if place == "medway" else provider
            if pod in FOR_ADULTS and band in CHILDREN:
                found = OUTSIDE  # the trust serves adults
            yield (
                *(pod, place, found, "", sex, band),
                *(units, days, source, status),
            )


def count_care(
    figures: Mapping[str, Any], people: People, profiles: Profiles
) -> dict[str, int]:
    """Count a year's work of each pod for all residents."""
    england, assumed = figures["volumes"]["england"], figures["assumptions"]

    def share(profile: str) -> float:
        return share_of_england(profiles[profile], people)

    ambulance = england["ambulance_2016_17"]
    incidents = sum(v for k, v in ambulance.items() if k != "source")
    beds = figures["beds_open_2016"]["kmpt"]
    touched = england["mental_health_people_2016_17"]["all"] * share("mental_health")
    homes, home_care = _count_social_care(people, profiles, assumed)
    residential = homes * assumed["residential_share_of_care_home_residents"]
    contacts = england["community_contacts_2016_17"]["contacts"]
    volumes = {
        "ambulance_incident": incidents * share("emergency"),
        "call_111": england["calls_111_december_2016"]["triaged"] * 12 * share("ae"),
        "gp_appointment": england["gp_appointments_2017_18"]["appointments"]
        * share("gp"),
        "community_contact": contacts * share("community"),
        "mh_contact": touched * assumed["mh_contacts_a_person"],
        "mh_crisis": touched * assumed["mh_crisis_a_person"],
        "mh_bed_day": beds["beds"] * beds["occupancy"] * 365,
        "home_care_week": home_care * WEEKS,
        "residential_care_week": residential * WEEKS,
        "nursing_care_week": (homes - residential) * WEEKS,
        "reablement_episode": england["reablement_2016_17"]["episodes"]
        * share("older"),
    }
    return {pod: round(float(units)) for pod, units in volumes.items()}


def _count_social_care(
    people: People, profiles: Profiles, assumed: Mapping[str, float]
) -> tuple[float, float]:
    """Count people in care homes paid by a council, and people with home care."""
    homes = _count(profiles["care_home"], people)
    paid = homes * assumed["council_share_of_care_home_residents"]
    supported = _count(profiles["long_term_care"], people)
    share = assumed["home_care_share_of_people_supported_at_home"]
    return paid, (supported - paid) * share


def _count(rates: Array, people: People) -> float:
    return float((rates * people.base).sum())
