"""Documents that organisations sign: what it means, who has, and signing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.governance.forms.signing import SigningForm
from placeplan_web.governance.models import SignOffBlock, SignOffSheet
from placeplan_web.governance.operations.sign_off import sign_block
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.governance.presenters.sign_off import SignOffListPage, SignOffPage
from placeplan_web.governance.queries.group_list import list_cited
from placeplan_web.governance.queries.signing import (
    list_sheets,
    list_signers,
    read_signings,
)
from placeplan_web.governance.views.request import get_frame, show
from placeplan_web.places.models import Post
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.queries import list_sources
from placeplan_web.programme.rules import list_posts

UNPROCESSABLE = 422
WHY_NOT = "Whoever holds a post of the organisation signs for it."


@require_safe
def sign_offs(request: HttpRequest) -> HttpResponse:
    frame = get_frame(request)
    page = SignOffListPage(frame, read_signings(list_sheets(), frame.day))
    return show(request, "sign_offs", "Sign-off", page, "governance:sign-offs")


@require_safe
def sign_off(request: HttpRequest, reference: str) -> HttpResponse:
    frame = get_frame(request)
    signing = read_signings([_get_sheet(reference)], frame.day)[0]
    own = []
    if frame.address.as_at is None:
        places = _list_places(request)
        own = [each for each in signing.counted if each.body.place_id in places]
    page = SignOffPage(frame, signing, own)
    crumbs = frame.list_crumbs(("Sign-off", frame.link("governance:sign-offs")))
    title = signing.sheet.title
    return show(request, "sign_off", title, page, "Sign-off", breadcrumbs=crumbs)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, reference: str, position: int) -> HttpResponse:
    sheet = _get_sheet(reference)
    blocks = SignOffBlock.objects.select_related("body", "sheet")
    block = blocks.filter(sheet=sheet, position=position).first()
    if block is None:
        raise Http404
    require_permission(request, "governance.sign_block", block, why_not=WHY_NOT)
    posts = list_signers(block, list_posts(request.user, timezone.localdate()))
    form = SigningForm(request.POST or None, posts=posts, meaning=sheet.meaning)
    frame = get_frame(request)
    home = frame.address.at(None).link("governance:sign-off", reference=reference)
    if request.method == "POST" and form.is_valid():
        try:
            sign_block(
                by=getattr(request.user, "public_id"),  # noqa: B009 - a guest has none
                block=block,
                post=form.signer,
                meaning_shown=form.cleaned_data["meaning"],
                reservation=form.cleaned_data["reservation"],
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, f"Signed for {block.body.name}.")
            return redirect(home)
    context = {
        "title": f"Sign for {block.body.name}",
        "sheet": sheet,
        "block": block,
        "form": form,
        "sources": _list_papers(frame, sheet),
        "breadcrumbs": frame.list_crumbs((sheet.title, home)),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "governance/sign.jinja", context, status=status)


def _list_papers(frame: Frame, sheet: SignOffSheet) -> list[dict[str, Any]]:
    cited = list_cited([sheet], "what a signature means")
    return list_origins(cited, list_sources(), frame.address)


def _get_sheet(reference: str) -> SignOffSheet:
    found = [each for each in list_sheets() if each.reference == reference]
    if not found:
        raise Http404
    return found[0]


def _list_places(request: HttpRequest) -> set[int]:
    """Give the organisations in which this reader holds a post today."""
    posts = list_posts(request.user, timezone.localdate())
    return set(Post.objects.filter(pk__in=posts).values_list("organisation", flat=True))
