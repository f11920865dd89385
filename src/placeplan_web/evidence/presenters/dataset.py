"""How a plan folder reads on a page."""

from typing import Any

from placeplan_web.accounts.models import User
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_moment
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.queries import Reader


def list_facts(dataset: Dataset) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [
        ("Added", write_moment(dataset.added_at)),
        ("SHA-256 of all its files", dataset.fingerprint),
        ("Who may see it", _say_who(dataset)),
    ]
    if dataset.withdrawn_at:
        words = f"{write_moment(dataset.withdrawn_at)}: {dataset.withdrawn_reason}"
        rows.append(("Withdrawn", words))
    return rows


def list_choices(
    datasets: list[Dataset], reader: Reader, address: Address
) -> list[dict[str, Any]]:
    """Plan folders that can be run, with the address that starts a run."""
    return [
        {
            "title": dataset.title,
            "href": address.link("evidence:plan", public_id=dataset.public_id),
            "note": "example" if dataset.is_example else _say_whose(dataset, reader),
            "start": address.link("evidence:start", public_id=dataset.public_id)
            if isinstance(reader, User)
            else "",
        }
        for dataset in datasets
    ]


def _say_who(dataset: Dataset) -> str:
    if dataset.is_example:
        return "Everyone: it is an example."
    if dataset.organisation:
        return f"Its owner, and people of {dataset.organisation} who have signed in."
    return "Its owner alone."


def _say_whose(dataset: Dataset, reader: Reader) -> str:
    return "yours" if dataset.owner_id == reader.pk else dataset.organisation
