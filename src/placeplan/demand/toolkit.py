"""The local care toolkit: eight elements, each of which an area makes its own."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import polars as pl

from placeplan.demand.adaptation import Adaptation
from placeplan.demand.cohort_match import lies_inside
from placeplan.demand.initiative_inputs import (
    ADDED_CAPACITY,
    ARRIVALS,
    COSTS,
    EFFECTS,
    INITIATIVE_TABLES,
    INITIATIVES,
    PHASING,
)
from placeplan.demand.inputs import ACTIVITY_BASE, Tables, get_table
from placeplan.demand.toolkit_inputs import (
    DELIVERIES,
    ELEMENTS,
    RECEIVERS,
    STAFF,
    TIERS,
    TOOLKIT_ARRIVALS,
    TOOLKIT_COSTS,
    TOOLKIT_EFFECTS,
    TOOLKIT_PHASING,
    TOOLKIT_SOURCES,
    pick_element,
    read_toolkit,
)
from placeplan.errors import Fault, InputError
from placeplan.reference import AgeBand
from placeplan.tables import TableContract

THEME: Final = "care-transformation"
Row = dict[str, Any]


def list_elements() -> pl.DataFrame:
    """List the eight elements as the paper names them, with the paragraph.

    Examples
    --------
    >>> list_elements().filter(number=6).select("element", "name", "paragraph").row(0)
    ('rapid-response', 'Rapid response', 'Local Care point 9')
    """
    return read_toolkit(ELEMENTS)


def list_tiers() -> pl.DataFrame:
    """List the tiers of local care and the people whom each serves, as the paper does.

    Examples
    --------
    >>> list_tiers().select("tier", "people_from", "people_to").rows()
    [('gp-practice', None, None), ('tier-1', 20000, 60000), ('tier-2', 50000, 200000)]
    """
    return read_toolkit(TIERS)


def list_toolkit_sources() -> pl.DataFrame:
    """List where the toolkit and the mitigators come from.

    Examples
    --------
    >>> list_toolkit_sources()["source"].to_list()
    ['medway-update-2017', 'local-care-toolkit', 'nhp-tpmas']
    """
    return read_toolkit(TOOLKIT_SOURCES)


def adapt_element(adaptation: Adaptation, tables: Tables) -> dict[str, pl.DataFrame]:
    """Make an element of local care an initiative of an area.

    Parameters
    ----------
    adaptation : Adaptation
        Which element, where, from when, how large.
    tables : mapping of table name to DataFrame
        Tables of the plan; the base activity says how many people's care it reaches,
        and who receives what is moved.

    Returns
    -------
    dict of str to DataFrame
        Rows for each table of `INITIATIVE_TABLES`, for all of them by name. What
        remains is ``1 - size_share * (1 - remaining)`` of the toolkit; cost and staff
        are ``size_share * each * units`` of the cohort in the base year, phased.

    Raises
    ------
    InputError
        The plan has that initiative already; no care of the cohort in the places; no
        provider, or several, that could receive what is moved.

    Examples
    --------
    >>> rows = [(pod, "dover", "kchft", None, "female", "75-79", 500.0, 0.0, "s",
    ...     "derived") for pod in ("emergency_spell", "community_contact",
    ...     "reablement_episode")]
    >>> base = pl.DataFrame(rows, ACTIVITY_BASE.schema, orient="row")
    >>> half = Adaptation("rapid-response", "dover", "Dover", ("dover",), 2018, 2021,
    ...     size_share=0.5)
    >>> found = adapt_element(half, {"activity_base": base})
    >>> found["initiative_effects"].select("place", "remaining_low").row(0)
    ('dover', 0.965)
    >>> found["initiative_costs"]["cost_pounds"].to_list()
    [2250.0, 6000.0, 10500.0, 15000.0]
    """
    base = get_table(tables, ACTIVITY_BASE).filter(
        pl.col("place").is_in(adaptation.places)
    )
    known = get_table(tables, INITIATIVES)["id"]
    if adaptation.initiative in known:
        remedy = "Give the area another id, or take the initiative out first."
        found = adaptation.initiative
        raise InputError([Fault(INITIATIVES.path, "", "a new id", found, remedy)])
    if faults := list(_check_reach(adaptation, base)):
        raise InputError(faults)
    rows = {
        INITIATIVES.name: [_name_initiative(adaptation)],
        EFFECTS.name: list(_list_effects(adaptation)),
        PHASING.name: [
            {"year": adaptation.from_year + after, "delivered_share": share}
            for after, share in _list_phases(adaptation)
        ],
        ARRIVALS.name: list(_list_arrivals(adaptation, base)),
        ADDED_CAPACITY.name: list(_list_staff(adaptation, base)),
        COSTS.name: list(_list_costs(adaptation, base)),
    }
    return {
        contract.name: _lay(adaptation, contract, rows.get(contract.name, []))
        for contract in INITIATIVE_TABLES
    }


def find_cohort(base: pl.DataFrame, pod: str, age_band: str) -> pl.DataFrame:
    """Give the cells of a pod whose ages all lie inside a band."""
    ages = AgeBand.parse(age_band)
    bands = [band for band in base["age_band"].unique() if lies_inside(band, ages)]
    return base.filter(pl.col("pod") == pod, pl.col("age_band").is_in(bands))


def _count_cohort(base: pl.DataFrame, pod: str, age_band: str) -> float:
    return float(find_cohort(base, pod, age_band)["activity"].sum())


def _lay(
    adaptation: Adaptation, contract: TableContract, rows: Sequence[Row]
) -> pl.DataFrame:
    given = {
        "initiative": adaptation.initiative,
        "source": adaptation.source,
        "status": adaptation.status,
    }
    columns = contract.schema
    whole = [{name: (given | row).get(name) for name in columns} for row in rows]
    return pl.DataFrame(whole, columns, orient="row")


def _name_initiative(adaptation: Adaptation) -> Row:
    element = pick_element(ELEMENTS, adaptation.element).row(0, named=True)
    chance = adaptation.delivery_share
    if chance is None:
        chance = pick_element(DELIVERIES, adaptation.element)["delivery_share"][0]
    return {
        "id": adaptation.initiative,
        "name": f"{element['name']}: {adaptation.area_name}",
        "theme": THEME,
        "heading": element["heading"],
        "planning_level": adaptation.planning_level,
        "owner": adaptation.owner,
        "delivery_share": chance,
    }


def _list_effects(adaptation: Adaptation) -> Iterator[Row]:
    for row in pick_element(TOOLKIT_EFFECTS, adaptation.element).iter_rows(named=True):
        ends = {
            end: round(1 - adaptation.size_share * (1 - row[end]), 9)
            for end in ("remaining_low", "remaining_high")
        }
        kept = ("mechanism", "pod", "age_band", "attributable_share")
        for place in adaptation.places:
            yield {"place": place} | {name: row[name] for name in kept} | ends


def _list_phases(adaptation: Adaptation) -> list[tuple[int, float]]:
    rows = read_toolkit(TOOLKIT_PHASING).select("years_after", "delivered_share")
    last = adaptation.to_year - adaptation.from_year
    return [(after, share) for after, share in rows.iter_rows() if after <= last]


def _list_arrivals(adaptation: Adaptation, base: pl.DataFrame) -> Iterator[Row]:
    kept = ("from_pod", "pod", "units_each", "bed_days_each", "lag_years")
    for row in pick_element(TOOLKIT_ARRIVALS, adaptation.element).iter_rows(named=True):
        provider = _find_receivers(adaptation, base, row["receiver"])[0]
        yield {"provider": provider} | {name: row[name] for name in kept}


def _list_staff(adaptation: Adaptation, base: pl.DataFrame) -> Iterator[Row]:
    for row in pick_element(STAFF, adaptation.element).iter_rows(named=True):
        units = _count_cohort(base, row["pod"], row["age_band"])
        each = row["staff_wte_per_1000"] / 1000
        yield {
            "provider": _find_receivers(adaptation, base, row["receiver"])[0],
            "staff_group": row["staff_group"],
            "from_year": adaptation.from_year,
            "amount": round(adaptation.size_share * each * units, 1),
        }


def _list_costs(adaptation: Adaptation, base: pl.DataFrame) -> Iterator[Row]:
    whole = adaptation.cost_pounds
    if whole is None:
        rows = pick_element(TOOLKIT_COSTS, adaptation.element).iter_rows(named=True)
        whole = adaptation.size_share * sum(
            row["cost_pounds_each"] * _count_cohort(base, row["pod"], row["age_band"])
            for row in rows
        )
    phases = dict(_list_phases(adaptation))
    share = 0.0
    for year in range(adaptation.from_year, adaptation.to_year + 1):
        share = phases.get(year - adaptation.from_year, share)
        yield {"year": year, "cost_pounds": round(whole * share), "recurrent": True}


def _find_receivers(
    adaptation: Adaptation, base: pl.DataFrame, receiver: str
) -> list[str]:
    """Find who does most of the work for each place; the one that was named, if any."""
    named: str | None = getattr(adaptation, receiver)
    if named is not None:
        return [named]
    work = (
        base.filter(pl.col("pod") == RECEIVERS[receiver])
        .group_by("place", "provider")
        .agg(pl.col("activity").sum())
        .sort("place", "activity", "provider", descending=[False, True, False])
    )
    return work.group_by("place").first()["provider"].unique().sort().to_list()


def _list_receivers(element: str) -> list[str]:
    lists = (TOOLKIT_ARRIVALS, STAFF)
    return sorted(
        {r for each in lists for r in pick_element(each, element)["receiver"]}
    )


def _check_reach(adaptation: Adaptation, base: pl.DataFrame) -> Iterator[Fault]:
    where = f"initiative {adaptation.initiative}"
    for row in pick_element(TOOLKIT_EFFECTS, adaptation.element).iter_rows(named=True):
        for place in adaptation.places:
            reached = base.filter(pl.col("place") == place)
            if not _count_cohort(reached, row["pod"], row["age_band"]):
                cohort = f"{row['pod']} at ages {row['age_band']} in {place}"
                yield Fault(
                    ACTIVITY_BASE.path,
                    where,
                    f"activity of {cohort}",
                    "none",
                    "Leave the place out, or add its activity in bands of these ages.",
                )
    for receiver in _list_receivers(adaptation.element):
        found = _find_receivers(adaptation, base, receiver)
        if len(found) != 1:
            words = receiver.replace("_", "-")
            yield Fault(
                ACTIVITY_BASE.path,
                where,
                f"one provider of {RECEIVERS[receiver]} for the places",
                ", ".join(found) or "none",
                f"Name one with --{words}, or adapt the parts of the area one by one.",
            )
