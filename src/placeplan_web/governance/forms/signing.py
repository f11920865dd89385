"""Sign for an organisation, after reading what a signature means."""

from collections.abc import Sequence
from typing import Any

from django import forms

from placeplan_web.places.models import Post

RESERVATION_LETTERS = 1000


class SigningForm(forms.Form):
    """In which post, and with which reservation.

    `meaning` is the text as it was shown, so that nobody signs what has changed since.
    """

    meaning = forms.CharField(widget=forms.HiddenInput)
    post = forms.ChoiceField(label="You sign as")
    has_read = forms.BooleanField(
        label="I have read what a signature means",
        error_messages={"required": "Read what a signature means, and tick the box."},
    )
    reservation = forms.CharField(
        label="Reservation",
        required=False,
        max_length=RESERVATION_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Optional. It is kept with the signature, in these words.",
    )

    def __init__(
        self, sent: Any = None, *, posts: Sequence[Post], meaning: str
    ) -> None:
        super().__init__(sent, initial={"meaning": meaning})
        self.posts = {str(post.public_id): post for post in posts}
        choices = [(key, post.title) for key, post in self.posts.items()]
        self.fields["post"].choices = choices  # type: ignore[attr-defined] # it has

    @property
    def signer(self) -> Post:
        return self.posts[self.cleaned_data["post"]]
