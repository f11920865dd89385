"""An indicator: what is counted, over what, and which way is better."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its definition.

    Parameters
    ----------
    id, name, definition : str
        Its id, its name, and what is counted.
    set : str
        Table in which boards know it, such as ``acute-2016``.
    unit : str
        Such as ``%`` or ``per 1,000 population``.
    better : str
        ``up``, ``down``, or ``neither`` for what is only watched.
    numerator, denominator : str
        What stands above and below the line; empty where no paper says.
    heading, domain : str
        Where it stands on a dashboard; empty elsewhere.
    standard : str
        Id of the national standard; empty where there is none.

    Examples
    --------
    >>> ae = Indicator("ae-4h", "A&E", "Four hours or less", "acute-2016", "%", "up")
    >>> ae.scale
    100.0
    """

    id: str
    name: str
    definition: str
    set: str
    unit: str
    better: str
    numerator: str = ""
    denominator: str = ""
    heading: str = ""
    domain: str = ""
    standard: str = ""

    @property
    def sign(self) -> float:
        """+1 where more is better, -1 where less is, 0 where neither way is."""
        return {"up": 1.0, "down": -1.0, "neither": 0.0}[self.better]

    @property
    def scale(self) -> float:
        """What numerator over denominator is multiplied by: 100 for a percentage."""
        if self.unit == "%":
            return 100.0
        for number, scale in (("100,000", 1e5), ("10,000", 1e4), ("1,000", 1e3)):
            if f"per {number}" in self.unit:
                return scale
        return 1.0


def read_indicators(frame: pl.DataFrame) -> dict[str, Indicator]:
    """Make indicators of the table of that name.

    Returns
    -------
    dict of str to Indicator
        By id, in the order of their sets and of the rows there.
    """
    ordered = frame.sort("set", "place_in_set", "id")
    return {
        row["id"]: Indicator(
            row["id"],
            row["name"],
            row["definition"],
            row["set"],
            row["unit"],
            row["better"],
            row["numerator"] or "",
            row["denominator"] or "",
            row["heading"] or "",
            row["domain"] or "",
            row["standard"] or "",
        )
        for row in ordered.iter_rows(named=True)
    }
