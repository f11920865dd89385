"""Organisations: one type for all, told apart by their kind."""

from dataclasses import dataclass

from placeplan.places.body import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Body):
    """A body that can act: a group, board, trust, council, network.

    Parameters
    ----------
    ods_code, gss_code : str or None
        Codes of the NHS Organisation Data Service and of national statistics. None
        where no source here gives one.

    Examples
    --------
    >>> Organisation(id="ekhuft", name="East Kent Hospitals", kind="acute_trust",
    ...     ods_code="RVV").codes
    ('RVV',)
    """

    ods_code: str | None = None
    gss_code: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it has."""
        return tuple(code for code in (self.ods_code, self.gss_code) if code)
