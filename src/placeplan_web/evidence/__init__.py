"""Plan folders, their runs, and the pages that show what came out."""
