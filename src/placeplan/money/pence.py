"""Money in units that never mix: pence inside, pounds and millions outside.

Pounds and millions of pounds are what people read and write; whole pence are what the
chapter adds up, so that lines tie to totals to the penny. Each unit is a type. `Pence`
are whole numbers, for frames hold millions of them; `Pounds` and `PoundsMillion` are
values of their own, which can be added, compared and ordered among themselves alone: a
type checker refuses a mixture, and so does the program when it runs.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NewType, Self

import polars as pl

Pence = NewType("Pence", int)
"""An amount in whole pence; negative when money is short."""

PENCE_PER_POUND = 100
POUNDS_PER_MILLION = 1_000_000
PENCE_PER_MILLION = PENCE_PER_POUND * POUNDS_PER_MILLION
MOST_DIGITS = 16
"""Of an amount, after its first: beyond, whole pence do not fit into a frame."""

_WRITTEN = re.compile(r"^-?\d+(?:\.\d+)?$", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class _Amount:
    """An amount in a unit that people read.

    Parameters
    ----------
    amount : decimal.Decimal
        In that unit; negative when money is short.

    Raises
    ------
    TypeError
        When it is something else: a bare number has no unit, `read` gives it one.
    ValueError
        When it is not a number that can be counted.
    """

    amount: Decimal

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            found = type(self.amount).__name__
            message = f"{type(self).__name__} takes a Decimal, not {found}: use read"
            raise TypeError(message)
        if not self.amount.is_finite() or self.amount.adjusted() > MOST_DIGITS:
            message = f"{self.amount} is no amount that can be counted"
            raise ValueError(message)

    @classmethod
    def read(cls, number: float | Decimal | str) -> Self:
        """Read a bare number in this unit, as it is written: 0.1 is a tenth.

        Parameters
        ----------
        number : float, Decimal or str
            Digits with a decimal point, no thousands separators.

        Raises
        ------
        ValueError
            When it is no number.
        """
        is_word = isinstance(number, str) and not _WRITTEN.fullmatch(number)
        if is_word or isinstance(number, bool):
            message = f"{number!r} is no amount of money"
            raise ValueError(message)
        return cls(Decimal(str(number)))

    def __add__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(self.amount + other.amount)

    def __sub__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(self.amount - other.amount)

    def __neg__(self) -> Self:
        return type(self)(-self.amount)


@dataclass(frozen=True, slots=True, order=True)
class Pounds(_Amount):
    """An amount in pounds.

    Examples
    --------
    >>> Pounds.read("10.50") + Pounds.read(0.1)
    Pounds(amount=Decimal('10.60'))
    >>> Pounds.read(10) + Pence(5)
    Traceback (most recent call last):
    ...
    TypeError: unsupported operand type(s) for +: 'Pounds' and 'int'
    """


@dataclass(frozen=True, slots=True, order=True)
class PoundsMillion(_Amount):
    """An amount in millions of pounds, such as boards read.

    Examples
    --------
    >>> to_pence(PoundsMillion.read(-121.2))
    -12120000000
    """


_POUNDS_EACH = {Pounds: 1, PoundsMillion: POUNDS_PER_MILLION}


def check_pence(amount: Pence) -> Pence:
    """Refuse what is not whole pence; public functions that ask for pence use it.

    Raises
    ------
    TypeError
        When it is a fraction, or an amount in another unit.

    Examples
    --------
    >>> check_pence(Pence(150))
    150
    >>> check_pence(1.5)
    Traceback (most recent call last):
    ...
    TypeError: expected whole pence, found 1.5, a float: use to_pence
    """
    if type(amount) is not int:
        found = f"{amount!r}, a {type(amount).__name__}"
        message = f"expected whole pence, found {found}: use to_pence"
        raise TypeError(message)
    return amount


def to_pence(amount: Pounds | PoundsMillion) -> Pence:
    """Round an amount to the nearest penny (halves to the even penny).

    Raises
    ------
    TypeError
        When it is a bare number, which has no unit.

    Examples
    --------
    >>> to_pence(Pounds.read(-23_500_000.0))
    -2350000000
    >>> to_pence(Pounds.read("0.125")), to_pence(PoundsMillion.read("0.00000375"))
    (12, 375)
    """
    pounds_each = _POUNDS_EACH.get(type(amount))
    if pounds_each is None:
        message = f"expected Pounds or PoundsMillion, found {amount!r}"
        raise TypeError(message)
    pence = amount.amount * pounds_each * PENCE_PER_POUND
    return Pence(int(pence.quantize(Decimal(1), ROUND_HALF_EVEN)))


def to_pounds(pence: Pence) -> Pounds:
    """Say an amount in pence as pounds, exactly.

    Examples
    --------
    >>> to_pounds(Pence(-10_300_000_005)).amount
    Decimal('-103000000.05')
    """
    return Pounds(Decimal(check_pence(pence)).scaleb(-2))


def to_pounds_million(pence: Pence) -> PoundsMillion:
    """Say an amount in pence as millions of pounds, exactly.

    Examples
    --------
    >>> to_pounds_million(Pence(-10_300_000_000)).amount.normalize()
    Decimal('-103')
    """
    return PoundsMillion(Decimal(check_pence(pence)).scaleb(-8))


def to_pence_column(pounds: str | pl.Expr) -> pl.Expr:
    """Round a column of pounds to whole pence, halves to the even penny.

    Examples
    --------
    >>> frame = pl.DataFrame({"pounds": [0.125, 0.375, -7.9]})
    >>> frame.select(to_pence_column("pounds")).to_series().to_list()
    [12, 38, -790]
    """
    column = pl.col(pounds) if isinstance(pounds, str) else pounds
    return (column * PENCE_PER_POUND).round(0, mode="half_to_even").cast(pl.Int64)


def to_pounds_column(pence: str | pl.Expr) -> pl.Expr:
    """Say a column of pence as pounds.

    Examples
    --------
    >>> frame = pl.DataFrame({"pence": [12, -790]})
    >>> frame.select(to_pounds_column("pence")).to_series().to_list()
    [0.12, -7.9]
    """
    column = pl.col(pence) if isinstance(pence, str) else pence
    # Polars divides by a number by multiplying with its inverse: 140 becomes
    # 1.4000000000000001, which rounding to the penny mends.
    return (column / PENCE_PER_POUND).round(2)


def to_millions_column(pence: str | pl.Expr) -> pl.Expr:
    """Say a column of pence as millions of pounds, for axes and tables.

    Examples
    --------
    >>> frame = pl.DataFrame({"pence": [4_825_000_000, -50_000_000]})
    >>> frame.select(to_millions_column("pence")).to_series().to_list()
    [48.25, -0.5]
    """
    column = pl.col(pence) if isinstance(pence, str) else pence
    return column / PENCE_PER_MILLION
