"""What rests on a fact: facts beside it, conflicts, checks, and later rooms."""

from collections.abc import Iterable, Mapping, Sequence

from placeplan.evidence.arithmetic_check import ArithmeticCheck
from placeplan.evidence.conflict import Conflict
from placeplan.evidence.fact import Fact
from placeplan.evidence.fact_citation import FactCitation


def list_resting(
    fact_id: str,
    facts: Mapping[str, Fact],
    conflicts: Sequence[Conflict],
    checks: Iterable[ArithmeticCheck],
    citations: Iterable[FactCitation],
) -> tuple[FactCitation, ...]:
    """List everything that rests on a fact.

    Parameters
    ----------
    fact_id : str
        Id of the fact.
    facts : mapping of str to Fact
        Every fact as it now stands, by id.
    conflicts : sequence of Conflict
        All conflicts; those that name the fact are kept.
    checks : iterable of ArithmeticCheck
        Checks that use the fact.
    citations : iterable of FactCitation
        All that later rooms registered; those of the fact are kept.

    Returns
    -------
    tuple of FactCitation
        Facts, then conflicts, checks and citations.
    """
    named = [each for each in conflicts if each.concerns(fact_id)]
    return (
        *(
            FactCitation(fact_id, "fact", id_, facts[id_].sentence)
            for id_ in list_beside(fact_id, facts, named)
        ),
        *(FactCitation(fact_id, "conflict", each.id, each.about) for each in named),
        *(FactCitation(fact_id, "check", each.id, each.name) for each in checks),
        *(each for each in citations if each.fact == fact_id),
    )


def list_beside(
    fact_id: str, facts: Mapping[str, Fact], conflicts: Iterable[Conflict]
) -> list[str]:
    """List the facts that cannot be read without this one.

    Parameters
    ----------
    fact_id : str
        Id of the fact.
    facts : mapping of str to Fact
        Every fact as it now stands, by id.
    conflicts : iterable of Conflict
        Conflicts that name the fact.

    Returns
    -------
    list of str
        Ids in order: facts that supersede it, disagree with it, or stand in one
        conflict with it.
    """
    beside = {
        fact.id
        for fact in facts.values()
        if fact_id in (*fact.supersedes, *fact.conflicts_with)
    }
    for conflict in conflicts:
        beside.update(conflict.facts, conflict.outside)
    return sorted(beside & facts.keys() - {fact_id})
