"""Forms of registers, made from the columns."""
