"""Links from indicators to the facts that state them, and to the pages that cite those.

The room of performance shows them and does not know where they come from.
"""

from collections.abc import Sequence
from typing import Final

from placeplan.evidence import Fact, FactRegister
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.indicator_fact import find_indicator_facts
from placeplan_web.evidence.presenters.fact import group_citations, show_figure
from placeplan_web.performance.hanging import Hanging, Link
from placeplan_web.performance.register import PerformanceRegister

MOST_FACTS: Final = 8
"""Facts named on a page; the register holds the others."""
CITING: Final = ("page", "assumption")


def list_links(
    indicators: Sequence[str], performance: PerformanceRegister, address: Address
) -> Hanging:
    """Links to the facts that state some indicators, and to what cites those facts."""
    register = get_register(address.as_at)
    found = {
        fact.id: fact
        for id_ in indicators
        for fact in find_indicator_facts(register, performance.indicators, id_)
    }
    facts = list(found.values())
    return Hanging(_link_facts(facts, address), _link_citing(facts, register, address))


def _link_facts(facts: Sequence[Fact], address: Address) -> list[Link]:
    links = [
        {
            "text": f"{fact.id} {fact.statement}, {fact.place}",
            "href": address.link("evidence:fact", fact=fact.id),
            "note": f"{show_figure(fact)}, {fact.period}",
        }
        for fact in facts[:MOST_FACTS]
    ]
    if more := len(facts) - len(links):
        href = address.link("evidence:facts", query={"category": facts[-1].category})
        links.append({"text": f"{write_count(more, 'fact')} more", "href": href})
    return links


def _link_citing(
    facts: Sequence[Fact], register: FactRegister, address: Address
) -> list[Link]:
    """Links to pages and assumptions that cite facts, each once."""
    ids = {fact.id for fact in facts}
    cited = [
        each for each in register.citations if each.fact in ids and each.kind in CITING
    ]
    groups = group_citations(cited, address)
    every = [link for group in groups for link in group["links"]]
    return list({(link["text"], link["href"]): link for link in every}.values())
