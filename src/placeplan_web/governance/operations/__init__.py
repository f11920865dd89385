"""Writes of governance: each one transaction with its audit row, or nothing at all."""
