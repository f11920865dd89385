"""A study of productivity: from peers to the five-year opportunity of a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from placeplan.errors import InputError
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence
from placeplan.money.productivity.body import (
    Body,
    SpecialtyCost,
    Tables,
    list_bodies,
    list_cost_centres,
    list_specialties,
    read_criteria,
    read_pounds,
)
from placeplan.money.productivity.catch_up import CatchUp, Comparator, find_catch_up
from placeplan.money.productivity.check import check_productivity
from placeplan.money.productivity.five_year import (
    SavingsPath,
    YearTerms,
    find_efficiency_share,
    find_savings_path,
    phase_catch_up,
)
from placeplan.money.productivity.inputs import (
    COST_CENTRE_GROUPS,
    PRODUCTIVITY_BODIES,
    PRODUCTIVITY_PATH,
    PRODUCTIVITY_PUBLISHED,
    PRODUCTIVITY_TABLES,
)
from placeplan.money.productivity.opportunity import Opportunity, sum_opportunities
from placeplan.money.productivity.peer import PeerVerdict, select_peers
from placeplan.money.share import Weight
from placeplan.tables import get_weakest


@dataclass(frozen=True, slots=True)
class PublishedSaving:
    """What was published of productivity: a check of scale, never an input.

    Parameters
    ----------
    year : int
        Last year in which it is to be saved.
    saving : Pence
        What is to be saved.
    words : str
        As it was published.
    """

    year: int
    saving: Pence
    words: str


@dataclass(frozen=True, slots=True)
class ProductivityStudy:
    """What a plan says of productivity, worked out.

    Parameters
    ----------
    bodies : mapping of str to Body
        Own bodies and candidates, by id.
    verdicts : mapping of str to tuple of PeerVerdict
        By own body: every candidate, with reasons.
    catch_ups : tuple of CatchUp
        Of every cost centre of own bodies.
    specialties : tuple of SpecialtyCost
        The same cost by specialty, beside it.
    base_year : int
        Year of the cost base.
    base : Pence
        All cost centres of own bodies together.
    due : mapping of int to Pence
        Catch-up due in each year.
    terms : tuple of YearTerms
        Growth, efficiency and cap of each year.
    published : tuple of PublishedSaving
        As a check of scale.
    status : str
        The weakest of everything that went in.
    """

    bodies: Mapping[str, Body]
    verdicts: Mapping[str, tuple[PeerVerdict, ...]]
    catch_ups: tuple[CatchUp, ...]
    specialties: tuple[SpecialtyCost, ...]
    base_year: int
    base: Pence
    due: Mapping[int, Pence]
    terms: tuple[YearTerms, ...]
    published: tuple[PublishedSaving, ...]
    status: str

    @property
    def path(self) -> SavingsPath:
        """Savings year by year, under the cap that the plan states."""
        return find_savings_path(self.base, self.due, self.terms)

    def find_path_at(self, cap_share: Weight | None) -> SavingsPath:
        """Find the savings under another cap in every year, to see what it does."""
        terms = [replace(each, cap_share=cap_share) for each in self.terms]
        return find_savings_path(self.base, self.due, terms)

    @property
    def catch_up(self) -> Opportunity:
        """All catch-up by cost centre."""
        return _sum_catch_ups(self.catch_ups)

    @property
    def by_group(self) -> dict[str, Opportunity]:
        """Catch-up of each group of cost centres, in the order of the papers."""
        return {
            group: _sum_catch_ups(e for e in self.catch_ups if e.own.group == group)
            for group in COST_CENTRE_GROUPS
        }

    @property
    def by_specialty(self) -> Opportunity:
        """All opportunity by specialty: beside the catch-up, never added to it."""
        found = (each.opportunity for each in self.specialties)
        return sum_opportunities("specialty", found)


def _sum_catch_ups(found: Iterable[CatchUp]) -> Opportunity:
    return sum_opportunities("cost_centre", (each.opportunity for each in found))


def find_productivity(
    tables: Tables, *, comparator: Comparator = "lowest"
) -> ProductivityStudy | None:
    """Work out what a plan says of productivity.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.
    comparator : str
        Which one peer a cost centre is held against: one of `COMPARATORS`.

    Returns
    -------
    ProductivityStudy or None
        None where the plan says nothing of productivity.

    Raises
    ------
    InputError
        When the tables do not fit each other, with every fault.
    """
    if get_table(tables, PRODUCTIVITY_BODIES).is_empty():
        return None
    if faults := check_productivity(tables):
        raise InputError(faults)
    bodies = {each.profile.id: each for each in list_bodies(tables)}
    own = [each for each in bodies.values() if each.own]
    candidates = [each.profile for each in bodies.values() if not each.own]
    criteria = read_criteria(tables)
    verdicts = {
        each.profile.id: select_peers(each.profile, candidates, criteria)
        for each in own
    }
    centres = list_cost_centres(tables)
    catch_ups = tuple(
        catch_up
        for id_, told in verdicts.items()
        for catch_up in find_catch_up(
            centres[id_], {v.id: centres[v.id] for v in told if v.chosen}, comparator
        )
    )
    base = Pence(sum(each.own.cost for each in catch_ups))
    return ProductivityStudy(
        bodies,
        verdicts,
        catch_ups,
        list_specialties(tables, bodies),
        own[0].year,
        base,
        _phase(tables, _sum_catch_ups(catch_ups).pence),
        tuple(_make_terms(row) for row in _list_path_rows(tables)),
        _list_published(tables),
        _find_weakest(tables),
    )


def _list_path_rows(tables: Tables) -> list[dict[str, Any]]:
    return get_table(tables, PRODUCTIVITY_PATH).sort("year").to_dicts()


def _phase(tables: Tables, catch_up: Pence) -> dict[int, Pence]:
    rows = _list_path_rows(tables)
    phased = {row["year"]: row["phased_share"] for row in rows}
    return phase_catch_up(catch_up, phased)


def _make_terms(row: Mapping[str, Any]) -> YearTerms:
    asked = find_efficiency_share(row["year"])
    share = row["efficiency_share"]
    return YearTerms(
        row["year"],
        row["cost_growth_share"],
        row["activity_growth_share"],
        # Where nobody asks for any, the check has refused an empty cell.
        asked.share if share is None and asked else share,
        row["cap_share"],
    )


def _list_published(tables: Tables) -> tuple[PublishedSaving, ...]:
    rows = get_table(tables, PRODUCTIVITY_PUBLISHED).sort("year").to_dicts()
    return tuple(
        PublishedSaving(row["year"], read_pounds(row["saving_pounds"]), row["words"])
        for row in rows
    )


def _find_weakest(tables: Tables) -> str:
    """Find the weakest status; what was published is no input and does not count."""
    return get_weakest(
        status
        for contract in PRODUCTIVITY_TABLES
        if contract is not PRODUCTIVITY_PUBLISHED
        for status in get_table(tables, contract)["status"]
    )
