"""Areas: where people live."""

from dataclasses import dataclass

from placeplan.places.body import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Body):
    """An area of the country, such as a district.

    Parameters
    ----------
    gss_code : str or None
        Code in national statistics. A district's council carries the same code.

    Examples
    --------
    >>> Area(id="swale", name="Swale", kind="district", gss_code="E07000113").codes
    ('E07000113',)
    """

    gss_code: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The code, where it is known."""
        return (self.gss_code,) if self.gss_code else ()
