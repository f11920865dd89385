"""Everyone reads which posts there are; staff alone read and write who holds them."""

import pytest
from django.urls import reverse

from factories.account_factory import UserFactory
from factories.post_factory import make_holding, make_post
from placeplan_web.places.models import Post, PostHolding

pytestmark = pytest.mark.django_db
POSTS = "/places/ccg-mill/posts/"


@pytest.fixture
def staff(client, tiny):
    user = UserFactory(username="keeper", is_staff=True)
    client.force_login(user)
    return user


def page_of(post, name="post"):
    return reverse(f"places:{name}", args=[post.public_id])


def read(client, address):
    return client.get(address).content.decode()


def test_reader_sees_the_title_and_nobody(client, tiny):
    post = make_post(organisation="ccg-mill")
    make_holding(post, UserFactory(username="secretary-7"))

    listed = read(client, POSTS + "?as_at=2019-07-12")
    shown = read(client, page_of(post))

    assert "Head of the programme office" in listed
    assert "1 post on 12 July 2019." in listed
    assert "secretary-7" not in listed + shown
    assert "Who holds a post is shown to staff" in shown


def test_analyst_who_is_not_staff_sees_nobody_either(client, tiny):
    post = make_post(organisation="ccg-mill")
    make_holding(post, UserFactory(username="secretary-7"))
    client.force_login(UserFactory(username="analyst"))

    assert "secretary-7" not in read(client, POSTS) + read(client, page_of(post))


def test_posts_stand_as_they_did_on_the_day(client, staff):
    make_post("Chair", organisation="ccg-mill")
    post = make_post(organisation="ccg-mill")
    make_holding(post, UserFactory(username="secretary-7"))

    assert "would stand here" in read(client, POSTS + "?as_at=2019-03-31")
    page = read(client, POSTS + "?as_at=2019-07-12")
    assert "2 posts on 12 July 2019, 1 of them held by nobody." in page
    assert page.index("Chair") < page.index("Head of") < page.index("secretary-7")


def test_staff_add_a_post_appoint_and_end(client, staff):
    other = UserFactory(username="secretary-7")
    words = {"title": "Chair", "starts_on": "2019-04-01"}
    added = client.post(POSTS + "add/", words)
    post = Post.objects.get()
    assert added.url == page_of(post)

    client.post(
        page_of(post, "appoint"),
        {"user": "Secretary-7", "starts_on": "2019-05-01", "is_job_share": "on"},
    )
    holding = PostHolding.objects.get()
    assert (holding.user, holding.is_job_share) == (other, True)

    client.post(page_of(holding, "end-holding"), {"ends_on": "2019-06-30"})
    client.post(page_of(post, "end-post"), {"ends_on": "2019-06-30"})

    page = read(client, page_of(post))
    assert "from 1 May 2019 to 30 June 2019" in page
    assert "in a job share" in page
    assert page.index("ended the post") < page.index("added the post")
    assert "by keeper" in page


def test_every_fault_is_told_beside_its_box_with_what_was_typed(client, staff):
    post = make_post(organisation="ccg-mill")

    response = client.post(
        page_of(post, "appoint"), {"user": "nobody-1", "starts_on": "12/07/2019"}
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert "Nobody signs in by this name." in page
    assert "Write the day as year, month and day" in page
    assert 'value="nobody-1"' in page
    assert "<title>Error: " in page


def test_second_holder_is_refused_in_words(client, staff):
    post = make_post(organisation="ccg-mill")
    make_holding(post, UserFactory(username="first"))
    UserFactory(username="second")

    response = client.post(
        page_of(post, "appoint"), {"user": "second", "starts_on": "2019-07-12"}
    )

    assert response.status_code == 422
    assert "End their time first, or say that it is a job share." in (
        response.content.decode()
    )


def test_what_is_not_there_is_not_found(client, staff):
    nobody = staff.public_id
    for name in ("post", "appoint", "end-post", "end-holding"):
        address = reverse(f"places:{name}", args=[nobody])
        assert client.get(address).status_code == 404
    assert client.get("/places/no-such-body/posts/").status_code == 404
    assert client.get("/places/north/posts/add/").status_code == 404  # a footprint


def test_page_of_an_organisation_leads_to_its_posts(client, tiny):
    assert f'href="{POSTS}"' in read(client, "/places/ccg-mill/")
    assert "/posts/" not in read(client, "/places/north/")


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_one_post_and_three(
    count, client, staff, django_assert_max_num_queries
):
    for number in range(count):
        post = make_post(f"Post {number}", organisation="ccg-mill")
        make_holding(post, UserFactory())
    client.get(POSTS)

    with django_assert_max_num_queries(9):
        client.get(POSTS)
