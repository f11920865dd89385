"""How the fund says shares of patients."""

from fractions import Fraction


def say_share(share: Fraction) -> str:
    """Say a share in percent, with as many places as it takes to tell it from a level.

    Examples
    --------
    >>> say_share(Fraction(95, 100)), say_share(Fraction(94996, 100_000))
    ('95%', '94.996%')
    >>> say_share(Fraction(2, 3))
    '66.6667%'
    """
    return f"{float(100 * share):.4f}".rstrip("0").rstrip(".") + "%"
