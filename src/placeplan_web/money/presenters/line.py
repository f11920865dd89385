"""Lines of a ledger as a table: what each is tied to, and where it comes from."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from placeplan.errors import UnknownNameError
from placeplan.reference import get_pod
from placeplan_web.design.address import Address
from placeplan_web.money.presenters.amount import write_amount, write_difference
from placeplan_web.money.queries.standing import Standing
from placeplan_web.money.queries.tables import OF_CHANGE

SIDE_WORDS: Final = {
    "income": "Income",
    "pay": "Pay",
    "non_pay": "Non-pay",
    "surplus": "Surplus or deficit",
}
LINE_HEAD: Final = (
    "Line",
    "Side",
    "Activity",
    {"text": "Planned", "numeric": True},
    {"text": "Booked", "numeric": True},
    {"text": "Difference", "numeric": True},
    "Source",
)


def list_line_rows(
    standing: Standing, changes: Mapping[int, str], address: Address
) -> list[list[Any]]:
    """Give the rows of the table of lines; `changes` are ids by their number."""
    rows = standing.lines.sort("recurrent", descending=True, maintain_order=True)
    return [
        [
            {"text": row["name"], "note": "" if row["recurrent"] else "non-recurrent"},
            SIDE_WORDS[row["side"]],
            _link_activity(row["pod"], address),
            write_amount(row["plan_pence"]),
            write_amount(row["actual_pence"]),
            write_difference(row["difference_pence"]),
            _link_source(row["sources"].split(", "), changes, address)
            | {"status": row["status"]},
        ]
        for row in rows.iter_rows(named=True)
    ]


def _link_activity(pod: str | None, address: Address) -> Any:
    if pod is None:
        return "none"
    return {"text": name_pod(pod), "href": address.link("evidence:demand")}


def name_pod(pod: str) -> str:
    """Name a point of delivery; one of the plan's own by its id."""
    try:
        return get_pod(pod).name
    except UnknownNameError:
        return pod.replace("_", " ").capitalize()


def _link_source(
    sources: list[str], changes: Mapping[int, str], address: Address
) -> dict[str, str]:
    """Link where a line comes from; of several, the change that somebody made."""
    made = [source for source in sources if source.startswith(OF_CHANGE)]
    if made:
        number = max(int(source.removeprefix(OF_CHANGE)) for source in made)
        link = address.link("money:change", public_id=changes[number])
        return {"text": f"change {number}", "href": link}
    link = address.link("evidence:source", source=sources[0])
    return {"text": sources[0], "href": link}


def find_papers(sources: Iterable[str]) -> list[str]:
    """Find the sources of a plan folder among those that lines name."""
    named = {each for several in sources for each in several.split(", ")}
    return sorted(each for each in named if not each.startswith(OF_CHANGE))
