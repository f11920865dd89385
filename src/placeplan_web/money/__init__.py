"""Money: the ledger that finance people keep, and what it says.

The ledger of a system is loaded from a plan folder and changed here, by workbook. Every
value that a cell ever had stays: the newest counts, an older day shows the one of that
day, and what somebody changed can be taken back.
"""
