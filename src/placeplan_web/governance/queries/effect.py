"""What members may do on an item, all their declarations taken together."""

from collections.abc import Iterable, Mapping

from placeplan.governance.interest import FREE, InterestEffect, combine_effects
from placeplan_web.governance.models import AgendaItem, Declaration, Seat
from placeplan_web.governance.queries.standing import list_holders
from placeplan_web.places.models import Post


def read_effect(declaration: Declaration) -> InterestEffect:
    """Give the effect of a declaration as it was stored."""
    return InterestEffect(
        declaration.must_declare,
        declaration.may_speak,
        declaration.may_vote,
        declaration.stay,  # type: ignore[arg-type] # one of Stay, held by a constraint
        declaration.gets_papers,
        tuple(declaration.effect_reasons),
        declaration.rule_source,
    )


def list_effects(
    item: AgendaItem,
    seats: list[Seat],
    holders: Mapping[int, Post] | None = None,
) -> Mapping[int, InterestEffect]:
    """Give, for the key of each seat, what whoever has it may do on an item.

    A declaration follows the seat and the post: whoever declared in one seat is not
    free in another. Two queries, of which one only where `holders` are not read yet.
    """
    declared = [each for each in item.declarations.all() if not each.is_withdrawn]
    if holders is None:
        holders = list_holders(seats, item.meeting.held_on)
    effects = {}
    for seat in seats:
        post = holders.get(seat.pk)
        own = [each for each in declared if _is_of(each, seat, post.pk if post else 0)]
        effects[seat.pk] = combine(own)
    return effects


def combine(declarations: Iterable[Declaration]) -> InterestEffect:
    """Take several declarations together: the strictest counts."""
    found = [read_effect(each) for each in declarations]
    return combine_effects(found) if found else FREE


def _is_of(declaration: Declaration, seat: Seat, post: int) -> bool:
    return declaration.seat_id == seat.pk or declaration.post_id == post
