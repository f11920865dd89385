"""Where the system stands as one: its members, less what they pay each other."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import polars as pl

from placeplan.money.ledger.elimination import TAKEN, find_eliminations, say_mismatches
from placeplan.money.ledger.inputs import BASES
from placeplan.money.ledger.ledger import Ledger
from placeplan.money.ledger.position import DIFFERENCE, STATEMENT, find_position


@dataclass(frozen=True, slots=True)
class SystemPosition:
    """Where a system stands.

    Parameters
    ----------
    sides : DataFrame
        `side` (of `STATEMENT`), and for plan and actual `members_…_pence` (the plain
        sum of the bodies), `eliminated_…_pence` and `…_pence` (the system: the first
        less the second), then `difference_pence, status`. The surplus is the plain sum
        of the bodies' own, for as much leaves income as leaves cost.
    eliminations : DataFrame
        As `find_eliminations` gives it.
    mismatches : tuple of str
        A sentence for each pair of members that do not book the same with each other,
        the largest first.
    """

    sides: pl.DataFrame
    eliminations: pl.DataFrame
    mismatches: tuple[str, ...]


def find_system_position(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    with_funds: bool = True,
) -> SystemPosition:
    """Find where the system stands: its members, less what they pay each other.

    Parameters
    ----------
    ledger, year, through, bodies, with_funds
        As for `find_position`; the bodies are the system.

    Returns
    -------
    SystemPosition
        Sides, eliminations and every mismatch in words.

    Raises
    ------
    UnknownNameError
        When a body is no member.

    Examples
    --------
    >>> from placeplan.money.ledger import read_ledger
    >>> find_system_position(read_ledger({}), year=2016).mismatches
    ()
    """
    members = find_position(
        ledger, year=year, through=through, bodies=bodies, by=(), with_funds=with_funds
    )
    found = find_eliminations(
        ledger, year=year, through=through, bodies=bodies, with_funds=with_funds
    )
    taken = _sum_by_side(found)
    sides = members.select(
        "side",
        *(pl.col(f"{basis}_pence").alias(f"members_{basis}_pence") for basis in BASES),
        "status",
    ).join(taken, on="side", how="left", maintain_order="left")
    for basis in BASES:
        eliminated = pl.col(f"eliminated_{basis}_pence")
        sides = sides.with_columns(
            (pl.col(f"members_{basis}_pence") - eliminated).alias(f"{basis}_pence")
        )
    return SystemPosition(
        sides.select(
            "side",
            *(
                f"{of}{b}_pence"
                for b in BASES
                for of in ("members_", "eliminated_", "")
            ),
            DIFFERENCE,
            "status",
        ),
        found,
        say_mismatches(found),
    )


def _sum_by_side(eliminations: pl.DataFrame) -> pl.DataFrame:
    """Sum what is taken out of each side; of the surplus, nothing."""
    sums = {
        f"eliminated_{basis}_pence": [
            eliminations.filter(pl.col("basis") == basis)[TAKEN[side]].sum()
            if side in TAKEN
            else 0
            for side in STATEMENT
        ]
        for basis in BASES
    }
    return pl.DataFrame(
        {"side": STATEMENT, **sums},
        schema={
            "side": pl.Enum(STATEMENT),
            **dict.fromkeys(sums, pl.Int64),
        },
    )
