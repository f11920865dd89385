"""How posts read: to everyone their titles, to staff who holds them as well."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.places.models import Post, PostHolding
from placeplan_web.places.presenters.cell import join_words

NOBODY = "nobody"


def write_life(starts_on: date, ends_on: date | None) -> str:
    """Write when something held, and when it ends."""
    end = f"to {write_day(ends_on)}" if ends_on else "with no end stated"
    return f"from {write_day(starts_on)} {end}"


@dataclass(frozen=True, slots=True)
class PostList:
    """Posts of an organisation on a day; no `holders` for whoever may not know them."""

    posts: tuple[Post, ...]
    holders: Mapping[int, list[str]] | None
    day: date
    address: Address

    @property
    def head(self) -> list[str]:
        return ["Post", "Stands", *([] if self.holders is None else ["Held by"])]

    @property
    def rows(self) -> list[list[Any]]:
        return [self._write_row(post) for post in self.posts]

    @property
    def finding(self) -> str:
        count = write_count(len(self.posts), "post")
        if self.holders is None:
            return f"{count} on {write_day(self.day)}."
        empty = sum(not self.holders.get(post.pk) for post in self.posts)
        vacant = f"{empty} of them held by nobody" if empty else "each of them held"
        return f"{count} on {write_day(self.day)}, {vacant}."

    def _write_row(self, post: Post) -> list[Any]:
        href = self.address.link("places:post", public_id=post.public_id)
        row: list[Any] = [
            {"text": post.title, "href": href},
            write_life(post.starts_on, post.ends_on),
        ]
        if self.holders is not None:
            row.append(join_words(self.holders.get(post.pk, [])) or NOBODY)
        return row


def list_holding_rows(
    holdings: Iterable[PostHolding], address: Address
) -> list[list[Any]]:
    """Give who held a post and when, with where their time is ended."""
    return [
        [
            holding.user.username,
            write_life(holding.starts_on, holding.ends_on),
            "in a job share" if holding.is_job_share else "alone",
            {
                "text": "Change the last day",
                "href": address.link("places:end-holding", public_id=holding.public_id),
            },
        ]
        for holding in holdings
    ]
