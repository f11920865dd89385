"""How entries about the registry, posts and their holders read."""

from placeplan_web.audit.kind import RecordKind, register_kinds

register_kinds(
    RecordKind("places.registry", "the registry of places"),
    RecordKind("places.post", "the post", address="places:post"),
    RecordKind(
        "places.post-holding",
        "the time in a post",
        {"appoint": "appointed somebody to a post:"},
    ),
)
