"""The rulebook: every rule of every chapter, for whoever asks one by its name.

The command ``placeplan rule``, the API and the pages take the same rules and read the
same JSON, so that they cannot differ. Nothing of a chapter is loaded before a rule is
asked: the names and a line about each stand here.
"""

import json
from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from placeplan.errors import Fault, InputError

if TYPE_CHECKING:
    from placeplan.reference import Rule

RULE_WORDS: Final[Mapping[str, str]] = {
    "break-even": (
        "Whether bodies break even, by the test of a day: all together, or each of "
        "them."
    ),
    "fund-payment": (
        "What a fund pays for a quarter: what is earned and lost, by which part."
    ),
    "five-year-opportunity": (
        "What catching up and yearly efficiency save under a cap, and what waits."
    ),
    "allocation": (
        "What each place's fair share of a budget is, and what a pace of change gives "
        "it."
    ),
    "milestone-state": (
        "Whether a milestone is done, on time, late or not due on a day."
    ),
    "milestone-rag": "How a milestone is rated: by its dates first, judged second.",
    "critical-path": (
        "When everything can run, its float, and the chain that sets the end."
    ),
    "delivery-proposal": (
        "What a slip of its project puts at stake of a planned solution."
    ),
    "risk-grade": "The score and grade of a risk, and whether it escalates.",
    "risk-crossings": (
        "On which days a risk came to the threshold of escalation or fell below it."
    ),
    "risk-efficacy": "Whether the score of a risk fell when a mitigation was finished.",
    "assumption-state": (
        "Whether an assumption held, failed, is open, or lapsed unmet, on a day."
    ),
    "impact-level": "Whether a change to care needs a full impact assessment.",
    "equality-complete": (
        "Whether an equality impact assessment considers all that the law asks."
    ),
    "benefit-position": (
        "Whether a benefit can be claimed, and what of it is realised on a day."
    ),
    "service-change-gates": (
        "Which gates and tests a service change meets, by the law of a day."
    ),
    "service-change-notice": (
        "Whether the Secretary of State must be notified of a proposal."
    ),
    "document-step": (
        "Where a controlled document stands once something is done with it."
    ),
    "clear-days": "How many clear days lie between an agenda and its meeting.",
    "notice": (
        "Whether a meeting was announced long enough before, by the rule of its body."
    ),
    "quorum": "Whether an item is quorate once those with interests have withdrawn.",
    "vote": "Whether a motion is carried, by which majority, and with a casting vote.",
    "consensus": "Whether a group agrees, with dissent on record.",
    "exempt": (
        "Whether an item is taken in private, for a reason of the law of its body."
    ),
    "interest-effect": (
        "Whether a member with an interest declares, speaks, votes and stays."
    ),
    "item-rights": "What a member with several interests may do on an item.",
    "gift": "From which donors gifts or hospitality must be declared.",
    "authority": (
        "Whether a group may decide a matter on a day, or only recommend, and to whom."
    ),
    "ratification": "Whether what was recommended is effective, pending or failed.",
    "due-regard": (
        "Whether all who decide had read an impact assessment before the vote."
    ),
    "results-report": (
        "Whether the results of a consultation lay before those who decide on it."
    ),
}
"""A line about each rule, by its name: none is loaded to be listed.

A test holds them to the rules themselves: loading those takes three times as long."""


def gather_rules() -> "Mapping[str, Rule]":
    """Gather the rules of every chapter that has some.

    Returns
    -------
    mapping of str to Rule
        By name, in the order of the story.

    Examples
    --------
    >>> gather_rules()["risk-grade"].ask({"impact": 2, "likelihood": 4}).result
    {'score': 8, 'grade': 'high', 'escalates': True}
    """
    from placeplan import governance, money, programme

    return {**money.RULES, **programme.RULES, **governance.RULES}


def find_near_names(name: str) -> tuple[str, ...]:
    """Find the names of rules that are most like a name that no rule has.

    Parameters
    ----------
    name : str
        As somebody typed it.

    Returns
    -------
    tuple of str
        Three at most, the nearest first; none when nothing is like it.

    Examples
    --------
    >>> find_near_names("risk_grad")
    ('risk-grade',)
    >>> find_near_names("weather")
    ()
    """
    wanted = name[:100].strip().lower().replace("_", "-").replace(" ", "-")
    return tuple(get_close_matches(wanted, RULE_WORDS, n=3, cutoff=0.7))


RULE_REMEDY: Final = "Correct it; the rule's JSON Schema says what it takes."


def parse_question(words: str | bytes, name: str, remedy: str = RULE_REMEDY) -> Any:
    """Read JSON that somebody typed or sent, and nothing that only resembles it.

    Parameters
    ----------
    words : str or bytes
        The JSON; bytes are UTF-8.
    name : str
        What it is called in a fault, such as ``standard input``.
    remedy : str
        What to do about a fault.

    Returns
    -------
    object
        What JSON can hold: a mapping, a list, a text, a number, true, false or none.

    Raises
    ------
    InputError
        When it is no JSON, names an entry twice, writes a number that JSON has no
        word for (``NaN``), or holds half a character.

    Examples
    --------
    >>> parse_question('{"impact": 4}', "what was sent")
    {'impact': 4}
    >>> parse_question('{"impact": 4, "impact": 5}', "what was sent")
    Traceback (most recent call last):
    ...
    placeplan.errors.InputError: 1 fault found; nothing was changed.
      what was sent: expected JSON, found an entry that stands twice: impact. \
Correct it; the rule's JSON Schema says what it takes.
    """
    try:
        text = words.decode("utf-8") if isinstance(words, bytes) else words
        found = json.loads(
            text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_repeated
        )
        # A lone half of a character can be written as \ud800 and never be shown.
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        fault = Fault(name, "", "JSON", _say(error), remedy)
        raise InputError([fault]) from error
    return found


def _say(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return "characters that UTF-8 does not have"
    if isinstance(error, RecursionError):
        return "entries within entries, too deep to be read"
    if isinstance(error, json.JSONDecodeError):
        return f"something else at line {error.lineno}, column {error.colno}"
    return str(error)


def _refuse_constant(word: str) -> float:
    message = f"{word} is no JSON: write null for what is missing"
    raise ValueError(message)


def _refuse_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = sorted(name for name, count in counts.items() if count > 1)
        message = f"an entry that stands twice: {', '.join(twice)[:200]}"
        raise ValueError(message)
    return found
