"""Amounts of money as a reader wants them in a sentence."""

from placeplan.money.pence import PENCE_PER_MILLION, PENCE_PER_POUND, Pence


def say_pence(pence: Pence) -> str:
    """Say an amount short: in millions with one place from a million on.

    Examples
    --------
    >>> say_pence(Pence(19_000_000_000)), say_pence(Pence(-5_214_000_000))
    ('£190 million', '−£52.1 million')
    >>> say_pence(Pence(1_234_000)), say_pence(Pence(1_050)), say_pence(Pence(-5))
    ('£12,340', '£10.50', '−£0.05')
    """
    sign, size = ("−" if pence < 0 else ""), abs(pence)
    if size >= PENCE_PER_MILLION:
        return f"{sign}£{size / PENCE_PER_MILLION:,.1f}".removesuffix(".0") + " million"
    return say_exactly(pence)


def say_exactly(pence: Pence) -> str:
    """Say an amount to the penny, as one needs it who must act on it.

    Examples
    --------
    >>> say_exactly(Pence(150_000_001)), say_exactly(Pence(-100))
    ('£1,500,000.01', '−£1')
    """
    pounds, rest = divmod(abs(pence), PENCE_PER_POUND)
    return f"{'−' if pence < 0 else ''}£{pounds:,}" + (f".{rest:02}" if rest else "")
