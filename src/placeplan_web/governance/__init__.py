"""Governance: groups and their seats, meetings, decisions, and what follows of them.

Every rule is asked of ``placeplan.governance``: notice, quorum, what an interest lets
one do, who may decide, when a recommendation takes effect. Here stand the records, who
may write them, and what the database itself refuses.
"""
