"""Audit: who did what to which record, in a chain that shows any later change."""
