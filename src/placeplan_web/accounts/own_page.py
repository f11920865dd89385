"""The page of one's own sign-in: second factor, provider, password, sessions."""

from typing import Any

from allauth.mfa.base.views import IndexView
from allauth.socialaccount.models import SocialAccount


class OwnPage(IndexView):  # type: ignore[misc]  # allauth has no types
    """allauth's page, and whether the OpenID Connect provider is connected."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        connections = SocialAccount.objects.filter(user=self.request.user)
        context["is_connected"] = connections.exists()
        return context
