"""Pages on what the plan changes: ledger, claims, bridge, spread, drivers."""
