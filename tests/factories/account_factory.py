"""People who sign in, for tests."""

import factory

from placeplan_web.accounts.models import User

PASSWORD = "lantern-gravel-otter"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"analyst-{number}")
    organisation = "km-stp"

    @classmethod
    def _create(cls, model_class, *_, **fields):
        return model_class.objects.create_user(password=PASSWORD, **fields)
