"""Forms by which staff add a post, put somebody into it, and end either."""

from typing import Any

from django import forms

from placeplan_web.accounts.models import User

DAY_FORMAT = "%Y-%m-%d"


def make_day_field(label: str, *, required: bool = True) -> forms.DateField:
    """Make a box for a day, written as year, month and day."""
    return forms.DateField(
        label=label,
        required=required,
        input_formats=[DAY_FORMAT],
        widget=forms.DateInput(format=DAY_FORMAT, attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Give the day, such as 2019-07-12.",
            "invalid": "Write the day as year, month and day, such as 2019-07-12.",
        },
    )


class PostForm(forms.Form):
    """The title of a post, and its first day."""

    title = forms.CharField(
        label="Title of the post",
        max_length=120,
        error_messages={"required": "Give the title of the post."},
    )
    starts_on = make_day_field("First day")


class AppointForm(forms.Form):
    """Who holds a post, from when to when."""

    user = forms.CharField(
        label="User name of who holds it",
        max_length=80,
        error_messages={"required": "Give a user name."},
    )
    starts_on = make_day_field("First day")
    ends_on = make_day_field("Last day, if it is known", required=False)
    is_job_share = forms.BooleanField(label="They share the job", required=False)

    def clean_user(self) -> User:
        """Find whom the name belongs to."""
        name = str(self.cleaned_data["user"]).lower()
        user = User.objects.filter(username=name, is_active=True).first()
        if user is None:
            raise forms.ValidationError(
                "Nobody signs in by this name. Look it up among the people who sign in."
            )
        return user

    @property
    def appointment(self) -> dict[str, Any]:
        """What was sent, as the operation takes it."""
        return dict(self.cleaned_data)


class EndForm(forms.Form):
    """The last day of a post, or of somebody's time in it."""

    ends_on = make_day_field("Last day")
