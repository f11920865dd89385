"""Pages of posts: everyone reads which there are, staff say who holds them."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from placeplan_web.accounts.request import SignedInRequest
from placeplan_web.audit.presenters.entry import list_history
from placeplan_web.audit.queries import list_entries
from placeplan_web.design.address import Address
from placeplan_web.places import appointment, posts, queries
from placeplan_web.places.forms import AppointForm, EndForm, PostForm
from placeplan_web.places.models import Place, Post, PostHolding
from placeplan_web.places.presenters.cell import find_body
from placeplan_web.places.presenters.post import (
    PostList,
    list_holding_rows,
    write_life,
)

Trail = list[tuple[str, str]]
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def index(request: HttpRequest, slug: str) -> HttpResponse:
    """List the posts that an organisation has on the day of the address."""
    place, address = _get_place(slug), _address(request)
    day = address.day(timezone.localdate())
    listed = posts.list_posts(slug, day)
    staff = getattr(request.user, "is_staff", False)
    page = PostList(
        posts=tuple(listed),
        holders=posts.list_holders(listed, day) if staff else None,
        day=day,
        address=address,
    )
    context = {
        "title": f"Posts of {_find_name(place, day)}",
        "page": page,
        "slug": slug,
        "breadcrumbs": _start_trail(place, address, day)[:2],
    }
    return render(request, "places/posts.jinja", context)


@require_safe
def show(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show a post; who held it, and what was done with it, to staff alone."""
    post, address = _get_post(public_id), _address(request)
    staff = getattr(request.user, "is_staff", False)
    context: dict[str, Any] = {
        "title": post.title,
        "life": write_life(post.starts_on, post.ends_on),
        "post": post,
        "staff": staff,
        "breadcrumbs": _start_trail(post.organisation, address, timezone.localdate()),
    }
    if staff:
        holdings = list(posts.list_holdings(post))
        entries = list(list_entries(appointment.POST, post.public_id))
        for holding in holdings:
            entries += list_entries(appointment.HOLDING, holding.public_id)
        entries.sort(key=lambda entry: -entry.sequence)
        context["rows"] = list_holding_rows(holdings, address)
        context["entries"] = list_history(entries)
    return render(request, "places/post.jinja", context)


@form_page
def add(request: SignedInRequest, slug: str) -> HttpResponse:
    """Add a post to an organisation."""
    place = _get_place(slug)

    def write(form: forms.Form) -> Post:
        return appointment.add_post(
            by=request.user.public_id,
            organisation=place,
            at=timezone.now(),
            **form.cleaned_data,
        )

    form = PostForm(request.POST or None, initial={"starts_on": timezone.localdate()})
    name = _find_name(place, timezone.localdate())
    title = f"Add a post to {name}"
    trail = _start_trail(place, _address(request), timezone.localdate())
    return _take(request, form, write, title, "Add the post", trail)


@form_page
def appoint(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Put somebody into a post."""
    post = _get_post(public_id)

    def write(form: forms.Form) -> Post:
        by, at = request.user.public_id, timezone.now()
        appointment.appoint(by=by, post=post, at=at, **form.cleaned_data)
        return post

    form = AppointForm(
        request.POST or None, initial={"starts_on": timezone.localdate()}
    )
    title = f"Appoint somebody: {post.title}"
    return _take(request, form, write, title, "Appoint", _trail_to(post, request))


@form_page
def end(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Say on which day a post ends."""
    post = _get_post(public_id)

    def write(form: forms.Form) -> Post:
        by, at = request.user.public_id, timezone.now()
        appointment.end_post(by=by, post=post, at=at, **form.cleaned_data)
        return post

    form = EndForm(request.POST or None, initial={"ends_on": timezone.localdate()})
    title = f"End the post: {post.title}"
    return _take(request, form, write, title, "End the post", _trail_to(post, request))


@form_page
def end_holding(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Say on which day somebody's time in a post ends."""
    holdings = PostHolding.objects.select_related("post__organisation", "user")
    holding = holdings.filter(public_id=public_id).first()
    if holding is None:
        raise Http404
    post, person = holding.post, holding.user.username

    def write(form: forms.Form) -> Post:
        by, at = request.user.public_id, timezone.now()
        appointment.end_holding(by=by, holding=holding, at=at, **form.cleaned_data)
        return post

    form = EndForm(request.POST or None, initial={"ends_on": timezone.localdate()})
    title = f"End the time of {person} as {post.title}"
    return _take(
        request, form, write, title, "End their time", _trail_to(post, request)
    )


def _take(
    request: SignedInRequest,
    form: forms.Form,
    write: Callable[[forms.Form], Post],
    title: str,
    button: str,
    trail: Trail,
) -> HttpResponse:
    """Show a form, or write what was sent and go to the post; refusals in words."""
    if request.method == "POST" and form.is_valid():
        try:
            post = write(form)
        except appointment.AppointmentError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "It is saved.")
            return redirect("places:post", public_id=post.public_id)
    context = {"title": title, "form": form, "button": button, "breadcrumbs": trail}
    status = 422 if request.method == "POST" else 200
    return render(request, "places/post_form.jinja", context, status=status)


def _get_place(slug: str) -> Place:
    place = Place.objects.filter(slug=slug, family="organisation").first()
    if place is None:
        raise Http404
    return place


def _get_post(public_id: UUID) -> Post:
    post = posts.find_post(public_id)
    if post is None:
        raise Http404
    return post


def _find_name(place: Place, day: date) -> str:
    """Find the name of an organisation on a day; its id when no folder names it."""
    view = queries.as_at(day)
    if place.slug not in view.registry.periods:
        return place.slug
    return find_body(view, place.slug).name


def _start_trail(place: Place, address: Address, day: date) -> Trail:
    name = _find_name(place, day)
    return [
        ("Places", address.link("places:index")),
        (name, address.link("places:place", slug=place.slug)),
        ("Posts", address.link("places:posts", slug=place.slug)),
    ]


def _trail_to(post: Post, request: HttpRequest) -> Trail:
    address = _address(request)
    trail = _start_trail(post.organisation, address, timezone.localdate())
    return [*trail, (post.title, address.link("places:post", public_id=post.public_id))]


def _address(request: HttpRequest) -> Address:
    return getattr(request, "address", Address())
