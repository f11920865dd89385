"""The sentence under a place's name: what matters about it on the day."""

from collections.abc import Callable

from placeplan.places import Area, RegistryView, Site, Standing
from placeplan_web.design.words import write_count, write_day
from placeplan_web.places.presenters.cell import find_body, join_words


def write_finding(view: RegistryView, id_: str) -> str:
    """Say what matters most; the first two sentences that apply."""
    if view.find_entry(id_) is None:
        return _say_absence(view, id_)
    sentences = (sentence for say in SAYINGS for sentence in say(view, id_))
    found = [sentence for sentence in sentences if sentence]
    return " ".join(found[:2]) or "It stands, and no source here says since when."


def _say_absence(view: RegistryView, id_: str) -> str:
    life = view.registry.get_periods(id_)
    day = write_day(view.day)
    ends_on = life[-1].ends_on
    if ends_on and ends_on < view.day:
        after = [find_body(view, each).name for each in view.list_successors(id_)]
        then = f"; {join_words(after)} took over" if after else ""
        return f"It ended on {write_day(ends_on)}{then}."
    begins = life[0].proposed_on or life[0].starts_on
    verb = "was proposed" if life[0].proposed_on else "began"
    return f"It did not exist on {day}: it {verb} on {write_day(begins)}."


def _say_proposal(view: RegistryView, id_: str) -> list[str]:
    entry = view.get_entry(id_)
    if entry.standing is not Standing.PROPOSED:
        return []
    proposed = write_day(entry.body.proposed_on)
    begins = "" if entry.body.starts_on else " No source here confirms that it began."
    return [f"It was proposed by a paper of {proposed}.{begins}"]


def _say_overlaps(view: RegistryView, id_: str) -> list[str]:
    name = view.get_entry(id_).body.name
    sentences: list[str] = []
    for set_id, seats in view.find_overlaps(id_).items():
        footprint_set = next(each for each in view.list_sets() if each.id == set_id)
        parts = {
            member.is_whole
            for footprint in footprint_set.footprints
            for member in footprint.members
            if member.id == id_
        }
        among = join_words([find_body(view, seat).name for seat in seats])
        sits = (
            f"{name} sits {'' if True in parts else 'in part '}in {len(seats)} of the "
            f"{len(footprint_set.footprints)} footprints of “{footprint_set.name}”: "
            f"{among}."
        )
        if True in parts:
            sentences.insert(0, f"{sits} A total over them counts it once.")
        else:
            sentences.append(f"{sits} No paper says how large the parts are.")
    return sentences


def _say_predecessors(view: RegistryView, id_: str) -> list[str]:
    before = view.list_predecessors(id_)
    if not before:
        return []
    days = {each.on for each in view.registry.successions if each.successor == id_}
    bodies = write_count(len(before), "body", "bodies")
    names = join_words([find_body(view, each).name for each in before])
    whom = names if len(before) < 3 else bodies
    return [f"It took over from {whom} on {write_day(min(days))}."]


def _say_home(view: RegistryView, id_: str) -> list[str]:
    body = view.get_entry(id_).body
    if isinstance(body, Site):
        return [f"A hospital site of {find_body(view, body.organisation).name}."]
    if not isinstance(body, Area):
        return []
    cells = [each for each in view.registry.lookup.cells if each.area == id_]
    cells = [each for each in cells if view.find_entry(each.organisation)]
    cells.sort(key=lambda each: -each.share)
    shares = [
        f"{each.share:.0%} to {find_body(view, each.organisation).name}"
        for each in cells
    ]
    return [f"Of its people {join_words(shares)} belong."] if shares else []


def _say_members(view: RegistryView, id_: str) -> list[str]:
    members = view.get_entry(id_).members
    names = [find_body(view, member.id).name for member in members]
    if not names:
        return []
    who = join_words(names) if len(names) < 5 else write_count(len(names), "member")
    return [f"It holds {who}."]


def _say_start(view: RegistryView, id_: str) -> list[str]:
    starts_on = view.get_entry(id_).starts_on
    if starts_on is None or starts_on > view.day:
        return []
    return [f"It has stood since {write_day(starts_on)}."]


SAYINGS: tuple[Callable[[RegistryView, str], list[str]], ...] = (
    _say_proposal,
    _say_overlaps,
    _say_predecessors,
    _say_home,
    _say_members,
    _say_start,
)
