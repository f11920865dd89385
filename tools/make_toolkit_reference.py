"""Write the manual's page on the toolkit and the mitigators from their lists.

    python tools/make_toolkit_reference.py

A test refuses a page that the lists have left behind.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from placeplan.demand import (
    list_elements,
    list_mitigators,
    list_tiers,
    list_toolkit_sources,
)
from placeplan.demand.toolkit_inputs import (
    DELIVERIES,
    STAFF,
    TOOLKIT_ARRIVALS,
    TOOLKIT_COSTS,
    TOOLKIT_EFFECTS,
    TOOLKIT_PHASING,
    read_toolkit,
)

PAGE = Path(__file__).parents[1] / "docs/reference/toolkit.md"
INTRODUCTION = """\
# Local care toolkit and mitigators

<!-- Made by tools/make_toolkit_reference.py from the lists in the library: change
those, not this page. -->

What `placeplan toolkit` lists and adds, in full. Every number without a paragraph of a
paper is *illustrative*: ours, for an area to replace.
"""
COHORT = {"age_band": "age", "specialty": "specialty", "code": "code"}
DAYS = {
    "stay_from_days": "from {} nights",
    "stay_to_days": "up to {} nights",
    "pre_operative_days": "{} nights before theatre",
}


def write_page() -> str:
    """Write the page."""
    sections = (
        ("Elements", "", list_elements().select("number", "element", "name", "offers",
         "tier", "paragraph", "source", "status")),
        ("Tiers", "", list_tiers()),
        ("Effects", "Share of the cohort, or of its nights, that remains: P10 to P90.",
         read_toolkit(TOOLKIT_EFFECTS)),
        ("Arrivals", "Units for each one that leaves hospital.",
         read_toolkit(TOOLKIT_ARRIVALS)),
        ("Costs", "Pounds a year for each unit of the cohort in the base year.",
         read_toolkit(TOOLKIT_COSTS)),
        ("Staff", "Added for every 1,000 units of the cohort in the base year.",
         read_toolkit(STAFF)),
        ("Delivery", "Probability that it is delivered at all.",
         read_toolkit(DELIVERIES)),
        ("Phasing", "Share of the effect that is there, by years after the first.",
         read_toolkit(TOOLKIT_PHASING)),
        ("Sources", "", list_toolkit_sources()),
    )  # fmt: skip
    parts = [INTRODUCTION]
    for title, words, frame in sections:
        about = f"{words}\n\n" if words else ""
        table = lay_table(frame.columns, frame.iter_rows())
        parts.append(f"## {title}\n\n{about}{table}")
    rows = list_mitigators().iter_rows(named=True)
    heads = ("mitigator", "name", "mechanism", "pods", "cohort", "arrives_as")
    parts.append(
        "## Mitigators\n\nThe ninety-two of the national model. A code is a cohort "
        "that `activity/mix.csv` names.\n\n"
        + lay_table(heads, (describe(row) for row in rows))
    )
    return "\n".join(parts)


def describe(row: dict[str, Any]) -> tuple[object, ...]:
    """Describe a mitigator in one row, its cohort in words."""
    cohort = [
        f"{name.replace('_band', '')} {row[name]}" for name in COHORT if row[name]
    ]
    cohort += [words.format(row[n]) for n, words in DAYS.items() if row[n] is not None]
    kept = tuple(row[name] for name in ("mitigator", "name", "mechanism", "pods"))
    return (*kept, "; ".join(cohort), row["arrives_as"])


def lay_table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Lay a table out in Markdown."""
    lines = [[name.replace("_", " ") for name in heads]]
    lines.append(["---"] * len(lines[0]))
    lines += [["" if cell is None else str(cell) for cell in row] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
