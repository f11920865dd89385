"""The facts register: one place for every figure that anybody quotes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import polars as pl

from placeplan.errors import InputError, UnknownNameError
from placeplan.evidence.arithmetic_check import (
    ArithmeticCheck,
    CheckOutcome,
    run_check,
)
from placeplan.evidence.conflict import Conflict
from placeplan.evidence.correction import Correction, list_changed, make_version
from placeplan.evidence.fact import Fact
from placeplan.evidence.fact_check import check_facts
from placeplan.evidence.fact_citation import FactCitation
from placeplan.evidence.fact_rest import list_resting
from placeplan.evidence.fact_search import find_matches
from placeplan.evidence.fact_table import (
    list_rows,
    read_checks,
    read_conflicts,
    read_fact,
    read_fact_citations,
    read_fact_folder,
)
from placeplan.evidence.fact_value import FactValue
from placeplan.evidence.inputs import FACTS, OUTSIDE_FACTS


@dataclass(frozen=True)
class FactRegister:
    """Facts, what disagrees, what was checked, and what rests on them.

    Parameters
    ----------
    versions : tuple of Fact
        Every version of every fact of the papers, oldest first.
    outside : tuple of Fact
        Figures from outside the papers, which stand beside conflicts only.
    conflicts : tuple of Conflict
        Facts that disagree.
    checks : tuple of ArithmeticCheck
        Arithmetic over the facts.
    citations : tuple of FactCitation
        What later rooms registered as resting on facts.
    """

    versions: tuple[Fact, ...] = ()
    outside: tuple[Fact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    checks: tuple[ArithmeticCheck, ...] = ()
    citations: tuple[FactCitation, ...] = field(default=())

    @classmethod
    def from_tables(cls, tables: Mapping[str, pl.DataFrame]) -> "FactRegister":
        """Make a register of the tables of a plan folder.

        Parameters
        ----------
        tables : mapping of str to DataFrame
            By the names of `placeplan.evidence.TABLES`; a table that is not there
            is empty.

        Raises
        ------
        InputError
            With everything that contradicts itself.
        """
        if faults := check_facts(tables):
            raise InputError(faults)
        facts, outside = (
            sorted(
                (read_fact(row) for row in list_rows(tables, contract)),
                key=lambda fact: (fact.id, fact.version),
            )
            for contract in (FACTS, OUTSIDE_FACTS)
        )
        return cls(
            tuple(facts),
            tuple(outside),
            tuple(sorted(read_conflicts(tables), key=lambda each: each.id)),
            tuple(sorted(read_checks(tables), key=lambda each: each.id)),
            tuple(sorted(read_fact_citations(tables))),
        )

    @classmethod
    def from_folder(cls, folder: Path | str) -> "FactRegister":
        """Read the register of a plan folder.

        Raises
        ------
        InputError
            With every fault of its files, or when the folder holds no facts.
        """
        return cls.from_tables(read_fact_folder(Path(folder)))

    @cached_property
    def _current(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in (*self.versions, *self.outside)}

    @cached_property
    def _values(self) -> dict[str, FactValue]:
        return {id_: self._current[id_].value for id_ in sorted(self._current)}

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Facts of the papers as they now stand, in the order of their ids."""
        papers = dict.fromkeys(fact.id for fact in self.versions)
        return tuple(self._current[id_] for id_ in papers)

    def get_fact(self, fact_id: str) -> Fact:
        """Get a fact as it now stands, from the papers or outside them.

        Raises
        ------
        UnknownNameError
            When there is none of that id.
        """
        if fact_id not in self._current:
            raise UnknownNameError("fact", fact_id, self._current)
        return self._current[fact_id]

    def list_history(self, fact_id: str) -> tuple[Fact, ...]:
        """List every version of a fact, oldest first.

        Raises
        ------
        UnknownNameError
            When there is none of that id.
        """
        self.get_fact(fact_id)
        every = (*self.versions, *self.outside)
        return tuple(fact for fact in every if fact.id == fact_id)

    def list_conflicts(self, fact_id: str) -> tuple[Conflict, ...]:
        """List the conflicts that name a fact."""
        return tuple(each for each in self.conflicts if each.concerns(fact_id))

    def search(self, words: str) -> tuple[Fact, ...]:
        """Search facts by id, by number or by words.

        Parameters
        ----------
        words : str
            An id (``F146``), a number (``245``, ``1,731,400``), or words that must all
            stand in the statement, place, period, unit, heading or document.

        Returns
        -------
        tuple of Fact
            Current versions in the order of their ids; a number finds facts that have
            it in an earlier version too.
        """
        found = find_matches((*self.versions, *self.outside), words)
        return tuple(self._current[id_] for id_ in sorted(found))

    def as_known(self, day: date) -> "FactRegister":
        """Keep what was known on a day.

        Parameters
        ----------
        day : date
            Last day that counts, by the date of the paper.

        Returns
        -------
        FactRegister
            Versions known by then; conflicts of which two figures were known, and
            checks of which every fact was; citations of facts that were known.
        """
        versions = tuple(each for each in self.versions if each.known_on <= day)
        outside = tuple(each for each in self.outside if each.known_on <= day)
        known = {fact.id for fact in (*versions, *outside)}
        return FactRegister(
            versions,
            outside,
            tuple(
                each
                for each in self.conflicts
                if len(known.intersection((*each.facts, *each.outside))) > 1
            ),
            tuple(
                each
                for each in self.checks
                if known.issuperset(each.list_facts(self._values))
            ),
            tuple(each for each in self.citations if each.fact in known),
        )

    def run_checks(self) -> tuple[CheckOutcome, ...]:
        """Do every arithmetic check again with the facts as they now stand."""
        return tuple(run_check(check, self._values) for check in self.checks)

    def with_citations(self, citations: Iterable[FactCitation]) -> "FactRegister":
        """Add citations that a later room registers.

        Parameters
        ----------
        citations : iterable of FactCitation
            Rows; one that is registered already is not repeated.

        Raises
        ------
        UnknownNameError
            When one cites a fact that is not there.
        """
        added = tuple(citations)
        for each in added:
            self.get_fact(each.fact)
        held = {(each.fact, each.kind, each.id): each for each in self.citations}
        held |= {(each.fact, each.kind, each.id): each for each in added}
        return replace(self, citations=tuple(sorted(held.values())))

    def what_rests_on(self, fact_id: str) -> tuple[FactCitation, ...]:
        """List everything that rests on a fact.

        Parameters
        ----------
        fact_id : str
            Id of the fact.

        Returns
        -------
        tuple of FactCitation
            Facts that supersede it, disagree with it or stand in one conflict with it,
            the conflicts and checks that name it, then whatever later rooms registered.

        Raises
        ------
        UnknownNameError
            When there is none of that id.
        """
        self.get_fact(fact_id)
        checks = (
            each for each in self.checks if fact_id in each.list_facts(self._values)
        )
        return list_resting(
            fact_id, self._current, self.conflicts, checks, self.citations
        )

    def correct(
        self,
        fact_id: str,
        value: FactValue,
        *,
        reason: str,
        on: date,
        source: str = "",
        document: str = "",
        heading: str = "",
    ) -> Correction:
        """Correct a fact: a new version beside the old, and all that rests on it.

        Parameters
        ----------
        fact_id : str
            Id of the fact.
        value : FactValue
            What it should be.
        reason : str
            Why; it stands with the fact from now on.
        on : date
            Day from which the new value is known, not before that of the old.
        source, document, heading : str
            Where it is said; as in the old version unless given.

        Returns
        -------
        Correction
            The register with the new version, what rests on the fact, and the checks
            whose outcome changed. This register stays as it is.

        Raises
        ------
        UnknownNameError
            When there is no such fact.
        QuestionError
            When there is no reason, nothing changes, or the day lies before.
        """
        old = self.get_fact(fact_id)
        said = {"source": source, "document": document, "heading": heading}
        new = make_version(old, value, reason=reason, on=on, said=said)
        is_outside = fact_id in {fact.id for fact in self.outside}
        name = "outside" if is_outside else "versions"
        every = (*(self.outside if is_outside else self.versions), new)
        ordered = tuple(sorted(every, key=lambda fact: (fact.id, fact.version)))
        corrected = replace(self, **{name: ordered})  # type: ignore[arg-type]  # one of two fields of one type
        changed = list_changed(self.run_checks(), corrected.run_checks())
        return Correction(corrected, old, new, self.what_rests_on(fact_id), changed)
