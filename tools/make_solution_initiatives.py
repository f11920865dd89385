"""Say which initiatives of the example are to bring what its solutions state.

    python tools/make_solution_initiatives.py

No paper ties the themes of October 2016 to initiatives, so the rule is ours: local care
is every initiative of the local care toolkit; prevention is every initiative under
prevention and self-care, wherever it comes from, so that the two share some; the others
name the initiatives that their words are about. What is left out (productivity against
peers, workforce, estates, sale of land) rests on no initiative.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples/kent-medway"
TOOLKIT = "local-care-toolkit"
PREVENTION = "prevention_and_self_care"
BY_NAME = {
    "commissioning-transformation": ("fewer-follow-ups", "low-value-procedures"),
    "digital": ("digital-outpatients",),
    "hospital-transformation": (
        "day-surgery",
        "enhanced-recovery",
        "same-day-emergency-care",
    ),
    "mental-health": ("mental-health-at-home",),
}


def list_ties(initiatives: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """List solutions with the initiatives that they rest on."""
    for row in initiatives:
        if row["source"] == TOOLKIT:
            yield "local-care", row["id"]
        if row["heading"] == PREVENTION:
            yield "prevention", row["id"]
    for solution, names in BY_NAME.items():
        yield from ((solution, name) for name in names)


def main() -> None:
    """Write the table into the example."""
    with (EXAMPLE / "initiatives/initiatives.csv").open(encoding="utf-8") as file:
        initiatives = list(csv.DictReader(file))
    out = EXAMPLE / "money/solution_initiatives.csv"
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("solution", "initiative", "source", "status"))
        for tie in sorted(list_ties(initiatives)):
            writer.writerow((*tie, "solution-initiatives-assumed", "illustrative"))
    print(f"written to {out}")


if __name__ == "__main__":
    main()
