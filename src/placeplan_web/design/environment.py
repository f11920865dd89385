"""The Jinja environment: NHS components, and links that keep their settings."""

from typing import Any

from django.templatetags.static import static
from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    pass_context,
)
from jinja2.runtime import Context

from placeplan_web.design import words
from placeplan_web.design.address import Address


def _find_address(context: Context) -> Address:
    address = context.get("address")
    if not isinstance(address, Address):
        raise TypeError(
            "A link was made where the page's settings are not known. Import the macro "
            "'with context', so that the link keeps the place and the day."
        )
    return address


@pass_context
def link(
    context: Context, name: str, query: dict[str, Any] | None = None, **parts: Any
) -> str:
    """Give the address of a named page; the place and the day are kept."""
    return _find_address(context).link(name, query=query, **parts)


@pass_context
def keep(context: Context, url: str, **query: Any) -> str:
    """Give `url` with the place and the day kept."""
    return _find_address(context).keep(url, **query)


def make_environment(**options: Any) -> Environment:
    """Make the environment that Django's Jinja backend asks for."""
    options["loader"] = ChoiceLoader(
        [options["loader"], PackageLoader("nhsuk_frontend_jinja")]
    )
    options["undefined"] = ChainableUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    made = Environment(**options)  # noqa: S701 - the backend switches escaping on
    made.globals.update(link=link, keep=keep, static=static)
    made.filters.update(
        day=words.write_day,
        moment=words.write_moment,
        number=words.write_number,
        pounds=words.write_pounds,
        percent=words.write_percent,
        hold_minus=words.hold_minus,
    )
    return made
