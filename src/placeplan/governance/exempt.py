"""Exempt and confidential: why the public is kept out, by the law of the body."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from placeplan.errors import UnknownNameError
from placeplan.governance.held import cite, list_held, warn
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_REASONS: Final[Listing[dict[str, Any]]] = Listing(
    "reason",
    state_list(
        "exempt_reasons",
        Column("reason", "text", "Id."),
        Column("regime", "text", choices=frozenset({"local_government", "nhs"})),
        Column("excludes", "text", choices=frozenset({"must", "may"})),
        Column("cites", "text", "Section or paragraph."),
        Column("words", "text", "What it covers."),
        Column("basis", "text", "How it was read."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class ExemptReason:
    """A reason for which the public may or must be kept out.

    Parameters
    ----------
    reason : str
        Id, such as ``paragraph_3``.
    regime : str
        ``local_government`` or ``nhs``.
    must : bool
        Whether it is confidential, so that the public must be kept out.
    words : str
        What it covers.
    source : str
        Where it was read.
    warnings : tuple of str
        What to check, where the primary source was not read.
    """

    reason: str
    regime: str
    must: bool
    words: str
    source: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Whether the public is kept out of an item.

    Parameters
    ----------
    private : bool
        Whether it is taken in private.
    reasons : tuple of str
        Why, in sentences.
    """

    private: bool
    reasons: tuple[str, ...]


def list_exempt_reasons(
    regime: str, as_at: date | None = None
) -> tuple[ExemptReason, ...]:
    """List the reasons of a regime that held on a day.

    Raises
    ------
    UnknownNameError
        When the regime is unknown.
    InputError
        When none of its reasons held on that day.

    Examples
    --------
    >>> [each.must for each in list_exempt_reasons("local_government")][:3]
    [True, True, False]
    """
    rows = {name: row for name, row in _REASONS.items() if row["regime"] == regime}
    if not rows:
        regimes = {row["regime"] for row in _REASONS.values()}
        raise UnknownNameError("regime", regime, regimes)
    return tuple(
        ExemptReason(
            *(row["reason"], regime, row["excludes"] == "must", row["words"]),
            *(cite(row), warn(row)),
        )
        for row in list_held(rows, as_at, f"regime {regime}")
    )


def exclude_public(
    reason: ExemptReason, *, outweighs: bool | None = None, resolved: bool = False
) -> Exclusion:
    """Find whether an item is taken in private.

    Parameters
    ----------
    reason : ExemptReason
        The reason that is given.
    outweighs : bool or None
        Whether the public interest in keeping it outweighs disclosure; None while
        nobody has weighed it.
    resolved : bool
        Whether the meeting resolved to keep the public out, naming the reason.

    Examples
    --------
    >>> third = list_exempt_reasons("local_government")[4]
    >>> exclude_public(third, outweighs=True).private
    False
    >>> exclude_public(third, outweighs=True, resolved=True).private
    True
    """
    named = f"{reason.words} ({reason.reason.replace('_', ' ')})."
    if reason.must:
        return Exclusion(True, (f"Confidential, so the public must leave: {named}",))
    if outweighs is None:
        words = "Nobody has weighed the public interest yet, so it stays public."
    elif not outweighs:
        words = "The public interest in keeping it does not outweigh disclosure."
    elif not resolved:
        words = "The meeting has not resolved to keep the public out."
    else:
        words = "The meeting resolved to keep the public out, and said why."
    private = bool(outweighs and resolved)
    return Exclusion(private, (words, f"Exempt: {named}", *reason.warnings))
