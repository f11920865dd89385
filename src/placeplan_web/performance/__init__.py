"""Performance: what was promised, what was delivered, and which changes are signals."""
