"""A YAML file, read so that no trick in it can harm, with the line of every value."""

import itertools
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from placeplan.errors import Fault
from placeplan.tables.file import LoadedFile, load_file
from placeplan.tables.grid import decode_text
from placeplan.tables.plain_yaml import PlainLoader

DOCUMENT_LIMIT_BYTES = 1_000_000
"""Largest YAML file: 1 MB, about 20,000 lines, which takes some 2 seconds to read."""
WRITE_OUT = "Write the values out instead of repeating them with *."

Place = tuple[str | int, ...]
"""Where a value stands: keys and positions from the top, as in ('sources', 3, 'id')."""


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """How much a YAML file may ask of its reader.

    Parameters
    ----------
    size_bytes : int
        Largest file.
    aliases : int
        Most uses of ``*name``. A few lines of them can grow to gigabytes.
    depth : int
        Most levels of lists and mappings inside each other.
    values : int
        Most values once every ``*name`` is written out: ten levels of two aliases each
        make a thousand times of whatever they repeat.
    """

    size_bytes: int = DOCUMENT_LIMIT_BYTES
    aliases: int = 20
    depth: int = 30
    values: int = 600_000


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file says, and on which line.

    Parameters
    ----------
    name : str
        File, relative to the folder.
    content : object
        Mappings, lists, texts, numbers, dates.
    lines : mapping of Place to int
        Line on which each value starts, counted from 1.
    sha256 : str
        Digest of the file.
    """

    name: str
    content: object
    lines: Mapping[Place, int] = field(repr=False)
    sha256: str = ""

    def find_line(self, place: Sequence[str | int]) -> int:
        """Find the line of a value, or of the nearest thing around it that exists.

        Parameters
        ----------
        place : sequence of str or int
            Keys and positions from the top, such as ``("sources", 3, "id")``.

        Returns
        -------
        int
            Line, counted from 1.

        Examples
        --------
        >>> file = LoadedFile("plan.yaml", b"years: {first: 2016, last: 2030}")
        >>> document, faults = parse_yaml(file)
        >>> document.find_line(("years", "first")), document.find_line(("name",))
        (1, 1)
        """
        around = tuple(place)
        while around not in self.lines and around:
            around = around[:-1]
        return self.lines.get(around, 1)


def read_yaml(
    path: str | Path, *, folder: Path, limits: DocumentLimits | None = None
) -> tuple[Document | None, tuple[Fault, ...]]:
    """Read a YAML file of a folder.

    Parameters
    ----------
    path : str or Path
        File, relative to the folder.
    folder : Path
        The folder that the user gave; links may not lead out of it.
    limits : DocumentLimits or None
        What it may ask of its reader; None for the usual limits.

    Returns
    -------
    tuple of Document or None, and tuple of Fault
        The document, or nothing and why, with line numbers.
    """
    limits = limits or DocumentLimits()
    loaded = load_file(path, folder=folder, limit_bytes=limits.size_bytes)
    if isinstance(loaded, Fault):
        return None, (loaded,)
    return parse_yaml(loaded, limits=limits)


def parse_yaml(
    file: LoadedFile, *, limits: DocumentLimits | None = None
) -> tuple[Document | None, tuple[Fault, ...]]:
    """Check and read the bytes of a YAML file; see `read_yaml`.

    Examples
    --------
    >>> document, faults = parse_yaml(LoadedFile("plan.yaml", b"{a: 1, a: 2}"))
    >>> faults[0].expected, faults[0].found
    ('each key once', "'a' a second time")
    """
    text = decode_text(file)
    if isinstance(text, Fault):
        return None, (text,)
    try:
        faults = _check_events(file.name, text, limits or DocumentLimits())
        if faults:
            return None, tuple(faults)
        return _build(file, text, limits or DocumentLimits())
    except (yaml.YAMLError, ValueError) as error:
        return None, (_explain(file.name, error),)


def _build(
    file: LoadedFile, text: str, limits: DocumentLimits
) -> tuple[Document | None, tuple[Fault, ...]]:
    loader = PlainLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            remedy = "Write the document, or take the file away."
            fault = Fault(file.name, "", "a document", "comments alone", remedy)
            return None, (fault,)
        lines, repeated = _find_lines(node, most=limits.values)
        if len(lines) > limits.values:
            expected = f"at most {limits.values:,} values, aliases written out"
            fault = Fault(file.name, "", expected, "more", WRITE_OUT)
            return None, (fault,)
        if repeated:
            return None, tuple(
                Fault(file.name, f"line {line}", "each key once", found, mend)
                for line, found, mend in repeated
            )
        content = loader.construct_document(node)
    finally:
        loader.dispose()
    return Document(file.name, content, lines, file.sha256), ()


@dataclass(slots=True)
class _Watch:
    """What has been met so far in a YAML file, before anything is built from it."""

    name: str
    limits: DocumentLimits
    faults: list[Fault] = field(default_factory=list)
    open_anchors: list[str | None] = field(default_factory=list)
    aliases: int = 0
    documents: int = 0

    def meet(self, event: yaml.Event) -> tuple[str, str, str] | None:
        """Take note of an event; return what was expected, found and how to mend."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
        elif isinstance(event, yaml.AliasEvent):
            self.aliases += 1
            if event.anchor in self.open_anchors:
                return "no value inside itself", "one", WRITE_OUT
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open_anchors.append(event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open_anchors.pop()
        if self.aliases > self.limits.aliases:
            return f"at most {self.limits.aliases} aliases", "more", WRITE_OUT
        if len(self.open_anchors) > self.limits.depth:
            remedy = "Write the document with fewer levels."
            return f"at most {self.limits.depth} levels", "more", remedy
        if self.documents > 1:
            return "one document", "a second", "Delete the line --- and what follows."
        return None


def _check_events(name: str, text: str, limits: DocumentLimits) -> list[Fault]:
    """Refuse what would be costly or odd before anything is built from it."""
    watch = _Watch(name, limits)
    for event in yaml.parse(text, Loader=PlainLoader):
        line = f"line {event.start_mark.line + 1}" if event.start_mark else ""
        tag = getattr(event, "tag", None)
        if tag and not _is_plain(tag):
            remedy = "Delete the tag: plain values are enough."
            watch.faults.append(Fault(name, line, "no tags", tag, remedy))
        if passed := watch.meet(event):
            return [*watch.faults, Fault(name, line, *passed)]
    return watch.faults


def _is_plain(tag: str) -> bool:
    return tag in {"!", "tag:yaml.org,2002:str"}


def _find_lines(
    top: yaml.Node, *, most: int
) -> tuple[dict[Place, int], list[tuple[int, str, str]]]:
    """Find the line of every value, and keys that repeat; stop soon after `most`."""
    lines: dict[Place, int] = {}
    repeated: list[tuple[int, str, str]] = []
    waiting: list[tuple[Place, yaml.Node]] = [((), top)]
    while waiting and len(lines) <= most:
        place, node = waiting.pop()
        lines.setdefault(place, node.start_mark.line + 1)
        seen: set[Hashable] = set()
        for key, value, line in _walk(node):
            if isinstance(node, yaml.MappingNode) and key in seen:
                found = f"'{key}' a second time"
                repeated.append((line, found, "Keep one of the two."))
            seen.add(key)
            lines[(*place, key)] = line
            waiting.append(((*place, key), value))
    return lines, sorted(repeated)


def _walk(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for at, value in zip(itertools.count(), node.value, strict=False):
            yield at, value, value.start_mark.line + 1


def _explain(name: str, error: yaml.YAMLError | ValueError) -> Fault:
    if not isinstance(error, yaml.YAMLError):
        found = str(error).partition(";")[0]
        expected, remedy = "dates and numbers that exist", "Correct the date or number."
        return Fault(name, "", expected, found, remedy)
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}" if mark else ""
    problem = (getattr(error, "problem", None) or str(error)).splitlines()[0]
    remedy = "Check the indentation, colons and quotation marks near there."
    found = problem.removeprefix("found ")
    return Fault(name, where, "a document in YAML", found, remedy)
