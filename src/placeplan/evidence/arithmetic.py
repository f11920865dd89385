"""Arithmetic over facts, written as people write it, and never more than arithmetic.

A formula is read by Python's own parser and then worked out here node by node: numbers,
fact ids, ``+ - * / **``, comparisons and the functions of `FUNCTIONS`. Anything else is
refused, so that a plan folder from elsewhere can only ever count.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, DecimalException, localcontext
from typing import Final

from placeplan.errors import FormulaError
from placeplan.evidence.fact_value import FactValue

Part = Decimal | FactValue | str
Result = tuple[Decimal, ...]

LONGEST: Final = 1_000
"""Characters in a formula."""
LARGEST_POWER: Final = 100

_SUMS: Final[Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_COMPARISONS: Final[Mapping[type[ast.cmpop], Callable[[Decimal, Decimal], bool]]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def work_out(formula: str, values: Mapping[str, FactValue]) -> Result:
    """Work a formula out.

    Parameters
    ----------
    formula : str
        Such as ``F001 + F003`` or ``sum(F043, ..., F057)``; several formulas have a
        semicolon between them.
    values : mapping of str to FactValue
        Values by fact id; ``...`` between two ids stands for all ids between them.

    Returns
    -------
    tuple of Decimal
        Results in order; a comparison gives 1 when it holds and 0 when not.

    Raises
    ------
    FormulaError
        When it is not arithmetic, names a fact that is not there or not a number, or
        has no result, as a division by 0.

    Examples
    --------
    >>> held = {"F001": FactValue("number", "1731400"),
    ...     "F003": FactValue("number", "293300")}
    >>> work_out("F001 + F003; round(F003 / F001 * 100, 2)", held)
    (Decimal('2024700'), Decimal('16.94'))
    """
    results: list[Decimal] = []
    with localcontext() as context:
        context.prec = 28
        for part in formula.split(";"):
            tree = _parse(part, formula)
            try:
                results += _Reading(formula, values).spread(tree)
            except (DecimalException, OverflowError) as error:
                raise FormulaError(formula, "a result that exists") from error
    return tuple(results)


def list_ids(formula: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """List the facts that a formula rests on, those that ``...`` stands for too.

    Parameters
    ----------
    formula : str
        As for `work_out`.
    known : mapping
        Every fact id, in order.

    Raises
    ------
    FormulaError
        When it cannot be read.

    Examples
    --------
    >>> list_ids("sum(F043, ..., F045) - F058", dict.fromkeys(["F043", "F044",
    ...     "F045", "F046", "F058"]))
    ('F043', 'F044', 'F045', 'F058')
    """
    found: dict[str, None] = {}
    for part in formula.split(";"):
        for node in ast.walk(_parse(part, formula)):
            if isinstance(node, ast.Call):
                found |= dict.fromkeys(_list_between(node, known))
        for node in ast.walk(_parse(part, formula)):
            if isinstance(node, ast.Name) and node.id not in FUNCTIONS:
                found[node.id] = None
    return tuple(sorted(found))


def _parse(part: str, formula: str) -> ast.expr:
    if len(formula) > LONGEST:
        raise FormulaError(formula[:60], f"at most {LONGEST} characters")
    try:
        return ast.parse(part.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(formula, "a sum of numbers and fact ids") from error


def _list_between(call: ast.Call, known: Mapping[str, object]) -> list[str]:
    ids = list(known)
    between: list[str] = []
    for before, dots, after in zip(
        call.args, call.args[1:], call.args[2:], strict=False
    ):
        if not (isinstance(dots, ast.Constant) and dots.value is ...):
            continue
        if isinstance(before, ast.Name) and isinstance(after, ast.Name):
            between += [each for each in ids if before.id < each < after.id]
    return between


class _Reading:
    def __init__(self, formula: str, values: Mapping[str, FactValue]) -> None:
        self.formula, self.values = formula, values

    def refuse(self, expected: str) -> FormulaError:
        return FormulaError(self.formula, expected)

    def read(self, node: ast.expr) -> list[Part]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            return [Decimal(str(node.value))]
        if isinstance(node, ast.Name):
            if node.id not in self.values:
                raise self.refuse(f"a fact of the register, not {node.id}")
            return [self.values[node.id]]
        if isinstance(node, ast.Call):
            return self.call(node)
        return [self.count(node)]

    def count(self, node: ast.expr) -> Decimal:
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -self.number(node.operand)
        if isinstance(node, ast.BinOp) and type(node.op) in _SUMS:
            left, right = self.number(node.left), self.number(node.right)
            if isinstance(node.op, ast.Pow) and abs(right) > LARGEST_POWER:
                raise self.refuse(f"a power of at most {LARGEST_POWER}")
            result = _SUMS[type(node.op)](left, right)
            if not result.is_finite():
                raise self.refuse("a result that exists")
            return result
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            compare = _COMPARISONS.get(type(node.ops[0]))
            if compare is not None:
                sides = self.number(node.left), self.number(node.comparators[0])
                return Decimal(compare(*sides))
        raise self.refuse("sums of numbers and fact ids")

    def number(self, node: ast.expr) -> Decimal:
        numbers = self.spread(node)
        if len(numbers) != 1:
            raise self.refuse(f"one number in {ast.unparse(node)}")
        return numbers[0]

    def spread(self, node: ast.expr) -> list[Decimal]:
        return [self.to_number(part) for part in self.read(node)]

    def to_number(self, part: Part) -> Decimal:
        number = part.number if isinstance(part, FactValue) else part
        if not isinstance(number, Decimal):
            shown = part.shown if isinstance(part, FactValue) else part
            raise self.refuse(f"a number, not {shown}")
        return number

    def call(self, node: ast.Call) -> list[Part]:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in FUNCTIONS or node.keywords:
            raise self.refuse(f"one of {', '.join(sorted(FUNCTIONS))}")
        parts: list[Part] = []
        for at, argument in enumerate(node.args):
            if isinstance(argument, ast.Constant) and argument.value is ...:
                around = node.args[max(at - 1, 0) : at + 2]
                if [type(each) for each in around] != [
                    ast.Name,
                    ast.Constant,
                    ast.Name,
                ]:
                    raise self.refuse("a fact id before and after ...")
                between = _list_between(ast.Call(node.func, around, []), self.values)
                parts += [self.values[each] for each in between]
            else:
                parts += self.read(argument)
        try:
            return list(FUNCTIONS[name](self, parts))
        except (IndexError, ValueError) as error:
            raise self.refuse(f"what {name} asks for") from error


def _numbers(reading: _Reading, parts: list[Part]) -> list[Decimal]:
    return [reading.to_number(part) for part in parts]


def _mean(reading: _Reading, parts: list[Part]) -> list[Decimal]:
    numbers = _numbers(reading, parts)
    return [sum(numbers, Decimal()) / len(numbers)]


def _round(reading: _Reading, parts: list[Part]) -> list[Decimal]:
    number, digits = _numbers(reading, parts)
    return [round(number, int(digits))]


def _end(at: int) -> Callable[[_Reading, list[Part]], list[Decimal]]:
    def take(reading: _Reading, parts: list[Part]) -> list[Decimal]:
        (part,) = parts
        if not isinstance(part, FactValue) or part.kind != "range":
            raise reading.refuse("a range")
        return [part.numbers[at]]

    return take


def _days(reading: _Reading, parts: list[Part]) -> list[Decimal]:
    first, last = (_to_day(reading, part) for part in parts)
    return [Decimal((last - first).days)]


def _to_day(reading: _Reading, part: Part) -> date:
    day = part.day if isinstance(part, FactValue) else None
    if day is None:
        raise reading.refuse("two days")
    return day


def _matching(_: _Reading, parts: list[Part]) -> list[Decimal]:
    *held, wanted = parts
    same = [each for each in held if getattr(each, "value", None) == wanted]
    return [Decimal(len(same))]


def _products(reading: _Reading, parts: list[Part]) -> list[Decimal]:
    first, second = (int(number) for number in _numbers(reading, parts))
    if not (0 < first <= 100 and 0 < second <= 100):
        raise reading.refuse("levels from 1 to 100")
    reached = {a * b for a in range(1, first + 1) for b in range(1, second + 1)}
    return [Decimal(each) for each in sorted(reached)]


def _outside(reading: _Reading, parts: list[Part]) -> list[Decimal]:
    ranges = [p for p in parts if isinstance(p, FactValue) and p.kind == "range"]
    numbers = _numbers(reading, [p for p in parts if p not in ranges])
    ends = [each.numbers for each in ranges]
    missed = [n for n in numbers if not any(low <= n <= high for low, high in ends)]
    return [Decimal(len(missed))]


FUNCTIONS: Final[Mapping[str, Callable[[_Reading, list[Part]], list[Decimal]]]] = {
    "sum": lambda reading, parts: [sum(_numbers(reading, parts), Decimal())],
    "mean": _mean,
    "count": lambda _, parts: [Decimal(len(parts))],
    "round": _round,
    "low": _end(0),
    "high": _end(1),
    "days": _days,
    "matching": _matching,
    "products": _products,
    "outside": _outside,
}
"""What a formula may call: ``sum``, ``mean``, ``count``, ``round(x, digits)``, ``low``
and ``high`` end of a range, ``days`` from one day to another, how many are ``matching``
a text (the last argument), distinct ``products`` of two scales, and how many numbers
fall ``outside`` all ranges given."""
