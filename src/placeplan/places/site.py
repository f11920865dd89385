"""Sites: where an organisation treats people."""

from dataclasses import dataclass

from placeplan.places.body import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Body):
    """A hospital site of an organisation.

    Parameters
    ----------
    organisation : str
        Id of the organisation that runs it.
    ods_code : str or None
        Site code: that of the trust and two characters.

    Examples
    --------
    >>> Site(id="qeqm", name="QEQM", organisation="ekhuft", ods_code="RVV09").kind
    'site'
    """

    kind: str = "site"
    organisation: str
    ods_code: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The code, where it is known."""
        return (self.ods_code,) if self.ods_code else ()
