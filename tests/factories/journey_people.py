"""Add users to a site, all at once, as the command that adds one would.

``python -m factories.journey_people`` reads lines of a user name, an organisation and
``staff`` for those who are, and writes the password of each.
"""

import sys

from placeplan_web.config.start import begin


def main(lines):
    begin()
    from django.utils import timezone

    from placeplan_web.accounts.operations import add_user
    from placeplan_web.accounts.password import make_password

    for line in lines:
        name, organisation, *roles = line.split()
        password = make_password()
        add_user(
            by="command",
            username=name,
            password=password,
            at=timezone.now(),
            organisation=organisation,
            is_staff="staff" in roles,
        )
        print(name, password)


if __name__ == "__main__":
    main(sys.stdin)
