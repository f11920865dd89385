"""How people who sign in read to staff."""
