"""What a private item or an exempt paper says is nowhere for whoever may not read it.

By what it says, what it is called and what its file is called: on pages, in lists, by
search, in calendars and in the open data.
"""

from datetime import date
from hashlib import sha256
from itertools import product

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import give_post, make_clerk, make_meeting, make_thanet
from placeplan_web.governance.models import PartKind

pytestmark = pytest.mark.django_db
CONTENT, TITLE, FILE = "lowest bid of all", "Prices of three firms", "bids-2019.txt"
WORDS = (CONTENT, TITLE, FILE)
ACTIONS = {"scope": "all", "register": "actions"}
EXEMPT = {
    "classification": "exempt",
    "exempt_reason": "schedule_12a_3",
    "balance_words": "Firms would not bid again.",
}


@pytest.fixture
def thanet(db):
    return make_thanet()


def publish(paper, **more):
    """Publish words, and after them a file, as versions of a paper."""
    content = f"{CONTENT} in a file".encode()
    make.PaperVersionFactory(paper=paper, text=CONTENT, **more)
    return make.PaperVersionFactory(
        paper=paper,
        number=2,
        text="",
        file=ContentFile(content, name="paper"),
        file_name=FILE,
        media_type="text/plain",
        sha256=sha256(content).hexdigest(),
        **more,
    )


def make_private_paper(group, how):
    """Give a paper that one thing alone keeps from the public."""
    meeting = make_meeting(group, "9")
    item = meeting.items.get()
    paper = make.PaperFactory(item=item, title=TITLE, is_exempt=how == "paper")
    version = publish(paper, is_exempt=how == "version")
    if how == "item":
        for name, value in EXEMPT.items():
            setattr(item, name, value)
        item.save()
    if how == "part":
        meeting.part = make.GroupPartFactory(group=group, kind=PartKind.PRIVATE)
        meeting.save()
    if how == "group":
        group.is_public = False
        group.save()
    return version


def list_addresses(version):
    """Give every address at which the paper could show."""
    paper, meeting = version.paper, version.paper.item.meeting
    read = f"/governance/papers/{paper.public_id}/versions"
    return [
        f"/governance/meetings/{meeting.public_id}/",
        f"/governance/meetings/{meeting.public_id}/items/9/",
        *(f"{read}/1/", f"{read}/2/", f"{read}/2/file"),
        f"/governance/groups/{meeting.group.slug}/",
        "/governance/",
        *(f"/search/?q={word}" for word in WORDS),
        *(f"/governance/actions/?q={word}" for word in WORDS),
    ]


def read_all(client, version):
    """Give each address with the words of the paper that it gives away."""
    found = {}
    for address in list_addresses(version):
        response = client.get(address)
        text = b"".join(response).decode()
        asked = address.partition("?q=")[2]
        given = [word for word in WORDS if word in text and word != asked]
        if given or FILE in response.headers.get("Content-Disposition", ""):
            found[address] = given
    return found


@pytest.mark.parametrize("how", ["item", "paper", "version", "part", "group"])
def test_private_paper_is_nowhere_for_a_guest_or_a_stranger(client, thanet, how):
    version = make_private_paper(thanet, how)

    assert read_all(client, version) == {}
    client.force_login(UserFactory(username="stranger"))
    assert read_all(client, version) == {}


@pytest.mark.parametrize("how", ["item", "paper", "version", "part", "group"])
def test_private_paper_is_served_to_a_member_unless_of_interest(client, thanet, how):
    version = make_private_paper(thanet, how)
    read = f"/governance/papers/{version.paper.public_id}/versions"
    free, torn = UserFactory(username="free"), UserFactory(username="torn")
    seats = thanet.seats.all()
    give_post(seats[0], free)
    give_post(seats[1], torn)
    post = seats[1].holdings.get().post
    make.DeclarationFactory(item=version.paper.item, post=post, seat=seats[1])

    client.force_login(free)
    assert CONTENT in client.get(f"{read}/1/").content.decode()
    assert FILE in client.get(f"{read}/2/file").headers["Content-Disposition"]
    client.force_login(torn)
    assert read_all(client, version) == {}


def test_public_paper_is_found_by_a_guest(client, thanet):
    version = make_private_paper(thanet, "nothing")

    shown = read_all(client, version)

    assert len(shown) == 5  # the meeting, its item, two versions and a file


@pytest.mark.parametrize(
    ("item", "paper", "version", "part", "group"),
    list(product([False, True], repeat=5)),
)
def test_permission_holds_for_what_is_public_alone(
    django_user_model, item, paper, version, part, group
):
    made = make.PaperVersionFactory(is_exempt=version, paper__is_exempt=paper)
    meeting = made.paper.item.meeting
    meeting.group.is_public = not group
    made.paper.item.classification = "exempt" if item else "public"
    meeting.part = make.GroupPartFactory(kind="private" if part else "joint")
    user = UserFactory()

    found = user.has_perm("governance.read_paper", made)

    assert found is not any((item, paper, version, part, group))
    assert user.has_perm("governance.read_paper", meeting) is False


def make_private_action(group, **more):
    item = make.AgendaItemFactory(
        meeting=make_meeting(group, reference="MTG-80"), number="9", **EXEMPT
    )
    return make.ActionFactory(group=group, item=item, text=TITLE, **more)


def test_action_of_a_private_item_is_shown_to_the_group_and_its_owner(client, thanet):
    owner = UserFactory(username="owner")
    elsewhere = make.SeatHoldingFactory()
    give_post(elsewhere.seat, owner)
    action = make_private_action(thanet, owner_post=elsewhere.post)
    today = timezone.localdate().isoformat()
    addresses = [
        "/governance/actions/",
        f"/governance/actions/?as_at={today}",
        reverse("governance:register-csv", kwargs=ACTIONS),
        f"/governance/actions/{action.reference}/",
    ]

    def find():
        pages = [client.get(address) for address in addresses]
        assert [page.status_code for page in pages[:3]] == [200, 200, 200]
        return [TITLE in b"".join(page).decode() for page in pages]

    assert find() == [False] * 4
    client.force_login(owner)
    assert find() == [True] * 4
    client.force_login(make_clerk(thanet))
    assert find() == [True] * 4
    client.force_login(make_clerk(make.GroupFactory(), "other"))
    assert find() == [False] * 4


def test_action_of_a_private_item_is_carried_to_an_agenda_out_of_sight(client, thanet):
    action = make_private_action(thanet)
    meeting = make_meeting(thanet, reference="MTG-81", state="planned")
    make.CarriedActionFactory(action=action, meeting=meeting)
    address = f"/governance/meetings/{meeting.public_id}/"

    guest = client.get(address).content.decode()
    client.force_login(make_clerk(thanet))

    assert TITLE not in guest
    assert TITLE in client.get(address).content.decode()
    client.logout()
    assert TITLE not in client.get("/governance/").content.decode()


def test_action_of_a_private_item_is_kept_from_a_member_with_an_interest(
    client, thanet
):
    """By one declared at the item, or by the register alone; on every page and file."""
    action = make_private_action(thanet)
    meeting = make_meeting(thanet, reference="MTG-81", state="planned")
    make.CarriedActionFactory(action=action, meeting=meeting)
    action.item.tags = ["Stroke"]
    action.item.save()
    free, declares, registered = thanet.seats.order_by("reference")[1:4]
    make.DeclarationFactory(
        item=action.item, seat=declares, post=declares.holdings.get().post
    )
    make.InterestFactory(
        post=registered.holdings.get().post, kind="dpi", tags=["stroke"]
    )
    today = timezone.localdate().isoformat()
    addresses = [
        "/governance/actions/",
        f"/governance/actions/?as_at={today}",
        f"/governance/actions/{action.reference}/",
        reverse("governance:register-csv", kwargs=ACTIONS),
        f"/governance/meetings/{meeting.public_id}/",
        f"/governance/meetings/{meeting.public_id}/?as_at={today}",
    ]
    seen = {}
    for seat in (free, declares, registered):
        user = UserFactory(username=seat.reference.lower())
        give_post(seat, user)
        client.force_login(user)
        pages = [b"".join(client.get(each)).decode() for each in addresses]
        seen[seat] = [TITLE in page for page in pages]

    assert seen == {free: [True] * 6, declares: [False] * 6, registered: [False] * 6}


def test_decision_names_no_paper_that_its_reader_is_not_served(client, thanet):
    version = make_private_paper(thanet, "paper")
    decision = make.DecisionFactory(item__meeting__group=thanet, reference="DN-7")
    make.DecisionEvidenceFactory(
        decision=decision,
        kind="paper",
        identifier=str(version.paper.public_id),
        evidence_version="1",
        title=TITLE,
    )

    guest = client.get("/governance/decisions/DN-7/").content.decode()
    client.force_login(make_clerk(thanet))
    own = client.get("/governance/decisions/DN-7/").content.decode()

    assert (guest.count(TITLE), guest.count("kept private")) == (0, 1)
    assert own.count(TITLE) == 1


@pytest.mark.parametrize("private", ["item", "group"])
def test_life_story_names_no_decision_that_was_settled_in_private(
    client, thanet, private
):
    first = make.DecisionFactory(
        item__meeting__group__is_public=private != "group",
        **{f"item__{name}": value for name, value in EXEMPT.items()}
        if private == "item"
        else {},
        title=TITLE,
    )
    make.DecisionFactory(
        item__meeting__group=thanet, reference="DN-7", follows=first, title="Two sites"
    )

    page = client.get("/governance/decisions/DN-7/").content.decode()

    assert (TITLE in page, "Two sites" in page) == (False, True)


def test_item_tells_nobody_else_what_it_is_about_or_what_came_of_it(client, thanet):
    item = make_meeting(thanet, "9").items.get()
    told = {"subject": TITLE, "tags": [TITLE], "suppliers": [CONTENT], "state": "taken"}
    for name, value in (EXEMPT | told | {"outcome_words": CONTENT}).items():
        setattr(item, name, value)
    item.save()
    post = thanet.seats.last().holdings.get().post
    for name, shared in (
        ("INT-01", {"tags": [TITLE]}),
        ("INT-02", {"supplier": CONTENT}),
    ):
        make.InterestFactory(post=post, reference=name, nature="Shares", **shared)

    meeting = reverse("governance:meeting", args=[item.meeting.public_id])
    addresses = (f"{meeting}items/{item.number}/", meeting)
    told_guest = "".join(client.get(each).content.decode() for each in addresses)
    client.force_login(make_clerk(thanet))
    told_clerk = [client.get(each).content.decode() for each in addresses]

    assert [words in told_guest for words in (TITLE, CONTENT)] == [False, False]
    assert [words in told_clerk[0] for words in (TITLE, CONTENT)] == [True, True]
    assert "may not vote" in told_guest


@pytest.mark.parametrize(
    ("leave", "served"),
    [
        ({}, 403),
        ({"stay": "yes"}, 200),
        ({"stay": "yes", "granted_on": date(2019, 8, 15)}, 403),
        ({"stay": "yes", "expires_on": date(2019, 8, 13)}, 403),
        ({"stay": "until_spoken", "may_speak": True}, 403),
    ],
)
def test_dispensation_to_stay_brings_the_paper_before_anybody_declares(
    client, thanet, leave, served
):
    version = make_private_paper(thanet, "item")
    item, seat = version.paper.item, thanet.seats.first()
    member = UserFactory(username="member")
    give_post(seat, member)
    post = seat.holdings.get().post
    interest = make.InterestFactory(post=post, tags=["hall"])
    item.tags = ["hall"]
    item.save()
    if leave:
        granted = {"granted_on": date(2019, 8, 1), **leave}
        make.DispensationFactory(post=post, interest=interest, **granted)
    client.force_login(member)

    response = client.get(f"/governance/papers/{version.paper.public_id}/versions/1/")

    assert response.status_code == served
