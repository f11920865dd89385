"""What may be typed into a cell: the ids that the plan folder has, as suggestions."""

from collections.abc import Mapping, Sequence

from placeplan.demand.pod_list import list_pods
from placeplan.reference import STAFF_GROUPS
from placeplan.tables import Column, TableContract
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.initiatives.models import Draft
from placeplan_web.initiatives.queries.table import list_columns


def list_suggestions(
    draft: Draft, contract: TableContract
) -> Mapping[str, Sequence[str]]:
    """Give the known values of each column that names something of the plan."""
    found = {
        column.name: _list_known(draft, column) for column in list_columns(contract)
    }
    return {name: known for name, known in found.items() if known}


def _list_known(draft: Draft, column: Column) -> list[str]:
    plan = get_plan(draft.dataset)
    if column.refers_to == ("sources", "id"):
        return [source.id for source in plan.sources]
    if column.refers_to == ("initiatives", "id"):
        slugs = draft.initiatives.filter(withdrawn_at__isnull=True)
        return sorted(slugs.values_list("slug", flat=True))
    if column.refers_to is not None:
        table, name = column.refers_to
        return [str(each) for each in plan.tables[table][name].unique().sort()]
    if column.name in ("pod", "from_pod"):
        return sorted(list_pods(plan.tables))
    return sorted(STAFF_GROUPS) if column.name == "staff_group" else []
