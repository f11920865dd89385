"""Accounts: who signs in, for which organisation, and what they may do."""
