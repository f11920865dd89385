"""Where official files lie beside the project, on a machine that has them."""

from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared" / "data"

KENT_AND_MEDWAY = ("E06000035", *(f"E07000{number}" for number in range(105, 117)))
"""Medway and the twelve districts of Kent."""

NOT_HERE = "official file not beside the project"
