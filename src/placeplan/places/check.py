"""Whether the tables of places agree with each other."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise

import polars as pl

from placeplan.errors import Fault
from placeplan.places.inputs import TABLES
from placeplan.places.record import Row, list_rows
from placeplan.reference import ORGANISATION_KINDS

FAMILIES = ("organisations", "areas", "sites", "footprints")
_PATHS = {contract.name: contract.path for contract in TABLES}
_LAST = date.max

Tables = Mapping[str, pl.DataFrame]


def check_places(tables: Tables) -> list[Fault]:
    """List what contradicts itself across the tables of this chapter.

    Each table by itself has been checked against its contract when it was read.

    Parameters
    ----------
    tables : mapping of str to pl.DataFrame
        By the names of `placeplan.places.TABLES`.

    Returns
    -------
    list of Fault
        In the order of the checks, which is fixed.

    Examples
    --------
    >>> from placeplan.places.inputs import SUCCESSION
    >>> frame = SUCCESSION.make_empty().vstack(pl.DataFrame(
    ...     {"predecessor": ["a"], "successor": ["b"], "on": [date(2020, 4, 1)],
    ...     "source": ["s"], "status": ["published"]}, schema=SUCCESSION.schema))
    >>> for fault in check_places({"succession": frame}):
    ...     print(fault.found)
    a
    b
    """
    checks: tuple[Callable[[Tables], Iterable[Fault]], ...] = (
        _check_ids,
        _check_kinds,
        _check_codes,
        _check_names_known,
        _check_nesting,
        _check_succession,
        _check_sets,
        _check_levels,
    )
    return [fault for check in checks for fault in check(tables)]


def _list_ids(tables: Tables) -> set[str]:
    return {row["id"] for name in FAMILIES for row in list_rows(tables, name)}


def _check_ids(tables: Tables) -> Iterable[Fault]:
    """Check that one id is one body, so that it stands in one table."""
    home: dict[str, str] = {}
    for name in FAMILIES:
        for id_ in sorted({row["id"] for row in list_rows(tables, name)}):
            if id_ in home:
                expected = f"an id that {_PATHS[home[id_]]} does not use"
                yield Fault(_PATHS[name], "", expected, id_, "Give one another id.")
            home.setdefault(id_, name)


def _check_kinds(tables: Tables) -> Iterable[Fault]:
    """Check that a body keeps its kind and its set, whatever its name."""
    for name in FAMILIES:
        path = _PATHS[name]
        first: dict[str, Row] = {}
        for row in list_rows(tables, name):
            known = first.setdefault(row["id"], row)
            for column in ("kind", "set"):
                if row.get(column) != known.get(column):
                    expected = f"one {column} for {row['id']} in all its rows"
                    found = f"{known[column]} and {row[column]}"
                    remedy = "Give a body of another kind another id."
                    yield Fault(path, f"column {column}", expected, found, remedy)


def _check_codes(tables: Tables) -> Iterable[Fault]:
    """Check that nobody else in a table holds a code at the same time."""
    for name in FAMILIES:
        for column in ("ods_code", "gss_code"):
            holders: dict[str, list[Row]] = {}
            for row in list_rows(tables, name):
                if code := row.get(column):
                    holders.setdefault(code, []).append(row)
            for code, rows in sorted(holders.items()):
                rows.sort(key=lambda row: (row["starts_on"] or date.min, row["id"]))
                for one, next_ in pairwise(rows):
                    begins = next_["starts_on"] or date.min
                    if (one["ends_on"] or _LAST) >= begins and one["id"] != next_["id"]:
                        expected = f"one holder of {code} at a time"
                        found = f"{one['id']} and {next_['id']}"
                        remedy = "Correct the code, or end one before the other."
                        where = f"column {column}"
                        yield Fault(_PATHS[name], where, expected, found, remedy)


def _check_names_known(tables: Tables) -> Iterable[Fault]:
    """Check that whatever names a body names one that exists.

    Where the file of a family gave no row, which is a fault by itself, nobody can say.
    """
    if any(name in tables and tables[name].is_empty() for name in FAMILIES):
        return
    known = _list_ids(tables)
    remedy = "Add the body to its table, or correct the id."
    for name, columns, also in (
        ("footprint_members", ("footprint", "member"), set()),
        ("succession", ("predecessor", "successor"), set()),
        ("names", ("id",), set()),
        ("functions", ("body",), set(ORGANISATION_KINDS)),
    ):
        for column in columns:
            named = {row[column] for row in list_rows(tables, name)}
            for id_ in sorted(named - known - also):
                expected = "the id of an organisation, area, site or footprint"
                where = f"column {column}"
                yield Fault(_PATHS[name], where, expected, id_, remedy)


def _check_nesting(tables: Tables) -> Iterable[Fault]:
    """Check that no body sits in itself, not even by a detour."""
    inside: dict[str, set[str]] = {}
    for row in list_rows(tables, "footprint_members"):
        inside.setdefault(row["footprint"], set()).add(row["member"])
    for start in sorted(inside):
        seen: set[str] = set()
        waiting = sorted(inside[start])
        while waiting:
            id_ = waiting.pop()
            if id_ not in seen:
                seen.add(id_)
                waiting += sorted(inside.get(id_, ()))
        if start in seen:
            expected = f"members of {start} that do not hold {start} themselves"
            found = f"{start} inside itself"
            remedy = "Take away the membership that closes the ring."
            yield Fault(_PATHS["footprint_members"], "", expected, found, remedy)


def _check_succession(tables: Tables) -> Iterable[Fault]:
    """Check that who was succeeded had ended, and was somebody else."""
    path = _PATHS["succession"]
    ends: dict[str, date] = {}
    for name in FAMILIES:
        for row in list_rows(tables, name):
            end = row["ends_on"] or _LAST
            ends[row["id"]] = max(end, ends.get(row["id"], date.min))
    for row in list_rows(tables, "succession"):
        before, after, on = row["predecessor"], row["successor"], row["on"]
        if before == after:
            remedy = "A body that only changes its name keeps its id: add a row to its"
            remedy += " table instead."
            yield Fault(path, "", "two different bodies", before, remedy)
        elif before in ends and ends[before] >= on:
            end = ends[before]
            expected = f"{before} to end before {after} takes over on {on}"
            found = "no end" if end == _LAST else f"an end on {end}"
            yield Fault(path, "", expected, found, "Correct ends_on, or the day.")


def _check_sets(tables: Tables) -> Iterable[Fault]:
    """Check that every footprint's set is described, where sets are."""
    described = {row["id"] for row in list_rows(tables, "footprint_sets")}
    used = {row["set"] for row in list_rows(tables, "footprints")}
    for id_ in sorted(used - described if described else ()):
        expected, remedy = "a set of footprint_sets.csv", "Describe the set there."
        yield Fault(_PATHS["footprints"], "column set", expected, id_, remedy)


def _check_levels(tables: Tables) -> Iterable[Fault]:
    """Check that a level has one name and basis, and footprints of its sets."""
    path, rows = _PATHS["levels"], list_rows(tables, "levels")
    home = {row["id"]: row["set"] for row in list_rows(tables, "footprints")}
    first: dict[int, Row] = {}
    for row in rows:
        known = first.setdefault(row["level"], row)
        for column in ("level_name", "basis"):
            if row[column] != known[column]:
                expected = f"one {column} for level {row['level']}"
                found = f"'{known[column]}' and '{row[column]}'"
                where, remedy = f"column {column}", "Write it alike in each row."
                yield Fault(path, where, expected, found, remedy)
        which, one = row["footprint_set"], row["footprint"]
        if which is not None and which not in home.values():
            expected, remedy = "a set that has footprints", "Correct the set."
            yield Fault(path, "column footprint_set", expected, which, remedy)
        if one is not None and home.get(one) != which:
            expected, remedy = f"a footprint of {which}", "Correct the footprint."
            yield Fault(path, "column footprint", expected, one, remedy)
