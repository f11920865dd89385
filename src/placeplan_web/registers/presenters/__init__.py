"""Words, links and tables of the pages of registers."""
