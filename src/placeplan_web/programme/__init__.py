"""Programme: records of what is being done, by whom, by when, and what may go wrong.

Every rule stands in ``placeplan.programme``; this room keeps the records, lets nobody
move a date or a score without a trace, and gives them their pages.
"""
