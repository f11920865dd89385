"""A meeting of a group in private, with what came of it, for tests of every address."""

from hashlib import sha256

from django.core.files.base import ContentFile

from factories import governance_factory as make
from placeplan_web.governance.models import Group, Meeting
from placeplan_web.places.models import Post

TAKEN = ("pack", "minutes")
PACKS = ("pack", *(f"{w}-{x}" for w in ("public", "private") for x in TAKEN))


def make_private_meeting(slug, title):
    """Give a planned meeting, whose item has a private paper and a recommendation."""
    group, post = Group.objects.get(slug=slug), Post.objects.get()
    make.GroupOfficeFactory(group=group, post=post)
    meeting = make.MeetingFactory(group=group, place_words=title)
    item = make.AgendaItemFactory(meeting=meeting, number="1", title=title)
    make.PaperVersionFactory(paper__item=item, paper__title=title, text=title)
    content = title.encode()
    make.PaperVersionFactory(
        paper=item.papers.get(),
        number=2,
        text="",
        file=ContentFile(content, name="paper"),
        file_name="paper.txt",
        sha256=sha256(content).hexdigest(),
    )
    decision = make.DecisionFactory(
        item=item, reference="DN-1", title=title, ratification_rule="all"
    )
    make.RatificationFactory(decision=decision)
    make.ActionFactory(
        group=group, item=item, owner_post=post, reference="ACT-90", text=title
    )
    make.MinutesPartFactory(minutes__meeting=meeting, text=title)
    crossing = make.ThresholdCrossingFactory(risk__title=title)
    make.EscalationFactory(
        group=group, item=item, crossing=crossing, reference="ESC-90"
    )
    return meeting


def make_meeting_parts():
    """Give the parts that lead to its pages."""
    meeting = Meeting.objects.get()
    of_meeting = {"public_id": meeting.public_id}
    of_item = {**of_meeting, "number": "1"}
    paper = meeting.items.get().papers.get()
    of_paper = {"public_id": paper.public_id, "number": 1}
    return {
        "governance:meeting": of_meeting,
        **{f"governance:{name}": of_meeting for name in PACKS},
        "governance:meeting-act": {**of_meeting, "act": "call"},
        "governance:item": of_item,
        "governance:item-act": {**of_item, "act": "declare"},
        "governance:paper": of_paper,
        "governance:paper-file": {**of_paper, "number": 2},
        "governance:decision": {"reference": "DN-1"},
        "governance:decision-act": {"reference": "DN-1", "act": "ask"},
        "governance:action-act": {"reference": "ACT-90", "act": "close"},
        "governance:escalation": {"reference": "ESC-90"},
        "governance:escalation-act": {"reference": "ESC-90", "act": "further"},
    }
