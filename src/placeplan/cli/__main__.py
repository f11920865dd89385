"""``python -m placeplan.cli``: the command line where no script is installed."""

from placeplan.cli.app import main

main()
