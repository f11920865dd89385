"""Points of delivery that a table names and that neither reference nor plan has."""

from collections.abc import Iterator

from placeplan.demand.inputs import PODS, Tables, get_table
from placeplan.demand.pod_list import list_pods
from placeplan.errors import Fault, UnknownNameError
from placeplan.tables import TableContract


def check_pods(
    tables: Tables, contract: TableContract, column: str = "pod"
) -> Iterator[Fault]:
    """Find points of delivery that nobody knows, each once.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan; those that are missing name nothing.
    contract : TableContract
        Of the table that names them.
    column : str
        In which it names them.

    Yields
    ------
    Fault
        With the names that are known.

    Examples
    --------
    >>> from placeplan.demand.inputs import GROWTH
    >>> list(check_pods({}, GROWTH))
    []
    """
    known = list_pods(tables)
    for pod in get_table(tables, contract)[column].unique().sort():
        if pod not in known:
            yield Fault(
                contract.path,
                f"{column} {pod}",
                f"a point of delivery of the reference list or of {PODS.path}",
                pod,
                f"Correct the pod, or add it to {PODS.path}. "
                f"{UnknownNameError('pod', pod, known)}",
            )
