"""How inequality reads: pictures of facts, what they say, and what is missing."""

from collections.abc import Iterable
from typing import Any, Final

import polars as pl

from placeplan.evidence import Fact, FactRegister
from placeplan_web.design.address import Address
from placeplan_web.design.dot_picture import Dot, DotPicture
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.evidence.inequality import STATEMENTS, Gap, find_gap, read_number
from placeplan_web.evidence.presenters.fact import link_fact

COLUMNS: Final = ("measure", "fact", "group", "years", "period", "paper", "status")
UNDATED: Final = "The period of the figures by group: the paper does not state it."


def show_gap(gap: Gap, address: Address) -> dict[str, Any]:
    """What the macro ``picture`` asks for."""
    return {
        "id": gap.id,
        "finding": say_finding(gap),
        "src": address.link("evidence:inequality-svg", figure=gap.id),
        "src_narrow": address.link(
            "evidence:inequality-svg", query={"for": "phone"}, figure=gap.id
        ),
        "alt": f"{STATEMENTS[gap.id]} by commissioning group: a dot for each of "
        f"{len(gap.groups)}. {say_finding(gap)} The table below holds the numbers.",
        "csv": address.link("evidence:inequalities-file", kind=CSV),
        "excel": address.link("evidence:inequalities-file", kind=EXCEL),
        "view": address.link("evidence:inequalities") + f"#{gap.id}",
        "head": ["Group", {"text": "Years", "numeric": True}, "Paper", "Status"],
        "rows": [_make_row(fact, address) for fact in _order(gap)],
        "table_caption": f"{STATEMENTS[gap.id]} by commissioning group",
        "status": gap.groups[0].status,
        "note": "Years; the period is not stated in the paper. The square is Kent and "
        "Medway as a whole.",
    }


def say_finding(gap: Gap) -> str:
    """The sentence that a picture shows, with its numbers."""
    best, worst = gap.best_first[0], gap.best_first[-1]
    if gap.id == "slope-index":
        return (
            f"Within {worst.place} the most deprived live {worst.value.shown} years "
            f"less than the least deprived (slope index of inequality); within "
            f"{best.place} {best.value.shown}."
        )
    apart = round(read_number(best) - read_number(worst), 1)
    return (
        f"People live {apart} years longer in {best.place} ({best.value.shown}) than "
        f"in {worst.place} ({worst.value.shown})."
    )


def draw_gap(gap: Gap, *, narrow: bool) -> str:
    """Draw the picture of a measure as SVG."""
    dots = [
        Dot(fact.place, read_number(fact), fact.value.shown, fact is gap.whole)
        for fact in _order(gap)
    ]
    title = f"{STATEMENTS[gap.id]} by commissioning group, in years"
    return DotPicture(title, dots).draw(narrow=narrow)


def make_table(register: FactRegister) -> pl.DataFrame:
    """Every fact of the page, for a file."""
    rows = [
        (
            STATEMENTS[gap.id],
            fact.id,
            fact.place,
            read_number(fact),
            fact.period,
            f"{fact.document}; {fact.heading}",
            fact.status,
        )
        for gap in list_gaps(register)
        for fact in _order(gap)
    ]
    schema = dict.fromkeys(COLUMNS, pl.String) | {"years": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def list_gaps(register: FactRegister) -> list[Gap]:
    """Measures that the register holds."""
    return [gap for id_ in STATEMENTS if (gap := find_gap(register, id_))]


def _order(gap: Gap) -> Iterable[Fact]:
    return (*gap.best_first, *((gap.whole,) if gap.whole else ()))


def _make_row(fact: Fact, address: Address) -> list[Any]:
    return [
        link_fact(fact, address, fact.place),
        fact.value.shown,
        f"{fact.document}; {fact.heading}",
        {"text": "", "status": fact.status},
    ]
