"""A password made for somebody, to be shown once."""

import secrets

# Without signs that are taken for others: i, l, o, 0, 1.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, SIGNS_A_GROUP = 4, 5


def make_password() -> str:
    """Give 20 random signs in four groups, worth about 99 bits."""
    return "-".join(
        "".join(secrets.choice(SIGNS) for _ in range(SIGNS_A_GROUP))
        for _ in range(GROUPS)
    )
