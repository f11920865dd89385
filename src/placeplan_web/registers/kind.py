"""A register as it is declared: what it holds, who may do what, and how it reads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from placeplan_web.design.words import write_one
from placeplan_web.registers.column import Column
from placeplan_web.registers.models import RegisterRecord
from placeplan_web.registers.row_act import RowActs


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice by which a list is narrowed.

    `options` gives, for a scope such as a programme, the values and their words;
    `narrow` gives what holds for a record of that value.
    """

    name: str
    label: str
    options: Callable[[Any], Sequence[tuple[str, str]]]
    narrow: Callable[[str], Q]


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of a list, and the fields that it goes by.

    Its name stands in the address, and is that of its column where it has one.
    `is_backwards` says that it starts with the highest.
    """

    name: str
    label: str
    fields: tuple[str, ...]
    is_backwards: bool = False


@dataclass(frozen=True, slots=True)
class Permissions:
    """Names of permissions, and words for whoever is refused.

    The first three are asked about the scope, the others about a record; to change many
    records at once, `change` is asked about the scope.
    """

    read: str
    add: str
    import_: str
    change: str
    withdraw: str
    why_not_read: str = "You may not read this register. If you should, sign in."
    why_not: str = "You may read this register, and not change it."


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page of a record: a table, links, or words under a heading.

    `rows` are lists of cells as the macro ``table`` takes them; `links` are mappings of
    text, href and note; `actions` are pairs of words and an address; `picture` is what
    the macro of that name takes.
    """

    title: str
    words: str = ""
    head: Sequence[Any] = ()
    rows: Sequence[Sequence[Any]] = ()
    links: Sequence[Mapping[str, str]] = ()
    actions: Sequence[tuple[str, str]] = ()
    empty: str = ""
    picture: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record, in words, beside the column that mends it."""

    column: str
    words: str


Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class RegisterKind:
    """One register of a room.

    Parameters
    ----------
    slug : str
        Its part of the address.
    noun, nouns, about : str
        Words for one record and for many, and a sentence on what the register is for.
    model : type of RegisterRecord
        Where its records stand.
    columns : tuple of Column
        In the order of forms and files, without the reference.
    permissions : Permissions
        Who may do what.
    scope_field : str
        Field that says what a record belongs to, such as the programme.
    filters, sorts : tuples
        Ways through the list; the first sort is the usual one.
    search : tuple of str
        Fields in which words are looked for, besides the reference.
    related : tuple of str
        What has to be read along with a record, so that no list asks once a row.
    title_column : str
        Column that names a record.
    find_problems : callable
        Given the values of a record, what is wrong across columns.
    constraint_problems : mapping
        Name of a constraint of the database to its problem in words.
    list_sections : callable
        Given the scope, a record and the reader: more parts of its page.
    describe_state : callable or None
        Given a record: a word for how it stands, shown as a tag.
    find_finding : callable or None
        Given the scope: the sentence below the title of the list.
    shows_version : callable
        Given the scope and a version of a record: whether its history shows it.
    prepare : callable
        Given a new record and the scope: sets what nobody types.
    acts : RowActs or None
        What a row of a file may do besides changing values.
    in_sections : frozenset of str
        Columns that a section of the page of today shows, so that they stand there
        alone; on a past day, which has no sections, they stand with the others.
    """

    slug: str
    noun: str
    nouns: str
    about: str
    model: type[RegisterRecord]
    columns: tuple[Column, ...]
    permissions: Permissions
    scope_field: str = "programme"
    filters: tuple[Filter, ...] = ()
    sorts: tuple[Sort, ...] = (Sort("reference", "Reference", ("reference_order",)),)
    search: tuple[str, ...] = ("title",)
    related: tuple[str, ...] = ()
    title_column: str = "title"
    find_problems: Callable[[Values], Sequence[Problem]] = field(
        default=lambda _values: ()
    )
    constraint_problems: Mapping[str, Problem] = field(default_factory=dict)
    list_sections: Callable[[Any, Any, Any], Sequence[Section]] = field(
        default=lambda _scope, _record, _user: ()
    )
    describe_state: Callable[[Any], str] | None = None
    find_finding: Callable[[Any], str] | None = None
    shows_version: Callable[[Any, Any], bool] = field(
        default=lambda _scope, _version: True
    )
    prepare: Callable[[Any, Any], None] = field(default=lambda _record, _scope: None)
    acts: RowActs | None = None
    in_sections: frozenset[str] = frozenset()

    @property
    def one(self) -> str:
        """Its noun with an article: a risk, an issue."""
        return write_one(self.noun)

    @cached_property
    def typed_columns(self) -> tuple[Column, ...]:
        """The columns that people fill in."""
        return tuple(column for column in self.columns if not column.is_worked_out)

    @cached_property
    def listed_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.is_listed)

    @cached_property
    def bulk_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.in_bulk)

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def file_columns(self) -> tuple[Column, ...]:
        """The columns of its files, with those that no page shows."""
        return (*self.columns, *((self.acts.reason,) if self.acts else ()))

    def get_column(self, name: str) -> Column:
        return self.by_name[name]

    def narrow_scope(self, scope: Any) -> Q:
        """Hold for the records of a scope."""
        return Q(**{self.scope_field: scope})

    def narrow_versions(self, scope: Any) -> Q:
        """Hold for the versions that a past day of a scope may show."""
        return self.narrow_scope(scope)

    def list_records(self, scope: Any) -> QuerySet[Any]:
        """Give every record of a scope, with what its columns need."""
        records: QuerySet[Any] = self.model._default_manager.filter(
            self.narrow_scope(scope)
        )
        return records.select_related(*self.related)

    def make_record(self, scope: Any) -> RegisterRecord:
        """Make a new record of a scope, which is not saved yet."""
        record = self.model(**{self.scope_field: scope})
        self.prepare(record, scope)
        return record

    def name_record(self, record: Any) -> str:
        return str(self.get_column(self.title_column).get_value(record) or "")

    def read_values(self, record: Any) -> dict[str, Any]:
        """Give the value of each column of a record, or of a version of it."""
        return {column.name: column.get_value(record) for column in self.columns}

    def read_typed(self, record: Any) -> dict[str, Any]:
        return {column.name: column.get_value(record) for column in self.typed_columns}
