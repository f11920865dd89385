"""Two settings travel in the address of every page: the place and the day.

``?place=swale&as_at=2019-07-12`` means: about Swale, as things stood, and were known,
on 12 July 2019. Every link that is made here keeps both.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.core.exceptions import BadRequest
from django.urls import reverse

PLACE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_LETTERS = 80
FIRST_YEAR, LAST_YEAR = 1900, 2200


class AddressError(BadRequest):
    """A setting in the address that cannot be read; the reader is shown its words."""


@dataclass(frozen=True, slots=True)
class Address:
    """The place and the day that a page is about.

    `place` is an id of the registry or nothing; `as_at` is a day or nothing, which
    means today.
    """

    place: str | None = None
    as_at: date | None = None

    def day(self, today: date) -> date:
        """Give the day that the page is about."""
        return self.as_at or today

    def at(self, as_at: date | None) -> Self:
        return replace(self, as_at=as_at)

    def about(self, place: str | None) -> Self:
        return replace(self, place=place)

    @property
    def parameters(self) -> dict[str, str]:
        """The two settings as they stand in an address, unset ones left out."""
        pairs = (
            ("place", self.place),
            ("as_at", self.as_at and self.as_at.isoformat()),
        )
        return {name: value for name, value in pairs if value}

    def keep(self, url: str, **query: object) -> str:
        """Give `url` with both settings kept, unless it states them itself."""
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            return url
        stated = dict(parse_qsl(parts.query, keep_blank_values=True))
        stated |= {
            name: str(value) for name, value in query.items() if value is not None
        }
        wanted = {
            **stated,
            **{k: v for k, v in self.parameters.items() if k not in stated},
        }
        wanted = {name: value for name, value in wanted.items() if value != ""}
        return urlunsplit(("", "", parts.path, urlencode(wanted), parts.fragment))

    def restate(self, url: str) -> str:
        """Give `url` with these settings in the place of those that it states."""
        parts = urlsplit(url)
        stated = parse_qsl(parts.query, keep_blank_values=True)
        rest = [pair for pair in stated if pair[0] not in {"place", "as_at"}]
        return self.keep(urlunsplit(("", "", parts.path, urlencode(rest), "")))

    def link(
        self, name: str, *, query: Mapping[str, object] | None = None, **parts: Any
    ) -> str:
        """Give the address of a named page with both settings kept."""
        return self.keep(reverse(name, kwargs=parts or None), **(query or {}))


def read_address(query: Mapping[str, str]) -> Address:
    """Read both settings; complain in words about one that cannot be."""
    place, day = query.get("place", "").strip(), query.get("as_at", "").strip()
    if place and (len(place) > MOST_LETTERS or not PLACE.fullmatch(place)):
        raise AddressError(
            f"The place in the address is “{place[:MOST_LETTERS]}”. A place is written "
            "in small letters, figures and hyphens, such as swale."
        )
    return Address(place or None, read_day(day) if day else None)


def read_day(text: str) -> date:
    """Read a day written 2019-07-12."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise AddressError(
            f"The date in the address is “{text[:40]}”. Write a date as year, month "
            "and day, such as 2019-07-12."
        ) from None
    return day
