"""Mitigators: the ninety-two kinds of care that the national model may avoid."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from placeplan.demand.initiative_inputs import (
    ARRIVALS,
    EFFECTS,
    INITIATIVES,
    MECHANISMS,
    PHASING,
)
from placeplan.demand.inputs import PODS
from placeplan.demand.toolkit_inputs import read_toolkit
from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.reference import POINTS_OF_DELIVERY
from placeplan.tables import STATUSES, Column, TableContract

KINDS: Final = (
    "inpatient_avoidance",
    "inpatient_efficiency",
    "outpatient_avoidance",
    "outpatient_efficiency",
    "ae_avoidance",
)
COHORT: Final = (
    "age_band",
    "specialty",
    "code",
    "stay_from_days",
    "stay_to_days",
    "pre_operative_days",
)
"""What a mitigator says of its cohort, in the words of the effects table."""

MITIGATORS: Final = TableContract(
    "mitigators",
    "mitigators.csv",
    (
        Column("mitigator", "text"),
        Column("kind", "text", choices=frozenset(KINDS)),
        Column("name", "text"),
        Column("mechanism", "text", choices=frozenset(MECHANISMS)),
        Column("pods", "text", "With a space between."),
        *(Column(name, "text", nullable=True) for name in COHORT[:3]),
        *(Column(name, "whole", nullable=True, least=0) for name in COHORT[3:]),
        Column("arrives_as", "text", "Point of delivery.", nullable=True),
    ),
    key=("mitigator",),
)
OWN_PODS: Final = {
    "same_day_attendance": ("Same-day emergency care", "attendances", False)
}
"""Points of delivery that the reference list lacks: name, unit, whether with beds."""


@dataclass(frozen=True, slots=True)
class MitigatorUse:
    """How a plan uses a mitigator: the sizes are the plan's own.

    Parameters
    ----------
    mitigator : str
        Of `list_mitigators`.
    remaining_low, remaining_high : float
        Share of its cohort (or of its nights) that remains: P10 and P90.
    from_year : int
        Financial year from which all of it is there.
    attributable_share : float or None
        Share of the cohort that the cause explains; for attributable causes alone.
    place, provider, sex, age_band, specialty, code : str or None
        Cohort of the plan's own, in place of all, or of the mitigator's. Ages must not
        cut a band of the plan's activity.
    theme, heading, owner : str
        As the table of initiatives has them.
    delivery_share : float
        Probability that it is delivered at all.
    source, status : str
        Of every row.
    """

    mitigator: str
    remaining_low: float
    remaining_high: float
    from_year: int
    attributable_share: float | None = None
    place: str | None = None
    provider: str | None = None
    sex: str | None = None
    age_band: str | None = None
    specialty: str | None = None
    code: str | None = None
    theme: str = "care-transformation"
    heading: str = "efficiency"
    owner: str = "Productivity lead"
    delivery_share: float = 1.0
    source: str = "nhp-tpmas"
    status: str = "illustrative"

    def __post_init__(self) -> None:
        """Refuse what is no size, or has an attributable share by mistake.

        Raises
        ------
        UnknownNameError
            There is no such mitigator.
        InputError
            The mechanism needs an attributable share, or has none; no such status.
        """
        known = read_toolkit(MITIGATORS)
        if self.mitigator not in known["mitigator"]:
            raise UnknownNameError("mitigator", self.mitigator, known["mitigator"])
        mechanism = get_mitigator(self.mitigator)["mechanism"]
        faults = []
        if (mechanism == "attributable_share") != (self.attributable_share is not None):
            remedy = "Give the share that the cause explains, or take it out."
            expected = "an attributable_share for that mechanism and for no other"
            faults.append(Fault(self.mitigator, mechanism, expected, "", remedy))
        if self.status not in STATUSES:
            expected, remedy = f"one of {', '.join(STATUSES)}", "Correct the status."
            faults.append(
                Fault(self.mitigator, "status", expected, self.status, remedy)
            )
        if faults:
            raise InputError(faults)


def list_mitigators() -> pl.DataFrame:
    """List the ninety-two mitigators, in our own words.

    Returns
    -------
    DataFrame
        ``mitigator``, ``kind``, ``name``, ``mechanism``, ``pods``, its cohort by ages,
        specialty, code and stay, and ``arrives_as``.

    References
    ----------
    The Strategy Unit, Types of potentially mitigatable activity.

    Examples
    --------
    >>> list_mitigators()["kind"].value_counts(sort=True)["count"].to_list()
    [33, 27, 16, 12, 4]
    """
    return read_toolkit(MITIGATORS)


def get_mitigator(mitigator: str) -> Mapping[str, Any]:
    """Get a mitigator by its id.

    Examples
    --------
    >>> get_mitigator("before-theatre-two")["pre_operative_days"]
    2
    """
    rows = read_toolkit(MITIGATORS).filter(pl.col("mitigator") == mitigator)
    return rows.row(0, named=True)


def state_mitigator(use: MitigatorUse) -> dict[str, pl.DataFrame]:
    """State a mitigator as rows of a plan folder.

    Parameters
    ----------
    use : MitigatorUse
        Which, and how large.

    Returns
    -------
    dict of str to DataFrame
        Rows of ``initiatives``, ``initiative_effects``, ``initiative_phasing`` and
        ``initiative_arrivals``, and of ``pods`` where it needs one of the plan's own.
        Cohorts by code, specialty and stay rest on the plan's ``activity/mix.csv``.

    Examples
    --------
    >>> rows = state_mitigator(MitigatorUse("same-day-high", 0.4, 0.6, 2020))
    >>> rows["initiative_effects"].select("code", "stay_to_days").row(0)
    ('same-day-high', 2)
    >>> rows["initiative_arrivals"]["pod"].to_list(), rows["pods"]["pod"].to_list()
    (['same_day_attendance'], ['same_day_attendance'])
    """
    kind = get_mitigator(use.mitigator)
    given = {"initiative": use.mitigator, "source": use.source, "status": use.status}
    cohort = {name: kind[name] for name in COHORT}
    named = ("place", "provider", "sex", "age_band", "specialty", "code")
    cohort |= {
        name: getattr(use, name) for name in named if getattr(use, name) is not None
    }
    sizes = ("attributable_share", "remaining_low", "remaining_high")
    size = {name: getattr(use, name) for name in sizes}
    size["mechanism"] = kind["mechanism"]
    about = {name: getattr(use, name) for name in ("theme", "heading", "owner")}
    about |= {"id": use.mitigator, "name": kind["name"]}
    about["delivery_share"] = use.delivery_share
    pods, arrives = kind["pods"].split(" "), kind["arrives_as"]
    landing = {"pod": arrives, "units_each": 1, "bed_days_each": 0, "lag_years": 0}
    own = OWN_PODS.get(arrives) if arrives not in POINTS_OF_DELIVERY else None
    rows: dict[TableContract, list[dict[str, Any]]] = {
        INITIATIVES: [about],
        EFFECTS: [{**cohort, **size, "pod": pod} for pod in pods],
        PHASING: [{"year": use.from_year, "delivered_share": 1}],
        ARRIVALS: [{**landing, "from_pod": pod} for pod in pods] if arrives else [],
        PODS: [dict(zip(("name", "unit", "beds"), own, strict=True), pod=arrives)]
        if own
        else [],
    }
    return {
        contract.name: _lay(contract, [given | row for row in each])
        for contract, each in rows.items()
    }


def _lay(contract: TableContract, rows: list[dict[str, Any]]) -> pl.DataFrame:
    columns = contract.schema
    whole = [{name: row.get(name) for name in columns} for row in rows]
    return pl.DataFrame(whole, columns, orient="row")
