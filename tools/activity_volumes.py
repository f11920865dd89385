"""How much of each point of delivery each hospital site did in 2016/17.

Trust totals are as published. What no publication tells apart is split by the rules
stated in each function; each rule is named again in the sources of the plan folder.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from activity_official import (
    ACUTE,
    TRUST_SITES,
    Spot,
    read_ae,
    read_inflow,
    read_site_beds,
)
from activity_people import People
from activity_profiles import Profiles, share_of_england

OUTSIDE = "outside-km"
BIRTH_SITES = (
    *("william-harvey", "qeqm", "tunbridge-wells-hospital"),
    *("medway-maritime", "darent-valley"),
)


@dataclass(frozen=True, slots=True)
class Supply:
    """Work of one pod at one site.

    Parameters
    ----------
    provider, site : str
        Ids; the site is empty where a provider has none of its own.
    total : int
        Units in the year.
    inflow : int
        Of these, for people who live outside Kent and Medway.
    """

    provider: str
    site: str
    total: int
    inflow: int = 0


def share_whole(total: int, weights: Iterable[float]) -> list[int]:
    """Share a whole number by weights: largest remainder, so that it ties exactly."""
    weighted = np.asarray(list(weights), dtype=float)
    exact = weighted / weighted.sum() * total
    whole = np.floor(exact).astype(int)
    left = total - int(whole.sum())
    largest = np.argsort(-(exact - whole), kind="stable")[:left]
    whole[largest] += 1
    return [int(number) for number in whole]


def count_nearest(
    areas: Mapping[str, list[Spot]], hospitals: Mapping[str, Spot]
) -> dict[str, float]:
    """Count people by the birth unit that is nearest to their small area."""
    units = {
        site: spot
        for site, spot in hospitals.items()
        if site in BIRTH_SITES or site.startswith("outside")
    }
    people: dict[str, float] = dict.fromkeys(units, 0.0)
    for spots in areas.values():
        for spot in spots:
            nearest = min(
                units,
                key=lambda site: np.hypot(
                    spot.east - units[site].east, spot.north - units[site].north
                ),
            )
            people[nearest] += spot.weight
    return people


class HospitalYear:
    """Hospital work of 2016/17, pod by pod.

    Parameters
    ----------
    official : Path
        Folder of official files.
    figures : mapping
        ``activity_figures.yaml``.
    people : People
        People of the districts and of England.
    profiles : Profiles
        Use by age and sex.
    nearest : mapping of str to float
        People by nearest birth unit.
    """

    def __init__(
        self,
        official: Path,
        figures: Mapping[str, Any],
        people: People,
        profiles: Profiles,
        nearest: Mapping[str, float],
    ) -> None:
        self.volumes, self.assumed = figures["volumes"], figures["assumptions"]
        self.figures, self.people, self.profiles = figures, people, profiles
        self.ae = read_ae(official)
        self.occupied = {
            site: beds[1] for site, beds in read_site_beds(official).items()
        }
        self.nearest = nearest
        inflow = read_inflow(official)
        as_if = {"ekhuft": "ekhuft", "mft": "ekhuft", "mtw": "mtw", "dgt": "mtw"}
        self.inflow = {
            (trust, kind): inflow[as_if[trust], kind]
            for trust in ACUTE
            for kind in ("planned", "unplanned", "outpatient")
        }
        self.leave_planned, self.leave_unplanned = self._find_leavers()
        self.admitted = self._split_admissions()

    def _find_leavers(self) -> tuple[float, float]:
        """Compare residents' volumes with those treated here; the rest went elsewhere.

        Planned care by day cases (residents of 2018/19 carried back by the trusts'
        admissions), unplanned care by type 1 attendances (England's use by age).
        """
        here = self._keep_residents("planned", self._day_cases())
        planned = 1 - here / (self.residents["day_case"] * self._back_to_base())
        attended = {trust: float(self.ae[trust, "1"]) for trust in ACUTE}
        expected = self.volumes["england"]["ae_2016_17"]["type_1"] * share_of_england(
            self.profiles["ae"], self.people
        )
        return planned, 1 - self._keep_residents("unplanned", attended) / expected

    @property
    def residents(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.volumes["residents_2018_19"]
        return found

    def _back_to_base(self) -> float:
        admissions = self.volumes["trust_admissions"]
        return float(sum(admissions[2016].values()) / sum(admissions[2018].values()))

    def _keep_residents(self, kind: str, by_trust: Mapping[str, float]) -> float:
        return sum(
            units * (1 - self.inflow[trust, kind]) for trust, units in by_trust.items()
        )

    def _day_cases(self) -> dict[str, float]:
        """Take ordinary from all episodes of 2017/18; to 2016/17 by admissions."""
        admissions = self.volumes["trust_admissions"]
        return {
            trust: (
                self.volumes["trust_episodes"][2017][trust]
                - sum(self.figures["ordinary_episodes"][trust])
            )
            * admissions[2016][trust]
            / admissions[2017][trust]
            for trust in ACUTE
        }

    def births(self) -> float:
        """Give births of residents in 2016/17, from the two years that end mid-year."""
        counts = self.volumes["births_2016_17"]
        return float(counts["mid_2016"] / 4 + counts["mid_2017"] * 3 / 4)

    def _split_admissions(self) -> dict[str, dict[str, int]]:
        """Split each trust's published admissions over pods; they tie exactly.

        Elective spells, maternity spells and births follow what residents had, shared
        over trusts by ordinary admissions (elective) and by type 1 attendances (births,
        mothers); what is left of a trust's admissions is unplanned.
        """
        births = self.volumes["births_2016_17"]
        later_births = births["mid_2018"] / 4 + births["mid_2019"] * 3 / 4
        scale = self.births() / later_births
        admissions = self.volumes["trust_admissions"][2016]
        day = {trust: round(cases) for trust, cases in self._day_cases().items()}
        ordinary = {trust: admissions[trust] - day[trust] for trust in ACUTE}
        mothers = {trust: float(self.ae[trust, "1"]) for trust in ACUTE}
        elective = self._land(
            self.residents["elective"] * self._back_to_base(), "planned", ordinary
        )
        maternity = self._land(
            self.residents["maternity"] * scale, "unplanned", mothers
        )
        born = self._land(self.residents["births"] * scale, "unplanned", mothers)
        known = (day, elective, maternity, born)
        unplanned = {
            trust: admissions[trust] - sum(pod[trust] for pod in known)
            for trust in ACUTE
        }
        return {
            "emergency_spell": unplanned,
            "elective_spell": elective,
            "day_case": day,
            "maternity_spell": maternity,
            "birth": self._land(self.births(), "unplanned", mothers),
        }

    def _land(
        self, residents: float, kind: str, weights: Mapping[str, float]
    ) -> dict[str, int]:
        """Share residents' units that stay here over trusts, and add who comes in."""
        leave = self.leave_unplanned if kind == "unplanned" else self.leave_planned
        stay = residents * (1 - leave)
        per_weight = stay / self._keep_residents(kind, weights)
        return {trust: round(weights[trust] * per_weight) for trust in ACUTE}

    def sites_of(self, trust: str) -> list[str]:
        return [site for site, owner in TRUST_SITES.values() if owner == trust]

    def supply(self, pod: str) -> list[Supply]:
        """Give the work of a hospital pod by site, with what goes elsewhere last."""
        kind = _kind_of(pod)
        found = [
            Supply(trust, site, total, round(total * self.inflow[trust, kind]))
            for trust in ACUTE
            for site, total in self._share_sites(pod, trust)
            if total
        ]
        if pod == "ae_type_3":
            found.append(Supply("kchft", "", self.ae["kchft", "other"]))
        leave = self.leave_unplanned if kind == "unplanned" else self.leave_planned
        stay = sum(supply.total - supply.inflow for supply in found)
        england = self.volumes["england"]["ae_2016_17"]
        gone = (
            england["type_2"] * share_of_england(self.profiles["ae"], self.people)
            if pod == "ae_type_2"
            else stay * leave / (1 - leave)
        )
        return [*found, Supply(OUTSIDE, "", round(gone))]

    def _total(self, pod: str, trust: str) -> int:
        if pod in self.admitted:
            return self.admitted[pod][trust]
        if pod.startswith("ae_type"):
            kind = {"ae_type_1": "1", "ae_type_2": "2"}.get(pod, "other")
            return self.ae.get((trust, kind), 0)
        admissions = self.volumes["trust_admissions"][2016]
        return self._land(self.outpatients(pod), "outpatient", admissions)[trust]

    def outpatients(self, pod: str) -> float:
        """Expect residents' outpatient work and tests at England's use by age."""
        england = self.volumes["england"]["outpatients_2016_17"]
        tele = self.assumed["tele_share_of_follow_up"]
        of_england = {
            "outpatient_first": england["first"],
            "outpatient_follow_up": england["follow_up"] * (1 - tele),
            "outpatient_tele": england["follow_up"] * tele,
            "outpatient_procedure": england["procedures"],
            "diagnostic_test": (england["first"] + england["follow_up"])
            * self.assumed["tests_an_outpatient_attendance"],
        }
        share = share_of_england(self.profiles["outpatient"], self.people)
        return float(of_england[pod] * share)

    def _share_sites(self, pod: str, trust: str) -> list[tuple[str, int]]:
        sites = self.sites_of(trust)
        weights = [self._weigh_site(pod, site) for site in sites]
        if not any(weights):
            return []
        shares = share_whole(self._total(pod, trust), weights)
        return list(zip(sites, shares, strict=True))

    def _weigh_site(self, pod: str, site: str) -> float:
        """Weigh a site by beds occupied, but for what only some sites do."""
        if pod in ("birth", "maternity_spell"):
            return self.nearest.get(site, 0.0)
        beds = float(self.occupied[site])
        if site == "kent-canterbury":
            weight = float(self.assumed["kent_canterbury_emergency_weight"])
            weights = {"ae_type_1": 0.0, "emergency_spell": weight}
            return beds * weights.get(pod, 1.0)
        only_here = {"ekhuft": "kent-canterbury", "mtw": "maidstone-hospital"}
        trust = next(owner for name, owner in TRUST_SITES.values() if name == site)
        if pod == "ae_type_3" and only_here.get(trust, site) != site:
            return 0.0
        return beds


def _kind_of(pod: str) -> str:
    if pod.startswith("outpatient") or pod == "diagnostic_test":
        return "outpatient"
    return "planned" if pod in ("elective_spell", "day_case") else "unplanned"
