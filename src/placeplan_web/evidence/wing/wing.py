"""A wing: pages that belong together, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from placeplan_web.evidence.wing.page import WingPage


@dataclass(frozen=True, slots=True, eq=False)
class Wing:
    """Pages at ``/<slug>/<page>/``, with drawings and files below each run.

    `index` names the address of the page that lists them all, and `address` that of one
    page, which with -svg and -file names its drawings and files. `title` is the name of
    the index, as the way back says it.
    """

    slug: str
    title: str
    pages: tuple[WingPage, ...]
    index: str
    address: str

    @property
    def by_slug(self) -> Mapping[str, WingPage]:
        """The pages by the part of the address that names them."""
        return {page.slug: page for page in self.pages}
