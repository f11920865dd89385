"""How a plan folder reads on a page."""

from collections.abc import Iterable
from typing import Any

from placeplan_web.accounts.models import User
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_moment
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.queries import Reader


def list_facts(dataset: Dataset, *, is_released: bool) -> list[tuple[str, Any]]:
    """Rows of a label and a value."""
    rows: list[tuple[str, Any]] = [
        ("Added", write_moment(dataset.added_at)),
        ("SHA-256 of all its files", dataset.fingerprint),
        ("Who may see it", _say_who(dataset, is_released=is_released)),
    ]
    if dataset.withdrawn_at:
        words = f"{write_moment(dataset.withdrawn_at)}: {dataset.withdrawn_reason}"
        rows.append(("Withdrawn", words))
    return rows


def list_choices(
    datasets: Iterable[Dataset], reader: Reader, address: Address
) -> list[dict[str, Any]]:
    """Plan folders that can be run, with the address that starts a run."""
    return [
        {
            "title": dataset.title,
            "href": address.link("evidence:plan", public_id=dataset.public_id),
            "note": f"{say_whose(dataset, reader)}, added "
            f"{write_moment(dataset.added_at)}",
            "start": address.link("evidence:start", public_id=dataset.public_id)
            if isinstance(reader, User)
            else "",
        }
        for dataset in datasets
    ]


def say_whose(dataset: Dataset, reader: Reader) -> str:
    """Whose it is, without anybody's name."""
    if dataset.is_example:
        return "example"
    if dataset.owner_id == reader.pk:
        return "yours"
    return dataset.organisation or "released by its owner"


def _say_who(dataset: Dataset, *, is_released: bool) -> str:
    if dataset.is_example:
        return "Everyone: it is an example."
    if is_released:
        return "Everyone: a run of it was released."
    if dataset.organisation:
        return f"Its owner, and people of {dataset.organisation} who have signed in."
    return "Its owner alone."
