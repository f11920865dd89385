"""Forms by which staff invite somebody, and by which they accept."""

from typing import Any

from django import forms

from placeplan_web.accounts.models import check_organisation, check_username


class InviteForm(forms.Form):
    """Whom the invited person works for, and whether they are staff."""

    organisation = forms.CharField(
        label="Organisation",
        max_length=80,
        required=False,
        validators=[check_organisation],
    )
    is_staff = forms.BooleanField(label="May do what staff may", required=False)


class AcceptForm(forms.Form):
    """The user name and password that somebody chooses."""

    username = forms.CharField(
        label="User name",
        max_length=80,
        validators=[check_username],
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none"}
        ),
        error_messages={"required": "Choose a user name."},
    )
    password1 = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password."},
    )
    password2 = forms.CharField(
        label="Password once more",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Type the password once more."},
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", "The two passwords differ. Type both again.")
        return cleaned
