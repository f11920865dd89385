"""Governance: who may decide, who must leave, and what other bodies must ratify.

Takes a group with its members, its quorum and what was delegated to it; an item with
the interests that members declared; a recommendation with what each body said of it.
Gives, with reasons and with the source of the rule: how many clear days there were,
what a member may do, whether an item is quorate, whether the group may decide on that
day or must ask others, and when a recommendation takes effect. Rules are dated data, so
that 2016 and 2023 are answered by one engine. Nothing here knows what day it is, and
what terms of reference do not state is never assumed.
"""

from placeplan.governance.rules import RULES

__all__ = ["RULES"]
