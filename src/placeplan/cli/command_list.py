"""Every command by name, with a line about it: none is loaded to be listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Final

ENTRY_POINT_GROUP: Final = "placeplan.commands"


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command that can be loaded when it is called.

    Parameters
    ----------
    point : EntryPoint
        Where its function stands.
    about : str
        One line for the list of commands.
    panel : str
        Heading in that list.
    """

    point: EntryPoint
    about: str
    panel: str


LIBRARY_COMMANDS: Final[Mapping[str, str]] = {
    "check": "List every fault of a plan folder at once.",
    "run": "Run a plan: people, demand, capacity, money, gap.",
    "show": "Ask the results of a run for one measure.",
    "options": "Compare which sites to open: volume, travel, capacity, neighbours.",
    "compare": "Explain the difference between two runs.",
    "places": "List organisations and areas as at a date.",
    "stats": "Compute a statistic by its method: rates, charts, queues, scores.",
    "rule": "Ask a rule by its name: result, reasons, source.",
    "facts": "Search the facts register, or do its arithmetic again.",
    "consistency": "List where governance and programme contradict themselves.",
    "toolkit": "List the elements of local care, or add one to a plan.",
    "schema": "Print the JSON Schema of a file of the plan folder.",
}
"""Commands of the library; each is the function of that name in its own module."""

WEB_WORDS: Final[Mapping[str, str]] = {
    "demo": "Load the example, run its plan, and serve the pages.",
    "serve": (
        "Bring the database up to date, collect the static files, serve the pages."
    ),
    "worker": "Carry out the runs that people start on the pages, one after another.",
    "user": (
        "Add a user, give a new password, close or unlock an account, or help with "
        "codes."
    ),
    "audit": "Show that nobody changed the record of who did what.",
    "digest": "Send those who asked for it a short message of what is due from them.",
    "daily": (
        "Do what time alone brings: overdue tests, slips, risks and actions to agendas."
    ),
    "backup": "Write everything that is kept into one file.",
    "restore": "Bring back everything from a backup, and prove that it is the same.",
}
"""Words for commands that come in by entry point, which must not be loaded to ask."""


def list_commands() -> dict[str, CommandEntry]:
    """Find every command, those of the library first.

    Returns
    -------
    dict of str to CommandEntry
        By the name that is typed.

    Examples
    --------
    >>> list(list_commands())[:3]
    ['check', 'run', 'show']
    """
    found = {
        name: CommandEntry(
            EntryPoint(name, f"placeplan.cli.{name}:{name}", ENTRY_POINT_GROUP),
            about,
            "A plan folder and its runs",
        )
        for name, about in LIBRARY_COMMANDS.items()
    }
    for point in entry_points(group=ENTRY_POINT_GROUP):
        about = WEB_WORDS.get(point.name, f"Added by {point.module}.")
        found.setdefault(point.name, CommandEntry(point, about, "The pages"))
    return found
