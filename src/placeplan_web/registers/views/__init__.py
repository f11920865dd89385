"""Pages of registers, the same for every kind."""
