"""How entries about accounts read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(
    RecordKind(
        "accounts.user",
        "the account",
        {
            "add": "added the account",
            "change-password": "changed the password of",
            "close": "closed the account",
            "open": "opened again the account",
            "lock": "shut after too many tries the account",
            "unlock": "let try again",
            "end-sessions": "signed out everywhere",
            "add-second-factor": "added a second factor to",
            "remove-second-factor": "removed the second factor of",
            "connect": "connected an OpenID Connect sign-in to",
            "disconnect": "disconnected the OpenID Connect sign-in of",
        },
        address="people:person",
    ),
    RecordKind(
        "accounts.invitation",
        "the invitation",
        {"invite": "made the invitation", "accept": "accepted the invitation"},
    ),
)
