"""A citation of a fact: something that would have to change with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class FactCitation:
    """One thing that rests on a fact, as the room that owns it registered it.

    A later room hands rows over; the register never imports the room.

    Parameters
    ----------
    fact : str
        Id of the fact.
    kind : str
        What cites it: ``fact``, ``conflict`` and ``check`` come from the register
        itself, ``table``, ``assumption``, ``indicator``, ``page`` from later rooms.
    id : str
        Id of what cites it, unlike any other of its kind.
    title : str
        Its name for people.
    address : str
        Where it is read: a file of the plan folder or a page; empty for none.

    Examples
    --------
    >>> FactCitation("F146", "page", "case-for-change", "Case for change",
    ...     "/evidence/case-for-change/").kind
    'page'
    """

    fact: str
    kind: str
    id: str
    title: str
    address: str = ""
