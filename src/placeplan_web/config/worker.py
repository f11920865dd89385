"""The worker as a program: ``python -m placeplan_web.config.worker``."""

from placeplan_web.config.commands import worker

if __name__ == "__main__":
    worker()
