"""Reads of the facts register, as it was known on a day."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.db.models import Count, Max

from placeplan.evidence import FactCitation as Citation
from placeplan.evidence import FactRegister
from placeplan_web.evidence.case_for_change import CITATIONS
from placeplan_web.evidence.fact_table import read_tables
from placeplan_web.evidence.inequality import list_citations
from placeplan_web.evidence.models import FactCitation, FactLoad, FactVersion

STATES_KEPT = 4
DAYS_KEPT = 32
State = tuple[str | int | None, ...]
"""What tells one state of the records from every other."""


def find_load() -> FactLoad | None:
    """Find the newest load; None before the first."""
    return FactLoad.objects.first()


def get_register(as_at: date | None = None) -> FactRegister:
    """Get the register as it is known now, or as it was known on a day."""
    load = find_load()
    if load is None:
        return FactRegister()
    corrected = FactVersion.objects.aggregate(last=Max("pk"))["last"]
    cited = FactCitation.objects.aggregate(last=Max("pk"), all=Count("pk"))
    return _view((str(load.public_id), corrected, *cited.values()), as_at)


@lru_cache(maxsize=STATES_KEPT)
def _build(state: State) -> FactRegister:
    """Build the register of one state of the records, once in each program."""
    register = FactRegister.from_tables(read_tables())
    pages = (*CITATIONS, *list_citations(register))
    return register.with_citations(_keep_known(register, pages))


@lru_cache(maxsize=DAYS_KEPT)
def _view(state: State, as_at: date | None) -> FactRegister:
    register = _build(state)
    return register if as_at is None else register.as_known(as_at)


def _keep_known(
    register: FactRegister, citations: Iterable[Citation]
) -> list[Citation]:
    known = {fact.id for fact in (*register.versions, *register.outside)}
    return [each for each in citations if each.fact in known]
