"""The consistency checker: where governance and programme contradict themselves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from placeplan.governance.finding import Finding, Tables, list_rows
from placeplan.governance.group_checks import GROUP_CHECKS
from placeplan.governance.inputs import INCONSISTENCIES
from placeplan.governance.paper_checks import PAPER_CHECKS
from placeplan.programme.inputs import RISKS


@dataclass(frozen=True, slots=True)
class KnownInconsistency:
    """What the papers are known to contradict, and whether it was found.

    Parameters
    ----------
    id, words : str
        Its reference; what contradicts what.
    findings : tuple of Finding
        What found it; none where nothing did.
    why_not : str
        Why no check can find it; empty where one can.
    """

    id: str
    words: str
    findings: tuple[Finding, ...]
    why_not: str

    @property
    def is_missed(self) -> bool:
        """Whether a check should have found it and did not."""
        return not self.findings and not self.why_not


def check_consistency(
    tables: Tables, *, scored: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Find every contradiction in loaded governance and programme.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By the names of the contracts of both chapters; absent ones count as empty.
    scored : collection of str
        Risks that have a score: scores have authors, and stand in no table.

    Returns
    -------
    tuple of Finding
        In the order of the checks; each with its record and its words.

    Examples
    --------
    >>> check_consistency({})
    ()
    """
    checks = (*GROUP_CHECKS.values(), *PAPER_CHECKS.values())
    found = [finding for check in checks for finding in check(tables)]
    for risk in list_rows(tables, RISKS):
        if risk["id"] not in scored:
            words = f"{risk['id']} has no score, so it can never be escalated."
            found.append(Finding("unscored_risk", RISKS.name, risk["id"], words))
    return tuple(found)


def match_known(
    tables: Tables, findings: Iterable[Finding]
) -> tuple[KnownInconsistency, ...]:
    """Hold what the papers are known to contradict against what was found.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        With the table ``inconsistencies``.
    findings : iterable of Finding
        As `check_consistency` gives them.

    Examples
    --------
    >>> match_known({}, [])
    ()
    """
    by_record: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        by_record.setdefault((each.check, each.record), []).append(each)
    return tuple(
        KnownInconsistency(
            row["id"],
            row["words"],
            tuple(by_record.get((row["check"], row["record"]), ())),
            row["why_not"] or "",
        )
        for row in list_rows(tables, INCONSISTENCIES)
    )
